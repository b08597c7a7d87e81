/** Every duty of the register is missed by one pathway that misses only it, and the path it is missed on is told. */
import { describe, expect, test } from 'vitest';
import { stageOf } from '../../lib/domain/stage.ts';
import type { DutyRegister } from '../../lib/pathway/duty.ts';
import { graphOf } from '../../lib/pathway/graph.ts';
import { owedIn } from '../../lib/pathway/owed.ts';
import type { Pathway } from '../../lib/pathway/schema.ts';
import { changed, ENGLAND, faultsOf, formStage, inShort, isTrue, NO_DUTIES, stageIn, strip } from './adult-care.ts';

const outcome = (pathway: Pathway, stage: string, name: string, to: { stage: string } | { end: string }): void => {
  stageIn(pathway, stage).outcomes[name] = to;
};
type Stage = Pathway['stages'][number];
const figure = (pathway: Pathway, id: string, to: { stage: string } | { end: string }): void =>
  void pathway.stages.push({
    ...structuredClone(stageIn(pathway, 'resource-allocation')),
    id,
    outcomes: { allocated: to, 'needs-individual-costing': to },
  } as unknown as Stage);
const add = (pathway: Pathway, id: string, to: { stage: string } | { end: string }): void =>
  void pathway.stages.push(formStage(id, { done: to }));

/** Changed needs lead to an assessment of their own, made together with the person, which only reviews come to. */
const reassess = (pathway: Pathway, outcomes: Record<string, { stage: string } | { end: string }>): void => {
  outcome(pathway, 'review', 'needs-changed', { stage: 'reassessment' });
  const stage = {
    ...structuredClone(stageIn(pathway, 'assessment')),
    id: 'reassessment',
    includes: ['self-assessment'],
    outcomes,
  };
  pathway.stages.push(stage as unknown as Stage);
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
    'supported-self-assessment',
    'a reassessment that asks the person nothing',
    'review (needs-changed) → assessment',
    (p) => outcome(p, 'review', 'needs-changed', { stage: 'assessment' }),
  ],
  [
    'needs-assessment',
    'a front door that can turn people away',
    'front-door (turned-away) → end advice-given',
    (p) => {
      p.stages.push(formStage('front-door', { 'turned-away': { end: 'advice-given' }, welcome: { stage: 'self-assessment' } }));
      p.start = 'front-door';
    },
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
    'planning again after the sign-off',
    'last-touches → arranging-support → end support-in-place',
    (p) => {
      outcome(p, 'plan-approval', 'approved', { stage: 'last-touches' });
      p.stages.push(formStage('last-touches', { done: { stage: 'arranging-support' } }, { form: 'support-plan' }));
    },
  ],
  [
    'needs-before-money',
    'a figure before anybody is assessed',
    'self-assessment → first-figure',
    (p) => {
      outcome(p, 'self-assessment', 'submitted', { stage: 'first-figure' });
      figure(p, 'first-figure', { stage: 'assessment' });
    },
  ],
  [
    'needs-before-money',
    'a figure for changed needs that nobody has assessed yet',
    'review (needs-changed) → resource-allocation',
    (p) => {
      outcome(p, 'review', 'needs-changed', { stage: 'resource-allocation' });
      outcome(p, 'planning', 'ready', { stage: 'retelling' });
      p.stages.push(formStage('retelling', { done: { stage: 'second-assessment' } }, { form: 'self-assessment' }));
      const found = { eligible: { stage: 'second-planning' }, 'not-eligible': { end: 'advice-given' } };
      p.stages.push({
        ...structuredClone(stageIn(p, 'assessment')),
        id: 'second-assessment',
        outcomes: found,
      } as unknown as Stage);
      p.stages.push(formStage('second-planning', { ready: { stage: 'quality-check' } }, { form: 'support-plan' }));
    },
  ],
  [
    'support-ends-by-decision',
    'eligible, and told where else to ask',
    'assessment (eligible) → ideas (enough) → end advice-given',
    (p) => {
      outcome(p, 'assessment', 'eligible', { stage: 'ideas' });
      p.stages.push(formStage('ideas', { enough: { end: 'advice-given' }, 'more-help': { stage: 'resource-allocation' } }));
    },
  ],
  [
    'support-ends-by-decision',
    'a second look at the plan that ends the case',
    'assessment (eligible) → resource-allocation (allocated) → planning → quality-check (changes-suggested) → end support-ended',
    (p) => outcome(p, 'quality-check', 'changes-suggested', { end: 'support-ended' }),
  ],
  [
    'returned-plan-is-revised',
    'a returned plan that somebody else signs',
    'plan-approval (returned) → second-signature (approved) → arranging-support → end support-in-place',
    (p) => {
      const second = { ...structuredClone(stageIn(p, 'plan-approval')), id: 'second-signature' };
      p.stages.push(second as unknown as Stage);
      outcome(p, 'plan-approval', 'returned', { stage: 'second-signature' });
    },
  ],
  [
    'support-ends-by-decision',
    'no change, and the support is gone',
    'review (no-change) → end support-ended',
    (p) => outcome(p, 'review', 'no-change', { end: 'support-ended' }),
  ],
  [
    'support-ends-by-decision',
    'no change, and nothing but advice is left',
    'review (no-change) → end advice-given',
    (p) => outcome(p, 'review', 'no-change', { end: 'advice-given' }),
  ],
  [
    'support-ends-by-decision',
    'no change, and a desk at which support can be stopped',
    'review (no-change) → money-desk (stop) → end support-ended',
    (p) => {
      outcome(p, 'review', 'no-change', { stage: 'money-desk' });
      p.stages.push(formStage('money-desk', { fine: { end: 'support-in-place' }, stop: { end: 'support-ended' } }));
    },
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
  [
    'ended-stays-ended',
    'support that a review ends and that stays',
    'review (support-ends) → end support-in-place',
    (p) => outcome(p, 'review', 'support-ends', { end: 'support-in-place' }),
  ],
];

const lawOf = (duty: string): string | undefined => ENGLAND.duties.find(({ id }) => id === duty)?.law;

describe('a missed duty names the law and the path', () => {
  test.each(MISSED)('%s: %s', (duty, _what, path, change) => {
    const pathway = changed(change);
    const faults = faultsOf(pathway);
    expect(faults.map(({ code, law }) => ({ code, law }))).toEqual([{ code: 'duty-missed', law: lawOf(duty) }]);
    const told = faults[0]?.path ?? [];
    expect(inShort(pathway, told).endsWith(path), inShort(pathway, told)).toBe(true);
    expect(isTrue(pathway, told)).toBe(true);
    expect([pathway.start, pathway.review]).toContain((told[0] as { stage: string }).stage);
    expect(faults[0]?.message).toContain(`(${lawOf(duty)})`);
  });

  test('review: a pathway without one', () => {
    const faults = faultsOf(changed((p) => strip(p, 'review', 'no-change')));
    expect(faults.map(({ code, law }) => [code, law])).toEqual([
      ['unknown-review', undefined],
      ['duty-missed', lawOf('review')],
    ]);
  });

  test('the place is the outcome that completes the path', () => {
    const [only] = faultsOf(changed((p) => outcome(p, 'review', 'plan-changes', { end: 'support-in-place' })));
    expect(only?.where).toBe('stages/review/outcomes/plan-changes');
  });

  test('that what a review ended stays ended is the law of this register, and of no other that lacks it', () => {
    const pathway = changed((p) => outcome(p, 'review', 'support-ends', { end: 'support-in-place' }));
    expect(faultsOf(pathway, NO_DUTIES)).toEqual([]);
    const review = stageOf(pathway, 'review');
    if (!review) throw new Error('The default pathway has no review');
    const cycle = { opened: 'review' as const, passed: [{ def: review, outcome: 'support-ends', version: 'a' }] };
    const owed = (register: DutyRegister) => owedIn(cycle, graphOf(pathway), register).map(({ id }) => id);
    expect(owed(ENGLAND)).toContain('ended-stays-ended');
    expect(owed(NO_DUTIES)).toEqual([]);
  });

  test('every duty about stages that binds a pathway for adults has its pathway above', () => {
    const covered = new Set([...MISSED.map(([duty]) => duty), 'review']);
    const binding = ENGLAND.duties.filter((duty) => 'requires' in duty && (duty.appliesTo?.includes('adult') ?? true));
    expect(binding.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
  });
});
