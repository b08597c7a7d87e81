/** Conditions in words: each kind of test, lists inside lists, and that saying no says the same as the rule does. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from '../../lib/domain/condition.ts';
import { conditionInWords } from '../../lib/domain/condition-words.ts';
import { bankOf, Question } from '../../lib/domain/question.ts';
import { RasModel } from '../../lib/domain/ras-model.ts';

const model = RasModel.parse(JSON.parse(readFileSync('workflows/allocation/demo-2026-1.json', 'utf8')));
const why = { reason: 'To help.', sees: 'You.', usedBy: [{ kind: 'decision', ref: 'assessment' }] };
const bank = bankOf(
  [
    { id: 'alone', type: 'yes-no', ask: { en: { plain: 'Do you live alone?', about: 'Do they live alone?' } } },
    {
      id: 'by',
      type: 'choose-many',
      ask: { en: { plain: 'How can we reach you?', easy: 'How can we call?' } },
      options: [
        { id: 'email', text: 'Email' },
        { id: 'text', text: { en: { plain: 'Text message', easy: 'Text' } } },
        { id: 'post', text: 'Letter' },
      ],
    },
    { id: 'cost', type: 'money', per: 'week', ask: 'What do you spend?' },
    { id: 'rooms', type: 'number', ask: 'How many rooms?' },
    { id: 'nights', type: 'life-area', area: 'nights', ask: 'At night' },
  ].map((each) => Question.parse({ why, sensitivity: 'ordinary', freshFor: 'P1Y', retention: 'with-case', ...each })),
);
const said = (condition: Condition, reader = {}) => conditionInWords(condition, bank, model, reader);

const ALONE: Condition = { q: 'alone', is: true };
const EMAIL: Condition = { q: 'by', is: 'email' };
const ROOMS: Condition = { q: 'rooms', gte: 3 };

describe('one test', () => {
  test.each<[Condition, string]>([
    [ALONE, 'you said “Yes” to “Do you live alone?”'],
    [{ q: 'alone', is: false }, 'you said “No” to “Do you live alone?”'],
    [EMAIL, 'you said “Email” to “How can we reach you?”'],
    [{ q: 'by', in: ['email', 'text', 'post'] }, 'you said “Email”, “Text message” or “Letter” to “How can we reach you?”'],
    [{ q: 'by', in: ['text'] }, 'you said “Text message” to “How can we reach you?”'],
    [{ q: 'cost', gte: 1 }, 'you wrote any amount above £0 for “What do you spend?”'],
    [{ q: 'cost', gte: 2_050 }, 'you wrote £20.50 or more for “What do you spend?”'],
    [{ q: 'rooms', lte: 3 }, 'you wrote 3 or less for “How many rooms?”'],
    [{ q: 'nights', is: 'every-night' }, 'you said “I need help once or twice every night.” to “At night”'],
    [{ q: 'alone', answered: true }, 'you answered “Do you live alone?”'],
    [{ q: 'alone', answered: false }, 'you did not answer “Do you live alone?”'],
    [{ not: ALONE }, 'you did not say “Yes” to “Do you live alone?”'],
    [{ not: { q: 'alone', answered: false } }, 'you answered “Do you live alone?”'],
    [{ not: ROOMS }, 'you did not write 3 or more for “How many rooms?”'],
    [{ q: 'gone', is: 'old' }, 'you said “old” to “gone”'],
  ])('%j', (condition, words) => {
    expect(said(condition)).toBe(words);
  });

  test('in the reader’s register', () => {
    expect(said({ q: 'by', is: 'text' }, { easy: true })).toBe('you said “Text” to “How can we call?”');
    expect(said({ q: 'nights', is: 'every-night' }, { easy: true })).toContain('“I need help each night.”');
    expect(said(ALONE, { about: true })).toBe('you said “Yes” to “Do they live alone?”');
  });
});

const [a, e, r] = [ALONE, EMAIL, ROOMS].map((each) => said(each)) as [string, string, string];

describe('several', () => {
  test.each<[string, Condition, string]>([
    ['all', { all: [ALONE, EMAIL] }, `${a} and ${e}`],
    ['any', { any: [ALONE, EMAIL, ROOMS] }, `${a}, ${e} or ${r}`],
    ['any, with all inside', { any: [{ all: [ALONE, EMAIL] }, ROOMS] }, `both ${a} and ${e}, or ${r}`],
    ['all, with any inside', { all: [{ any: [ALONE, EMAIL] }, ROOMS] }, `either ${a} or ${e}, and ${r}`],
    ['all, with three inside', { all: [{ any: [ALONE, EMAIL, ROOMS] }, ROOMS] }, `any of (${a}; ${e}; ${r}), and ${r}`],
    ['three deep', { any: [{ all: [ALONE, { any: [EMAIL, ROOMS] }] }, EMAIL] }, `all of (${a}; either ${e} or ${r}), or ${e}`],
    ['a list of one is no list', { all: [{ any: [{ all: [ALONE] }] }] }, a],
  ])('%s', (_name, condition, words) => {
    expect(said(condition)).toBe(words);
  });
});

const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Condition>(ALONE, EMAIL, ROOMS, { q: 'alone', answered: true }),
    fc.record({ not: tie('condition') }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
  ),
})).condition;

describe('for all conditions', () => {
  test('not not is nothing', () => {
    fc.assert(
      fc.property(anyCondition, (each) => {
        expect(said({ not: { not: each } })).toBe(said(each));
      }),
    );
  });
  test('not all is any not, and not any is all not', () => {
    const nots = (parts: readonly Condition[]) => parts.map((not): Condition => ({ not }));
    fc.assert(
      fc.property(fc.array(anyCondition, { minLength: 1, maxLength: 4 }), (parts) => {
        expect(said({ not: { all: parts } })).toBe(said({ any: nots(parts) }));
        expect(said({ not: { any: parts } })).toBe(said({ all: nots(parts) }));
      }),
    );
  });
  test('never an empty word, never an id where there are words', () => {
    fc.assert(
      fc.property(anyCondition, (each) => {
        expect(said(each)).toMatch(/^(you|both|either|all of|any of) /);
        expect(said(each)).not.toMatch(/undefined|“(alone|email|by)”/);
      }),
    );
  });
});
