/** Which words a reader gets: the nearest there are, never none. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fallsBack, type Missing, missingFrom, type Reader, say, Text } from '../../lib/domain/text.ts';

const full: Text = {
  en: { plain: 'Do you live alone?', easy: 'Live alone?', about: 'Do they live alone?' },
  cy: {
    plain: 'Ydych chi’n byw ar eich pen eich hun?',
    easy: 'Byw ar eich pen eich hun?',
    about: 'Ydyn nhw’n byw ar eu pen eu hunain?',
  },
};

test.each<[string, Text, Reader, string]>([
  ['somebody who says nothing about how they read', full, {}, 'Do you live alone?'],
  ['Easy Read', full, { easy: true }, 'Live alone?'],
  ['about someone else', full, { about: true }, 'Do they live alone?'],
  [
    'Easy Read about someone else: the right person before the shorter words',
    full,
    { easy: true, about: true },
    'Do they live alone?',
  ],
  ['Welsh', full, { language: 'cy' }, 'Ydych chi’n byw ar eich pen eich hun?'],
  ['Welsh, about someone else', full, { language: 'cy', about: true }, 'Ydyn nhw’n byw ar eu pen eu hunain?'],
  ['no Easy Read yet', { en: { plain: 'Plain' } }, { easy: true }, 'Plain'],
  ['nothing about someone else yet', { en: { plain: 'Plain', easy: 'Easy' } }, { about: true, easy: true }, 'Plain'],
  ['no Welsh yet', { en: { plain: 'Plain', easy: 'Easy' } }, { language: 'cy', easy: true }, 'Easy'],
  ['Welsh for Easy Read alone', { en: { plain: 'Plain' }, cy: { easy: 'Hawdd' } }, { language: 'cy', easy: true }, 'Hawdd'],
  ['Welsh for Easy Read alone, read plainly', { en: { plain: 'Plain' }, cy: { easy: 'Hawdd' } }, { language: 'cy' }, 'Plain'],
  ['a bare text', 'Plain', { language: 'cy', easy: true, about: true }, 'Plain'],
])('%s', (_who, text, reader, words) => expect(say(text, reader)).toBe(words));

test('no text is no words', () => expect(say(undefined, { easy: true })).toBe(''));

const line = (name: string) => fc.option(fc.constant(name), { nil: undefined });
const texts: fc.Arbitrary<Text> = fc.oneof(
  fc.constant('bare'),
  fc.record({
    en: fc.record({ plain: fc.constant('en plain'), easy: line('en easy'), about: line('en about') }),
    cy: fc.option(fc.record({ plain: line('cy plain'), easy: line('cy easy'), about: line('cy about') }), { nil: undefined }),
  }),
);
const readers: fc.Arbitrary<Reader> = fc.record({
  easy: fc.boolean(),
  about: fc.boolean(),
  language: fc.constantFrom('en', 'cy'),
});

describe('laws', () => {
  test('there are always words, and another language than the reader’s is always owned up to', () => {
    fc.assert(
      fc.property(texts, readers, (text, reader) => {
        const words = say(text, reader);
        expect(words).not.toBe('');
        expect(fallsBack(text, reader)).toBe(reader.language === 'cy' && !words.startsWith('cy'));
      }),
    );
  });

  test('what is missing is what `say` cannot give', () => {
    fc.assert(
      fc.property(texts, fc.subarray<Missing>(['easy', 'about', 'cy']), (text, wanted) => {
        const gives: Record<Missing, boolean> = {
          easy: say(text, { easy: true }) === 'en easy',
          about: say(text, { about: true }) === 'en about',
          cy: say(text, { language: 'cy' }) === 'cy plain',
        };
        expect(missingFrom(text, wanted)).toEqual(wanted.filter((each) => !gives[each]));
      }),
    );
  });
});

test.each<[string, unknown]>([
  ['nothing', ''],
  ['no plain English', { en: { easy: 'Easy' } }],
  ['Welsh alone', { cy: { plain: 'Cymraeg' } }],
  ['a register there is not', { en: { plain: 'Plain', loud: 'LOUD' } }],
  ['more than a page', 'x'.repeat(1201)],
])('%s is no text', (_what, written) => expect(Text.safeParse(written).success).toBe(false));
