/**
 * A domain schema over what a form sent, with our own sentences instead of the schema's. The page says where each part of the value
 * is on the page; too long is always said the same way.
 */
import type * as z from 'zod';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { type Typed, text } from '../page.ts';
import { WHOLE_PAGE } from '../settle.tsx';

/** A text of several lines. Browsers send a line break as two characters; the person typed one. */
export const written = (typed: Typed, field: string): string => text(typed, field).replaceAll('\r\n', '\n');

export type Read<T> = { readonly value: T } | { readonly errors: FieldErrors };

/** Where a part of the value is on the page, and how to put it right; without a sentence the schema's own is shown. */
export type Place = (
  path: readonly PropertyKey[],
) => { readonly field: string; readonly message?: string | undefined } | undefined;

const tooLong = (issue: z.core.$ZodIssue): string | undefined =>
  issue.code === 'too_big' && issue.origin === 'string' ? `Make this shorter: at most ${issue.maximum} characters.` : undefined;

export const readPlainly = <T>(schema: z.ZodType<T>, value: unknown, place: Place): Read<T> => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const at = place(issue.path);
    errors[at?.field ?? WHOLE_PAGE] ??= tooLong(issue) ?? at?.message ?? issue.message;
  }
  return { errors };
};
