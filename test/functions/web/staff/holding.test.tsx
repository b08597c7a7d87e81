/** Who holds the money, for staff: what is there and what is missing, a direct payment with each condition, an Individual Service Fund. */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import type { Typed } from '../../../../functions/web/page.ts';
import { type Nation, paymentTyped, readPayment } from '../../../../functions/web/staff/direct-payment-form.ts';
import { fundTyped, readFund } from '../../../../functions/web/staff/fund-form.ts';
import { holding } from '../../../../functions/web/staff/holding.tsx';
import { holdingDirectPayment } from '../../../../functions/web/staff/holding-direct-payment.tsx';
import { holdingFund } from '../../../../functions/web/staff/holding-fund.tsx';
import type { Case } from '../../../../lib/domain/case.ts';
import { decide } from '../../../../lib/domain/decide.ts';
import { CONDITIONS, type DirectPaymentArrangement } from '../../../../lib/domain/direct-payment.ts';
import type { ServiceFundArrangement } from '../../../../lib/domain/individual-fund.ts';
import { isRefusal } from '../../../../lib/domain/refusal.ts';
import { ada, glenda, priya } from '../../../support/small-council.ts';
import {
  agreed,
  by,
  CARE_HOME,
  EVIL,
  england,
  explained,
  faultsIn,
  HELPER,
  NOW,
  opening,
  PAYS_IN_FULL,
  pageOf,
  planning,
  posting,
  SHARED_LIVES,
  scotland,
  supported,
  words,
} from '../shared/ways-cases.ts';

const S31: Typed = {
  basis: 's31',
  ...Object.fromEntries(
    CONDITIONS.s31.flatMap((code) => [
      [`met-${code}`, 'yes'],
      [`reason-${code}`, `Seen ${EVIL}`],
    ]),
  ),
  payee: 'person',
  payeeName: '',
  grossOrNet: 'net',
  paidEvery: 'four-weeks',
  methodsOffered: ['own-account', 'prepaid-card'],
  method: 'own-account',
  employsStaff: 'no',
  relative: 'none',
  'reviewDueBy-day': '2',
  'reviewDueBy-month': 'May',
  'reviewDueBy-year': '2027',
};
const S32: Typed = {
  ...S31,
  basis: 's32',
  ...Object.fromEntries(
    CONDITIONS.s32.flatMap((code) => [
      [`met-${code}`, 'yes'],
      [`reason-${code}`, 'So.'],
    ]),
  ),
  payee: 'authorised',
  payeeName: 'Rhys Pugh',
};
const FUND: Typed = {
  holder: 'Otter House',
  'councilOn-day': '30',
  'councilOn-month': '10',
  'councilOn-year': '2026',
  councilBy: 'Idris',
  reportsEvery: 'month',
  paidAheadWeeks: '2',
  surplusWeeks: '4',
};

const now = new Date(NOW);
const paying = agreed([by(HELPER, 'direct-payment'), by(SHARED_LIVES, 'individual-service-fund')]);
const payment = (typed: Typed, state: Case = paying, nation: Nation = 'ENG'): DirectPaymentArrangement => {
  const read = readPayment(typed, { state, now, nation });
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.value;
};
const fund = (typed: Typed): ServiceFundArrangement => {
  const read = readFund(typed, now);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.value;
};
const unmet: Typed = { ...S31, 'met-capable-of-managing': 'no', 'reason-capable-of-managing': 'No help is found yet.' };
const withPayment = (typed: Typed, items = [by(HELPER, 'direct-payment')]) =>
  agreed(items, { finances: [], arrangements: [{ route: 'direct-payment', payment: payment(typed) }] });
const running = supported([by(HELPER, 'direct-payment')], [{ route: 'direct-payment', payment: payment(S31) }]);

const DP = holdingDirectPayment;
const PAGES: Readonly<Record<string, () => ReturnType<typeof opening>>> = {
  'holding, nothing yet': () => opening(holding, planning([]), priya),
  'holding, explained': () => opening(holding, explained([HELPER, CARE_HOME]), priya),
  'holding, for an approver': () => opening(holding, paying, glenda),
  'holding, things missing': () => opening(holding, withPayment(unmet), priya),
  'holding, all there': () => opening(holding, running, priya),
  'holding, in Scotland': () => opening(holding, paying, priya, { configuration: scotland }),
  'holding, none set up': () => opening(holding, planning([]), priya, { configuration: { ...england, support: undefined } }),
  'direct payment': () => opening(DP, paying, priya),
  'direct payment, written down': () => opening(DP, running, priya),
  'direct payment, in Scotland': () => opening(DP, paying, priya, { configuration: scotland }),
  'direct payment, with mistakes': () => posting(DP, paying, {}, priya),
  fund: () => opening(holdingFund, paying, priya),
  'fund, with mistakes': () => posting(holdingFund, paying, {}, priya),
};

test.each(Object.entries(PAGES))('%s is a valid page with one heading, labels, and nothing inline', async (_name, draw) => {
  const { html } = pageOf(await draw());
  expect(await faultsIn(html)).toEqual([]);
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).not.toMatch(/\s(style|on[a-z]+)\s*=/i);
  expect(html).not.toContain('<script>alert');
  expect(html).not.toMatch(/\[object|undefined/);
  const controls = (html.match(/<(input|select|textarea)\b[^>]*>/g) ?? []).filter((tag) => !tag.includes('type="hidden"'));
  for (const control of controls) expect(html).toContain(`for="${/\sid="([^"]+)"/.exec(control)?.[1]}"`);
});

const said = async (answer: ReturnType<typeof opening>): Promise<string> => words(pageOf(await answer).html);

describe('holding the money', () => {
  test('says that nobody went through the ways, and leads to doing it together', async () => {
    const { html } = pageOf(await opening(holding, planning([HELPER]), priya));
    expect(words(html)).toContain('Nobody has gone through the ways to hold the money yet');
    expect(html).toContain('href="/cases/C-TEST1/ways"');
  });

  test('says who went through them and what was offered', async () => {
    expect(await said(opening(holding, explained([HELPER], priya), priya))).toMatch(
      /S-PRIYA Someone went through them on 2 November 2026\. Offered then: “Direct payment.*” or “We hold the money”/,
    );
  });

  test('says for each way what is missing, and which other ways each line has', async () => {
    const html = await said(opening(holding, paying, priya));
    expect(html).toContain('Nobody has recorded the conditions of a direct payment');
    expect(html).toContain('Nobody is named yet to hold the money');
    expect(html).toMatch(/“A home with Bronwen .* can be paid for by “Direct payment: you get the money” or “We hold the money”/);
  });

  test('a condition that is not met is kept, and the ways that are still open are said', async () => {
    const html = await said(opening(holding, withPayment(unmet), priya));
    expect(html).toMatch(
      /it is not so: whoever receives it can manage it.*can be paid for by “Individual Service Fund.*” or “We hold the money”/,
    );
    expect(html).toContain('No help is found yet.');
    const elsewhere = await said(opening(holding, withPayment(unmet, [by(HELPER, 'council-managed')]), priya));
    expect(elsewhere).toMatch(/Nothing\. The money can flow.*A direct payment is not open now\. .*it is not so/);
  });

  test('an approver reads it and is offered no form', async () => {
    expect(pageOf(await opening(holding, paying, glenda)).html).not.toContain('/holding/direct-payment');
    expect(pageOf(await opening(holding, paying, priya)).html).toContain('/holding/direct-payment');
  });

  test('in Scotland it says which option the lines come to', async () => {
    expect(await said(opening(holding, paying, priya, { configuration: scotland }))).toContain(
      'All together: Option 4: a mix of these.',
    );
  });

  test('the person is led to their own page', async () => {
    for (const page of [holding, DP, holdingFund])
      expect(await opening(page, paying, ada)).toEqual({ goTo: '/cases/C-TEST1/me' });
  });
});

describe('a direct payment', () => {
  test('nothing is filled in at first', async () => {
    expect(pageOf(await opening(DP, paying, priya)).html).not.toContain(' checked');
  });

  test('what was written down comes back into the boxes as it was', () => {
    for (const typed of [
      S31,
      S32,
      { ...S31, relative: 'spouse-or-partner', who: 'Sam', sameHousehold: 'yes', why: 'Nights.', necessaryFor: 'care' },
    ]) {
      const once = payment(typed);
      expect(payment(paymentTyped(withPayment(typed)))).toEqual(once);
    }
  });

  test.each([
    ['s31', S31, CONDITIONS.s31],
    ['s32', S32, CONDITIONS.s32],
  ])('has exactly the conditions of %s', (_basis, typed, codes) => {
    expect(payment(typed).conditions.map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    ['no basis', { basis: '' }, 'basis', 'Choose who asks'],
    ['a condition left open', { 'met-appropriate': '' }, 'met-appropriate', 'Choose yes or no.'],
    ['a condition without a reason', { 'reason-appropriate': ' ' }, 'reason-appropriate', 'Give the reason.'],
    ['nobody chosen to receive it', { payee: '' }, 'payee', 'Choose who receives'],
    ['a payee this basis does not allow', { payee: 'authorised', payeeName: 'X' }, 'payee', 'receives it themself'],
    ['a payee without a name', { payee: 'nominated', payeeName: ' ' }, 'payeeName', 'Name who receives'],
    ['neither net nor gross', { grossOrNet: '' }, 'grossOrNet', 'taken off first'],
    ['no ways to be paid', { methodsOffered: [] }, 'methodsOffered', 'Tick every way'],
    [
      'a prepaid card alone',
      { methodsOffered: ['prepaid-card'], method: 'prepaid-card' },
      'methodsOffered',
      'never the only way',
    ],
    ['a way that was not offered', { method: 'managed-account' }, 'method', 'not among those offered'],
    ['a way there is not', { method: 'cash' }, 'method', 'Choose how it is paid.'],
    ['nothing said of a relative', { relative: '' }, 'relative', 'Choose whether'],
    [
      'a partner, not said to be necessary',
      { relative: 'spouse-or-partner', who: 'Sam', sameHousehold: 'no' },
      'why',
      'Say why it is necessary',
    ],
    [
      'a close relative in the house',
      { relative: 'close-relative', who: 'Sam', sameHousehold: 'yes', why: 'So.' },
      'necessaryFor',
      'what it is necessary for',
    ],
    ['a relative without a name', { relative: 'close-relative', who: '', sameHousehold: 'no' }, 'who', 'Name the relative.'],
    [
      'no day to look at it',
      { 'reviewDueBy-day': '', 'reviewDueBy-month': '', 'reviewDueBy-year': '' },
      'reviewDueBy',
      '2 May 2027',
    ],
    ['a day after six months', { 'reviewDueBy-day': '3' }, 'reviewDueBy', 'has to be looked at by 2 May 2027'],
    ['a day past', { 'reviewDueBy-year': '2025' }, 'reviewDueBy', 'This day is past'],
    ['a reason that is too long', { 'reason-appropriate': 'x'.repeat(1001) }, 'reason-appropriate', 'at most 1000'],
  ])('%s comes back with its message and everything typed', async (_name, change, field, message) => {
    const { status, html } = pageOf(await posting(DP, paying, { ...S31, ...change }, priya));
    expect(status).toBe(422);
    expect(html).toContain(`href="#${field}"`);
    expect(html).toContain(`id="${field}"`);
    expect(html).toContain(message);
    expect(html).toContain('Seen &lt;script&gt;');
    expect(await faultsIn(html)).toEqual([]);
  });

  test('another relative, who lives elsewhere, needs no exception', () => {
    const { closeRelative } = payment({ ...S31, relative: 'close-relative', who: 'Sam', sameHousehold: 'no' });
    expect(closeRelative).toEqual({ who: 'Sam', relation: 'close-relative', sameHousehold: false });
  });

  test('the sum is said for net and for gross, from the lines that use it', async () => {
    const state = agreed([by(HELPER, 'direct-payment'), by(SHARED_LIVES, 'council-managed')], {
      finances: [PAYS_IN_FULL],
      arrangements: [],
    });
    const html = await said(opening(DP, state, priya));
    expect(html).toContain('£0.00 a week (net). It is £80.00 less the £80.00 that the person pays.');
    expect(html).toContain('the other £200.00 is asked for apart from it');
    expect(html).toContain('£80.00 a week. This is all of it (gross).');
  });

  test('before pressing, it is said what follows: kept with its reason, or a review where support runs on it', async () => {
    expect(await said(opening(DP, paying, priya))).toContain('it is kept with its reason');
    expect(await said(opening(DP, running, priya))).toContain('saving opens a review. Payments and support go on');
  });

  test('and so it is: the payment is kept, a review opens, the support goes on', () => {
    const command = { type: 'arrange-money', content: { route: 'direct-payment', payment: payment(unmet, running) } } as const;
    const events = decide(command, running, priya, england, now);
    if (isRefusal(events)) throw new Error(events.message);
    expect(events.map(({ type }) => type)).toEqual(['MoneyArranged', 'ReviewOpened']);
    const before = decide(command, paying, priya, england, now);
    expect(isRefusal(before) ? before : before.map(({ type }) => type)).toEqual(['MoneyArranged']);
  });

  describe('in Scotland', () => {
    const { basis: _basis, ...rest } = S31;
    const plain: Typed = Object.fromEntries(Object.entries(rest).filter(([field]) => !/^(met|reason)-/.test(field)));
    const at = { configuration: scotland };

    test('no condition of England’s Act is asked or kept: who, how and when are enough', async () => {
      expect(await said(opening(DP, paying, priya, at))).not.toMatch(/Who asks for it|is this so/);
      expect(payment(plain, paying, 'SCT')).toMatchObject({ basis: 'sds-option-1', conditions: [] });
      expect(payment(S31, paying, 'SCT')).toEqual(payment(plain, paying, 'SCT'));
    });

    test('what was written down comes back into the boxes as it was', () => {
      const kept = payment(plain, paying, 'SCT');
      const state = agreed([by(HELPER, 'direct-payment')], {
        finances: [],
        arrangements: [{ route: 'direct-payment', payment: kept }],
      });
      expect(payment(paymentTyped(state), state, 'SCT')).toEqual(kept);
    });

    test.each(['payee', 'method'])('without the %s it comes back', async (field) => {
      const { status, html } = pageOf(await posting(DP, paying, { ...plain, [field]: '' }, priya, at));
      expect(status).toBe(422);
      expect(html).toContain(`href="#${field}"`);
      expect(html).not.toContain('href="#basis"');
    });

    test('it is in place there and not in England, where the conditions are missing', async () => {
      const state = agreed([by(HELPER, 'direct-payment')], {
        finances: [],
        arrangements: [{ route: 'direct-payment', payment: payment(plain, paying, 'SCT') }],
      });
      expect(await said(opening(holding, state, priya, at))).toContain('Nothing. The money can flow as the plan says.');
      expect(await said(opening(holding, state, priya))).toContain('Nobody has recorded the conditions of a direct payment.');
    });

    test('England takes no option 1 of Scotland’s for a basis', () => {
      expect(readPayment({ ...S31, basis: 'sds-option-1' }, { state: paying, now, nation: 'ENG' })).toMatchObject({
        errors: { basis: 'Choose who asks for the direct payment.' },
      });
    });
  });

  test('a first look planned for later than six months from its start keeps the money from flowing', async () => {
    const late = { ...payment(S31), reviewDueBy: '2027-05-03' };
    const state = agreed([by(HELPER, 'direct-payment')], {
      finances: [],
      arrangements: [{ route: 'direct-payment', payment: late }],
    });
    expect(await said(opening(holding, state, priya))).toContain('The first look at a direct payment is due by 2 May 2027.');
  });

  test('in Scotland no section of England’s Act is cited', async () => {
    expect(await said(opening(DP, paying, priya, { configuration: scotland }))).not.toMatch(/Care Act|reg 3/);
    expect(await said(opening(DP, paying, priya))).toMatch(/Care Act 2014 s\.31.*reg 3/);
  });
});

describe('a fund', () => {
  test('either agreement may still be missing', () => {
    expect(fund(FUND)).toEqual({
      holder: 'Otter House',
      councilAgreement: { signedOn: '2026-10-30', by: 'Idris' },
      reportsEvery: 'month',
      paidAheadWeeks: 2,
      surplusWeeks: 4,
    });
  });

  test('what was written down comes back into the boxes as it was', () => {
    const full = { ...FUND, 'personOn-day': '1', 'personOn-month': '11', 'personOn-year': '2026', personBy: 'Ada' };
    for (const typed of [FUND, full]) {
      const state = agreed([by(SHARED_LIVES, 'individual-service-fund')], {
        finances: [],
        arrangements: [{ route: 'individual-service-fund', fund: fund(typed) }],
      });
      expect(fund(fundTyped(state))).toEqual(fund(typed));
    }
  });

  test.each([
    ['no holder', { holder: ' ' }, 'holder', 'Name who holds the money.'],
    [
      'half an agreement: no day',
      { 'councilOn-day': '', 'councilOn-month': '', 'councilOn-year': '' },
      'councilOn',
      'Write the day',
    ],
    ['half an agreement: nobody', { councilBy: '' }, 'councilBy', 'Write who agreed.'],
    ['a day still to come', { 'councilOn-year': '2027' }, 'councilOn', 'still to come'],
    ['a day there is not', { 'councilOn-day': '31', 'councilOn-month': '2' }, 'councilOn', 'There is no such day'],
    ['no reports', { reportsEvery: '' }, 'reportsEvery', 'Choose how often'],
    ['weeks in words', { paidAheadWeeks: 'two' }, 'paidAheadWeeks', 'from 0 to 13'],
    ['half a week', { paidAheadWeeks: '1.5' }, 'paidAheadWeeks', 'from 0 to 13'],
    ['too many weeks kept', { surplusWeeks: '5' }, 'surplusWeeks', 'from 0 to 4'],
    ['weeks below none', { surplusWeeks: '-1' }, 'surplusWeeks', 'from 0 to 4'],
  ])('%s comes back with its message and everything typed', async (_name, change, field, message) => {
    const { status, html } = pageOf(await posting(holdingFund, paying, { ...FUND, personBy: '', ...change }, priya));
    expect(status).toBe(422);
    expect(html).toContain(`href="#${field}"`);
    expect(html).toContain(`id="${field}"`);
    expect(html).toContain(message);
    expect(await faultsIn(html)).toEqual([]);
  });

  test('signed by the holder for the person, it is kept and the page says that it is not enough', async () => {
    const typed = { ...FUND, 'personOn-day': '1', 'personOn-month': '11', 'personOn-year': '2026', personBy: 'otter house' };
    const state = agreed([by(SHARED_LIVES, 'individual-service-fund')], {
      finances: [],
      arrangements: [{ route: 'individual-service-fund', fund: fund(typed) }],
    });
    expect(await said(opening(holding, state, priya))).toContain('Otter House cannot agree for the person.');
  });
});
