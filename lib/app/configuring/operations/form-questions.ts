/**
 * Questions put into forms, taken out, moved and shown under other conditions. A question stays in the bank when a form stops asking
 * it, and answers to it stay readable; taking it out of the bank's use is `question-bank.ts`.
 */
import * as z from 'zod';
import { Condition } from '../../../domain/condition.ts';
import { QuestionId } from '../../../domain/question-id.ts';
import { StageId } from '../../../domain/stage.ts';
import { say } from '../../../domain/text.ts';
import type { Documents } from '../documents.ts';
import { conditionWithout } from './condition-without.ts';
import { begun, type CannotDo, cannot, deed, isCannot, listed, quoted } from './deed.ts';
import { putIn, withFields } from './field-order.ts';
import {
  ASK_ORDER,
  type AskJson,
  asks,
  banked,
  eachPage,
  type FormJson,
  formsAsking,
  type ItemJson,
  lookersIn,
  notThere,
  PAGE_ORDER,
  type PageJson,
  pagesIn,
  questionWords,
  type SectionJson,
  sectionsIn,
} from './form-parts.ts';
import { formTitle } from './pathway-parts.ts';
import { edited, everyWritten } from './written.ts';

const place = { form: StageId, question: QuestionId };
const at = ({ form, question }: { form: string; question: string }): string => `forms/${form}/${question}`;

/** The thing as it shows once `question` is never answered; `undefined` where it would never show. */
const shownWithout = <T extends PageJson | ItemJson>(thing: T, question: string, order: readonly string[]): T | undefined => {
  if (!thing.showIf) return thing;
  const left = conditionWithout(thing.showIf, question);
  if (left === thing.showIf) return thing;
  if (left === false) return undefined;
  return withFields<PageJson | ItemJson>(thing, { showIf: left === true ? null : left }, order) as T;
};

/** The form without a question, and without whatever showed only by its answer. `gone` gathers what nobody asks any more. */
const stripped = (form: FormJson, question: string, asked: (question: string) => boolean, gone: string[]): FormJson => {
  const more: string[] = [];
  const after = eachPage(form, (page) => {
    const shown = shownWithout(page, question, PAGE_ORDER);
    const items = page.items.flatMap((item): ItemJson[] => {
      if ('q' in item && item.q === question) return [];
      const left = shown && shownWithout(item, question, ASK_ORDER);
      if (!left && 'q' in item && !asked(item.q)) more.push(item.q);
      return left ? [left] : [];
    });
    if (!shown || items.length === 0) return undefined;
    return shown === page && items.every((item, index) => item === page.items[index]) && items.length === page.items.length
      ? page
      : { ...shown, items };
  });
  gone.push(...more);
  return more.reduce((left, each) => stripped(left, each, asked, gone), after);
};

/** The form without the question alone: whatever else there is stays as it is. */
const withoutItem = (form: FormJson, question: string): FormJson =>
  eachPage(form, (page) => {
    const items = page.items.filter((item) => !('q' in item) || item.q !== question);
    if (items.length === page.items.length) return page;
    return items.length === 0 ? undefined : { ...page, items };
  });

const formsLooking = (documents: Documents, question: string, except: string): FormJson[] =>
  everyWritten(documents, 'forms')
    .map(({ json }) => json)
    .filter((form) => form.id !== except && lookersIn(documents, form, question).length > 0);

/** Other forms that would be left looking at a question nobody asks any more. */
const leftLooking = (documents: Documents, form: string, question: string): CannotDo | undefined => {
  const others = formsAsking(documents, question, true, form);
  const lookers = formsLooking(documents, question, form);
  const names = [...new Set([...others, ...lookers].map(({ title }) => quoted(say(title))))];
  if (names.length === 0) return undefined;
  const they = names.length === 1 ? 'looks' : 'look';
  return cannot(`${listed(names)} ${they} at the answer to ${questionWords(documents, question)}. Take that out there first.`);
};

const isEmpty = (form: FormJson): boolean => 'sections' in form && form.page !== 'questions' && form.sections.length === 0;

const lastOne = (form: FormJson): CannotDo =>
  cannot(`Nothing would be left of ${quoted(say(form.title))}. Take the whole form out instead.`);

const strip = (documents: Documents, form: FormJson, question: string, withDependants: boolean): FormJson | CannotDo => {
  const item = asks(form, question);
  if (!item) return notThere(form, question);
  // Where another form asks it, conditions still find its answer; and taking out what only shows it again changes none.
  if (item.confirmOnly || formsAsking(documents, question, false, form.id).length > 0) return withoutItem(form, question);
  const lookers = lookersIn(documents, form, question);
  if (lookers.length > 0 && !withDependants) {
    const they = lookers.length === 1 ? 'shows' : 'show';
    return cannot(
      `${begun(listed(lookers))} ${they} by the answer to ${questionWords(documents, question)}. Take what hangs on it out as well.`,
    );
  }
  const gone = [question];
  const after = stripped(form, question, (each) => formsAsking(documents, each, false, form.id).length > 0, gone);
  for (const each of gone) {
    const left = leftLooking(documents, form.id, each);
    if (left) return left;
  }
  return after;
};

const removeQuestion = deed(
  'remove-question',
  { ...place, withDependants: z.boolean().optional().describe('Whatever shows only by its answer goes as well.') },
  {
    touches: at,
    words: (documents, { form, question, withDependants }) => {
      const out = `Stops asking ${questionWords(documents, question)} in ${formTitle(documents, form)}.`;
      return withDependants ? `${out} What shows only by its answer goes with it.` : out;
    },
    apply: (documents, { form, question, withDependants }) =>
      edited(documents, 'forms', form, (json) => {
        const after = strip(documents, json, question, withDependants === true);
        return !isCannot(after) && isEmpty(after) ? lastOne(json) : after;
      }),
  },
);

const withNewPage = (form: FormJson, section: string, page: PageJson): FormJson | CannotDo => {
  const found = sectionsIn(form).find(({ id }) => id === section);
  if (!('sections' in form) || !found) return cannot(`There is no part ${quoted(section)} in ${quoted(say(form.title))}.`);
  const sections = form.sections.map((each): SectionJson => (each === found ? { ...each, pages: [...each.pages, page] } : each));
  return { ...form, sections };
};

const withItem = (form: FormJson, section: string, page: string, item: AskJson, index: number | undefined) => {
  const own = sectionsIn(form).find(({ pages }) => pages.some(({ id }) => id === page));
  if (!own) return withNewPage(form, section, { id: page, items: [item] });
  if (own.id !== section)
    return cannot(`The page ${quoted(page)} is in the part ${quoted(own.id)}. Give the new page another id.`);
  return eachPage(form, (each) => (each.id === page ? { ...each, items: putIn(each.items, index, item) } : each));
};

const addQuestion = deed(
  'add-question',
  {
    ...place,
    section: StageId,
    page: StageId.describe('A page there is, or the id of a new one at the end of the section.'),
    at: z.int().min(0).max(1000).optional(),
    showIf: Condition.optional(),
    confirmOnly: z.literal(true).optional(),
  },
  {
    touches: at,
    words: (documents, { form, question, confirmOnly }) =>
      `${confirmOnly ? 'Shows the answer to' : 'Asks'} ${questionWords(documents, question)} in ${formTitle(documents, form)}.`,
    apply: (documents, { form, question, section, page, at: index, showIf, confirmOnly }) =>
      edited(documents, 'forms', form, (json) => {
        const found = banked(documents, question);
        if (!found)
          return cannot(`There is no question ${quoted(question)} in the bank. Add it there first, with what uses its answer.`);
        if (found.question.retired)
          return cannot(`${questionWords(documents, question)} is no longer asked. Use another question.`);
        if (asks(json, question)) return cannot(`${quoted(say(json.title))} asks ${questionWords(documents, question)} already.`);
        const item: AskJson = { q: question, ...(showIf && { showIf }), ...(confirmOnly && { confirmOnly }) };
        return withItem(json, section, page, item, index);
      }),
  },
);

const moveQuestion = deed(
  'move-question',
  { ...place, page: StageId, at: z.int().min(0).max(1000) },
  {
    touches: at,
    words: (documents, { form, question, page, at: index }) =>
      `Moves ${questionWords(documents, question)} to place ${index + 1} of the page ${quoted(page)} of ${formTitle(documents, form)}.`,
    apply: (documents, { form, question, page, at: index }) =>
      edited(documents, 'forms', form, (json) => {
        const item = asks(json, question);
        if (!item) return notThere(json, question);
        if (!pagesIn(json).some(({ id }) => id === page))
          return cannot(`There is no page ${quoted(page)} in ${quoted(say(json.title))}.`);
        return eachPage(json, (each) => {
          const items = each.items.filter((other) => other !== item);
          if (each.id === page) return { ...each, items: putIn(items, index, item) };
          if (items.length === each.items.length) return each;
          return items.length === 0 ? undefined : { ...each, items };
        });
      }),
  },
);

export const FORM_QUESTION_DEEDS = [removeQuestion, addQuestion, moveQuestion] as const;
