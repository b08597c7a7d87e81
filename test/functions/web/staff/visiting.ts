/** A visit as the web function would make one, and a page's answer as text. Not a test itself. */

import { type Context, Hono } from 'hono';
import type { Html } from '../../../../functions/web/kit/html.ts';
import type { Answer, CaseVisit, Page, SignedInVisit } from '../../../../functions/web/page.ts';
import { PLAIN } from '../../../../functions/web/reader.ts';
import { staffPages } from '../../../../functions/web/staff/staff-pages.ts';
import type { Actor } from '../../../../lib/domain/actor.ts';
import { subjectOf } from '../../../../lib/domain/permission.ts';
import { htmlFaults } from '../../../support/valid-html.ts';
import { bundle, configuration, type Made, NOW } from './made-up-cases.ts';

/** Hono's own context for an address, matched against a page's path. */
const contextOf = async (path: string, address: string): Promise<Context> => {
  const found: Context[] = [];
  const app = new Hono();
  app.get(path, (c) => {
    found.push(c);
    return c.text('');
  });
  await app.request(address);
  const [context] = found;
  if (!context) throw new Error(`${address} is not an address of ${path}`);
  return context;
};

export const visitBy = async (actor: Actor, path = '/work', address = path): Promise<SignedInVisit> => ({
  c: await contextOf(path, address),
  session: { id: 'session', actor, until: '2026-12-31T00:00:00Z' },
  actor,
  bundle,
  frame: {
    council: bundle.council,
    service: { name: bundle.council.service, href: '/' },
    nav: [{ text: 'Work', href: '/work' }],
    actor: { name: actor.name, signOutHref: '/sign-out' },
  },
  csrf: 'token',
  request: '00000000-0000-4000-8000-000000000000',
  now: new Date(NOW),
  reading: PLAIN,
});

export const visitTo = async (made: Made, actor: Actor, path?: string, address?: string): Promise<CaseVisit> => ({
  ...(await visitBy(actor, path, address)),
  case: made.state,
  configuration,
  subject: subjectOf(made.state, NOW.slice(0, 10)),
  reader: { about: actor.id !== made.state.person.id },
});

/** The document or fragment as a browser would get it. */
export const drawn = async (html: Html): Promise<string> => String(await (await html).toString());

export const shown = async (answer: Answer): Promise<{ status: number; html: string }> => {
  if ('goTo' in answer) throw new Error(`went to ${answer.goTo}`);
  if ('file' in answer) throw new Error('sent a file');
  return { status: answer.status, html: await drawn(answer.show) };
};

/** What is wrong with a page as HTML, a line each. Boxes of one group post under one name, as upstream has them. */
export const faultsIn = htmlFaults({ 'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }] });

const pageAt = (path: string): Page => {
  const page = staffPages.find((each) => each.path === path);
  if (!page) throw new Error(`no page ${path}`);
  return page;
};

/** A page's answer to somebody who opens it. */
export const opening = async (path: string, at: Made, actor: Actor, more = ''): Promise<Answer> => {
  const page = pageAt(path);
  if (page.kind !== 'case' || !page.get) throw new Error(`${path} shows nothing about a case`);
  const address = path.replace(':caseId', at.state.id).replace(':stage', at.state.state === 'underway' ? at.state.at.stage : 'x');
  return page.get(await visitTo(at, actor, path, address + more));
};

/** A page's answer to a form somebody sends. */
export const posting = async (path: string, at: Made, actor: Actor, typed: Record<string, string | string[]>) => {
  const page = pageAt(path);
  if (page.kind !== 'case' || !page.post) throw new Error(`${path} takes no form`);
  const stage = at.state.state === 'underway' ? at.state.at.stage : 'x';
  const address = path.replace(':caseId', at.state.id).replace(':stage', stage);
  const visit: CaseVisit = await visitTo(at, actor, path, address);
  return shown(await page.post(visit, typed));
};
