/** When something is shown: the closed language of conditions, test by test, and what holds of all of them. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '../../lib/domain/answer.ts';
import { Condition, meets, testsIn } from '../../lib/domain/condition.ts';

const holding = (value: Value | undefined) => (question: string) => (question === 'q' ? value : undefined);
const AREA = { option: 'p6', informalShare: 0, willingAndAble: false, ownWords: '' };

test.each<[string, Condition, Value | undefined, boolean]>([
  ['yes is yes', { q: 'q', is: true }, true, true],
  ['no is not yes', { q: 'q', is: true }, false, false],
  ['no is no', { q: 'q', is: false }, false, true],
  ['nothing is not no', { q: 'q', is: false }, undefined, false],
  ['the option', { q: 'q', is: 'a' }, 'a', true],
  ['another option', { q: 'q', is: 'a' }, 'ab', false],
  ['of many, one is enough', { q: 'q', is: 'a' }, ['b', 'a'], true],
  ['of many, none', { q: 'q', is: 'a' }, ['b'], false],
  ['one of some', { q: 'q', in: ['a', 'b'] }, 'b', true],
  ['none of some', { q: 'q', in: ['a', 'b'] }, 'c', false],
  ['of many, one of some', { q: 'q', in: ['a', 'b'] }, ['c', 'b'], true],
  ['the statement of an area of life', { q: 'q', is: 'p6' }, AREA, true],
  ['another statement', { q: 'q', in: ['p0', 'p12'] }, AREA, false],
  ['as many', { q: 'q', gte: 3 }, 3, true],
  ['fewer', { q: 'q', gte: 3 }, 2.9, false],
  ['as many, or fewer', { q: 'q', lte: 3 }, 3, true],
  ['more', { q: 'q', lte: 3 }, 3.1, false],
  ['a number in words is no number', { q: 'q', gte: 3 }, '4', false],
  ['nothing is not a small number', { q: 'q', lte: 3 }, undefined, false],
  ['an answer', { q: 'q', answered: true }, '', true],
  ['no as an answer', { q: 'q', answered: true }, false, true],
  ['none', { q: 'q', answered: true }, undefined, false],
  ['none, and that was asked', { q: 'q', answered: false }, undefined, true],
  ['yes is not the option true', { q: 'q', is: 'true' }, true, false],
  ['rows have no options', { q: 'q', is: 'a' }, [{ a: 'a' }], false],
])('%s', (_what, condition, value, met) => expect(meets(condition, holding(value))).toBe(met));

test('no condition always holds', () => expect(meets(undefined, () => undefined)).toBe(true));

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ q: fc.constantFrom('a', 'b', 'c'), is: fc.boolean() }),
  fc.record({ q: fc.constantFrom('a', 'b', 'c'), answered: fc.boolean() }),
);
const tree = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('node').map((not) => ({ not })),
  ),
})).node;
const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.boolean());

describe('laws', () => {
  test('all, any and not are what logic says', () => {
    fc.assert(
      fc.property(tree, tree, answers, (one, other, given) => {
        const held = (question: string) => given[question];
        const [a, b] = [meets(one, held), meets(other, held)];
        expect(meets({ all: [one, other] }, held)).toBe(a && b);
        expect(meets({ any: [one, other] }, held)).toBe(a || b);
        expect(meets({ not: one }, held)).toBe(!a);
        expect(meets({ not: { all: [{ not: one }, { not: other }] } }, held)).toBe(meets({ any: [one, other] }, held));
      }),
    );
  });

  test('only the questions it tests can change whether it holds, and a written condition reads as itself', () => {
    fc.assert(
      fc.property(tree, answers, answers, (condition, given, others) => {
        const tested = new Set(testsIn(condition).map(({ q }) => q));
        const held = (question: string) => given[question];
        const elsewhere = (question: string) => (tested.has(question) ? given[question] : others[question]);
        expect(meets(condition, elsewhere)).toBe(meets(condition, held));
        expect(Condition.parse(JSON.parse(JSON.stringify(condition)))).toEqual(condition);
      }),
    );
  });
});

test.each<[string, unknown]>([
  ['code', 'a === 1'],
  ['a call', { q: 'a', call: 'x()' }],
  ['two tests at once', { q: 'a', is: true, gte: 1 }],
  ['all of nothing', { all: [] }],
  ['one of nothing', { q: 'a', in: [] }],
  ['no question', { is: true }],
  ['a question of another form of name', { q: '__proto__', is: true }],
  ['a number in words', { q: 'a', gte: '1' }],
])('%s is no condition', (_what, written) => expect(Condition.safeParse(written).success).toBe(false));
