/** The letters of the national template, read from their folder. Used by the tests of letters and of the pages that show them. */
import { readdirSync, readFileSync } from 'node:fs';
import { LetterTemplate } from '../../lib/domain/letter.ts';

export const nationalLetters: readonly LetterTemplate[] = readdirSync('workflows/letters')
  .filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'))
  .sort()
  .map((file) => LetterTemplate.parse(JSON.parse(readFileSync(`workflows/letters/${file}`, 'utf8'))));
