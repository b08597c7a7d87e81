/** An administrator at the front door: two functions behind one address, which nobody notices. */
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Visitor } from '../support/visitor.ts';
import { visitor } from './cast.ts';

const serviceUrl = inject('serviceUrl');
let wren: Visitor;
beforeAll(async () => {
  wren = await visitor().signInAs('S-WREN');
});

test('signs in at one function and is known to the other, with the machines that drive each pathway', async () => {
  const { status, html } = await wren.get('/admin');
  expect(status).toBe(200);
  expect(html).toContain('Wren Okonkwo');
  expect(html).toMatch(/ownway-larkshire-adult-care, version \d+/);
});

test('sees pages that look as all others do', async () => {
  const [style = 'none'] = /\/assets\/ownway[\w-]*\.css/.exec((await wren.get('/admin')).html) ?? [];
  expect((await fetch(serviceUrl + style)).status).toBe(200);
});

test('signing out ends it for both', async () => {
  const bilal = await visitor().signInAs('S-BILAL');
  expect((await bilal.get('/admin')).status).toBe(200);
  await bilal.submit('/sign-out');
  expect((await bilal.get('/admin')).status).toBe(403);
});

describe('what may be sent', () => {
  const send = (path: string, kilobytes: number) =>
    fetch(serviceUrl + path, { method: 'POST', body: new URLSearchParams({ bundle: 'x'.repeat(kilobytes * 1024) }) });

  test('a whole configuration fits into a form of the administrators’', async () => {
    expect((await send('/admin/bring-in', 1400)).status, 'signed out, and not too large').toBe(403);
  });

  test('more is refused with the limit in words, on each side with its own', async () => {
    const [admin, main] = [await send('/admin', 1600), await send('/sign-in', 300)];
    expect([admin.status, await admin.text()]).toEqual([413, expect.stringContaining('1.5 MB')]);
    expect([main.status, await main.text()]).toEqual([413, expect.stringContaining('200 KB')]);
  });
});
