/**
 * The person's own account, and the assessment that worker and person confirm together. A confirmed assessment is never edited
 * (I-18); a new one is made instead. What follows from the answers in money is `allocation.ts`.
 */
import * as z from 'zod';
import { CARER_OUTCOME_CODES, CarerOutcomeCode } from './carer-outcome.ts';
import { EligibilityResult, OUTCOME_CODES, OutcomeCode } from './eligibility.ts';

/** One answer of the story: the statement that fits, the help family and friends give with it, and the person's own words. */
export const StoryAnswer = z
  .object({
    option: z.string().min(1).max(80),
    /** The part of this that family or friends do now, in percent. */
    informalShare: z.number().int().min(0).max(100).default(0),
    /** Whether whoever helps is willing and able to go on. Help counts only then (Care Act 2014: no one can be made to care). */
    willingAndAble: z.boolean().default(false),
    ownWords: z.string().trim().max(4000).default(''),
  })
  .strict();
export type StoryAnswer = z.infer<typeof StoryAnswer>;

/**
 * An answer as it was given: by whom and when. Where staff wrote it after the person had, what the person said stays beside it.
 */
export type GivenAnswer = StoryAnswer & {
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
  readonly personSaid?: StoryAnswer & { readonly at: string };
};

/** What worker and person agreed on one question; `note` says why where it is not what the person first said. */
export const AgreedAnswer = z
  .object({
    option: z.string().min(1).max(80),
    informalShare: z.number().int().min(0).max(100).default(0),
    willingAndAble: z.boolean().default(false),
    note: z.string().trim().max(1000).default(''),
  })
  .strict();
export type AgreedAnswer = z.infer<typeof AgreedAnswer>;

/** What was found about an adult, on the three conditions (SI 2015/313 reg 2). Help from a carer never changes it (I-05). */
const AdultFindings = z
  .object({
    kind: z.literal('adult').optional(),
    impairment: z.boolean(),
    unable: z.array(OutcomeCode).max(OUTCOME_CODES.length),
    significantImpact: z.boolean(),
  })
  .strict();
/** What was found about a carer's own life (reg 3). */
const CarerFindings = z
  .object({
    kind: z.literal('carer'),
    necessaryCare: z.boolean(),
    healthAtRisk: z.boolean(),
    unable: z.array(CarerOutcomeCode).max(CARER_OUTCOME_CODES.length),
    significantImpact: z.boolean(),
  })
  .strict();
/** Findings without a kind are an adult's: all were, before carers had a pathway of their own. */
export const Findings = z.discriminatedUnion('kind', [AdultFindings, CarerFindings]);
export type Findings = z.infer<typeof Findings>;

export const AssessmentContent = z
  .object({
    /** On the points model, question by question. None for a carer, who is not assessed by points. */
    answers: z.record(z.string().max(80), AgreedAnswer),
    findings: Findings,
    /** What the named worker decides. The engine only proposes; where the two differ the reasons say why. */
    decision: EligibilityResult,
    reasons: z.string().trim().min(1).max(4000),
  })
  .strict();
export type AssessmentContent = z.infer<typeof AssessmentContent>;

export type Assessment = AssessmentContent & {
  readonly proposed: EligibilityResult;
  readonly decidedBy: { id: string; name: string };
  readonly decidedAt: string;
};

/** The outcome the pathway takes: only eligible needs lead on to a budget; the other two results end in written advice. */
export const outcomeOfDecision = (decision: EligibilityResult): 'eligible' | 'not-eligible' =>
  decision === 'eligible-needs-identified' ? 'eligible' : 'not-eligible';
