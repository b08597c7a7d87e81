/** Planning together as the person and staff see it: valid, easy to read, nothing of anybody else’s record, and what was typed is kept. */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import { togetherPage } from '../../../../functions/web/citizen/together.tsx';
import { togetherPoolPage } from '../../../../functions/web/citizen/together-pool.tsx';
import type { SharedFact } from '../../../../functions/web/household-visit.tsx';
import type { Html } from '../../../../functions/web/kit/html.ts';
import type { Typed } from '../../../../functions/web/page.ts';
import { readPool } from '../../../../functions/web/shared/read-pool.ts';
import { caseTogetherPage } from '../../../../functions/web/staff/case-together.tsx';
import { caseTogetherPoolPage } from '../../../../functions/web/staff/case-together-pool.tsx';
import { claimableShares, type Household, type NewMember, poolOf } from '../../../../lib/domain/household.ts';
import { shareFault } from '../../../../lib/domain/pool.ts';
import { agree, BEN, CAI, type Deed, DOT, go, openFor, own, start, TODAY, worker } from '../../../support/households.ts';
import { htmlFaults } from '../../../support/valid-html.ts';
import { caseVisit, drawn } from './drawn-pages.tsx';
import * as cases from './made-up-cases.ts';
import { ADA, CASE_ID, MORAG, PRIYA } from './made-up-cases.ts';
import { readingGrade, sentencesOf } from './reading-grade.ts';

const NASTY = '<script>alert("clean")</script>';
const me: NewMember = { caseId: CASE_ID, person: { id: ADA.id, name: ADA.name }, kind: 'adult' };
const opened = go(undefined, openFor(me, BEN, CAI, DOT));
const yes = (who: NewMember, what: 'conversation' | 'sharedFacts' | 'combinedPlan'): Deed => [
  { type: 'agree-to', what, words: '' },
  own(who),
];
const talking = go(
  opened,
  yes(me, 'conversation'),
  yes(BEN, 'conversation'),
  yes(me, 'sharedFacts'),
  yes(BEN, 'sharedFacts'),
  [{ type: 'write-to-household', words: `Shall we go on Friday? ${NASTY}` }, own(BEN)],
  [{ type: 'write-to-household', words: 'Shall I call you?' }, worker(BEN)],
  [{ type: 'agree-to', what: 'combinedPlan', words: 'Fine by me.' }, worker(BEN)],
);
const asked = go(undefined, [{ type: 'open-household', id: 'H-ASKED1', name: 'Ben and Ada', members: [BEN, me] }, own(BEN)]);
const offered = go(
  talking,
  start(
    own(BEN),
    [
      [me, 1],
      [BEN, 1],
      [CAI, 1],
    ],
    { wholePence: 1000 },
  ),
);
const shared = go(offered, agree(me), agree(CAI));
const paid = go(
  shared,
  [
    { type: 'record-pool-money', number: 1, movement: { kind: 'in', on: TODAY, pence: 2000, what: NASTY, caseId: CASE_ID } },
    own(me),
  ],
  [{ type: 'leave-pool', number: 1, from: TODAY, words: 'SECRET-WORDS' }, own(CAI)],
);
const others = go(
  talking,
  start(own(BEN), [
    [BEN, 1],
    [CAI, 1],
  ]),
);

const question = cases.configuration.questions.find(({ id }) => id === 'about.address');
if (!question) throw new Error('no such question');
const address: SharedFact = {
  question,
  value: { lines: ['1 Mill Lane'], town: 'Larkham', postcode: 'LK1 1AA' },
  from: { caseId: BEN.caseId, name: BEN.person.name },
};

const visit = caseVisit(cases.opened);
const staff = caseVisit(cases.opened, PRIYA);
const pool = (household: Household) => poolOf(household, 1);
const told = (household: Household, facts: readonly SharedFact[] = []) => [{ household, facts }];

const PERSONS: Readonly<Record<string, Html>> = {
  'with nobody': togetherPage(visit, []),
  asked: togetherPage(visit, told(asked)),
  'just begun': togetherPage(visit, told(opened)),
  talking: togetherPage(visit, told(talking, [address])),
  'two of them': togetherPage(visit, [...told(talking), ...told(asked)]),
  'sharing a cost': togetherPage(visit, told(paid)),
  'a message too long': togetherPage(
    visit,
    told(talking),
    { 'words-H-THORNBURY': NASTY },
    { 'words-H-THORNBURY': 'Use 2,000 letters or fewer.' },
  ),
  'a new cost': togetherPoolPage(visit, { household: talking }),
  'a cost to agree': togetherPoolPage(visit, { household: offered, pool: pool(offered) }),
  'a cost agreed': togetherPoolPage(visit, { household: shared, pool: pool(shared) }),
  'a cost after somebody left': togetherPoolPage(visit, { household: paid, pool: pool(paid) }),
};
const STAFFS: Readonly<Record<string, Html>> = {
  'staff, with nobody': caseTogetherPage(staff, []),
  'staff, talking': caseTogetherPage(staff, [talking, asked]),
  'staff, sharing': caseTogetherPage(staff, [paid]),
  'staff, an approver': caseTogetherPage(caseVisit(cases.opened, MORAG), [paid]),
  'staff, a new cost': caseTogetherPoolPage(staff, { household: talking }),
  'staff, a cost to agree': caseTogetherPoolPage(staff, { household: offered, pool: pool(offered) }),
  'staff, a cost after somebody left': caseTogetherPoolPage(staff, { household: paid, pool: pool(paid) }),
  'staff, a cost, an approver': caseTogetherPoolPage(caseVisit(cases.opened, MORAG), { household: paid, pool: pool(paid) }),
};
const EVERY = { ...PERSONS, ...STAFFS };
const faultsIn = htmlFaults({
  'tel-non-breaking': 'off',
  'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
});
const pageNamed = (name: string): Promise<string> => {
  const page = EVERY[name];
  if (!page) throw new Error(`no page ${name}`);
  return drawn(page);
};
const wordsOf = async (name: string) => (await pageNamed(name)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test.each(Object.keys(EVERY))('%s: valid, one heading, nothing inline, what was typed is text', async (name) => {
  const html = await pageNamed(name);
  expect(await faultsIn(html)).toEqual([]);
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).not.toMatch(/\s(style|on[a-z]+)\s*=/i);
  expect(html).not.toMatch(/\[object|undefined|NaN|<script>alert/);
  expect(sentencesOf(html).join(' ')).not.toContain('!');
});

test.each(Object.keys(PERSONS))('%s reads at grade 6 or below', async (name) => {
  const sentences = sentencesOf(await pageNamed(name));
  const hardest = [...sentences].sort((one, other) => readingGrade([other]) - readingGrade([one])).slice(0, 6);
  expect(readingGrade(sentences), hardest.join(' | ')).toBeLessThanOrEqual(6);
});

test.each<[string, string[], string[]]>([
  ['with nobody', ['tell us who with', 'We ask them, and they choose'], []],
  ['asked', ['Yes, plan together', 'No, thank you', 'Ben Hart'], ['Say yes:', 'Stop planning']],
  ['just begun', ['Say yes: talk together', 'Not yet:'], ['Your talk', 'Take back']],
  [
    'talking',
    ['Shall we go on Friday?', 'Priya Raman, Larkshire', 'Take back: talk together', '1 Mill Lane', 'Use this for me too'],
    ['Fine by me.'],
  ],
  ['sharing a cost', ['Friday nights', '£5.00', 'Waits for you, Ben Hart', 'Not yet: you, Ben Hart'], ['SECRET-WORDS']],
  ['a cost to agree', ['I agree', '£3.34', '£3.33', '£10.00', 'Has not agreed yet'], []],
  ['a cost agreed', ['Agreed by all', '£10.00'], ['I agree']],
  ['a cost after somebody left', ['I agree', '£5.00', 'Put in', '£20.00'], ['SECRET-WORDS', 'Agreed by all']],
  ['staff, talking', ['No combined plan', 'Yes, 23 November 2026, written down by Priya Raman', 'Their own, as a carer'], []],
  ['staff, an approver', ['Friday nights', 'Send to all of them'], ['Start planning together', 'Write it down', 'Add another']],
  ['staff, a cost to agree', ['Write down that they agree', 'Who agreed what'], []],
  ['staff, a cost, an approver', ['Who agreed what'], ['Write down money', 'Offer a change']],
])('%s says what it must, and nothing it must not', async (name, there, absent) => {
  const words = await wordsOf(name);
  for (const each of there) expect(words).toContain(each);
  for (const each of absent) expect(words).not.toContain(each);
});

test('nobody sees what others share without them', async () => {
  expect(await drawn(togetherPage(visit, told(others)))).not.toContain('Friday nights');
  expect(await drawn(caseTogetherPage(staff, [others]))).toContain('Friday nights');
});

test('the share on the page is the one a plan may claim, and no other', async () => {
  expect(claimableShares(shared, CASE_ID, TODAY)).toEqual([
    { household: 'H-THORNBURY', pool: 1, name: 'Friday nights', pence: 334 },
  ]);
  expect(claimableShares(offered, CASE_ID, TODAY)).toEqual([]);
  expect(shareFault(pool(shared), CASE_ID, 334, TODAY)).toBeUndefined();
  expect(shareFault(pool(shared), CASE_ID, 333, TODAY)?.refused).toBe('share-not-agreed');
});

describe('what was typed about a cost', () => {
  const typed: Typed = {
    deed: 'start',
    name: 'Friday nights',
    purpose: 'A driver.',
    description: '3 hours at £20.00',
    whole: '60',
    [`parts-${CASE_ID}`]: '2',
    [`parts-${BEN.caseId}`]: '1',
    [`parts-${CAI.caseId}`]: '',
    'from-day': '1',
    'from-month': 'Dec',
    'from-year': '2026',
  };
  const read = (change: Typed = {}) => readPool({ ...typed, ...change }, { caseId: CASE_ID, staff: false, household: talking });

  test('becomes a command', () => {
    expect(read()).toEqual({
      command: {
        type: 'start-pool',
        name: 'Friday nights',
        purpose: 'A driver.',
        content: {
          description: '3 hours at £20.00',
          wholePence: 6000,
          shares: [
            { caseId: CASE_ID, parts: 2 },
            { caseId: BEN.caseId, parts: 1 },
          ],
          startsOn: '2026-12-01',
        },
      },
    });
  });

  test('never has a carer in it, whatever is posted', () => {
    expect(JSON.stringify(read({ [`parts-${DOT.caseId}`]: '1' }))).not.toContain(DOT.caseId);
  });

  test.each<[string, Typed, string[]]>([
    ['no name', { name: '' }, ['name']],
    ['no purpose', { purpose: ' ' }, ['purpose']],
    ['no words for it', { description: '' }, ['description']],
    ['no money', { whole: '' }, ['whole']],
    ['less than no money', { whole: '-60' }, ['whole']],
    ['parts of a penny', { whole: '60.001' }, ['whole']],
    ['too much money', { whole: '99999999999' }, ['whole']],
    ['nothing', { whole: '0' }, ['whole']],
    ['half a part', { [`parts-${BEN.caseId}`]: '1.5' }, [`parts-${BEN.caseId}`]],
    ['too many parts', { [`parts-${BEN.caseId}`]: '1001' }, [`parts-${BEN.caseId}`]],
    ['one person', { [`parts-${BEN.caseId}`]: '' }, [`parts-${CASE_ID}`]],
    ['no first day', { 'from-day': '', 'from-month': '', 'from-year': '' }, ['from']],
    ['a day there is not', { 'from-day': '31', 'from-month': '2' }, ['from']],
    ['a last day before the first', { 'until-day': '1', 'until-month': '11', 'until-year': '2026' }, ['until']],
    ['half a last day', { 'until-day': '1' }, ['until']],
  ])('%s is put right beside its field, and nothing typed is lost', async (_, change, fields) => {
    const found = read(change);
    const errors = 'errors' in found ? found.errors : {};
    expect(Object.keys(errors)).toEqual(fields);
    const html = await drawn(togetherPoolPage(visit, { household: talking, typed: { ...typed, ...change }, errors }));
    expect(await faultsIn(html)).toEqual([]);
    expect(html).toMatch(/<title>Error: /);
    for (const field of fields) expect(html).toMatch(new RegExp(`href="#${field}"[\\s\\S]*id="${field}"`));
    if (!('name' in change)) expect(html).toContain('value="Friday nights"');
  });

  test.each<[string, Typed, boolean, string[]]>([
    ['money without anything', { deed: 'money' }, false, ['kind', 'amount', 'what', 'on']],
    [
      'money put in by nobody',
      { deed: 'money', kind: 'in', amount: '5', what: 'x', 'on-day': '1', 'on-month': '12', 'on-year': '2026' },
      true,
      ['who'],
    ],
    ['leaving on no day', { deed: 'leave' }, false, ['leave']],
    [
      'leaving without their words',
      { deed: 'leave', 'leave-day': '1', 'leave-month': '12', 'leave-year': '2026' },
      true,
      ['leave-said'],
    ],
    ['ending on no day', { deed: 'end' }, false, ['last']],
    ['agreeing without their words', { deed: 'agree' }, true, ['agree-said']],
  ])('%s is put right beside its field', async (_, sent, isStaff, fields) => {
    const around = { household: shared, pool: pool(shared) };
    const found = readPool(sent, { caseId: CASE_ID, staff: isStaff, ...around });
    expect('errors' in found && Object.keys(found.errors)).toEqual(fields);
  });
});
