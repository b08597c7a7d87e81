/** What a person pays, how the money is held, and reading what was agreed at once: who may write it down, when, and that nothing waits. */
import { describe, expect, test } from 'vitest';
import type { Case } from '../../lib/domain/case.ts';
import { CONDITIONS } from '../../lib/domain/direct-payment.ts';
import type { FinancesContent } from '../../lib/domain/finances.ts';
import type { PlanContent } from '../../lib/domain/plan.ts';
import * as carers from '../support/carers-case.ts';
import {
  approve,
  arrange,
  askReview,
  caseAt,
  check,
  type Place,
  plan,
  reviewed,
  type Step,
  save,
  WAY_TO,
} from '../support/case-so-far.ts';
import {
  atOnce,
  charging,
  chosen,
  costing,
  EXAMPLE,
  explain,
  fund,
  heldBy,
  made,
  means,
  papers,
  payment,
  reached,
  stepsTo,
  support,
  withWays,
} from '../support/council-with-ways.ts';
import { expectThat, type Then } from '../support/given-when-then.ts';
import { ada, adaTheApprover, ben, glenda, idris, morag, priya, small, tom } from '../support/small-council.ts';

const FREE: FinancesContent = { kind: 'no-charge', reason: 'Six weeks of getting back on their feet.' };
const IN_FULL: FinancesContent = { kind: 'pays-in-full', reason: 'I would rather not say.' };
const FOUND: Then = ['FinancesRecorded'];
const PLACES = (Object.keys(WAY_TO) as Place[]).filter((place): place is Exclude<Place, 'nobody yet'> => place !== 'nobody yet');

describe('what was found about means', () => {
  test.each(PLACES)('is written down at “%s”, and moves nothing', (place) => {
    const before = caseAt(place);
    if (before.state === 'closed') return expectThat(before, means(), 'case-closed', withWays);
    expectThat(before, means(), FOUND, withWays);
    const after = made([means()], withWays, before);
    expect({ ...after, finances: undefined, version: 0, agreed: undefined }).toEqual({
      ...before,
      finances: undefined,
      version: 0,
      agreed: undefined,
    });
    expect(after.agreed?.plan).toEqual(before.agreed?.plan);
  });

  test.each<[sentence: string, when: Step, then: Then]>([
    ['by a worker', means(), FOUND],
    ['not a decision that leaves them less than the law does', means({ ...EXAMPLE, leftWithPence: 1 }), 'finances-not-valid'],
    [
      'an estimate may, so that a slip is seen',
      means({ ...EXAMPLE, standing: 'estimate', leftWithPence: 1 }),
      ['FinancesRecorded'],
    ],
    ['not by the person', means(EXAMPLE, ada), 'not-allowed'],
    ['not by whoever agrees plans', means(EXAMPLE, glenda), 'not-allowed'],
    ['that there is no charge', means(FREE), FOUND],
    ['that they pay it all', means(IN_FULL), FOUND],
  ])('%s', (_, when, then) => expectThat('planning', when, then, withWays));

  test('figures need the limits of law; the rest does not', () => {
    expectThat('planning', means(), 'finances-not-valid', small);
    expectThat('planning', means(FREE), FOUND, small);
    expectThat('planning', means(IN_FULL), FOUND, small);
    const before = { ...withWays, charging: { ...charging, years: charging.years.slice(-1) } };
    expectThat('planning', means(), 'finances-not-valid', before);
  });

  test('the support waits for none of it: a plan is agreed and in place, and nobody has asked', () => {
    const state = reached('inPlace');
    expect(state.finances).toBeUndefined();
    expect(state.agreed?.budget).toMatchObject({ totalPence: 12_000, contributionPence: null, councilPence: null });
  });

  const TV_C = costing(21_400);
  test('found before, it is in the statement: the contribution example on a plan of £214.00', () => {
    const state = made([...WAY_TO.planning, means(), ...stepsTo(TV_C).agreed.slice(WAY_TO.planning.length)]);
    expect(state.agreed?.budget).toMatchObject({ totalPence: 21_400, contributionPence: 5_635, councilPence: 15_765 });
    expect(state.agreed?.budget.contribution?.standing).toBe('decided');
  });

  test.each<[string, FinancesContent, number]>([
    ['the contribution example', EXAMPLE, 5_635],
    ['no charge', FREE, 0],
    ['all of it', IN_FULL, 21_400],
    ['savings above the upper limit', { ...EXAMPLE, capitalPence: 2_325_001 }, 21_400],
  ])('found afterwards, the statement is made anew and the budget is the same: %s', (_, content, pence) => {
    for (const before of [reached('agreed', TV_C), reached('inPlace', TV_C)]) {
      const after = made([means(content)], withWays, before);
      const { contribution: _how, ...budget } = after.agreed?.budget ?? {};
      expect(budget).toEqual({ ...before.agreed?.budget, contributionPence: pence, councilPence: 21_400 - pence });
      expect({ ...after.agreed, budget: 0 }).toEqual({ ...before.agreed, budget: 0 });
      expect(after.state).toBe(before.state);
    }
  });

  test('found again, the last one counts, and the up-front figure of the agreement stays beside it', () => {
    const after = made([means(IN_FULL), means(EXAMPLE)], withWays, reached('inPlace', TV_C));
    expect(after.agreed?.budget).toMatchObject({ contributionPence: 5_635, councilPence: 15_765, indicativePence: 12_000 });
  });

  describe('of a carer', () => {
    const deed: carers.Deed = [{ type: 'record-finances', content: EXAMPLE }, carers.PRIYA];
    test('is not asked for where the council makes no charge to carers, and they pay nothing', () => {
      for (const from of [carers.assessed, carers.inPlace]) expect(carers.outcomeOf(deed, from)).toBe('finances-not-valid');
      expect(carers.agreed.state.agreed?.budget).toMatchObject({ totalPence: 2_300, contributionPence: 0, councilPence: 2_300 });
    });
    test('counts where it does', () => {
      const charges = { ...carers.forCarers, council: { ...carers.forCarers.council, chargesCarers: true } };
      expect(carers.outcomeOf(deed, carers.assessed, charges)).toEqual(FOUND);
      const { state } = carers.go(carers.inPlace, [deed], charges);
      expect(state.agreed?.budget).toMatchObject({ totalPence: 2_300, contributionPence: 2_300, councilPence: 0 });
    });
  });
});

describe('the ways to hold the money are gone through', () => {
  test.each<[sentence: string, given: Place, when: Step, then: Then]>([
    ['by the person themself', 'planning', explain(ada), ['WaysExplained']],
    ['by a worker', 'planning', explain(), ['WaysExplained']],
    ['as early as they like', 'a story just begun', explain(), ['WaysExplained']],
    ['not by a stranger', 'planning', explain(ben), 'not-allowed'],
    ['not by whoever agrees plans', 'planning', explain(glenda), 'not-allowed'],
    ['not on a closed case', 'a withdrawn case', explain(), 'case-closed'],
  ])('%s', (_, given, when, then) => expectThat(given, when, then, withWays));

  test('not where the council has not set them up', () => expectThat('planning', explain(), 'ways-not-explained', small));

  test('and those that were open then are kept, with none of them chosen', () => {
    const routes = made([explain()], withWays, caseAt('planning')).explained?.routes;
    expect([...(routes ?? [])].sort()).toEqual(['council-managed', 'direct-payment', 'individual-service-fund']);
    const shut = support.routes.map((each) =>
      each.route === 'individual-service-fund'
        ? { ...each, unavailable: { reason: 'Nobody holds one here.', law: 'None', until: '2026-12-31' } }
        : each,
    );
    const without = { ...withWays, support: { ...support, routes: shut } };
    expect(made([explain()], without, caseAt('planning')).explained?.routes).not.toContain('individual-service-fund');
  });
});

/** One line by a direct payment, one in a fund, one with the council. */
const mixed: PlanContent = {
  ...plan,
  items: [
    ...heldBy('direct-payment').items.slice(0, 1),
    ...heldBy('individual-service-fund').items.slice(1),
    ...heldBy('council-managed').items.slice(0, 1),
  ],
};
const agreedWith = (content: PlanContent, ...more: Step[]): Case => made([...stepsTo(content).agreed, ...more]);
const IN_PLACE: Then = ['FormFilled', 'StageFinished', 'SupportPutInPlace'];
const byPayment = heldBy('direct-payment');
const byFund = heldBy('individual-service-fund');

describe('the papers of the money', () => {
  test.each<[sentence: string, given: Case | Place, when: Step, then: Then]>([
    ['are kept', 'planning', papers(payment()), ['MoneyArranged']],
    ['also where a condition is not met: it says why', 'planning', papers(payment('appropriate')), ['MoneyArranged']],
    ['of a fund with one agreement so far', 'planning', papers(fund('personAgreement')), ['MoneyArranged']],
    ['not by the person', 'planning', papers(payment(), ada), 'not-allowed'],
    ['not by whoever agrees plans', 'planning', papers(payment(), glenda), 'not-allowed'],
    ['not on a closed case', 'support ended', papers(payment()), 'case-closed'],
  ])('%s', (_, given, when, then) => expectThat(given, when, then, withWays));

  test('the last of each way is what stands', () => {
    const { arrangements } = agreedWith(mixed, papers(payment('appropriate')), papers(fund()), papers(payment()));
    expect(arrangements).toMatchObject([fund(), payment()]);
  });

  test.each<[sentence: string, given: Case, then: Then]>([
    ['the council needs none', agreedWith(chosen), IN_PLACE],
    ['a direct payment without any', agreedWith(byPayment), 'money-not-arranged'],
    ...CONDITIONS.s31.map((code): [string, Case, Then] => [
      `a direct payment without ${code}`,
      agreedWith(byPayment, papers(payment(code))),
      'money-not-arranged',
    ]),
    ['a direct payment with all', agreedWith(byPayment, papers(payment())), IN_PLACE],
    ['a direct payment with the papers of a fund', agreedWith(byPayment, papers(fund())), 'money-not-arranged'],
    ['a fund without any', agreedWith(byFund), 'money-not-arranged'],
    ['a fund without the council', agreedWith(byFund, papers(fund('councilAgreement'))), 'money-not-arranged'],
    ['a fund without the person', agreedWith(byFund, papers(fund('personAgreement'))), 'money-not-arranged'],
    ['a fund with both', agreedWith(byFund, papers(fund())), IN_PLACE],
    ['a mix without the fund’s', agreedWith(mixed, papers(payment())), 'money-not-arranged'],
    ['a mix without the payment’s', agreedWith(mixed, papers(fund())), 'money-not-arranged'],
    ['a mix with both', agreedWith(mixed, papers(fund()), papers(payment())), IN_PLACE],
  ])('before the support starts: %s', (_, given, then) => expectThat(given, arrange(), then, withWays));
});

describe('a condition that is lost while support is in place (I-11)', () => {
  const running = agreedWith(mixed, papers(fund()), papers(payment()), arrange());
  const lost = made([papers(payment('capable-of-managing'))], withWays, running);

  test.each<[sentence: string, given: Case, when: Step, then: Then]>([
    ['opens a review', running, papers(payment('appropriate')), ['MoneyArranged', 'ReviewOpened']],
    ['so does an agreement of the fund', running, papers(fund('personAgreement')), ['MoneyArranged', 'ReviewOpened']],
    ['papers that are in order open none, and the other way’s are not asked for', running, papers(fund()), ['MoneyArranged']],
    ['nor do those of a way the plan does not use', reached('inPlace'), papers(payment('appropriate')), ['MoneyArranged']],
    ['nor a second loss, while the review is open', lost, papers(payment('appropriate')), ['MoneyArranged']],
  ])('%s', (_, given, when, then) => expectThat(given, when, then, withWays));

  test('and stops nothing: plan, budget and review date are what they were', () => {
    expect(lost.state).toBe('underway');
    expect(lost.agreed).toEqual(running.agreed);
    expect(lost).toMatchObject({ reviewing: 'requested', at: { stage: 'review' } });
    expect(lost.reviewAsked).toMatch(/can manage it.*Payments and support go on while we look at it\.$/);
  });

  test('the review cannot find that nothing changes until the money can flow, and then it can', () => {
    expectThat(lost, reviewed('no-change'), 'money-not-arranged', withWays);
    const again = made([papers(payment())], withWays, lost);
    expectThat(again, reviewed('no-change'), ['ReviewRecorded', 'StageFinished', 'SupportPutInPlace'], withWays);
    expectThat(lost, reviewed('plan-changes'), ['ReviewRecorded', 'StageFinished'], withWays);
  });
});

describe('reading afterwards what was agreed at once', () => {
  const read = (by = glenda, finding = 'It meets every need.'): Step => ({ by, command: { type: 'record-audit', finding } });
  const toCheck = [...WAY_TO.planning, explain(), save(chosen, 0, idris)];
  const steps = [...toCheck, { by: idris, command: { type: 'offer-plan', planVersion: 1, agrees: true } } as Step, check()];
  const sampled = made(steps, atOnce());
  const done = made([read()], atOnce(), sampled);

  test.each<[sentence: string, given: Case, when: Step, then: Then]>([
    ['by somebody who agrees plans', sampled, read(), ['AuditRecorded']],
    ['with any limit', sampled, read(morag), ['AuditRecorded']],
    ['not by its author', sampled, read(idris), 'own-plan'],
    ['not by a worker', sampled, read(tom), 'not-allowed'],
    ['not by the person', sampled, read(adaTheApprover), 'not-allowed'],
    ['not without a word', sampled, read(glenda, '  '), 'reasons-needed'],
    ['once', done, read(morag), 'already-done'],
    ['not where none waits', reached('agreed'), read(), 'already-done'],
    ['not where the lot fell on another', made(steps, atOnce({ sampleOneIn: 97 })), read(), 'already-done'],
  ])('%s', (_, given, when, then) => expectThat(given, when, then, atOnce()));

  test('changes nothing about the support', () => {
    expect({ ...done, audit: 0, version: 0 }).toEqual({ ...sampled, audit: 0, version: 0 });
    expect(done.audit).toMatchObject({ done: { id: glenda.id, finding: 'It meets every need.' } });
  });
});

test('“for now” brings the review forward to the day we look again, and never puts it off', () => {
  const due = (forNowUntil?: string) => {
    const content = forNowUntil ? { ...chosen, forNowUntil } : chosen;
    return [reached('agreed', content).agreed?.reviewDueOn, reached('inPlace', content).agreed?.reviewDueOn];
  };
  expect(due()).toEqual(['2026-12-14', '2026-12-14']);
  expect(due('2026-11-20')).toEqual(['2026-11-20', '2026-11-20']);
  expect(due('2026-12-13')).toEqual(['2026-12-13', '2026-12-13']);
  expect(due('2026-12-14')).toEqual(['2026-12-14', '2026-12-14']);
});

test('a review before that day changes nothing about it', () => {
  const at = (step: Step): Step => ({ ...step, at: '2026-11-10T09:00:00.000Z' });
  const looked = (content: PlanContent) =>
    made([at(askReview()), at(reviewed('no-change'))], withWays, reached('inPlace', content)).agreed?.reviewDueOn;
  expect(looked({ ...chosen, forNowUntil: '2026-12-10' })).toBe('2026-12-10');
  expect(looked({ ...chosen, forNowUntil: '2026-11-10' })).toBe('2027-11-10');
  expect(looked(chosen)).toBe('2027-11-10');
});

test('a review that is asked for and an agreement after it go by the same rules', () => {
  const again = made([askReview(), reviewed('plan-changes'), save({ ...byPayment }, 1)], withWays, reached('inPlace'));
  const agreedAgain = made(
    [{ by: priya, command: { type: 'offer-plan', planVersion: 2 } }, check(), approve(2)],
    withWays,
    again,
  );
  expectThat(agreedAgain, arrange(), 'money-not-arranged', withWays);
});
