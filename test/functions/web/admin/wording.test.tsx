/** Words in six boxes: read back as they stood, kept as a bare line where they were one, and nothing lost on the way. */
import { describe, expect, test } from 'vitest';
import { gradeWords, readWords, typedWords } from '../../../../functions/web/admin/wording.tsx';
import { Text } from '../../../../lib/domain/text.ts';

const FULL: Text = {
  en: { plain: 'Do you live alone?', easy: 'Do you live alone?', about: 'Do they live alone?' },
  cy: { plain: 'Ydych chi’n byw ar eich pen eich hun?', about: 'Ydyn nhw?' },
};

test.each<[name: string, text: Text]>([
  ['a bare line', 'Do you live alone?'],
  ['one register, written out', { en: { plain: 'Do you live alone?' } }],
  ['every register', FULL],
  ['Welsh in Easy Read alone', { en: { plain: 'A' }, cy: { easy: 'B' } }],
])('%s comes back as it was', (_name, words) => {
  expect(readWords(typedWords(words), words)).toEqual({ text: words });
  expect(Text.safeParse(words).success).toBe(true);
});

describe('what was typed', () => {
  test('becomes a group of registers as soon as there is more than one', () => {
    expect(readWords({ 'words-plain': 'A', 'words-easy': 'B' }, 'A')).toEqual({ text: { en: { plain: 'A', easy: 'B' } } });
  });

  test('has no line breaks and no spaces around it', () => {
    expect(readWords({ 'words-plain': ' A\r\n b ' })).toEqual({ text: 'A b' });
  });

  test('is nothing where every box is empty', () => {
    expect(readWords({ 'words-plain': ' ' })).toEqual({ text: null });
  });

  test('needs plain English before anything else', () => {
    expect(readWords({ 'words-cy': 'Oes' })).toEqual({ errors: { 'words-plain': 'Write the words in plain English first.' } });
  });

  test('is refused at the box that is too long', () => {
    const read = readWords({ 'words-plain': 'A', 'words-easy': 'a'.repeat(1201) });
    expect(read).toEqual({ errors: { 'words-easy': 'Use at most 1200 characters.' } });
    expect(readWords({ 'words-plain': 'a'.repeat(1200) })).toEqual({ text: 'a'.repeat(1200) });
  });
});

describe('the reading grade', () => {
  test('is nought for the simplest words, and never below', () => {
    expect(gradeWords('The cat sat on the mat.')).toBe('Grade 0');
  });

  test('reads a placeholder as a name, and never counts its braces', () => {
    expect(gradeWords('{missed-date} was {review-date}.')).toBe(gradeWords('Sam was Sam.'));
  });

  test('says what is hard to read', () => {
    expect(gradeWords('Notwithstanding antecedent determinations, the authority retains discretionary responsibility.')).toMatch(
      /^Grade \d+: hard to read$/,
    );
  });
});
