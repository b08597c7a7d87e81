/**
 * The stages a council can lay out, and how each can end. What a *pathway* is, and whether one is sound, is `lib/pathway`.
 * The lists are closed: a new kind is a new member here, and every exhaustive switch then points at what is missing.
 */
import * as z from 'zod';
import { ActingRole } from './actor.ts';
import { keptBy } from './kept-by.ts';

/** Stage and pathway ids: lower-case words joined by hyphens. They are stored on cases, so they are never reused or renamed. */
export const StageId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'An id is lower-case words joined by hyphens.')
  .max(60);
export type StageId = z.infer<typeof StageId>;

/**
 * The four stages every council runs, and `form`: a person fills in something and says how it ended, so that councils can add
 * and strip stages of their own.
 */
export const StageKind = z.enum(['assessment', 'resource-allocation', 'plan-approval', 'review', 'form']);
export type StageKind = z.infer<typeof StageKind>;

/** The outcomes of the kinds with a closed list. A `form` stage names its own, but never `late`. */
export const OUTCOMES = {
  assessment: ['eligible', 'not-eligible'],
  'resource-allocation': ['allocated', 'needs-individual-costing'],
  'plan-approval': ['approved', 'returned'],
  review: ['no-change', 'plan-changes', 'needs-changed', 'support-ends'],
} as const satisfies Record<Exclude<StageKind, 'form'>, readonly string[]>;

/**
 * Every human stage can also be `late`: the promised date passed. The person is told, a new date is promised and the same stage
 * goes on. It is not in a pathway file because no council may make it lead anywhere else (law 6 of the architecture; I-09).
 */
export const LATE = 'late';

/** Where a cycle of care can end. `support-in-place` is not the end of a case: a review date is set when it is reached. */
export const End = z.enum(['support-in-place', 'advice-given', 'support-ended']);
export type End = z.infer<typeof End>;

/** Where an outcome leads: to another stage, or to the end of this cycle. */
export const Destination = z.union([z.object({ stage: StageId }).strict(), z.object({ end: End }).strict()]);
export type Destination = z.infer<typeof Destination>;

export const OutcomeName = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'An outcome is lower-case words joined by hyphens.')
  .max(60);

/**
 * When the person can expect this stage to be done. A promise is the council's, never a worker's. There is no legal constant for
 * it: guidance asks for an indicative timescale, and that the person is kept informed (CASS 6.29).
 */
export const PromiseRule = z.object({ workingDays: z.number().int().min(1).max(180) }).strict();
export type PromiseRule = z.infer<typeof PromiseRule>;

const named = {
  id: StageId.describe('Stored on cases, so it is never reused or renamed.'),
  title: z.string().min(1).max(80).describe('What staff call this stage.'),
  forThePerson: z.string().min(1).max(120).describe('What the person sees on their own page.'),
  ...keptBy,
};

/** Forms whose record is made in this stage instead of a stage of their own, e.g. a self-assessment done together, face to face. */
const includes = z
  .array(StageId)
  .max(10)
  .optional()
  .describe('Forms merged into this stage: it makes their record, so they need no stage of their own.');

const human = {
  ...named,
  who: ActingRole.describe('Who the stage waits for.'),
  promise: PromiseRule.describe('When the person can expect this stage to be done.'),
  includes,
};
const outcomes = (names: readonly string[]) =>
  z.partialRecord(z.enum(names as [string, ...string[]]), Destination).describe(`leads on from: ${names.join(', ')}`);

/** One stage of a pathway. `resource-allocation` is automatic: it has no actor and no promise. */
export const StageDef = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assessment'), ...human, outcomes: outcomes(OUTCOMES.assessment) }).strict(),
  z.object({ kind: z.literal('resource-allocation'), ...named, outcomes: outcomes(OUTCOMES['resource-allocation']) }).strict(),
  z.object({ kind: z.literal('plan-approval'), ...human, outcomes: outcomes(OUTCOMES['plan-approval']) }).strict(),
  z.object({ kind: z.literal('review'), ...human, outcomes: outcomes(OUTCOMES.review) }).strict(),
  z.object({ kind: z.literal('form'), ...human, form: StageId, outcomes: z.record(OutcomeName, Destination) }).strict(),
]);
export type StageDef = z.infer<typeof StageDef>;
export type HumanStageDef = Exclude<StageDef, { kind: 'resource-allocation' }>;

export const isHuman = (stage: StageDef): stage is HumanStageDef => stage.kind !== 'resource-allocation';

/** Whose needs a case is about: an adult's own, or a carer's in their own right (Care Act 2014 s.9 and s.10). Never both. */
export const CaseKind = z.enum(['adult', 'carer']);
export type CaseKind = z.infer<typeof CaseKind>;

/** What `decide` needs to know of a pathway. The pathway schema in `lib/pathway` is one of these. */
export type Route = {
  readonly id: string;
  /** Absent: an adult's, as on everything published before carers had a pathway. */
  readonly for?: CaseKind | undefined;
  readonly start: StageId;
  readonly review: StageId;
  readonly stages: readonly StageDef[];
};

/** Whose needs the cases on this route are about. */
export const kindOf = (route: Pick<Route, 'for'>): CaseKind => route.for ?? 'adult';

export const stageOf = (route: Route, id: StageId): StageDef | undefined => route.stages.find((stage) => stage.id === id);

/** Where `outcome` of `stage` leads; `undefined` when the pathway has no such stage or leaves the outcome without a way on. */
export const leadsTo = (route: Route, id: StageId, outcome: string): Destination | undefined => {
  const stage = stageOf(route, id);
  if (!stage || !Object.hasOwn(stage.outcomes, outcome)) return undefined;
  return (stage.outcomes as Record<string, Destination | undefined>)[outcome];
};
