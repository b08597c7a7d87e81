/**
 * What you pay, on the person's own page: the same figure as the staff page and the statement, in their words, saying how firm it is and
 * that nothing waits for it.
 */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import { whatYouPay, whatYouPayPage } from '../../../../functions/web/citizen/what-you-pay.tsx';
import type { CaseVisit } from '../../../../functions/web/page.ts';
import type { FinancesContent } from '../../../../lib/domain/finances.ts';
import * as carers from '../../../support/carers-case.ts';
import { htmlFaults } from '../../../support/valid-html.ts';
import { wordsOf } from '../../../support/visitor.ts';
import { caseVisit, drawn } from './drawn-pages.tsx';
import * as cases from './made-up-cases.ts';
import { ADA, go, type Made, MORAG, PRIYA } from './made-up-cases.ts';
import { readingGrade, sentencesOf } from './reading-grade.ts';

const faultsIn = htmlFaults({ 'tel-non-breaking': 'off' });

const ESTIMATE = {
  kind: 'figures',
  standing: 'estimate',
  setting: 'community',
  assessableIncomePence: 25_000,
  capitalPence: 1_500_100,
  housingCostsPence: 2_000,
  drePence: 1_550,
  leftWithPence: 16_215,
} as const satisfies FinancesContent;
const found = (from: Made, content: FinancesContent = ESTIMATE): Made =>
  go(from, [[{ type: 'record-finances', content }, PRIYA]]);
const estimate = found(cases.planning);
const decided = found(cases.arranging, { ...ESTIMATE, standing: 'decided' });
const free = found(cases.planning, { kind: 'no-charge', reason: 'Your support is <script>aftercare</script>.' });
const inFull = found(cases.planning, { kind: 'pays-in-full', reason: 'You would rather pay.' });

const asCarer = (): CaseVisit => ({
  ...caseVisit({ state: carers.assessed.state, events: [] }, carers.ROSALIND),
  configuration: carers.forCarers,
});

const VISITS: Readonly<Record<string, () => CaseVisit>> = {
  'nothing found yet': () => caseVisit(cases.withFigure),
  'found, before there is a cost': () => caseVisit(found(cases.sentStory)),
  'the whole cost, before there is one': () =>
    caseVisit(found(cases.sentStory, { kind: 'pays-in-full', reason: 'You would rather pay.' })),
  'of the up-front figure': () => caseVisit(found(cases.withFigure)),
  'an estimate of the plan': () => caseVisit(estimate),
  'decided, of the agreed plan': () => caseVisit(decided),
  'in a care home': () => caseVisit(found(cases.planning, { ...ESTIMATE, setting: 'care-home', leftWithPence: 3_065 })),
  'savings above the limit': () => caseVisit(found(cases.planning, { ...ESTIMATE, capitalPence: 2_325_001 })),
  'nothing left over': () => caseVisit(found(cases.planning, { ...ESTIMATE, assessableIncomePence: 0 })),
  'no charge': () => caseVisit(free),
  'the whole cost by choice': () => caseVisit(inFull),
  closed: () => caseVisit(cases.withdrawn),
  'closed, with what was found': () => caseVisit(go(estimate, [[{ type: 'withdraw', reasons: 'My sister moved in.' }, ADA]])),
  'a carer': asCarer,
  'without limits of law': () => ({ ...caseVisit(estimate), configuration: { ...cases.configuration, charging: undefined } }),
};
const html = async (name: string): Promise<string> => {
  const visit = VISITS[name];
  if (!visit) throw new Error(`there is no “${name}”`);
  return drawn(whatYouPayPage(visit()));
};
const words = async (name: string): Promise<string> => wordsOf(await html(name));

describe.each(Object.keys(VISITS))('%s', (name) => {
  test('is valid, has one heading, and reads at grade 6 or below', async () => {
    const page = await html(name);
    expect(await faultsIn(page)).toEqual([]);
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).not.toContain('<script>after');
    const sentences = sentencesOf(page);
    const hard = [...sentences].sort((one, other) => readingGrade([other]) - readingGrade([one])).slice(0, 6);
    expect(readingGrade(sentences), hard.join(' | ')).toBeLessThanOrEqual(6);
  });
  test('speaks to the person, and never of waiting', async () => {
    const main = /<main[\s\S]*<\/main>/.exec(await html(name))?.[0] ?? '';
    expect(wordsOf(main)).not.toMatch(/\b(they pay|the person pays|left to the person)\b/i);
    if (!['closed', 'a carer'].includes(name)) expect(wordsOf(main)).toContain('Nothing you need waits for this.');
  });
});

test('£250.00 income, £15,001 savings, £20.00 housing, £15.50 DRE, £162.15 left with, cost £214 → £56.35', async () => {
  const page = await words('an estimate of the plan');
  for (const each of [
    'About £56.35 a week',
    'It is your part of £214.00 a week. That is what your plan costs as it is now. It is not agreed yet, so this can change.',
    'We pay the rest: about £157.65 a week.',
    'This is an estimate. It comes from what you told us. Priya Raman wrote it down on 23 November 2026.',
    'it is not a bill',
    '£250.00 + £4.00 − £20.00 − £15.50 − £162.15 = £56.35.',
    'To pay each week About £56.35',
  ])
    expect(page).toContain(each);
});

test('decided, it is the figure of the statement, and not “about”', async () => {
  expect(decided.state.agreed?.budget).toMatchObject({ contributionPence: 5_635, councilPence: 15_765 });
  const page = await words('decided, of the agreed plan');
  expect(page).toContain('£56.35 a week');
  expect(page).toContain('That is what the plan we agreed costs. We pay the rest: £157.65 a week.');
  expect(page).toContain('This is decided. Priya Raman');
  expect(page).not.toMatch(/\babout £/i);
  expect(page).not.toContain('not a bill');
});

test('before anything is known no figure is shown, and it says what comes next', async () => {
  for (const name of ['nothing found yet', 'found, before there is a cost', 'without limits of law', 'closed', 'a carer'])
    expect(await words(name), name).not.toMatch(/£\d/);
  expect(await words('nothing found yet')).toContain('before you choose your plan');
  expect(await words('found, before there is a cost')).toContain('We do not know yet what your support costs.');
  expect(await words('without limits of law')).not.toContain('We do not know yet what your support costs.');
});

test('no charge and the whole cost by choice say whose choice it is, with the reason', async () => {
  expect(await words('no charge')).toMatch(/What you pay Nothing .*Nothing to pay Your support is/);
  const page = await words('the whole cost by choice');
  expect(page).toContain('You chose this. You can change your mind on any day.');
  expect(page).toContain('The whole cost, by choice: £214.00 a week You would rather pay.');
  expect(page).not.toContain('We pay the rest');
});

test('a carer pays nothing, for themselves or for the person they look after', async () => {
  const page = await words('a carer');
  expect(page).toContain('We do not charge carers for their own support here.');
  expect(page).toContain('You also do not pay for the support of the person you look after.');
});

test('to say that it is wrong is one click for the person, and a call for whoever may not', async () => {
  const link = 'href="/cases/C-ADA2026AAA/disagree?about=figure&amp;detail=What+you+pay"';
  expect(await html('an estimate of the plan')).toContain(link);
  const forMorag = await drawn(whatYouPayPage(caseVisit(estimate, MORAG)));
  expect(forMorag).not.toContain(link);
  expect(wordsOf(forMorag)).toContain('Call us on');
});

test('who may see the case may see it', () => {
  expect(whatYouPay).toMatchObject({ kind: 'case', who: 'view-case', path: '/cases/:caseId/what-you-pay' });
});
