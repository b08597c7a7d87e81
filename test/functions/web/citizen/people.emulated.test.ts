/**
 * Somebody is asked to help, comes by their link, sees their part and nothing else, and is off the list from one moment to the next. The
 * real application on the embedded DynamoDB; what is checked is what the table and the mailbox then hold.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formOn, Visitor, wordsOf } from '../../../support/visitor.ts';
import { codeIn, type FrontDoor, linkIn, messages, openFrontDoor } from '../public/front-door.ts';

let door: FrontDoor;
beforeAll(async () => {
  door = await openFrontDoor();
});
afterAll(() => door.close());

const browser = () => new Visitor(door.origin);
const begun = async (): Promise<{ ada: Visitor; id: string; people: string; invite: string }> => {
  const ada = browser();
  const id = /C-[A-Z0-9]{10}/.exec(await ada.submit('/', {}, '/begin'))?.[0] ?? '';
  return { ada, id, people: `/cases/${id}/people`, invite: `/cases/${id}/people/invite` };
};
const sentTo = async (to: string) => (await messages()).filter((message) => message.to.to === to);
const linksTo = async (to: string): Promise<string[]> => (await sentTo(to)).map(linkIn).filter((link) => link !== '');

let made = 0;
const someone = (name: string) => {
  made += 1;
  return { name, as: 'helper', sections: 'talking-with-you', by: 'email', email: `nr${made}@example.org` };
};

/** Comes by the newest link that went to `email`. */
const comes = async (email: string): Promise<{ visitor: Visitor; at: string | null }> => {
  const visitor = browser();
  const [link = ''] = await linksTo(email);
  await visitor.submit(link);
  const [message] = await sentTo(email);
  const code = message ? codeIn(message) : '';
  const reply = await visitor.post(link, { ...formOn((await visitor.get(link)).html, link), code });
  return { visitor, at: reply.location };
};
const eventsOf = async (id: string): Promise<string[]> => {
  const { histories } = await import('../../../../lib/aws/histories.ts');
  return (await histories.of(id)).map(({ event }) => event.type);
};
const grantIn = (html: string): string => /name="id" value="(P-[0-9A-F]{20})"/.exec(html)?.[1] ?? '';

test('two clicks ask one person once, and send one link', async () => {
  const { ada, id, people, invite } = await begun();
  const ben = someone('Ben Hart');
  const form = await ada.fill(invite, invite, ben);
  const replies = await Promise.all([ada.post(invite, form), ada.post(invite, form)]);
  expect(replies.map(({ status }) => status)).toEqual([303, 303]);
  expect(await eventsOf(id)).toEqual(['CaseOpened', 'PersonInvited']);
  expect(await linksTo(ben.email)).toHaveLength(1);
  expect(replies.map(({ location }) => location ?? '').filter((to) => to.endsWith('link=sent'))).toHaveLength(1);
  const told = wordsOf((await ada.get(replies[0]?.location ?? '')).html);
  for (const words of ['Ben Hart is on the list.', 'Letters, calls and visits', `Not yet. The link goes to ${ben.email}.`])
    expect(told).toContain(words);
  // The browser's memory, with other words in it: somebody else.
  await ada.post(invite, { ...form, ...someone('Bea Hart') });
  expect((await eventsOf(id)).filter((type) => type === 'PersonInvited')).toHaveLength(2);
  expect(wordsOf((await ada.get(people)).html)).toContain('Take Bea Hart off the list');
});

test('what is wrong is put right with nothing lost, and nobody is asked', async () => {
  const { ada, id, invite } = await begun();
  const form = await ada.fill(invite, invite, { ...someone('<script>alert(1)</script>'), 'until-day': '31', 'until-month': '2' });
  const reply = await ada.post(invite, form);
  expect(reply.status).toBe(422);
  expect(reply.html).not.toContain('<script>alert');
  expect(formOn(reply.html, invite)).toMatchObject({
    name: '<script>alert(1)</script>',
    'until-day': '31',
    request: form.request,
  });
  expect(await eventsOf(id)).toEqual(['CaseOpened']);
  const forged = await ada.post(invite, {
    ...form,
    ...someone('Ben'),
    'until-day': '1',
    'until-month': '1',
    'until-year': '2020',
  });
  expect(forged.status).toBe(422);
});

test('whoever comes sees their part on their own list, and nothing else of the case', async () => {
  const { ada, id, people, invite } = await begun();
  const ben = someone('Ben Hart');
  await ada.submit(invite, { ...ben, sections: 'talking-with-you' });
  const { visitor, at } = await comes(ben.email);
  expect(at).toBe(`/cases/${id}/story`);
  const story = wordsOf((await visitor.get(at ?? '')).html);
  expect(story).toContain('Letters, calls and visits');
  expect(story).not.toContain('What matters to you');
  expect((await visitor.get('/my')).html).toContain(id);
  for (const path of ['me', 'people', 'people/invite', 'amount', 'circle', 'answers'])
    expect((await visitor.get(`/cases/${id}/${path}`)).status, path).toBe(404);
  expect(wordsOf((await ada.get(people)).html)).toMatch(/Have they come\? Yes, on/);

  // Taken off the list, from one moment to the next.
  const list = (await ada.get(people)).html;
  const off = await ada.post(`${people}/remove`, { ...formOn(list, `${people}/remove`), id: grantIn(list) });
  expect(wordsOf((await ada.get(off.location ?? '')).html)).toContain('Ben Hart is off the list.');
  for (const path of ['story', 'people', 'me']) expect((await visitor.get(`/cases/${id}/${path}`)).status, path).toBe(404);
  expect((await visitor.get('/my')).html).not.toContain(id);
  const [link = ''] = await linksTo(ben.email);
  expect((await browser().get(link)).status).not.toBe(200);
});

test('a helper takes off nobody but themself', async () => {
  const { ada, id, people, invite } = await begun();
  const [ben, bea] = [someone('Ben Hart'), someone('Bea Hart')];
  await ada.submit(invite, ben);
  await ada.submit(invite, bea);
  const ids = [...(await ada.get(people)).html.matchAll(/name="id" value="(P-[0-9A-F]{20})"/g)].map(([, each = '']) => each);
  const { visitor } = await comes(ben.email);
  const [bens, beas] = [ids[0] ?? '', ids.at(-1) ?? ''];
  const page = /href="(\/cases\/[^"]*\/story\/[^"]+)"/.exec((await visitor.get(`/cases/${id}/story`)).html)?.[1] ?? '';
  const { csrf = '' } = formOn((await visitor.get(page)).html, page);
  const reply = await visitor.post(`${people}/remove`, { csrf, id: beas });
  expect([reply.status, wordsOf(reply.html).includes('Bea')]).toEqual([403, false]);
  expect(wordsOf(reply.html)).toContain('You can only take yourself off the list.');
  expect((await visitor.post(`${people}/remove`, { csrf, id: bens })).location).toBe('/my');
  expect((await visitor.get(`/cases/${id}/story`)).status).toBe(404);
  expect(await eventsOf(id)).toEqual(['CaseOpened', 'PersonInvited', 'PersonInvited', 'PersonJoined', 'PersonRemoved']);
});

test('somebody with papers gets in once a worker has seen them', async () => {
  const { ada, id, invite } = await begun();
  const eve = { ...someone('Eve Moss'), as: 'representative', authority: 'lpa-health-and-welfare', sections: '*' };
  const list = await ada.submit(invite, eve);
  expect(wordsOf((await ada.get(list)).html)).toContain('Nothing yet. We have to see their papers first.');
  const [link = ''] = await linksTo(eve.email);
  expect(wordsOf((await browser().get(link)).html)).toContain('We need to see your papers first');
  const circle = `/cases/${id}/circle`;
  const morag = await browser().signInAs('S-MORAG');
  expect(wordsOf((await morag.get(circle)).html)).not.toContain('I have seen the papers');
  const priya = await browser().signInAs('S-PRIYA');
  expect(await priya.submit(circle, {}, `${circle}/seen`)).toBe(circle);
  expect(wordsOf((await priya.get(circle)).html)).toContain('Priya Raman saw the papers');
  const { visitor } = await comes(eve.email);
  expect((await visitor.get(`/cases/${id}/me`)).status).toBe(200);
  expect((await visitor.get(circle)).status).not.toBe(200);
});

test('the link can be sent again, and not to somebody who is off the list', async () => {
  const { ada, people, invite } = await begun();
  const ben = someone('Ben Hart');
  await ada.submit(invite, ben);
  const again = `${people}/send-again`;
  expect(await ada.submit(people, {}, again)).toMatch(/link=sent$/);
  expect(await linksTo(ben.email)).toHaveLength(2);
  const form = formOn((await ada.get(people)).html, again);
  await ada.submit(people, {}, `${people}/remove`);
  expect((await ada.post(again, form)).status).toBe(409);
  expect(await linksTo(ben.email)).toHaveLength(2);
});
