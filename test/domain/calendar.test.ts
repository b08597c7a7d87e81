import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addWeeks,
  addWorkingDays,
  formatDate,
  IsoDate,
  secondsUntilEndOf,
  toIsoDate,
} from '../../lib/domain/calendar.ts';

const anyDate = fc
  .date({ min: new Date('2000-01-01T12:00:00Z'), max: new Date('2090-12-31T12:00:00Z'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

describe('a day', () => {
  test.each(['2026-04-03', '2024-02-29'])('%s is one', (date) => expect(IsoDate.safeParse(date).success).toBe(true));
  test.each(['2026-02-29', '2026-13-01', '2026-4-3', '03/04/2026', '2026-04-03T00:00:00Z', ''])('“%s” is none', (date) =>
    expect(IsoDate.safeParse(date).success).toBe(false),
  );
  test('that is none is never counted with', () => expect(() => addDays('2026-02-30', 1)).toThrow());
});

describe('today in London', () => {
  test.each([
    ['2026-01-15T23:59:59Z', '2026-01-15'],
    ['2026-06-30T23:30:00Z', '2026-07-01'],
    ['2026-03-29T00:59:59Z', '2026-03-29'],
    ['2026-10-24T23:00:00Z', '2026-10-25'],
    ['2026-10-25T23:59:59Z', '2026-10-25'],
    ['2026-12-31T23:59:59Z', '2026-12-31'],
  ])('at %s it is %s', (now, date) => expect(toIsoDate(new Date(now))).toBe(date));
});

describe('counting on', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %i days is %s', (date, days, then) => expect(addDays(date, days)).toBe(then));

  test('six weeks from a November day', () => expect(addWeeks('2026-11-21', 6)).toBe('2027-01-02'));

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-05-15', 12, '2027-05-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-31', 0, '2026-12-31'],
  ])('%s and %i months is %s', (date, months, then) => expect(addMonths(date, months)).toBe(then));

  test('a month on is never in the month after the next', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 24 }), (date, months) => {
        const monthsOf = (each: string) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7));
        expect(monthsOf(addMonths(date, months)) - monthsOf(date)).toBe(months);
      }),
    );
  });
});

describe('working days', () => {
  const easter = ['2026-04-03', '2026-04-06'];
  test.each([
    ['Thursday before Easter', '2026-04-02', 1, '2026-04-07'],
    ['Friday to Monday', '2026-05-15', 1, '2026-05-18'],
    ['from a Saturday', '2026-05-16', 1, '2026-05-18'],
    ['ten days is two weeks', '2026-05-11', 10, '2026-05-25'],
    ['none at all', '2026-05-16', 0, '2026-05-16'],
  ])('%s', (_name, date, count, then) => expect(addWorkingDays(date, count, easter)).toBe(then));
  test.each([-1, 1.5, Number.NaN])('%s days cannot be counted', (count) =>
    expect(() => addWorkingDays('2026-05-16', count, [])).toThrow(RangeError),
  );
  test('never end on a weekend or a holiday', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), fc.array(anyDate, { maxLength: 5 }), (date, count, holidays) => {
        const then = addWorkingDays(date, count, holidays);
        expect([0, 6]).not.toContain(new Date(`${then}T12:00:00Z`).getUTCDay());
        expect(holidays).not.toContain(then);
      }),
    );
  });
});

test.each([
  ['2026-04-03', '3 April 2026'],
  ['2026-12-31', '31 December 2026'],
  ['2024-02-29', '29 February 2024'],
])('%s reads %s', (date, text) => expect(formatDate(date)).toBe(text));

describe('how long a day still lasts in London', () => {
  test.each([
    ['a winter day has 24 hours', '2026-01-15', '2026-01-15T00:00:00Z', 86_400],
    ['a summer day begins and ends an hour early', '2026-06-15', '2026-06-14T23:00:00Z', 86_400],
    ['the day the clocks go forward has 23', '2026-03-29', '2026-03-29T00:00:00Z', 23 * 3600],
    ['the day they go back has 25', '2026-10-25', '2026-10-24T23:00:00Z', 25 * 3600],
    ['from the day before the clocks go forward', '2026-03-29', '2026-03-28T00:00:00Z', 47 * 3600],
    ['a part of a second counts as one', '2026-01-15', '2026-01-15T23:58:00.001Z', 120],
    ['the last moment still leaves a minute', '2026-01-15', '2026-01-15T23:59:59Z', 60],
    ['a day gone by too', '2026-01-15', '2026-03-01T00:00:00Z', 60],
  ])('%s', (_name, date, now, seconds) => expect(secondsUntilEndOf(date, new Date(now))).toBe(seconds));

  test('when it runs out it is the next day, and a second before it is not', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const now = new Date(`${addDays(date, -2)}T12:00:00Z`);
        const over = now.getTime() + secondsUntilEndOf(date, now) * 1000;
        expect(toIsoDate(new Date(over))).toBe(addDays(date, 1));
        expect(toIsoDate(new Date(over - 1000))).toBe(date);
      }),
    );
  });
});
