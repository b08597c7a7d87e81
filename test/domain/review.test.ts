/** When support is looked at next, and what must be written about a review. */
import { describe, expect, test } from 'vitest';
import { ReviewRule } from '../../lib/domain/council.ts';
import { nextReview, ReviewContent } from '../../lib/domain/review.ts';

const rule = { firstAfterWeeks: 6, thenEveryMonths: 12 };

test.each([
  ['2026-11-21', true, '2027-01-02', 'six weeks after a new plan'],
  ['2027-01-02', false, '2028-01-02', 'twelve months after a review'],
  ['2028-02-29', false, '2029-02-28', 'a leap day has no anniversary'],
  ['2026-12-31', true, '2027-02-11', 'over the new year'],
  ['2026-03-20', true, '2026-05-01', 'over the clocks going forward'],
])('from %s (new plan: %s): %s, %s', (from, isNew, due) => expect(nextReview(rule, from, isNew)).toBe(due));

describe('a council', () => {
  test.each<[string, object, boolean]>([
    ['may be quicker', { firstAfterWeeks: 4, thenEveryMonths: 6 }, true],
    ['is never slower at first', { firstAfterWeeks: 9, thenEveryMonths: 12 }, false],
    ['nor later on', { firstAfterWeeks: 6, thenEveryMonths: 13 }, false],
    ['cannot choose no review', { firstAfterWeeks: 0, thenEveryMonths: 12 }, false],
    ['nor leave it out', { firstAfterWeeks: 6 }, false],
  ])('%s', (_, wanted, fine) => expect(ReviewRule.safeParse(wanted).success).toBe(fine));
});

describe('a record of a review', () => {
  const content = { outcome: 'no-change', achieved: 'fully', inTheirWords: '', reasons: 'All is well.' };
  test.each<[string, object, boolean]>([
    ['says why', content, true],
    ['is not one without', { ...content, reasons: ' ' }, false],
    ['has an outcome of the list', { ...content, outcome: 'less-money' }, false],
    ['says how far the outcomes were reached', { ...content, achieved: 'perhaps' }, false],
  ])('%s', (_, given, fine) => expect(ReviewContent.safeParse(given).success).toBe(fine));
});
