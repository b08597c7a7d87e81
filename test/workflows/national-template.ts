/**
 * The national template as its files say it: the question bank and the forms, read and parsed, and every text of theirs with its
 * place. Reads the folders directly, so that a file nobody has wired in is looked at as well.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { type Condition, testsIn } from '../../lib/domain/condition.ts';
import { type AskingForm, asksOf, Form, pagesOf, sectionsOf } from '../../lib/domain/form.ts';
import { bankOf, type Option, type Question, QuestionFile } from '../../lib/domain/question.ts';
import { type Reader, say, type Text } from '../../lib/domain/text.ts';

const FOLDER = new URL('../../workflows/', import.meta.url);

/** Every file of a folder of `workflows/` but the schemas, by its name. */
export const filesOf = (folder: 'questions' | 'forms' | 'allocation'): { name: string; content: unknown }[] =>
  readdirSync(new URL(folder, FOLDER))
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .sort()
    .map((name) => ({ name, content: JSON.parse(readFileSync(new URL(`${folder}/${name}`, FOLDER), 'utf8')) as unknown }));

export const questionFiles = filesOf('questions').map(({ name, content }) => ({ name, file: QuestionFile.parse(content) }));
export const questions: readonly Question[] = questionFiles.flatMap(({ file }) => file.questions);
export const bank = bankOf(questions);

export const forms: readonly Form[] = filesOf('forms').map(({ content }) => Form.parse(content));
export const formCalled = (id: string): AskingForm => {
  const form = forms.find((each) => each.id === id);
  if (!form || form.page === 'plan') throw new Error(`No form ${id} asks anything.`);
  return form;
};

export const questionCalled = (id: string): Question => {
  const question = bank.get(id);
  if (!question) throw new Error(`The bank has no question ${id}.`);
  return question;
};

export const optionsOf = (question: Question): readonly Option[] => ('options' in question ? question.options : []);

/** The questions a form asks, with the fields of its groups; not the ones it only shows again. */
export const askedIn = (form: Form): Question[] =>
  pagesOf(form)
    .flatMap(asksOf)
    .filter(({ confirmOnly }) => !confirmOnly)
    .map(({ q }) => questionCalled(q))
    .flatMap((question) => (question.type === 'group' ? [question, ...question.of.map(questionCalled)] : [question]));

/** Every condition of a form in order, with the questions that come before it or stand earlier on the same page. */
export const conditionsOf = (form: Form): { at: string; condition: Condition; before: string[] }[] => {
  const before: string[] = [];
  return pagesOf(form).flatMap((page) => {
    const found = page.showIf ? [{ at: `${form.id}/${page.id}`, condition: page.showIf, before: [...before] }] : [];
    for (const item of page.items) {
      if (item.showIf) found.push({ at: `${form.id}/${page.id}`, condition: item.showIf, before: [...before] });
      if ('q' in item) before.push(item.q);
    }
    return found;
  });
};

/** The options that some condition of the template names, as `question/option`. */
export const optionsNamed: ReadonlySet<string> = new Set(
  forms
    .flatMap(conditionsOf)
    .flatMap(({ condition }) => testsIn(condition))
    .flatMap((test) => {
      if ('in' in test) return test.in.map((option) => `${test.q}/${option}`);
      return 'is' in test && typeof test.is === 'string' ? [`${test.q}/${test.is}`] : [];
    }),
);

export type Said = { readonly at: string; readonly text: Text };
const maybe = (at: string, text: Text | undefined): Said[] => (text === undefined ? [] : [{ at, text }]);

export const textsOfQuestion = (question: Question): Said[] => [
  { at: `${question.id} ask`, text: question.ask },
  ...maybe(`${question.id} hint`, question.hint),
  ...optionsOf(question).flatMap(({ id, text, hint }) => [
    { at: `${question.id} option ${id}`, text },
    ...maybe(`${question.id} option ${id}, hint`, hint),
  ]),
  ...(question.type === 'group' ? [{ at: `${question.id} each`, text: question.itemName }] : []),
  { at: `${question.id} reason`, text: question.why.reason },
  { at: `${question.id} sees`, text: question.why.sees },
];

/** What a form says itself: titles, introductions and guidance. */
export const textsOfForm = (form: Form): Said[] => [
  { at: `${form.id} title`, text: form.title },
  ...maybe(`${form.id} intro`, form.intro),
  ...sectionsOf(form).flatMap((section) => [
    { at: `${form.id}/${section.id} title`, text: section.title },
    ...maybe(`${form.id}/${section.id} intro`, section.intro),
  ]),
  ...pagesOf(form).flatMap((page) => [
    ...maybe(`${form.id}/${page.id} title`, page.title),
    ...page.items.flatMap((item) => ('show' in item ? [{ at: `${form.id}/${page.id} guidance`, text: item.text }] : [])),
  ]),
];

export const citizenForms = forms.filter((form) => form.for === 'person');
export const citizenQuestions: readonly Question[] = citizenForms.flatMap(askedIn);
/** Everything a person, a carer or somebody helping them reads. */
export const citizenTexts: readonly Said[] = [...citizenForms.flatMap(textsOfForm), ...citizenQuestions.flatMap(textsOfQuestion)];

/** The three ways English is said to citizens. */
export const REGISTERS: Readonly<Record<'plain' | 'easy' | 'about', Reader>> = {
  plain: {},
  easy: { easy: true },
  about: { about: true },
};
export const inRegister = ({ text }: Said, register: keyof typeof REGISTERS): string => say(text, REGISTERS[register]);
