/** The person's whole part with scripts switched off: everything works, and nothing that is there only for scripts is missed. */
import { beforeAll, expect, it } from 'vitest';
import { cast } from './cast.ts';
import { fillIn, questionAt, startCase, tellStory, words } from './person-walk.ts';
import type { Walker } from './walker.ts';

const { someone, faults } = cast();

/** The story has about forty pages, and every one is searched for faults on the way. */
const A_WHOLE_STORY_MS = 300_000;

let person: Walker;
let caseId: string;
const story = (page = ''): string => `/cases/${caseId}/story${page}`;

beforeAll(async () => {
  person = await someone({ javaScriptEnabled: false });
});

it('begins without an account, and is told of a mistake beside the field and above', async () => {
  caseId = await startCase(person);
  await person.open(story('/self-assessment/safe-at-home'));
  expect(await person.press('Save and continue')).toBe(422);
  expect(await person.page.title()).toMatch(/^Error: /);
  expect(await words(person)).toContain('There is a problem');
});

it('would rather talk about one question, and says why we ask it', async () => {
  await person.open(story('/self-assessment/looking-after-a-child'));
  await person.page.getByText('Why we ask this', { exact: true }).click();
  expect(await words(person)).toContain('It is used for:');
  await person.press('I would rather talk about this');
  expect(questionAt(person)).toBe('making-decisions');
});

it(
  'tells the story to its end, and thinks again about one answer',
  async () => {
    await person.open(story());
    await tellStory(person, { name: 'Arthur Quill', 'safe-at-home': 'I fell in May.' });
    expect(await words(person)).toContain('You would rather talk about this.');
    await person.follow('Change your answer to: Being safe at home');
    await fillIn(person, questionAt(person), 'I fell in May, and again in June.');
    await person.press('Save and continue');
    await person.open(story('/check'));
    expect(await words(person)).toContain('I fell in May, and again in June.');
  },
  A_WHOLE_STORY_MS,
);

it('sends it, and finds it again on a page of their own', async () => {
  await person.press('Send your answers');
  expect(await words(person)).toContain('We have your story');
  await person.follow('Go to your page to see where it is');
  expect(await words(person)).toContain('It is our turn.');
  await person.page.getByText('What you told us', { exact: true }).click();
  expect(await words(person)).toContain('I fell in May, and again in June.');
  expect(faults()).toEqual([]);
});
