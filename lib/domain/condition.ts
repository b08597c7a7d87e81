/**
 * When a question or a page is shown: a closed little language over answers already held, with no code in it, so that it can be
 * checked, walked exhaustively and said in a plain sentence. Not what the answers mean.
 */
import * as z from 'zod';
import type { Value } from './answer.ts';
import { QuestionId } from './question-id.ts';

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly q: QuestionId; readonly is: string | boolean }
  | { readonly q: QuestionId; readonly in: readonly string[] }
  | { readonly q: QuestionId; readonly gte: number }
  | { readonly q: QuestionId; readonly lte: number }
  | { readonly q: QuestionId; readonly answered: boolean };

/** `is` and `in` name option ids, or yes and no; of a question with many answers, one of them is enough. */
export const Condition: z.ZodType<Condition, Condition> = z.lazy(() =>
  z.union([
    z.object({ all: z.array(Condition).min(1) }).strict(),
    z.object({ any: z.array(Condition).min(1) }).strict(),
    z.object({ not: Condition }).strict(),
    z.object({ q: QuestionId, is: z.union([z.string(), z.boolean()]) }).strict(),
    z.object({ q: QuestionId, in: z.array(z.string()).min(1) }).strict(),
    z.object({ q: QuestionId, gte: z.number() }).strict(),
    z.object({ q: QuestionId, lte: z.number() }).strict(),
    z.object({ q: QuestionId, answered: z.boolean() }).strict(),
  ]),
);

/** A condition about one question. */
export type Test = Extract<Condition, { q: QuestionId }>;

/** Every test in a condition, in the order written. */
export const testsIn = (condition: Condition): Test[] => {
  if ('all' in condition) return condition.all.flatMap(testsIn);
  if ('any' in condition) return condition.any.flatMap(testsIn);
  return 'not' in condition ? testsIn(condition.not) : [condition];
};

/** The answer held to a question; nothing when there is none. */
export type Held = (question: QuestionId) => Value | undefined;

/** The options chosen; of a life area, the statement. */
const chosen = (value: Value): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.filter((each): each is string => typeof each === 'string');
  return typeof value === 'object' && 'option' in value ? [value.option] : [];
};

const holds = (test: Test, value: Value | undefined): boolean => {
  if ('answered' in test) return (value !== undefined) === test.answered;
  if (value === undefined) return false;
  if ('is' in test) return typeof test.is === 'boolean' ? value === test.is : chosen(value).includes(test.is);
  if ('in' in test) return chosen(value).some((each) => test.in.includes(each));
  if (typeof value !== 'number') return false;
  return 'gte' in test ? value >= test.gte : value <= test.lte;
};

/** Whether `condition` holds. A test of a question without an answer does not hold, whatever it asks, except `answered: false`. */
export const meets = (condition: Condition | undefined, held: Held): boolean => {
  if (!condition) return true;
  if ('all' in condition) return condition.all.every((each) => meets(each, held));
  if ('any' in condition) return condition.any.some((each) => meets(each, held));
  return 'not' in condition ? !meets(condition.not, held) : holds(condition, held(condition.q));
};
