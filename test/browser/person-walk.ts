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

/** From the first page to the task list, without signing in. Answers the case's number. */
export const startCase = async (walker: Walker): Promise<string> => {
  await walker.open('/');
  await walker.press('Start now');
  return caseIn(walker);
};

/** The same for somebody who is signed in, from the page that greets them. */
export const startSignedIn = async (walker: Walker): Promise<string> => {
  await walker.open('/my');
  await walker.press('Start');
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

const OWN_WORDS = 'Tell us more in your own words, if you want to';

/**
 * Fills in the page: an area of life as test vector B has it, and `ownWords` with it; any other only where there are `ownWords`, in the
 * one box that it has. Answers whether anything was filled in.
 */
export const fillIn = async ({ page }: Walker, question: string, ownWords = ''): Promise<boolean> => {
  const answer = ANSWERS[question];
  if (!answer) {
    if (ownWords) await page.getByRole('main').getByRole('textbox').fill(ownWords);
    return ownWords !== '';
  }
  await page.locator(`input[name="a-${question}-option"][value="${answer.option}"]`).check();
  const share = answer.informalShare ?? 0;
  await page.getByLabel(SHARES[share] ?? '', { exact: true }).check();
  if (share > 0) await page.getByLabel(answer.willingAndAble ? 'Yes' : 'No', { exact: true }).check();
  if (ownWords) await page.getByLabel(OWN_WORDS).fill(ownWords);
  return true;
};

/** More pages than any story has: whoever has not come to the end by then goes round in circles. */
const MOST_PAGES = 80;

/**
 * From the task list through every page that is left, and on to the check page. What is no area of life is skipped for now, except where
 * `ownWords`, by page, says something. Whoever did not sign in has to say their name: `ownWords.name`.
 */
export const tellStory = async (walker: Walker, ownWords: Readonly<Record<string, string>> = {}): Promise<void> => {
  const begun = await walker.page.getByRole('button', { name: 'Go on', exact: true }).count();
  await walker.press(begun ? 'Go on' : 'Start');
  for (let pages = 0; questionAt(walker) !== 'story'; pages += 1) {
    if (pages > MOST_PAGES) throw new Error(`the story never ends: now at ${walker.page.url()}`);
    const question = questionAt(walker);
    const filledIn = await fillIn(walker, question, ownWords[question]);
    await walker.press(filledIn ? 'Save and continue' : 'Skip for now');
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
