/** One test of one answer, from what was typed: each kind, and what is wrong with it. */
import { describe, expect, test } from 'vitest';
import { readCondition, testsFor } from '../../../../functions/web/admin/condition-form.tsx';
import { Question } from '../../../../lib/domain/question.ts';

const why = { reason: 'To help.', sees: 'You.', usedBy: [{ kind: 'decision', ref: 'assessment' }] };
const question = (fields: object): Question =>
  Question.parse({ id: 'it', ask: 'It?', why, sensitivity: 'ordinary', freshFor: 'P1Y', retention: 'with-case', ...fields });
const yesNo = question({ type: 'yes-no' });
const money = question({ type: 'money', per: 'week' });
const number = question({ type: 'number' });
const words = question({ type: 'text' });
const choice = question({
  type: 'choose-one',
  options: [
    { id: 'a', text: 'A' },
    { id: 'b', text: 'B' },
  ],
});

test.each([
  [yesNo, { test: 'yes' }, { q: 'it', is: true }],
  [yesNo, { test: 'no' }, { q: 'it', is: false }],
  [words, { test: 'answered' }, { q: 'it', answered: true }],
  [words, { test: 'not-answered' }, { q: 'it', answered: false }],
  [choice, { test: 'one-of', options: 'a' }, { q: 'it', is: 'a' }],
  [choice, { test: 'one-of', options: ['a', 'b'] }, { q: 'it', in: ['a', 'b'] }],
  [choice, { test: 'one-of', options: ['a', 'forged'] }, { q: 'it', is: 'a' }],
  // Money is typed in pounds and kept in pence.
  [money, { test: 'at-least', amount: '12.50' }, { q: 'it', gte: 1250 }],
  [money, { test: 'at-most', amount: '£100' }, { q: 'it', lte: 10_000 }],
  [number, { test: 'at-least', amount: '12.5' }, { q: 'it', gte: 12.5 }],
])('%# is read', (asked, typed, condition) => {
  expect(readCondition(asked, undefined, typed)).toEqual({ condition });
});

test.each([
  [yesNo, {}, 'test'],
  [words, { test: 'yes' }, 'test'],
  [yesNo, { test: 'at-least', amount: '1' }, 'test'],
  [choice, { test: 'one-of' }, 'options'],
  [choice, { test: 'one-of', options: 'forged' }, 'options'],
  [money, { test: 'at-least', amount: 'much' }, 'amount'],
  [number, { test: 'at-most', amount: '-1' }, 'amount'],
])('%# is put right at its own field', (asked, typed, field) => {
  const read = readCondition(asked, undefined, typed);
  expect('errors' in read && Object.keys(read.errors)).toEqual([field]);
});

describe('tests on offer', () => {
  const offered = (asked: Question) => testsFor(asked, undefined).flatMap((each) => ('value' in each ? [each.value] : []));
  test.each([
    [yesNo, ['yes', 'no', 'answered', 'not-answered']],
    [choice, ['one-of', 'answered', 'not-answered']],
    [money, ['at-least', 'at-most', 'answered', 'not-answered']],
    [words, ['answered', 'not-answered']],
  ])('%# are those its answers allow', (asked, values) => {
    expect(offered(asked)).toEqual(values);
  });
});
