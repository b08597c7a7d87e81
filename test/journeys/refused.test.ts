/** Everything that should not be sent, sent: forged, stale, twice, too much, by the wrong person. A plain page and no change, each time. */
import { expect, test } from 'vitest';
import { wordsOf } from '../support/visitor.ts';
import { PLAN } from '../support/whole-case.ts';
import { castFor, openCase, optionWith, playUntil, visitor } from './cast.ts';

const QUESTION = 'washing-dressing-toilet';
const FIELD = `a-${QUESTION}`;
const answer = (words = '') => ({
  [`${FIELD}-option`]: optionWith(QUESTION, 12),
  [`${FIELD}-share`]: '0',
  [`${FIELD}-words`]: words,
});

const times = (html: string, words: string): number => wordsOf(html).split(words).length - 1;

test('the same form sent twice at once acts once, and both are led on', async () => {
  const cast = await castFor('Double Click');
  const caseId = await playUntil(cast, '/approve');
  const page = `/cases/${caseId}/approve`;
  const fields = await cast.glenda.fill(page, page, { reasons: 'It fits what matters to you.', decision: 'agree' });
  const replies = await Promise.all([cast.glenda.post(page, fields), cast.glenda.post(page, fields)]);
  expect(replies.map(({ status }) => status)).toEqual([303, 303]);
  const history = await cast.priya.get(`/cases/${caseId}/history`);
  expect(times(history.html, 'It fits what matters to you.')).toBe(1);
});

test('a form that came back and was changed is not taken for the one that was sent', async () => {
  const cast = await castFor('Changed Form');
  const caseId = await playUntil(cast, '/plan/edit');
  const page = `/cases/${caseId}/plan/edit`;
  const fields = await cast.priya.fill(page, page, PLAN);
  expect((await cast.priya.post(page, fields)).status).toBe(303);
  expect((await cast.priya.post(page, fields)).status).toBe(303);
  const changed = await cast.priya.post(page, { ...fields, 'line-1-price': '35.00' });
  expect(changed.status).toBe(409);
  expect(changed.html).toContain('35.00');
  expect(wordsOf((await cast.priya.get(`/cases/${caseId}/plan`)).html)).toContain('£214.00');
});

test('opening a case twice opens one', async () => {
  const cast = await castFor('Two Clicks');
  const fields = await cast.person.fill('/my/start', '/my/start', {});
  const replies = await Promise.all([cast.person.post('/my/start', fields), cast.person.post('/my/start', fields)]);
  const cases = new Set(replies.map(({ location }) => /C-[A-Z0-9]+/.exec(location ?? '')?.[0]));
  expect(cases.size).toBe(1);
  const listed = new Set((await cast.person.get('/my')).html.match(/C-[A-Z0-9]{10}/g));
  expect(listed).toEqual(cases);
});

test('of two tabs that save the plan, the second is told and keeps what was typed', async () => {
  const cast = await castFor('Two Tabs');
  const caseId = await playUntil(cast, '/plan/edit');
  const page = `/cases/${caseId}/plan/edit`;
  const first = await cast.priya.fill(page, page, { ...PLAN, goals: 'To see the sea.' });
  const second = await cast.tom.fill(page, page, { ...PLAN, goals: 'To play the cornet again.' });
  expect((await cast.priya.post(page, first)).status).toBe(303);
  const told = await cast.tom.post(page, second);
  expect(told.status).toBe(409);
  expect(told.html).toContain('To play the cornet again.');
  expect((await cast.priya.get(`/cases/${caseId}/plan`)).html).not.toContain('cornet');
});

test('the back button after sending cannot send again or change an answer', async () => {
  const cast = await castFor('Back Button');
  const caseId = await openCase(cast);
  const page = `/cases/${caseId}/story/self-assessment/${QUESTION}`;
  const early = await cast.person.fill(page, page, answer());
  const other = await castFor('Back Button Two');
  const sentCase = await playUntil(other, '/assess');
  const late = await other.person.post(`/cases/${sentCase}/story/self-assessment/${QUESTION}`, { ...early, csrf: '' });
  expect(late.status).toBe(403);
  const own = { ...answer(), request: '0b9c2f60-0000-4000-8000-000000000000' };
  const csrf = /name="csrf" value="([^"]+)"/.exec((await other.person.get('/sign-out')).html)?.[1] ?? '';
  const again = await other.person.post(`/cases/${sentCase}/story/self-assessment/${QUESTION}`, { ...own, csrf });
  expect(again.status).toBe(409);
  const check = await other.person.post(`/cases/${sentCase}/story/check`, { csrf, request: own.request });
  expect(check.status).toBe(409);
});

test.each([
  ['a form from another site', { headers: { origin: 'https://elsewhere.example' } }, 403],
  ['a form from another site, by the browser’s word', { headers: { 'sec-fetch-site': 'cross-site' } }, 403],
  ['a form without its token', { fields: { csrf: '' } }, 403],
  ['a form with somebody else’s token', { fields: { csrf: 'x'.repeat(43) } }, 403],
  ['a statement that is not on the page', { fields: { [`${FIELD}-option`]: 'made-up' } }, 422],
  ['a share that is not on the page', { fields: { [`${FIELD}-share`]: '33', [`${FIELD}-willing`]: 'yes' } }, 422],
  ['a body of 300 KB', { fields: { [`${FIELD}-words`]: 'a'.repeat(300_000) } }, 413],
  ['words longer than the box', { fields: { [`${FIELD}-words`]: 'a'.repeat(5_000) } }, 422],
] as const)('%s is refused and changes nothing', async (_name, change, status) => {
  const cast = await castFor('Bad Input');
  const caseId = await openCase(cast);
  const page = `/cases/${caseId}/story/self-assessment/${QUESTION}`;
  const fields = await cast.person.fill(page, page, answer());
  const { fields: changed = {}, headers = {} } = change as { fields?: Record<string, string>; headers?: Record<string, string> };
  const reply = await cast.person.post(page, { ...fields, ...changed }, headers);
  expect(reply.status).toBe(status);
  expect(reply.html).toContain('<h1');
  expect(reply.html).not.toMatch(/\bat \S+\.m?[jt]s:\d+/);
  expect((await cast.person.get(`/cases/${caseId}/story`)).html).not.toContain('Done');
});

test('a file where words belong counts as nothing typed', async () => {
  const cast = await castFor('File Sender');
  const caseId = await playUntil(cast, '/assess');
  const page = `/cases/${caseId}/assess`;
  const parts = new FormData();
  const fields = await cast.priya.fill(page, page, { impairment: 'yes', action: 'confirm' });
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) parts.append(name, each);
  for (const field of ['unable', 'unable', 'reasons']) parts.append(field, new Blob(['x']), 'unable.txt');
  const reply = await cast.priya.post(page, parts);
  expect(reply.status).toBe(422);
  expect((await cast.priya.get(page)).status).toBe(200);
});

test.each([
  '/cases/C-NOPE1',
  '/cases/c-1/me',
  '/cases/C-%23%7C/me',
  '/cases/C-AAAA1/story',
  `/cases/C-${'A'.repeat(400)}/me`,
  '/nowhere',
  '/cases/..%2f..%2f',
])('%s is a plain page that is not there', async (path) => {
  const priya = await visitor().signInAs('S-PRIYA');
  const reply = await priya.get(path);
  expect(reply.status).toBe(404);
  expect(wordsOf(reply.html)).toContain('We cannot find that page');
});

test('someone else’s case looks like no case at all', async () => {
  const cast = await castFor('Owner Person');
  const caseId = await playUntil(cast, '/assess');
  const stranger = await visitor().signInAs('someone-new', 'Stranger Person');
  const missing = await stranger.get('/cases/C-NOPE1/me');
  for (const path of ['/me', '/amount', '/story', '', '/answers', '/history', '/assess']) {
    const theirs = await stranger.get(`/cases/${caseId}${path}`);
    expect(theirs.status, path).toBe(404);
    expect(wordsOf(theirs.html)).toBe(wordsOf(missing.html));
  }
});

test('what is typed is text and never markup', async () => {
  const cast = await castFor('<script>alert(1)</script>');
  const caseId = await openCase(cast);
  const page = `/cases/${caseId}/story/self-assessment/${QUESTION}`;
  await cast.person.submit(page, answer('"><img src=x onerror=alert(1)>'));
  for (const path of ['', '/answers', '/me', `/story/self-assessment/${QUESTION}`, '/history']) {
    const { html } = await cast.priya.get(`/cases/${caseId}${path}`);
    expect(html, path).not.toMatch(/<img src=x|<script>alert/);
  }
  expect((await cast.priya.get(`/cases/${caseId}/answers`)).html).toContain('&lt;img src=x');
});

test('every answer carries the headers that keep it private', async () => {
  const person = await visitor().signInAs('someone-new', 'Header Person');
  for (const path of ['/my', '/', '/sign-in', '/nowhere', '/cases/C-NOPE1']) {
    const { headers } = await person.get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    const asksFor = (headers.get('permissions-policy') ?? '').split(', ');
    for (const feature of ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'display-capture'])
      expect(asksFor, path).toContain(`${feature}=()`);
    expect(headers.get('cache-control'), path).toBe('no-store');
  }
});

test('after signing out the old cookie opens nothing', async () => {
  const person = await visitor().signInAs('someone-new', 'Leaving Person');
  const cookies = (person as unknown as { cookies: Map<string, string> }).cookies;
  const kept = new Map(cookies);
  await person.submit('/sign-out');
  for (const [name, value] of kept) cookies.set(name, value);
  expect((await person.get('/my')).status).toBe(403);
});
