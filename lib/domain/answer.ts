/**
 * What an answer can be, for each type of question. Money is whole pence, dates are ISO dates, options are ids and never words.
 * `talk` is an answer too: “I would rather talk about this” lets a person send the rest. How answers are typed is a page's business.
 */
import * as z from 'zod';
import { StoryAnswer } from './assessment.ts';

export const LONGEST_LINE = 200;
export const LONGEST_TEXT = 4000;
/** One item must hold every answer of a person, so a list has an end. */
export const MOST_ROWS = 10;

export const Address = z
  .object({
    lines: z.array(z.string().trim().min(1).max(LONGEST_LINE)).min(1).max(3),
    town: z.string().trim().max(100).default(''),
    postcode: z.string().max(10),
  })
  .strict();
export type Address = z.infer<typeof Address>;

/** “I would rather talk about this”: it counts as answered, and the worker is told. */
export const Talk = z.object({ talk: z.literal(true) }).strict();
export const TALK: z.infer<typeof Talk> = { talk: true };

/** The answer to one field inside a group. */
const Single = z.union([z.string().max(LONGEST_TEXT), z.boolean(), z.number(), z.array(z.string().max(80)).max(40)]);
export const Row = z.record(z.string().max(60), Single);
export type Row = z.infer<typeof Row>;

export const Value = z.union([Single, Address, Talk, StoryAnswer, z.array(Row).max(MOST_ROWS)]);
export type Value = z.infer<typeof Value>;

export const isTalk = (value: Value | undefined): value is z.infer<typeof Talk> =>
  typeof value === 'object' && !Array.isArray(value) && 'talk' in value;
export const isLifeArea = (value: Value | undefined): value is StoryAnswer =>
  typeof value === 'object' && !Array.isArray(value) && 'option' in value;
export const isAddress = (value: Value | undefined): value is Address =>
  typeof value === 'object' && !Array.isArray(value) && 'lines' in value;

const inOrder = (_name: string, part: unknown): unknown =>
  typeof part === 'object' && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
    : part;

/** The same answer written in one way only: a table gives the parts of an answer back in an order of its own. */
export const writtenOut = (value: Value | undefined): string => JSON.stringify(value ?? null, inOrder);
export const isSame = (one: Value | undefined, other: Value | undefined): boolean => writtenOut(one) === writtenOut(other);
