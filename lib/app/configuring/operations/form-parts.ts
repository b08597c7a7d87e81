/**
 * What the operations on forms and on the question bank share: finding a page, an item and a question, who asks it and what looks at
 * its answer. The operations are `form-questions.ts`, `form-words.ts` and `question-bank.ts`.
 */
import { type Condition, testsIn } from '../../../domain/condition.ts';
import { say } from '../../../domain/text.ts';
import type { Documents } from '../documents.ts';
import { type CannotDo, cannot, isCannot, quoted } from './deed.ts';
import { type Document, everyWritten, type Written, written } from './written.ts';

export type FormJson = Written<'forms'>;
export type SectionJson = Extract<FormJson, { sections: unknown }>['sections'][number];
export type PageJson = SectionJson['pages'][number];
export type ItemJson = PageJson['items'][number];
export type AskJson = Extract<ItemJson, { q: string }>;
export type QuestionJson = Written<'questions'>['questions'][number];

export const FORM_ORDER = ['page', 'id', 'title', 'intro', 'for', 'legalBasis', 'owner', 'lookAgainOn', 'sections', 'outcomes'];
export const PAGE_ORDER = ['id', 'title', 'showIf', 'items'];
export const ASK_ORDER = ['q', 'showIf', 'confirmOnly'];

export const sectionsIn = (form: FormJson): readonly SectionJson[] => ('sections' in form ? form.sections : []);
export const pagesIn = (form: FormJson): PageJson[] => sectionsIn(form).flatMap(({ pages }) => pages);
const isAsk = (item: ItemJson): item is AskJson => 'q' in item;
const asksIn = (form: FormJson): AskJson[] => pagesIn(form).flatMap(({ items }) => items.filter(isAsk));
export const asks = (form: FormJson, question: string): AskJson | undefined => asksIn(form).find(({ q }) => q === question);

/** The form with every page as `edit` leaves it: a page or a section with nothing in it goes. */
export const eachPage = (form: FormJson, edit: (page: PageJson) => PageJson | undefined): FormJson => {
  if (!('sections' in form)) return form;
  const sections = form.sections.flatMap((section): SectionJson[] => {
    const pages = section.pages.flatMap((page) => edit(page) ?? []);
    if (pages.every((page, place) => page === section.pages[place]) && pages.length === section.pages.length) return [section];
    return pages.length === 0 ? [] : [{ ...section, pages }];
  });
  return { ...form, sections };
};

/** The bank's question with the file it is in. */
export type Banked = { readonly file: Document<'questions'>; readonly question: QuestionJson };
export const banked = (documents: Documents, id: string): Banked | undefined =>
  everyWritten(documents, 'questions').flatMap((file) =>
    file.json.questions.filter((question) => question.id === id).map((question) => ({ file, question })),
  )[0];

/** A question as it is asked, in quotes; its id where the bank has no such question. */
export const questionWords = (documents: Documents, id: string): string => {
  const found = banked(documents, id);
  return quoted(found ? say(found.question.ask) : id);
};

export const formIn = (documents: Documents, id: string): FormJson | CannotDo => {
  const found = written(documents, 'forms', id);
  return isCannot(found) ? found : found.json;
};

export const notThere = (form: FormJson, question: string): CannotDo =>
  cannot(`${quoted(say(form.title))} does not ask ${quoted(question)}.`);

/** The forms other than `except` that ask the question; `confirmOnly` counts where `shown` says so. */
export const formsAsking = (documents: Documents, question: string, shown: boolean, except?: string): FormJson[] =>
  everyWritten(documents, 'forms')
    .map(({ json }) => json)
    .filter((form) => form.id !== except && asksIn(form).some((item) => item.q === question && (shown || !item.confirmOnly)));

const looksAt = (condition: Condition | undefined, question: string): boolean =>
  condition !== undefined && testsIn(condition).some(({ q }) => q === question);

/** What of a form shows or not by the answer to the question, each in words. */
export const lookersIn = (documents: Documents, form: FormJson, question: string): string[] =>
  pagesIn(form).flatMap((page) => [
    ...(looksAt(page.showIf, question) ? [`the page ${quoted(page.title ? say(page.title) : page.id)}`] : []),
    ...page.items
      .filter((item) => looksAt(item.showIf, question))
      .map((item) => ('q' in item ? questionWords(documents, item.q) : `the guidance on the page ${quoted(page.id)}`)),
  ]);
