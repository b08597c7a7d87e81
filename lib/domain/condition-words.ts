/**
 * A closed condition as the end of a plain sentence, for paper and for whoever writes forms: “Answer this only if …”. It says what
 * `meets` (`condition.ts`) decides and decides nothing itself.
 */
import type { Condition, Test } from './condition.ts';
import { formatPence } from './money.ts';
import type { Bank, Question } from './question.ts';
import { type RasModel, wordsFor } from './ras-model.ts';
import { type Reader, say } from './text.ts';

const quoted = (words: string): string => `“${words}”`;

/** @example listed(['a', 'b', 'c'], 'or') // 'a, b or c' */
const listed = (parts: readonly string[], joined: 'and' | 'or'): string => {
  const [last = '', ...before] = [...parts].reverse();
  return before.length === 0 ? last : `${before.reverse().join(', ')} ${joined} ${last}`;
};

type Around = { readonly bank: Bank; readonly model: RasModel | undefined; readonly reader: Reader };

/** What an option is called on the page; of an area of life, the model's statement. Its id where nothing has words for it. */
const optionWords = (question: Question | undefined, id: string, { model, reader }: Around): string => {
  if (question && 'options' in question) return say(question.options.find((option) => option.id === id)?.text, reader) || id;
  if (question?.type !== 'life-area') return id;
  const asked = model?.questions.find((each) => each.id === question.area);
  const option = asked?.options.find((each) => each.id === id);
  return wordsFor(option?.text, reader.easy ? 'easyRead' : 'en', id);
};

const amountWords = (question: Question | undefined, amount: number, side: 'or more' | 'or less'): string => {
  if (question?.type !== 'money') return `${amount} ${side}`;
  // A penny or more is how a form says “anything at all”.
  return side === 'or more' && amount === 1 ? 'any amount above £0' : `${formatPence(amount)} ${side}`;
};

/** `not` turns the verb round and leaves the rest: a test of a question without an answer does not hold, so “did not” is right. */
const testWords = (test: Test, not: boolean, around: Around): string => {
  const question = around.bank.get(test.q);
  const asked = quoted(question ? say(question.ask, around.reader) : test.q);
  if ('answered' in test) return test.answered !== not ? `you answered ${asked}` : `you did not answer ${asked}`;
  if ('gte' in test) return `you ${not ? 'did not write' : 'wrote'} ${amountWords(question, test.gte, 'or more')} for ${asked}`;
  if ('lte' in test) return `you ${not ? 'did not write' : 'wrote'} ${amountWords(question, test.lte, 'or less')} for ${asked}`;
  const wanted = 'in' in test ? test.in : [test.is];
  const options = wanted.map((each) =>
    quoted(typeof each === 'boolean' ? (each ? 'Yes' : 'No') : optionWords(question, each, around)),
  );
  return `you ${not ? 'did not say' : 'said'} ${listed(options, 'or')} to ${asked}`;
};

/** A part in words. `several`: it is a list of more than one itself, so what stands beside it must be told apart from it. */
type Part = { readonly words: string; readonly several: boolean };

/** A list inside another has a word of its own in front, or brackets, so that nobody can read it the other way. */
const grouped = (parts: readonly Part[], joined: 'and' | 'or', inside: boolean): Part => {
  const [only, ...more] = parts;
  if (only && more.length === 0) return only;
  const each = parts.map((part) => part.words);
  const mixed = parts.some(({ several }) => several);
  if (!inside) return { words: mixed ? each.join(`, ${joined} `) : listed(each, joined), several: true };
  if (mixed || parts.length > 2)
    return { words: `${joined === 'and' ? 'all of' : 'any of'} (${each.join('; ')})`, several: true };
  return { words: `${joined === 'and' ? 'both' : 'either'} ${listed(each, joined)}`, several: true };
};

const partOf = (condition: Condition, not: boolean, inside: boolean, around: Around): Part => {
  if ('not' in condition) return partOf(condition.not, !not, inside, around);
  if (!('all' in condition) && !('any' in condition)) return { words: testWords(condition, not, around), several: false };
  const parts = 'all' in condition ? condition.all : condition.any;
  // Not all of them is some of them not; not any of them is all of them not.
  const joined = 'all' in condition !== not ? 'and' : 'or';
  return grouped(
    parts.map((part) => partOf(part, not, parts.length > 1 || inside, around)),
    joined,
    inside,
  );
};

/**
 * The condition in words that end a sentence begun with “if”. Options and questions are in the reader's register.
 * @example conditionInWords({ q: 'about.carer', is: true }, bank, model) // 'you said “Yes” to “Does someone care for you?”'
 */
export const conditionInWords = (condition: Condition, bank: Bank, model: RasModel | undefined, reader: Reader = {}): string =>
  partOf(condition, false, false, { bank, model, reader }).words;
