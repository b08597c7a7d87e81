/** Plans that are agreed as soon as they are ready: every criterion stops it alone, the machine catches up, a share is read afterwards. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../lib/domain/actor.ts';
import { atOnceCriteria, isSampled } from '../../lib/domain/at-once.ts';
import { type Case, evolve } from '../../lib/domain/case.ts';
import type { Configuration } from '../../lib/domain/configuration.ts';
import { decide } from '../../lib/domain/decide.ts';
import type { CaseEvent } from '../../lib/domain/event.ts';
import type { PlanContent } from '../../lib/domain/plan.ts';
import { isRefusal } from '../../lib/domain/refusal.ts';
import {
  approve,
  arrange,
  askReview,
  check,
  giveBack,
  MONDAY,
  offer,
  offerAgreed,
  open,
  reviewed,
  type Step,
  save,
  WAY_TO,
} from '../support/case-so-far.ts';
import { type AtOnce, atOnce, chosen, costing, explain, made, reached, withWays } from '../support/council-with-ways.ts';
import { expectThat, type Then } from '../support/given-when-then.ts';
import { ada, tom } from '../support/small-council.ts';

const AT_ONCE: Then = ['FormFilled', 'StageFinished', 'PlanApproved', 'StageFinished'];
const READ_FIRST: Then = ['FormFilled', 'StageFinished'];
const rule = atOnce();
/** In check, on the way to being agreed; `more` happens before it is offered. */
const inCheck = (content: PlanContent, more: readonly Step[] = [], from: readonly Step[] = WAY_TO.planning, on = rule): Case =>
  made([...from, explain(), save(content), ...more, offerAgreed()], on);
const eventsOf = (state: Case, step: Step, on: Configuration): readonly CaseEvent[] => {
  const decision = decide(step.command, state, step.by, on, new Date(step.at ?? MONDAY));
  if (isRefusal(decision)) throw new Error(decision.message);
  return decision;
};
const standingAfter = (state: Case, events: readonly CaseEvent[]): Case =>
  events.reduce<Case>((was, event) => evolve(was, event), state);
const unmetIn = (state: Case, on = rule): string[] => {
  if (!state.plan) throw new Error('no plan');
  return (atOnceCriteria(state, state.plan, on) ?? []).filter(({ met }) => !met).map(({ id }) => id);
};

describe('with nothing flagged', () => {
  test('it is agreed in the same commit in which it is ready', () => {
    expectThat(inCheck(chosen), check(), AT_ONCE, rule);
    const events = eventsOf(inCheck(chosen), check(), rule);
    const state = standingAfter(inCheck(chosen), events);
    expect(state).toMatchObject({
      state: 'underway',
      at: { stage: 'arranging' },
      finished: { check: 'fine', approval: 'approved' },
    });
    expect(new Set(events.map(({ at }) => at)).size).toBe(1);
    expect(events.slice(2).map(({ by }) => by)).toEqual([
      { id: SYSTEM.id, name: SYSTEM.name, role: 'system' },
      { id: SYSTEM.id, name: SYSTEM.name, role: 'system' },
    ]);
  });

  test('also where planning leads straight to it', () => {
    const stages = rule.route.stages.map((stage) =>
      stage.id === 'planning' ? { ...stage, outcomes: { ready: { stage: 'approval' } } } : stage,
    );
    const direct = { ...rule, route: { ...rule.route, stages } } as Configuration;
    const written = made([...WAY_TO.planning, explain(), save(chosen)], direct);
    expectThat(written, offerAgreed(), ['PlanOffered', 'StageFinished', 'PlanApproved', 'StageFinished'], direct);
  });

  test('the budget is what the plan costs, under the scheme, with each criterion it rests on', () => {
    const { agreed } = standingAfter(inCheck(chosen), eventsOf(inCheck(chosen), check(), rule));
    expect(agreed).toMatchObject({
      budget: { totalPence: 12_000, indicativePence: 12_000 },
      approvedBy: { id: SYSTEM.id, name: 'Smallshire, at once' },
      reviewDueOn: '2026-12-14',
    });
    expect(agreed?.under?.atOnce?.criteria).toHaveLength(13);
    for (const sentence of agreed?.under?.atOnce?.criteria ?? []) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  test('the machine, which comes later, is sent straight on through both stages', () => {
    const state = standingAfter(inCheck(chosen), eventsOf(inCheck(chosen), check(), rule));
    for (const [stage, outcome] of [
      ['check', 'fine'],
      ['approval', 'approved'],
    ] as const) {
      const arrives: Step = { by: SYSTEM, command: { type: 'open-stage', stage, run: 1, token: 't1' } };
      expect(eventsOf(state, arrives, rule)).toMatchObject([{ type: 'StageCaughtUp', stage, outcome, token: 't1' }]);
    }
    const waits: Step = { by: SYSTEM, command: { type: 'open-stage', stage: 'arranging', run: 1, token: 't2' } };
    expectThat(state, waits, ['StageOpened'], rule);
  });

  test('a council without such a rule has every plan read', () => {
    expectThat(inCheck(chosen, [], WAY_TO.planning, withWays), check(), READ_FIRST, withWays);
    const state = inCheck(chosen);
    expect(state.plan && atOnceCriteria(state, state.plan, withWays)).toBeUndefined();
  });
});

describe('each criterion alone', () => {
  const propose: Step = { by: tom, command: { type: 'propose-change', about: '', words: 'Sundays.' } };
  const settle: Step = { by: ada, command: { type: 'settle-proposal', number: 1, taken: false, words: 'No.' } };
  const disagree: Step = {
    by: ada,
    command: { type: 'raise-challenge', content: { about: 'figure', detail: '', words: 'Too little.', wants: '' } },
  };
  const answered: Step = {
    by: tom,
    command: { type: 'answer-challenge', number: 1, outcome: 'stands', reasons: 'We counted again.' },
  };
  const unmet: PlanContent = {
    ...chosen,
    otherWays: [{ outcome: 'CA-COMMUNITY', how: 'unmet', reason: 'No bus.', owner: 'Priya Someone', lookAgainOn: '2026-12-01' }],
  };
  const otherwise = (how: 'carer' | 'declined'): PlanContent => ({
    ...unmet,
    otherWays: unmet.otherWays.map((way) => ({ ...way, how })),
  });
  const seenDifferently: PlanContent = {
    ...chosen,
    items: chosen.items.map((item, place) => (place === 0 ? { ...item, notAgreed: 'Her son thinks twice a week.' } : item)),
  };
  const withOneOff = (unitPence: number): PlanContent => ({
    ...chosen,
    items: [...chosen.items, { ...costing(unitPence, { per: 'once', what: 'A rail' }).items[0] } as PlanContent['items'][number]],
  });
  /** What an earlier case of hers holds: a worry about abuse. */
  const said = (value: boolean) => ({
    person: { value, by: { id: ada.id, name: ada.name }, role: 'person' as const, at: MONDAY, form: 'x', configuration: 'x' },
  });
  const known = (value: boolean): readonly Step[] => [
    { ...open, command: { ...open.command, known: { 'assess.safeguarding': said(value) } } as Step['command'] },
    ...WAY_TO.planning.slice(1),
  ];
  const before = reached('inPlace', costing(13_000));
  const again = (pence: number): Case =>
    made([askReview(), reviewed('plan-changes'), save(costing(pence), 1), offerAgreed(2)], rule, before);

  const ROWS: [criterion: string, stopped: Case, passes: Case, on?: Configuration][] = [
    [
      'amount',
      inCheck(chosen, [], WAY_TO.planning, atOnce({ upTo: 11_999 })),
      inCheck(chosen, [], WAY_TO.planning, atOnce({ upTo: 12_000 })),
      atOnce({ upTo: 11_999 }),
    ],
    ['guide', inCheck(costing(13_201)), inCheck(costing(13_200))],
    ['not-far-below', inCheck(costing(8_999)), inCheck(costing(9_000))],
    ['one-off', inCheck(withOneOff(15_001)), inCheck(withOneOff(15_000))],
    ['not-less', again(12_999), again(13_000)],
    ['all-met', inCheck(unmet), inCheck(otherwise('carer'))],
    ['agreed', inCheck(seenDifferently), inCheck(chosen)],
    ['person-agrees', made([...WAY_TO.planning, explain(), save(chosen), offer()], rule), inCheck(chosen)],
    ['none-declined', inCheck(otherwise('declined')), inCheck(otherwise('carer'))],
    ['no-proposals', inCheck(chosen, [propose]), inCheck(chosen, [propose, settle])],
    ['no-challenge', inCheck(chosen, [disagree]), inCheck(chosen, [disagree, answered])],
    [
      'not-sent-back',
      made([check(), giveBack(), settle, offerAgreed()], rule, inCheck(chosen, [propose])),
      inCheck(chosen, [propose, settle]),
    ],
    ['safe', inCheck(chosen, [], known(true)), inCheck(chosen, [], known(false))],
  ];

  test.each(ROWS)('“%s” not met: somebody reads it first', (criterion, stopped, passes, on = rule) => {
    expect(unmetIn(stopped, on)).toEqual([criterion]);
    expectThat(stopped, check(), READ_FIRST, on);
    expectThat(passes, check(), AT_ONCE, on === rule ? rule : atOnce({ upTo: 12_000 }));
  });

  test('every criterion has its row', () => {
    const state = inCheck(chosen);
    const all = (state.plan && atOnceCriteria(state, state.plan, rule)) ?? [];
    expect(all.map(({ id }) => id)).toEqual(ROWS.map(([criterion]) => criterion));
  });

  test('what somebody sent back is read again by somebody, changed or not, until it is agreed', () => {
    const sentBack = made([check(), giveBack(), settle], rule, inCheck(chosen, [propose]));
    expectThat(made([save(chosen, 1), offerAgreed(2)], rule, sentBack), check(), READ_FIRST, rule);
    const agreed = made([offer(), check(), approve(1, 'Fine.'), arrange()], rule, sentBack);
    const next = made([askReview(), reviewed('plan-changes'), save(chosen, 1), offerAgreed(2)], rule, agreed);
    expectThat(next, check(), AT_ONCE, rule);
  });

  test('without an up-front figure nothing can be near it', () => {
    const { allocation: _none, ...without } = inCheck(chosen) as Extract<Case, { state: 'underway' }>;
    expect(unmetIn(without)).toEqual(['guide', 'not-far-below']);
  });

  test('what is missing from the plan by then is not passed over', () => {
    const { explained: _not, ...untold } = inCheck(chosen) as Extract<Case, { state: 'underway' }>;
    expectThat(untold, check(), READ_FIRST, rule);
  });
});

describe('some of them are read afterwards', () => {
  const sampledBy = (rest: Partial<AtOnce>): Case => {
    const on = atOnce(rest);
    const state = inCheck(chosen, [], WAY_TO.planning, on);
    return standingAfter(state, eventsOf(state, check(), on));
  };
  test('one that was drawn waits for it, one that was not does not', () => {
    expect(sampledBy({ sampleOneIn: 1 })).toMatchObject({
      audit: { since: MONDAY },
      agreed: { under: { atOnce: { sampled: true } } },
    });
    const not = [2, 3, 5, 7, 97].find((one) => !isSampled('C-TEST1', 1, one)) ?? 1;
    expect(sampledBy({ sampleOneIn: not })).toMatchObject({ agreed: { under: { atOnce: { sampled: false } } } });
    expect(sampledBy({ sampleOneIn: not }).audit).toBeUndefined();
  });

  test.each([1, 2, 3, 4, 5, 8, 10, 20, 50, 100])('near one in %i of many cases, and the same ones each time', (one) => {
    const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
    const id = fc.array(fc.constantFrom(...letters), { minLength: 10, maxLength: 10 }).map((each) => `C-${each.join('')}`);
    const ids = fc.sample(id, { numRuns: 20_000, seed: 42 });
    const drawn = ids.filter((each) => isSampled(each, 1, one));
    const expected = ids.length / one;
    expect(Math.abs(drawn.length - expected)).toBeLessThanOrEqual(5 * Math.sqrt(expected));
    expect(ids.filter((each) => isSampled(each, 1, one))).toEqual(drawn);
  });

  test('each version of a plan is drawn anew', () => {
    const versions = Array.from({ length: 2_000 }, (_, place) => isSampled('C-TEST1', place + 1, 5));
    const share = versions.filter(Boolean).length;
    expect(share).toBeGreaterThan(300);
    expect(share).toBeLessThan(500);
  });
});
