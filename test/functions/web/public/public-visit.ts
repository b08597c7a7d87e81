/** A visit by anybody to an open page, and the page's answer as text. Not a test itself. */
import '../../../support/web-environment.ts';
import { readFileSync } from 'node:fs';
import { type Context, Hono } from 'hono';
import type { Html } from '../../../../functions/web/kit/html.ts';
import type { Answer, Page, Typed, Visit } from '../../../../functions/web/page.ts';
import { PLAIN, type Reading, readingClasses } from '../../../../functions/web/reader.ts';
import { configurationOf } from '../../../../lib/app/configuration.ts';
import { ChargingFigures } from '../../../../lib/domain/charging-figures.ts';
import type { Configuration } from '../../../../lib/domain/configuration.ts';
import { htmlFaults } from '../../../support/valid-html.ts';
import { demonstration } from './demonstration.ts';

export const bundle = demonstration();
const charging = ChargingFigures.parse(JSON.parse(readFileSync('workflows/charging/england.json', 'utf8')));
export const configuration: Configuration = { ...configurationOf(bundle), charging };

type Asked = { readonly address?: string; readonly headers?: Record<string, string>; readonly reading?: Reading };

/** Hono's own context for an address, matched against the page's path; what the page sets on it can be read in `response`. */
export const visiting = async (path: string, { address = path, headers = {}, reading = PLAIN }: Asked = {}) => {
  const found: Context[] = [];
  const app = new Hono();
  app.get(path, (c) => {
    found.push(c);
    return c.text('');
  });
  await app.request(`http://127.0.0.1${address}`, { headers: { host: '127.0.0.1', ...headers } });
  const [c] = found;
  if (!c) throw new Error(`${address} is not an address of ${path}`);
  const { council } = bundle;
  const visit: Visit = {
    c,
    session: undefined,
    bundle,
    frame: {
      council,
      service: { name: council.service, href: '/' },
      nav: [],
      demonstration: true,
      look: readingClasses(reading),
    },
    csrf: '',
    request: '11111111-2222-3333-4444-555555555555',
    now: new Date('2026-11-21T09:30:00Z'),
    reading,
  };
  return visit;
};

export const drawn = async (html: Html): Promise<string> => String(await (await html).toString());

export const shown = async (answer: Answer): Promise<{ status: number; html: string }> => {
  if ('goTo' in answer) throw new Error(`went to ${answer.goTo}`);
  if ('file' in answer) throw new Error('sent a file');
  return { status: answer.status, html: await drawn(answer.show) };
};

export const opening = async (page: Page, asked: Asked = {}): Promise<{ status: number; html: string }> => {
  if (page.kind !== 'open' || !page.get) throw new Error(`${page.path} is not open to anybody`);
  return shown(await page.get(await visiting(page.path, asked)));
};

export const posting = async (page: Page, typed: Typed, asked: Asked = {}): Promise<{ answer: Answer; visit: Visit }> => {
  if (page.kind !== 'open' || !page.post) throw new Error(`${page.path} takes no form from anybody`);
  const visit = await visiting(page.path, asked);
  return { answer: await page.post(visit, typed), visit };
};

/** What is wrong with a page as HTML. Telephone numbers stand in sentences; boxes of one group post under one name. */
export const faultsIn = htmlFaults({
  'tel-non-breaking': 'off',
  'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
});
