/** A date in one box, for staff who write many of them: 30 11 2026, 30/11/2026 or 30 November 2026. Citizens get three boxes. */
import { formatDate, type IsoDate } from '../../../lib/domain/calendar.ts';
import { type ReadDate, readDate } from './read-date.ts';

/** A stored date as it is shown in the box; nothing for no date. @example dayText('2026-11-30') // '30 November 2026' */
export const dayText = (date: IsoDate | undefined): string => (date ? formatDate(date) : '');

/**
 * The day somebody typed; `undefined` for an empty box.
 * @example readDay('30/11/2026') // { date: '2026-11-30' }
 */
export const readDay = (typed: string): ReadDate | undefined => {
  const [day = '', month = '', year = '', ...more] = typed.trim().split(/[\s/.-]+/);
  if (day === '') return undefined;
  return readDate(day, month, more.length > 0 ? '' : year);
};
