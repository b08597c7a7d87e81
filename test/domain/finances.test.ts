/** What a person pays of a cost, by what was found about their means: each kind of finding, each setting, and without the figures of law. */
import { describe, expect, test } from 'vitest';
import { type FinancesContent as Content, FinancesContent, rulesFor, whatTheyPay } from '../../lib/domain/finances.ts';
import { charging, EXAMPLE } from '../support/council-with-ways.ts';

const rules = rulesFor(charging, '2026-11-02');
const pays = (content: Content | undefined, cost = 21_400) => whatTheyPay(content, cost, rules);

test('the contribution example: £250 income, £15,001 saved, £20 housing, £15.50 extra costs, left with £162.15 → £56.35 a week', () => {
  const found = pays(EXAMPLE);
  expect(found).toMatchObject({ pence: 5_635, standing: 'decided' });
  expect(found?.lines.map(({ kind, pence }) => [kind, pence])).toEqual([
    ['income', 25_000],
    ['tariff', 400],
    ['housing', -2_000],
    ['dre', -1_550],
    ['mig', -16_215],
    ['left-over', 5_635],
    ['cost', 21_400],
    ['contribution', 5_635],
    ['figures', null],
  ]);
});

test.each<[what: string, content: Content | undefined, cost: number, pence: number | undefined, standing?: string]>([
  ['nothing found yet', undefined, 21_400, undefined],
  ['an estimate says that it is one', { ...EXAMPLE, standing: 'estimate' }, 21_400, 5_635, 'estimate'],
  ['no charge', { kind: 'no-charge', reason: 'Six weeks after hospital.' }, 21_400, 0, 'decided'],
  ['the whole cost, by choice', { kind: 'pays-in-full', reason: 'My choice.' }, 21_400, 21_400, 'decided'],
  ['the whole cost of nothing', { kind: 'pays-in-full', reason: 'My choice.' }, 0, 0, 'decided'],
  ['at the upper limit', { ...EXAMPLE, capitalPence: 2_325_000 }, 21_400, 8_835, 'decided'],
  ['a penny above it: the full cost', { ...EXAMPLE, capitalPence: 2_325_001 }, 21_400, 21_400, 'decided'],
  ['more left over than it costs', { ...EXAMPLE, assessableIncomePence: 90_000 }, 21_400, 21_400, 'decided'],
  ['less than the law leaves them', { ...EXAMPLE, assessableIncomePence: 10_000 }, 21_400, 0, 'decided'],
  ['support that costs nothing', EXAMPLE, 0, 0, 'decided'],
])('%s', (_, content, cost, pence, standing) => {
  const found = pays(content, cost);
  expect(found?.pence).toBe(pence);
  expect(found?.standing).toBe(standing);
});

describe('in a care home', () => {
  const home = { ...EXAMPLE, setting: 'care-home', leftWithPence: 3_065 } as const;
  test('the law leaves the personal expenses allowance, by its own name', () => {
    const left = (content: Content) => pays(content, 90_000)?.lines.find(({ kind }) => kind === 'mig');
    expect(left(home)).toMatchObject({ label: 'Personal expenses allowance', pence: -3_065 });
    expect(left(home)?.detail).toContain('care home');
    expect(left(EXAMPLE)?.label).toBe('Minimum income guarantee');
    expect(pays(home, 90_000)?.pence).toBe(25_000 + 400 - 2_000 - 1_550 - 3_065);
  });
});

test('without the limits of law nothing is worked out of figures; what needs no working out stands', () => {
  expect(whatTheyPay(EXAMPLE, 21_400, undefined)).toBeUndefined();
  expect(whatTheyPay({ kind: 'no-charge', reason: 'x' }, 21_400, undefined)?.pence).toBe(0);
  expect(whatTheyPay({ kind: 'pays-in-full', reason: 'x' }, 21_400, undefined)?.pence).toBe(21_400);
  expect(rulesFor(undefined, '2026-11-02')).toBeUndefined();
  expect(rulesFor(charging, '2015-04-05')).toBeUndefined();
  expect(rulesFor(charging, '2015-04-06')).toBeDefined();
});

test.each<[string, object]>([
  ['less than nothing', { drePence: -1 }],
  ['a part of a penny', { drePence: 0.5 }],
  ['not a number', { drePence: Number.NaN }],
  ['without end', { drePence: Number.POSITIVE_INFINITY }],
  ['more than ten million pounds', { capitalPence: 1_000_000_001 }],
  ['in words', { drePence: '15.50' }],
  ['left out', { drePence: undefined }],
  ['somewhere there is not', { setting: 'hospital' }],
  ['a field nobody knows', { bonus: 1 }],
  ['of another kind', { kind: 'no-charge' }],
])('an amount that is %s is no finding', (_, change) => {
  expect(FinancesContent.safeParse({ ...EXAMPLE, ...change }).success).toBe(false);
});
test('paying in full, or nothing, needs a reason', () => {
  for (const kind of ['no-charge', 'pays-in-full']) {
    expect(FinancesContent.safeParse({ kind, reason: 'Because.' }).success).toBe(true);
    expect(FinancesContent.safeParse({ kind, reason: ' ' }).success).toBe(false);
  }
});
