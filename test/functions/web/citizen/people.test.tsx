/** Who can see what, asking somebody to help, and the same for staff: valid, easy to read, nothing unescaped, and nothing to the wrong one. */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import { invitePage } from '../../../../functions/web/citizen/invite.tsx';
import { peoplePage, removeFromList, sendAgain } from '../../../../functions/web/citizen/people.tsx';
import { AdvocateOffer } from '../../../../functions/web/citizen/people-words.tsx';
import { readInvitation } from '../../../../functions/web/citizen/read-invitation.ts';
import type { Html } from '../../../../functions/web/kit/html.ts';
import { Page } from '../../../../functions/web/kit/layout.tsx';
import type { Answer, Page as PageOf, Typed } from '../../../../functions/web/page.ts';
import { CasePeople } from '../../../../functions/web/staff/case-people.tsx';
import type { Actor } from '../../../../lib/domain/actor.ts';
import type { Value } from '../../../../lib/domain/answer.ts';
import type { Invitation } from '../../../../lib/domain/circle.ts';
import { htmlFaults } from '../../../support/valid-html.ts';
import { caseVisit, drawn } from './drawn-pages.tsx';
import * as cases from './made-up-cases.ts';
import { ADA, type Deed, go, MORAG, PRIYA } from './made-up-cases.ts';
import { readingGrade, sentencesOf } from './reading-grade.ts';

const BEN: Actor = { id: 'P-BEN', name: 'Ben <script>alert("b")</script>', roles: ['person'] };
const VERA: Actor = { id: 'P-VERA', name: 'Vera Okafor', roles: ['person'] };
const LATER = '2027-01-20T09:30:00Z';

const invitation = (change: Partial<Invitation> = {}): Invitation => ({
  id: BEN.id,
  name: BEN.name,
  as: 'helper',
  sections: ['talking-with-you'],
  until: '2026-12-21',
  contact: { by: 'email', to: 'ben@example.org' },
  ...change,
});
const asks = (change: Partial<Invitation> = {}, by = ADA): Deed => [
  { type: 'invite-person', invitation: invitation(change) },
  by,
];
const advocate = { id: VERA.id, name: VERA.name, as: 'advocate', sections: 'all' } as const;
const attorney = { as: 'representative', authority: 'lpa-health-and-welfare', sections: 'all' } as const;
const answers = (given: Record<string, Value>, by = ADA): Deed => [{ type: 'answer-question', answers: given }, by];
const HARD = answers({ 'about.difficulty': ['remember', 'tell-others'] });

const helped = go(cases.opened, [asks()]);
const joined = go(helped, [[{ type: 'join-circle' }, BEN]]);
const removed = go(joined, [[{ type: 'remove-person', id: BEN.id }, ADA]]);
const withPapers = go(cases.opened, [asks(attorney)]);
const seen = go(withPapers, [[{ type: 'record-authority-seen', id: BEN.id }, PRIYA]]);
const money = go(cases.opened, [asks({ ...attorney, authority: 'appointee', sections: ['you'] })]);
const full = go(cases.told, [asks(), asks(advocate), [{ type: 'join-circle' }, VERA]]);
const hard = go(cases.opened, [HARD]);
const chosen = go(hard, [answers({ 'about.speak-up': 'someone-i-chose', 'about.carer': true, 'about.carer-offer': false })]);
const met = go(hard, [asks(advocate, PRIYA), [{ type: 'join-circle' }, VERA]]);

const offer = (made: cases.Made, actor?: Actor): Html => {
  const visit = caseVisit(made, actor);
  return (
    <Page {...visit.frame} title="Your page here">
      <AdvocateOffer visit={visit} />
    </Page>
  );
};

const PERSONS: Readonly<Record<string, Html>> = {
  'people, nobody': peoplePage(caseVisit(cases.opened)),
  'people, asked just now': peoplePage(caseVisit(helped), { invited: BEN.id, link: 'sent' }),
  'people, no link could be sent': peoplePage(caseVisit(helped), { invited: BEN.id, link: 'no-post' }),
  'people, joined': peoplePage(caseVisit(joined)),
  'people, removed': peoplePage(caseVisit(removed), { removed: BEN.id }),
  'people, papers to be seen': peoplePage(caseVisit(withPapers)),
  'people, several': peoplePage(caseVisit(full)),
  'people, day past': peoplePage(caseVisit(full, ADA, LATER)),
  'people, in place': peoplePage(caseVisit(go(cases.inPlace, [asks({ sections: 'all' })]))),
  'people, closed': peoplePage(caseVisit(go(helped, [[{ type: 'withdraw', reasons: '' }, ADA]]))),
  'people, by staff': peoplePage(caseVisit(full, PRIYA)),
  'people, by an approver': peoplePage(caseVisit(full, MORAG)),
  'people, by the advocate': peoplePage(caseVisit(full, VERA)),
  'people, with a mistake': peoplePage(caseVisit(helped), {}, { 'main-content': 'This person is not on the list any more.' }),
  'ask someone': invitePage(caseVisit(cases.opened)),
  'ask someone, in place': invitePage(caseVisit(cases.inPlace)),
  'ask someone, by staff': invitePage(caseVisit(cases.opened, PRIYA)),
  'ask someone, by the advocate': invitePage(caseVisit(full, VERA)),
  'an advocate is due': offer(hard),
  'somebody was chosen': offer(chosen),
  'an advocate came': offer(met),
};
const STAFFS: Readonly<Record<string, Html>> = {
  'staff, nobody': <CasePeople visit={caseVisit(cases.opened, PRIYA)} />,
  'staff, papers': <CasePeople visit={caseVisit(withPapers, PRIYA)} />,
  'staff, papers, by an approver': <CasePeople visit={caseVisit(withPapers, MORAG)} />,
  'staff, papers seen': <CasePeople visit={caseVisit(seen, PRIYA)} />,
  'staff, money only': <CasePeople visit={caseVisit(money, PRIYA)} />,
  'staff, advocate due': <CasePeople visit={caseVisit(hard, PRIYA)} />,
  'staff, somebody chosen': <CasePeople visit={caseVisit(chosen, PRIYA)} />,
  'staff, advocate came': <CasePeople visit={caseVisit(met, PRIYA)} />,
  'staff, removed': (
    <CasePeople visit={caseVisit(removed, PRIYA)} errors={{ 'main-content': 'There is nobody by that name here.' }} />
  ),
};
const EVERY = { ...PERSONS, ...STAFFS };

const pageNamed = (name: string): Promise<string> => {
  const page = EVERY[name];
  if (!page) throw new Error(`there is no page “${name}”`);
  return drawn(page);
};
const wordsOf = async (name: string): Promise<string> => (await pageNamed(name)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

// Checkboxes of one question share a name; telephone numbers are the council’s, in a sentence.
const faultsIn = htmlFaults({
  'tel-non-breaking': 'off',
  'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
});

test.each(Object.keys(EVERY))('%s: valid, one heading, nothing inline, what was typed is text', async (name) => {
  const html = await pageNamed(name);
  expect(await faultsIn(html)).toEqual([]);
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).not.toMatch(/\s(style|on[a-z]+)\s*=/i);
  expect(html).not.toMatch(/\[object|undefined|<script>alert/);
  expect(sentencesOf(html).join(' ')).not.toContain('!');
});

test.each(Object.keys(PERSONS))('%s reads at grade 6 or below', async (name) => {
  const sentences = sentencesOf(await pageNamed(name));
  const hardest = [...sentences].sort((one, other) => readingGrade([other]) - readingGrade([one])).slice(0, 6);
  expect(readingGrade(sentences), hardest.join(' | ')).toBeLessThanOrEqual(6);
});

test.each<[string, string[], string[]]>([
  ['people, nobody', ['No one yet.', 'Ask someone to help'], ['Take ', 'before']],
  ['people, asked just now', ['is on the list. We have sent them a link.', 'Letters, calls and visits', '21 December 2026'], []],
  ['people, asked just now', ['Not yet. The link goes to ben@example.org.', 'Send Ben', 'Take Ben'], ['Yes, on']],
  ['people, joined', ['Yes, on 23 November 2026'], ['the link again']],
  ['people, removed', ['is off the list. They can see nothing', 'taken off by Ada Thornbury on 23 November 2026'], ['Take Ben']],
  ['people, papers to be seen', ['Nothing yet. We have to see their papers first', 'Then they can see'], []],
  ['people, several', ['Vera Okafor', 'All of it. They act for you', 'private: you cannot see it'], []],
  ['people, day past', ['No one yet.', 'until 21 December 2026'], ['Take ']],
  ['people, in place', ['All the parts that you fill in', 'Morag Sinclair'], []],
  ['people, closed', ['Take Ben'], ['Ask someone to help']],
  ['people, by staff', ['“You” is Ada Thornbury', 'Take Vera Okafor off the list', 'Ask someone to help'], []],
  ['people, by an approver', ['“You” is Ada Thornbury'], ['Take ', 'Send ', 'Ask someone to help']],
  ['people, by the advocate', ['Take Ben', 'Take Vera Okafor off the list'], []],
  ['ask someone', ['Someone who acts for you', 'What lets them act for you?', 'or All of it'], ['said yes to']],
  ['ask someone, by staff', ['Ask only someone they have said yes to'], []],
  ['ask someone, by the advocate', ['Family or a friend'], ['What lets them act']],
  ['an advocate is due', ['You have a right to an advocate', 'We must find one for you'], []],
  ['an advocate came', ['Vera Okafor is your advocate.'], ['Call us']],
  ['staff, papers', ['I have seen the papers of Ben', 'Mental Capacity Act 2005', 'Sees nothing until the papers'], []],
  ['staff, papers, by an approver', ['Someone who assesses and plans can record'], ['I have seen']],
  ['staff, papers seen', ['Priya Raman saw the papers, 23 November 2026', 'All of the case'], ['I have seen']],
  ['staff, money only', ['Their power is about money only'], ['All of the case']],
  ['staff, advocate due', ['s.67(2)', 'keeping it in mind; telling others what they want'], ['reg 4']],
  ['staff, somebody chosen', ['s.67(5)', 'reg 4', 'Someone they chose', 'only the carer can refuse it'], []],
  ['staff, advocate came', ['Vera Okafor. They have an advocate'], []],
])('%s says what it must, and nothing it must not', async (name, there, absent) => {
  const words = await wordsOf(name);
  for (const each of there) expect(words).toContain(each);
  for (const each of absent) expect(words).not.toContain(each);
});

test('nothing is offered where there is nothing to say: not asked yet, none of it hard, closed', async () => {
  const quiet = [
    cases.opened,
    go(cases.opened, [answers({ 'about.difficulty': ['none'] })]),
    go(hard, [[{ type: 'withdraw', reasons: '' }, ADA]]),
  ];
  for (const made of quiet) expect(await drawn(offer(made))).not.toContain('id="advocate"');
});

test('a made-up id in the address names nobody', async () => {
  const html = await drawn(peoplePage(caseVisit(removed), { invited: '<b>x</b>', removed: 'P-NOBODY', link: 'sent' }));
  expect(html).not.toContain('notification-banner');
});

describe('what was typed', () => {
  const typed: Typed = {
    name: '  Ben   Hart ',
    as: 'helper',
    sections: ['talking-with-you', 'you'],
    'until-day': '21',
    'until-month': 'Dec',
    'until-year': '2026',
    by: 'email',
    email: ' ben@example.org ',
    phone: 'not looked at',
  };
  const visit = caseVisit(cases.opened);
  const read = (change: Typed = {}, actor?: Actor) =>
    readInvitation(actor ? caseVisit(full, actor) : visit, { ...typed, ...change });
  const good = (change: Typed = {}): Invitation => {
    const found = read(change);
    if ('errors' in found) throw new Error(JSON.stringify(found.errors));
    return found.invitation;
  };

  test('becomes an invitation', () => {
    expect(good()).toMatchObject({
      name: 'Ben Hart',
      as: 'helper',
      sections: ['talking-with-you', 'you'],
      until: '2026-12-21',
      contact: { by: 'email', to: 'ben@example.org' },
    });
    expect(good({ sections: '*' }).sections).toBe('all');
    expect(good({ by: 'text', phone: '07700 900 123' }).contact).toEqual({ by: 'text', to: '07700 900 123' });
    expect(good({ as: 'representative', authority: 'consent' }).authority).toBe('consent');
    expect(good({ authority: 'consent' })).not.toHaveProperty('authority');
  });

  test('twice is the same person; with other words, on another form or case it is another', () => {
    const { id } = good();
    expect(id).toMatch(/^P-[0-9A-F]{20}$/);
    expect(good().id).toBe(id);
    const others = [good({ name: 'Bea Hart' }), good({ email: 'bea@example.org' }), good({ 'until-day': '20' })];
    const onOther = readInvitation({ ...visit, request: '22222222-2222-3333-4444-555555555555' }, typed);
    expect(new Set([id, ...others.map((each) => each.id), 'invitation' in onOther ? onOther.invitation.id : id]).size).toBe(5);
  });

  test.each<[string, Typed, Record<string, RegExp>]>([
    ['no name', { name: ' ' }, { name: /Write their name/ }],
    ['a long name', { name: 'x'.repeat(121) }, { name: /120 letters/ }],
    ['nobody', { as: '' }, { as: /Choose what they are/ }],
    ['a worker', { as: 'assessor' }, { as: /Choose what they are/ }],
    ['no power', { as: 'representative' }, { authority: /Choose what lets them/ }],
    ['no parts', { sections: [] }, { sections: /Choose what they can see/ }],
    ['a part of the council’s', { sections: ['before-you-start'] }, { sections: /from the list/ }],
    ['a part of nothing', { sections: ['you', '__proto__'] }, { sections: /from the list/ }],
    ['no day', { 'until-day': '', 'until-month': '', 'until-year': '' }, { until: /Write the last day/ }],
    ['a 31st of February', { 'until-day': '31', 'until-month': '2', 'until-year': '2027' }, { until: /no such day/ }],
    ['a day past', { 'until-day': '1', 'until-month': '1', 'until-year': '2026' }, { until: /still to come/ }],
    ['a day too far off', { 'until-year': '2030' }, { until: /within the next year/ }],
    ['no way', { by: '' }, { by: /Choose email or text/ }],
    ['no email', { email: 'ben' }, { email: /email address/ }],
    ['a landline', { by: 'text', phone: '01632 960 123' }, { phone: /mobile number/ }],
    [
      'nothing at all',
      { name: '', as: '', sections: [], 'until-day': 'x', by: '' },
      { name: /./, as: /./, sections: /./, until: /./, by: /./ },
    ],
  ])('%s is put right beside its field', async (_, change, expected) => {
    const found = read(change);
    const errors = 'errors' in found ? found.errors : {};
    expect(Object.keys(errors)).toEqual(Object.keys(expected));
    for (const [field, message] of Object.entries(expected)) expect(errors[field]).toMatch(message);
    const html = await drawn(invitePage(visit, { ...typed, ...change }, errors));
    expect(html).toContain('<title>Error: ');
    for (const field of Object.keys(errors)) expect(html).toMatch(new RegExp(`href="#${field}"[\\s\\S]*id="${field}"`));
    expect(await faultsIn(html)).toEqual([]);
  });

  test('stays when the page comes again, escaped', async () => {
    const html = await drawn(
      invitePage(visit, { ...typed, name: '<b>Ben</b>', email: 'ben' }, { email: 'Write an email address.' }),
    );
    expect(html).toContain('&lt;b&gt;Ben&lt;/b&gt;');
    expect(html).toMatch(/value="helper" checked/);
    expect(html).toMatch(/value="you" checked/);
    expect(html).toMatch(/name="until-month"[^>]*value="Dec"/);
    expect(html).toContain(visit.request);
  });

  test('suggests four weeks', async () => {
    const html = await drawn(invitePage(visit));
    expect(html).toMatch(/name="until-day"[^>]*value="21"/);
    expect(html).toMatch(/name="until-month"[^>]*value="12"/);
  });

  test('whoever acts for the person cannot make another act for them, by a forged form either', () => {
    expect(read({ as: 'representative', authority: 'consent' }, VERA)).toHaveProperty('errors.as');
    expect(read({}, VERA)).toHaveProperty('invitation');
  });
});

describe('the doors', () => {
  const sent = async (page: PageOf, made: cases.Made, actor: Actor, typed: Typed): Promise<Answer> => {
    if (page.kind !== 'case' || !page.post) throw new Error('takes no form');
    return page.post(caseVisit(made, actor), typed);
  };
  const shown = async (answer: Answer): Promise<[number, string]> =>
    'show' in answer ? [answer.status, await drawn(answer.show)] : [303, 'goTo' in answer ? answer.goTo : ''];

  test.each([VERA.id, 'P-NOBODY', ''])('a helper who asks for %s to be taken off is shown no list', async (id) => {
    const [status, html] = await shown(await sent(removeFromList, full, BEN, { id }));
    expect(status).toBe(403);
    expect(html).not.toContain('Vera');
    expect(html).not.toContain('Who can see what');
  });

  test('no link is sent to somebody who is off the list, or past their day, or never was on it', async () => {
    expect((await shown(await sent(sendAgain, removed, ADA, { id: BEN.id })))[0]).toBe(409);
    expect((await shown(await sent(sendAgain, helped, ADA, { id: 'P-NOBODY' })))[0]).toBe(409);
  });

  test('the pages ask for the right permission', () => {
    expect([removeFromList, sendAgain].map((page) => page.kind === 'case' && page.who)).toEqual([
      'remove-person',
      'invite-person',
    ]);
  });
});
