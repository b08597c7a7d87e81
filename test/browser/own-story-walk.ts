/**
 * What somebody without an account does on the way of their own story: reads the demonstration's mailbox, comes in by link and code,
 * fills in what is no area of life. Not the areas of life (`person-walk.ts`). Called by `own-story` and `every-page`.
 */
import type { Locator } from 'playwright-core';
import { fillIn, questionAt, words } from './person-walk.ts';
import { asRead, type Walker } from './walker.ts';

/** A message: to whom, about which case, and under which subject. */
export type Sought = { readonly caseId: string; readonly to: string; readonly subject: string };

export const RETURN = 'Your link to come back';
export const INVITATION = 'Somebody asks for your help';
const CODE = 'Your code';

const newest = (mailbox: Locator, { caseId, to, subject }: Sought): Locator =>
  mailbox.locator('.govuk-summary-card').filter({ hasText: subject }).filter({ hasText: caseId }).filter({ hasText: to }).first();

/** Opens the mailbox, and follows the link in the newest such message. Answers the status of the page it leads to. */
export const followMailedLink = async (walker: Walker, sought: Sought): Promise<number> => {
  await walker.open('/dev/outbox');
  const link = newest(walker.page.getByRole('main'), sought).getByRole('link');
  return walker.arrive(() => link.click());
};

/** The newest code that was sent there, read in another tab, so that the page that asks for it stays as it is. */
export const mailedCode = async (walker: Walker, sought: Omit<Sought, 'subject'>): Promise<string> => {
  const tab = await walker.page.context().newPage();
  await tab.goto(`${walker.url}/dev/outbox`);
  const said = await asRead(newest(tab.getByRole('main'), { ...sought, subject: CODE }));
  await tab.close();
  const code = /Your code is (\d{6})\./.exec(said)?.[1];
  if (!code) throw new Error(`no code in “${said}”`);
  return code;
};

/** Six digits that are not `code`. @example otherThan('999999') // '000000' */
export const otherThan = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Types a code on the page that asks for it, and answers the status of what comes. */
export const typeCode = async (walker: Walker, code: string): Promise<number> => {
  await walker.page.getByLabel('Your code').fill(code);
  return walker.press('Continue');
};

/** From the mailbox to the page the link leads to, with one new code that is right at once. */
export const comeInByLink = async (walker: Walker, sought: Sought): Promise<number> => {
  await followMailedLink(walker, sought);
  await walker.press('Send me a code');
  return typeCode(walker, await mailedCode(walker, sought));
};

/** Ticks or picks these on the page, each by all of its words. */
export const choose = async ({ page }: Walker, ...labels: readonly string[]): Promise<void> => {
  for (const label of labels) await page.getByLabel(label, { exact: true }).check();
};

/** Saves the link from any page of the story. Answers the status. */
export const saveForLater = async (walker: Walker, email: string): Promise<number> => {
  await walker.follow('Save and come back later');
  await choose(walker, 'By email');
  await walker.page.getByLabel('Email address').fill(email);
  return walker.press('Send me the link');
};

export type DateTyped = readonly [day: string, month: string, year: string];

export const typeDate = async ({ page }: Walker, [day, month, year]: DateTyped): Promise<void> => {
  await page.getByLabel('Day', { exact: true }).fill(day);
  await page.getByLabel('Month', { exact: true }).fill(month);
  await page.getByLabel('Year', { exact: true }).fill(year);
};

/** The first-level heading, without the small words over it. */
export const heading = ({ page }: Walker): Promise<string> =>
  page.evaluate<string>(`(() => {
    const copy = document.querySelector('h1').cloneNode(true);
    for (const small of copy.querySelectorAll('[class*=caption]')) small.remove();
    return copy.textContent.trim();
  })()`);

/** What the error summary says, line by line; nothing where there is none. */
export const mistakes = async ({ page }: Walker): Promise<string[]> =>
  (await page.locator('.govuk-error-summary__list li').allInnerTexts()).map((each) => each.trim());

/** Every task of the list with its state, in the order shown. @example [['Eating and drinking', 'Done']] */
export const tasks = async ({ page }: Walker): Promise<[title: string, status: string][]> => {
  const rows = await page.locator('.govuk-task-list__item').all();
  return Promise.all(
    rows.map(
      async (row): Promise<[string, string]> => [
        (await asRead(row.locator('.govuk-task-list__name-and-hint'))).trim(),
        (await asRead(row.locator('.govuk-task-list__status'))).replaceAll('\u00a0', ' ').trim(),
      ],
    ),
  );
};

/** One row of a list of questions and answers, as somebody reads it. */
export const answerTo = ({ page }: Walker, question: string): Promise<string> =>
  asRead(page.locator('.govuk-summary-list__row').filter({ hasText: question }).first().locator('dd').first());

/** Which of these the page does not say; none where all is well. */
export const unsaid = async (walker: Walker, ...parts: readonly string[]): Promise<string[]> => {
  const said = await words(walker);
  return parts.filter((part) => !said.includes(part));
};

/** What is done on one page of the story: options by their values, words in its one box, or one of the other two ways on. */
export type Deed = { readonly pick: readonly string[] } | { readonly type: string } | 'skip' | 'talk';

const BUTTONS = { save: 'Save and continue', skip: 'Skip for now', talk: 'I would rather talk about this' } as const;

const doThere = async (walker: Walker, deed: Deed): Promise<keyof typeof BUTTONS> => {
  if (typeof deed === 'string') return deed;
  if ('pick' in deed) for (const value of deed.pick) await walker.page.locator(`main input[value="${value}"]`).check();
  else await walker.page.getByRole('main').getByRole('textbox').fill(deed.type);
  return 'save';
};

/** More pages than any story has: whoever has not come to the end by then goes round in circles. */
const MOST_PAGES = 60;

/**
 * Goes on, page by page, with what `deeds` says of each; an area of life is answered as test vector B has it, the rest is skipped. Ends
 * on the page `until`, or on the task list. Answers the pages it was asked, in order.
 */
export const tellUntil = async (walker: Walker, deeds: Readonly<Record<string, Deed>>, until = 'story'): Promise<string[]> => {
  const asked: string[] = [];
  for (let page = questionAt(walker); page !== until && page !== 'story'; page = questionAt(walker)) {
    if (asked.length > MOST_PAGES) throw new Error(`the story never ends: now at ${walker.page.url()}`);
    asked.push(page);
    const deed = deeds[page];
    const way = deed ? await doThere(walker, deed) : (await fillIn(walker, page)) ? 'save' : 'skip';
    await walker.press(BUTTONS[way]);
  }
  return asked;
};
