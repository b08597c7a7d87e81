/** Numbers and money as somebody types them into an administrators' form: read, or what to put right. Dates are `three-box-date.ts`. */
import { parsePounds } from '../../../lib/domain/money.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { type Typed, text } from '../page.ts';

/** A value, or the message for its field. `undefined` as a value: the box was left empty where it may be. */
export type Figure = { readonly value: number | undefined } | { readonly message: string };

const POUNDS = 'Write an amount in pounds, such as 120 or 120.50.';
export const poundsIn = (typed: Typed, field: string): Figure => {
  const value = text(typed, field).trim();
  if (value === '') return { value: undefined };
  const pence = parsePounds(value);
  return pence === undefined ? { message: POUNDS } : { value: pence };
};

export const wholeIn = (typed: Typed, field: string): Figure => {
  const value = text(typed, field).trim();
  if (value === '') return { value: undefined };
  return /^\d{1,7}$/.test(value) ? { value: Number(value) } : { message: 'Write a whole number, such as 12.' };
};

/** With up to two decimals, as points may have. */
export const numberIn = (typed: Typed, field: string): Figure => {
  const value = text(typed, field).trim();
  if (value === '') return { value: undefined };
  return /^\d{1,7}(\.\d{1,2})?$/.test(value) ? { value: Number(value) } : { message: 'Write a number, such as 12 or 2.5.' };
};

/** The same, of a box that has to be filled. @example needed(wholeIn(typed, 'weeks'), 'Write how many weeks.') */
export const needed = (figure: Figure, message: string): Figure =>
  'value' in figure && figure.value === undefined ? { message } : figure;

/** The messages of those that could not be read, by their fields. */
export const figureErrors = (figures: Readonly<Record<string, Figure>>): FieldErrors =>
  Object.fromEntries(
    Object.entries(figures).flatMap(([field, figure]) => ('message' in figure ? [[field, figure.message]] : [])),
  );

/** What was read; nothing where it could not be or was left empty. */
export const figure = (read: Figure): number | undefined => ('value' in read ? read.value : undefined);
