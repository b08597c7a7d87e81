/** The administrators' pages over HTTP: who comes there and how, what else answers under `/admin`, and what is not served there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { titleOf, Visitor } from '../../../support/visitor.ts';
import { type FrontDoor, openFrontDoor } from '../public/front-door.ts';

let door: FrontDoor;
let wren: Visitor;
let priya: Visitor;
beforeAll(async () => {
  door = await openFrontDoor();
  wren = await new Visitor(door.origin).signInAs('S-WREN');
  priya = await new Visitor(door.origin).signInAs('S-PRIYA');
});
afterAll(() => door.close());

const navOf = (html: string): string[] =>
  [...html.matchAll(/class="govuk-service-navigation__link" href="([^"]+)"/g)].map(([, href = '']) => href);

describe('signing in', () => {
  test('leads who only configures to the administrators’ pages, and every other member of staff to the work', async () => {
    const signIn = (as: string) => new Visitor(door.origin).submit('/sign-in', { as, name: '' });
    expect(await signIn('S-WREN')).toBe('/admin');
    expect(await signIn('S-BILAL')).toBe('/admin');
    expect(await signIn('S-PRIYA')).toBe('/work');
  });

  test('shows each what they may open, and nothing else', async () => {
    expect(navOf((await wren.get('/admin')).html)).toEqual(['/admin']);
    expect(navOf((await priya.get('/help')).html)).toEqual(['/work', '/replies', '/reviews']);
  });
});

describe('under /admin', () => {
  test('the overview says what is in force', async () => {
    const { status, html } = await wren.get('/admin');
    expect([status, titleOf(html)]).toEqual([200, expect.stringContaining('Administration')]);
    const { demonstration } = await import('../public/demonstration.ts');
    expect(html).toContain(demonstration().version);
  });

  test('staff without the role are told so, and nobody who is not signed in gets in', async () => {
    expect((await priya.get('/admin')).status).toBe(403);
    const nobody = await new Visitor(door.origin).get('/admin');
    expect([nobody.status, nobody.html]).toEqual([403, expect.stringContaining('href="/sign-in"')]);
  });

  test('what does not exist is said in a page of ours, signed in as before', async () => {
    const { status, html } = await wren.get('/admin/nothing/here');
    expect([status, navOf(html)]).toEqual([404, ['/admin']]);
    expect(html).toContain('Wren Okonkwo');
  });
});

test('a site without a way to cases refuses a page about one', async () => {
  const { webApp } = await import('../../../../functions/web/app.tsx');
  const { casePage, goTo } = await import('../../../../functions/web/page.ts');
  const page = casePage('view-case', { path: '/admin/:caseId', get: async () => goTo('/') });
  expect(() => webApp({ pages: [page] })).toThrow('/admin/:caseId is about a case');
});
