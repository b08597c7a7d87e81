/**
 * Days as people in the United Kingdom count them. Not a clock: the caller passes `now`, and every day is a day in London, so that
 * a promise made for Friday ends when Friday ends there, in summer and in winter.
 */
import * as z from 'zod';

/** A real day of the calendar, written 2026-04-03. */
export const IsoDate = z.iso.date('A date is written like 2026-04-03.');
export type IsoDate = z.infer<typeof IsoDate>;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const IN_LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The day it is in London at the instant `now`.
 * @example toIsoDate(new Date('2026-06-30T23:30:00Z')) // '2026-07-01': summer time is an hour ahead
 */
export const toIsoDate = (now: Date): IsoDate => {
  const part = new Map(IN_LONDON.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${part.get('year')}-${part.get('month')}-${part.get('day')}`;
};

const parts = (date: IsoDate): [year: number, month: number, day: number] => {
  const [year = 0, month = 1, day = 1] = IsoDate.parse(date).split('-').map(Number);
  return [year, month, day];
};
/** The calendar is counted in UTC, where every day has 24 hours; only instants are turned into London days. */
const midnightUtc = (date: IsoDate): number => {
  const [year, month, day] = parts(date);
  return Date.UTC(year, month - 1, day);
};
const fromUtc = (ms: number): IsoDate => new Date(ms).toISOString().slice(0, 10);

/** @example addDays('2026-12-31', 1) // '2027-01-01' */
export const addDays = (date: IsoDate, days: number): IsoDate => fromUtc(midnightUtc(date) + days * DAY_MS);

/** @example addWeeks('2026-11-21', 6) // '2027-01-02' */
export const addWeeks = (date: IsoDate, weeks: number): IsoDate => addDays(date, weeks * 7);

/**
 * The same day of the month, some months on; where that month is shorter, its last day.
 * @example addMonths('2026-01-31', 1) // '2026-02-28'
 */
export const addMonths = (date: IsoDate, months: number): IsoDate => {
  const [year, month, day] = parts(date);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return fromUtc(Date.UTC(year, month - 1 + months, Math.min(day, last)));
};

const isWorkingDay = (date: IsoDate, bankHolidays: ReadonlySet<IsoDate>): boolean => {
  const weekday = new Date(midnightUtc(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !bankHolidays.has(date);
};

/**
 * The `count`-th working day after `date`: Saturdays, Sundays and the bank holidays given are not counted. 0 is `date` itself,
 * whatever day it is. Only counts forward.
 * @example addWorkingDays('2026-04-02', 1, ['2026-04-03', '2026-04-06']) // '2026-04-07': Good Friday to Easter Monday are not counted
 */
export const addWorkingDays = (date: IsoDate, count: number, bankHolidays: readonly IsoDate[]): IsoDate => {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of working days: ${count}`);
  const holidays = new Set(bankHolidays);
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
};

/** @example formatDate('2026-04-03') // '3 April 2026' */
export const formatDate = (date: IsoDate): string => {
  const [year, month, day] = parts(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
};

/** The instant `date` begins in London: midnight UTC in winter, an hour before it in summer. Clocks never change at midnight there. */
const beginsAt = (date: IsoDate): number => {
  const midnight = midnightUtc(date);
  return toIsoDate(new Date(midnight - HOUR_MS)) === date ? midnight - HOUR_MS : midnight;
};

/** A promise that has already passed still leaves the machine this long to hear of it. */
const LEAST_SECONDS = 60;

/**
 * How many seconds are left from `now` until `date` is over in London, rounded up; never less than 60.
 * @example secondsUntilEndOf('2026-03-29', new Date('2026-03-29T00:00:00Z')) // 82800: the clocks go forward, the day has 23 hours
 */
export const secondsUntilEndOf = (date: IsoDate, now: Date): number =>
  Math.max(LEAST_SECONDS, Math.ceil((beginsAt(addDays(date, 1)) - now.getTime()) / 1000));
