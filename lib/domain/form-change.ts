/**
 * What changed between two versions of the same forms, classed as words, meaning or structure, and said in one sentence to somebody
 * with a draft open. No answer is ever lost by any of them: a question that goes takes nothing with it.
 */
import { type AskingForm, questionsOf } from './form.ts';
import { type Bank, type Question, wordsOf } from './question.ts';

export type FormChange = {
  readonly kind: 'none' | 'cosmetic' | 'meaning' | 'structural';
  readonly added: readonly Question[];
  readonly removed: readonly Question[];
  /** Asked before and after, but not the same choices or kind of answer, or now it must have one. */
  readonly altered: readonly Question[];
};

type Side = { readonly forms: readonly AskingForm[]; readonly bank: Bank };

const asked = ({ forms, bank }: Side): Map<string, Question> =>
  new Map(
    forms.flatMap(questionsOf).flatMap((id): [string, Question][] => {
      const question = bank.get(id);
      return question && !question.retired ? [[id, question]] : [];
    }),
  );

/** What an answer to the question can be, and whether there must be one; nothing of its words, nor of the order of its choices. */
const meaning = (question: Question, bank: Bank): unknown => {
  const { type, required } = question;
  switch (question.type) {
    case 'choose-one':
    case 'choose-many':
      return [type, required, question.options.map(({ id, alone }) => [id, alone]).sort()];
    case 'text':
      return [type, required, question.format];
    case 'date':
      return [type, required, question.when];
    case 'money':
      return [type, required, question.per];
    case 'number':
      return [type, required, question.least, question.most];
    case 'group':
      return [type, required, question.most, fieldsOf(question, bank).map((field) => [field.id, meaning(field, bank)])];
    case 'life-area':
      return [type, required, question.area];
    default:
      return [type, required];
  }
};

/** A group is one question; its fields change with it. One group in another is refused by the checks, and not gone into here. */
const fieldsOf = (question: Question, bank: Bank): Question[] =>
  question.type === 'group' ? question.of.flatMap((id) => bank.get(id) ?? []).filter(({ type }) => type !== 'group') : [];

const words = (question: Question, bank: Bank): unknown => [
  wordsOf(question),
  question.type === 'group' ? question.itemName : undefined,
  fieldsOf(question, bank).map((field) => wordsOf(field)),
];

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Where each question stands, and when it shows. */
const order = ({ forms }: Side): unknown =>
  forms.map((form) => [
    form.id,
    form.sections.map(({ id, pages }) => [id, pages.map(({ showIf, items }) => [showIf, items.filter((item) => 'q' in item)])]),
  ]);

/** Every word that stands around the questions. */
const frame = ({ forms }: Side): unknown =>
  forms.map(({ title, intro, sections }) => [
    title,
    intro,
    sections.map((each) => [
      each.title,
      each.intro,
      each.pages.map((page) => [page.title, page.items.filter((item) => !('q' in item))]),
    ]),
  ]);

export const formChange = (before: Side, after: Side): FormChange => {
  const [old, now] = [asked(before), asked(after)];
  const added = [...now.values()].filter(({ id }) => !old.has(id));
  const removed = [...old.values()].filter(({ id }) => !now.has(id));
  const both = [...now.values()].flatMap((question) => {
    const was = old.get(question.id);
    return was ? [{ was, question }] : [];
  });
  const altered = both
    .filter(({ was, question }) => !same(meaning(was, before.bank), meaning(question, after.bank)))
    .map(({ question }) => question);
  const reworded =
    both.some(({ was, question }) => !same(words(was, before.bank), words(question, after.bank))) ||
    !same(frame(before), frame(after));
  const moved = !same(order(before), order(after));
  const kind =
    added.length + removed.length > 0 || moved ? 'structural' : altered.length > 0 ? 'meaning' : reworded ? 'cosmetic' : 'none';
  return { kind, added, removed, altered };
};

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;

/**
 * The one sentence for the person, or nothing when nothing changed.
 * @example changeSentence({ kind: 'structural', added: [one], removed: [one, another], altered: [] })
 * // 'Since you were last here we took out 2 questions and added 1 question. Every answer you gave is still here.'
 */
export const changeSentence = ({ kind, added, removed, altered }: FormChange): string => {
  if (kind === 'none') return '';
  if (kind === 'cosmetic') return 'Since you were last here we changed some words. Every answer you gave is still here.';
  const parts = [
    ...(removed.length > 0 ? [`took out ${count(removed.length, 'question')}`] : []),
    ...(added.length > 0 ? [`added ${count(added.length, 'question')}`] : []),
    ...(altered.length > 0 ? [`changed ${count(altered.length, 'question')}`] : []),
  ];
  const did = parts.length === 0 ? 'put some questions in a new order' : parts.join(' and ');
  return `Since you were last here we ${did}. Every answer you gave is still here.`;
};
