/**
 * What a stage asks, as data: sections of pages of questions from the bank, shown when closed conditions hold. Two pages of a form
 * are special because the record they make is part of the domain: the story (sent by the person) and the plan (written with them).
 */
import * as z from 'zod';
import { Value } from './answer.ts';
import { Condition } from './condition.ts';
import { keptBy } from './kept-by.ts';
import { QuestionId } from './question-id.ts';
import { OutcomeName, StageId } from './stage.ts';
import { Text } from './text.ts';

/** `confirmOnly`: shown here to be looked at again, never asked afresh: its home is another form. */
export const Asks = z.object({ q: QuestionId, showIf: Condition.optional(), confirmOnly: z.literal(true).optional() }).strict();
export type Asks = z.infer<typeof Asks>;
const Guidance = z.object({ show: z.literal('guidance'), text: Text, showIf: Condition.optional() }).strict();
export const Item = z.union([Asks, Guidance]);
export type Item = z.infer<typeof Item>;

export const FormPage = z
  .object({ id: StageId, title: Text.optional(), showIf: Condition.optional(), items: z.array(Item).min(1) })
  .strict();
export type FormPage = z.infer<typeof FormPage>;

/** A part that can be given to a helper by itself. */
export const Section = z.object({ id: StageId, title: Text, intro: Text.optional(), pages: z.array(FormPage).min(1) }).strict();
export type Section = z.infer<typeof Section>;

const named = {
  $schema: z.string().optional(),
  id: StageId,
  title: Text,
  intro: Text.optional(),
  /** Who fills it in. Staff may fill in a person's form with them; nobody but staff fills in theirs. */
  for: z.enum(['person', 'staff']),
  legalBasis: z.array(z.string().min(1).max(200)).default([]),
  ...keptBy,
};

/** How a form can end, in words. `needsReasons`: whoever chooses it must say why (I-06). */
const FormOutcome = z.object({ text: z.string().min(1).max(160), needsReasons: z.boolean().default(false) }).strict();

/**
 * `story`: a task list, one thing a page, checked and sent. `plan`: the plan's own pages. `questions`: everything on one page, ended
 * by an outcome. `part`: questions within another stage (`includes`), answered while that stage is open; it ends nothing by itself.
 */
export const Form = z.discriminatedUnion('page', [
  z.object({ page: z.literal('story'), ...named, sections: z.array(Section).min(1) }).strict(),
  z
    .object({
      page: z.literal('part'),
      ...named,
      /** Can be opened and changed at any time while the case is open, such as how somebody wants to be talked with. */
      anytime: z.literal(true).optional(),
      sections: z.array(Section).min(1),
    })
    .strict(),
  z.object({ page: z.literal('plan'), ...named }).strict(),
  z
    .object({ page: z.literal('questions'), ...named, sections: z.array(Section), outcomes: z.record(OutcomeName, FormOutcome) })
    .strict(),
]);
export type Form = z.infer<typeof Form>;
export type FormWith<P extends Form['page']> = Extract<Form, { page: P }>;
export type QuestionsForm = FormWith<'questions'>;
/** A form that asks something: every one but the plan. */
export type AskingForm = Exclude<Form, { page: 'plan' }>;

export const asksOf = ({ items }: FormPage): Asks[] => items.flatMap((item) => ('q' in item ? [item] : []));
export const sectionsOf = (form: Form): readonly Section[] => ('sections' in form ? form.sections : []);
export const pagesOf = (form: Form): FormPage[] => sectionsOf(form).flatMap(({ pages }) => pages);
/** Every question a form can ask, in order. */
export const questionsOf = (form: Form): QuestionId[] => pagesOf(form).flatMap((page) => asksOf(page).map(({ q }) => q));

/** What was filled in at a `form` stage, kept with the case for good. */
export const FilledForm = z.object({
  form: StageId,
  stage: StageId,
  outcome: OutcomeName,
  answers: z.record(z.string(), Value),
  reasons: z.string().optional(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.string(),
});
export type FilledForm = z.infer<typeof FilledForm>;
