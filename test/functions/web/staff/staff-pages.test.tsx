/**
 * Every staff page at every point of a case: valid HTML, one heading, nothing inline, and whatever people typed stays text.
 * Only pages that need no table are asked here; lists and the log are drawn from lines and events.
 */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import type { Html } from '../../../../functions/web/kit/html.ts';
import type { Answer } from '../../../../functions/web/page.ts';
import { CaseHistory } from '../../../../functions/web/staff/case-history.tsx';
import { ReviewsView } from '../../../../functions/web/staff/reviews.tsx';
import { staffPages } from '../../../../functions/web/staff/staff-pages.ts';
import { WorkView } from '../../../../functions/web/staff/work.tsx';
import { summarise } from '../../../../lib/app/summary.ts';
import { emptyTable } from '../../../support/empty-table.ts';
import * as made from './made-up-cases.ts';
import { configuration, IDRIS, MORAG, PRIYA } from './made-up-cases.ts';
import { drawn, faultsIn, opening, shown, visitBy, visitTo } from './visiting.ts';

emptyTable();

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
  return 'show' in answer || 'goTo' in answer || 'file' in answer ? (await shown(answer)).html : drawn(answer);
};

describe.each(Object.entries(PAGES))('%s', (_name, page) => {
  test('is a valid page with one heading, a title, labels, and nothing inline', async () => {
    const html = await htmlOf(page);
    expect(await faultsIn(html)).toEqual([]);
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
  for (const words of ['£180.11', '£9,365.72', '£310.50', '34.5 points', '−£20.0125', '£214', '£33.89', 'DEMO-2026-1'])
    expect(html, words).toContain(words);
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
