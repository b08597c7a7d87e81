/** What is left of a condition when a question is no longer asked, against what `meets` says of an answer that is not there. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionWithout } from '../../../lib/app/configuring/operations/condition-without.ts';
import { type Condition, meets, testsIn } from '../../../lib/domain/condition.ts';

const one: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ q: fc.constantFrom('a', 'b', 'c'), is: fc.boolean() }),
  fc.record({ q: fc.constantFrom('a', 'b', 'c'), answered: fc.boolean() }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    one,
    fc.record({ not: tie('condition') }),
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
  ),
}));

test('it holds exactly when the whole condition would, with that question left blank', () => {
  const answer = fc.constantFrom(true, false, undefined);
  const law = fc.property(condition, answer, answer, (whole, b, c) => {
    const left = conditionWithout(whole, 'a');
    const held = (q: string) => (q === 'b' ? b : q === 'c' ? c : undefined);
    expect(typeof left === 'boolean' ? left : meets(left, held)).toBe(meets(whole, held));
    if (typeof left !== 'boolean') expect(testsIn(left).map(({ q }) => q)).not.toContain('a');
  });
  fc.assert(law, { numRuns: 2_000 });
});
