/** Agreeing a plan: who may, and what budget comes of it (TV-C of domain.md §2.4). */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { approvalRefusal, personalBudget } from '../../lib/domain/approval.ts';
import type { Plan, SupportItem } from '../../lib/domain/plan.ts';
import { planWeeklyPence } from '../../lib/domain/plan-cost.ts';
import { plan } from '../support/case-so-far.ts';
import { glenda, idris, morag, newcomer } from '../support/small-council.ts';

const written = (unitPence: number, authors: readonly string[] = ['S-PRIYA']): Plan => ({
  ...plan,
  items: [{ what: 'A day out', provider: '', unit: 'day', units: '1', unitPence, meets: ['CA-COMMUNITY'] }],
  version: 1,
  authors,
  writtenBy: { id: 'S-PRIYA', name: 'Priya' },
  writtenAt: '2026-11-02T09:00:00Z',
});

test.each<[string, Plan, Actor, string | undefined]>([
  ['at the limit', written(10_000), morag, undefined],
  ['a penny above it', written(10_001), morag, 'needs-higher-approval'],
  ['with a higher limit', written(10_001), glenda, undefined],
  ['without a limit', written(1), newcomer, 'needs-higher-approval'],
  ['without a limit, not even a plan that costs nothing', written(0), newcomer, 'needs-higher-approval'],
  ['by the author', written(1, [idris.id]), idris, 'own-plan'],
  ['by somebody who wrote a part of it', written(1, ['S-PRIYA', idris.id]), idris, 'own-plan'],
])('%s', (_, offered, actor, refused) => expect(approvalRefusal(offered, actor, { today: '2026-11-02' })?.refused).toBe(refused));

test('the refusal says both figures and who can help', () => {
  expect(approvalRefusal(written(12_345), morag, { today: '2026-11-02' })?.message).toBe(
    'This plan costs £123.45 a week and you can agree up to £100.00. Ask someone with a higher limit.',
  );
});

test.each<[string, Partial<SupportItem>, string | undefined]>([
  ['a one-off counts in full', { per: 'once' }, 'needs-higher-approval'],
  ['so does what comes once a year', { per: 'year' }, 'needs-higher-approval'],
  ['what comes each month counts as it does in a week', { per: 'month' }, undefined],
])('against a limit, %s', (_, change, refused) => {
  const plain = written(20_000);
  const dear = { ...plain, items: plain.items.map((item) => ({ ...item, ...change })) };
  expect(approvalRefusal(dear, morag, { today: '2026-11-02' })?.refused).toBe(refused);
});

describe('the personal budget', () => {
  test('TV-C: a plan of £214.00 on an indicative £180.11 is a budget of £214.00', () => {
    const budget = personalBudget(written(21_400), 18_011);
    expect(budget).toMatchObject({ totalPence: 21_400, councilPence: null, contributionPence: null, indicativePence: 18_011 });
  });

  test('lists what it is made of, and adds up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100_000 }), { maxLength: 20 }),
        fc.option(fc.nat()),
        (prices, indicative) => {
          const base = written(0);
          const items = prices.map((unitPence) => ({ ...(base.items[0] ?? plan.items[0]), unitPence }) as Plan['items'][number]);
          const budget = personalBudget({ ...base, items }, indicative);
          expect(budget.lines.reduce((sum, { pence }) => sum + pence, 0)).toBe(budget.totalPence);
          expect(budget.totalPence).toBe(planWeeklyPence({ items }));
        },
      ),
    );
  });
});
