/** A carer's own case through every decision: by the law for carers, with a plan of their own, and never mixed with an adult's. */
import { describe, expect, test } from 'vitest';
import { summarise } from '../../lib/app/summary.ts';
import type { AssessmentContent } from '../../lib/domain/assessment.ts';
import type { Command } from '../../lib/domain/command.ts';
import { decide } from '../../lib/domain/decide.ts';
import { isRefusal } from '../../lib/domain/refusal.ts';
import * as made from '../support/carers-case.ts';
import {
  plan as adultPlan,
  caseAt,
  confirm as confirmAdult,
  eligible as eligibleAdult,
  save as saveAdult,
} from '../support/case-so-far.ts';
import { expectThat } from '../support/given-when-then.ts';
import { small } from '../support/small-council.ts';

const { confirm, eligible, forAdults, forCarers, outcomeOf, ROSALIND } = made;
const openAs = (as?: 'adult' | 'carer'): made.Deed => [
  { type: 'open-case', caseId: 'C-NEW1', person: { id: ROSALIND.id, name: ROSALIND.name }, ...(as && { as }) },
  ROSALIND,
];
const content = (change: Partial<AssessmentContent>): AssessmentContent => ({ ...eligible, ...change });

describe('opening', () => {
  test('a carer starts on the carers’ pathway, an adult on the adults’', () => {
    expect(made.opened.state).toMatchObject({ pathway: 'carer-support', at: { stage: 'carers-self-assessment' } });
    expect(outcomeOf(openAs(), undefined, forAdults)).toEqual(['CaseOpened']);
    expect(outcomeOf(openAs('adult'), undefined, forAdults)).toEqual(['CaseOpened']);
  });
  test.each([
    ['a carer where there is no pathway for carers', 'carer', forAdults],
    ['an adult on the carers’ pathway', 'adult', forCarers],
    ['nobody in particular on the carers’ pathway', undefined, forCarers],
  ] as const)('%s is refused, with what to do instead', (_who, as, on) => {
    const [command, by] = openAs(as);
    const decision = decide(command, undefined, by, on, new Date(made.NOW));
    expect(isRefusal(decision) && decision).toMatchObject({
      refused: 'no-carer-pathway',
      message: expect.stringMatching(/call us/i),
    });
  });
  test('its line on a list says that it is a carer’s; no other line does', () => {
    expect(summarise(made.opened.state, forCarers).kind).toBe('carer');
    expect(summarise(made.inPlace.state, forCarers).kind).toBe('carer');
    expect(summarise(made.adviceGiven.state, forCarers).kind).toBe('carer');
    expect(summarise(made.hisCase.state, forAdults)).not.toHaveProperty('kind');
  });
});

describe('the decision', () => {
  test('eligible leads to planning, and to no figure', () => {
    expect(made.assessed.state).toMatchObject({
      at: { stage: 'planning' },
      assessment: { proposed: 'eligible-needs-identified' },
    });
    expect(made.assessed.state.allocation).toBeUndefined();
  });
  test('not eligible ends in advice, with the reasons', () => {
    expect(made.adviceGiven.state).toMatchObject({ state: 'closed', end: 'advice-given', reasons: made.notEligible.reasons });
  });
  test('waits until it is written down who was told what, and whether the carer is safe', () => {
    expect(outcomeOf(confirm(eligible), made.sent)).toBe('form-incomplete');
  });
  test.each<[string, AssessmentContent, string]>([
    ['by the findings of an adult', content({ findings: eligibleAdult.findings }), 'need-of-another'],
    ['with points agreed', content({ answers: eligibleAdult.answers }), 'unknown-option'],
    ['against what was found', content({ decision: 'no-needs-identified' }), 'decision-against-findings'],
    [
      'in favour, where the care is not necessary',
      content({
        findings: { kind: 'carer', necessaryCare: false, healthAtRisk: true, unable: ['CARER-HOME'], significantImpact: true },
      }),
      'decision-against-findings',
    ],
  ])('%s is refused', (_how, wrong, code) => expect(outcomeOf(confirm(wrong), made.recorded)).toBe(code));
  test('an adult is never decided about by a carer’s findings', () => {
    expectThat('an assessment', confirmAdult({ ...eligibleAdult, findings: eligible.findings }), 'need-of-another');
    expectThat(
      'an assessment',
      confirmAdult({
        ...eligibleAdult,
        findings: { kind: 'adult', impairment: true, unable: ['CA-HYGIENE', 'CA-TOILET'], significantImpact: true },
      }),
      ['AssessmentConfirmed', 'StageFinished'],
    );
  });
});

describe('the plan', () => {
  const [item] = made.plan.items;
  if (!item) throw new Error('no line');
  const foreign = { ...made.plan, items: [{ ...item, meets: ['CARER-RECREATION' as const, 'CA-HYGIENE' as const] }] };

  test('names needs of its own kind only, in lines and in other ways (I-12)', () => {
    expect(outcomeOf(made.save(foreign), made.assessed)).toBe('need-of-another');
    const otherWays = [{ outcome: 'CA-HYGIENE' as const, how: 'unmet' as const, reason: 'Because.' }];
    expect(outcomeOf(made.save({ ...made.plan, otherWays }), made.assessed)).toBe('need-of-another');
    expect(outcomeOf(made.save(made.plan), made.assessed)).toEqual(['PlanSaved']);
  });
  test('and so does an adult’s', () => {
    const items = adultPlan.items.map((each) => ({ ...each, meets: ['CARER-HOME' as const] }));
    expectThat(caseAt('planning'), saveAdult({ ...adultPlan, items }), 'need-of-another');
    expectThat(caseAt('planning'), saveAdult(), ['PlanSaved'], small);
  });
  test('leaves no need of the carer’s silent (I-04)', () => {
    const two = content({
      findings: {
        kind: 'carer',
        necessaryCare: true,
        healthAtRisk: false,
        unable: ['CARER-RECREATION', 'CARER-HOME'],
        significantImpact: true,
      },
    });
    const silent = made.go(made.recorded, [confirm(two), made.save(made.plan)]);
    const offer: Command = { type: 'offer-plan', planVersion: 1 };
    const decision = decide(offer, silent.state, made.PRIYA, forCarers, new Date(made.NOW));
    expect(isRefusal(decision) && decision).toMatchObject({
      refused: 'need-not-covered',
      message: expect.stringContaining('your own home'),
    });
  });
  test('can help a carer whose health alone is at risk', () => {
    const health = content({
      findings: { kind: 'carer', necessaryCare: true, healthAtRisk: true, unable: [], significantImpact: true },
    });
    const on = made.go(made.recorded, [
      confirm(health),
      made.save(made.plan),
      [{ type: 'explain-ways' }, made.ROSALIND],
      [{ type: 'offer-plan', planVersion: 1 }, made.PRIYA],
    ]);
    expect(on.state).toMatchObject({ at: { stage: 'plan-approval' } });
  });
  test('is agreed by somebody else, and needs no reasons for differing from a figure there never was', () => {
    expect(
      outcomeOf(
        [
          { type: 'approve-plan', planVersion: 1, reasons: '' },
          { ...made.PRIYA, roles: ['assessor', 'approver'], limitPence: 30_000 },
        ],
        made.offered,
      ),
    ).toBe('own-plan');
    expect(made.agreed.state.agreed).toMatchObject({ budget: { totalPence: 2_300, indicativePence: null }, reasons: '' });
  });
  test('leads to support in place, and to a review on request', () => {
    expect(made.inPlace.state).toMatchObject({ state: 'supported', agreed: { reviewDueOn: expect.any(String) } });
    expect(made.inReview.state).toMatchObject({ at: { stage: 'review' }, reviewing: 'requested' });
  });
  test('a review that finds changed needs leads back to the carer’s own account', () => {
    const again = made.go(made.inReview, [
      [
        {
          type: 'record-review',
          content: { outcome: 'needs-changed', achieved: 'partly', inTheirWords: '', reasons: 'More nights.' },
        },
        made.PRIYA,
      ],
    ]);
    expect(again.state).toMatchObject({ at: { stage: 'carers-self-assessment' } });
  });
});

test('a draft never goes on as another kind of case, even where a pathway of the same name has changed hands', () => {
  const taken = { ...forCarers, version: 'fedcba9876543210', route: { ...forCarers.route, for: 'adult' as const } };
  expect(outcomeOf([{ type: 'adopt-configuration', to: taken }, ROSALIND], made.told)).toEqual([]);
});
