/** A date in three boxes that may be left empty: what was typed, to show again, and the day it names. One box is `one-line-date.ts`. */
import type { IsoDate } from '../../../lib/domain/calendar.ts';
import type { DateParts } from '../kit/date-input.tsx';
import { type Typed, text } from '../page.ts';
import { readDate } from './read-date.ts';

/** The three boxes as they were sent. */
export const boxesOf = (typed: Typed, field: string): Required<DateParts> => ({
  day: text(typed, `${field}-day`).trim(),
  month: text(typed, `${field}-month`).trim(),
  year: text(typed, `${field}-year`).trim(),
});

/** Three boxes as a form would send them. @example boxes('starts', { day: '3', month: '4', year: '2026' }) // { 'starts-day': '3', … } */
export const boxes = (field: string, { day = '', month = '', year = '' }: DateParts): Typed => ({
  [`${field}-day`]: day,
  [`${field}-month`]: month,
  [`${field}-year`]: year,
});

export type Day = { readonly date?: IsoDate | undefined; readonly message?: string | undefined };

/** The day in the boxes, none where all of them are empty, or what to put right. */
export const dayIn = (typed: Typed, field: string): Day => {
  const { day, month, year } = boxesOf(typed, field);
  if (`${day}${month}${year}` === '') return {};
  const read = readDate(day ?? '', month ?? '', year ?? '');
  return 'date' in read ? read : { message: read.message };
};
