/** What a plan costs: every way a line can come round, half a penny up, one-offs apart, shares as the pool has them, and the year. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Per, type SupportItem } from '../../lib/domain/plan.ts';
import { itemOncePence, itemWeeklyPence, planOncePence, planWeeklyPence, planYearlyPence } from '../../lib/domain/plan-cost.ts';
import { costing } from '../support/council-with-ways.ts';

const share = { household: 'H-THORNBURY', pool: 1, pence: 3_000 };
const line = (change: Partial<SupportItem>): SupportItem => ({ ...costing(0).items[0], ...change }) as SupportItem;

describe('a week of a line', () => {
  test.each<[per: Per | undefined, units: string, unitPence: number, weekly: number, why: string]>([
    [undefined, '3.5', 2_145, 7_508, 'a week where nothing is said, and £75.075 goes up'],
    ['week', '3.5', 2_145, 7_508, 'the same where it is'],
    ['fortnight', '1', 4_000, 2_000, 'half of it'],
    ['fortnight', '1', 4_001, 2_001, 'half a penny goes up'],
    ['four-weeks', '1', 4_000, 1_000, 'a quarter'],
    ['four-weeks', '1', 4_001, 1_000, 'a quarter of a penny goes'],
    ['four-weeks', '1', 4_002, 1_001, 'half a penny goes up'],
    ['month', '1', 12_000, 2_769, 'twelve in 52 weeks: £27.6923'],
    ['month', '1', 13, 3, 'three pence exactly'],
    ['year', '1', 52_000, 1_000, 'one in 52 weeks'],
    ['year', '1', 26, 1, 'half a penny goes up'],
    ['year', '1', 25, 0, 'less than half goes'],
    ['year', '2', 52_000, 2_000, 'twice a year'],
    ['once', '1', 9_500, 0, 'a one-off is in no week'],
    ['once', '999.99', 10_000_000, 0, 'however large'],
  ])('%s: %s of %i p is %i p: %s', (per, units, unitPence, weekly) => {
    expect(itemWeeklyPence({ units, unitPence, ...(per && { per }) })).toBe(weekly);
  });

  test('every way a line can come round has its row', () => expect(Per.options).toHaveLength(6));

  test('of a share it is the share, whatever else the line says', () => {
    for (const per of Per.options) {
      expect(itemWeeklyPence({ units: '7', unitPence: 9_999, per, share })).toBe(3_000);
      expect(itemOncePence({ units: '7', unitPence: 9_999, per, share })).toBe(0);
    }
  });

  test.each<[per: Per, once: number]>([
    ['once', 9_500],
    ['week', 0],
    ['fortnight', 0],
    ['four-weeks', 0],
    ['month', 0],
    ['year', 0],
  ])('%s is %i p once', (per, once) => expect(itemOncePence({ units: '1', unitPence: 9_500, per })).toBe(once));
  test('half a penny of a one-off goes up too', () => expect(itemOncePence({ units: '0.5', unitPence: 1, per: 'once' })).toBe(1));
});

describe('a plan', () => {
  const rail = line({ unitPence: 9_500, per: 'once' });
  const plan = { items: [line({ unitPence: 15_400 }), line({ unitPence: 6_000 }), rail] };
  test('of £214.00 a week and a £95.00 rail comes to £11,223.00 in its first year', () => {
    expect(planWeeklyPence(plan)).toBe(21_400);
    expect(planOncePence(plan)).toBe(9_500);
    expect(planYearlyPence(plan)).toBe(1_122_300);
    expect(planYearlyPence(plan, 52)).toBe(1_122_300);
  });
  test('a year can have other weeks, and half a penny goes up', () => {
    expect(planYearlyPence({ items: [line({ unitPence: 21_400 })] }, 52.143)).toBe(1_115_860);
    expect(planYearlyPence({ items: [line({ unitPence: 1 })] }, 52.5)).toBe(53);
  });
  test('what comes by the month is twelve of it, whatever a week of it is rounded to', () => {
    const items = [line({ unitPence: 12_000, per: 'month' })];
    expect([planWeeklyPence({ items }), planYearlyPence({ items })]).toEqual([2_769, 144_000]);
    expect(planYearlyPence({ items: [line({ unitPence: 1_001, per: 'fortnight' })] })).toBe(26_026);
    expect(planYearlyPence({ items: [line({ unitPence: 1_001, per: 'four-weeks' })] })).toBe(13_013);
    expect(planYearlyPence({ items: [line({ unitPence: 99, per: 'year' })] })).toBe(99);
  });
  test('of nothing costs nothing', () => expect(planYearlyPence({ items: [] })).toBe(0));
});

test('every line is within half a penny of what it is exactly, halves up, for all lines', () => {
  const WEEKS = { week: [1n, 1n], fortnight: [1n, 2n], 'four-weeks': [1n, 4n], month: [12n, 52n], year: [1n, 52n] } as const;
  const per = fc.constantFrom('week', 'fortnight', 'four-weeks', 'month', 'year');
  fc.assert(
    fc.property(
      per,
      fc.integer({ min: 1, max: 99_999 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      (each, hundredths, unitPence) => {
        const [times, weeks] = WEEKS[each];
        const top = BigInt(hundredths) * BigInt(unitPence) * times;
        const bottom = 100n * weeks;
        const found = BigInt(itemWeeklyPence({ units: (hundredths / 100).toFixed(2), unitPence, per: each }));
        // found = ⌊top/bottom + 1/2⌋
        expect(found).toBe((2n * top + bottom) / (2n * bottom));
      },
    ),
    { numRuns: 10_000 },
  );
});
