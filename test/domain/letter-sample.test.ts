/** Letters with made-up values: each reads through in every way it can be, with nothing left open, and says what the real one says. */
import { describe, expect, test } from 'vitest';
import { SHOWS } from '../../functions/web/admin/letter-words.ts';
import type { LetterFor } from '../../lib/domain/letter.ts';
import { canSay } from '../../lib/domain/letter-event.ts';
import { sampleLetter } from '../../lib/domain/letter-sample.ts';
import { nationalLetters } from '../support/national-letters.ts';
import { small } from '../support/small-council.ts';

const letters = nationalLetters.filter((each): each is LetterFor => each.kind === 'letter');
const ways = letters.flatMap((template) => canSay(template.event).variants.map((variant) => [template.id, variant] as const));
const drawn = (id: string, variant: string, easy = false) => {
  const template = letters.find((each) => each.id === id);
  if (!template) throw new Error(`no letter ${id}`);
  return sampleLetter({ template, letters: nationalLetters, council: small.council, variant, shown: SHOWS }, { easy });
};
const wordsIn = ({ blocks }: ReturnType<typeof drawn>): string =>
  blocks.flatMap((block) => ('words' in block ? [block.words] : [])).join('\n');

test.each(ways)('%s, %s: nothing is left open', (id, variant) => {
  for (const easy of [false, true]) {
    const letter = drawn(id, variant, easy);
    expect(letter.title).not.toBe('');
    expect(wordsIn(letter)).not.toMatch(/[{}]|undefined/);
    expect(letter.blocks.at(-1)).toEqual({ kind: 'words', words: `From the ${small.council.contact.team}` });
  }
});

describe('the agreed plan', () => {
  test('says the made-up name, budget and dates, in the way that was asked for', () => {
    const words = wordsIn(drawn('plan-agreed', 'agreed'));
    expect(words).toContain('Dear Sam Example,');
    expect(words).toContain('Priya Example agreed it on 3 November 2026.');
    expect(words).not.toContain('inside what we agree at once');
    expect(wordsIn(drawn('plan-agreed', 'agreed-at-once'))).toContain('inside what we agree at once');
  });

  test('names what an event holds where it would stand', () => {
    expect(drawn('plan-agreed', 'agreed').blocks).toContainEqual({ kind: 'typed', words: SHOWS.plan });
  });

  test('reads in Easy Read', () => {
    expect(wordsIn(drawn('plan-agreed', 'agreed', true))).toContain('We said yes to your plan.');
  });
});
