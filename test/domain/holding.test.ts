/** What is missing before the money can flow: by the ways the lines use, on the day it starts, under the law of the nation. */
import { describe, expect, test } from 'vitest';
import { type Arrangement, holdingGap, lastReviewOn } from '../../lib/domain/holding.ts';
import type { PlanContent, SupportItem } from '../../lib/domain/plan.ts';
import { sdsOptionOf } from '../../lib/domain/support-rules.ts';
import { fund, heldBy, payment } from '../support/council-with-ways.ts';

const TODAY = '2026-11-02';
const signed = { recordedBy: { id: 'S-PRIYA', name: 'Priya' }, recordedAt: '2026-11-02T09:00:00.000Z' };
const by = (content: ReturnType<typeof payment>): Arrangement => ({ ...content, ...signed });
const due = (reviewDueBy: string): Arrangement => {
  const content = payment();
  if (content.route !== 'direct-payment') throw new Error('no direct payment');
  return { ...content, payment: { ...content.payment, reviewDueBy }, ...signed };
};
const paid = heldBy('direct-payment');
const from = (starts: string | undefined): PlanContent => ({
  ...paid,
  items: paid.items.map((item): SupportItem => (starts === undefined ? item : { ...item, starts })),
});

describe('the first look at a direct payment (regulation 7)', () => {
  test.each<[what: string, starts: string | undefined, reviewDueBy: string, late: string | undefined]>([
    ['on the last day', undefined, '2027-05-02', undefined],
    ['a day later', undefined, '2027-05-03', '2 May 2027'],
    ['a year later', undefined, '2027-11-02', '2 May 2027'],
    ['counted from a line that starts later', '2026-12-01', '2027-06-01', undefined],
    ['a day after that', '2026-12-01', '2027-06-02', '1 June 2027'],
    ['where the line has started already', '2026-06-01', '2027-05-02', undefined],
    ['a day after that, too', '2026-06-01', '2027-05-03', '2 May 2027'],
  ])('%s', (_, starts, reviewDueBy, late) => {
    const gap = holdingGap(from(starts), [due(reviewDueBy)], TODAY);
    expect(gap?.refused).toBe(late && 'money-not-arranged');
    if (late) expect(gap?.message).toBe(`The first look at a direct payment is due by ${late}. Plan it for that day or before.`);
  });

  test('after a look at it twelve months count', () => {
    const gap = (reviewDueBy: string, looked?: string) => holdingGap(paid, [due(reviewDueBy)], TODAY, 'ENG', looked);
    expect(gap('2027-10-20', '2026-10-20')).toBeUndefined();
    expect(gap('2027-10-21', '2026-10-20')).toBeDefined();
    expect(gap('2027-10-20')).toBeDefined();
  });

  test('the last look is that of the newest review', () => {
    expect(lastReviewOn({ reviews: [] })).toBeUndefined();
    const reviews = [{ doneAt: '2026-05-01T09:00:00.000Z' }, { doneAt: '2026-10-20T09:00:00.000Z' }];
    expect(lastReviewOn({ reviews })).toBe('2026-10-20');
  });

  test('a plan without a direct payment has none', () => {
    expect(holdingGap(heldBy('council-managed'), [due('2029-01-01')], TODAY)).toBeUndefined();
  });
});

describe('under the law of the nation', () => {
  const unmet = by(payment('capable-of-managing'));

  test.each([
    ['ENG', 'and it is not so'],
    ['WLS', 'and it is not so'],
    ['SCT', undefined],
  ] as const)('a condition of England’s Act that is not met, in %s', (jurisdiction, says) => {
    const message = holdingGap(paid, [unmet], TODAY, jurisdiction)?.message;
    if (says) expect(message).toContain(says);
    else expect(message).toBeUndefined();
  });

  test('where no nation is named, England’s conditions are asked for', () => {
    expect(holdingGap(paid, [unmet], TODAY)).toEqual(holdingGap(paid, [unmet], TODAY, 'ENG'));
  });

  test('nothing recorded is a gap everywhere', () => {
    for (const jurisdiction of ['ENG', 'SCT', 'WLS'] as const)
      expect(holdingGap(paid, [], TODAY, jurisdiction)?.refused).toBe('money-not-arranged');
  });

  test('a fund needs both agreements everywhere', () => {
    const plan = heldBy('individual-service-fund');
    expect(sdsOptionOf(['individual-service-fund'])).toBe(2);
    for (const jurisdiction of ['ENG', 'SCT'] as const) {
      expect(holdingGap(plan, [by(fund('personAgreement'))], TODAY, jurisdiction)?.message).toContain('is missing');
      expect(holdingGap(plan, [by(fund())], TODAY, jurisdiction)).toBeUndefined();
    }
  });
});
