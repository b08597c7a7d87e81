/**
 * What a `form` stage asks. Two forms have pages of their own because the record they make is part of the domain (the person's
 * story, the support plan); every other form is a short list of questions and the ways it can end.
 */
import * as z from 'zod';
import { OutcomeName, StageId } from './stage.ts';

const Option = z.object({ id: OutcomeName, text: z.string().min(1).max(200) }).strict();
const ask = {
  id: StageId,
  label: z.string().min(1).max(200),
  hint: z.string().max(400).optional(),
  required: z.boolean().default(false),
};

export const FormQuestion = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), ...ask }).strict(),
  z.object({ type: z.literal('long-text'), ...ask }).strict(),
  z.object({ type: z.literal('choose-one'), ...ask, options: z.array(Option).min(2) }).strict(),
]);
export type FormQuestion = z.infer<typeof FormQuestion>;

const named = {
  $schema: z.string().optional(),
  id: StageId,
  title: z.string().min(1).max(120),
  intro: z.string().max(600).optional(),
};

/** How a form can end, in words. `needsReasons`: whoever chooses it must say why (I-06). */
const FormOutcome = z.object({ text: z.string().min(1).max(160), needsReasons: z.boolean().default(false) }).strict();

export const Form = z.discriminatedUnion('page', [
  z.object({ page: z.literal('story'), ...named, minutes: z.number().int().positive() }).strict(),
  z.object({ page: z.literal('plan'), ...named }).strict(),
  z
    .object({
      page: z.literal('questions'),
      ...named,
      questions: z.array(FormQuestion),
      outcomes: z.record(OutcomeName, FormOutcome),
    })
    .strict(),
]);
export type Form = z.infer<typeof Form>;
export type QuestionsForm = Extract<Form, { page: 'questions' }>;

/** What was filled in at a `form` stage, kept with the case for good. */
export const FilledForm = z.object({
  form: StageId,
  stage: StageId,
  outcome: OutcomeName,
  answers: z.record(z.string(), z.string()),
  reasons: z.string().optional(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.string(),
});
export type FilledForm = z.infer<typeof FilledForm>;

/**
 * The questions of `form` that `answers` leaves open or answers with something that was not offered, with the sentence to show
 * beside each. An empty list means the form is complete.
 */
export const formGaps = (
  form: QuestionsForm,
  answers: Readonly<Record<string, string>>,
): { question: string; message: string }[] =>
  form.questions.flatMap((question) => {
    const answer = answers[question.id]?.trim() ?? '';
    if (answer === '') return question.required ? [{ question: question.id, message: `Answer “${question.label}”.` }] : [];
    const known = question.type !== 'choose-one' || question.options.some((option) => option.id === answer);
    return known ? [] : [{ question: question.id, message: `Choose one of the answers to “${question.label}”.` }];
  });
