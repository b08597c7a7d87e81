/**
 * Act, deliver, recover and the daily reviews, on the real adapters. Only the engine is made up here, so that it can be seen, and
 * can fail; the real one is in the journeys.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { type ActPorts, act } from '../../../lib/app/act.ts';
import { type Bundle, configurationOf } from '../../../lib/app/configuration.ts';
import { deliverLeftovers } from '../../../lib/app/deliver.ts';
import { openDueReviews } from '../../../lib/app/open-due-reviews.ts';
import type { Engine, StoredCase } from '../../../lib/app/ports.ts';
import { recover } from '../../../lib/app/recover.ts';
import { type Actor, SYSTEM } from '../../../lib/domain/actor.ts';
import type { Command } from '../../../lib/domain/command.ts';
import { answerWith, MONDAY, open, type Step, send, WAY_TO } from '../../support/case-so-far.ts';
import { publishAnyway } from '../../support/publishing.ts';
import { ada, model, priya, route, small } from '../../support/small-council.ts';
import type { Adapters } from './adapters.ts';
import { newId } from './commits.ts';

const MACHINE = 'arn:aws:states:eu-west-2:000000000000:stateMachine:small:1';
const VERSION = '00000000000000ac';

const bundle: Bundle = {
  version: VERSION,
  council: small.council,
  pathways: [{ ...route, jurisdiction: 'ENG', title: 'Small' }],
  forms: [...small.forms],
  questions: [...small.questions],
  charging: [],
  letters: [],
  support: [],
  allocation: [model],
};
const publish = ({ publishing }: Adapters) => publishAnyway(publishing, { bundle, machines: { small: MACHINE } });

/** The same council a little later: a question reworded, one fewer. */
const LATER = '00000000000000ad';
const later: Bundle = {
  ...bundle,
  version: LATER,
  questions: bundle.questions.map((question) => (question.id === 'washing' ? { ...question, ask: 'Keeping clean' } : question)),
  forms: bundle.forms.filter(({ id }) => id !== 'about'),
  pathways: bundle.pathways.map((pathway) => ({
    ...pathway,
    stages: pathway.stages.map((stage) => ('includes' in stage ? { ...stage, includes: undefined } : stage)),
  })),
};

type Call = readonly [call: 'start' | 'resume' | 'stop', name: string, about?: unknown];

/** An engine that writes down what it is told, and refuses while `down`. */
const engineWith = (calls: Call[], down: () => boolean): Engine => {
  const told = async (...call: Call) => {
    if (down()) throw new Error('the engine is down');
    calls.push(call);
  };
  return {
    start: (_, name, input) => told('start', name, input),
    resume: (token, result) => told('resume', token, result),
    stop: (_, name) => told('stop', name),
  };
};

const world = (adapters: Adapters, at = MONDAY) => {
  const calls: Call[] = [];
  const logged: string[] = [];
  const state = { now: new Date(at), down: false, running: true };
  const { cases, configurations, outbox } = adapters;
  const ports: ActPorts = {
    cases,
    configurations: { ...configurations, current: () => configurations.version(VERSION) },
    outbox,
    engine: engineWith(calls, () => state.down),
    clock: () => state.now,
    log: (message) => logged.push(message),
  };
  const watch = { isRunning: async () => state.running };
  return { calls, logged, state, ports, watch, sweep: adapters.outboxSweep, watchList: adapters.watchList };
};
type World = ReturnType<typeof world>;

const asker = ({ ports }: World, caseId: string) => {
  const ask = (by: Actor, command: Command, request?: string) =>
    act(ports, {
      caseId,
      command: command.type === 'open-case' ? { ...command, caseId } : command,
      by,
      ...(request === undefined ? {} : { request }),
    });
  const follow = async (steps: readonly Step[]) => {
    for (const { by, command } of steps) {
      const acted = await ask(by, command);
      if (!acted.done) throw new Error(`${command.type}: ${JSON.stringify(acted)}`);
    }
  };
  return { ask, follow };
};

const mine = async ({ sweep }: World, caseId: string) =>
  (await sweep.filedBefore('9999')).filter(({ effect }) => effect.caseId === caseId);

export const actContract = (of: () => Adapters): void => {
  beforeAll(() => publish(of()));

  describe('telling the engine', () => {
    test('a new case starts its machine under its own name, with ids only', async () => {
      const [w, id] = [world(of()), newId('C')];
      await asker(w, id).follow([open]);
      expect(w.calls).toEqual([
        ['start', `${id}-run-1`, { caseId: id, run: 1, resumeAt: 'story', dueSeconds: expect.any(Number) }],
      ]);
      expect(await mine(w, id)).toEqual([]);
    });

    test('a finished stage resumes it with the outcome, by the token it waits on', async () => {
      const [w, id] = [world(of()), newId('C')];
      const { ask, follow } = asker(w, id);
      await follow(WAY_TO['a story told']);
      await ask(SYSTEM, { type: 'open-stage', stage: 'story', run: 1, token: 'token-1' });
      await follow([send]);
      expect(w.calls.at(-1)).toEqual(['resume', 'token-1', { outcome: 'sent', dueSeconds: expect.any(Number) }]);
    });

    test('a draft goes on with newer questions on another machine, and every answer goes with it', async () => {
      const [w, id] = [world(of()), newId('C')];
      const { ask, follow } = asker(w, id);
      await follow([open, answerWith('washing', 'p6')]);
      await ask(ada, { type: 'answer-question', answers: { 'has-cat': true, 'cat-name': 'Tibby' } });
      const before = await w.ports.cases.load(id);
      await publishAnyway(of().publishing, { bundle: later, machines: { small: `${MACHINE}0` } });
      const adopted = await ask(ada, { type: 'adopt-configuration', to: configurationOf(later) });
      expect(adopted.done).toBe(true);
      expect(w.calls.slice(1)).toEqual([
        ['stop', `${id}-run-1`],
        ['start', `${id}-run-2`, { caseId: id, run: 2, resumeAt: 'story', dueSeconds: expect.any(Number) }],
      ]);
      const after = await w.ports.cases.load(id);
      expect(after?.case).toMatchObject({ configuration: LATER, facts: before?.case.facts ?? {} });
      await follow([answerWith('going-out', 'p0'), send]);
      expect((await w.ports.cases.load(id))?.case).toMatchObject({
        at: { stage: 'assessment' },
        facts: before?.case.facts ?? {},
      });
    });

    test('a machine that comes late is sent on, with what it missed', async () => {
      const [w, id] = [world(of()), newId('C')];
      const { ask, follow } = asker(w, id);
      await follow(WAY_TO['an assessment']);
      expect(w.calls.map(([call]) => call)).toEqual(['start']);
      await ask(SYSTEM, { type: 'open-stage', stage: 'story', run: 1, token: 'late' });
      expect(w.calls.at(-1)).toEqual(['resume', 'late', { outcome: 'sent', dueSeconds: expect.any(Number) }]);
    });

    test('with the engine down the change stands, and the sweep tells it later', async () => {
      const [w, id] = [world(of()), newId('C')];
      w.state.down = true;
      await asker(w, id).follow([open]);
      expect(w.logged).toHaveLength(1);
      expect(await mine(w, id)).toHaveLength(1);
      w.state.down = false;
      const soon = new Date(w.state.now.getTime() + 4_000);
      await deliverLeftovers({ ...w.ports, sweep: w.sweep }, soon);
      expect(w.calls.filter(([, name]) => name === `${id}-run-1`)).toEqual([]);
      await deliverLeftovers({ ...w.ports, sweep: w.sweep }, new Date(w.state.now.getTime() + 60_000));
      expect(w.calls.filter(([, name]) => name === `${id}-run-1`)).toHaveLength(1);
      expect(await mine(w, id)).toEqual([]);
    });

    test('at a start nothing is on its way, so the sweep waits for nothing', async () => {
      const [w, id] = [world(of()), newId('C')];
      w.state.down = true;
      await asker(w, id).follow([open]);
      w.state.down = false;
      await deliverLeftovers({ ...w.ports, sweep: w.sweep }, w.state.now, true);
      expect(w.calls.filter(([, name]) => name === `${id}-run-1`)).toHaveLength(1);
      expect(await mine(w, id)).toEqual([]);
    });

    test('a case the person stopped stops its machine', async () => {
      const [w, id] = [world(of()), newId('C')];
      await asker(w, id).follow(WAY_TO['a withdrawn case']);
      expect(w.calls.at(-1)).toEqual(['stop', `${id}-run-1`]);
    });
  });

  describe('asking', () => {
    test('what the domain refuses is handed on, and nothing is written', async () => {
      const [w, id] = [world(of()), newId('C')];
      const { ask, follow } = asker(w, id);
      await follow([open]);
      expect(await ask(ada, send.command)).toMatchObject({
        done: false,
        why: 'refused',
        refusal: { refused: 'story-incomplete' },
      });
      expect(await of().histories.of(id)).toHaveLength(1);
    });

    test('a case that is not there is absent', async () => {
      const w = world(of());
      expect(await asker(w, newId('C')).ask(priya, send.command)).toEqual({ done: false, why: 'absent' });
    });

    test('the same form twice acts once and is answered twice', async () => {
      const [w, id] = [world(of()), newId('C')];
      const { ask, follow } = asker(w, id);
      await follow(WAY_TO['a story told']);
      const once = await ask(ada, send.command, 'form-1');
      const twice = await ask(ada, send.command, 'form-1');
      expect(once).toMatchObject({ done: true, events: [{ type: 'StageFinished' }] });
      expect(twice).toMatchObject({ done: true, events: [] });
      expect((await ask(ada, send.command, 'form-2')).done).toBe(false);
    });

    test('twenty forms are remembered', async () => {
      const [w, id] = [world(of()), newId('C')];
      const { ask, follow } = asker(w, id);
      await follow([open]);
      for (let each = 0; each < 20; each += 1)
        await ask(ada, answerWith('washing', each % 2 === 0 ? 'p6' : 'p12').command, `form-${each}`);
      expect(await ask(ada, answerWith('washing', 'p0').command, 'form-0')).toMatchObject({ done: true, events: [] });
      await ask(ada, answerWith('washing', 'p6').command, 'form-20');
      expect(await ask(ada, answerWith('washing', 'p0').command, 'form-0')).toMatchObject({ events: [{ type: 'AnswerGiven' }] });
    });

    test('ten who click at once: each form acts once, whoever loses is told, nothing is half done', async () => {
      const [w, id] = [world(of()), newId('C')];
      const { ask, follow } = asker(w, id);
      await follow(WAY_TO['a story told']);
      const clicks = await Promise.all(Array.from({ length: 10 }, (_, place) => ask(ada, send.command, `click-${place}`)));
      expect(clicks.filter((each) => each.done)).toHaveLength(1);
      const events = await of().histories.of(id);
      expect(events.filter(({ event }) => event.type === 'StageFinished')).toHaveLength(1);
    });
  });

  describe('losing a race', () => {
    /** Another change slips in between each of the first `times` loads and the commit that follows. */
    const disturbed = (w: World, id: string, times: number): World => {
      let left = times;
      const { cases } = w.ports;
      const load = async (caseId: string): Promise<StoredCase | undefined> => {
        const stored = await cases.load(caseId);
        if (left > 0) {
          left -= 1;
          await asker(w, id).ask(ada, answerWith('washing', left % 2 ? 'p0' : 'p12').command);
        }
        return stored;
      };
      return { ...w, ports: { ...w.ports, cases: { ...cases, load } } };
    };

    test.each([
      [1, 'a person', ada, true],
      [2, 'a person', ada, false],
      [5, 'the machine', SYSTEM, true],
      [6, 'the machine', SYSTEM, false],
    ] as const)('%i times, %s', async (times, _, by, done) => {
      const [w, id] = [world(of()), newId('C')];
      await asker(w, id).follow(WAY_TO['a story told']);
      const command: Command =
        by === SYSTEM ? { type: 'open-stage', stage: 'story', run: 1, token: 't' } : answerWith('going-out', 'p12').command;
      const acted = await asker(disturbed(w, id, times), id).ask(by, command);
      expect(acted.done).toBe(done);
      if (!acted.done) expect(acted.why).toBe('conflict');
    });
  });

  describe('recovering', () => {
    const everything = (w: World) => recover({ ...w.ports, watch: w.watch, watchList: w.watchList }, true);
    const asUsual = (w: World) => recover({ ...w.ports, watch: w.watch, watchList: w.watchList }, false);
    const about = (w: World, id: string) =>
      w.calls.filter(([, name]) => name.startsWith(id)).map(([call, name]) => `${call} ${name.slice(id.length)}`);

    test('a case whose machine is gone gets a new one at the stage it is at', async () => {
      const [w, id] = [world(of()), newId('C')];
      await asker(w, id).follow(WAY_TO['an assessment']);
      w.state.running = false;
      await everything(w);
      expect(about(w, id)).toEqual(['start -run-1', 'stop -run-1', 'start -run-2']);
      expect(w.calls.at(-1)?.[0]).toBeDefined();
      expect(w.calls.find(([, name]) => name === `${id}-run-2`)?.[2]).toMatchObject({ resumeAt: 'assessment', run: 2 });
    });

    test('a case whose machine runs is left alone', async () => {
      const [w, id] = [world(of()), newId('C')];
      await asker(w, id).follow(WAY_TO['an assessment']);
      await everything(w);
      expect(about(w, id)).toEqual(['start -run-1']);
    });

    test('a machine that has not arrived after ten minutes counts as lost', async () => {
      const [w, id] = [world(of()), newId('C')];
      await asker(w, id).follow(WAY_TO['a figure to work out']);
      w.state.now = new Date(w.state.now.getTime() + 9 * 60_000);
      await asUsual(w);
      expect(about(w, id)).toEqual(['start -run-1']);
      w.state.now = new Date(w.state.now.getTime() + 2 * 60_000);
      await asUsual(w);
      expect(about(w, id)).toEqual(['start -run-1', 'stop -run-1', 'start -run-2']);
    });

    test('what breaks again and again is left for a person after three starts', async () => {
      const [w, id] = [world(of()), newId('C')];
      const { ask, follow } = asker(w, id);
      await follow(WAY_TO['an assessment']);
      w.state.running = false;
      for (let run = 1; run <= 6; run += 1) {
        await ask(SYSTEM, { type: 'flag-attention', stage: 'assessment', run, error: 'Oops' });
        await asUsual(w);
      }
      expect(about(w, id).filter((call) => call.startsWith('start'))).toHaveLength(4);
    });

    test('a machine that never arrives is put before a person after three starts', async () => {
      const [w, id] = [world(of()), newId('C')];
      await asker(w, id).follow(WAY_TO['a figure to work out']);
      w.state.running = false;
      for (let quarter = 0; quarter < 8; quarter += 1) {
        w.state.now = new Date(w.state.now.getTime() + 15 * 60_000);
        await asUsual(w);
      }
      expect(about(w, id).filter((call) => call.startsWith('start'))).toHaveLength(4);
      const stored = (await of().cases.load(id))?.case;
      expect(stored).toMatchObject({ state: 'underway', at: { attention: { error: 'NotArriving' } } });
    });

    test('a case without a machine to recover does not keep the others waiting', async () => {
      const [w, id] = [world(of()), newId('C')];
      await asker(w, id).follow(WAY_TO['an assessment']);
      const broken = { ...w, watch: { isRunning: async () => Promise.reject(new Error('cannot say')) } };
      await expect(everything(broken)).resolves.toMatchObject({ restarted: 0 });
      expect(w.logged).toContain('a case could not be recovered');
    });
  });

  describe('reviews that fall due', () => {
    test('are opened though another case cannot be', async () => {
      const [w, broken, fine] = [world(of()), newId('C'), newId('C')];
      for (const id of [broken, fine]) await asker(w, id).follow(WAY_TO['support in place']);
      const { load } = w.ports.cases;
      const cases = {
        ...w.ports.cases,
        load: async (id: string) => (id === broken ? Promise.reject(new Error('no')) : load(id)),
      };
      w.state.now = new Date('2027-01-01T05:00:00Z');
      await openDueReviews({ ...w.ports, cases, reviews: of().reviewList });
      expect((await load(fine))?.case).toMatchObject({ state: 'underway', reviewing: 'due' });
      expect((await load(broken))?.case.state).toBe('supported');
    });

    test('are opened on their day, once, and start a run of their own', async () => {
      const [w, id] = [world(of()), newId('C')];
      await asker(w, id).follow(WAY_TO['support in place']);
      const days = async (date: string) => {
        w.state.now = new Date(`${date}T05:00:00Z`);
        await openDueReviews({ ...w.ports, reviews: of().reviewList });
        return (await of().cases.load(id))?.case;
      };
      expect(await days('2026-12-13')).toMatchObject({ state: 'supported' });
      expect(await days('2026-12-15')).toMatchObject({ state: 'underway', run: 2, at: { stage: 'review' }, reviewing: 'due' });
      expect(await days('2026-12-16')).toMatchObject({ run: 2 });
      expect(w.calls.filter(([, name]) => name === `${id}-run-2`)).toHaveLength(1);
    });
  });
};
