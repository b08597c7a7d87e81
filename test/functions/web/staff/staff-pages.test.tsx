/**
 * Every staff page at every point of a case: valid HTML, one heading, nothing inline, and whatever people typed stays text.
 * Only pages that need no table are asked here; lists and the log are drawn from lines and events.
 */
import './environment.ts';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import type { Html } from '../../../../functions/web/kit/html.ts';
import type { Answer, CaseVisit, Page } from '../../../../functions/web/page.ts';
import { CaseHistory } from '../../../../functions/web/staff/case-history.tsx';
import { ReviewsView } from '../../../../functions/web/staff/reviews.tsx';
import { staffPages } from '../../../../functions/web/staff/staff-pages.ts';
import { WorkView } from '../../../../functions/web/staff/work.tsx';
import { summarise } from '../../../../lib/app/summary.ts';
import type { Actor } from '../../../../lib/domain/actor.ts';
import * as made from './made-up-cases.ts';
import { configuration, IDRIS, type Made, MORAG, PRIYA } from './made-up-cases.ts';
import { drawn, shown, visitBy, visitTo } from './visiting.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // The reasons for each of these are beside the same list in test/functions/web/kit/valid-pages.test.tsx.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'require-sri': 'off',
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
    // Boxes of one group post under one name, as upstream has them.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
  },
});

const pageAt = (path: string): Page => {
  const page = staffPages.find((each) => each.path === path);
  if (!page) throw new Error(`no page ${path}`);
  return page;
};

/** A page's answer to somebody who opens it. */
const opening = async (path: string, at: Made, actor: Actor, more = ''): Promise<Answer> => {
  const page = pageAt(path);
  if (page.kind !== 'case' || !page.get) throw new Error(`${path} shows nothing about a case`);
  const address = path.replace(':caseId', at.state.id).replace(':stage', at.state.state === 'underway' ? at.state.at.stage : 'x');
  return page.get(await visitTo(at, actor, path, address + more));
};

const PAGES: Readonly<Record<string, () => Promise<Html | Answer>>> = {
  'summary, waiting for the person': () => opening('/cases/:caseId', made.opened, PRIYA),
  'summary, to be taken': () => opening('/cases/:caseId', made.sent, PRIYA),
  'summary, taken': () => opening('/cases/:caseId', made.taken, PRIYA),
  'summary, another has it': () => opening('/cases/:caseId', made.taken, made.TOM),
  'summary, needs attention': () => opening('/cases/:caseId', made.needsAttention, PRIYA),
  'summary, sent back': () => opening('/cases/:caseId', made.returned, PRIYA),
  'summary, changes suggested': () => opening('/cases/:caseId', made.changesSuggested, PRIYA),
  'summary, supported': () => opening('/cases/:caseId', made.supported, MORAG),
  'summary, closed': () => opening('/cases/:caseId', made.closed, PRIYA),
  'answers, not assessed': () => opening('/cases/:caseId/answers', made.sent, PRIYA),
  'answers, assessed': () => opening('/cases/:caseId/answers', made.planning, MORAG),
  'money, none yet': () => opening('/cases/:caseId/money', made.sent, PRIYA),
  'money, up front': () => opening('/cases/:caseId/money', made.planning, PRIYA),
  'money, agreed': () => opening('/cases/:caseId/money', made.supported, MORAG),
  'plan, none yet': () => opening('/cases/:caseId/plan', made.planning, PRIYA),
  'plan, agreed': () => opening('/cases/:caseId/plan', made.supported, PRIYA),
  'plan, a second one': () => opening('/cases/:caseId/plan', made.planningAgain, PRIYA),
  assess: () => opening('/cases/:caseId/assess', made.sent, PRIYA),
  'write the plan, empty': () => opening('/cases/:caseId/plan/edit', made.planning, PRIYA),
  'write the plan, saved': () => opening('/cases/:caseId/plan/edit', made.planned, PRIYA, '?saved=yes'),
  'write the plan, sent back': () => opening('/cases/:caseId/plan/edit', made.returned, PRIYA),
  'check the plan': () => opening('/cases/:caseId/plan/offer', made.planned, PRIYA),
  'check the plan, none': () => opening('/cases/:caseId/plan/offer', made.planning, PRIYA),
  'form, quality check': () => opening('/cases/:caseId/form/:stage', made.offered, MORAG),
  'form, for somebody else': () => opening('/cases/:caseId/form/:stage', made.offered, PRIYA),
  'form, arranging support': () => opening('/cases/:caseId/form/:stage', made.arranging, PRIYA),
  approve: () => opening('/cases/:caseId/approve', made.atApproval, MORAG),
  'approve, above the limit': () => opening('/cases/:caseId/approve', made.atApproval, { ...MORAG, limitPence: 100 }),
  review: () => opening('/cases/:caseId/review', made.atReview, PRIYA),
  'review, not the first': () => opening('/cases/:caseId/review', made.reviewedBefore, PRIYA),
  'not due': () => opening('/cases/:caseId/assess', made.planning, PRIYA),
  history: async () => <CaseHistory visit={await visitTo(made.reviewedBefore, PRIYA)} events={made.reviewedBefore.events} />,
  'history, closed': async () => <CaseHistory visit={await visitTo(made.closed, PRIYA)} events={made.closed.events} />,
  'history, stopped': async () => (
    <CaseHistory visit={await visitTo(made.needsAttention, PRIYA)} events={made.needsAttention.events} />
  ),
  work: async () => {
    const rows = [made.sent, made.taken, made.needsAttention].map(({ state }) => summarise(state, configuration));
    return <WorkView visit={await visitBy(IDRIS)} list="assessor" page={{ rows, next: 'a b' }} later={false} />;
  },
  'work, nothing': async () => <WorkView visit={await visitBy(MORAG)} list="approver" page={{ rows: [] }} later />,
  reviews: async () => <ReviewsView visit={await visitBy(PRIYA)} rows={[summarise(made.supported.state, configuration)]} />,
};

const htmlOf = async (page: () => Promise<Html | Answer>): Promise<string> => {
  const answer = await page();
  return 'show' in answer || 'goTo' in answer ? (await shown(answer)).html : drawn(answer);
};

describe.each(Object.entries(PAGES))('%s', (_name, page) => {
  test('is a valid page with one heading, a title, labels, and nothing inline', async () => {
    const html = await htmlOf(page);
    const report = await validator.validateString(html);
    const messages = report.results.flatMap((result) => result.messages);
    expect(messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`)).toEqual([]);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]{20,}<\/title>/);
    expect(html).not.toMatch(/\s(style|on[a-z]+)\s*=/i);
    expect(html.match(/<script/g)).toHaveLength(2);
    const controls = (html.match(/<(input|select|textarea)\b[^>]*>/g) ?? []).filter((tag) => !tag.includes('type="hidden"'));
    for (const control of controls) expect(html).toContain(`for="${/\sid="([^"]+)"/.exec(control)?.[1]}"`);
  });
});

test.each([
  ['words', '/cases/:caseId', made.sent],
  ['stop', '/cases/:caseId', made.closed],
  ['changes', '/cases/:caseId', made.changesSuggested],
  ['returned', '/cases/:caseId', made.returned],
  ['call', '/cases/:caseId', made.supported],
  ['note', '/cases/:caseId/answers', made.planning],
  ['reasons', '/cases/:caseId/answers', made.planning],
  ['words', '/cases/:caseId/assess', made.sent],
  ['agreed', '/cases/:caseId/money', made.supported],
  ['goals', '/cases/:caseId/plan', made.planned],
  ['line', '/cases/:caseId/plan', made.planned],
  ['provider', '/cases/:caseId/plan', made.planned],
  ['way', '/cases/:caseId/plan', made.planned],
  ['back-up', '/cases/:caseId/plan', made.planned],
  ['line', '/cases/:caseId/plan/edit', made.planned],
  ['theirs', '/cases/:caseId/review', made.reviewedBefore],
])('%s, typed with markup, is text on %s', async (mark, path, at) => {
  const { html } = await shown(await opening(path, at, PRIYA));
  expect(html).toContain(`&lt;script&gt;${mark}&lt;/script&gt;`);
  expect(html).not.toContain(`<script>${mark}`);
});

test('the money page shows the figure of test vector B, with every line of the working', async () => {
  const { html } = await shown(await opening('/cases/:caseId/money', made.planned, PRIYA));
  for (const words of ['£180.11', '£9,365.72', '£310.50', '34.5 points', '-£20.0125', '£214', '£33.89', 'DEMO-2026-1'])
    expect(html, words).toContain(words);
});

describe('whose turn it is', () => {
  const button = async (at: Made, actor: Actor) => {
    const { html } = await shown(await opening('/cases/:caseId', at, actor));
    return /<a href="(\/cases\/[^"]+)" role="button"[^>]*class="govuk-button"/.exec(html)?.[1];
  };
  test.each([
    ['the assessment, to be taken', made.sent, PRIYA, '/cases/C-ADA2026/assess'],
    ['the assessment, which she took', made.taken, PRIYA, '/cases/C-ADA2026/assess'],
    ['the assessment, which a colleague has', made.taken, made.TOM, undefined],
    ['the assessment, for an approver', made.sent, MORAG, undefined],
    ['the plan', made.planning, PRIYA, '/cases/C-ADA2026/plan/edit'],
    ['the quality check', made.offered, MORAG, '/cases/C-ADA2026/form/quality-check'],
    ['agreeing, for an approver', made.atApproval, MORAG, '/cases/C-ADA2026/approve'],
    ['agreeing, for the author', made.atApproval, { ...PRIYA, roles: ['approver' as const] }, undefined],
    ['the review', made.atReview, PRIYA, '/cases/C-ADA2026/review'],
    ['nothing while support is in place', made.supported, PRIYA, undefined],
    ['nothing once it is closed', made.closed, PRIYA, undefined],
  ])('%s', async (_name, at, actor, href) => {
    expect(await button(at, actor)).toBe(href);
  });
});

test('a machine that stopped can be started again by somebody who may, and is only told of to others', async () => {
  const forPriya = (await shown(await opening('/cases/:caseId', made.needsAttention, PRIYA))).html;
  expect(forPriya).toContain('Lambda.Unknown');
  expect(forPriya).toContain('action="/cases/C-ADA2026/restart"');
  expect((await shown(await opening('/cases/:caseId', made.needsAttention, MORAG))).html).not.toContain('/restart');
});

describe('agreeing', () => {
  const page = async (actor: Actor) => (await shown(await opening('/cases/:caseId/approve', made.atApproval, actor))).html;
  test('shows what it rests on before the buttons', async () => {
    const html = await page(MORAG);
    expect(html).toMatch(/£214\.00 a week, within what you can agree \(up to £300\.00 a week\).*Agree the plan/s);
    expect(html).toContain('£33.89 a week more than the up-front figure of £180.11');
  });
  test('is not offered above the limit, but sending back is', async () => {
    const html = await page({ ...MORAG, limitPence: 21_399 });
    expect(html).not.toContain('Agree the plan');
    expect(html).toContain('Send it back with reasons');
    expect(html).toContain('Ask someone with a higher limit');
  });
  test('is explained, not offered, to whoever wrote the plan', async () => {
    const html = await page({ ...PRIYA, roles: ['approver'], limitPence: 99_999 });
    expect(html).toContain('You wrote some of this plan');
    expect(html).not.toContain('<button');
  });
});

test.each([
  '/cases/:caseId/assess',
  '/cases/:caseId/plan/edit',
  '/cases/:caseId/plan/offer',
  '/cases/:caseId/approve',
  '/cases/:caseId/review',
])('%s says where the case is when it is not due, and offers no form', async (path) => {
  const { status, html } = await shown(await opening(path, made.supported, PRIYA));
  expect(status).toBe(409);
  expect(html).toContain('Support is in place');
  expect(html).not.toContain('<form');
});

test('nobody works on a case of their own: they are led to their own page', async () => {
  const ada: Actor = { ...made.ADA, roles: ['assessor'] };
  for (const path of ['/cases/:caseId', '/cases/:caseId/assess', '/cases/:caseId/money', '/cases/:caseId/form/:stage'])
    expect(await opening(path, made.sent, ada)).toEqual({ goTo: '/cases/C-ADA2026/me' });
});

test('the person’s own form of the council’s stages is not found where the stage is not theirs', async () => {
  const { status } = await shown(await opening('/cases/:caseId/form/:stage', made.offered, made.ADA));
  expect(status).toBe(404);
});

test('a worklist marks one’s own work and keeps it first, and links to the next page', async () => {
  const [other, mine] = [made.sent, made.taken].map(({ state }) => summarise(state, configuration));
  const rows = [other, mine].flatMap((line) => (line ? [line] : []));
  const visit = await visitBy(PRIYA);
  const html = await drawn(<WorkView visit={visit} list="assessor" page={{ rows, next: 'a&b' }} later={false} />);
  expect(html).toMatch(/You have this.*Nobody yet/s);
  expect(html).toContain('/work?who=assessor&amp;after=a%26b');
  expect(html).toContain('21 December 2026');
});

test('every page about a case is one the visitor’s case names', () => {
  const paths = staffPages.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  for (const page of staffPages) expect(page.kind === 'case').toBe(page.path.startsWith('/cases/:caseId'));
});

const posting = async (path: string, at: Made, actor: Actor, typed: Record<string, string | string[]>) => {
  const page = pageAt(path);
  if (page.kind !== 'case' || !page.post) throw new Error(`${path} takes no form`);
  const stage = at.state.state === 'underway' ? at.state.at.stage : 'x';
  const address = path.replace(':caseId', at.state.id).replace(':stage', stage);
  const visit: CaseVisit = await visitTo(at, actor, path, address);
  return shown(await page.post(visit, typed));
};

describe('a form that is not in order comes back with its messages and everything that was typed', () => {
  test.each([
    ['/cases/:caseId/assess', made.sent, PRIYA, { action: 'confirm', reasons: 'Kept <b>' }, 'impairment'],
    ['/cases/:caseId/assess', made.sent, PRIYA, { action: 'propose', reasons: 'Kept <b>' }, 'impairment'],
    [
      '/cases/:caseId/plan/edit',
      made.planning,
      PRIYA,
      { basedOn: '0', goals: 'Kept <b>', 'line-1-what': 'Help' },
      'line-1-price',
    ],
    ['/cases/:caseId/approve', made.atApproval, MORAG, { decision: 'Kept', reasons: 'Kept <b>' }, 'reasons'],
    ['/cases/:caseId/form/:stage', made.offered, MORAG, { 'answer-what-works-well': 'Kept <b>' }, 'outcome'],
    ['/cases/:caseId/review', made.atReview, PRIYA, { inTheirWords: 'Kept <b>' }, 'achieved'],
  ])('%s', async (path, at, actor, typed, field) => {
    const { status, html } = await posting(path, at, actor, typed);
    expect(status).toBe(422);
    expect(html).toMatch(/<title>Error: /);
    expect(html).toContain(`href="#${field}"`);
    expect(html).toContain(`id="${field}"`);
    expect(html).toContain('Kept &lt;b&gt;');
    const report = await validator.validateString(html);
    expect(report.results.flatMap((result) => result.messages.map(({ message }) => message))).toEqual([]);
  });

  test('and says where the case is now, when it has moved on meanwhile', async () => {
    const { status, html } = await posting('/cases/:caseId/assess', made.planning, PRIYA, { action: 'propose' });
    expect(status).toBe(409);
    expect(html).toContain('Support planning');
  });
});

test('working out what the findings lead to shows the three conditions, decides nothing and keeps everything', async () => {
  const typed = { action: 'propose', impairment: 'yes', impact: 'yes', unable: ['CA-HYGIENE', 'CA-TOILET'], reasons: 'Because' };
  const { status, html } = await posting('/cases/:caseId/assess', made.sent, PRIYA, typed);
  expect(status).toBe(200);
  expect(html).toContain('What you found leads to: eligible needs identified.');
  expect(html.match(/Met: /g)).toHaveLength(3);
  expect(html).toContain('Because');
  expect(html).toMatch(/value="eligible-needs-identified"\s+checked/);
});

test('a plan saved by somebody else meanwhile is shown, and what was typed stays', async () => {
  const typed = { basedOn: '0', goals: 'My own words', 'line-1-what': 'x' };
  const { html } = await posting('/cases/:caseId/plan/edit', made.planned, made.TOM, typed);
  expect(html).toContain('Priya Raman saved version 1');
  expect(html).toContain('My own words');
  expect(html).toContain('name="basedOn" value="1"');
});
