/**
 * Carers in their own right, over HTTP: one from the first page to support in place, one who is not eligible and gets written advice,
 * and the case of the man looked after, which tells of neither and is told of by neither.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Visitor, wordsOf } from '../support/visitor.ts';
import { type Cast, castFor, openCase, play, visitor } from './cast.ts';

const HER_WORDS = 'I cry in the larder so that nobody hears';
const HIS_WORDS = 'My legs go from under me on the stairs';

const read = async (who: Visitor, page: string): Promise<string> => {
  const { status, html } = await who.get(page);
  expect(status, page).toBe(200);
  return wordsOf(html);
};

/** The page once it says `words`: the machine may still be on its way there. */
const readUntil = async (who: Visitor, page: string, words: string): Promise<string> => {
  const until = Date.now() + 15_000;
  for (;;) {
    const said = await read(who, page);
    if (said.includes(words)) return said;
    if (Date.now() > until) throw new Error(`${page} never said “${words}”: ${said}`);
    await pause(50);
  }
};

const caseIn = (location: string): string => {
  const id = /C-[A-Z0-9]+/.exec(location)?.[0];
  if (!id) throw new Error(`no case was opened: ${location}`);
  return id;
};

/** What a carer says of herself, page by page, and the sending of it. */
const tellsHerStory = async (who: Visitor, caseId: string): Promise<void> => {
  const at = (page: string) => `/cases/${caseId}/story/${page}`;
  await who.submit(at('about-the-carer/name'), { 'a-about_name': 'Rosa Journey' });
  await who.submit(at('carers-self-assessment/what'), { 'a-caring_what': HER_WORDS });
  await who.submit(at('carers-self-assessment/willing-and-able'), { 'a-caring_willing-and-able': 'some-of-it' });
  await who.submit(at('carers-self-assessment/free-time'), { 'a-caring_free-time': 'cannot' });
  await who.submit(at('check'));
};

const RECORD = {
  'a-assess_information-given': 'yes',
  'a-assess_advocate': 'not-needed',
  'a-assess_safeguarding': 'no',
  'a-caring_copy-to': ['nobody-else'],
};

/** Every letter of a case, as whoever it is written to reads them. */
const lettersTo = async (who: Visitor, caseId: string): Promise<string> => {
  const { html } = await who.get(`/cases/${caseId}/letters`);
  const links = new Set([...html.matchAll(/href="([^"]*\/letters\/\d+)"/g)].map(([, href]) => href ?? ''));
  expect(links.size).toBeGreaterThan(1);
  return (await Promise.all([...links].map((href) => read(who, href)))).join('\n');
};

/** Presses “I look after someone” on the first page, as the second form there. */
const beginsAsCarer = async (who: Visitor): Promise<string> => caseIn(await who.submit('/', { as: 'carer' }, '/begin'));

describe('a carer', () => {
  let cast: Cast;
  let her: Visitor;
  let caseId = '';
  const at = (path: string) => `/cases/${caseId}${path}`;

  beforeAll(async () => {
    cast = await castFor('Geoff Journey');
    her = visitor();
  });

  test('starts from the first page without signing in, and tells her own story', async () => {
    expect(await read(her, '/')).toContain('I look after someone: start here');
    caseId = await beginsAsCarer(her);
    const story = await read(her, at('/story'));
    expect(story).toContain('Your story as a carer');
    expect(story).not.toContain('Washing');
    await tellsHerStory(her, caseId);
    expect(await read(her, at('/story/sent'))).not.toContain('£');
    expect(await read(her, at('/me'))).toContain('The person you look after cannot see it');
    // The same button again leads to the same case.
    expect(await beginsAsCarer(her)).toBe(caseId);
  });

  test('is assessed in her own right, on the law for carers', async () => {
    await readUntil(cast.priya, at(''), 'Confirm the assessment');
    expect(await read(cast.priya, '/work')).toContain(`${caseId}, as a carer`);
    const page = await cast.priya.get(at('/assess'));
    expect(page.html.match(/value="CARER-/g)).toHaveLength(8);
    expect(page.html).not.toContain('value="CA-');
    expect(wordsOf(page.html)).toContain(HER_WORDS);
    // Findings by the law for adults, put into her form by hand, decide nothing.
    const forged = await cast.priya.fill(at('/assess'), at('/assess'), {
      impairment: 'yes',
      unable: ['CA-HYGIENE', 'CA-TOILET'],
      impact: 'yes',
      decision: 'eligible-needs-identified',
      reasons: 'Because.',
      action: 'confirm',
    });
    expect((await cast.priya.post(at('/assess'), forged)).status).toBe(422);
    await play(cast, { who: 'priya', page: at('/record/carers-assessment'), typed: RECORD });
    const typed = {
      necessary: 'yes',
      health: 'no',
      unable: ['CARER-RECREATION'],
      impact: 'yes',
      decision: 'eligible-needs-identified',
      reasons: 'You have no time off at all, and it wears you down.',
      action: 'confirm',
    };
    await play(cast, { who: 'priya', page: at('/assess'), typed });
    const mine = await readUntil(her, at('/me'), 'no time off at all');
    expect(mine).toContain('Time off for what you enjoy');
    expect(mine).not.toContain('up-front figure');
    expect(await lettersTo(her, caseId)).toContain('caring does to your own life');
  });

  test('has a plan and a budget of her own, agreed by somebody else, and support in place', async () => {
    const plan = {
      goals: 'One morning a week that is mine.',
      backUp: 'My sister comes.',
      'line-1-what': 'Swimming',
      'line-1-provider': '',
      'line-1-unit': 'visit',
      'line-1-units': '2',
      'line-1-price': '11.50',
      'line-1-per': 'week',
      'line-1-kind': 'carers-break-and-wellbeing',
      'line-1-route': 'council-managed',
      advice: 'The carers’ café meets on Thursdays.',
      'line-1-meets': ['CA-HYGIENE'],
      action: 'check',
    };
    const wrong = await cast.priya.post(at('/plan/edit'), await cast.priya.fill(at('/plan/edit'), at('/plan/edit'), plan));
    expect(wrong.status).toBe(409);
    expect(wordsOf(wrong.html)).toContain('An adult and whoever cares for them each have a plan of their own');
    await play(cast, { who: 'priya', page: at('/plan/edit'), typed: { ...plan, 'line-1-meets': ['CARER-RECREATION'] } });
    await play(cast, { who: 'priya', page: at('/ways'), typed: {} });
    await play(cast, { who: 'priya', page: at('/plan/offer'), typed: { agrees: 'yes' } });
    await play(cast, { who: 'morag', page: at('/approve'), typed: { reasons: '', decision: 'agree' } });
    await play(cast, {
      who: 'tom',
      page: at('/form/arranging-support'),
      typed: {
        'a-first-day': '30 November 2026',
        'a-who-to-call': 'The team on 01632 960 123',
        outcome: 'in-place',
      },
    });
    const mine = await readUntil(her, at('/me'), 'Your support is in place');
    expect(mine).toContain('£23.00');
    expect(mine).toContain('One morning a week that is mine.');
    expect(await read(her, '/my')).toContain('Your support as a carer');
  });

  test('is seen by nobody of his, sees nothing of his, and staff pages of the one do not show the other', async () => {
    const his = await openCase(cast);
    await cast.person.submit(`/cases/${his}/story/self-assessment/most`, { 'a-matters_most': HIS_WORDS });
    for (const page of ['/me', '/story', '/letters', '/people', '/amount']) {
      expect((await cast.person.get(at(page))).status, page).toBe(404);
      expect((await her.get(`/cases/${his}${page}`)).status, page).toBe(404);
    }
    for (const page of ['', '/answers', '/plan', '/money', '/circle', '/history', '/messages']) {
      const hers = await read(cast.priya, at(page));
      for (const words of [HIS_WORDS, 'Geoff Journey', his]) expect(hers, page).not.toContain(words);
      const theirs = await read(cast.priya, `/cases/${his}${page}`);
      for (const words of [HER_WORDS, 'Rosa Journey', caseId]) expect(theirs, page).not.toContain(words);
    }
    expect(await read(cast.priya, `/cases/${his}/answers`)).toContain(HIS_WORDS);
  });

  test('can ask for support of her own beside it: another case, which knows her name and nothing she said as a carer', async () => {
    expect(await read(her, '/my')).toContain('I need support myself');
    const own = caseIn(await her.submit('/my/start?as=adult', { as: 'adult' }, '/my/start'));
    expect(own).not.toBe(caseId);
    const story = await read(her, `/cases/${own}/story`);
    expect(story).toContain('Your story');
    expect(await read(her, `/cases/${own}/me`)).not.toContain(HER_WORDS);
    expect(await read(cast.priya, `/cases/${own}/answers`)).not.toContain(HER_WORDS);
    const mine = await read(her, '/my');
    expect(mine).toContain(caseId);
    expect(mine).toContain(own);
    // One open case of each kind, however often somebody starts.
    expect((await her.get('/my/start?as=carer')).location).toBe(at('/me'));
    expect(caseIn(String((await her.get('/my/start?as=adult')).location))).toBe(own);
  });
});

test('a carer who is not eligible is told so in writing, with reasons and advice, and can start again', async () => {
  const cast = await castFor('Somebody Else');
  const her = visitor();
  const caseId = await beginsAsCarer(her);
  const at = (path: string) => `/cases/${caseId}${path}`;
  await tellsHerStory(her, caseId);
  await play(cast, { who: 'priya', page: at('/record/carers-assessment'), typed: RECORD });
  const typed = { necessary: 'yes', health: 'no', impact: 'no', reasons: 'You told us that it goes well just now.' };
  const decision = { ...typed, decision: 'no-needs-identified', action: 'confirm' };
  await play(cast, { who: 'priya', page: at('/assess'), typed: decision });
  const mine = await readUntil(her, at('/me'), 'This is closed');
  expect(mine).toContain('it goes well just now');
  expect(mine).toContain('A carers’ group near you');
  expect(mine).not.toContain('If family or friends look after you');
  const words = await lettersTo(her, caseId);
  expect(words).toContain('We found no needs of the kind this law is about');
  expect(words).toContain('it goes well just now');
  expect(words).toContain('There is other help for you');
  const again = caseIn(await her.submit('/my/start?as=carer', {}, '/my/start'));
  expect(again).not.toBe(caseId);
  expect(await read(her, `/cases/${again}/story`)).toContain('Your story as a carer');
});
