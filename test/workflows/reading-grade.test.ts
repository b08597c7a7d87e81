/** The measure of hard English, against sentences whose grade is well known, and words whose syllables anyone can count. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingGrade, sentencesIn, syllablesIn, wordsIn } from '../support/reading-grade.ts';

/** The last two are the examples printed in most descriptions of the measure. */
test.each<[string, number]>([
  ['The cat sat on the mat.', -1.45],
  ['This sentence, taken as a reading passage unto itself, is being used to prove a point.', 7.61],
  ['The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.', 13.08],
])('%s is of grade %d', (text, grade) => expect(readingGrade(sentencesIn(text))).toBeCloseTo(grade, 2));

test.each<[number, string]>([
  [1, 'care help asked hours while they tried they’re'],
  [2, 'letters someone people being going changes wanted table client friendly'],
  [3, 'assessment idea usual advocate benefits'],
  [4, 'interpreter australian'],
])('%d: %s', (count, words) => expect(words.split(' ').filter((word) => syllablesIn(word) !== count)).toEqual([]));

describe('sentences and words', () => {
  test('a colon ends no sentence, and what has no letters is none', () => {
    expect(sentencesIn('Such as: a rail. Did it work? 999.')).toEqual(['Such as: a rail', 'Did it work']);
  });
  test('of two joined words, both count; a dash is no word', () => {
    expect(wordsIn('well-known – at 6')).toEqual(['well', 'known', 'at', '6']);
  });
  test('nothing is as easy as it gets', () => expect(readingGrade(sentencesIn(''))).toBe(0));
});

test('splitting a text in two sentences never makes it harder', () => {
  const word = fc.constantFrom('help', 'we', 'assessment', 'letter', 'you', 'interpreter', 'home');
  const some = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(some, some, (first, second) => {
      const apart = readingGrade(sentencesIn(`${first}. ${second}.`));
      expect(apart).toBeLessThanOrEqual(readingGrade(sentencesIn(`${first} ${second}.`)));
    }),
  );
});
