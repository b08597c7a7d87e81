/**
 * Starting, saving, coming back: the whole front door over HTTP, with everything that goes wrong at a front door: two clicks, lost and
 * forged links, guessed and used codes, other people's browsers.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formOn, type Reply, titleOf, Visitor, wordsOf } from '../../../support/visitor.ts';
import { codeIn, type FrontDoor, linkIn, messages, notThe, openFrontDoor } from './front-door.ts';

let door: FrontDoor;
beforeAll(async () => {
  door = await openFrontDoor();
});
afterAll(() => door.close());

const browser = () => new Visitor(door.origin);
const caseIn = (location: string | null): string => /C-[A-Z0-9]{10}/.exec(location ?? '')?.[0] ?? '';

const begun = async (): Promise<{ visitor: Visitor; id: string }> => {
  const visitor = browser();
  return { visitor, id: caseIn(await visitor.submit('/', {}, '/begin')) };
};
/** Somebody who started, and saved by email. */
const saved = async (email: string) => {
  const { visitor, id } = await begun();
  await visitor.submit(`/cases/${id}/save`, { by: 'email', email });
  const [message] = await messages();
  if (!message) throw new Error('no message');
  return { visitor, id, message, link: linkIn(message) };
};
const askForCode = async (visitor: Visitor, link: string): Promise<string> => {
  await visitor.submit(link);
  const [message] = await messages();
  return message ? codeIn(message) : '';
};
const type = async (visitor: Visitor, link: string, code: string): Promise<Reply> =>
  visitor.post(link, { ...formOn((await visitor.get(link)).html, link), code });
const sentTo = async (to: string) => (await messages()).filter((message) => message.to.to === to);
const DEAD = 'This link does not work any more';

const eventsOf = async (id: string): Promise<string[]> => {
  const { histories } = await import('../../../../lib/aws/histories.ts');
  return (await histories.of(id)).map(({ event }) => event.type);
};

describe('starting', () => {
  test('takes one click and no account, and leads to the questions', async () => {
    const visitor = browser();
    const location = await visitor.submit('/', {}, '/begin');
    expect(location).toMatch(/^\/cases\/C-[A-Z0-9]{10}\/story$/);
    expect(await eventsOf(caseIn(location))).toEqual(['CaseOpened']);
  });

  test('two clicks at once open one case of one person, and either answer leads there', async () => {
    const visitor = browser();
    const form = await visitor.fill('/', '/begin', {});
    const [one, other] = await Promise.all([browser().post('/begin', form), browser().post('/begin', form)]);
    expect([one.status, other.status]).toEqual([303, 303]);
    expect(one.location).toBe(other.location);
    expect(await eventsOf(caseIn(one.location))).toEqual(['CaseOpened']);
  });

  test('another form is another person, who cannot see the first', async () => {
    const [one, other] = [await begun(), await begun()];
    expect(one.id).not.toBe(other.id);
    expect((await other.visitor.get(`/cases/${one.id}/save`)).status).toBe(404);
  });

  test('the same form an hour later is somebody else at the same screen', async () => {
    const form = await browser().fill('/', '/begin', {});
    const first = await browser().post('/begin', form);
    process.env.CLOCK_OFFSET_MS = String(60 * 60 * 1000);
    try {
      const later = await browser().post('/begin', form);
      expect(later.status).toBe(303);
      expect(caseIn(later.location)).not.toBe(caseIn(first.location));
    } finally {
      delete process.env.CLOCK_OFFSET_MS;
    }
  });

  test('whoever has something open goes on with it', async () => {
    const { visitor, id } = await begun();
    expect(caseIn(await visitor.submit('/', {}, '/begin'))).toBe(id);
    expect((await visitor.get('/begin')).location).toBe('/my');
    expect((await browser().get('/begin')).location).toBe('/');
  });

  test('the carers’ button of the same page is another case, and without a session another person', async () => {
    const form = await browser().fill('/', '/begin', {});
    const first = browser();
    const adult = caseIn((await first.post('/begin', form)).location);
    const carer = caseIn((await browser().post('/begin', { ...form, as: 'carer' })).location);
    expect(carer).toMatch(/^C-[A-Z0-9]{10}$/);
    expect(carer).not.toBe(adult);
    expect((await first.get(`/cases/${carer}/story`)).status).toBe(404);
    // Whoever has one open is asked first, and it is their own second case.
    expect(await first.submit('/', { as: 'carer' }, '/begin')).toBe('/my/start?as=carer');
    const own = caseIn(await first.submit('/my/start?as=carer', {}, '/my/start'));
    expect([adult, carer]).not.toContain(own);
    expect(wordsOf((await first.get('/my')).html)).toContain(`Your support as a carer, ${own}`);
  });

  test('staff are told kindly that this is not for them', async () => {
    const priya = await browser().signInAs('S-PRIYA');
    const reply = await priya.post('/begin', await priya.fill('/', '/begin', {}));
    expect(reply.status).toBe(403);
    expect(wordsOf(reply.html)).toContain('You are signed in as someone who works for the council');
  });

  test('another site cannot start anything here', async () => {
    expect((await browser().post('/begin', {}, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await browser().post('/begin', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});

describe('saving', () => {
  test('sends a link to where the person says, and shows where, until when and the reference, but never the link', async () => {
    const { visitor, id, message, link } = await saved('sam@example.org');
    expect(link).toMatch(/^\/return\//);
    expect(message).toMatchObject({ to: { by: 'email', to: 'sam@example.org' }, about: { caseId: id, kind: 'return' } });
    expect(message.body).toContain(`${door.origin}${link}`);
    expect(message.body).toContain('If this was not you');
    const { html } = await visitor.get(`/cases/${id}/save?sent=yes`);
    for (const words of ['sam@example.org', '28 days', id]) expect(wordsOf(html)).toContain(words);
    expect(html).not.toContain(link.slice('/return/'.length));
  });

  test.each([
    ['', {}, 'by'],
    ['an email without its end', { by: 'email', email: 'sam@' }, 'email'],
    ['a script for an email', { by: 'email', email: '"><script>alert(1)</script>@x.org' }, 'email'],
    ['a landline', { by: 'text', phone: '01632 960123' }, 'phone'],
    ['something else', { by: 'pigeon', email: 'sam@example.org' }, 'by'],
  ])(
    'refuses %s beside the field and at the top, and keeps what was typed',
    async (_what, typed: Record<string, string>, field) => {
      const { visitor, id } = await begun();
      const page = `/cases/${id}/save`;
      const before = (await messages()).length;
      const reply = await visitor.post(page, await visitor.fill(page, page, typed));
      expect([reply.status, titleOf(reply.html).startsWith('Error: ')]).toEqual([422, true]);
      expect(reply.html).toContain(`href="#${field}"`);
      expect(reply.html).toContain(`id="${field}-error"`);
      for (const [name, value] of Object.entries(typed))
        if (name !== 'by') expect(formOn(reply.html, page)).toMatchObject({ [name]: value });
      expect(reply.html).not.toContain('<script>alert');
      expect(await messages()).toHaveLength(before);
    },
  );

  test('a changed address makes the link that went to the old one worthless', async () => {
    const { visitor, id, link } = await saved('wrong-one@example.org');
    expect((await browser().get(link)).status).toBe(200);
    await visitor.submit(`/cases/${id}/save`, { by: 'email', email: 'right-one@example.org' });
    expect([(await browser().get(link)).status, (await browser().get(linkIn((await messages())[0] as never))).status]).toEqual([
      404, 200,
    ]);
  });

  test('sends five links an hour and no more', async () => {
    const { visitor, id } = await begun();
    const page = `/cases/${id}/save`;
    const form = await visitor.fill(page, page, { by: 'text', phone: '07700 900555' });
    const replies = [];
    for (let count = 0; count < 7; count += 1) replies.push((await visitor.post(page, form)).status);
    expect(replies).toEqual([303, 303, 303, 303, 303, 422, 422]);
    expect(await sentTo('07700 900555')).toHaveLength(5);
  });

  test('is not for strangers, nor for staff, who could come in as the person', async () => {
    const { id } = await begun();
    const stranger = await begun();
    const priya = await browser().signInAs('S-PRIYA');
    const replies = await Promise.all([browser(), stranger.visitor, priya].map((each) => each.get(`/cases/${id}/save`)));
    expect(replies.map(({ status }) => status)).toEqual([403, 404, 403]);
    const csrf = formOn((await priya.get('/sign-out')).html, '/sign-out');
    expect((await priya.post(`/cases/${id}/save`, { ...csrf, by: 'email', email: 's@example.org' })).status).toBe(403);
    expect(await sentTo('s@example.org')).toEqual([]);
  });
});

describe('coming back', () => {
  test('opening the link sends nothing; a code does come when it is asked for, and lets one in', async () => {
    const { id, link } = await saved('ida@example.org');
    const elsewhere = browser();
    const before = (await messages()).length;
    const opened = await elsewhere.get(link);
    expect(wordsOf(opened.html)).toContain('We will send a code to i…@example.org');
    expect(opened.html).not.toContain('ida@');
    expect(await messages()).toHaveLength(before);

    const code = await askForCode(elsewhere, link);
    const page = await elsewhere.get(link);
    expect(page.html).toMatch(/autocomplete="one-time-code"/);
    expect(page.html).toMatch(/inputmode="numeric"/);
    expect(page.html).not.toContain(code);
    const reply = await type(elsewhere, link, ` ${code.slice(0, 3)} ${code.slice(3)} `);
    expect([reply.status, reply.location]).toEqual([303, `/cases/${id}/story`]);
    expect((await elsewhere.get(`/cases/${id}/save`)).status).toBe(200);
    expect((await elsewhere.get(link)).location).toBe(`/cases/${id}/story`);
  });

  test('whoever was in this browser before is not in any more', async () => {
    const { id, link } = await saved('jo@example.org');
    const other = await begun();
    const reply = await type(other.visitor, link, await askForCode(other.visitor, link));
    expect(reply.location).toBe(`/cases/${id}/story`);
    expect([
      (await other.visitor.get(`/cases/${other.id}/save`)).status,
      (await other.visitor.get(`/cases/${id}/save`)).status,
    ]).toEqual([404, 200]);
  });

  test('and a copy of their cookie is worth nothing any more', async () => {
    const { link } = await saved('lou@example.org');
    const before = await browser().post('/begin', await browser().fill('/', '/begin', {}));
    const cookie = before.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const ask = async (path: string, body?: URLSearchParams) => {
      const init = body ? { method: 'POST', body } : {};
      const reply = await fetch(door.origin + path, { ...init, headers: { cookie }, redirect: 'manual' });
      return { status: reply.status, html: await reply.text() };
    };
    expect((await ask('/my')).status).toBe(200);
    const code = await askForCode(browser(), link);
    const { csrf } = formOn((await ask(link)).html, link);
    expect((await ask(link, new URLSearchParams({ csrf: String(csrf), code }))).status).toBe(303);
    expect((await ask('/my')).status).toBe(403);
  });

  test('a code is used once, and the link goes on with a new one', async () => {
    const { link } = await saved('kit@example.org');
    const first = browser();
    const code = await askForCode(first, link);
    expect((await type(first, link, code)).status).toBe(303);
    const second = browser();
    const used = await second.post(link, { code });
    expect([used.status, wordsOf(used.html).includes('That code has run out or was used')]).toEqual([410, true]);
    expect((await type(second, link, await askForCode(second, link))).status).toBe(303);
  });

  test('an old code stops when a new one is asked for, and the tries stay counted', async () => {
    const { link } = await saved('lee@example.org');
    const visitor = browser();
    const old = await askForCode(visitor, link);
    const tried = await type(visitor, link, notThe(old));
    expect([tried.status, wordsOf(tried.html).includes('You have 4 tries left')]).toEqual([422, true]);
    await visitor.post(link, { send: 'new' });
    const fresh = codeIn((await messages())[0] as never);
    const stale = await type(visitor, link, old === fresh ? notThe(fresh) : old);
    expect([stale.status, wordsOf(stale.html).includes('You have 3 tries left')]).toEqual([422, true]);
    expect((await type(visitor, link, fresh)).status).toBe(303);
  });

  test('five wrong codes end the code and the link, whatever comes after', async () => {
    const { link } = await saved('max@example.org');
    const visitor = browser();
    const code = await askForCode(visitor, link);
    const replies = [];
    for (let count = 0; count < 5; count += 1) replies.push((await visitor.post(link, { code: notThe(code) })).status);
    expect(replies).toEqual([422, 422, 422, 422, 404]);
    const after = [await visitor.post(link, { code }), await visitor.get(link), await visitor.post(link, {})];
    expect(after.map(({ status, html }) => [status, titleOf(html).startsWith(DEAD)])).toEqual(Array(3).fill([404, true]));
    expect((await visitor.get('/my')).status).toBe(403);
  });

  test('thirty guesses at once are five guesses', async () => {
    const { link } = await saved('ned@example.org');
    const code = await askForCode(browser(), link);
    const guesses = await Promise.all(Array.from({ length: 30 }, () => browser().post(link, { code: notThe(code) })));
    expect(guesses.filter(({ status }) => status === 422)).toHaveLength(4);
    expect(guesses.filter(({ status }) => status === 404)).toHaveLength(26);
    expect((await browser().post(link, { code })).status).toBe(404);
  });

  test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '<script>'])(
    '%j is no code and no try',
    async (code) => {
      const { link } = await saved('ola@example.org');
      const visitor = browser();
      await askForCode(visitor, link);
      const reply = await visitor.post(link, { code });
      expect(reply.status).toBe(422);
      expect(wordsOf(reply.html)).toContain('Type the six numbers');
      expect(wordsOf((await visitor.get(link)).html)).toContain('You have 5 tries');
      expect(reply.html).not.toContain('<script>"');
    },
    20_000,
  );

  test('five codes an hour and no more, so that nobody floods a mailbox by a link', async () => {
    const { link } = await saved('pat@example.org');
    const statuses = [];
    for (let count = 0; count < 7; count += 1) statuses.push((await browser().post(link, { send: 'new' })).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 422, 422]);
    expect(await sentTo('pat@example.org')).toHaveLength(6);
  });

  test('forged, cut off and unknown links answer the one page, and say nothing else', async () => {
    const { link } = await saved('quinn@example.org');
    const forged = [
      link.slice(0, -1),
      `${link}A`,
      link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A'),
      `/return/${'A'.repeat(43)}`,
      '/return/%23%23',
      '/return/..%2f..%2fetc',
      '/return/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
    ];
    const pages = await Promise.all(forged.map((path) => browser().get(path)));
    expect(pages.map(({ status }) => status)).toEqual(forged.map(() => 404));
    const words = new Set(pages.slice(0, 5).map(({ html }) => wordsOf(html)));
    expect([...words]).toHaveLength(1);
    expect([...words][0]).toContain(DEAD);
    for (const { html } of pages) expect(html).not.toContain('<script>alert');
    const posts = await Promise.all(forged.map((path) => browser().post(path, { code: '123456' })));
    expect(posts.map(({ status }) => status)).toEqual(forged.map(() => 404));
  });

  test('a link whose case is gone or was never there works no more', async () => {
    const { access } = await import('../../../../lib/aws/access.ts');
    const { destinationOf, newLink } = await import('../../../../lib/app/access.ts');
    const now = new Date();
    const contact = { by: 'email' as const, to: 'x@example.org' };
    const link = newLink({ caseId: 'C-NOTHINGAT', actor: { id: 'P-X', name: 'X' }, kind: 'return', contact }, now);
    await access.direct(link.caseId, 'P-X', destinationOf(link, now));
    expect((await browser().get(`/return/${await access.issue(link)}`)).status).toBe(404);
  });

  test('a link older than 28 days works no more', async () => {
    const { access } = await import('../../../../lib/aws/access.ts');
    const { destinationOf, newLink } = await import('../../../../lib/app/access.ts');
    const { id, message } = await saved('old@example.org');
    const found = await access.find(linkIn(message).slice('/return/'.length));
    if (!found) throw new Error('no link');
    const then = new Date(Date.now() - 28 * 86_400_000 - 1000);
    const link = newLink(found, then);
    await access.direct(id, link.actor.id, destinationOf(link, then));
    expect((await browser().get(`/return/${await access.issue(link)}`)).status).toBe(404);
  });
});

describe('a lost link', () => {
  const lost = (reference: string, contact: string) => browser().submit('/return', { reference, contact });

  test('is sent anew to the address we have, however the reference is written', async () => {
    const { id, link } = await saved('Rae@Example.org');
    expect(await lost(` ${id.toLowerCase().replace('-', ' ')} `, 'rae@example.ORG')).toBe('/return?asked=yes');
    const [message, before] = await sentTo('Rae@Example.org');
    expect([linkIn(message as never) !== link, linkIn(before as never) === link]).toEqual([true, true]);
    const visitor = browser();
    const fresh = linkIn(message as never);
    expect((await type(visitor, fresh, await askForCode(visitor, fresh))).location).toBe(`/cases/${id}/story`);
  });

  test('answers the same whether or not there is such a person, in words and in time', async () => {
    const { id } = await saved('sky@example.org');
    const before = (await messages()).length;
    const answers = [];
    for (const [reference, contact] of [
      [id, 'sky@example.org'],
      [id, 'other@example.org'],
      ['C-NOSUCHCASE', 'sky@example.org'],
    ] as const) {
      const visitor = browser();
      const began = performance.now();
      const location = await visitor.submit('/return', { reference, contact });
      expect(performance.now() - began).toBeGreaterThanOrEqual(399);
      answers.push([location, wordsOf((await visitor.get(location)).html)]);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await messages()).toHaveLength(before + 1);
  });

  test('is not sent more than five times an hour, and the page still says the same', async () => {
    const { id } = await saved('tea@example.org');
    const places = [];
    for (let count = 0; count < 6; count += 1) places.push(await lost(id, 'tea@example.org'));
    expect(new Set(places)).toEqual(new Set(['/return?asked=yes']));
    expect(await sentTo('tea@example.org')).toHaveLength(5);
  });

  test.each([
    ['', 'sam@example.org', 'reference'],
    ['C-!', 'sam@example.org', 'reference'],
    ['C-7Q2M0ZK4TD', 'nobody', 'contact'],
  ])('refuses %j and %j beside the field', async (reference, contact, field) => {
    const visitor = browser();
    const reply = await visitor.post('/return', await visitor.fill('/return', '/return', { reference, contact }));
    expect(reply.status).toBe(422);
    expect(reply.html).toContain(`id="${field}-error"`);
    expect(formOn(reply.html, '/return')).toMatchObject({ reference, contact });
  });
});

describe('somebody who was invited', () => {
  const invited = async (more: object = {}) => {
    const { visitor, id } = await begun();
    const { actPorts } = await import('../../../../functions/ports.ts');
    const { act } = await import('../../../../lib/app/act.ts');
    const stored = await actPorts.cases.load(id);
    if (!stored) throw new Error('no case');
    const by = { ...stored.case.person, roles: ['person' as const] };
    const helper = { id: `P-HELPER${id.slice(2)}`, name: 'Bea <script>alert(1)</script> www.evil.example' };
    const contact = { by: 'email' as const, to: `bea-${id.toLowerCase()}@example.org` };
    const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const invitation = { ...helper, as: 'carer' as const, sections: 'all' as const, until, contact, ...more };
    const acted = await act(actPorts, { caseId: id, by, command: { type: 'invite-person', invitation } });
    if (!acted.done) throw new Error('not invited');
    const { giveWayIn } = await import('../../../../functions/web/access.ts');
    const { Hono } = await import('hono');
    const { visitOf } = await import('../../../../functions/web/visit.ts');
    const app = new Hono();
    app.get('/', async (c) => {
      const sent = await giveWayIn(await visitOf(c, undefined), {
        actor: helper,
        caseId: id,
        contact,
        kind: 'invitation',
        about: `${helper.name} asks you to help.`,
      });
      return c.text(sent);
    });
    expect(await (await app.request(`${door.origin}/`)).text()).toBe('sent');
    const [message] = await sentTo(contact.to);
    if (!message) throw new Error('no message');
    return { visitor, id, helper, by, message, link: linkIn(message) };
  };

  test('comes in by link and code, and is known to have joined', async () => {
    const { id, link, message } = await invited();
    expect(message.subject).toBe('Somebody asks for your help');
    expect(message.body.match(/https?:|www\./g)).toHaveLength(1);
    const visitor = browser();
    const reply = await type(visitor, link, await askForCode(visitor, link));
    expect([reply.status, reply.location]).toEqual([303, `/cases/${id}/story`]);
    expect(await eventsOf(id)).toEqual(['CaseOpened', 'PersonInvited', 'PersonJoined']);
    expect((await visitor.get(`/cases/${id}/save`)).status).toBe(200);
  });

  test('taken off the list, has a link that works no more', async () => {
    const { id, helper, by, link } = await invited();
    const { actPorts } = await import('../../../../functions/ports.ts');
    const { act } = await import('../../../../lib/app/act.ts');
    expect((await browser().get(link)).status).toBe(200);
    await act(actPorts, { caseId: id, by, command: { type: 'remove-person', id: helper.id } });
    expect([(await browser().get(link)).status, (await browser().post(link, {})).status]).toEqual([404, 404]);
  });

  test('to act for the person, waits until the papers were seen', async () => {
    const { link } = await invited({ as: 'representative', authority: 'lpa-health-and-welfare' });
    const opened = await browser().get(link);
    expect([opened.status, titleOf(opened.html).startsWith('We need to see your papers first')]).toEqual([200, true]);
    expect((await browser().post(link, {})).status).toBe(403);
  });
});

describe('the mailbox', () => {
  test('shows what was sent, with links to click on and names as text', async () => {
    const { link } = await saved('uma@example.org');
    const { html, status } = await browser().get('/dev/outbox');
    expect(status).toBe(200);
    expect(html).toContain(`href="${door.origin}${link}"`);
    expect(html).not.toContain('<script>alert');
  });

  test('is only for a demonstration, as is sending', async () => {
    const { environment } = await import('../../../../lib/aws/env.ts');
    const { visitor, id, link } = await saved('wyn@example.org');
    const before = (await messages()).length;
    const closed = environment as { SIGN_IN: string };
    closed.SIGN_IN = 'closed';
    try {
      expect((await browser().get('/dev/outbox')).status).toBe(404);
      expect((await browser().post(link, {})).status).toBe(404);
      expect(wordsOf((await browser().get('/return')).html)).toContain('We cannot send links yet');
      expect(wordsOf((await visitor.get(`/cases/${id}/save`)).html)).toContain('We cannot send links yet');
    } finally {
      closed.SIGN_IN = 'demo';
    }
    expect(await messages()).toHaveLength(before);
  });
});

test('a link in a message leads to the host the request came to, whatever a forwarded header says', async () => {
  const { visitor, id } = await begun();
  const page = `/cases/${id}/save`;
  const form = await visitor.fill(page, page, { by: 'email', email: 'vic@example.org' });
  await visitor.post(page, form, { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' });
  const [message] = await sentTo('vic@example.org');
  expect(message?.body).toContain(`${door.origin}/return/`);
  expect(message?.body).not.toContain('evil.example');
});

test('a body of five megabytes is refused before any page reads it', async () => {
  const big = 'x'.repeat(5 * 1024 * 1024);
  const paths = ['/begin', '/return', `/return/${'A'.repeat(43)}`];
  const replies = await Promise.all(paths.map((path) => browser().post(path, { code: big })));
  expect(replies.map(({ status }) => status)).toEqual([413, 413, 413]);
});
