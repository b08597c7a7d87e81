/**
 * The question bank: a question is the wording of one fact, with why it is asked. What is asked when is a form (`form.ts`); what has
 * been answered is a fact (`fact.ts`). A question that no decision, letter, return or duty uses cannot be written down here.
 */
import * as z from 'zod';
import { keptBy } from './kept-by.ts';
import { QuestionId } from './question-id.ts';
import { Text } from './text.ts';

/** What uses the answer. `ref` names it: a stage, a letter, a field of a return, a section of an Act. */
export const Use = z
  .object({
    kind: z.enum(['decision', 'calculation', 'payment', 'safeguarding', 'return', 'contact', 'letter', 'duty']),
    ref: z.string().min(1).max(120),
  })
  .strict();
export type Use = z.infer<typeof Use>;

export const Why = z
  .object({
    reason: Text.describe('To the person: what we do with the answer.'),
    sees: Text.describe('To the person: who can read it.'),
    usedBy: z.array(Use).min(1, 'Nothing uses this question. Say which decision, letter, return or duty does, or take it out.'),
    basis: z.array(z.string().min(1).max(200)).default([]).describe('The law it rests on, where there is one.'),
  })
  .strict();

/** The ids of the national draft standard (PUB05) that an assessment must bind, each once. */
export const STATUTORY_IDS = [
  'CA-NUTRITION-01',
  'CA-HYGIENE-01',
  'CA-TOILET-01',
  'CA-CLOTHING-01',
  'CA-HOMESAFETY-01',
  'CA-HABITABLEHOME-01',
  'CA-RELATIONSHIPS-01',
  'CA-WTEV-01',
  'CA-COMMUNITY-01',
  'CA-CARINGOTHERS-01',
  'CA-ELIGIBILITY-01',
  'STAT-HEALTH-01',
  'STAT-HOUSING-01',
  'STAT-FINANCE-01',
] as const;
export const StatutoryId = z.enum(STATUTORY_IDS);
export type StatutoryId = z.infer<typeof StatutoryId>;

/** How long an answer stays good. Older ones are shown with “Is this still right?”; `each-time` is confirmed in every new cycle. */
export const FreshFor = z.union([
  z.enum(['forever', 'each-time']),
  z.string().regex(/^P[1-9]\d{0,2}[DWMY]$/, 'Write how long as P30D, P6M or P1Y.'),
]);
export type FreshFor = z.infer<typeof FreshFor>;

const OptionId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An option’s id is lower-case words joined by hyphens.')
  .max(80);
export const Option = z
  .object({
    id: OptionId,
    text: Text,
    hint: Text.optional(),
    /** Why it may stay although no condition, figure or return reads it. */
    unusedBecause: z.string().min(1).max(200).optional(),
    /** “None of these”: it cannot be chosen together with another. */
    alone: z.literal(true).optional(),
  })
  .strict();
export type Option = z.infer<typeof Option>;

const named = {
  id: QuestionId,
  ask: Text,
  hint: Text.optional(),
  why: Why,
  sensitivity: z
    .enum(['ordinary', 'personal', 'special'])
    .describe('special: health, ethnicity, faith, sexuality (UK GDPR art. 9).'),
  freshFor: FreshFor,
  retention: z.string().regex(/^(with-case|P[1-9]\d?Y)$/, 'Write with-case, or years as P8Y.'),
  statutoryId: StatutoryId.optional(),
  /** The question must have an answer before the form can be sent, even if the answer is “I would rather talk about this”. */
  required: z.boolean().default(false),
  /** Kept off the person's own pages and copies, because reading it there could put somebody at risk (safeguarding). */
  withheld: z.literal(true).optional(),
  retired: z.literal(true).optional().describe('No longer asked. The id stays taken, and answers to it stay readable.'),
  ...keptBy,
};
const options = z.array(Option).min(2);

export const Question = z.discriminatedUnion('type', [
  z
    .object({
      type: z.literal('text'),
      ...named,
      format: z.enum(['line', 'name', 'email', 'phone', 'nino', 'nhs-number', 'postcode']).default('line'),
    })
    .strict(),
  z.object({ type: z.literal('long-text'), ...named }).strict(),
  z.object({ type: z.literal('choose-one'), ...named, options }).strict(),
  z.object({ type: z.literal('choose-many'), ...named, options }).strict(),
  z.object({ type: z.literal('yes-no'), ...named }).strict(),
  z
    .object({
      type: z.literal('date'),
      ...named,
      when: z.enum(['past', 'any']).default('any'),
      birthday: z.boolean().default(false),
    })
    .strict(),
  z.object({ type: z.literal('money'), ...named, per: z.enum(['week', 'month', 'year', 'once']) }).strict(),
  z.object({ type: z.literal('number'), ...named, least: z.number().default(0), most: z.number().default(1_000) }).strict(),
  z.object({ type: z.literal('address'), ...named }).strict(),
  /** Asked again for each: people who help, places to go. Its fields are questions of the bank that are never asked alone. */
  z
    .object({
      type: z.literal('group'),
      ...named,
      of: z.array(QuestionId).min(1).max(6),
      itemName: Text,
      most: z.number().int().min(1).max(10),
    })
    .strict(),
  /** A statement that fits, the help family give, the person's own words. Statements and points are the allocation model's. */
  z
    .object({
      type: z.literal('life-area'),
      ...named,
      area: z.string().min(1).max(80).describe('The question of the allocation model.'),
    })
    .strict(),
  /** A finding of the assessment, made on its own page by a worker and kept in the assessment; here for why it is asked, and print. */
  z.object({ type: z.literal('finding'), ...named, finding: z.string().min(1).max(80) }).strict(),
]);
export type Question = z.infer<typeof Question>;
export type QuestionType = Question['type'];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;

/** One file of the bank: questions that belong together. */
export const QuestionFile = z
  .object({
    $schema: z.string().optional(),
    id: z.string().min(1).max(60),
    title: z.string().min(1).max(120),
    questions: z.array(Question).min(1),
  })
  .strict();
export type QuestionFile = z.infer<typeof QuestionFile>;

/** Questions by id. */
export type Bank = ReadonlyMap<QuestionId, Question>;
export const bankOf = (questions: readonly Question[]): Bank => new Map(questions.map((question) => [question.id, question]));

/** Every word of a question, and nothing else of it: what differs between two versions by wording alone. */
export const wordsOf = (question: Question): unknown => [
  question.ask,
  question.hint,
  question.why.reason,
  question.why.sees,
  'options' in question ? question.options.map(({ text, hint }) => [text, hint]) : [],
];
