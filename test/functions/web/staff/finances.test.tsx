/**
 * What a person pays, on the staff page: what was found is read exactly, what it comes to is shown at once and against the right cost, and
 * nothing that is not plainly an amount is taken for one. What the table then holds is `urgent.emulated.test.ts`.
 */
import '../../../support/web-environment.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contributionWorking, paysWords } from '../../../../functions/web/shared/contribution-words.ts';
import { paysSoFar } from '../../../../functions/web/shared/what-they-pay.ts';
import { financesPage, financesView } from '../../../../functions/web/staff/finances.tsx';
import { beginWith, readFinances } from '../../../../functions/web/staff/finances-form.ts';
import { suggestedLeftWith } from '../../../../functions/web/staff/left-with.tsx';
import { costSoFar } from '../../../../lib/domain/cost-so-far.ts';
import { type FinancesContent, rulesFor, whatTheyPay } from '../../../../lib/domain/finances.ts';
import { LARGEST_PENCE } from '../../../../lib/domain/money.ts';
import * as carers from '../../../support/carers-case.ts';
import { wordsOf } from '../../../support/visitor.ts';
import * as made from './made-up-cases.ts';
import { configuration, go, type Made, MORAG, nasty, PRIYA } from './made-up-cases.ts';
import { drawn, faultsIn, opening, posting, shown, visitTo } from './visiting.ts';

const PATH = '/cases/:caseId/finances';
const EXAMPLE = '£250.00 income, £15,001 savings, £20.00 housing, £15.50 DRE, £162.15 left with, cost £214 → £56.35';
const TYPED = {
  kind: 'figures',
  standing: 'estimate',
  setting: 'community',
  income: '250.00',
  savings: '£15,001',
  housing: '20',
  dre: '15.50',
  leftWith: '162.15',
  reason: '',
};
const CONTENT = {
  kind: 'figures',
  standing: 'estimate',
  setting: 'community',
  assessableIncomePence: 25_000,
  capitalPence: 1_500_100,
  housingCostsPence: 2_000,
  drePence: 1_550,
  leftWithPence: 16_215,
} as const satisfies FinancesContent;
const recorded = (from: Made, content: FinancesContent = CONTENT): Made =>
  go(from, [{ type: 'record-finances', content }, PRIYA]);
const preview = async (typed: Record<string, string>, at = made.planned) =>
  posting(PATH, at, PRIYA, { ...TYPED, ...typed, action: 'propose' });
const text = async (at: Made): Promise<string> => wordsOf((await shown(await opening(PATH, at, PRIYA))).html);
const rules = rulesFor(configuration.charging, made.NOW.slice(0, 10));

describe('what it comes to', () => {
  test(EXAMPLE, async () => {
    const { status, html } = await preview({});
    expect(status).toBe(200);
    expect(await faultsIn(html)).toEqual([]);
    const words = wordsOf(html);
    for (const each of [
      'This comes to: About £56.35 a week',
      'It is not recorded yet.',
      'Of £214.00 a week: the plan as it is written, not agreed yet.',
      'Counted for savings Savings of £15,001.00 are £751.00 above £14,250.00.',
      '£250.00 + £4.00 − £20.00 − £15.50 − £162.15 = £56.35.',
      'To pay each week About £56.35',
      'the limits of 2025/26. Later ones have not been found yet.',
    ])
      expect(words).toContain(each);
    for (const [name, value] of Object.entries(TYPED).filter(
      ([name]) => !['kind', 'standing', 'setting', 'reason'].includes(name),
    ))
      expect(html).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`));
  });
  test('decided, it is not “about”', async () => {
    const words = wordsOf((await preview({ standing: 'decided' })).html);
    expect(words).toContain('This comes to: £56.35 a week');
    expect(words).not.toContain('About £');
  });
  test('in a care home the allowance has its own name', async () => {
    const words = wordsOf((await preview({ setting: 'care-home', leftWith: '30.65' })).html);
    expect(words).toContain('Personal expenses allowance');
    expect(words).not.toContain('Minimum income guarantee What');
  });
  test('above the upper limit the whole cost is paid', async () => {
    expect(wordsOf((await preview({ savings: '23,250.01' })).html)).toContain('This comes to: About £214.00 a week');
    expect(wordsOf((await preview({ savings: '23,250' })).html)).not.toContain('About £214.00 a week');
  });
  test('with nothing left over there is nothing to pay', async () => {
    expect(wordsOf((await preview({ income: '0', savings: '0' })).html)).toContain('Nothing, as it looks now');
  });
  test('no charge, and the whole cost by choice, with the reason as it was written', async () => {
    const free = await preview({ kind: 'no-charge', reason: nasty('free') });
    expect(wordsOf(free.html)).toContain('This comes to: Nothing');
    expect(free.html).toContain('&lt;script&gt;free');
    expect(await faultsIn(free.html)).toEqual([]);
    expect(wordsOf((await preview({ kind: 'pays-in-full', reason: 'Their wish.' })).html)).toContain(
      'The whole cost, by choice: £214.00 a week Their wish.',
    );
  });
  test('a figure below every figure of law is pointed out, and not refused', async () => {
    const words = 'is less than';
    expect(wordsOf((await preview({ leftWith: '1.62' })).html)).toContain(`£1.62 a week ${words}`);
    expect(wordsOf((await preview({})).html)).not.toContain(words);
    expect(wordsOf((await preview({ setting: 'care-home', leftWith: '30.64' })).html)).toContain(`£30.64 a week ${words}`);
    expect(wordsOf((await preview({ setting: 'care-home', leftWith: '30.65' })).html)).not.toContain(words);
  });
});

describe('against which cost', () => {
  test.each([
    ['the agreed plan', made.arranging, 21_400, 'agreed'],
    ['the agreed one, while another is written', made.planningAgain, 21_400, 'agreed'],
    ['the plan as it is written', made.planned, 21_400, 'plan'],
    ['the up-front figure', made.planning, 18_011, 'figure'],
  ])('%s', (_name, { state }, pence, of) => {
    expect(costSoFar(state)).toEqual({ pence, of });
  });
  test('none: it can be recorded all the same, and nothing is worked out', async () => {
    expect(costSoFar(made.sent.state)).toBeUndefined();
    const { html } = await preview({}, made.sent);
    expect(wordsOf(html)).toContain('No cost is known yet');
    expect(html).not.toContain('ow-working');
  });
  test('a plan without a line does not cost nothing', () => {
    const { plan } = made.planned.state;
    if (!plan) throw new Error('no plan');
    expect(costSoFar({ ...made.planned.state, plan: { ...plan, items: [] } })?.of).toBe('figure');
  });
});

describe('what was recorded', () => {
  test('is shown with who found it, as the person sees it', async () => {
    const words = await text(recorded(made.planned));
    expect(words).toContain('They pay: About £56.35 a week');
    expect(words).toContain('Recorded by Priya Raman on 23 November 2026, as an estimate.');
    expect(words).toContain('To pay each week About £56.35');
  });
  test('once support is agreed it is what stands in the statement', async () => {
    const at = recorded(made.arranging, { ...CONTENT, standing: 'decided' });
    expect(at.state.agreed?.budget.contributionPence).toBe(5_635);
    expect(paysSoFar({ state: at.state, configuration: { ...configuration, charging: undefined }, now: new Date() })).toEqual(
      at.state.agreed?.budget.contribution,
    );
    expect(await text(at)).toContain('They pay: £56.35 a week');
  });
  test('fills the boxes when it is done again; the words of a reason too', async () => {
    const { html } = await shown(await opening(PATH, recorded(made.planned, { kind: 'no-charge', reason: nasty('why') }), PRIYA));
    expect(html).toMatch(/value="no-charge"\s+checked/);
    expect(html).toContain('&lt;script&gt;why');
    expect(await faultsIn(html)).toEqual([]);
  });
});

describe('what the boxes begin with', () => {
  const told = go(made.sent, [
    {
      type: 'answer-question',
      answers: { 'money.income': 25_000, 'money.savings': 1_500_100, 'money.housing-costs': { talk: true } },
    },
    PRIYA,
  ]);
  test('nothing is chosen and no amount is there where nobody has said one', () => {
    expect(beginWith(made.sent.state, configuration)).toEqual({});
  });
  test('what was told, with whose words it is; a wish to talk fills no box', async () => {
    expect(beginWith(told.state, configuration)).toEqual({ income: '250.00', savings: '15001.00' });
    const words = await text(told);
    expect(words).toContain('£250.00 a week. You wrote this on 23 November 2026.');
    expect(words).toContain('Would rather talk about this.');
  });
  test('not what is counted by the month: it would be four times too much', () => {
    const questions = configuration.questions.map((each) =>
      each.id === 'money.income' && each.type === 'money' ? { ...each, per: 'month' as const } : each,
    );
    expect(beginWith(told.state, { ...configuration, questions })).toEqual({ savings: '15001.00' });
  });
  test('law: what was found, drawn and sent back untouched is the same to the penny', () => {
    const amount = fc.integer({ min: 0, max: LARGEST_PENCE });
    const found = fc.record({
      kind: fc.constant('figures' as const),
      standing: fc.constantFrom('estimate' as const, 'decided' as const),
      setting: fc.constantFrom('community' as const, 'care-home' as const),
      assessableIncomePence: amount,
      capitalPence: amount,
      housingCostsPence: amount,
      drePence: amount,
      leftWithPence: amount,
    });
    const by = { recordedBy: { id: 'S', name: 'S' }, recordedAt: made.NOW };
    fc.assert(
      fc.property(found, (content) => {
        const state = { ...made.planned.state, finances: { ...content, ...by } };
        expect(readFinances(beginWith(state, configuration))).toEqual({ value: content });
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('the figures of law to start from', () => {
  test('£112.50 and £49.65 of 2025/26 make the £162.15 of the example', () => {
    const { charging } = configuration;
    expect(charging && suggestedLeftWith(charging, '2026-11-21')).toEqual([
      { words: 'one person, 25 to pension age', pence: 11_250, years: ['2025/26'], newest: false },
      { words: 'with the disability premium', pence: 16_215, years: ['2025/26'], newest: false },
      { words: 'with the enhanced one too', pence: 18_640, years: ['2025/26'], newest: false },
      { words: 'in a care home', pence: 3_065, years: ['2025/26'], newest: false },
    ]);
    expect(charging && suggestedLeftWith(charging, '2010-01-01')).toEqual([]);
  });
  test('each with its year and source, and said that those of the year have not been found', async () => {
    const words = await text(made.planning);
    for (const each of [
      'with the disability premium £162.15',
      'in a care home £30.65',
      'Not every figure of 2026/27 has been found yet.',
      'One person, 25 to pension age 2025/26, the newest found £112.50',
      '2025/26: https://',
    ])
      expect(words).toContain(each);
  });
});

describe('wrong input is nothing recorded, a message at its box, and everything typed', () => {
  const AMOUNT: [name: string, typed: string, sentence: string][] = [
    ['nothing', '', 'Enter an amount in pounds. If there is none, enter 0.'],
    ['less than nothing', '-5', 'Enter 0 or more.'],
    ['less than nothing, as it is printed', '−5.00', 'Enter 0 or more.'],
    ['part of a penny', '12.345', 'Enter pounds and whole pennies'],
    ['a huge amount', '10,000,000.01', 'That is more than ten million pounds.'],
    ['an endless one', '9'.repeat(400), 'That is more than ten million pounds.'],
    ['words', 'about 250', 'Enter an amount in pounds, such as 250'],
    ['a number of another kind', '1e3', 'Enter an amount in pounds, such as 250'],
    ['misplaced commas', '1,23', 'Enter an amount in pounds, such as 250'],
  ];
  describe.each(['income', 'savings', 'housing', 'dre', 'leftWith'])('%s', (field) => {
    test.each(AMOUNT)('%s', async (_name, typed, sentence) => {
      const { status, html } = await preview({ [field]: typed });
      expect(status).toBe(422);
      expect([...html.matchAll(/<a href="#([A-Za-z]+)">/g)].map(([, at]) => at)).toEqual([field]);
      expect(html).toContain(`id="${field}"`);
      expect(wordsOf(html)).toContain(sentence);
      if (typed) expect(html).toContain(`value="${typed}"`);
      expect(html).toContain('value="15.50"'.replace('15.50', field === 'dre' ? '162.15' : '15.50'));
    });
  });
  test.each([
    ['no choice', { kind: '' }, 'kind', 'Choose what was found.'],
    ['another choice', { kind: 'half' }, 'kind', 'Choose what was found.'],
    ['not how firm', { standing: '' }, 'standing', 'Choose whether this is an estimate'],
    ['not where they live', { setting: 'boat' }, 'setting', 'Choose where they live.'],
    ['no reason', { kind: 'no-charge', reason: ' ' }, 'reason', 'Write the reason.'],
    ['no reason for the whole cost', { kind: 'pays-in-full', reason: '' }, 'reason', 'Write the reason.'],
    ['too long a reason', { kind: 'no-charge', reason: 'x'.repeat(1001) }, 'reason', 'at most 1000 characters'],
  ])('%s', async (_name, typed, field, sentence) => {
    const { status, html } = await preview(typed);
    expect(status).toBe(422);
    expect(html).toContain(`href="#${field}"`);
    expect(html).toContain(`id="${field}"`);
    expect(wordsOf(html)).toContain(sentence);
    expect(await faultsIn(html)).toEqual([]);
  });
  test('amounts are not looked at where there are no figures', () => {
    expect(readFinances({ ...TYPED, kind: 'no-charge', reason: 'Aftercare.', income: 'words' })).toEqual({
      value: { kind: 'no-charge', reason: 'Aftercare.' },
    });
  });
});

describe('where nothing is asked', () => {
  test('a closed case says so, whatever is sent', async () => {
    const { html } = await shown(await opening(PATH, made.closed, PRIYA));
    expect(wordsOf(html)).toContain('This case is closed, so there is nothing to pay for.');
    expect(html).not.toContain('<form');
    expect((await posting(PATH, made.closed, PRIYA, TYPED)).status).toBe(409);
  });
  test('a carer’s own case says that it is free, and takes nothing', async () => {
    const at = { ...(await visitTo({ state: carers.assessed.state, events: [] }, PRIYA)), configuration: carers.forCarers };
    const html = await drawn(financesView({ visit: at }));
    expect(wordsOf(html)).toContain('makes no charge for support to carers');
    expect(html).not.toContain('<form');
    if (financesPage.kind !== 'case' || !financesPage.post) throw new Error('takes no form');
    expect((await shown(await financesPage.post(at, { ...TYPED, action: 'record' }))).status).toBe(409);
  });
  test('a council that does charge carers is asked', async () => {
    const council = { ...carers.forCarers.council, chargesCarers: true };
    const at = await visitTo({ state: carers.assessed.state, events: [] }, PRIYA);
    const html = await drawn(financesView({ visit: { ...at, configuration: { ...carers.forCarers, council } } }));
    expect(html).toContain('name="income"');
  });
  test('without the limits of law no figures are offered, and the other two are', async () => {
    const at = { ...(await visitTo(made.planned, PRIYA)), configuration: { ...configuration, charging: undefined } };
    const html = await drawn(financesView({ visit: at }));
    expect(html).not.toContain('name="income"');
    expect(html).toContain('value="pays-in-full"');
    expect(wordsOf(html)).toContain('The limits for savings are not known here');
    expect(await faultsIn(html)).toEqual([]);
  });
});

test('it says that nothing waits for it, and is led away from by the person themself', async () => {
  expect(await text(made.sent)).toContain('Nothing waits for this');
  expect(await opening(PATH, made.sent, { ...made.ADA, roles: ['assessor'] })).toEqual({ goTo: '/cases/C-ADA2026/me' });
  expect(MORAG.roles).not.toContain('assessor');
});

test('law: the working shows the figure that was decided, and speaks to the person as “you”', () => {
  const amount = fc.integer({ min: 0, max: 5_000_000 });
  const found = fc.record({
    kind: fc.constant('figures' as const),
    standing: fc.constantFrom('estimate' as const, 'decided' as const),
    setting: fc.constantFrom('community' as const, 'care-home' as const),
    assessableIncomePence: amount,
    capitalPence: amount,
    housingCostsPence: amount,
    drePence: amount,
    leftWithPence: amount,
  });
  fc.assert(
    fc.property(found, amount, (content, cost) => {
      const pays = whatTheyPay(content, cost, rules);
      if (!pays) throw new Error('no limits');
      const { lines, total, notes } = contributionWorking(pays, 'person');
      expect(JSON.stringify([lines, notes])).not.toMatch(/\b(the person|they pay)\b/i);
      expect(contributionWorking(pays, 'staff').total).toEqual(total);
      if (pays.pence > 0) expect(paysWords(pays)).toBe(`${total.figure} a week`);
      expect(notes).toHaveLength(2);
    }),
    { numRuns: 10_000 },
  );
});
