/**
 * Forms, questions and letters changed over HTTP on a draft: each deed goes through, says what is wrong with what was typed, keeps what
 * was typed, and is done once however often it is sent.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formOn, Visitor, wordsOf } from '../../../support/visitor.ts';
import { type FrontDoor, openFrontDoor } from '../public/front-door.ts';

let door: FrontDoor;
let wren: Visitor;
/** The address of the draft. */
let draft = '';
beforeAll(async () => {
  door = await openFrontDoor();
  wren = await new Visitor(door.origin).signInAs('S-WREN');
  draft = await wren.submit('/admin', { title: 'Strip the forms' });
});
afterAll(() => door.close());

type Fields = Record<string, string | string[]>;
const WHY = { reason: 'It asks too much.' };

/** Fills in the form of a page and sends it, whatever comes of it. */
const send = async (page: string, typed: Fields = {}, action = page.split('?')[0] ?? '') => {
  const fields = await wren.fill(draft + page, draft + action, { ...WHY, ...typed });
  return { ...(await wren.post(draft + action, fields)), fields };
};
const opened = async (page: string): Promise<string> => wordsOf((await wren.get(draft + page)).html);

const USE = 'kind=decision&stage=assessment';

describe('each deed is done, and told in the list of changes', () => {
  test.each<[page: string, typed: Fields, to: string, told: string, action?: string]>([
    ['/forms/about-you/questions/about.nhs-number/take-out', {}, '/forms/about-you', 'Stops asking “What is your NHS number?”'],
    ['/forms/about-you/questions/about.birth/move', { place: 'name/0' }, '/forms/about-you', 'Moves “When were you born?”'],
    [
      '/forms/about-you/questions/about.speak-up/when?by=about.urgent',
      { test: 'one-of', options: ['today', 'this-week'] },
      '/forms/about-you',
      'Asks “Who should help you have your say?” in “About you” only',
      '/forms/about-you/questions/about.speak-up/when?by=about.urgent',
    ],
    [
      '/forms/about-you/questions/about.speak-up/when',
      {},
      '/forms/about-you',
      'Asks “Who should help you have your say?” in “About you” to everybody.',
      '/forms/about-you/questions/about.speak-up/when?by=always',
    ],
    [
      '/forms/about-you/pages/carer-offer/when',
      {},
      '/forms/about-you',
      'Shows the page “carer-offer” of “About you” to everybody.',
      '/forms/about-you/pages/carer-offer/when?by=always',
    ],
    [
      '/forms/about-you/pages/carer-offer/when?by=about.carer',
      { test: 'yes' },
      '/forms/about-you',
      'Shows the page “carer-offer” of “About you” only to those it is for.',
      '/forms/about-you/pages/carer-offer/when?by=about.carer',
    ],
    ['/forms/about-you/words/title', { 'words-plain': 'All about you' }, '/forms/about-you', 'Changes words of “About you”'],
    [
      '/forms/about-you/words/page.name.note.0',
      { 'words-plain': '', 'words-easy': '' },
      '/forms/about-you',
      'Leaves some words out of “All about you”.',
    ],
    [
      '/questions/about.carer/words/hint',
      { 'words-plain': 'A partner or a friend.' },
      '/questions/about.carer',
      'Changes words around the question',
    ],
    [
      '/questions/about.who-fills-in/words/option.me',
      { 'words-cy': 'Fi' },
      '/questions/about.who-fills-in',
      'Changes words around the question “Who is filling this in?”',
    ],
    [
      '/questions/about.carer/change',
      { required: 'yes', fresh: 'for', span: '6m', owner: 'Carers team', 'look-again': '1 6 2027' },
      '/questions/about.carer',
      'Changes whether it must be answered, how long an answer stays good, who answers for it and when it is looked at again',
    ],
    ['/questions/about.nhs-number/retire', {}, '/questions/about.nhs-number', 'Retires the question “What is your NHS number?”.'],
    ['/letters/plan-agreed/title/words', { 'words-plain': 'We agree' }, '/letters/plan-agreed', 'Changes the title of'],
    [
      '/letters/plan-agreed/paragraphs/0/words',
      { 'words-plain': '{by} agreed it.' },
      '/letters/plan-agreed',
      'Changes paragraph 1 of “We agree”',
    ],
    ['/letters/plan-agreed/paragraphs/0/when', { when: [] }, '/letters/plan-agreed', 'Says paragraph 1 of “We agree” always.'],
    ['/letters/plan-agreed/paragraphs/1/take-out', {}, '/letters/plan-agreed', 'Takes paragraph 2 out of “We agree”.'],
    [
      '/letters/plan-agreed/add',
      { at: '0', kind: 'words', 'words-plain': 'Call {phone}.', 'words-easy': 'Call {phone}.', when: 'agreed' },
      '/letters/plan-agreed',
      'Adds a paragraph to “We agree”',
    ],
    [
      '/letters/opening/add',
      { at: '1', kind: 'words', 'words-plain': 'Hello.', 'words-easy': 'Hello.' },
      '/letters/opening',
      'Adds a paragraph to the part “opening”',
    ],
    ['/letters/plan-agreed/take-out', {}, '/letters', 'Takes out the letter “We agree”.'],
  ])('%s %j', async (page, typed, to, told, action) => {
    const reply = await send(page, typed, action);
    expect([reply.status, reply.location]).toEqual([303, draft + to]);
    expect(await opened('')).toContain(told);
  });
});

describe('a new question', () => {
  const page = `/forms/about-you/add/new?${USE}&words=Do+you+have+a+pet%3F`;
  const action = `/forms/about-you/add/new?${USE}`;
  const typed = { 'why-plain': 'So that it is fed.', place: 'new/you', owner: 'Our team', 'look-again': '30 11 2027' };

  test('asks first which decision uses it', async () => {
    const { status, html } = await wren.get(`${draft}/forms/about-you/add/which`);
    expect([status, wordsOf(html)]).toEqual([422, expect.stringContaining('Choose what uses the answer.')]);
    expect((await wren.get(`${draft}/forms/about-you/add/new`)).status).toBe(404);
  });

  test('shows what is asked already before anything can be written', async () => {
    expect(await opened(`/forms/about-you/add/which?${USE}`)).not.toContain('write a new question');
    const words = await opened(`/forms/about-you/add/which?${USE}&words=who+looks+after+you`);
    expect(words).toContain('Does someone look after you without being paid?');
    expect(words).toContain('None of these: write a new question');
  });

  test('keeps what was typed when something is missing', async () => {
    const { status, html } = await send(page, { ...typed, owner: '', place: '' }, action);
    expect(status).toBe(422);
    expect(wordsOf(html)).toContain('Choose where it goes.');
    expect(formOn(html, (draft + action).split('#')[0] ?? '')).toMatchObject({ 'why-plain': 'So that it is fed.', owner: '' });
  });

  test('is two changes with one reason, and the form sent twice is done once', async () => {
    const reply = await send(page, typed, action);
    expect([reply.status, reply.location]).toEqual([303, `${draft}/forms/about-you`]);
    const again = await wren.post(draft + action, reply.fields);
    expect([again.status, again.location]).toEqual([303, `${draft}/forms/about-you`]);
    const words = await opened('');
    expect(words.split('Adds the question “Do you have a pet?” to the bank.')).toHaveLength(2);
    expect(words.split('Asks “Do you have a pet?” in').length).toBe(2);
    expect(await opened('/questions/about.do-you-have-a-pet')).toContain('Used in 1 form on 1 pathway.');
  });

  test('that is asked in another form already is only shown here to look at again', async () => {
    const address = '/forms/self-assessment/add/place?kind=duty&ref=Care+Act+2014%2C+s.1&question=about.address';
    expect(await opened(address)).toContain(
      'asks it already. Here it is shown with “Is this still right?”, and never asked again.',
    );
    const reply = await send(address, { place: 'new/day-to-day' }, address);
    expect([reply.status, reply.location]).toEqual([303, `${draft}/forms/self-assessment`]);
    const words = await opened('');
    expect(words).toContain('Shows the answer to “Where do you live?”');
    // What uses it is written down with the question, as a change of its own.
    expect(words).toContain('Changes what uses the answer of the question “Where do you live?”.');
  });
});

describe('what is refused', () => {
  test.each<[page: string, typed: Fields, status: number, said: string, action?: string]>([
    ['/forms/about-you/questions/about.urgent/take-out', { reason: '' }, 422, 'Say why, in a few words.'],
    [
      `/forms/self-assessment/add/place?${USE}&question=about.carer`,
      { place: '' },
      422,
      'Choose where it goes.',
      `/forms/self-assessment/add/place?${USE}&question=about.carer`,
    ],
    ['/forms/about-you/questions/about.name/move', { place: 'forged/0' }, 422, 'Choose where it goes.'],
    ['/forms/about-you/words/intro', { 'words-plain': '' }, 422, 'Write the words in plain English first.'],
    ['/questions/about.carer/change', { fresh: 'for', span: 'long' }, 422, 'Write how long, such as 30D, 6M or 1Y.'],
    ['/questions/about.carer/words/ask', {}, 409, 'That is how it is already, so nothing was changed.'],
    ['/letters/case-closed/add', { 'words-plain': '' }, 422, 'Write the words in plain English.'],
  ])('%s %j: %i %s', async (page, typed, status, said, action) => {
    const reply = await send(page, typed, action);
    expect([reply.status, wordsOf(reply.html)]).toEqual([status, expect.stringContaining(said)]);
  });

  test('a thing the draft does not have is not there', async () => {
    for (const page of [
      '/forms/nothing',
      '/forms/about-you/questions/life.nothing/take-out',
      '/forms/about-you/words/section.nothing.title',
      '/forms/about-you/see/nothing',
      '/questions/nothing',
      '/letters/nothing',
      '/letters/case-closed/paragraphs/99/words',
      '/letters/opening/see',
    ])
      expect((await wren.get(draft + page)).status, page).toBe(404);
  });

  test('a form drawn before somebody else’s change is not acted on, and what was typed is given back', async () => {
    const page = '/forms/about-you/words/intro';
    const fields = await wren.fill(draft + page, draft + page, { ...WHY, 'words-plain': 'Typed with care.' });
    const bilal = await new Visitor(door.origin).signInAs('S-BILAL');
    await bilal.submit(`${draft}/forms/about-you/questions/about.address/move`, { ...WHY, place: 'name/0' });
    const reply = await wren.post(draft + page, fields);
    expect([reply.status, wordsOf(reply.html)]).toEqual([409, expect.stringContaining('Typed with care.')]);
  });
});
