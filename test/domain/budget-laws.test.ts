/**
 * What holds of every budget, whatever the plan, the means and the figures, and whatever anybody asks of a case whose support is agreed:
 * I-01 to I-04 of domain.md §6.4, each on ten thousand random ones.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Actor, SYSTEM } from '../../lib/domain/actor.ts';
import { type PersonalBudget, personalBudget } from '../../lib/domain/approval.ts';
import { type Case, evolve } from '../../lib/domain/case.ts';
import type { Command } from '../../lib/domain/command.ts';
import { decide } from '../../lib/domain/decide.ts';
import { CONDITIONS } from '../../lib/domain/direct-payment.ts';
import { NEED_CODES } from '../../lib/domain/eligibility.ts';
import { type FinancesContent, rulesFor, whatTheyPay } from '../../lib/domain/finances.ts';
import type { Pence } from '../../lib/domain/money.ts';
import { Per, type Plan, type PlanContent, type SupportItem } from '../../lib/domain/plan.ts';
import { itemWeeklyPence, planOncePence, planWeeklyPence, planYearlyPence } from '../../lib/domain/plan-cost.ts';
import { isRefusal } from '../../lib/domain/refusal.ts';
import { FundingRoute } from '../../lib/domain/support-rules.ts';
import { answerWith, arrange, eligible, MONDAY, reviewed, plan as usual } from '../support/case-so-far.ts';
import {
  atOnce,
  charging,
  chosen,
  costing,
  fund,
  made,
  papers,
  payment,
  petra,
  reached,
  stepsTo,
  withWays,
} from '../support/council-with-ways.ts';
import { ada, glenda, idris, morag, newcomer, priya, tom } from '../support/small-council.ts';

const MANY = { numRuns: 10_000 };
const DAY = 86_400_000;

const route = fc.constantFrom(...FundingRoute.options);
const anyItem: fc.Arbitrary<SupportItem> = fc.record(
  {
    what: fc.constant('A line'),
    provider: fc.constant(''),
    unit: fc.constant('hour' as const),
    units: fc.integer({ min: 1, max: 99_999 }).map((hundredths) => (hundredths / 100).toFixed(2)),
    unitPence: fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 10_000_000 })),
    meets: fc.subarray([...NEED_CODES], { minLength: 1 }),
    kind: fc.constant('home-care'),
    route,
    per: fc.constantFrom(...Per.options),
    share: fc.record({ household: fc.constant('H-ONE1'), pool: fc.constant(1), pence: fc.nat({ max: 100_000 }) }),
  },
  { requiredKeys: ['what', 'provider', 'unit', 'units', 'unitPence', 'meets', 'kind', 'route'] },
);
const anyPlan: fc.Arbitrary<Plan> = fc.array(anyItem, { maxLength: 12 }).map((items) => ({
  ...usual,
  items,
  version: 1,
  authors: ['S-PRIYA'],
  writtenBy: { id: 'S-PRIYA', name: 'Priya' },
  writtenAt: MONDAY,
}));
const amount = fc.nat({ max: 120_000 });
const anyMeans: fc.Arbitrary<FinancesContent> = fc.oneof(
  { arbitrary: fc.constant<FinancesContent>({ kind: 'no-charge', reason: 'x' }), weight: 1 },
  { arbitrary: fc.constant<FinancesContent>({ kind: 'pays-in-full', reason: 'x' }), weight: 1 },
  {
    arbitrary: fc.record({
      kind: fc.constant('figures' as const),
      standing: fc.constantFrom('estimate' as const, 'decided' as const),
      setting: fc.constantFrom('community' as const, 'care-home' as const),
      assessableIncomePence: amount,
      capitalPence: fc.nat({ max: 3_000_000 }),
      housingCostsPence: amount,
      drePence: amount,
      leftWithPence: amount,
    }),
    weight: 6,
  },
);
const rules = rulesFor(charging, '2026-11-02');
const indicative = fc.option(fc.nat({ max: 2_000_000 }));
const weeks = fc.constantFrom(undefined, 52, 52.143);
const sum = (all: readonly Pence[]): Pence => all.reduce((total, each) => total + each, 0);

describe('the statement of every plan, for all means', () => {
  const stated = (
    law: (budget: PersonalBudget, of: { plan: Plan; means: FinancesContent | null; given: number | null }) => void,
  ) =>
    fc.assert(
      fc.property(anyPlan, fc.option(anyMeans), indicative, weeks, (plan, means, given, weeksPerYear) => {
        const pays = whatTheyPay(means ?? undefined, planWeeklyPence(plan), rules);
        law(personalBudget(plan, given, { pays, weeksPerYear }), { plan, means, given });
      }),
      MANY,
    );

  test('the contribution and the council’s part are whole pence, none below nothing, and add up to the total (I-03)', () => {
    const found = { nothing: 0, part: 0, all: 0 };
    stated(({ totalPence, contributionPence, councilPence }, { means }) => {
      assert.equal(contributionPence === null, means === null);
      assert.equal(councilPence === null, means === null);
      if (contributionPence === null || councilPence === null) return;
      assert.ok(Number.isSafeInteger(contributionPence) && contributionPence >= 0 && contributionPence <= totalPence);
      assert.ok(Number.isSafeInteger(councilPence) && councilPence >= 0);
      assert.equal(contributionPence + councilPence, totalPence);
      if (totalPence > 0) found[contributionPence === 0 ? 'nothing' : contributionPence === totalPence ? 'all' : 'part'] += 1;
    });
    for (const count of Object.values(found)) expect(count).toBeGreaterThan(300);
  });

  test('the lines add up to the total, which is what the plan costs; one-offs and the year are the plan’s too (I-01)', () => {
    stated((budget, { plan }) => {
      assert.equal(budget.lines.length, plan.items.length);
      assert.equal(sum(budget.lines.map(({ pence }) => pence)), budget.totalPence);
      assert.equal(sum(budget.lines.map(({ oncePence }) => oncePence ?? 0)), budget.oncePence ?? 0);
      assert.equal(budget.totalPence, planWeeklyPence(plan));
      assert.equal(budget.oncePence ?? 0, planOncePence(plan));
    });
  });

  test('a year is each line as often as it comes round: within half a penny a line of the exact sum, and never more than that', () => {
    const times = { week: 52, fortnight: 26, 'four-weeks': 13, month: 12, year: 1, once: 1 } as const;
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const { yearlyPence } = personalBudget(plan, null, { weeksPerYear: 52 });
        // In hundredths of a penny, which is as fine as units are.
        const exact = plan.items.reduce((sum, item) => {
          const per = item.share ? 'week' : (item.per ?? 'week');
          const each = per === 'week' ? itemWeeklyPence(item) * 100 : Math.round(Number(item.units) * 100) * item.unitPence;
          return sum + BigInt(each) * BigInt(times[per]);
        }, 0n);
        const off = BigInt(yearlyPence ?? -1) * 100n - exact;
        assert.ok(off <= 50n * BigInt(plan.items.length) && -off <= 50n * BigInt(plan.items.length), `${off}`);
        assert.equal(yearlyPence, planYearlyPence(plan));
      }),
      MANY,
    );
  });

  test('the up-front figure stands beside it and changes no penny of it: no smaller-of-the-two, no cap, no floor (I-02)', () => {
    const off = { below: 0, above: 0 };
    stated((budget, { plan, means, given }) => {
      assert.equal(budget.indicativePence, given);
      const pays = whatTheyPay(means ?? undefined, planWeeklyPence(plan), rules);
      for (const other of [null, 0, 1, budget.totalPence - 1, budget.totalPence + 1]) {
        const { yearlyPence: _year, indicativePence: _figure, ...same } = personalBudget(plan, other, { pays });
        const { yearlyPence: _its, indicativePence: _own, ...its } = budget;
        assert.deepEqual(same, its);
      }
      if (given !== null) off[given < budget.totalPence ? 'below' : 'above'] += 1;
    });
    expect(off.below).toBeGreaterThan(1_000);
    expect(off.above).toBeGreaterThan(1_000);
  });
});

/** Who asks: everybody who is anything on this case, and somebody who is nothing. */
const ANYONE: readonly Actor[] = [
  ada,
  priya,
  tom,
  morag,
  glenda,
  idris,
  petra,
  newcomer,
  { ...morag, id: 'P-BEN', roles: ['person'] },
  SYSTEM,
];

const price = fc.integer({ min: 0, max: 120_000 });
const aWay = fc.constantFrom<PlanContent['otherWays'][number]>(
  { outcome: 'CA-COMMUNITY', how: 'carer', reason: 'Her sister.' },
  { outcome: 'CA-COMMUNITY', how: 'declined', reason: 'Not now.' },
  { outcome: 'CA-COMMUNITY', how: 'unmet', reason: 'No bus.', owner: 'Priya', lookAgainOn: '2027-01-01' },
  { outcome: 'CA-COMMUNITY', how: 'unmet', reason: 'No bus.' },
);
/** Most cover both needs, some leave one out, some leave one to another way, in order or not. */
const content: fc.Arbitrary<PlanContent> = fc
  .record({
    first: price,
    second: price,
    route,
    other: fc.option(aWay, { freq: 2 }),
    silent: fc.nat({ max: 9 }),
    per: fc.constantFrom(...Per.options),
  })
  .map(({ first, second, route: held, other, silent, per }) => {
    const one = { ...costing(first, { meets: ['CA-HYGIENE'], route: held }).items[0], per } as SupportItem;
    const two = { ...one, unitPence: second, per: 'week', meets: ['CA-COMMUNITY'] } as SupportItem;
    if (silent === 0) return { ...chosen, items: [one] };
    return other ? { ...chosen, items: [one], otherWays: [other] } : { ...chosen, items: [one, two] };
  });

type Asked = { readonly command: (state: Case) => Command; readonly by: Actor };
const version = (state: Case): number => state.plan?.version ?? 0;
const by = fc.constantFrom(...ANYONE);
const reasons = fc.constantFrom('', 'Because.');
const always = (command: Command) => (): Command => command;
const stage = fc.constantFrom(...withWays.route.stages.map(({ id }) => id));
const fewer = fc.constantFrom<(cost: Pence) => Pence | undefined>(
  () => undefined,
  (cost) => cost,
  (cost) => cost - 1,
  (cost) => cost + 1,
  () => 0,
  () => 12_000,
);
const alternatives = fc.constantFrom(undefined, [], [{ need: 'CA-HYGIENE' as const, how: 'Less.', evidence: 'They said so.' }]);

/** Anything that could be thought to change a budget, and much that could not. */
const asks: fc.Arbitrary<(state: Case) => Command> = fc.oneof(
  fc.record({ content, off: fc.constantFrom(0, 0, 0, 1) }).map(({ content: typed, off }) => (state: Case): Command => {
    return { type: 'save-plan', content: typed, basedOn: version(state) - off };
  }),
  fc.constant((state: Case): Command => ({ type: 'offer-plan', planVersion: version(state) })),
  fc
    .record({ reasons, fewer, off: fc.constantFrom(0, 0, 0, 1) })
    .map(({ reasons: why, fewer: figure, off }) => (state: Case): Command => {
      const totalPence = figure(state.plan ? planWeeklyPence(state.plan) : 0);
      return { type: 'approve-plan', planVersion: version(state) - off, reasons: why, totalPence };
    }),
  fc.record({ reasons, alternatives, forCost: fc.boolean() }).map((given) => (state: Case): Command => {
    return { type: 'return-plan', planVersion: version(state), ...given };
  }),
  anyMeans.map((found) => always({ type: 'record-finances', content: found })),
  fc.constantFrom(undefined, ...CONDITIONS.s31).map((lost) => always({ type: 'arrange-money', content: payment(lost) })),
  fc.constantFrom(undefined, 'personAgreement' as const).map((gone) => always({ type: 'arrange-money', content: fund(gone) })),
  fc
    .record({ stage, outcome: fc.constantFrom('fine', 'changes', 'in-place'), reasons })
    .map((form) => always({ type: 'fill-form', answers: { money: 'person' }, ...form })),
  fc
    .constantFrom('no-change' as const, 'plan-changes' as const, 'needs-changed' as const, 'support-ends' as const)
    .map((found) => always(reviewed(found).command)),
  fc
    .constantFrom<Command>(
      { type: 'ask-for-review', reasons: '' },
      { type: 'open-due-review' },
      { type: 'withdraw', reasons: 'x' },
      { type: 'explain-ways' },
      { type: 'record-audit', finding: 'Fine.' },
      { type: 'send-story' },
      { type: 'restart-run', why: 'x' },
      { type: 'confirm-assessment', content: eligible },
      { type: 'arrange-lead', content: { mode: 'person', words: 'x', canDecide: true } },
      { type: 'propose-change', about: '', words: 'Less.' },
      { type: 'settle-proposal', number: 1, taken: true, words: '' },
      { type: 'start-urgent-support', content: { what: 'x', who: 'y', startsOn: '2026-11-02' } },
      { type: 'end-urgent-support', number: 1, reasons: 'x' },
      { type: 'raise-challenge', content: { about: 'budget', detail: '', words: 'x', wants: '' } },
      { type: 'answer-challenge', number: 1, outcome: 'stands', reasons: 'x' },
      answerWith('washing', 'p0').command,
    )
    .map(always),
  fc.record({ stage, run: fc.integer({ min: 1, max: 3 }) }).map((at) => always({ type: 'allocate-resources', ...at })),
  fc.record({ stage, run: fc.integer({ min: 1, max: 3 }) }).map((at) => always({ type: 'open-stage', token: 't', ...at })),
);

const form = (at: string, outcome: string): Command => ({
  type: 'fill-form',
  stage: at,
  outcome,
  answers: { money: 'person' },
  reasons: '',
});
/** What moves the case on from where it is, with a random plan, so that there are second and third agreements. */
const onwards = (state: Case, typed: PlanContent): { command: Command; by: Actor }[] => {
  if (state.state === 'supported') return [{ command: { type: 'ask-for-review', reasons: '' }, by: ada }];
  if (state.state === 'closed') return [];
  const planVersion = version(state);
  const agree: Command = { type: 'approve-plan', planVersion, reasons: 'Because.' };
  const steps: Record<string, { command: Command; by: Actor }[]> = {
    review: [{ command: reviewed('plan-changes').command, by: tom }],
    story: [{ command: { type: 'send-story' }, by: ada }],
    assessment: [{ command: { type: 'confirm-assessment', content: eligible }, by: priya }],
    figure: [{ command: { type: 'allocate-resources', stage: 'figure', run: state.run }, by: SYSTEM }],
    planning: [
      { command: { type: 'save-plan', content: typed, basedOn: planVersion }, by: idris },
      { command: { type: 'offer-plan', planVersion }, by: ada },
    ],
    check: [{ command: form('check', 'fine'), by: glenda }],
    approval: [
      { command: agree, by: petra },
      { command: agree, by: glenda },
      { command: agree, by: morag },
      { command: agree, by: idris },
      { command: { ...agree, totalPence: 12_000 }, by: petra },
    ],
    arranging: [
      { command: { type: 'arrange-money', content: payment() }, by: priya },
      { command: { type: 'arrange-money', content: fund() }, by: priya },
      { command: form('arranging', 'in-place'), by: priya },
    ],
  };
  return steps[state.at.stage] ?? [];
};

const random: fc.Arbitrary<Asked & { help: number; typed: number; days: number }> = fc.record({
  command: asks,
  by,
  /** Above 3, it is one of the steps that lead on. */
  help: fc.nat({ max: 9 }),
  typed: fc.nat({ max: 2 }),
  days: fc.constantFrom(0, 0, 0, 0, 1, 50),
});

const alike = ({ contributionPence: _its, councilPence: _ours, contribution: _how, ...rest }: PersonalBudget) => rest;

/** The law, after each thing that was done. */
const budgetStands = (before: Case, after: Case, agreedNow: boolean): void => {
  if (after.agreed && after.agreed === before.agreed) return;
  assert.ok(after.agreed, 'what was agreed is never lost');
  const { plan, budget } = after.agreed;
  const cost = planWeeklyPence(plan);
  assert.equal(budget.totalPence, cost);
  assert.equal(sum(budget.lines.map(({ pence }) => pence)), cost);
  if (budget.contributionPence !== null) assert.equal(budget.contributionPence + (budget.councilPence ?? Number.NaN), cost);
  if (agreedNow) return;
  assert.equal(after.agreed.plan, before.agreed?.plan);
  assert.deepEqual(alike(budget), before.agreed && alike(before.agreed.budget));
};

/** Every eligible need of what has just been agreed has its line, its carer, a no, or somebody who looks for a way by a day (I-04). */
const nothingSilent = (before: Case, { items, otherWays }: PlanContent): void => {
  for (const need of before.assessment?.findings.unable ?? []) {
    const way = otherWays.find(({ outcome }) => outcome === need);
    const met = items.some(({ meets }) => meets.includes(need)) || way?.how === 'carer' || way?.how === 'declined';
    assert.ok(met || (way?.how === 'unmet' && way.owner && way.lookAgainOn), `${need} is silent`);
  }
};

test('no command of anyone makes an approved budget fall below what its needs cost, and only an agreement changes it', () => {
  const seen: Record<string, number> = {};
  const count = (what: string): void => {
    seen[what] = (seen[what] ?? 0) + 1;
  };
  const on = [withWays, atOnce()] as const;
  const byPayment = stepsTo(costing(21_400, { route: 'direct-payment' })).agreed;
  const running = made([...byPayment, papers(payment()), arrange()]);
  const starts = [reached('agreed', costing(21_400)), reached('inPlace', costing(21_400)), reached('inPlace'), running, running];
  fc.assert(
    fc.property(
      fc.constantFrom(...on),
      fc.constantFrom(...starts),
      fc.array(random, { minLength: 1, maxLength: 20, size: 'max' }),
      fc.tuple(content, content, content),
      (configuration, start, asked, plans) => {
        let state = start;
        let now = Date.parse(MONDAY);
        for (const { command, by: who, help, typed, days } of asked) {
          now += days * DAY;
          const helps = onwards(state, plans[typed] ?? chosen);
          const step = (help > 3 ? helps[help % Math.max(1, helps.length)] : undefined) ?? { command: command(state), by: who };
          const decision = decide(step.command, state, step.by, configuration, new Date(now));
          if (isRefusal(decision)) {
            count(decision.refused);
            continue;
          }
          let after = state;
          for (const event of decision) {
            const next = evolve(after, event);
            budgetStands(after, next, event.type === 'PlanApproved');
            if (event.type === 'PlanApproved') {
              nothingSilent(after, event.agreed.plan);
              assert.ok(!event.agreed.plan.authors.includes(event.by.id));
              count(event.agreed.under?.atOnce ? 'agreed at once' : 'agreed');
              if (event.agreed.budget.totalPence < (event.agreed.budget.indicativePence ?? 0)) count('below the figure');
            }
            after = next;
          }
          if (step.command.type === 'record-finances' && decision.length > 0) count('means found');
          if (step.command.type === 'arrange-money' && decision.length > 1) count('lost a condition');
          state = after;
        }
      },
    ),
    MANY,
  );
  // The laws are worth nothing if everything was refused, or nothing of this was tried.
  const often = ['agreed', 'agreed at once', 'below the figure', 'means found', 'lost a condition', 'budget-below-needs'];
  const rare = [
    'budget-not-the-plan',
    'needs-panel',
    'needs-higher-approval',
    'own-plan',
    'need-not-covered',
    'money-not-arranged',
  ];
  for (const what of [...often, ...rare]) expect(seen[what] ?? 0, what).toBeGreaterThan(10);
});
