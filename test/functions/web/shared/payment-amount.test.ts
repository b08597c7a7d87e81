/** What a direct payment comes to: laws first, then the figures people will check. */
import '../../../support/web-environment.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountWords } from '../../../../functions/web/shared/money-held-words.ts';
import { netOf, wayCost } from '../../../../functions/web/shared/payment-amount.ts';
import { planOncePence, planWeeklyPence } from '../../../../lib/domain/plan-cost.ts';
import { FundingRoute } from '../../../../lib/domain/support-rules.ts';
import { line } from './ways-cases.ts';

const amount = fc.integer({ min: 0, max: 1_000_000_000 });
const LAWS = { numRuns: 10_000 };

test('nothing is lost between the payment, what is taken off and what is asked for, and nothing is below 0', () => {
  fc.assert(
    fc.property(amount, amount, (weekly, contribution) => {
      const { netPence, takenPence, restPence } = netOf(weekly, contribution);
      expect([netPence + takenPence, takenPence + restPence]).toEqual([weekly, contribution]);
      expect(Math.min(netPence, takenPence, restPence)).toBeGreaterThanOrEqual(0);
      expect(netPence > 0 && restPence > 0).toBe(false);
    }),
    LAWS,
  );
});

test('the ways of a plan add up to the plan', () => {
  const item = fc
    .record({
      route: fc.constantFrom(...FundingRoute.options),
      unitPence: fc.integer({ min: 0, max: 500_000 }),
      units: fc.constantFrom('1', '3.5', '7', '0.25'),
      per: fc.constantFrom('week', 'fortnight', 'month', 'year', 'once'),
    })
    .map((more) => line('Line', 'home-care', more as never));
  fc.assert(
    fc.property(fc.array(item, { maxLength: 8 }), (items) => {
      const ways = FundingRoute.options.map((route) => wayCost(items, route));
      expect(ways.reduce((sum, { weeklyPence }) => sum + weeklyPence, 0)).toBe(planWeeklyPence({ items }));
      expect(ways.reduce((sum, { oncePence }) => sum + oncePence, 0)).toBe(planOncePence({ items }));
    }),
    LAWS,
  );
});

describe('it is said whether it is net or gross', () => {
  const of = (grossOrNet: 'gross' | 'net', weeklyPence: number, contributionPence: number | null, oncePence = 0) =>
    amountWords(grossOrNet, { cost: { weeklyPence, oncePence }, contributionPence, audience: 'staff' });
  test.each([
    ['net', 21400, 5635, /^£157\.65 a week \(net\)\. It is £214\.00 less the £56\.35 that the person pays\.$/],
    [
      'net',
      4000,
      5635,
      /^£0\.00 a week \(net\).*£56\.35 in all\. That is more than this payment, so the other £16\.35 is asked for/,
    ],
    ['net', 21400, null, /^£214\.00 a week, less what the person pays \(net\)\. That part is not worked out yet/],
    ['gross', 21400, 5635, /^£214\.00 a week\. This is all of it \(gross\)\. The person is asked.*£56\.35 a week\.$/],
    ['gross', 21400, 0, /^£214\.00 a week\. This is all of it \(gross\)\.$/],
    ['gross', 21400, null, /not worked out yet/],
  ] as const)('%s of %i where the person pays %s', (kind, weekly, contribution, said) => {
    expect(of(kind, weekly, contribution)).toMatch(said);
  });
  test('a one-off is beside the week', () => expect(of('net', 21400, 0, 9500)).toContain('£95.00 once'));
});
