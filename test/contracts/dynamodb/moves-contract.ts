/**
 * The job that moves open cases: previewed, started, stopped half way, taken further, undone; on the real adapters. Only the engine is
 * made up, so that it can be seen. The rule it goes by is tested in `test/pathway/migrate.test.ts`.
 */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { act } from '../../../lib/app/act.ts';
import type { Bundle } from '../../../lib/app/configuration.ts';
import { advanceMove, advanceMoves } from '../../../lib/app/configuring/advance-move.ts';
import { type MoveJob, type MovePorts, NOTHING_YET } from '../../../lib/app/configuring/move-job.ts';
import { previewMove } from '../../../lib/app/configuring/move-preview.ts';
import {
  choosePlace,
  isMoveRefusal,
  type MoveAnswer,
  moveProgress,
  resumeMove,
  startMove,
  stopMove,
  undoMove,
} from '../../../lib/app/configuring/moving.ts';
import { SYSTEM } from '../../../lib/domain/actor.ts';
import type { Case } from '../../../lib/domain/case.ts';
import type { Command } from '../../../lib/domain/command.ts';
import { DutyRegister } from '../../../lib/pathway/duty.ts';
import { Pathway } from '../../../lib/pathway/schema.ts';
import { approve, MONDAY, type Step, WAY_TO } from '../../support/case-so-far.ts';
import { publishAnyway } from '../../support/publishing.ts';
import { model, priya, route, sam, small } from '../../support/small-council.ts';
import type { Adapters } from './adapters.ts';
import { newId } from './commits.ts';

const [OLD, NEW, NEXT] = ['00000000000000b1', '00000000000000b2', '00000000000000b3'];
const duties: DutyRegister[] = [
  DutyRegister.parse({
    jurisdiction: 'ENG',
    reviewed: '2026-11-01',
    duties: [
      {
        id: 'sign-off',
        law: 'The Sign-off Act, s.1',
        source: 'https://www.legislation.gov.uk/ukpga/2014/23',
        message: 'Nobody has signed it off.',
        requires: { kind: 'plan-approval', outcome: 'approved' },
        onEveryPath: { from: [{ form: 'plan' }], to: [{ end: 'support-in-place' }] },
      },
    ],
  }),
];
const bundle: Bundle = {
  version: OLD,
  council: small.council,
  pathways: [{ ...route, id: 'moving', jurisdiction: 'ENG', title: 'Moving' }],
  forms: [...small.forms],
  questions: [...small.questions],
  charging: [],
  letters: [],
  support: [],
  allocation: [model],
  duties,
};
const council = { ...small.council, pathway: 'moving' };
const published = (version: string, change: (pathway: Pathway) => void): Bundle => {
  const pathways = bundle.pathways.map((each) => structuredClone(each));
  for (const each of pathways) change(each);
  return { ...bundle, version, council, pathways: pathways.map((each) => Pathway.parse(each)) };
};
const old = published(OLD, () => undefined);
/** The second look is taken out. */
const stripped = published(NEW, (pathway) => {
  pathway.stages = pathway.stages.filter(({ id }) => id !== 'check');
  for (const stage of pathway.stages)
    if (stage.id === 'planning') Object.assign(stage.outcomes, { ready: { stage: 'approval' } });
});
/** Somebody else assesses there. */
const handedOver = published(NEXT, (pathway) => {
  for (const stage of pathway.stages) if (stage.id === 'assessment') Object.assign(stage, { who: 'approver' });
});
const BUNDLES = [old, stripped, handedOver];

type Call = readonly [call: 'start' | 'resume' | 'stop', name: string, at?: string];

/** A council of its own: its lists hold only the cases it opened, though others live in the same table. */
const world = ({ cases, configurations, outbox, moves, histories, watchList, reviewList }: Adapters) => {
  const calls: Call[] = [];
  const logged: string[] = [];
  const state = { now: new Date(MONDAY), current: OLD, mine: new Set<string>() };
  const own = <T extends { caseId: string }>(all: T[], most?: number) =>
    all.filter(({ caseId }) => state.mine.has(caseId)).slice(0, most);
  const ports: MovePorts = {
    cases,
    histories,
    moves,
    outbox,
    configurations: { ...configurations, current: () => configurations.version(state.current) },
    watchList: { since: async (kind, before, most) => own(await watchList.since(kind, before), most) },
    reviews: { dueBy: async (by, most) => own(await reviewList.dueBy(by), most) },
    engine: {
      start: async (_, name, input) => void calls.push(['start', name, input.resumeAt]),
      resume: async (token) => void calls.push(['resume', token]),
      stop: async (_, name) => void calls.push(['stop', name]),
    },
    live: async () => ({ version: state.current }),
    clock: () => state.now,
    log: (message) => logged.push(message),
  };
  const ask = async (caseId: string, { by, command }: Step) => {
    const asked: Command = command.type === 'open-case' ? { ...command, caseId } : command;
    const acted = await act(ports, { caseId, command: asked, by });
    if (!acted.done) throw new Error(`${command.type}: ${JSON.stringify(acted)}`);
    return acted.case;
  };
  /** What the machine would do: it waits at the stage the case is at. */
  const arrive = async (caseId: string): Promise<Case | undefined> => {
    const stored = (await cases.load(caseId))?.case;
    if (stored?.state !== 'underway') return stored;
    const { stage } = stored.at;
    const token = `${stage}-${stored.run}`;
    return ask(caseId, { by: SYSTEM, command: { type: 'open-stage', stage, run: stored.run, token } });
  };
  const live = async (steps: readonly Step[]): Promise<string> => {
    const id = newId('C');
    state.mine.add(id);
    for (const step of steps) await ask(id, step);
    await arrive(id);
    return id;
  };
  const caseOf = async (id: string): Promise<Case> => {
    const stored = await cases.load(id);
    if (!stored) throw new Error(`no case ${id}`);
    return stored.case;
  };
  /** A minute passes. */
  const later = () => {
    state.now = new Date(state.now.getTime() + 60_000);
  };
  const minutes = (count: number) => {
    for (let each = 0; each < count; each += 1) later();
  };
  return { ports, calls, logged, state, ask, arrive, live, caseOf, later, minutes };
};
type World = ReturnType<typeof world>;

/** Something that waits until it is let go on. */
const held = () => {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { gate, open: () => open() };
};

const ALL = { cases: 1_000, ms: 60_000 };
/** A form of its own each time it is read. */
const WHY = {
  title: 'Without the second look',
  reason: 'It never changed a plan.',
  by: sam,
  get request() {
    return randomUUID();
  },
};
const job = (answer: MoveAnswer | undefined): MoveJob => {
  if (!answer || isMoveRefusal(answer)) throw new Error(JSON.stringify(answer));
  return answer;
};
const started = async (w: World, to = NEW): Promise<MoveJob> => {
  w.state.current = to;
  return job(await startMove(w.ports, { ...WHY, to }));
};
const resultsOf = async (w: World, id: string) => (await moveProgress(w.ports, id))?.results ?? [];

/** All of a case that no move and no undo may change. */
const kept = (state: Case) => {
  const { version: _v, run: _r, arrivals: _a, moves: _m, ...rest } = state;
  if (rest.state !== 'underway') return rest;
  const { token: _t, since: _s, restarts: _n, ...at } = rest.at;
  return { ...rest, at };
};

/** Thirty cases: ten wait at the stage that is taken out. */
const thirty = async (w: World): Promise<string[]> => {
  const places = [WAY_TO['a plan in check'], WAY_TO['an assessment'], WAY_TO['support in place']] as const;
  const ids: string[] = [];
  for (let each = 0; each < 30; each += 1) ids.push(await w.live(places[each % 3] ?? []));
  return ids;
};

export const movesContract = (of: () => Adapters): void => {
  beforeAll(async () => {
    for (const each of BUNDLES)
      await publishAnyway(of().publishing, {
        bundle: each,
        machines: { moving: `arn:aws:states:eu-west-2:1:stateMachine:${each.version}:1` },
      });
  });

  /** A test that fails leaves no job at work that the next would have to wait for. */
  afterEach(async () => {
    const id = await of().moves.atWork();
    const before = id === undefined ? undefined : await of().moves.load(id);
    if (before) await of().moves.save({ before, after: { ...before, state: 'stopped', revision: before.revision + 1 } });
  });

  describe('thirty cases', () => {
    test('are previewed, moved half way, stopped, taken further, and put back exactly', async () => {
      const w = world(of());
      const ids = await thirty(w);
      const before = new Map(await Promise.all(ids.map(async (id) => [id, kept(await w.caseOf(id))] as const)));

      const preview = await previewMove(w.ports, stripped);
      expect(preview).toMatchObject({ looked: 30, more: false, page: 1, pages: 1, to: NEW });
      expect(preview.counts).toMatchObject({ 'same-place': 20, moves: 10, 'needs-person': 0 });
      expect(preview.rows[0]).toMatchObject({ stage: { id: 'check' }, next: { id: 'approval', title: 'Approval' } });

      const { id } = await started(w);
      expect(await advanceMoves(w.ports, { cases: 15, ms: 60_000 })).toMatchObject({
        id,
        state: 'running',
        counts: { total: 30 },
      });
      expect(await resultsOf(w, id)).toHaveLength(15);
      job(await stopMove(w.ports, { id, by: sam }));
      expect(await advanceMoves(w.ports, ALL)).toBeUndefined();
      expect(await advanceMove(w.ports, id, ALL)).toMatchObject({ state: 'stopped' });
      expect(await resultsOf(w, id)).toHaveLength(15);

      job(await resumeMove(w.ports, { id, by: sam }));
      const done = await advanceMoves(w.ports, ALL);
      expect(done).toMatchObject({ state: 'done', counts: { ...NOTHING_YET, total: 30, moved: 10, same: 20 } });
      for (const each of ids) expect(await w.caseOf(each)).toMatchObject({ configuration: NEW });

      // One goes on from the place it was moved to; the others wait there.
      const [first = '', ...others] = ids;
      await w.arrive(first);
      await w.ask(first, approve());
      job(await undoMove(w.ports, { id, by: sam, reason: 'A mistake.' }));
      await advanceMove(w.ports, id, { cases: 15, ms: 60_000 });
      job(await stopMove(w.ports, { id, by: sam }));
      job(await resumeMove(w.ports, { id, by: sam }));
      await w.arrive(first);
      w.later();
      const undone = await advanceMove(w.ports, id, ALL);
      expect(undone).toMatchObject({ state: 'undone', counts: { total: 30, moved: 10, same: 20, back: 30, kept: 0 } });
      for (const each of others) expect(kept(await w.caseOf(each)), each).toEqual(before.get(each));
      expect(await w.caseOf(first)).toMatchObject({ configuration: OLD, at: { stage: 'arranging' } });
      expect(await w.ports.moves.atWork()).toBeUndefined();
      expect(w.logged).toEqual([]);
    });
  });

  describe('a move', () => {
    test('hands the case to a machine of the other version at its stage, and stops the first', async () => {
      const w = world(of());
      const id = await w.live(WAY_TO['a plan in check']);
      w.calls.length = 0;
      const { id: move } = await started(w);
      await advanceMove(w.ports, move, ALL);
      expect(w.calls).toEqual([
        ['stop', `${id}-run-1`],
        ['start', `${id}-run-2`, 'approval'],
      ]);
      await w.arrive(id);
      expect(await w.ask(id, approve())).toMatchObject({ at: { stage: 'arranging' } });
    });

    test('says in its results what came of each case, from where to where', async () => {
      const w = world(of());
      const id = await w.live(WAY_TO['a plan in check']);
      const { id: move } = await started(w);
      await advanceMove(w.ports, move, ALL);
      expect(await resultsOf(w, move)).toEqual([
        expect.objectContaining({
          caseId: id,
          outcome: 'moved',
          from: OLD,
          was: 'check',
          now: 'approval',
          why: expect.any(String),
        }),
      ]);
    });

    test('comes again to a case whose machine was on its way, three times at most', async () => {
      const w = world(of());
      const id = await w.live(WAY_TO['an assessment']);
      const other = newId('C');
      w.state.mine.add(other);
      for (const step of WAY_TO['an assessment']) await w.ask(other, step);
      const { id: move } = await started(w);
      const waits = { state: 'running', counts: { same: 1, left: 1 } };
      expect(await advanceMove(w.ports, move, ALL)).toMatchObject(waits);
      // Asked at once again it changes nothing: what is on its way is given its time.
      for (let each = 0; each < 4; each += 1) expect(await advanceMove(w.ports, move, ALL)).toMatchObject(waits);
      w.later();
      expect(await advanceMove(w.ports, move, ALL)).toMatchObject(waits);
      w.later();
      const last = await advanceMove(w.ports, move, ALL);
      expect(last).toMatchObject({ state: 'done', counts: { same: 1, left: 1 } });
      expect((await resultsOf(w, move)).find(({ caseId }) => caseId === other)).toMatchObject({ outcome: 'left', tries: 3 });
      expect(await w.caseOf(id)).toMatchObject({ configuration: NEW });
    });

    test('is not held up by a case that cannot be read', async () => {
      const w = world(of());
      const [broken, fine] = [await w.live(WAY_TO['an assessment']), await w.live(WAY_TO['an assessment'])];
      const { id: move } = await started(w);
      const load = async (id: string) => (id === broken ? Promise.reject(new Error('no')) : w.ports.cases.load(id));
      const ports = { ...w.ports, cases: { ...w.ports.cases, load } };
      for (let each = 0; each < 3; each += 1) {
        await advanceMove(ports, move, ALL);
        w.later();
      }
      expect(await w.ports.moves.load(move)).toMatchObject({ state: 'done', counts: { same: 1, failed: 1 } });
      expect(await w.caseOf(fine)).toMatchObject({ configuration: NEW });
      expect(w.logged).toContain('a case could not be moved');
      const preview = await previewMove(ports, stripped);
      expect(preview.counts).toMatchObject({ 'better-left': 1, 'on-it-already': 1 });
    });

    test('asks a person where it must, and puts the case where they say, if the law lets it', async () => {
      const w = world(of());
      const id = await w.live(WAY_TO['an assessment']);
      const { id: move } = await started(w, NEXT);
      expect(await advanceMove(w.ports, move, ALL)).toMatchObject({ state: 'done', counts: { needsPerson: 1 } });
      const [found] = await resultsOf(w, move);
      expect(found).toMatchObject({ outcome: 'needs-person', choices: expect.arrayContaining(['assessment']) });
      const choice = { id: move, caseId: id, by: sam };
      expect(await choosePlace(w.ports, { ...choice, stage: 'approval' })).toMatchObject({ refused: 'not-now' });
      expect(await choosePlace(w.ports, { ...choice, by: priya, stage: 'assessment' })).toMatchObject({ refused: 'not-allowed' });
      expect(job(await choosePlace(w.ports, { ...choice, stage: 'assessment' }))).toMatchObject({ state: 'running' });
      expect(await advanceMove(w.ports, move, ALL)).toMatchObject({ state: 'done', counts: { moved: 1, needsPerson: 0 } });
      expect(await w.caseOf(id)).toMatchObject({ configuration: NEXT, at: { stage: 'assessment' } });
      expect(await choosePlace(w.ports, { ...choice, stage: 'assessment' })).toMatchObject({ refused: 'not-now' });
    });

    test('takes what was chosen beforehand', async () => {
      const w = world(of());
      const id = await w.live(WAY_TO['an assessment']);
      w.state.current = NEXT;
      const { id: move } = job(await startMove(w.ports, { ...WHY, to: NEXT, choices: { [id]: 'story' } }));
      expect(await advanceMove(w.ports, move, ALL)).toMatchObject({ state: 'done', counts: { moved: 1 } });
      expect(await w.caseOf(id)).toMatchObject({ at: { stage: 'story' } });
    });

    test('cut off after a case was moved and before that was written down, knows it', async () => {
      const w = world(of());
      const id = await w.live(WAY_TO['a plan in check']);
      const { id: move } = await started(w);
      const record = async () => Promise.reject(new Error('cut off'));
      await expect(advanceMove({ ...w.ports, moves: { ...w.ports.moves, record } }, move, ALL)).rejects.toThrow('cut off');
      expect(await w.caseOf(id)).toMatchObject({ configuration: NEW });
      expect(await resultsOf(w, move)).toEqual([]);
      job(await stopMove(w.ports, { id: move, by: sam }));
      job(await undoMove(w.ports, { id: move, by: sam, reason: 'Cut off.' }));
      // Put back at once; ended only when whoever was cut off can no longer be at it.
      expect(await advanceMove(w.ports, move, ALL)).toMatchObject({ state: 'undoing', counts: { back: 1 } });
      expect(await w.caseOf(id)).toMatchObject({ configuration: OLD, at: { stage: 'check' } });
      w.minutes(3);
      expect(await advanceMove(w.ports, move, ALL)).toMatchObject({ state: 'undone', counts: { back: 1 } });
    });

    test('undone while somebody is still moving a case puts that one back too, before it is at its end', async () => {
      const w = world(of());
      const id = await w.live(WAY_TO['a plan in check']);
      const { id: move } = await started(w);
      const [slow, going] = [held(), held()];
      const load = async (caseId: string) => {
        going.open();
        await slow.gate;
        return w.ports.cases.load(caseId);
      };
      const late = advanceMove({ ...w.ports, cases: { ...w.ports.cases, load } }, move, ALL);
      await going.gate;
      job(await stopMove(w.ports, { id: move, by: sam }));
      job(await undoMove(w.ports, { id: move, by: sam, reason: 'At once.' }));
      expect(await advanceMove(w.ports, move, ALL)).toMatchObject({ state: 'undoing', counts: { back: 0 } });
      slow.open();
      await late;
      expect(await w.caseOf(id)).toMatchObject({ configuration: NEW });
      w.minutes(1);
      expect(await advanceMove(w.ports, move, ALL)).toMatchObject({ state: 'undoing', counts: { back: 1 } });
      w.minutes(2);
      expect(await advanceMove(w.ports, move, ALL)).toMatchObject({ state: 'undone', counts: { back: 1 } });
      expect(await w.caseOf(id)).toMatchObject({ configuration: OLD, at: { stage: 'check' } });
    });

    test('that was undone is undone again where a case was left, and otherwise stays as it is', async () => {
      const w = world(of());
      const id = await w.live(WAY_TO['a plan in check']);
      const { id: move } = await started(w);
      const before = await advanceMove(w.ports, move, ALL);
      if (!before) throw new Error('no job');
      await w.ports.moves.save({ before, after: { ...before, state: 'undone', revision: before.revision + 1 } });
      const asked = { id: move, by: sam, reason: 'One was left.' };
      expect(job(await undoMove(w.ports, asked))).toMatchObject({ state: 'undoing' });
      expect(await advanceMove(w.ports, move, ALL)).toMatchObject({ state: 'undone', counts: { back: 1 } });
      expect(await w.caseOf(id)).toMatchObject({ configuration: OLD });
      expect(job(await undoMove(w.ports, asked))).toMatchObject({ state: 'undone' });
    });

    test('goes no further than one batch after another version is live', async () => {
      const w = world(of());
      for (let each = 0; each < 20; each += 1) await w.live(WAY_TO['an assessment']);
      const { id: move } = await started(w);
      const record: MovePorts['moves']['record'] = async (id, result) => {
        w.state.current = NEXT;
        await w.ports.moves.record(id, result);
      };
      const stopped = await advanceMove({ ...w.ports, moves: { ...w.ports.moves, record } }, move, ALL);
      expect(stopped).toMatchObject({ state: 'stopped', stoppedBecause: expect.any(String) });
      expect(await resultsOf(w, move)).toHaveLength(16);
    });

    test('never has what came of a case overwritten by a choice that came too late', async () => {
      const w = world(of());
      const id = await w.live(WAY_TO['an assessment']);
      const { id: move } = await started(w, NEXT);
      await advanceMove(w.ports, move, ALL);
      const seen = await resultsOf(w, move);
      const choice = { id: move, caseId: id, by: sam, stage: 'assessment' };
      job(await choosePlace(w.ports, choice));
      await advanceMove(w.ports, move, ALL);
      // Somebody else looked at the list before that.
      const stale = { ...w.ports, moves: { ...w.ports.moves, results: async () => [...seen] } };
      expect(await choosePlace(stale, choice)).toMatchObject({ refused: 'conflict' });
      expect(await resultsOf(w, move)).toMatchObject([{ caseId: id, outcome: 'moved' }]);
      expect(await w.ports.moves.load(move)).toMatchObject({ state: 'done' });
    });

    test('keeps no choice while another is at work', async () => {
      const w = world(of());
      const id = await w.live(WAY_TO['an assessment']);
      const { id: move } = await started(w, NEXT);
      await advanceMove(w.ports, move, ALL);
      const found = await resultsOf(w, move);
      await started(w, NEXT);
      const choice = { id: move, caseId: id, by: sam, stage: 'assessment' };
      expect(await choosePlace(w.ports, choice)).toMatchObject({ refused: 'busy' });
      expect(await resultsOf(w, move)).toEqual(found);
    });

    test('keeps of what was chosen beforehand only what it would ask, and what the law allows', async () => {
      const w = world(of());
      const [asks, unlawful, supported] = [
        await w.live(WAY_TO['an assessment']),
        await w.live(WAY_TO['an assessment']),
        await w.live(WAY_TO['support in place']),
      ];
      w.state.current = NEXT;
      const choices = { [asks]: 'story', [unlawful]: 'approval', [supported]: 'story', 'C-NOTHERE1': 'story', 'x#y': 'story' };
      const { id: move } = job(await startMove(w.ports, { ...WHY, to: NEXT, choices }));
      expect(await resultsOf(w, move)).toMatchObject([{ caseId: asks, outcome: 'chosen', choice: 'story' }]);
    });

    test('is begun once by one form, and a form that is refused leaves nothing behind', async () => {
      const w = world(of());
      const id = await w.live(WAY_TO['an assessment']);
      w.state.current = NEXT;
      const form = { ...WHY, to: NEXT, request: randomUUID(), choices: { [id]: 'story' } };
      const both = await Promise.all([startMove(w.ports, form), startMove(w.ports, form)]);
      const [first, second] = both.map(job);
      expect(second?.id).toBe(first?.id);
      const recorded: string[] = [];
      const record: MovePorts['moves']['record'] = async (move) => void recorded.push(move);
      const ports = { ...w.ports, moves: { ...w.ports.moves, record } };
      const refused = { ...form, request: randomUUID() };
      expect(await startMove(ports, refused)).toMatchObject({ refused: 'busy' });
      expect(recorded).toEqual([]);
      await advanceMove(w.ports, first?.id ?? '', ALL);
      expect(job(await startMove(w.ports, form))).toMatchObject({ id: first?.id, state: 'done' });
      // Had the refused form kept its choice, this move would begin with it.
      const again = job(await startMove(w.ports, { ...refused, choices: {} }));
      expect(await resultsOf(w, again.id)).toEqual([]);
    });

    test('taken further twice at once moves each case once', async () => {
      const w = world(of());
      const ids = [await w.live(WAY_TO['an assessment']), await w.live(WAY_TO['a plan in check'])];
      const { id: move } = await started(w);
      await Promise.all([advanceMove(w.ports, move, ALL), advanceMove(w.ports, move, ALL)]);
      expect(await advanceMove(w.ports, move, ALL)).toMatchObject({ state: 'done', counts: { moved: 1, same: 1 } });
      for (const id of ids) {
        const moves = (await of().histories.of(id)).filter(({ event }) => event.type === 'CaseMoved');
        expect(moves).toHaveLength(1);
      }
    });

    test('stops by itself where another version was published since', async () => {
      const w = world(of());
      const id = await w.live(WAY_TO['an assessment']);
      const { id: move } = await started(w);
      w.state.current = NEXT;
      expect(await advanceMove(w.ports, move, ALL)).toMatchObject({ state: 'stopped', stoppedBecause: expect.any(String) });
      expect(await w.caseOf(id)).toMatchObject({ configuration: OLD });
      expect(await resumeMove(w.ports, { id: move, by: sam })).toMatchObject({ refused: 'not-in-force' });
    });

    test('leaves a case that somebody closes meanwhile, and so does an undo', async () => {
      const w = world(of());
      const id = await w.live(WAY_TO['an assessment']);
      const { id: move } = await started(w);
      await advanceMove(w.ports, move, ALL);
      await w.ask(id, { by: priya, command: { type: 'withdraw', reasons: 'She is well.' } });
      job(await undoMove(w.ports, { id: move, by: sam, reason: 'A mistake.' }));
      expect(await advanceMove(w.ports, move, ALL)).toMatchObject({ state: 'undone', counts: { back: 0, kept: 1 } });
      expect((await resultsOf(w, move))[0]?.undone).toMatchObject({ back: false, why: expect.stringContaining('closed') });
    });
  });

  describe('is refused', () => {
    test('while another is at work, also when two begin at once', async () => {
      const w = world(of());
      w.state.current = NEW;
      const both = await Promise.all([startMove(w.ports, { ...WHY, to: NEW }), startMove(w.ports, { ...WHY, to: NEW })]);
      const [first, ...more] = both.filter((answer): answer is MoveJob => !isMoveRefusal(answer));
      expect(more).toEqual([]);
      expect(both.filter(isMoveRefusal)).toMatchObject([{ refused: expect.stringMatching(/busy|conflict/) }]);
      const again = await startMove(w.ports, { ...WHY, to: NEW });
      expect(again).toMatchObject({ refused: 'busy' });
      const { id } = job(first);
      job(await stopMove(w.ports, { id, by: sam }));
      const second = job(await startMove(w.ports, { ...WHY, to: NEW }));
      expect(await resumeMove(w.ports, { id, by: sam })).toMatchObject({ refused: 'busy' });
      await advanceMove(w.ports, second.id, ALL);
      expect(job(await resumeMove(w.ports, { id, by: sam }))).toMatchObject({ state: 'running' });
      await advanceMove(w.ports, id, ALL);
    });

    test.each<[string, (w: World, id: string) => Promise<MoveAnswer>, string]>([
      ['a start by a worker', (w) => startMove(w.ports, { ...WHY, to: NEW, by: priya }), 'not-allowed'],
      ['a start without a reason', (w) => startMove(w.ports, { ...WHY, to: NEW, reason: ' ' }), 'reasons-needed'],
      [
        'a start to a version that was live a moment ago',
        (w) => startMove({ ...w.ports, live: async () => ({ version: NEXT }) }, { ...WHY, to: NEW }),
        'not-in-force',
      ],
      ['a start to a version that is not in force', (w) => startMove(w.ports, { ...WHY, to: NEXT }), 'not-in-force'],
      ['stopping by a worker', (w, id) => stopMove(w.ports, { id, by: priya }), 'not-allowed'],
      ['stopping what is not there', (w) => stopMove(w.ports, { id: 'M-NOTHERE123', by: sam }), 'absent'],
      ['going on with what is done', (w, id) => resumeMove(w.ports, { id, by: sam }), 'not-now'],
      ['an undo without a reason', (w, id) => undoMove(w.ports, { id, by: sam, reason: '' }), 'reasons-needed'],
      [
        'an undo after thirty days',
        (w, id) => {
          w.state.now = new Date(w.state.now.getTime() + 30 * 86_400_000 + 1);
          return undoMove(w.ports, { id, by: sam, reason: 'Late.' });
        },
        'too-late',
      ],
    ])('%s', async (_, ask, refused) => {
      const w = world(of());
      const { id } = await started(w);
      await advanceMove(w.ports, id, ALL);
      expect(await ask(w, id)).toMatchObject({ refused, message: expect.stringMatching(/^[A-Z].*\.$/) });
    });

    test('undoing what is at work; on the thirtieth day it can still be undone', async () => {
      const w = world(of());
      const { id } = await started(w);
      expect(await undoMove(w.ports, { id, by: sam, reason: 'Now.' })).toMatchObject({ refused: 'not-now' });
      await advanceMove(w.ports, id, ALL);
      w.state.now = new Date(w.state.now.getTime() + 30 * 86_400_000);
      expect(job(await undoMove(w.ports, { id, by: sam, reason: 'In time.' }))).toMatchObject({ state: 'undoing' });
      expect(await advanceMove(w.ports, id, ALL)).toMatchObject({ state: 'undone' });
      expect((await w.ports.moves.list()).map((each) => each.id)).toContain(id);
    });
  });

  test('whoever saves on what is no longer so is told, and nothing is overwritten', async () => {
    const w = world(of());
    const first = await started(w);
    job(await stopMove(w.ports, { id: first.id, by: sam }));
    const stale = { ...first, revision: 2, title: 'Stale' };
    expect(await w.ports.moves.save({ before: first, after: stale })).toBe('conflict');
    expect(await w.ports.moves.save({ after: { ...first, state: 'stopped' } })).toBe('conflict');
    expect(await w.ports.moves.load(first.id)).toMatchObject({ title: WHY.title, state: 'stopped', revision: 2 });
  });

  test('a preview looks at no more than it may, and says so', async () => {
    const w = world(of());
    for (let each = 0; each < 3; each += 1) await w.live(WAY_TO['an assessment']);
    expect(await previewMove(w.ports, stripped, 9, 2)).toMatchObject({ looked: 2, more: true, page: 1 });
  });
};
