/** What a person does at their browser, page by page, with the words they see. The answers are those of test vector B. */
import { fixtureAnswers } from '../domain/fixtures/allocation-models.ts';
import { asRead, type Walker } from './walker.ts';

const ANSWERS = fixtureAnswers('tv-b');

/** Signs in as somebody of the made-up council. */
export const signInAs = async (walker: Walker, name: string): Promise<void> => {
  await walker.open('/sign-in');
  await walker.page.getByLabel(name, { exact: true }).check();
  await walker.press('Sign in');
};

/** Signs in as somebody the council has never heard of. */
export const signInAsNew = async (walker: Walker, name: string): Promise<void> => {
  await walker.open('/sign-in');
  await walker.page.getByLabel('Someone new').check();
  await walker.page.getByLabel('Their name').fill(name);
  await walker.press('Sign in');
};

const caseIn = ({ page }: Walker): string => {
  const found = /\/cases\/(C-[A-Z0-9]+)/.exec(page.url())?.[1];
  if (!found) throw new Error(`no case in ${page.url()}`);
  return found;
};

/** From the first page to the task list. Answers the case's number. */
export const startCase = async (walker: Walker): Promise<string> => {
  await walker.open('/');
  await walker.press('Start now');
  await walker.press('This is about me. Start');
  return caseIn(walker);
};

const SHARES: Readonly<Record<number, string>> = {
  0: 'None of it',
  25: 'Some of it, about a quarter',
  75: 'Most of it, about three quarters',
  100: 'All of it',
};

/** Which question the page asks, by its address. */
export const questionAt = ({ page }: Walker): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** Fills in the question on the page: an area of life as test vector B has it. Answers whether it is one. */
export const fillIn = async ({ page }: Walker, question: string, ownWords = ''): Promise<boolean> => {
  const answer = ANSWERS[question];
  if (!answer) return false;
  await page.locator(`input[name="a-${question}-option"][value="${answer.option}"]`).check();
  const share = answer.informalShare ?? 0;
  await page.getByLabel(SHARES[share] ?? '', { exact: true }).check();
  if (share > 0) await page.getByLabel(answer.willingAndAble ? 'Yes' : 'No', { exact: true }).check();
  if (ownWords) await page.getByLabel('Tell us more in your own words').fill(ownWords);
  return true;
};

/** From the task list through every page that is left, and on to the check page. What is no area of life is skipped for now. */
export const tellStory = async (walker: Walker, ownWords: Readonly<Record<string, string>> = {}): Promise<void> => {
  const begun = await walker.page.getByRole('button', { name: 'Go on', exact: true }).count();
  await walker.press(begun ? 'Go on' : 'Start');
  for (let question = questionAt(walker); question !== 'story'; question = questionAt(walker)) {
    const answered = await fillIn(walker, question, ownWords[question]);
    await walker.press(answered ? 'Save and continue' : 'Skip for now');
  }
  await walker.press('Check and send');
};

/** Opens a page again until it shows `words`: what the engine does by itself takes a moment. Refuses to wait for more than that. */
export const waitFor = async (walker: Walker, path: string, words: string): Promise<void> => {
  const { page, url } = walker;
  for (let tries = 0; tries < 60; tries += 1) {
    await page.goto(url + path);
    if ((await page.getByText(words).count()) > 0) {
      await walker.open(path);
      return;
    }
    await page.waitForTimeout(250);
  }
  throw new Error(`“${words}” never came to ${path}`);
};

/** What stands on the page, as somebody reads it. */
export const words = ({ page }: Walker): Promise<string> => asRead(page.locator('body'));
