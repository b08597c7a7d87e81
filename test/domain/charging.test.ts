/** What people pay: every test value of the reference by name, then what holds for all amounts. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CapitalRules, ContributionInput, capitalRulesOn, contributionOf, tariffIncome } from '../../lib/domain/charging.ts';
import { ChargingFigures } from '../../lib/domain/charging-figures.ts';

const england = ChargingFigures.parse(JSON.parse(readFileSync('workflows/charging/england.json', 'utf8')));
const found = capitalRulesOn(england, '2026-11-21');
if (!found) throw new Error('the figures of England have limits');
const rules: CapitalRules = found;

const input = (change: Partial<ContributionInput> = {}): ContributionInput => ({
  assessableIncomePence: 25_000,
  capitalPence: 1_500_100,
  housingCostsPence: 2_000,
  drePence: 1_550,
  migPence: 11_250 + 4_965,
  costOfSupportPence: 18_011,
  ...change,
});

describe('tariff income, by the pound', () => {
  test.each([
    [0, 0],
    [14_250, 0],
    [14_251, 1],
    [14_500, 1],
    [14_501, 2],
    [15_001, 4],
    [23_250, 36],
    [23_251, 'full cost'],
    [10_000_000, 'full cost'],
  ] as const)('tariff(%i) = %s', (pounds, expected) => {
    expect(tariffIncome(pounds * 100, rules)).toBe(expected === 'full cost' ? 'full-cost' : expected * 100);
  });

  test('a penny above a step begins the next, a penny above the upper limit is the full cost', () => {
    expect(tariffIncome(1_425_001, rules)).toBe(100);
    expect(tariffIncome(1_450_001, rules)).toBe(200);
    expect(tariffIncome(2_325_001, rules)).toBe('full-cost');
  });
});

describe('the example of the reference', () => {
  test('£250 income, £15,001 saved, £20 housing, £15.50 extra costs, guarantee 112.50 + 49.65 → £56.35 a week', () => {
    expect(contributionOf(input(), rules)).toMatchObject({ contributionPence: 5_635, tariffIncomePence: 400, fullCost: false });
  });

  test('each step is a line, in words, and those that count add up to what is left over', () => {
    const { lines } = contributionOf(input(), rules);
    expect(lines.map(({ kind, pence }) => [kind, pence])).toEqual([
      ['income', 25_000],
      ['tariff', 400],
      ['housing', -2_000],
      ['dre', -1_550],
      ['mig', -16_215],
      ['left-over', 5_635],
      ['cost', 18_011],
      ['contribution', 5_635],
      ['figures', null],
    ]);
    for (const { label, detail } of lines) expect(`${label} ${detail}`).toMatch(/^[A-Z].*\.$/s);
  });

  test('£23,251 saved: the whole cost, and it says so', () => {
    const { lines, ...sums } = contributionOf(input({ capitalPence: 2_325_100 }), rules);
    expect(sums).toEqual({ contributionPence: 18_011, tariffIncomePence: 0, fullCost: true });
    expect(lines.map(({ kind }) => kind)).toEqual(['full-cost', 'cost', 'contribution', 'figures']);
    expect(lines[0]?.detail).toContain('£23,250.00');
  });

  test.each([
    ['less than the guarantee', { assessableIncomePence: 10_000 }, 0],
    ['more than the support costs', { assessableIncomePence: 90_000 }, 18_011],
    ['support that costs nothing', { costOfSupportPence: 0 }, 0],
    ['support that costs nothing, savings above the limit', { costOfSupportPence: 0, capitalPence: 2_325_001 }, 0],
  ])('%s', (_name, change, pence) => {
    const contribution = contributionOf(input(change), rules);
    expect(contribution.contributionPence).toBe(pence);
    expect(Object.is(contribution.contributionPence, -0)).toBe(false);
  });

  test('the year of the limits is named, and whether it is still in force', () => {
    const last = (on: string) => contributionOf(input(), capitalRulesOn(england, on) ?? rules).lines.at(-1)?.detail;
    expect(last('2025-12-01')).toBe('£14,250.00 and £23,250.00, the limits of 2025/26.');
    expect(last('2026-11-21')).toContain('Later ones have not been found yet.');
  });
});

const amount = fc.integer({ min: 0, max: 60_000 });
const anyInput = fc.record({
  assessableIncomePence: amount,
  capitalPence: fc.integer({ min: 0, max: 3_000_000 }),
  housingCostsPence: amount,
  drePence: amount,
  migPence: amount,
  costOfSupportPence: amount,
});
const RUNS = { numRuns: 2_000 };

describe('for all amounts', () => {
  test('the contribution is a whole number of pence between 0 and the cost', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { contributionPence } = contributionOf(given, rules);
        expect(Number.isInteger(contributionPence)).toBe(true);
        expect(contributionPence).toBeGreaterThanOrEqual(0);
        expect(contributionPence).toBeLessThanOrEqual(given.costOfSupportPence);
      }),
      RUNS,
    );
  });

  test('below the upper limit nobody is left with less than the guarantee, housing costs and extra costs', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { contributionPence, tariffIncomePence, fullCost } = contributionOf(given, rules);
        if (fullCost || contributionPence === 0) return;
        const kept = given.assessableIncomePence + tariffIncomePence - contributionPence;
        expect(kept).toBeGreaterThanOrEqual(given.migPence + given.housingCostsPence + given.drePence);
      }),
      RUNS,
    );
  });

  test.each(['assessableIncomePence', 'capitalPence', 'costOfSupportPence'] as const)('more %s never lowers it', (field) => {
    fc.assert(
      fc.property(anyInput, amount, (given, more) => {
        const after = contributionOf({ ...given, [field]: given[field] + more }, rules).contributionPence;
        expect(after).toBeGreaterThanOrEqual(contributionOf(given, rules).contributionPence);
      }),
      RUNS,
    );
  });

  test.each(['housingCostsPence', 'drePence', 'migPence'] as const)('more %s never raises it', (field) => {
    fc.assert(
      fc.property(anyInput, amount, (given, more) => {
        const after = contributionOf({ ...given, [field]: given[field] + more }, rules).contributionPence;
        expect(after).toBeLessThanOrEqual(contributionOf(given, rules).contributionPence);
      }),
      RUNS,
    );
  });

  test('the lines that count add up to what is left over', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { lines, fullCost } = contributionOf(given, rules);
        if (fullCost) return;
        const counted = lines.filter(({ kind }) => ['income', 'tariff', 'housing', 'dre', 'mig'].includes(kind));
        const left = lines.find(({ kind }) => kind === 'left-over');
        expect(counted.reduce((total, { pence }) => total + (pence ?? 0), 0)).toBe(left?.pence);
      }),
      RUNS,
    );
  });
});

describe('refused as input', () => {
  test.each([
    ['negative', { drePence: -1 }],
    ['a fraction of a penny', { drePence: 0.5 }],
    ['not a number', { drePence: Number.NaN }],
    ['without end', { drePence: Number.POSITIVE_INFINITY }],
    ['more than ten million pounds', { capitalPence: 1_000_000_001 }],
    ['words', { drePence: '15.50' }],
    ['missing', { drePence: undefined }],
    ['a field nobody knows', { dre: 1 }],
  ])('%s', (_name, change) => {
    expect(ContributionInput.safeParse({ ...input(), ...change }).success).toBe(false);
  });
  test('minus nothing is nothing', () => {
    expect(Object.is(ContributionInput.parse({ ...input(), drePence: -0 }).drePence, 0)).toBe(true);
  });
});
