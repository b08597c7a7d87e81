/** Other ways in than the person's own screen: a worker writes it down, somebody needs help now, a form is printed. One record each. */
import { expect, test } from 'vitest';
import { wordsOf } from '../support/visitor.ts';
import { castFor, openCase, optionWith, visitor } from './cast.ts';

const areaField = (words: string) => ({
  'a-nights-option': optionWith('nights', 4),
  'a-nights-share': '0',
  'a-nights-words': words,
});

test('a worker starts a case with somebody who rang; the person comes in by their own link to the same record', async () => {
  const priya = await visitor().signInAs('S-PRIYA');
  const story = await priya.submit('/work/new', { name: 'Ottoline Marsh', email: 'ottoline@example.org', phone: '' });
  const caseId = /C-[A-Z0-9]+/.exec(story)?.[0] ?? '';
  const night = `/cases/${caseId}/story/self-assessment/nights`;
  await priya.submit(night, { ...areaField('She said: I lie and listen.'), way: 'save' });

  const outbox = await visitor().get('/dev/outbox');
  const link = [...outbox.html.matchAll(/\/return\/[A-Za-z0-9_-]+/g)].map(([path]) => path)[0] ?? '';
  expect(wordsOf(outbox.html)).toContain('ottoline@example.org');
  const person = visitor();
  await person.submit(link, {}, link);
  const code = /\b(\d{6})\b/.exec(wordsOf((await visitor().get('/dev/outbox')).html))?.[1] ?? '';
  await person.submit(link, { code }, link);

  const page = wordsOf((await person.get(night)).html);
  expect(page).toContain('She said: I lie and listen.');
  expect(wordsOf((await person.get(`/cases/${caseId}/story`)).html)).toMatch(/What is your full name\? We know this/);
  const answers = wordsOf((await priya.get(`/cases/${caseId}/answers`)).html);
  expect(answers).toContain('Written by Priya Raman');
  expect(wordsOf((await priya.get(`/cases/${caseId}`)).html)).toContain('Ottoline Marsh');
});

test.each([
  ['no name', { name: ' ', email: '', phone: '' }, 'Write the person’s full name.'],
  ['half an email address', { name: 'A B', email: 'a@', phone: '' }, 'Write an email address with an @'],
  ['no phone number', { name: 'A B', email: '', phone: 'call me' }, 'Write a mobile number'],
])('a case is not started with %s', async (_, typed, sentence) => {
  const priya = await visitor().signInAs('S-PRIYA');
  const reply = await priya.post('/work/new', await priya.fill('/work/new', '/work/new', typed));
  expect(reply.status).toBe(422);
  expect(wordsOf(reply.html)).toContain(sentence);
});

test('“today” is before the team at once, with the number to call before the next question', async () => {
  const cast = await castFor('Urgent Person');
  const caseId = await openCase(cast);
  const page = `/cases/${caseId}/story/about-you/urgent`;
  await cast.person.submit(page, { 'a-about_urgent': 'today', way: 'save' });
  expect(wordsOf((await cast.person.get(`/cases/${caseId}/story`)).html)).toContain('Do not wait for us to write: call');
  expect(wordsOf((await cast.priya.get('/replies')).html)).toContain('Needs help now, or does not feel safe');
  expect(wordsOf((await cast.priya.get(`/cases/${caseId}`)).html)).toContain('Needs help now');
  await cast.priya.submit(`/cases/${caseId}/messages`, { words: 'I called you. Tom is on his way.' });
  expect(wordsOf((await cast.priya.get(`/cases/${caseId}`)).html)).not.toContain('Needs help now');
});

test('skipping, talking instead and coming back: nothing typed is lost and nothing is asked twice', async () => {
  const cast = await castFor('Slow Person');
  const caseId = await openCase(cast);
  const at = (path: string) => `/cases/${caseId}/story/${path}`;
  await cast.person.submit(at('self-assessment/nights'), { ...areaField('Half a night'), way: 'skip' });
  expect((await cast.person.get(at('self-assessment/nights'))).html).toContain('Half a night');
  await cast.person.submit(at('self-assessment/eating-drinking'), { way: 'talk' });
  const list = wordsOf((await cast.person.get(`/cases/${caseId}/story`)).html);
  expect(list).toMatch(/Eating and drinking Done/);
  expect(list).toMatch(/At night Done/);
  expect(list).toMatch(/What is your full name\? We know this/);
});

test('a group keeps what was typed when another row is asked for', async () => {
  const cast = await castFor('Group Person');
  const caseId = await openCase(cast);
  const page = `/cases/${caseId}/story/about-you/helpers`;
  const row = (place: number, name: string) => ({ [`a-about_helpers-${place}-a-about_helper-name`]: name });
  const more = await cast.person.post(page, {
    ...(await cast.person.fill(page, page, row(0, 'Sam <b>'))),
    more: 'about.helpers',
  });
  expect(more.status).toBe(200);
  expect(more.html).toContain('Sam &lt;b&gt;');
  await cast.person.submit(page, { ...row(0, 'Sam <b>'), ...row(1, 'Joan'), way: 'save' });
  const answers = (await cast.priya.get(`/cases/${caseId}/answers`)).html;
  expect(answers).toContain('Sam &lt;b&gt;');
  expect(answers).toContain('Joan');
});

test('the same page printed has the same ids', async () => {
  const html = (await visitor().get('/print/self-assessment')).html;
  for (const id of ['washing-dressing-toilet', 'nights', 'matters.most']) expect(html).toContain(id);
});
