/**
 * The words of a form, when its questions and pages show, how it can end, and forms as a whole. Which questions it asks is
 * `form-questions.ts`; the words of a question are the bank's (`question-bank.ts`).
 */
import * as z from 'zod';
import { Condition } from '../../../domain/condition.ts';
import { lacksKeeper } from '../../../domain/kept-by.ts';
import { QuestionId } from '../../../domain/question-id.ts';
import { OutcomeName, StageId } from '../../../domain/stage.ts';
import { say, Text } from '../../../domain/text.ts';
import { type CannotDo, cannot, deed, isCannot, Json, listed, quoted, textOf } from './deed.ts';
import { withFields } from './field-order.ts';
import {
  ASK_ORDER,
  asks,
  eachPage,
  FORM_ORDER,
  type FormJson,
  type ItemJson,
  notThere,
  PAGE_ORDER,
  pagesIn,
  questionWords,
  type SectionJson,
} from './form-parts.ts';
import { formTitle } from './pathway-parts.ts';
import { added, edited, everyWritten, without, written } from './written.ts';

const setCondition = deed(
  'set-condition',
  { form: StageId, question: QuestionId, showIf: Condition.nullable() },
  {
    touches: ({ form, question }) => `forms/${form}/${question}/showIf`,
    words: (documents, { form, question, showIf }) => {
      const when = showIf ? 'only to those it is for, by what they answered' : 'to everybody';
      return `Asks ${questionWords(documents, question)} in ${formTitle(documents, form)} ${when}.`;
    },
    apply: (documents, { form, question, showIf }) =>
      edited(documents, 'forms', form, (json) => {
        const item = asks(json, question);
        if (!item) return notThere(json, question);
        const after = withFields(item, { showIf }, ASK_ORDER);
        return eachPage(json, (page) =>
          page.items.includes(item) ? { ...page, items: page.items.map((each) => (each === item ? after : each)) } : page,
        );
      }),
  },
);

const noPage = (form: FormJson, page: string): CannotDo =>
  cannot(`There is no page ${quoted(page)} in ${quoted(say(form.title))}.`);

const setPageCondition = deed(
  'set-page-condition',
  { form: StageId, page: StageId, showIf: Condition.nullable() },
  {
    touches: ({ form, page }) => `forms/${form}/pages/${page}/showIf`,
    words: (documents, { form, page, showIf }) =>
      `Shows the page ${quoted(page)} of ${formTitle(documents, form)} ${showIf ? 'only to those it is for' : 'to everybody'}.`,
    apply: (documents, { form, page, showIf }) =>
      edited(documents, 'forms', form, (json) =>
        pagesIn(json).some(({ id }) => id === page)
          ? eachPage(json, (each) => (each.id === page ? withFields(each, { showIf }, PAGE_ORDER) : each))
          : noPage(json, page),
      ),
  },
);

/** Which words: of the form, of a section, of a page, or the guidance on a page, counted from 0. */
const Where = z.union([
  z.enum(['title', 'intro']),
  z.object({ section: StageId, part: z.enum(['title', 'intro']) }).strict(),
  z.object({ page: StageId, part: z.literal('title') }).strict(),
  z.object({ page: StageId, guidance: z.int().min(0).max(1000) }).strict(),
]);
type Where = z.infer<typeof Where>;

const whereText = (where: Where): string => {
  if (typeof where === 'string') return where;
  if ('section' in where) return `sections/${where.section}/${where.part}`;
  return 'guidance' in where ? `pages/${where.page}/guidance/${where.guidance}` : `pages/${where.page}/title`;
};

const rewordedSection = (form: FormJson, id: string, part: 'title' | 'intro', text: Text | null): FormJson | CannotDo => {
  if (!('sections' in form) || !form.sections.some((each) => each.id === id))
    return cannot(`There is no part ${quoted(id)} in ${quoted(say(form.title))}.`);
  const sections = form.sections.map(
    (each): SectionJson => (each.id === id ? withFields(each, { [part]: text }, ['id', 'title', 'intro', 'pages']) : each),
  );
  return { ...form, sections };
};

const rewordedGuidance = (form: FormJson, id: string, guidance: number, text: Text | null): FormJson | CannotDo => {
  const page = pagesIn(form).find((each) => each.id === id);
  const item = page?.items.filter((each) => 'show' in each)[guidance];
  if (!item) return cannot(`There is no guidance ${guidance + 1} on the page ${quoted(id)}.`);
  const items = (all: readonly ItemJson[]) =>
    all.flatMap((each): ItemJson[] => (each !== item ? [each] : text === null ? [] : [{ ...item, text }]));
  return eachPage(form, (each) => {
    if (each !== page) return each;
    const left = items(each.items);
    return left.length === 0 ? undefined : { ...each, items: left };
  });
};

const rewordForm = deed(
  'reword-form',
  { form: StageId, where: Where, text: Text.nullable().describe('null leaves the words out.') },
  {
    touches: ({ form, where }) => `forms/${form}/${whereText(where)}`,
    words: (documents, { form, text }) =>
      text === null
        ? `Leaves some words out of ${formTitle(documents, form)}.`
        : `Changes words of ${formTitle(documents, form)}: ${quoted(say(text))}.`,
    apply: (documents, { form, where, text }) =>
      edited(documents, 'forms', form, (json) => {
        if (typeof where === 'string') return withFields<FormJson>(json, { [where]: text }, FORM_ORDER);
        if ('section' in where) return rewordedSection(json, where.section, where.part, text);
        if ('guidance' in where) return rewordedGuidance(json, where.page, where.guidance, text);
        if (!pagesIn(json).some(({ id }) => id === where.page)) return noPage(json, where.page);
        return eachPage(json, (each) => (each.id === where.page ? withFields(each, { title: text }, PAGE_ORDER) : each));
      }),
  },
);

const wordOutcome = deed(
  'word-outcome',
  {
    form: StageId,
    outcome: OutcomeName,
    words: z.object({ text: z.string(), needsReasons: z.boolean().optional() }).strict().nullable(),
  },
  {
    touches: ({ form, outcome }) => `forms/${form}/outcomes/${outcome}`,
    words: (documents, { form, outcome, words }) =>
      words
        ? `Says ${quoted(words.text)} for the outcome ${quoted(outcome)} of ${formTitle(documents, form)}.`
        : `Takes the words for the outcome ${quoted(outcome)} out of ${formTitle(documents, form)}.`,
    apply: (documents, { form, outcome, words }) =>
      edited(documents, 'forms', form, (json) => {
        if (json.page !== 'questions')
          return cannot(`${quoted(say(json.title))} ends in one way, so it has no words for its outcomes.`);
        if (!words && !Object.hasOwn(json.outcomes, outcome))
          return cannot(`${quoted(say(json.title))} has no outcome ${quoted(outcome)}.`);
        return {
          ...json,
          outcomes: withFields<Record<string, unknown>>(json.outcomes, { [outcome]: words }, []) as typeof json.outcomes,
        };
      }),
  },
);

const addForm = deed(
  'add-form',
  { form: Json },
  {
    touches: ({ form }) => `forms/${textOf(form, 'id')}`,
    words: (_, { form }) => `Adds the form ${quoted(textOf(form, 'id'))}.`,
    apply: (documents, { form }) => {
      if (lacksKeeper(form)) return cannot('Say who answers for the form, and the day it is looked at again.');
      return added(documents, 'forms', form);
    },
  },
);

const removeForm = deed(
  'remove-form',
  { form: StageId },
  {
    touches: ({ form }) => `forms/${form}`,
    words: (documents, { form }) => `Takes out the form ${formTitle(documents, form)}.`,
    apply: (documents, { form }) => {
      const found = written(documents, 'forms', form);
      if (isCannot(found)) return found;
      const using = everyWritten(documents, 'pathways').flatMap(({ json }) =>
        json.stages.filter(
          (stage) => ('form' in stage && stage.form === form) || ('includes' in stage && stage.includes?.includes(form)),
        ),
      );
      if (using.length === 0) return without(documents, found.path);
      const stages = listed(using.map(({ title }) => quoted(title)));
      return cannot(`${formTitle(documents, form)} is filled in at ${stages}. Take it out there first.`);
    },
  },
);

export const FORM_WORD_DEEDS = [setCondition, setPageCondition, rewordForm, wordOutcome, addForm, removeForm] as const;
