/** A date from three boxes, as people write dates: month names count, and what is missing or impossible is said. */
import { IsoDate } from '../../../lib/domain/calendar.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** @example monthNumber('Sept') // 9 */
const monthNumber = (typed: string): number | undefined => {
  if (/^\d{1,2}$/.test(typed)) return Number(typed);
  const at = MONTHS.indexOf(typed.toLowerCase().slice(0, 3));
  return typed.length >= 3 && at >= 0 ? at + 1 : undefined;
};

export type ReadDate = { readonly date: IsoDate } | { readonly message: string; readonly part: 'day' | 'month' | 'year' };

/**
 * The day that three boxes name, or what to put right.
 * @example readDate('3', 'April', '1951') // { date: '1951-04-03' }
 * @example readDate('31', '2', '1951') // a message: there is no such day
 */
export const readDate = (day: string, month: string, year: string): ReadDate => {
  if (!/^\d{1,2}$/.test(day)) return { message: 'Write the day as a number, such as 27.', part: 'day' };
  const number = monthNumber(month);
  if (number === undefined || number < 1 || number > 12)
    return { message: 'Write the month as a number or a name, such as 3 or March.', part: 'month' };
  if (!/^\d{4}$/.test(year)) return { message: 'Write all four numbers of the year, such as 1951.', part: 'year' };
  const read = IsoDate.safeParse(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`);
  return read.success ? { date: read.data } : { message: 'There is no such day. Check the day and the month.', part: 'day' };
};
