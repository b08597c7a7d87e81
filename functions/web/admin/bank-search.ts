/**
 * Finding questions of the bank by words: those that say nearly the same come first, so that whoever wants to ask something sees that it
 * is asked already. Compares words, not meanings.
 */
import type { Question } from '../../../lib/domain/question.ts';
import { say, type Text } from '../../../lib/domain/text.ts';

/** Words that every other question has. */
const EVERYWHERE = new Set(
  'a an and any are as at be by can did do does for from had has have how i if in is it me my of on or our that the their them they this to us was we were what when where which who why will with you your'.split(
    ' ',
  ),
);

/** The beginnings of the telling words, so that “helps” finds “help”. */
const stems = (words: string): Set<string> =>
  new Set(
    (words.toLowerCase().match(/[a-z’']{2,}/g) ?? [])
      .filter((word) => !EVERYWHERE.has(word))
      .map((word) => word.replace(/(ing|ed|es|s)$/, '').slice(0, 7)),
  );

const everyWord = (words: Text | undefined): string =>
  typeof words === 'object' ? Object.values(words.en).join(' ') : (words ?? '');

const wordsOf = (question: Question): string =>
  [
    everyWord(question.ask),
    everyWord(question.hint),
    question.id.replaceAll(/[.-]/g, ' '),
    ...('options' in question ? question.options.map((option) => say(option.text)) : []),
  ].join(' ');

/** How much of what was asked for stands in the question; words of its own wording count twice. */
const score = (wanted: ReadonlySet<string>, question: Question): number => {
  const [ask, all] = [stems(everyWord(question.ask)), stems(wordsOf(question))];
  return [...wanted].reduce((sum, word) => sum + (ask.has(word) ? 2 : all.has(word) ? 1 : 0), 0);
};

const MOST = 12;

/** The questions that are asked and share telling words with `words`, the nearest first; none for words that tell nothing. */
export const similarTo = (questions: readonly Question[], words: string): Question[] => {
  const wanted = stems(words);
  return questions
    .filter(({ retired }) => !retired)
    .map((question) => ({ question, near: score(wanted, question) }))
    .filter(({ near }) => near > 0)
    .sort((one, other) => other.near - one.near)
    .slice(0, MOST)
    .map(({ question }) => question);
};

/** Whether a question has every one of these words somewhere; every question has none. @example hasWords(name, 'full na') // true */
export const hasWords = (question: Question, words: string): boolean => {
  const text = `${wordsOf(question)} ${question.id}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};
