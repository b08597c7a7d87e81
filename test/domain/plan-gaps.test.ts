/** What stands between a plan and its being agreed: each gap by itself, in the order a writer meets them, with a sentence that says what to do. */
import { describe, expect, test } from 'vitest';
import { type Case, evolve } from '../../lib/domain/case.ts';
import { decide } from '../../lib/domain/decide.ts';
import type { Household } from '../../lib/domain/household.ts';
import type { OtherWay, PlanContent, SupportItem } from '../../lib/domain/plan.ts';
import { planGap } from '../../lib/domain/plan-gaps.ts';
import { isRefusal, type RefusalCode } from '../../lib/domain/refusal.ts';
import * as carers from '../support/carers-case.ts';
import { approve, caseAt, check, follow, MONDAY, offer, plan, type Step, save } from '../support/case-so-far.ts';
import { chosen, costing, explain, made, support, withWays } from '../support/council-with-ways.ts';
import * as circle from '../support/households.ts';
import { small } from '../support/small-council.ts';

const TODAY = '2026-11-02';
const without = (...keys: (keyof SupportItem)[]): PlanContent => ({
  ...chosen,
  items: chosen.items.map((item, place) =>
    place === 0
      ? (Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key as never))) as SupportItem)
      : item,
  ),
});
const { advice: _advice, ...noAdvice } = chosen;
const nobody: PlanContent = { ...chosen, items: [], otherWays: [] };
const way = (change: Partial<OtherWay>): OtherWay => ({
  outcome: 'CA-COMMUNITY',
  how: 'unmet',
  reason: 'No bus runs.',
  ...change,
});
const found = { owner: 'Priya Someone', lookAgainOn: '2026-12-01' };
const oneLine = (...otherWays: OtherWay[]): PlanContent => ({ ...chosen, items: chosen.items.slice(0, 1), otherWays });

const planned = (content: PlanContent, ...more: Step[]): Case => made([...more, save(content)], withWays, caseAt('planning'));
const gapOf = (content: PlanContent, told = true, configuration = withWays, today = TODAY) => {
  const state = planned(content, ...(told ? [explain()] : []));
  if (!state.plan) throw new Error('no plan');
  return planGap({ state, plan: state.plan, configuration, today, households: [] });
};
type Row = [what: string, content: PlanContent, gap: RefusalCode | undefined, says: RegExp];

test.each<Row>([
  ['all of it there', chosen, undefined, /^$/],
  ['no line and no other way', nobody, 'plan-incomplete', /no support in it yet/],
  ['a need left silent', oneLine(), 'need-not-covered', /“Getting out/],
  ['unmet, by nobody and no day', oneLine(way({})), 'need-not-covered', /Say who looks for a way, and when/],
  ['unmet, with an owner alone', oneLine(way({ owner: found.owner })), 'need-not-covered', /Nothing meets this yet/],
  ['unmet, with a day alone', oneLine(way({ lookAgainOn: found.lookAgainOn })), 'need-not-covered', /“Getting out/],
  ['unmet, with both', oneLine(way(found)), undefined, /^$/],
  ['met by a carer, who needs no owner', oneLine(way({ how: 'carer' })), undefined, /^$/],
  ['declined, which needs none', oneLine(way({ how: 'declined' })), undefined, /^$/],
  ['a line for it, and an unmet part of it', { ...chosen, otherWays: [way({})] }, 'need-not-covered', /Nothing meets this yet/],
  ['no advice', noAdvice, 'plan-incomplete', /Add advice/],
  ['advice of no words', { ...chosen, advice: '' }, 'plan-incomplete', /Add advice/],
  ['no kind', without('kind'), 'way-not-chosen', /what kind of support “Morning visits” is/],
  ['nobody who holds the money', without('route'), 'way-not-chosen', /“The council, for now” is a choice too/],
  ['neither', without('kind', 'route'), 'way-not-chosen', /what kind/],
  ['a line that is over', costing(100, { ends: '2026-11-01' }), 'plan-incomplete', /“A helper” is over already/],
  ['a line on its last day', costing(100, { ends: TODAY }), undefined, /^$/],
  [
    'unmet, to be looked at on a day that is past',
    oneLine(way({ ...found, lookAgainOn: TODAY })),
    'plan-incomplete',
    /still to come/,
  ],
  ['for now, until a day that is past', { ...chosen, forNowUntil: TODAY }, 'plan-incomplete', /still to come/],
  ['for now, for longer than that is', { ...chosen, forNowUntil: '2027-06-01' }, 'plan-incomplete', /no later than/],
  ['for now, within it', { ...chosen, forNowUntil: '2026-11-20' }, undefined, /^$/],
  ['a kind there is not', costing(100, { kind: 'moon-trip' }), 'unknown-option', /^“A helper”: /],
])('%s', (_, content, refused, says) => {
  const gap = gapOf(content);
  expect(gap?.refused).toBe(refused);
  expect(gap?.message ?? '').toMatch(says);
});

describe('who holds the money', () => {
  const home = (route: SupportItem['route']) =>
    costing(90_000, { what: 'Larch House', kind: 'care-home', ...(route && { route }) });

  test('a care home by a direct payment is shut by law, and the ways that work are named', () => {
    const gap = gapOf(home('direct-payment'));
    expect(gap).toMatchObject({
      refused: 'way-not-open',
      message: expect.stringMatching(/^“Larch House”: By law, .*can be paid/s),
    });
    expect(gap?.message).toMatch(/Individual Service Fund.* or .*We hold the money/);
    for (const route of ['individual-service-fund', 'council-managed'] as const) expect(gapOf(home(route))).toBeUndefined();
  });

  test('every kind of support in an adult’s plan has a way, and Shared Lives has all of them (I-14)', () => {
    for (const { id, for: whose } of support.kinds) {
      if (whose === 'carer') continue;
      const open = (['direct-payment', 'individual-service-fund', 'council-managed'] as const).filter(
        (route) => gapOf(costing(100, { kind: id, route })) === undefined,
      );
      expect(open.length, id).toBeGreaterThan(0);
      if (id.startsWith('shared-lives')) expect(open, id).toHaveLength(3);
    }
  });

  test('support for a carer is not paid out of an adult’s budget, nor an adult’s out of a carer’s (I-12)', () => {
    const kinds = (whose: 'adult' | 'carer') => support.kinds.flatMap((kind) => (kind.for === whose ? kind.id : []));
    expect([kinds('adult').length, kinds('carer').length].every((count) => count > 0)).toBe(true);
    for (const kind of kinds('carer')) expect(gapOf(costing(100, { kind })), kind).toMatchObject({ refused: 'need-of-another' });
    for (const kind of kinds('adult')) {
      const [item] = carers.plan.items;
      const items = item ? [{ ...item, what: 'Nights off', kind }] : [];
      const { state } = carers.go(carers.assessed, [
        carers.save({ ...carers.plan, items }),
        [{ type: 'explain-ways' }, carers.PRIYA],
      ]);
      const offered: carers.Deed = [{ type: 'offer-plan', planVersion: 1 }, carers.PRIYA];
      expect(carers.outcomeOf(offered, { state, events: [] }), kind).toBe('need-of-another');
    }
  });

  test('the ways are gone through first', () => {
    expect(gapOf(chosen, false)).toMatchObject({ refused: 'ways-not-explained' });
    expect(gapOf(without('route'), false)).toMatchObject({ refused: 'ways-not-explained' });
  });

  test('nothing of this is asked of a plan without a line, or by a council without ways', () => {
    const declined = ['CA-HYGIENE', 'CA-COMMUNITY'].map((outcome) =>
      way({ outcome: outcome as OtherWay['outcome'], how: 'declined' }),
    );
    expect(gapOf({ ...nobody, otherWays: declined }, false)).toBeUndefined();
    expect(gapOf(plan, false, small)).toBeUndefined();
  });

  test('a way that is not offered for now is shut until its last day', () => {
    const routes = support.routes.map((each) =>
      each.route === 'individual-service-fund'
        ? { ...each, unavailable: { reason: 'Nobody holds one here yet.', law: 'None', until: '2026-12-31' } }
        : each,
    );
    const notYet = { ...withWays, support: { ...support, routes } };
    const byFund = costing(100, { route: 'individual-service-fund' });
    expect(gapOf(byFund, true, notYet, '2026-12-31')).toMatchObject({ refused: 'way-not-open' });
    expect(gapOf(byFund, true, notYet, '2027-01-01')).toBeUndefined();
  });
});

test('it is asked when the plan is offered and again when it is agreed', () => {
  const refused = (step: Step, state: Case) => {
    const decision = decide(step.command, state, step.by, withWays, new Date(step.at ?? MONDAY));
    return isRefusal(decision) ? decision.refused : undefined;
  };
  expect(refused(offer(), planned(noAdvice, explain()))).toBe('plan-incomplete');
  expect(refused(offer(), planned(chosen))).toBe('ways-not-explained');
  // Checked where nothing was asked yet, and agreed on a council that asks.
  const checked = follow([save(without('route')), offer(), check()], caseAt('planning'), {
    ...small,
    council: withWays.council,
  }) as Case;
  expect(refused(approve(), checked)).toBe('ways-not-explained');
  expect(refused(approve(), made([explain()], withWays, checked))).toBe('way-not-chosen');
});

describe('a share of what several people pay for together', () => {
  const { ADA, BEN, go, own, pooled, start, together } = circle;
  const waiting = go(
    together,
    start(own(ADA), [
      [ADA, 1],
      [BEN, 1],
    ]),
  );
  const left = go(pooled, [{ type: 'leave-pool', number: 1, from: '2026-11-25', words: '' }, own(BEN)]);
  const shared = (pence: number, share: Partial<SupportItem['share'] & object> = {}): PlanContent =>
    costing(3_000, { what: 'Friday nights', share: { household: pooled.id, pool: 1, pence, ...share } });
  /** The same case under the number it has among the people it plans with. */
  const asAda = (content: PlanContent): Case => ({ ...planned(content, explain()), id: ADA.caseId });
  const gapWith = (content: PlanContent, households: readonly Household[], today: string = circle.TODAY) => {
    const state = asAda(content);
    if (!state.plan) throw new Error('no plan');
    return planGap({ state, plan: state.plan, configuration: withWays, today, households });
  };

  test.each<[string, PlanContent, readonly Household[], RegExp | undefined]>([
    ['to the penny', shared(3_000), [pooled], undefined],
    ['a penny off', shared(2_999), [pooled], /^“Friday nights”: .*Put in £30\.00/],
    ['a penny more', shared(3_001), [pooled], /Put in £30\.00/],
    ['not agreed by all', shared(3_000), [waiting], /It waits for Ben Hart/],
    ['of a pool there is not', shared(3_000, { pool: 2 }), [pooled], /a share of something that is not there/],
    ['with people there are not', shared(3_000, { household: 'H-ELSEWHERE' }), [pooled], /not there/],
    ['with nobody at all', shared(3_000), [], /not there/],
  ])('%s', (_, content, households, says) => {
    const gap = gapWith(content, households);
    if (!says) return expect(gap).toBeUndefined();
    expect(gap).toMatchObject({ refused: 'share-not-agreed', message: expect.stringMatching(says) });
  });

  test('after the other has gone, it is no share any more', () => {
    expect(gapWith(shared(3_000), [left], '2026-11-24')).toBeUndefined();
    expect(gapWith(shared(3_000), [left], '2026-11-25')).toMatchObject({ refused: 'share-not-agreed' });
  });

  test('is asked of whoever agrees the plan, with the households as they are then', () => {
    const now = new Date(circle.MONDAY);
    const ask = (state: Case, step: Step, households: readonly Household[]) =>
      decide(step.command, state, step.by, withWays, now, households);
    const offered = ask(asAda(shared(3_000)), offer(), [pooled]);
    if (isRefusal(offered)) throw new Error(offered.message);
    const toCheck = offered.reduce<Case>((state, event) => evolve(state, event), asAda(shared(3_000)));
    const checked = made([{ ...check(), at: circle.MONDAY }], withWays, toCheck);
    expect(ask(checked, approve(1, 'Together.'), [waiting])).toMatchObject({ refused: 'share-not-agreed' });
    expect(ask(checked, approve(1, 'Together.'), [])).toMatchObject({ refused: 'share-not-agreed' });
    const agreed = ask(checked, approve(1, 'Together.'), [pooled]);
    expect(isRefusal(agreed) ? agreed.message : agreed.map(({ type }) => type)).toEqual(['PlanApproved', 'StageFinished']);
  });
});
