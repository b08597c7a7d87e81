/**
 * From the form for a new question to a question of the bank, as it will be written down: its id, its answers, what uses it and who
 * keeps it. Each message says how to put right what was typed; whether the bank takes it is the operation's (`add-to-bank`).
 */
import type { Bank, QuestionFile, Use } from '../../../lib/domain/question.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { type Typed, text } from '../page.ts';
import { readDay } from '../shared/one-line-date.ts';
import { readWords } from './wording.tsx';

/** What can be written here. Areas of life, findings and groups belong to other parts of the house, and are added by file. */
export const NEW_TYPES = [
  { value: 'text', text: 'One line of words', fields: { type: 'text' } },
  { value: 'long-text', text: 'Words at length', fields: { type: 'long-text' } },
  { value: 'yes-no', text: 'Yes or no', fields: { type: 'yes-no' } },
  { value: 'choose-one', text: 'One answer from a list', fields: { type: 'choose-one' } },
  { value: 'choose-many', text: 'Any answers from a list', fields: { type: 'choose-many' } },
  { value: 'date', text: 'A day', fields: { type: 'date' } },
  { value: 'number', text: 'A number', fields: { type: 'number' } },
  { value: 'money-week', text: 'An amount of money a week', fields: { type: 'money', per: 'week' } },
  { value: 'money-once', text: 'An amount of money, once', fields: { type: 'money', per: 'once' } },
] as const;

export const SENSITIVITY = [
  { value: 'ordinary', text: 'Ordinary' },
  { value: 'personal', text: 'Personal, such as money or family' },
  { value: 'special', text: 'Special: health, origin, faith or sexuality' },
];

/** @example slug('Do you live alone?') // 'do-you-live-alone' */
export const slug = (words: string): string =>
  words
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[’'\p{M}]/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');

/** What most ids of the file begin with. @example prefixOf(aboutYou) // 'about' */
const prefixOf = ({ id, questions }: QuestionFile): string => {
  const first = questions[0]?.id.split('.');
  return first && first.length > 1 ? (first[0] ?? id) : id;
};

/** An id that was never used: what the question says, with a number where that is taken. */
const freeId = (file: QuestionFile, ask: string, bank: Bank): string => {
  const base = `${prefixOf(file)}.${slug(ask) || 'question'}`;
  if (!bank.has(base)) return base;
  const numbers = Array.from({ length: bank.size + 1 }, (_, place) => `${base}-${place + 2}`);
  return numbers.find((id) => !bank.has(id)) ?? base;
};

/** Uses that take an answer as it stands: an option of theirs needs no condition to be worth having. */
const TAKES_WHOLE: readonly Use['kind'][] = ['calculation', 'payment', 'return', 'letter', 'contact'];

type Options = { readonly options: readonly object[] } | { readonly errors: FieldErrors } | undefined;

const optionsIn = (typed: Typed, { kind, ref }: Use): Options => {
  if (!text(typed, 'kind-of-answer').startsWith('choose')) return undefined;
  const lines = text(typed, 'options')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const ids = lines.map((line) => slug(line));
  if (lines.length < 2) return { errors: { options: 'Write at least two answers, one on each line.' } };
  if (new Set(ids).size < ids.length || ids.includes(''))
    return { errors: { options: 'Two of these answers are too much alike. Make each its own.' } };
  const because = TAKES_WHOLE.includes(kind) ? {} : { unusedBecause: `A person reads it as it stands, for ${ref}.` };
  return { options: lines.map((line, place) => ({ id: ids[place], text: line, ...because })) };
};

const keeperIn = (typed: Typed): { readonly owner: string; readonly lookAgainOn: string } | { readonly errors: FieldErrors } => {
  const owner = text(typed, 'owner').trim();
  const day = readDay(text(typed, 'look-again'));
  const lookAgainOn = day && 'date' in day ? day.date : undefined;
  if (owner !== '' && owner.length <= 80 && lookAgainOn !== undefined) return { owner, lookAgainOn };
  return {
    errors: {
      ...(owner === '' || owner.length > 80 ? { owner: 'Say who answers for it, in at most 80 characters.' } : {}),
      ...(lookAgainOn === undefined
        ? { 'look-again': day && 'message' in day ? day.message : 'Write the day it is looked at again.' }
        : {}),
    },
  };
};

type Around = {
  readonly use: Use;
  readonly files: readonly QuestionFile[];
  readonly bank: Bank;
};
type ReadQuestion = { readonly question: Record<string, unknown> & { readonly id: string } } | { readonly errors: FieldErrors };

const wordsIn = (typed: Typed, prefix: string, lacking: string) => {
  const read = readWords(typed, undefined, prefix);
  if ('errors' in read) return read;
  return read.text === null ? { errors: { [`${prefix}-plain`]: lacking } } : { words: read.text };
};

/** The question as it goes into the bank. It stays good for a year, and is kept with the case; both can be changed on its own page. */
export const readQuestion = (typed: Typed, { use, files, bank }: Around): ReadQuestion => {
  const ask = wordsIn(typed, 'ask', 'Write the question.');
  const reason = wordsIn(typed, 'why', 'Tell the person why we ask.');
  const sees = text(typed, 'sees').trim();
  const options = optionsIn(typed, use);
  const keeper = keeperIn(typed);
  const file = files.find(({ id }) => id === text(typed, 'file'));
  const type = NEW_TYPES.find(({ value }) => value === text(typed, 'kind-of-answer'));
  const errors: FieldErrors = {
    ...('errors' in ask ? ask.errors : {}),
    ...(type ? {} : { 'kind-of-answer': 'Choose the kind of answer.' }),
    ...(options && 'errors' in options ? options.errors : {}),
    ...('errors' in reason ? reason.errors : {}),
    ...(sees === '' ? { sees: 'Tell the person who can read it.' } : {}),
    ...(file ? {} : { file: 'Choose a part of the bank.' }),
    ...('errors' in keeper ? keeper.errors : {}),
  };
  if ('errors' in ask || 'errors' in reason || 'errors' in keeper || !file || !type || Object.keys(errors).length > 0)
    return { errors };
  const hint = text(typed, 'hint').trim();
  const sensitivity = SENSITIVITY.find(({ value }) => value === text(typed, 'sensitivity'))?.value ?? 'ordinary';
  return {
    question: {
      id: freeId(file, text(typed, 'ask-plain'), bank),
      ...type.fields,
      ask: ask.words,
      ...(hint && { hint }),
      ...(options && 'options' in options && { options: options.options }),
      why: { reason: reason.words, sees, usedBy: [use] },
      sensitivity,
      freshFor: 'P1Y',
      retention: 'with-case',
      ...keeper,
    },
  };
};
