/** The pages of the front door, drawn for every turn they take: valid, one heading, nothing inline, easy to read, nothing unescaped. */
import '../../../support/web-environment.ts';
import { Context } from 'hono';
import { describe, expect, test } from 'vitest';
import { codeMessage, inOneLine, linkMessage } from '../../../../functions/web/access-messages.ts';
import { savedPage, savePage } from '../../../../functions/web/citizen/save.tsx';
import type { Html } from '../../../../functions/web/kit/html.ts';
import type { CaseVisit, Visit } from '../../../../functions/web/page.ts';
import { mailboxPage } from '../../../../functions/web/public/mailbox.tsx';
import { codePage, deadLinkPage, papersPage, sendCodePage } from '../../../../functions/web/public/return-code.tsx';
import { askedPage, lostPage, noPostPage } from '../../../../functions/web/public/return-lost.tsx';
import { startPage } from '../../../../functions/web/public/start.tsx';
import { PLAIN } from '../../../../functions/web/reader.ts';
import { newCode, newLink } from '../../../../lib/app/access.ts';
import { configurationOf } from '../../../../lib/app/configuration.ts';
import { type Case, evolve } from '../../../../lib/domain/case.ts';
import { decide } from '../../../../lib/domain/decide.ts';
import { isRefusal } from '../../../../lib/domain/refusal.ts';
import { htmlFaults } from '../../../support/valid-html.ts';
import { readingGrade, sentencesOf } from '../citizen/reading-grade.ts';
import { demonstration } from './demonstration.ts';

const faultsIn = htmlFaults({ 'tel-non-breaking': 'off' });
const bundle = demonstration();
const { council } = bundle;
const configuration = configurationOf(bundle);
const NOW = new Date('2026-11-23T09:30:00Z');
const EVIL = '<script>alert("x")</script>';
const ADA = { id: 'P-ADA', name: `Ada ${EVIL}`, roles: ['person' as const] };

const visit: Visit = {
  c: new Context(new Request('http://127.0.0.1/')),
  session: undefined,
  bundle,
  frame: { council, service: { name: council.service, href: '/' }, nav: [], demonstration: true },
  csrf: '',
  request: '11111111-2222-3333-4444-555555555555',
  now: NOW,
  reading: PLAIN,
};

const opened = (): Case => {
  const decision = decide({ type: 'open-case', caseId: 'C-7Q2M0ZK4TD', person: ADA }, undefined, ADA, configuration, NOW);
  if (isRefusal(decision) || !decision[0]) throw new Error('no case');
  return evolve(undefined, decision[0]);
};
const state = opened();
const caseVisit: CaseVisit = {
  ...visit,
  session: { id: 'session', actor: ADA, until: '2026-12-31T00:00:00Z' },
  actor: ADA,
  case: state,
  configuration,
  subject: { person: state.person, circle: [], today: '2026-11-23' },
  reader: {},
};

const link = newLink({ caseId: state.id, actor: ADA, kind: 'return', contact: { by: 'email', to: 'ada@example.org' } }, NOW);
const texted = { ...link, contact: { by: 'text' as const, to: '07700 900123' } };
const open = { link: newCode(link, 'hash', NOW).next ?? link, state, way: 'open' as const };
const token = 'A'.repeat(43);
const message = linkMessage(
  { ...link, kind: 'invitation' },
  `http://127.0.0.1/return/${token}`,
  council,
  `${ADA.name} asks for help.`,
);

/** Name → page. */
const PAGES: Readonly<Record<string, Html>> = {
  start: startPage(visit),
  'start, not a demonstration': startPage({ ...visit, frame: { ...visit.frame, demonstration: false } }),
  save: savePage(caseVisit, {}),
  'save with mistakes': savePage(
    caseVisit,
    { by: 'email', email: EVIL },
    { email: 'Type an email address like name@example.org.' },
  ),
  saved: savedPage(caseVisit, { contact: link.contact, until: link.until }),
  'send a code': sendCodePage({ visit, token, open: { ...open, link: texted } }),
  'send a code, again': sendCodePage({ visit, token, open, errors: { 'main-content': 'That code has run out or was used.' } }),
  code: codePage({ visit, token, open }),
  'code with mistakes': codePage({ visit, token, open, errors: { code: 'Type the six numbers of the code.' } }, { code: EVIL }),
  'one try': codePage({ visit, token, open: { ...open, link: { ...open.link, wrong: 4 } } }),
  'dead link': deadLinkPage(visit),
  papers: papersPage(visit),
  lost: lostPage(visit),
  'lost with mistakes': lostPage(visit, { reference: EVIL, contact: EVIL }, { reference: 'Type your reference.' }),
  asked: askedPage(visit),
  'no post': noPostPage(visit),
  'mailbox, empty': mailboxPage(visit, []),
  mailbox: mailboxPage(visit, [
    { ...message, at: NOW.toISOString() },
    { ...message, subject: EVIL, body: EVIL, at: NOW.toISOString() },
  ]),
};

describe.each(Object.entries(PAGES))('page: %s', (_name, page) => {
  const drawn = async () => String(await (await page).toString());

  test('is valid HTML with one heading, a title and nothing inline', async () => {
    const html = await drawn();
    expect(await faultsIn(html)).toEqual([]);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).not.toMatch(/\s(style|on[a-z]+)\s*=/i);
    expect(html).not.toMatch(/\[object|undefined/);
  });

  test('keeps what somebody wrote as text', async () => {
    expect(await drawn()).not.toContain('<script>alert');
  });

  test('reads at grade 6 or below', async () => {
    const sentences = sentencesOf(await drawn());
    const hard = [...sentences].sort((one, other) => readingGrade([other]) - readingGrade([one])).slice(0, 6);
    expect(readingGrade(sentences), hard.join(' | ')).toBeLessThanOrEqual(6);
  });
});

describe('messages', () => {
  const about = (words: string) => linkMessage(link, 'https://ownway.example/return/x', council, words).body;

  test('say who they are from, how long they last, and what to do if it was not you', () => {
    for (const { body } of [linkMessage(link, 'https://x.example/return/x', council), codeMessage(link, '012345', council)]) {
      expect(body).toContain(council.name);
      expect(body).toContain('If this was not you');
      expect(body).not.toContain('!');
      expect(body.length).toBeLessThan(700);
    }
    expect(linkMessage(link, 'https://x.example', council).body).toMatch(/28 days[\s\S]*C-7Q2M0ZK4TD/);
    expect(codeMessage(link, '012345', council).body).toMatch(/012345[\s\S]*10 minutes/);
  });

  test('a code comes without a link, and a link without a code', () => {
    expect(codeMessage(link, '012345', council).body).not.toContain('http');
    expect(linkMessage(link, `https://x.example/return/${token}`, council).body).not.toMatch(/\b\d{6}\b/);
  });

  test('a subject says nothing about anybody', () => {
    for (const { subject } of [message, codeMessage(link, '012345', council)]) expect(subject).not.toMatch(/Ada|care|support/i);
  });

  test.each([
    ['Ada\r\nBcc: all@example.org', 'Ada Bcc: all@example org'],
    ['Ada https://evil.example/x', 'Ada evil example/x'],
    ['Ada www.evil.example', 'Ada www evil example'],
    ['J. R. Smith asks you.', 'J. R. Smith asks you.'],
    ['Zoë\u202Eevil', 'Zoë evil'],
  ])('%j is written %j', (words, line) => {
    expect(inOneLine(words)).toBe(line);
    expect(about(words).split('\n\n')[0]).toBe(line);
  });

  test('have one link, whatever somebody is called', () => {
    const body = about('http://a.example https://b.example//c ftp://d.example HTTPS://E.EXAMPLE');
    expect(body.match(/:\/\//g)).toHaveLength(1);
  });
});

describe('the start page', () => {
  const html = async (demo = true) =>
    String(await (await startPage({ ...visit, frame: { ...visit.frame, demonstration: demo } })).toString());

  test('leads on to starting, coming back, the figure, print and looks', async () => {
    const page = await html();
    expect(page).toMatch(/<form method="post" action="\/begin"/);
    for (const href of ['/return', '/reckoner', '/print', '/display', '/sign-in']) expect(page).toContain(`href="${href}"`);
  });

  test('offers made-up people only where there are some', async () => {
    expect(await html(false)).not.toContain('/sign-in');
  });

  test('says how long it takes, from the questions there are', async () => {
    expect(await html()).toMatch(/We ask most people [1-9]\d* questions\. Plan for about [1-9]\d* minutes\./);
  });
});
