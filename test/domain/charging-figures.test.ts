/** The dated figures: every cell of the reference, nothing made up, and the newest with a source. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ChargingFigures, FIGURE_NAMES, newestFigure, yearOn } from '../../lib/domain/charging-figures.ts';

const file = JSON.parse(readFileSync('workflows/charging/england.json', 'utf8'));
const england = ChargingFigures.parse(file);
const TODAY = '2026-11-21';

describe('England', () => {
  test.each([
    ['2015/16 to 2021/22', { single18to24: 7240, single25toPensionAge: 9140, singlePensionAge: 18_900, disabilityPremium: 4035 }],
    ['2015/16 to 2021/22', { enhancedDisabilityPremium: 1970, perChild: 8365, personalExpenses: 2490, loneParent: 9140 }],
    ['2015/16 to 2021/22', { coupleEach: 7180, couplePensionAgeEach: 14_430 }],
    [
      '2022/23',
      { single18to24: 7460, single25toPensionAge: 9415, singlePensionAge: 19_470, perChild: 8620, personalExpenses: 2565 },
    ],
    ['2023/24', { personalExpenses: 2825 }],
    ['2024/25', { personalExpenses: 3015 }],
    ['2025/26', { single18to24: 8915, single25toPensionAge: 11_250, disabilityPremium: 4965, enhancedDisabilityPremium: 2425 }],
    ['2025/26', { personalExpenses: 3065, lowerLimit: 1_425_000, upperLimit: 2_325_000 }],
  ])('%s has %o', (year, pence) => {
    expect(england.years.find((each) => each.year === year)?.pence).toMatchObject(pence);
  });

  test('2026/27 was not found: it holds no figure, and names every one as to be confirmed', () => {
    const year = england.years.at(-1);
    expect(year).toMatchObject({ year: '2026/27', pence: {} });
    expect(year?.toConfirm).toEqual([...FIGURE_NAMES]);
  });

  test('a year with figures says where they come from', () => {
    for (const { pence, sources } of england.years) expect(sources.length > 0).toBe(Object.keys(pence).length > 0);
  });

  test('its schema, for editors that help while one types, is current', () => {
    const schema = z.toJSONSchema(ChargingFigures, { target: 'draft-7', io: 'input' });
    expect(JSON.parse(readFileSync('workflows/charging/charging.schema.json', 'utf8'))).toEqual(schema);
  });
});

describe('the newest figure with a source', () => {
  test.each([
    ['single25toPensionAge', TODAY, { pence: 11_250, year: '2025/26', inForce: false }],
    ['single25toPensionAge', '2026-04-05', { pence: 11_250, year: '2025/26', inForce: true }],
    ['singlePensionAge', TODAY, { pence: 19_470, year: '2022/23', inForce: false }],
    ['singlePensionAge', '2016-01-01', { pence: 18_900, year: '2015/16 to 2021/22', inForce: true }],
    ['carerPremium', TODAY, undefined],
    ['upperLimit', '2015-04-05', undefined],
  ] as const)('%s on %s', (name, on, found) => {
    expect(newestFigure(england, name, on)).toEqual(found);
  });
  test('the year of a day is known even where its figures are not', () => {
    expect(yearOn(england, TODAY)).toBe('2026/27');
    expect(yearOn(england, '2030-01-01')).toBeUndefined();
  });
});

describe('refused', () => {
  type Year = { pence: Record<string, unknown>; toConfirm: string[]; from: string; until: string; sources: string[] };
  const spoilt = (spoil: (years: Year[]) => void) => {
    const copy = structuredClone(file) as { years: Year[] };
    spoil(copy.years);
    const read = ChargingFigures.safeParse(copy);
    return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
  };
  const change = (place: number, more: (year: Year) => Partial<Year>) => (years: Year[]) => {
    const year = years[place];
    if (year) years[place] = { ...year, ...more(year) };
  };
  test.each<[string, (years: Year[]) => void, string]>([
    ['a figure that is neither there nor to be confirmed', change(4, () => ({ toConfirm: [] })), 'years.4.pence'],
    ['a figure that is both', change(4, ({ toConfirm }) => ({ toConfirm: [...toConfirm, 'upperLimit'] })), 'years.4.toConfirm'],
    ['a figure below 0', change(4, ({ pence }) => ({ pence: { ...pence, upperLimit: -1 } })), 'years.4.pence.upperLimit'],
    [
      'a figure with part of a penny',
      change(4, ({ pence }) => ({ pence: { ...pence, upperLimit: 0.5 } })),
      'years.4.pence.upperLimit',
    ],
    ['a figure nobody knows', change(4, ({ pence }) => ({ pence: { ...pence, upperLimt: 1 } })), 'years.4.pence'],
    ['limits the wrong way round', change(4, ({ pence }) => ({ pence: { ...pence, lowerLimit: 2_325_000 } })), 'years.4.pence'],
    ['figures without a source', change(4, () => ({ sources: [] })), 'years.4.sources'],
    ['two years on one day', change(4, () => ({ from: '2025-04-05' })), 'years.4.from'],
    ['a year that ends before it begins', change(5, () => ({ until: '2026-04-05' })), 'years.5.until'],
  ])('%s', (_name, spoil, where) => {
    expect(spoilt(spoil)).toContain(where);
  });
});
