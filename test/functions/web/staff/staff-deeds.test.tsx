/** What staff can do on a page and what they are only told: whose turn it is, what is explained, what comes back with its messages. */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../../lib/domain/actor.ts';
import { emptyTable } from '../../../support/empty-table.ts';
import * as made from './made-up-cases.ts';
import { type Made, MORAG, PRIYA } from './made-up-cases.ts';
import { faultsIn, opening, posting, shown } from './visiting.ts';

emptyTable();

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
    expect(html).toContain('This plan costs £214 a week');
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
    ['/cases/:caseId/form/:stage', made.offered, MORAG, { 'a-what-works-well': 'Kept <b>' }, 'outcome'],
    ['/cases/:caseId/review', made.atReview, PRIYA, { inTheirWords: 'Kept <b>' }, 'achieved'],
  ])('%s', async (path, at, actor, typed, field) => {
    const { status, html } = await posting(path, at, actor, typed);
    expect(status).toBe(422);
    expect(html).toMatch(/<title>Error: /);
    expect(html).toContain(`href="#${field}"`);
    expect(html).toContain(`id="${field}"`);
    expect(html).toContain('Kept &lt;b&gt;');
    expect(await faultsIn(html)).toEqual([]);
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
