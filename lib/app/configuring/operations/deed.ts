/**
 * What every operation is made of: how it is written down, what it is about, its sentence for the list of changes, and what it does.
 * Not the list of them (`../operation.ts`). Nothing here throws: what cannot be done is a sentence.
 */
import * as z from 'zod';
import type { Documents } from '../documents.ts';

/** Why an operation cannot be done on these documents: one plain sentence, and nothing was changed. */
export type CannotDo = { readonly cannot: string };
export const cannot = (why: string): CannotDo => ({ cannot: why });
export const isCannot = (result: unknown): result is CannotDo =>
  typeof result === 'object' && result !== null && 'cannot' in result && typeof result.cannot === 'string';

export type Does<O> = {
  /** The thing it is about, read like a path: `pathways/adult-care/stages/quality-check`. */
  readonly touches: (operation: O) => string;
  /** One plain sentence about the change, told of the documents as they are before it. */
  readonly words: (documents: Documents, operation: O) => string;
  readonly apply: (documents: Documents, operation: O) => Documents | CannotDo;
};

type Schema<T extends string, F extends z.ZodRawShape> = z.ZodObject<{ type: z.ZodLiteral<T> } & F, z.core.$strict>;
export type Deed<T extends string, F extends z.ZodRawShape> = { readonly type: T; readonly schema: Schema<T, F> } & Does<
  z.infer<Schema<T, F>>
>;

/** One kind of operation: its name, its fields and what it does. */
export const deed = <T extends string, F extends z.ZodRawShape>(
  type: T,
  fields: F,
  does: Does<z.infer<Schema<T, F>>>,
): Deed<T, F> => ({ type, schema: z.object({ type: z.literal(type), ...fields }).strict() as Schema<T, F>, ...does });

/** A group of fields as somebody wrote it. What it must be is said when it is put in its place, in a sentence and not at the door. */
export const Json = z.record(z.string(), z.unknown());
export type Json = z.infer<typeof Json>;

export const quoted = (words: string): string => `“${words}”`;

/** @example listed(['a', 'b', 'c']) // 'a, b and c' */
export const listed = (words: readonly string[], joined: 'and' | 'or' = 'and'): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${joined} ${words.at(-1)}`;

/** The words as the beginning of a sentence. @example begun('the page “a”') // 'The page “a”' */
export const begun = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A field of something nobody has checked yet, as far as it is text. */
export const textOf = (json: Json, field: string): string => {
  const value = Object.hasOwn(json, field) ? json[field] : undefined;
  return typeof value === 'string' ? value : '';
};
