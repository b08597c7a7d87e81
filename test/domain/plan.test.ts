/** What a plan costs, what it may say and which needs it leaves silent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OtherWay, PlanContent, SupportItem, Units, uncoveredNeeds } from '../../lib/domain/plan.ts';
import { itemWeeklyPence, planWeeklyPence } from '../../lib/domain/plan-cost.ts';
import { plan } from '../support/case-so-far.ts';

describe('a line', () => {
  test.each([
    ['3.5', 2145, 7508, 'half a penny goes up'],
    ['1', 1, 1, 'a penny'],
    ['0.01', 50, 1, 'half a penny alone'],
    ['0.01', 49, 0, 'just under half a penny'],
    ['0.25', 1000, 250, 'a quarter'],
    ['7', 1999, 13_993, 'a night, every night'],
    ['168', 10_000_000, 1_680_000_000, 'as much as there can be'],
  ])('%s a week at %i p is %i p: %s', (units, unitPence, weekly) => expect(itemWeeklyPence({ units, unitPence })).toBe(weekly));

  test.each(['1', '3.5', '0.25', '168', '999.99', '01'])('may be %s a week', (units) =>
    expect(Units.safeParse(units).success).toBe(true),
  );
  test.each(['0', '0.0', '0.00', '000', '-1', '1.234', '1e3', ' 1', '1,5', '', '1000', 'half'])('not “%s” a week', (units) =>
    expect(Units.safeParse(units).success).toBe(false),
  );

  const line = plan.items[0];
  test.each<[string, object]>([
    ['without a name', { ...line, what: ' ' }],
    ['that meets nothing', { ...line, meets: [] }],
    ['that meets what is no outcome', { ...line, meets: ['CA-FLYING'] }],
    ['for less than nothing', { ...line, unitPence: -1 }],
    ['for a part of a penny', { ...line, unitPence: 0.5 }],
    ['above £100,000', { ...line, unitPence: 10_000_001 }],
    ['with something nobody asked for', { ...line, discount: 10 }],
  ])('%s is no line', (_, bad) => expect(SupportItem.safeParse(bad).success).toBe(false));
});

test('a free line is a line: a men’s shed costs nothing and helps all the same', () => {
  const free = { what: 'Men’s shed', unit: 'visit', units: '1', unitPence: 0, meets: ['CA-RELATIONSHIPS'] };
  expect(SupportItem.safeParse(free).success).toBe(true);
});

test('another way always says why', () => {
  expect(OtherWay.safeParse({ outcome: 'CA-HYGIENE', how: 'unmet', reason: ' ' }).success).toBe(false);
});

test('the cost is the sum of the lines as people see them, whatever they are', () => {
  const items = fc.array(
    fc.record({
      units: fc.integer({ min: 1, max: 99_999 }).map((hundredths) => (hundredths / 100).toFixed(2)),
      unitPence: fc.integer({ min: 0, max: 10_000_000 }),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(items, (lines) => {
      const drawn = lines.map((line) => ({ ...line, what: 'x', provider: '', unit: 'hour' as const, meets: [] }));
      const shown = drawn.map(itemWeeklyPence);
      expect(planWeeklyPence({ items: drawn })).toBe(shown.reduce((sum, pence) => sum + pence, 0));
      for (const [place, line] of lines.entries()) {
        const exact = BigInt(line.units.replace('.', '')) * BigInt(line.unitPence);
        expect(BigInt(shown[place] ?? -1)).toBe((exact + 50n) / 100n);
      }
    }),
    { numRuns: 300 },
  );
});

describe('a need left silent', () => {
  test.each([
    [['CA-HYGIENE', 'CA-COMMUNITY'], []],
    [['CA-NUTRITION'], ['CA-NUTRITION']],
    [
      ['CA-HYGIENE', 'CA-NUTRITION', 'CA-WTEV'],
      ['CA-NUTRITION', 'CA-WTEV'],
    ],
    [[], []],
  ] as const)('of %j: %j', (eligible, open) => expect(uncoveredNeeds(plan, eligible)).toEqual(open));

  test('is not silent once another way is written down', () => {
    const content = PlanContent.parse({
      ...plan,
      otherWays: [{ outcome: 'CA-NUTRITION', how: 'carer', reason: 'Her son cooks.' }],
    });
    expect(uncoveredNeeds(content, ['CA-NUTRITION'])).toEqual([]);
  });
});
