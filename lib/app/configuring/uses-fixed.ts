/**
 * Questions the house itself knows by name: what reads each, and what comes of it. Whoever makes code read another question by its id
 * adds a line here; a test looks for ids that have none. Not what a council's own files use: `uses.ts`.
 */
import type { QuestionId } from '../../domain/question-id.ts';
import type { StageKind } from '../../domain/stage.ts';

/** `turns`: something comes out otherwise by the answer. `takes`: the answer is taken over as it stands. */
export type FixedUse = {
  readonly question: QuestionId;
  readonly how: 'turns' | 'takes';
  /** The file that reads it. */
  readonly ref: string;
  readonly words: string;
};

const turns = (question: QuestionId, ref: string, words: string): FixedUse => ({ question, how: 'turns', ref, words });
const takes = (question: QuestionId, ref: string, words: string): FixedUse => ({ question, how: 'takes', ref, words });

export const FIXED_USES: readonly FixedUse[] = [
  takes('about.name', 'lib/domain/case-facts.ts', 'It is the name on the case, on every list and in every letter.'),
  takes('about.address', 'lib/domain/letter.ts', 'Letters go to this address.'),
  takes(
    'about.address',
    'functions/web/household-visit.tsx',
    'People who plan together are offered it, so that it is typed once.',
  ),
  turns(
    'about.urgent',
    'lib/domain/case-facts.ts',
    'Help needed today or this week puts the case before somebody at once (s.19(3)).',
  ),
  turns('about.safe', 'lib/domain/case-facts.ts', 'Not feeling safe puts the case before somebody at once (s.42).'),
  turns('about.difficulty', 'lib/domain/advocacy.ts', 'Whether an advocate has to be arranged follows from it (s.67).'),
  turns(
    'about.speak-up',
    'lib/domain/advocacy.ts',
    'Whether somebody suitable speaks up already, so that no advocate is needed (s.67).',
  ),
  turns('assess.advocate', 'lib/domain/advocacy.ts', 'It settles how the offer of an advocate stands (s.67).'),
  turns('about.carer', 'lib/domain/carer-offer.ts', 'Whether a carer is offered an assessment follows from it (s.10).'),
  turns('about.carer-offer', 'lib/domain/carer-offer.ts', 'Whether the offer to the carer is talked over first (s.10).'),
  turns('assess.carer-offered', 'lib/domain/carer-offer.ts', 'It settles how the offer to the carer stands (s.10).'),
  turns('assess.safeguarding', 'lib/domain/at-once.ts', 'Where there is a worry about abuse, no plan is agreed at once.'),
  turns(
    'comm.formats',
    'lib/domain/letter.ts',
    'Pages and letters come in the form asked for (Accessible Information Standard).',
  ),
  turns('comm.language', 'lib/domain/letter.ts', 'Pages and letters come in Welsh or English by it.'),
  takes('comm.interpreter', 'functions/web/staff/case-frame.tsx', 'It stands at the top of every page about the person.'),
  takes('comm.email', 'functions/web/citizen/save.tsx', 'The way back to unsent answers is offered at this address.'),
  takes('comm.phone', 'functions/web/citizen/save.tsx', 'The way back to unsent answers is offered to this number.'),
  takes('money.income', 'functions/web/staff/finances-form.ts', 'The page about what the person pays begins with it.'),
  takes('money.savings', 'functions/web/staff/finances-form.ts', 'The page about what the person pays begins with it.'),
  takes('money.housing-costs', 'functions/web/staff/finances-form.ts', 'The page about what the person pays begins with it.'),
  takes('money.disability-costs', 'functions/web/staff/finances-form.ts', 'The page about what the person pays begins with it.'),
];

/** Decisions that are made at any time and need no stage of a pathway. */
export const AT_ANY_TIME: readonly string[] = ['urgent-support', 'carers-assessment', 'financial-assessment'];

/** What questions call a kind of stage, where that is not its own name. */
export const KIND_NAMES: Readonly<Record<StageKind, string>> = {
  assessment: 'the needs assessment',
  'resource-allocation': 'the up-front figure',
  'plan-approval': 'agreeing the plan',
  review: 'the review',
  form: 'a form',
};
