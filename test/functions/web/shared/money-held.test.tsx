/** What was arranged for the money, as the person and as staff see it. */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import { MoneyHeld } from '../../../../functions/web/shared/money-held.tsx';
import type { HeldAudience } from '../../../../functions/web/shared/money-held-words.ts';
import { PlanView } from '../../../../functions/web/shared/plan-view.tsx';
import type { Case } from '../../../../lib/domain/case.ts';
import { CONDITIONS } from '../../../../lib/domain/direct-payment.ts';
import type { ArrangementContent } from '../../../../lib/domain/holding.ts';
import { readingGrade, sentencesOf } from '../citizen/reading-grade.ts';
import {
  agreed,
  by,
  CARE_HOME,
  drawn,
  EVIL,
  england,
  faultsIn,
  HELPER,
  PAYS_IN_FULL,
  planning,
  SHARED_LIVES,
  scotland,
  words,
} from './ways-cases.ts';

const PAYMENT: ArrangementContent = {
  route: 'direct-payment',
  payment: {
    payee: 'nominated',
    payeeName: 'Rhys Pugh',
    basis: 's31',
    conditions: CONDITIONS.s31.map((code) => ({ code, met: true, reason: `Seen ${EVIL}` })),
    grossOrNet: 'net',
    paidEvery: 'four-weeks',
    method: 'own-account',
    methodsOffered: ['own-account', 'prepaid-card'],
    employsStaff: true,
    reviewDueBy: '2027-04-30',
  },
};
const FUND: ArrangementContent = {
  route: 'individual-service-fund',
  fund: {
    holder: 'Otter House',
    councilAgreement: { signedOn: '2026-10-30', by: 'Idris' },
    reportsEvery: 'month',
    paidAheadWeeks: 2,
    surplusWeeks: 4,
  },
};

const MIX = [by(HELPER, 'direct-payment'), by(SHARED_LIVES, 'individual-service-fund'), by(CARE_HOME, 'council-managed')];
const held = (state: Case, audience: HeldAudience) =>
  drawn(<main>{<MoneyHeld state={state} configuration={england} audience={audience} />}</main>);

describe('a mix', () => {
  const state = agreed(MIX, { finances: [], arrangements: [PAYMENT, FUND] });

  test('the person sees each way with its lines, its amount and who holds it', async () => {
    const said = words(await held(state, 'person'));
    for (const each of [
      'A helper',
      '£80.00 a week, less what you pay (net)',
      'Rhys Pugh does. You chose them.',
      'Into your own bank account',
      'Yes : You can make this choice, and you asked for it',
      '30 April 2027',
      'A home with Bronwen',
      '£200.00 a week',
      'Otter House can spend it on your support and on nothing else',
      'Agreed on 30 October 2026 by Idris',
      'Not agreed yet',
      'Each month',
      'A care home',
      '£400.00 a week',
      'We do. It is still your own budget.',
    ])
      expect(said.replaceAll(' :', ':'), each).toContain(each.replaceAll(' :', ':'));
  });

  test.each(['person', 'staff'] as const)('what was typed stays text, for the %s', async (audience) => {
    const html = await held(state, audience);
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('<script');
  });

  test('reads at grade 6 or below for the person', async () => {
    const sentences = sentencesOf(await held(state, 'person'));
    expect(readingGrade(sentences), sentences.join(' | ')).toBeLessThanOrEqual(6);
  });

  test('has no faults as HTML', async () => {
    const faults = await faultsIn(await held(state, 'staff'));
    expect(faults).toEqual([]);
  });
});

test('the contribution of the agreed budget is taken off, and what is over is said', async () => {
  const whole = agreed([by(HELPER, 'direct-payment'), by(SHARED_LIVES, 'council-managed')], {
    finances: [PAYS_IN_FULL],
    arrangements: [PAYMENT],
  });
  const said = words(await held(whole, 'person'));
  expect(said).toContain('£0.00 a week (net). It is £80.00 less the £80.00 that you pay.');
  expect(said).toContain('the other £200.00 is asked for apart from it');
});

test('a condition that is not met is said with its reason, even where no line uses a direct payment', async () => {
  const payment = { ...PAYMENT.payment, conditions: PAYMENT.payment.conditions.map((each, at) => ({ ...each, met: at !== 2 })) };
  const state = agreed([by(HELPER, 'council-managed')], { finances: [], arrangements: [{ route: 'direct-payment', payment }] });
  const said = words(await held(state, 'person'));
  expect(said).toContain('No, not now: Whoever gets the money can look after it');
  expect(said).toContain('No part of your plan uses this now.');
});

test('a way that is chosen and not set up yet says so; before any choice there is nothing', async () => {
  expect(words(await held(agreed([by(HELPER, 'direct-payment')]), 'person'))).toContain('We set this up with you.');
  expect(await held(planning([HELPER]), 'person')).toBe('<main></main>');
});

describe('in Scotland', () => {
  const inScotland = (state: Case, audience: HeldAudience) =>
    drawn(<main>{<MoneyHeld state={state} configuration={scotland} audience={audience} />}</main>);

  test.each([
    [[by(HELPER, 'direct-payment')], 'Option 1: you get the money'],
    [[by(SHARED_LIVES, 'individual-service-fund')], 'Option 2: you choose, and someone else holds the money'],
    [[by(HELPER, 'council-managed')], 'Option 3: we choose and arrange it'],
    [MIX, 'Option 4: a mix of these'],
  ])('it says which option of the Act the lines come to, on both pages', async (items, option) => {
    const state = agreed(items);
    for (const audience of ['person', 'staff'] as const)
      expect(words(await inScotland(state, audience))).toContain(`All together: ${option}.`);
    const { plan } = state.agreed ?? {};
    if (!plan) throw new Error('no plan');
    expect(words(await drawn(<PlanView plan={plan} configuration={scotland} />))).toContain(`All together: ${option}.`);
    expect(words(await drawn(<PlanView plan={plan} configuration={england} />))).not.toContain('All together');
  });

  test('before any choice, and in England, no option is named', async () => {
    expect(await inScotland(planning([HELPER]), 'person')).toBe('<main></main>');
    expect(words(await held(agreed(MIX), 'person'))).not.toMatch(/All together|Option \d/);
  });

  test('a direct payment rests on the choice, and reads at grade 6 or below', async () => {
    const payment = { ...PAYMENT.payment, basis: 'sds-option-1' as const, conditions: [] };
    const state = agreed([by(HELPER, 'direct-payment')], { finances: [], arrangements: [{ route: 'direct-payment', payment }] });
    const html = await inScotland(state, 'person');
    expect(words(html)).toContain('You chose option 1. The law gives you that choice.');
    expect(words(await inScotland(state, 'staff'))).toContain('(Scotland) Act 2013, s.4');
    const sentences = sentencesOf(html);
    expect(readingGrade(sentences), sentences.join(' | ')).toBeLessThanOrEqual(6);
    expect(await faultsIn(html)).toEqual([]);
  });
});
