/** Double clicks, the back button and a second tab: nothing happens twice, nothing typed is lost, and nobody is frightened. */
import { beforeAll, expect, it } from 'vitest';
import { cast } from './cast.ts';
import { signInAsNew, startSignedIn, tellStory, waitFor, words } from './person-walk.ts';
import { confirmAssessment, explainWays, fillInLine, LINES, lookAgain, NEEDS, writeRecord } from './staff-walk.ts';
import type { Walker } from './walker.ts';

/** The whole case has looked at the pages that go well; here only those that say no, and the plan in two tabs. */
const { someone, signedIn, tabOf, faults } = cast(({ page, status }) => status === 200 && !page.url().includes('/plan/edit'));

let person: Walker;
let priya: Walker;
let caseId: string;
const at = (path = ''): string => `/cases/${caseId}${path}`;

/** How often the case's history says something. */
const times = async (what: string): Promise<number> => {
  await priya.open(at('/history'));
  return priya.page.locator('.moj-timeline__title', { hasText: what }).count();
};

const doubleClick = (walker: Walker, button: string) =>
  walker.arrive(() => walker.page.getByRole('button', { name: button, exact: true }).dblclick());

beforeAll(async () => {
  person = await someone();
  await signInAsNew(person, 'Edie Marl');
  caseId = await startSignedIn(person);
  await tellStory(person);
  priya = await signedIn('Priya Raman');
});

it('sends the story once, however often and wherever the button is pressed', async () => {
  const check = await tabOf(person);
  await check.open(at('/story/check'));
  await doubleClick(person, 'Send your answers');
  expect(await words(person)).toContain('We have your story');
  // The same form out of another tab, later.
  await check.press('Send your answers');
  expect(await words(check)).toContain('Your answers are with us already');
  expect(await times("Done: The person's own account")).toBe(1);
});

it('leads back from the sent story to where it is now, not to a form that cannot work', async () => {
  await person.arrive(() => person.page.goBack());
  expect(person.page.url()).toMatch(/\/me$/);
  expect(await words(person)).toContain('It is our turn.');
  await person.open(at('/story/self-assessment/nights'));
  expect(person.page.url()).toMatch(/\/me$/);
});

it('tells the second of two tabs about the first, and keeps what was typed there', async () => {
  await priya.open(at());
  await writeRecord(priya);
  await confirmAssessment(priya);
  await waitFor(priya, at(), 'Write the plan');
  await priya.press('Write the plan');
  const second = await tabOf(priya);
  await second.open(at('/plan/edit'));

  await fillInLine(priya, 1, LINES[0]);
  await priya.press('Save and check it');
  await fillInLine(second, 1, { ...LINES[1], meets: Object.values(NEEDS) });
  expect(await second.press('Save and check it')).toBe(409);
  expect(await words(second)).toContain('Priya Raman saved version 1');
  expect(await second.page.getByRole('textbox', { name: 'What is it?' }).first().inputValue()).toBe(LINES[1].what);

  await second.page.getByLabel('What else helps?').fill('The library lends wheelchairs.');
  await second.press('Save and check it');
  expect(await words(second)).toContain(LINES[1].what);
  expect(await times('The plan was saved')).toBe(2);
  await explainWays(second, caseId);
  await second.press('The plan is ready');
});

it('agrees the plan once when the button is pressed twice and no script holds the second press back', async () => {
  const morag = await signedIn('Morag Sinclair');
  await morag.open(at());
  await lookAgain(morag);
  const glenda = await someone({ javaScriptEnabled: false });
  await glenda.open('/sign-in');
  await glenda.page.getByLabel('Glenda Whitlock', { exact: true }).check();
  await glenda.press('Sign in');
  await glenda.open(at('/approve'));
  await glenda.page.getByLabel('Your reasons').fill('It is what the support costs.');
  await doubleClick(glenda, 'Agree the plan');
  expect(await words(glenda)).toContain('Arranging money and support');
  expect(await times('The plan was agreed')).toBe(1);
});

it('has shown nothing on the way that is out of order', () => {
  expect(faults()).toEqual([]);
});
