/** A direct payment: the conditions of section 31 and 32 one by one, who receives it, how it is paid, relatives, and its first look. */
import { describe, expect, test } from 'vitest';
import {
  CONDITION_WORDS,
  CONDITIONS,
  type ConditionCode,
  DirectPaymentArrangement,
  type DirectPaymentBasis,
  directPaymentGap,
  directPaymentReviewBy,
  needsExceptionToPay,
  Payee,
  PaymentMethod,
} from '../../lib/domain/direct-payment.ts';

const met = (basis: DirectPaymentBasis) =>
  CONDITIONS[basis].map((code) => ({ code, met: true, reason: 'We talked it through.' }));
const own: DirectPaymentArrangement = {
  payee: 'person',
  basis: 's31',
  conditions: met('s31'),
  grossOrNet: 'net',
  paidEvery: 'four-weeks',
  method: 'own-account',
  methodsOffered: ['own-account', 'managed-account', 'prepaid-card'],
  employsStaff: true,
  reviewDueBy: '2027-05-20',
};
const authorised: DirectPaymentArrangement = {
  ...own,
  payee: 'authorised',
  payeeName: 'Edie Marsh',
  basis: 's32',
  conditions: met('s32'),
};
const issues = (arrangement: object): string[] =>
  DirectPaymentArrangement.safeParse(arrangement).error?.issues.map(({ path }) => path.join('.')) ?? [];

/** Every condition of either basis, as one row. */
const ROWS = (['s31', 's32'] as const).flatMap((basis) =>
  CONDITIONS[basis].map((code): [DirectPaymentBasis, ConditionCode] => [basis, code]),
);
const scottish: DirectPaymentArrangement = { ...own, basis: 'sds-option-1', conditions: [] };
const sample = (basis: DirectPaymentBasis) => ({ s31: own, s32: authorised, 'sds-option-1': scottish })[basis];

describe('the conditions (I-11)', () => {
  test('section 31 has four and section 32 has six', () => {
    expect(CONDITIONS.s31).toEqual(['capacity-and-request', 'not-prohibited', 'capable-of-managing', 'appropriate']);
    expect(CONDITIONS.s32).toHaveLength(6);
    expect(CONDITIONS.s32).toEqual(expect.arrayContaining(['best-interests', 'supporter-agrees-where-there-is-one']));
  });

  test.each(['s31', 's32'] as const)('all recorded and met: it can be paid, %s', (basis) => {
    expect(DirectPaymentArrangement.parse(sample(basis))).toEqual(sample(basis));
    expect(directPaymentGap(sample(basis))).toBeUndefined();
  });

  test.each(ROWS)('%s, %s not met: no direct payment, and the other ways are named', (basis, code) => {
    const conditions = sample(basis).conditions.map((each) => (each.code === code ? { ...each, met: false } : each));
    const gap = directPaymentGap(DirectPaymentArrangement.parse({ ...sample(basis), conditions }));
    expect(gap?.refused).toBe('money-not-arranged');
    expect(gap?.message).toContain(CONDITION_WORDS[code]);
    expect(gap?.message).toMatch(/Individual Service Fund.*the council can\.$/);
  });

  test.each(ROWS)('%s, %s not recorded: neither stored nor paid', (basis, code) => {
    const arrangement = { ...sample(basis), conditions: sample(basis).conditions.filter((each) => each.code !== code) };
    expect(issues(arrangement)).toEqual(['conditions']);
    expect(directPaymentGap(arrangement)?.message).toContain(CONDITION_WORDS[code]);
  });

  test.each(ROWS)('%s, %s recorded twice is no record', (basis, code) => {
    const again = { code, met: false, reason: 'We were not sure.' };
    const arrangement = { ...sample(basis), conditions: [...sample(basis).conditions, again] };
    expect(issues(arrangement)).toEqual([`conditions.${CONDITIONS[basis].length}.code`]);
    expect(directPaymentGap(arrangement)).toMatchObject({ refused: 'money-not-arranged' });
  });

  test('a condition of the other section, and one without a reason, are sent back', () => {
    const stray = { code: 'best-interests' as const, met: true, reason: 'Yes.' };
    expect(issues({ ...own, conditions: [...own.conditions, stray] })).toEqual(['conditions.4.code']);
    expect(issues({ ...own, conditions: own.conditions.map((each) => ({ ...each, reason: ' ' })) })).toHaveLength(4);
  });

  test('nothing recorded at all', () => {
    expect(directPaymentGap(undefined)).toMatchObject({ refused: 'money-not-arranged' });
  });
});

describe('who receives it', () => {
  const MAY: Readonly<Record<DirectPaymentBasis, readonly Payee[]>> = {
    s31: ['person', 'nominated', 'managed-account'],
    s32: ['authorised', 'managed-account'],
    'sds-option-1': Payee.options,
  };
  test.each(
    (['s31', 's32', 'sds-option-1'] as const).flatMap((basis) =>
      Payee.options.map((payee) => [basis, payee, MAY[basis].includes(payee)] as const),
    ),
  )('%s, %s: %s', (basis, payee, may) => {
    expect(issues({ ...sample(basis), payee, payeeName: 'Edie Marsh' })).toEqual(may ? [] : ['payee']);
  });
  test('anybody but the person is named', () => {
    expect(issues({ ...own, payee: 'nominated' })).toEqual(['payeeName']);
    expect(issues({ ...authorised, payeeName: undefined })).toEqual(['payeeName']);
  });
});

describe('how it is paid', () => {
  test.each(PaymentMethod.options)('%s alone can be offered, unless it is the card', (method) => {
    expect(issues({ ...own, method, methodsOffered: [method] })).toEqual(method === 'prepaid-card' ? ['methodsOffered'] : []);
  });
  test('the card beside another way is a choice', () => {
    expect(issues({ ...own, method: 'prepaid-card', methodsOffered: ['prepaid-card', 'own-account'] })).toEqual([]);
    expect(issues({ ...own, method: 'prepaid-card', methodsOffered: ['prepaid-card', 'prepaid-card'] })).toEqual([
      'methodsOffered',
    ]);
  });
  test('a way that was not offered was not chosen', () => {
    expect(issues({ ...own, method: 'nominated-account' })).toEqual(['method']);
  });
  test.each(['half', undefined])('net or gross is said, never %s', (grossOrNet) => {
    expect(issues({ ...own, grossOrNet })).toEqual(['grossOrNet']);
  });
});

describe('paying a relative (regulation 3)', () => {
  const RELATIVES = [
    ['spouse-or-partner', true, true],
    ['spouse-or-partner', false, true],
    ['close-relative', true, true],
    ['close-relative', false, false],
  ] as const;
  test.each(RELATIVES)('%s, same household %s: a reason is needed %s', (relation, sameHousehold, needed) => {
    const who = { who: 'Noor, her sister', relation, sameHousehold };
    expect(needsExceptionToPay(who)).toBe(needed);
    const missing = ['closeRelative.why', 'closeRelative.necessaryFor'];
    expect(issues({ ...own, closeRelative: who })).toEqual(needed ? missing : []);
    for (const necessaryFor of ['care', 'administration'])
      expect(issues({ ...own, closeRelative: { ...who, why: 'Nobody else speaks her language.', necessaryFor } })).toEqual([]);
  });
});

describe('the first look (regulation 7)', () => {
  test.each([
    ['2026-12-01', undefined, '2027-06-01'],
    ['2026-08-31', undefined, '2027-02-28'],
    ['2026-12-01', '2027-05-10', '2028-05-10'],
    ['2026-12-01', '2028-02-29', '2029-02-28'],
  ])('started %s, last looked at %s: by %s', (start, last, by) => expect(directPaymentReviewBy(start, last)).toBe(by));

  test('planned in time, on the last day, and too late', () => {
    expect(directPaymentGap({ ...own, reviewDueBy: '2027-05-20' }, { start: '2026-12-01' })).toBeUndefined();
    expect(directPaymentGap({ ...own, reviewDueBy: '2027-06-01' }, { start: '2026-12-01' })).toBeUndefined();
    expect(directPaymentGap({ ...own, reviewDueBy: '2027-06-02' }, { start: '2026-12-01' })).toEqual({
      refused: 'money-not-arranged',
      message: 'The first look at a direct payment is due by 1 June 2027. Plan it for that day or before.',
    });
  });

  test('after a first look twelve months count, from that look', () => {
    const gap = (reviewDueBy: string) =>
      directPaymentGap({ ...own, reviewDueBy }, { start: '2027-11-02', lastReview: '2027-05-20' })?.message;
    expect(gap('2028-05-20')).toBeUndefined();
    expect(gap('2028-05-21')).toBe('The next look at a direct payment is due by 20 May 2028. Plan it for that day or before.');
  });
});

describe('in Scotland', () => {
  const SCT = { jurisdiction: 'SCT', start: '2026-12-01' } as const;

  test('no condition of England’s Act is asked for, recorded or not, met or not', () => {
    const unmet = { ...own, conditions: own.conditions.map((each) => ({ ...each, met: false })) };
    for (const arrangement of [scottish, own, authorised, unmet])
      expect(directPaymentGap(arrangement, SCT), arrangement.basis).toBeUndefined();
    expect(DirectPaymentArrangement.parse(scottish)).toEqual(scottish);
  });

  test('and none can be recorded as one of option 1', () => {
    expect(issues({ ...scottish, conditions: own.conditions.slice(0, 1) })).toEqual(['conditions.0.code']);
  });

  test('who receives it, how and when it is looked at are recorded first, and no section is named', () => {
    const message = directPaymentGap(undefined, SCT)?.message ?? '';
    expect(message).toMatch(/who receives the direct payment, how it is paid and when it is looked at/);
    expect(message).not.toMatch(/condition|section/);
    for (const part of ['payee', 'method', 'reviewDueBy']) expect(issues({ ...scottish, [part]: undefined })).toEqual([part]);
  });

  test.each([undefined, 'ENG', 'WLS'] as const)('option 1 is no way around the conditions elsewhere (%s)', (jurisdiction) => {
    expect(directPaymentGap(scottish, { jurisdiction })).toMatchObject({
      refused: 'money-not-arranged',
      message: expect.stringContaining('conditions of a direct payment'),
    });
  });
});
