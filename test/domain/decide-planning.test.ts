/** Writing the plan, offering it, agreeing it or sending it back. */
import { describe, expect, test } from 'vitest';
import type { Case } from '../../lib/domain/case.ts';
import { MOST_LINES, type PlanContent, type SupportItem } from '../../lib/domain/plan.ts';
import {
  approve,
  caseAt,
  check,
  dearer,
  follow,
  giveBack,
  offer,
  type Place,
  plan,
  type Step,
  save,
} from '../support/case-so-far.ts';
import { expectThat, type Then } from '../support/given-when-then.ts';
import { ada, adaTheApprover, glenda, idris, morag, newcomer, priya, tom } from '../support/small-council.ts';

const empty: PlanContent = { goals: '', items: [], otherWays: [], backUp: '' };
const forgetful: PlanContent = { ...plan, items: plan.items.slice(0, 1) };
const byHerSister: PlanContent = {
  ...forgetful,
  otherWays: [{ outcome: 'CA-COMMUNITY', how: 'carer', reason: 'Her sister likes to take her.' }],
};
const both: PlanContent['otherWays'] = [
  { outcome: 'CA-COMMUNITY', how: 'carer', reason: 'Her sister likes to take her.' },
  { outcome: 'CA-HYGIENE', how: 'declined', reason: 'She says no for now.' },
];
/** Meets a need that was not found. */
const stray: PlanContent = { ...plan, items: plan.items.map((item) => ({ ...item, meets: ['CA-TOILET'] })) };
const offering = (agrees: boolean, words: string): Step => ({
  by: priya,
  command: { type: 'offer-plan', planVersion: 1, agrees, words },
});
const APPROVED: Then = ['PlanApproved', 'StageFinished'];

/** Every line as long as it may be: more than one plan can hold. */
const endless: PlanContent = {
  ...plan,
  items: Array.from({ length: MOST_LINES }, () => ({
    ...(plan.items[0] as SupportItem),
    what: 'x'.repeat(200),
    provider: 'x'.repeat(120),
    notAgreed: 'x'.repeat(1000),
  })),
  backUp: 'x'.repeat(4000),
};

const ROWS: [sentence: string, given: Place, when: Step, then: Then][] = [
  ['a plan is saved, whole or not', 'planning', save(empty), ['PlanSaved']],
  ['on top of the version that was read', 'a plan written', save(plan, 1), ['PlanSaved']],
  ['never over a version that was not', 'a plan written', save(plan, 0), 'plan-changed'],
  ['nor on one that does not exist', 'planning', save(plan, 3), 'plan-changed'],
  ['only while it is being written', 'a plan in check', save(plan, 1), 'not-at-this-stage'],
  ['not while an earlier form is open', 'a story told', save(plan), 'not-at-this-stage'],
  ['not longer than one plan can hold', 'planning', save(endless), 'no-more-room'],
  ['the person writes it too', 'planning', save(plan, 0, ada), ['PlanSaved']],
  ['and offers it, which says that they agree', 'a plan written', offer(1, ada), ['PlanOffered', 'StageFinished']],
  ['a need that nobody found has no line', 'planning', save(stray), 'unknown-option'],
  [
    'and no other way',
    'planning',
    save({ ...plan, otherWays: [{ outcome: 'CA-TOILET', how: 'declined', reason: 'No.' }] }),
    'unknown-option',
  ],
  [
    'a need has one other way',
    'planning',
    save({ ...forgetful, otherWays: [...byHerSister.otherWays, { outcome: 'CA-COMMUNITY', how: 'unmet', reason: 'No bus.' }] }),
    'answer-not-valid',
  ],
  [
    'what the person does not agree with goes with it',
    'a plan written',
    offering(false, 'Too early in the day.'),
    ['PlanOffered', 'StageFinished'],
  ],
  ['and is written down', 'a plan written', offering(false, ' '), 'reasons-needed'],
  ['an approver writes no plan', 'planning', save(plan, 0, glenda), 'not-allowed'],
  ['a plan is offered', 'a plan written', offer(), ['StageFinished']],
  ['not when there is none', 'planning', offer(), 'plan-incomplete'],
  ['not in a version nobody sees any more', 'a plan written', offer(2), 'plan-changed'],
  ['not after it was offered', 'a plan in check', offer(), 'not-at-this-stage'],
  ['it is agreed', 'a plan to agree', approve(), APPROVED],
  ['in the version that was read', 'a plan to agree', approve(2), 'plan-changed'],
  ['at its own stage', 'a plan in check', approve(), 'not-at-this-stage'],
  ['once', 'an agreed plan', approve(), 'not-at-this-stage'],
  ['not by the person', 'a plan to agree', approve(1, '', ada), 'not-allowed'],
  ['not by an approver about themselves', 'a plan to agree', approve(1, '', adaTheApprover), 'not-allowed'],
  ['not by somebody who only writes plans', 'a plan to agree', approve(1, '', tom), 'not-allowed'],
  ['not above the limit', 'a plan to agree', approve(1, '', morag), 'needs-higher-approval'],
  ['not without any limit', 'a plan to agree', approve(1, '', newcomer), 'needs-higher-approval'],
  ['by an assessor who did not write it', 'a plan to agree', approve(1, '', idris), APPROVED],
  ['it is sent back', 'a plan to agree', giveBack(), ['PlanReturned', 'StageFinished']],
  ['with reasons', 'a plan to agree', giveBack(1, '  '), 'reasons-needed'],
  ['in the version that was read', 'a plan to agree', giveBack(2), 'plan-changed'],
  ['by an approver', 'a plan to agree', giveBack(1, 'No.', priya), 'not-allowed'],
  ['a plan that was sent back is written on', 'a plan sent back', save(plan, 1), ['PlanSaved']],
  ['a closed case has no plan to agree', 'a withdrawn case', approve(), 'case-closed'],
];

test.each(ROWS)('%s', (_, given, when, then) => expectThat(given, when, then));

describe('every eligible need is spoken for', () => {
  const offered = (content: PlanContent): Case | undefined => follow([save(content)], caseAt('planning'));

  test.each<[string, PlanContent, Then]>([
    ['by nothing at all', empty, 'plan-incomplete'],
    ['by lines that leave one out', forgetful, 'need-not-covered'],
    ['by a line and a willing sister', byHerSister, ['StageFinished']],
    ['by other ways alone', { ...empty, otherWays: both, advice: 'The day centre has a bus.' }, ['StageFinished']],
  ])('%s', (_, content, then) => expectThat(offered(content) ?? 'planning', offer(), then));

  test('and the person is told which need it is in words, not codes', () => {
    const state = offered(forgetful);
    const refused = () => follow([offer()], state);
    expect(refused).toThrow('“Getting out: shops, buses, the doctor, and things you enjoy”');
  });
});

describe('author and approver are two people', () => {
  const toAgree = (...saves: Step[]) => follow([...saves, offer(saves.length), check()], caseAt('planning'));

  test('the author is refused', () => {
    expectThat(toAgree(save(plan, 0, idris)) ?? 'planning', approve(1, '', idris), 'own-plan');
  });

  test('and so is everybody who wrote a part of it', () => {
    const state = toAgree(save(plan, 0, idris), save(plan, 1, tom)) ?? 'planning';
    expectThat(state, approve(2, '', idris), 'own-plan');
    expectThat(state, approve(2, '', glenda), APPROVED);
  });

  test('whoever wrote the last agreed plan may agree the next one', () => {
    const agreed = follow([save(plan, 0, idris), offer(1, idris), check(), approve()], caseAt('planning'));
    expect(agreed?.agreed?.plan.authors).toEqual([idris.id]);
    const again = follow([save(plan, 1, tom)], { ...caseAt('planning'), plan: agreed?.plan, agreed: agreed?.agreed } as Case);
    expect(again?.plan?.authors).toEqual([tom.id]);
  });
});

describe('the budget', () => {
  const dear = follow([save(dearer), offer(), check()], caseAt('planning')) ?? 'planning';

  test('is what the plan costs, with the up-front figure beside it', () => {
    const state = follow([approve(1, 'Swimming needs two hours with somebody trained.')], dear as Case);
    expect(state?.agreed?.budget).toMatchObject({ totalPence: 18_000, contributionPence: null, indicativePence: 12_000 });
  });

  test('needs reasons when it is not the up-front figure', () => {
    expectThat(dear, approve(1, ' '), 'reasons-needed');
    expectThat(dear, approve(1, 'Because.'), APPROVED);
  });

  test('needs no reasons for a difference where no figure was ever given', () => {
    const state = caseAt('a plan to agree');
    const { allocation: _, ...without } = state as Extract<Case, { state: 'underway' }>;
    expectThat(without, approve(1, ''), APPROVED);
  });

  test('needs reasons where the rules gave none, and the support was costed by itself', () => {
    const state = caseAt('a plan to agree') as Extract<Case, { state: 'underway' }>;
    const costed = {
      ...state,
      allocation: state.allocation && { ...state.allocation, weeklyPence: null, needsIndividualCosting: true },
    };
    expectThat(costed, approve(1, ''), 'reasons-needed');
  });

  test('is reviewed six weeks after it was agreed', () => {
    expect(caseAt('an agreed plan').agreed?.reviewDueOn).toBe('2026-12-14');
  });

  test('lapses nothing: sending back clears when the plan is agreed', () => {
    expect(caseAt('a plan sent back').returned).toMatchObject({ planVersion: 1, reasons: 'Too little on Sundays.' });
    const agreed = follow([offer(), check(), approve()], caseAt('a plan sent back'));
    expect(agreed?.returned).toBeUndefined();
  });
});
