/**
 * The question bank: questions added with what uses their answer, reworded, changed and retired. An id is for good: nothing here
 * changes one, takes one out or gives one again (V21). Where a question is asked is `form-questions.ts`.
 */
import * as z from 'zod';
import { keptBy, lacksKeeper } from '../../../domain/kept-by.ts';
import { FreshFor, Option, Question, StatutoryId, Use } from '../../../domain/question.ts';
import { QuestionId } from '../../../domain/question-id.ts';
import { say, Text } from '../../../domain/text.ts';
import type { Documents } from '../documents.ts';
import { type CannotDo, cannot, deed, isCannot, Json, listed, quoted, textOf } from './deed.ts';
import { putIn, withFields } from './field-order.ts';
import { banked, formsAsking, type QuestionJson, questionWords } from './form-parts.ts';
import { edited, everyWritten, rewritten, unreadable } from './written.ts';

// biome-ignore format: an order reads best in few lines
const ORDER = [
  'id', 'type', 'ask', 'hint', 'format', 'area', 'finding', 'of', 'itemName', 'when', 'birthday', 'per', 'least', 'most',
  'options', 'why', 'sensitivity', 'freshFor', 'retention', 'statutoryId', 'required', 'withheld', 'retired', 'owner', 'lookAgainOn',
];
const at = ({ question }: { question: string }): string => `questions/${question}`;

const editedQuestion = (
  documents: Documents,
  id: string,
  edit: (question: QuestionJson) => QuestionJson | CannotDo,
): Documents | CannotDo => {
  const found = banked(documents, id);
  if (!found) return cannot(`There is no question ${quoted(id)} in the bank.`);
  const after = edit(found.question);
  if (isCannot(after)) return after;
  return rewritten(documents, 'questions', found.file, (json) => ({
    ...json,
    questions: json.questions.map((each) => (each === found.question ? after : each)),
  }));
};

/** What a new question lacks before anybody may be asked it, the most telling first. */
const whyNotYet = (documents: Documents, json: Json): string | undefined => {
  const id = textOf(json, 'id');
  if (banked(documents, id))
    return `${quoted(id)} is the id of a question already, and an id is for good. Give this one another.`;
  const used = z.object({ why: z.object({ usedBy: z.array(z.unknown()).min(1) }) }).safeParse(json).success;
  if (!used)
    return 'Which decision uses this? Name the decision, letter, return or duty: a question that nothing uses is not asked.';
  if (lacksKeeper(json)) return 'Say who answers for the question, and the day it is looked at again.';
  const why = unreadable(Question, json);
  return why && `That is not a question yet. ${why}`;
};

const addToBank = deed(
  'add-to-bank',
  { file: z.string().min(1).max(60), question: Json },
  {
    touches: ({ question }) => `questions/${textOf(question, 'id')}`,
    words: (_, { question }) => {
      const ask = Text.safeParse(Object.hasOwn(question, 'ask') ? question.ask : undefined);
      return `Adds the question ${quoted(ask.success ? say(ask.data) : textOf(question, 'id'))} to the bank.`;
    },
    apply: (documents, { file, question }) => {
      const why = whyNotYet(documents, question);
      if (why !== undefined) return cannot(why);
      return edited(documents, 'questions', file, (json) => ({
        ...json,
        questions: [...json.questions, question as QuestionJson],
      }));
    },
  },
);

const Words = z
  .object({
    ask: Text,
    hint: Text.nullable(),
    why: z.object({ reason: Text, sees: Text }).partial().strict(),
    options: z.record(z.string(), Text),
    itemName: Text,
  })
  .partial()
  .strict();

const rewordedOptions = (question: QuestionJson, words: Record<string, Text>): QuestionJson | CannotDo => {
  const options = 'options' in question ? question.options : [];
  const unknown = Object.keys(words).filter((id) => !options.some((option) => option.id === id));
  if (unknown.length > 0) return cannot(`${quoted(question.id)} has no answer ${listed(unknown.map(quoted), 'or')}.`);
  if (!('options' in question)) return question;
  return {
    ...question,
    options: options.map((option) => ({
      ...option,
      text: Object.hasOwn(words, option.id) ? (words[option.id] ?? option.text) : option.text,
    })),
  };
};

const rewordQuestion = deed(
  'reword-question',
  { question: QuestionId, set: Words },
  {
    touches: at,
    words: (documents, { question, set }) =>
      set.ask === undefined
        ? `Changes words around the question ${questionWords(documents, question)}.`
        : `Asks ${questionWords(documents, question)} as ${quoted(say(set.ask))}.`,
    apply: (documents, { question, set }) =>
      editedQuestion(documents, question, (own) => {
        const { why, options, ...words } = set;
        const after = rewordedOptions(own, options ?? {});
        if (isCannot(after)) return after;
        const reasons = why ? { why: withFields(after.why, why, ['reason', 'sees']) } : {};
        return withFields<QuestionJson>(after, { ...words, ...reasons }, ORDER);
      }),
  },
);

const Meaning = z
  .object({
    required: z.boolean(),
    freshFor: FreshFor,
    sensitivity: z.enum(['ordinary', 'personal', 'special']),
    retention: z.string(),
    statutoryId: StatutoryId.nullable(),
    withheld: z.literal(true).nullable(),
    format: z.string(),
    when: z.string(),
    per: z.string(),
    least: z.number(),
    most: z.number(),
    usedBy: z.array(Use),
    basis: z.array(z.string()),
    owner: keptBy.owner.unwrap(),
    lookAgainOn: keptBy.lookAgainOn.unwrap(),
  })
  .partial()
  .strict();

const CALLED: Readonly<Record<keyof z.infer<typeof Meaning>, string>> = {
  required: 'whether it must be answered',
  freshFor: 'how long an answer stays good',
  sensitivity: 'how private it is',
  retention: 'how long it is kept',
  statutoryId: 'the duty it is bound to',
  withheld: 'whether the person’s own pages leave it out',
  format: 'what is written in it',
  when: 'which days it takes',
  per: 'what the amount is for',
  least: 'the least it takes',
  most: 'the most it takes',
  usedBy: 'what uses the answer',
  basis: 'the law it rests on',
  owner: 'who answers for it',
  lookAgainOn: 'when it is looked at again',
};

const changeQuestion = deed(
  'change-question',
  { question: QuestionId, set: Meaning },
  {
    touches: at,
    words: (documents, { question, set }) => {
      const parts = Object.keys(set).map((name) => CALLED[name as keyof typeof set]);
      return `Changes ${listed(parts) || 'nothing'} of the question ${questionWords(documents, question)}.`;
    },
    apply: (documents, { question, set }) =>
      editedQuestion(documents, question, (own) => {
        const { usedBy, basis, ...fields } = set;
        if (usedBy?.length === 0)
          return cannot('Which decision uses this? A question that nothing uses is not asked: stop asking it instead.');
        const why = withFields(own.why, { ...(usedBy && { usedBy }), ...(basis && { basis }) }, [
          'reason',
          'sees',
          'usedBy',
          'basis',
        ]);
        return withFields(own, { ...fields, why } as Partial<QuestionJson>, ORDER);
      }),
  },
);

/** The groups of the bank whose fields are this question. */
const groupsOf = (documents: Documents, id: string): QuestionJson[] =>
  everyWritten(documents, 'questions')
    .flatMap(({ json }) => json.questions)
    .filter((question) => question.type === 'group' && !question.retired && question.of.includes(id));

const retireQuestion = deed(
  'retire-question',
  { question: QuestionId },
  {
    touches: at,
    words: (documents, { question }) =>
      `Retires the question ${questionWords(documents, question)}. Answers to it stay readable.`,
    apply: (documents, { question }) => {
      const forms = formsAsking(documents, question, true).map(({ title }) => quoted(say(title)));
      if (forms.length > 0)
        return cannot(`${questionWords(documents, question)} is asked in ${listed(forms)}. Take it out there first.`);
      const groups = groupsOf(documents, question).map(({ id }) => questionWords(documents, id));
      if (groups.length > 0)
        return cannot(`${questionWords(documents, question)} is part of ${listed(groups)}. Retire that instead.`);
      return editedQuestion(documents, question, (own) => withFields(own, { retired: true }, ORDER));
    },
  },
);

const addOption = deed(
  'add-option',
  { question: QuestionId, option: Option, at: z.int().min(0).max(1000).optional() },
  {
    touches: ({ question, option }) => `questions/${question}/options/${option.id}`,
    words: (documents, { question, option }) =>
      `Adds the answer ${quoted(say(option.text))} to ${questionWords(documents, question)}.`,
    apply: (documents, { question, option, at: index }) =>
      editedQuestion(documents, question, (own) => {
        if (!('options' in own)) return cannot(`${quoted(own.id)} has no answers to choose from.`);
        if (own.options.some(({ id }) => id === option.id)) return cannot(`${quoted(option.id)} is an answer to it already.`);
        return { ...own, options: putIn(own.options, index, option) };
      }),
  },
);

const removeOption = deed(
  'remove-option',
  { question: QuestionId, option: z.string().max(80) },
  {
    touches: ({ question, option }) => `questions/${question}/options/${option}`,
    words: (documents, { question, option }) =>
      `Takes the answer ${quoted(option)} out of ${questionWords(documents, question)}.`,
    apply: (documents, { question, option }) =>
      editedQuestion(documents, question, (own) => {
        if (!('options' in own) || !own.options.some(({ id }) => id === option))
          return cannot(`${quoted(own.id)} has no answer ${quoted(option)}.`);
        if (own.options.length === 2) return cannot('A choice has at least two answers. Take out the question instead.');
        return { ...own, options: own.options.filter(({ id }) => id !== option) };
      }),
  },
);

export const BANK_DEEDS = [addToBank, rewordQuestion, changeQuestion, retireQuestion, addOption, removeOption] as const;
