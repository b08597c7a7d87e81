/**
 * A plan with a share of what several people pay for together, on the real adapters: no plan is agreed on a share that went while it was
 * being agreed, and whoever's agreed share goes is told by a review.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { type ActPorts, act } from '../../../lib/app/act.ts';
import { actHousehold } from '../../../lib/app/act-household.ts';
import type { Bundle } from '../../../lib/app/configuration.ts';
import type { Households } from '../../../lib/app/ports.ts';
import { tellSharers } from '../../../lib/app/tell-sharers.ts';
import { SYSTEM } from '../../../lib/domain/actor.ts';
import type { Household, NewMember } from '../../../lib/domain/household.ts';
import type { HouseholdCommand } from '../../../lib/domain/household-command.ts';
import type { Acting } from '../../../lib/domain/household-setting.ts';
import type { PlanContent } from '../../../lib/domain/plan.ts';
import {
  allocateNow,
  answerWith,
  approve,
  arrange,
  askReview,
  check,
  confirm,
  MONDAY,
  offer,
  open,
  plan,
  reviewed,
  type Step,
  save,
  send,
} from '../../support/case-so-far.ts';
import { content, own, worker } from '../../support/households.ts';
import { publishAnyway } from '../../support/publishing.ts';
import { glenda, model, priya, route, small } from '../../support/small-council.ts';
import type { Adapters } from './adapters.ts';
import { newId } from './commits.ts';

const VERSION = '00000000000000ae';
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
const TODAY = MONDAY.slice(0, 10);
const TOLD = 'Something you pay for together has changed: Friday nights. Your support goes on while we look at it with you.';

/** £60 a week by parts of one each, unless it says otherwise. */
const sharing = (household: string, pence: number, ends?: string): PlanContent => ({
  ...plan,
  items: [
    {
      what: 'Friday nights',
      provider: '',
      unit: 'week',
      units: '1',
      unitPence: pence,
      meets: ['CA-HYGIENE', 'CA-COMMUNITY'],
      share: { household, pool: 1, pence },
      ...(ends && { ends }),
    },
  ],
});

const world = (of: () => Adapters) => {
  const { cases, configurations, outbox, households } = of();
  const logged: string[] = [];
  const told = async (): Promise<void> => undefined;
  const ports: ActPorts & { households: Households } = {
    cases,
    configurations: { ...configurations, current: () => configurations.version(VERSION) },
    outbox,
    engine: { start: told, resume: told, stop: told },
    clock: () => new Date(MONDAY),
    log: (message) => logged.push(message),
    households,
  };
  const follow = async (caseId: string, steps: readonly Step[]) => {
    for (const { by, command } of steps) {
      const asked = command.type === 'open-case' ? { ...command, caseId } : command;
      const acted = await act(ports, { caseId, command: asked, by });
      if (!acted.done) throw new Error(`${command.type}: ${JSON.stringify(acted)}`);
    }
  };
  const change = async (id: string, command: HouseholdCommand, acting: Acting): Promise<Household> => {
    const acted = await actHousehold(ports, { id, command, acting });
    if (!acted.done) throw new Error(`${command.type}: ${JSON.stringify(acted)}`);
    await tellSharers(ports, acted);
    return acted.household;
  };
  return { ports, logged, follow, change, caseOf: async (id: string) => (await cases.load(id))?.case };
};

const someone = (name: string): NewMember => ({ caseId: newId('C'), person: { id: newId('P'), name }, kind: 'adult' });
const PLANNING = [open, answerWith('washing', 'p6'), answerWith('going-out', 'p6'), send, confirm(), allocateNow()];
const upTo = (written: PlanContent, from = 0) => ({
  offered: [save(written, from), offer(from + 1)],
  toAgree: [save(written, from), offer(from + 1), check()],
  supported: [save(written, from), offer(from + 1), check(), approve(from + 1, 'Less is enough.'), arrange()],
});
const leave = (from = TODAY): HouseholdCommand => ({ type: 'leave-pool', number: 1, from, words: '' });

/** Three people share “Friday nights” by equal parts, £20 each, agreed by all. */
const sharers = async (w: ReturnType<typeof world>) => {
  const [ada, ben, cai] = [someone('Ada'), someone('Ben'), someone('Cai')];
  const id = newId('H');
  const members = [ada, ben, cai].map((each) => ({ ...each, words: 'Yes.' }));
  await w.change(id, { type: 'open-household', id, name: 'Us', members }, worker(ada));
  const parts = [ada, ben, cai].map((each) => [each, 1] as const);
  await w.change(
    id,
    { type: 'start-pool', name: 'Friday nights', purpose: 'A driver', content: content(parts, { startsOn: TODAY }) },
    own(ada),
  );
  for (const each of [ben, cai]) await w.change(id, { type: 'agree-pool', number: 1, version: 1, words: '' }, own(each));
  return { id, ada, ben, cai };
};

export const sharersContract = (of: () => Adapters): void => {
  beforeAll(() =>
    publishAnyway(of().publishing, { bundle, machines: { small: 'arn:aws:states:eu-west-2:0:stateMachine:small:1' } }),
  );

  describe('while a plan moves on, what it shares in', () => {
    /** Ada's case at a place, and ports in which something is said after the household was loaded and before the commit. */
    const disturbed = async (steps: 'written' | 'checked', command: HouseholdCommand, times = 1) => {
      const w = world(of);
      const all = await sharers(w);
      const { toAgree } = upTo(sharing(all.id, 2000));
      await w.follow(all.ada.caseId, [...PLANNING, ...(steps === 'written' ? toAgree.slice(0, 1) : toAgree)]);
      let left = times;
      const load: Households['load'] = async (id) => {
        const stored = await w.ports.households.load(id);
        if (left > 0) {
          left -= 1;
          await w.change(all.id, command, worker(all.ben));
        }
        return stored;
      };
      const racing: ActPorts = { ...w.ports, households: { load } };
      return { w, all, ask: ({ by, command: asked }: Step) => act(racing, { caseId: all.ada.caseId, command: asked, by }) };
    };
    const gone: HouseholdCommand = { ...leave(), words: 'I stop.' } as HouseholdCommand;
    const talks: HouseholdCommand = { type: 'agree-to', what: 'conversation', words: 'Yes.' };

    test.each([
      ['offered', 'written', offer()],
      ['agreed', 'checked', approve(1, 'Less is enough.')],
    ] as const)('ended: it is not %s, and the case stays where it was', async (_, place, step) => {
      const { w, all, ask } = await disturbed(place, gone);
      const before = await w.caseOf(all.ada.caseId);
      expect(await ask(step)).toMatchObject({ done: false, why: 'refused', refusal: { refused: 'share-not-agreed' } });
      expect(await w.caseOf(all.ada.caseId)).toEqual(before);
    });

    test('changed in what does not matter: it is decided again, and done', async () => {
      const { ask } = await disturbed('checked', talks);
      expect(await ask(approve(1, 'Less is enough.'))).toMatchObject({ done: true });
    });

    test('changed twice: it is a conflict, as with any race that is lost twice', async () => {
      const w = world(of);
      const all = await sharers(w);
      await w.follow(all.ada.caseId, [...PLANNING, ...upTo(sharing(all.id, 2000)).toAgree]);
      const said: HouseholdCommand[] = [talks, { type: 'write-to-household', words: 'Hello.' }];
      const load: Households['load'] = async (id) => {
        const stored = await w.ports.households.load(id);
        const next = said.shift();
        if (next) await w.change(all.id, next, worker(all.ben));
        return stored;
      };
      const acted = await act(
        { ...w.ports, households: { load } },
        { caseId: all.ada.caseId, command: approve(1, 'Less is enough.').command, by: glenda },
      );
      expect(acted).toEqual({ done: false, why: 'conflict' });
    });

    test('changed while nothing rests on it: nobody is kept waiting', async () => {
      const { w, all } = await disturbed('written', talks, 0);
      const load: Households['load'] = async (id) => {
        const stored = await w.ports.households.load(id);
        return stored && { ...stored, household: { ...stored.household, version: stored.household.version - 1 } };
      };
      const acted = await act(
        { ...w.ports, households: { load } },
        { caseId: all.ada.caseId, command: save(sharing(all.id, 2000), 1).command, by: priya },
      );
      expect(acted).toMatchObject({ done: true });
    });
  });

  describe('whose agreed share goes', () => {
    const supported = async (pence = 2000, ends?: string) => {
      const w = world(of);
      const all = await sharers(w);
      for (const { caseId } of [all.ada, all.ben])
        await w.follow(caseId, [...PLANNING, ...upTo(sharing(all.id, pence, ends)).supported]);
      // Cai is still planning.
      await w.follow(all.cai.caseId, [...PLANNING, ...upTo(sharing(all.id, pence)).toAgree]);
      const states = async () =>
        Promise.all([all.ada, all.ben, all.cai].map(async ({ caseId }) => (await w.caseOf(caseId))?.state));
      return { w, all, states };
    };
    const REVIEWED = ['underway', 'underway', 'underway'];
    const UNTOUCHED = ['supported', 'supported', 'underway'];

    test.each<[string, (by: NewMember, id: string, w: ReturnType<typeof world>) => Promise<unknown>]>([
      ['today', (by, id, w) => w.change(id, leave(), own(by))],
      ['on a day to come', (by, id, w) => w.change(id, leave('2026-12-24'), own(by))],
      ['with the household', (by, id, w) => w.change(id, { type: 'leave-household', words: '' }, own(by))],
    ])('because somebody leaves %s: the others and the leaver are looked at, in the council’s name', async (_, goes) => {
      const { w, all, states } = await supported();
      const before = await w.caseOf(all.cai.caseId);
      await goes(all.ben, all.id, w);
      expect(await states()).toEqual(REVIEWED);
      for (const { caseId } of [all.ada, all.ben]) {
        const state = await w.caseOf(caseId);
        expect(state).toMatchObject({ at: { stage: 'review' }, reviewAsked: TOLD, reviewing: 'requested' });
        const last = (await of().histories.of(caseId)).at(-1);
        expect(last?.event).toMatchObject({ type: 'ReviewOpened', by: { id: SYSTEM.id, role: 'system' } });
      }
      expect(await w.caseOf(all.cai.caseId)).toEqual(before);
      expect(w.logged).toEqual([]);
    });

    test('because other terms are agreed by all; a change that is only offered tells nobody', async () => {
      const { w, all, states } = await supported();
      const parts = [all.ada, all.ben, all.cai].map((each, place) => [each, place === 0 ? 2 : 1] as const);
      const dearer = content(parts, { startsOn: '2026-12-01' });
      await w.change(all.id, { type: 'change-pool', number: 1, basedOn: 1, content: dearer }, own(all.ada));
      await w.change(all.id, { type: 'agree-pool', number: 1, version: 2, words: '' }, own(all.ben));
      expect(await states()).toEqual(UNTOUCHED);
      await w.change(all.id, { type: 'agree-pool', number: 1, version: 2, words: '' }, own(all.cai));
      expect(await states()).toEqual(REVIEWED);
    });

    test('because all of them end it', async () => {
      const { w, all, states } = await supported();
      await w.change(all.id, { type: 'end-pool', number: 1, basedOn: 1, lastDay: '2026-12-24' }, own(all.ada));
      for (const each of [all.ben, all.cai])
        await w.change(all.id, { type: 'agree-pool', number: 1, version: 2, words: '' }, own(each));
      expect(await states()).toEqual(REVIEWED);
    });

    test('nobody is told of what leaves every share as it is, or comes after their line has ended', async () => {
      const { w, all, states } = await supported(2000, '2026-12-23');
      const parts = [all.ada, all.ben, all.cai].map((each) => [each, 7] as const);
      const same = content(parts, { startsOn: TODAY, description: 'The same, in other words' });
      await w.change(all.id, { type: 'change-pool', number: 1, basedOn: 1, content: same }, own(all.ada));
      for (const each of [all.ben, all.cai])
        await w.change(all.id, { type: 'agree-pool', number: 1, version: 2, words: '' }, own(each));
      const put = { kind: 'in', on: TODAY, pence: 100, what: 'Mine', caseId: all.ada.caseId } as const;
      await w.change(all.id, { type: 'record-pool-money', number: 1, movement: put }, own(all.ada));
      await w.change(all.id, leave('2026-12-24'), own(all.ben));
      expect(await states()).toEqual(UNTOUCHED);
    });

    test('once: told again it changes nothing, and a review that is open is not opened twice', async () => {
      const { w, all } = await supported();
      await w.follow(all.ada.caseId, [askReview()]);
      const before = await w.caseOf(all.ada.caseId);
      const acted = await actHousehold(w.ports, { id: all.id, command: leave('2026-12-24'), acting: own(all.ben) });
      if (!acted.done) throw new Error(acted.why);
      await Promise.all([tellSharers(w.ports, acted), tellSharers(w.ports, acted)]);
      await tellSharers(w.ports, acted);
      expect(await w.caseOf(all.ada.caseId)).toEqual(before);
      const opened = (await of().histories.of(all.ben.caseId)).filter(({ event }) => event.type === 'ReviewOpened');
      expect(opened).toHaveLength(1);
      expect(w.logged).toEqual([]);
    });

    test('after the review the same loss is not told again, and a sooner one is', async () => {
      const { w, all } = await supported();
      const later = await actHousehold(w.ports, { id: all.id, command: leave('2026-12-24'), acting: own(all.ben) });
      if (!later.done) throw new Error(later.why);
      await tellSharers(w.ports, later);
      await w.follow(all.ada.caseId, [reviewed('no-change')]);
      const again: HouseholdCommand = { type: 'agree-pool', number: 1, version: 2, words: '' };
      await w.change(all.id, again, own(all.ada));
      await w.change(all.id, again, own(all.cai));
      expect(await w.caseOf(all.ada.caseId)).toMatchObject({ state: 'supported' });
      await w.change(all.id, { type: 'leave-household', words: '' }, own(all.cai));
      expect(await w.caseOf(all.ada.caseId)).toMatchObject({ state: 'underway', at: { stage: 'review' } });
    });

    test('though another case cannot be opened, and what was decided stands', async () => {
      const { w, all } = await supported();
      const acted = await actHousehold(w.ports, { id: all.id, command: leave(), acting: own(all.ben) });
      if (!acted.done) throw new Error(acted.why);
      const { cases } = w.ports;
      const load = async (id: string) => (id === all.ada.caseId ? Promise.reject(new Error('no')) : cases.load(id));
      await tellSharers({ ...w.ports, cases: { ...cases, load } }, acted);
      expect(w.logged).toEqual(['a review of a shared cost was not opened']);
      expect(await w.caseOf(all.ada.caseId)).toMatchObject({ state: 'supported' });
      expect(await w.caseOf(all.ben.caseId)).toMatchObject({ state: 'underway' });
    });
  });
};
