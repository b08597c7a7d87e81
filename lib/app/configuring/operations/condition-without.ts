/**
 * What is left of a condition once a question is no longer asked anywhere: every test of it is a test of a question without an answer.
 * So nothing shows that did not show to somebody who left the question blank.
 */
import { type Condition, testsIn } from '../../../domain/condition.ts';

/** `true`: it always holds now. `false`: never. */
export type Left = Condition | boolean;

const several = (parts: readonly Left[], name: 'all' | 'any'): Left => {
  // One part that settles it settles the whole: false of all of them, true of any of them.
  const settles = name === 'any';
  if (parts.includes(settles)) return settles;
  const open = parts.filter((part) => typeof part !== 'boolean');
  const [first] = open;
  if (!first) return !settles;
  if (open.length === 1) return first;
  return name === 'all' ? { all: open } : { any: open };
};

/**
 * The condition without any test of `question`.
 * @example conditionWithout({ any: [{ q: 'a', is: true }, { q: 'b', is: true }] }, 'a') // { q: 'b', is: true }
 * @example conditionWithout({ not: { q: 'a', is: false } }, 'a') // true
 */
export const conditionWithout = (condition: Condition, question: string): Left => {
  if (!testsIn(condition).some(({ q }) => q === question)) return condition;
  if ('all' in condition)
    return several(
      condition.all.map((each) => conditionWithout(each, question)),
      'all',
    );
  if ('any' in condition)
    return several(
      condition.any.map((each) => conditionWithout(each, question)),
      'any',
    );
  if ('not' in condition) {
    const left = conditionWithout(condition.not, question);
    return typeof left === 'boolean' ? !left : { not: left };
  }
  return 'answered' in condition && !condition.answered;
};
