/** Confirming an assessment, and the figure that follows from it. */

import { describe, expect, test } from 'vitest';
import type { AssessmentContent } from '../../lib/domain/assessment.ts';
import type { Case } from '../../lib/domain/case.ts';
import type { OutcomeCode } from '../../lib/domain/eligibility.ts';
import { lifeAreasOf } from '../../lib/domain/fact.ts';
import { allocateNow, caseAt, confirm, eligible, follow, notEligible, type Place, type Step } from '../support/case-so-far.ts';
import { expectThat, type Then } from '../support/given-when-then.ts';
import { ada, glenda, priya, small } from '../support/small-council.ts';

const found = (unable: OutcomeCode[], decision: AssessmentContent['decision']): Step =>
  confirm({ ...eligible, findings: { impairment: true, unable, significantImpact: true }, decision });
const answering = (washing: string, share = 0): Step =>
  confirm({
    ...eligible,
    answers: { ...eligible.answers, washing: { option: washing, informalShare: share, willingAndAble: true, note: '' } },
  });
const high12 = { option: 'p12', informalShare: 0, willingAndAble: false, note: '' };
const { washing: _left, ...oneAnswer } = eligible.answers;

const ROWS: [sentence: string, given: Place, when: Step, then: Then][] = [
  ['eligible needs lead on', 'an assessment', confirm(), ['AssessmentConfirmed', 'StageFinished']],
  [
    'needs that are not eligible end in advice',
    'an assessment',
    confirm(notEligible),
    ['AssessmentConfirmed', 'StageFinished', 'CaseClosed'],
  ],
  [
    'no needs at all end in advice too',
    'an assessment',
    found([], 'no-needs-identified'),
    ['AssessmentConfirmed', 'StageFinished', 'CaseClosed'],
  ],
  [
    'a decision follows from the findings',
    'an assessment',
    found(['CA-HYGIENE'], 'eligible-needs-identified'),
    'decision-against-findings',
  ],
  [
    'against the person above all',
    'an assessment',
    found(['CA-HYGIENE', 'CA-TOILET'], 'no-needs-identified'),
    'decision-against-findings',
  ],
  ['every question is answered', 'an assessment', confirm({ ...eligible, answers: oneAnswer }), 'unknown-option'],
  ['with an answer that is offered', 'an assessment', answering('p7'), 'unknown-option'],
  ['and help in a share that is', 'an assessment', answering('p6', 33), 'unknown-option'],
  ['an assessment is confirmed once', 'planning', confirm(), 'not-at-this-stage'],
  ['and not before the story is sent', 'a story told', confirm(), 'not-at-this-stage'],
  ['a person confirms nothing about themselves', 'an assessment', confirm(eligible, ada), 'not-allowed'],
  ['an approver does not assess', 'an assessment', confirm(eligible, glenda), 'not-allowed'],
  ['a closed case is not assessed', 'a withdrawn case', confirm(), 'case-closed'],
  ['the machine works out the figure', 'a figure to work out', allocateNow(), ['AllocationMade', 'StageFinished']],
  ['asked twice it answers the same', 'planning', allocateNow(), []],
  ['an execution left behind is told so', 'a figure to work out', allocateNow(7), 'stale-run'],
  ['a closed case needs no figure', 'a withdrawn case', allocateNow(), 'stale-run'],
  ['nobody works out figures by hand', 'a figure to work out', { ...allocateNow(), by: priya }, 'not-allowed'],
  ['no figure without an assessment', 'an assessment', allocateNow(), 'not-at-this-stage'],
];

test.each(ROWS)('%s', (_, given, when, then) => expectThat(given, when, then));

const underway = (state: Case | undefined) => state as Extract<Case, { state: 'underway' }>;

describe('the figure', () => {
  test('is kept with the model it was made from', () => {
    expect(caseAt('planning').allocation).toMatchObject({ weeklyPence: 12_000, model: 'SMALL', modelVersion: '1' });
  });

  test('above the ceiling there is none, and the case goes on all the same', () => {
    const high = confirm({ ...eligible, answers: { washing: high12, 'going-out': high12 } });
    const state = underway(follow([high, allocateNow()], caseAt('an assessment')));
    expect(state.allocation).toMatchObject({ weeklyPence: null, needsIndividualCosting: true, points: 24 });
    expect(state).toMatchObject({ at: { stage: 'planning' }, finished: { figure: 'needs-individual-costing' } });
  });

  test('family help lowers it only where it is freely given, and never changes eligibility', () => {
    const state = underway(follow([answering('p12', 50), allocateNow()], caseAt('an assessment')));
    expect(state.allocation).toMatchObject({ points: 18, netPoints: 12, weeklyPence: 12_000, grossWeeklyPence: 18_000 });
    expect(state.assessment?.decision).toBe('eligible-needs-identified');
  });

  test('an automatic stage on a council without a model is refused, for a person to look at', () => {
    const { model: _, ...without } = small;
    expectThat('a figure to work out', allocateNow(), 'no-allocation-model', without);
  });

  test('the answers of the story stay as the person gave them', () => {
    const state = follow([answering('p12')], caseAt('an assessment'));
    expect(lifeAreasOf(state?.facts ?? {}).washing?.option).toBe('p6');
    expect(state?.assessment?.answers.washing?.option).toBe('p12');
  });
});

test('the reasons for advice reach the person with the end', () => {
  expect(caseAt('advice given')).toMatchObject({ state: 'closed', end: 'advice-given', reasons: notEligible.reasons });
});

test('a case that is unlike its pathway is refused rather than guessed at', () => {
  const elsewhere = { ...caseAt('an assessment') } as Extract<Case, { state: 'underway' }>;
  expectThat({ ...elsewhere, at: { ...elsewhere.at, stage: 'gone' } }, confirm(), 'no-such-stage');
  expectThat({ ...elsewhere, at: { ...elsewhere.at, stage: 'figure' } }, allocateNow(), 'not-at-this-stage');
});

test('an outcome the pathway gives no way on is refused, and nothing is recorded', () => {
  const stages = small.route.stages.map((stage) =>
    stage.kind === 'assessment' ? { ...stage, outcomes: { eligible: stage.outcomes.eligible } } : stage,
  );
  const dangling = { ...small, route: { ...small.route, stages } } as typeof small;
  expectThat('an assessment', confirm(notEligible), 'unknown-outcome', dangling);
});
