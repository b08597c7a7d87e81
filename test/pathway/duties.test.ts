/** Every duty of the register is missed by one pathway that misses only it, and the path it is missed on is told. */
import { describe, expect, test } from 'vitest';
import type { Pathway } from '../../lib/pathway/schema.ts';
import { changed, ENGLAND, faultsOf, formStage, stageIn, strip } from './adult-care.ts';

const outcome = (pathway: Pathway, stage: string, name: string, to: { stage: string } | { end: string }): void => {
  stageIn(pathway, stage).outcomes[name] = to;
};
const add = (pathway: Pathway, id: string, to: { stage: string } | { end: string }): void =>
  void pathway.stages.push(formStage(id, { done: to }));

/** Changed needs lead to an assessment of their own, which only reviews come to. */
const reassess = (pathway: Pathway, outcomes: Record<string, { stage: string } | { end: string }>): void => {
  outcome(pathway, 'review', 'needs-changed', { stage: 'reassessment' });
  const stage = { ...structuredClone(stageIn(pathway, 'assessment')), id: 'reassessment', outcomes };
  pathway.stages.push(stage as unknown as Pathway['stages'][number]);
};

type Missed = readonly [duty: string, what: string, path: string, change: (pathway: Pathway) => void];

const MISSED: readonly Missed[] = [
  ['supported-self-assessment', 'no self-assessment', 'assessment', (p) => strip(p, 'self-assessment', 'submitted')],
  [
    'supported-self-assessment',
    'a way round the self-assessment',
    'first-talk (urgent) → assessment',
    (p) => {
      p.stages.push(formStage('first-talk', { usual: { stage: 'self-assessment' }, urgent: { stage: 'assessment' } }));
      p.start = 'first-talk';
    },
  ],
  [
    'supported-self-assessment',
    'the self-assessment merged into a stage that is not the assessment',
    'talk → assessment',
    (p) => {
      strip(p, 'self-assessment', 'submitted');
      add(p, 'talk', { stage: 'assessment' });
      p.start = 'talk';
    },
  ],
  [
    'needs-assessment',
    'a front door that can turn people away',
    'self-assessment (turned-away) → end advice-given',
    (p) => outcome(p, 'self-assessment', 'turned-away', { end: 'advice-given' }),
  ],
  [
    'eligibility-before-support',
    'support after “not eligible”',
    'self-assessment → assessment (not-eligible) → planning → quality-check (content) → plan-approval (approved) → arranging-support → end support-in-place',
    (p) => outcome(p, 'assessment', 'not-eligible', { stage: 'planning' }),
  ],
  [
    'eligibility-before-support',
    'support after “not eligible” at a reassessment',
    'reassessment (not-eligible) → planning → quality-check (content) → plan-approval (approved) → arranging-support → end support-in-place',
    (p) => reassess(p, { eligible: { stage: 'planning' }, 'not-eligible': { stage: 'planning' } }),
  ],
  [
    'care-and-support-plan',
    'a reassessment that leads to support without a new plan',
    'review (needs-changed) → reassessment (eligible) → arranging-support → end support-in-place',
    (p) => reassess(p, { eligible: { stage: 'arranging-support' }, 'not-eligible': { end: 'advice-given' } }),
  ],
  [
    'written-advice',
    '“not eligible” and nothing more',
    'assessment (not-eligible) → end support-ended',
    (p) => outcome(p, 'assessment', 'not-eligible', { end: 'support-ended' }),
  ],
  [
    'care-and-support-plan',
    'a short way to support without a plan',
    'self-assessment → assessment (eligible) → resource-allocation (allocated) → arranging-support → end support-in-place',
    (p) => outcome(p, 'resource-allocation', 'allocated', { stage: 'arranging-support' }),
  ],
  [
    'plan-sign-off',
    'a plan nobody agrees to',
    'planning → quality-check (content) → arranging-support → end support-in-place',
    (p) => strip(p, 'plan-approval', 'approved'),
  ],
  [
    'plan-sign-off',
    'a returned plan that goes ahead',
    'planning → quality-check (content) → plan-approval (returned) → arranging-support → end support-in-place',
    (p) => outcome(p, 'plan-approval', 'returned', { stage: 'arranging-support' }),
  ],
  [
    'plan-sign-off',
    'planning again after the sign-off',
    'last-touches → arranging-support → end support-in-place',
    (p) => {
      outcome(p, 'plan-approval', 'approved', { stage: 'last-touches' });
      p.stages.push(formStage('last-touches', { done: { stage: 'arranging-support' } }, { form: 'support-plan' }));
    },
  ],
  [
    'plan-sign-off',
    'the person signing off their own plan',
    'planning → quality-check (content) → plan-approval (approved) → arranging-support → end support-in-place',
    (p) => Object.assign(stageIn(p, 'plan-approval'), { who: 'person' }),
  ],
  [
    'review-leads-to-reassessment',
    'changed needs without a new assessment',
    'review (needs-changed) → planning → quality-check (content) → plan-approval (approved) → arranging-support → end support-in-place',
    (p) => outcome(p, 'review', 'needs-changed', { stage: 'planning' }),
  ],
  [
    'review-leads-to-planning',
    'a plan that must change and does not',
    'review (plan-changes) → end support-in-place',
    (p) => outcome(p, 'review', 'plan-changes', { end: 'support-in-place' }),
  ],
];

const lawOf = (duty: string): string | undefined => ENGLAND.duties.find(({ id }) => id === duty)?.law;

describe('a missed duty names the law and the path', () => {
  test.each(MISSED)('%s: %s', (duty, _what, path, change) => {
    const faults = faultsOf(changed(change));
    expect(faults.map(({ code, law }) => ({ code, law }))).toEqual([{ code: 'duty-missed', law: lawOf(duty) }]);
    expect(faults[0]?.message).toContain(`It is missed on the path ${path}.`);
    expect(faults[0]?.message).toContain(`(${lawOf(duty)})`);
  });

  test('review: a pathway without one', () => {
    const faults = faultsOf(changed((p) => strip(p, 'review', 'no-change')));
    expect(faults.map(({ code, law }) => [code, law])).toEqual([
      ['unknown-review', undefined],
      ['duty-missed', lawOf('review')],
    ]);
  });

  test('the person may not decide their own assessment: every duty an assessor discharges is missed', () => {
    const faults = faultsOf(changed((p) => Object.assign(stageIn(p, 'assessment'), { who: 'person' })));
    expect(faults.map(({ law }) => law)).toEqual([lawOf('needs-assessment'), lawOf('review-leads-to-reassessment')]);
  });

  test('the place is the outcome that completes the path', () => {
    const [only] = faultsOf(changed((p) => outcome(p, 'review', 'plan-changes', { end: 'support-in-place' })));
    expect(only?.where).toBe('stages/review/outcomes/plan-changes');
  });

  test('every duty of the register has its pathway above', () => {
    const covered = new Set([...MISSED.map(([duty]) => duty), 'review']);
    expect(ENGLAND.duties.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
  });
});
