/**
 * What the council's administrators do at their browsers, with the words they see: taking a stage out in a draft, reading the difference,
 * publishing it, moving the open cases and putting them back. Every page and press is counted. Called by the tests beside it.
 */
import type { Locator } from 'playwright-core';
import { asRead, type Walker } from './walker.ts';

/** `pages`: come to. `presses`: of buttons and links. `filledIn`: fields that were typed into or ticked. */
export type Steps = { pages: number; presses: number; filledIn: number };
export type Counted = Walker & { readonly steps: Steps };

/** The same person at the same browser, with what they do counted from now on. */
export const counted = (walker: Walker): Counted => {
  const steps: Steps = { pages: 0, presses: 0, filledIn: 0 };
  const opens = (pressed: 0 | 1) => {
    steps.pages += 1;
    steps.presses += pressed;
  };
  return {
    ...walker,
    steps,
    open: (path) => {
      opens(0);
      return walker.open(path);
    },
    press: (words) => {
      opens(1);
      return walker.press(words);
    },
    follow: (words) => {
      opens(1);
      return walker.follow(words);
    },
    arrive: (deed) => {
      opens(1);
      return walker.arrive(deed);
    },
  };
};

/** Types into a field, by its words. */
export const typeIn = async ({ page, steps }: Counted, label: string, words: string): Promise<void> => {
  steps.filledIn += 1;
  await page.getByLabel(label, { exact: true }).fill(words);
};

/** Ticks a choice, by its words. */
export const tick = async ({ page, steps }: Counted, label: string): Promise<void> => {
  steps.filledIn += 1;
  await page.getByLabel(label, { exact: true }).check();
};

/** What stands in the main part of the page, as somebody reads it. */
export const mainWords = ({ page }: Walker): Promise<string> => asRead(page.locator('main'));

/** From the page where administrators begin to a new draft. Answers its address. */
export const beginDraft = async (wren: Counted, title: string): Promise<string> => {
  await typeIn(wren, 'What is to change?', title);
  await wren.press('Begin a draft');
  return new URL(wren.page.url()).pathname;
};

export type TakenOut = { readonly pathway: string; readonly stage: string; readonly onTo: string; readonly why: string };

/** Beside each stage of the list. Which stage it is about is said out of sight, so the words have a gap before the colon. */
export const takeOutLink = ({ page }: Walker, stage: string): Locator =>
  page.getByRole('link', { name: new RegExp(`^Take it out ?: ${stage}$`) });

/** From any page of a draft to the question what follows when a stage is taken out. */
export const askToTakeOut = async (wren: Counted, { pathway, stage }: TakenOut): Promise<void> => {
  await wren.follow('Pathways');
  await wren.follow(pathway);
  await wren.arrive(() => takeOutLink(wren, stage).click());
};

/** Says where cases go instead, and why. */
export const takeItOut = async (wren: Counted, { onTo, why }: TakenOut): Promise<void> => {
  await tick(wren, `On to “${onTo}”`);
  await typeIn(wren, 'Why?', why);
  await wren.press('Take it out');
};

/** From where administrators begin to a draft that was handed over, published. Answers the version. */
export const publishes = async (bilal: Counted, title: string): Promise<string> => {
  await bilal.follow(title);
  await bilal.press('Publish: new cases start on this');
  const version = /It is version ([0-9a-f]{16})/.exec(await mainWords(bilal))?.[1];
  if (!version) throw new Error(`nothing was published at ${bilal.page.url()}`);
  return version;
};

/** From the preview of a move to the job that is to do it. */
export const beginsMove = async (bilal: Counted, title: string, why: string): Promise<void> => {
  await typeIn(bilal, 'What do you call this move?', title);
  await typeIn(bilal, 'Why?', why);
  await bilal.press('Go on');
  await bilal.press('Move these cases');
};

/** The clock that does the work runs every minute; twice over, and a little for a busy machine. */
const LONGEST_MS = 130_000;

/** Looks again until the job on this page says `state`. Answers how long that took, in milliseconds. */
export const untilMove = async ({ page, arrive }: Walker, state: 'Done' | 'Undone'): Promise<number> => {
  const from = Date.now();
  const tag = page.locator('main .govuk-summary-list .govuk-tag');
  while ((await asRead(tag)) !== state) {
    if (Date.now() - from > LONGEST_MS)
      throw new Error(`the move never came to “${state}”: ${await asRead(page.locator('main'))}`);
    await page.waitForTimeout(1_000);
    await page.goto(page.url());
  }
  await arrive(() => page.getByRole('link', { name: 'Look again', exact: true }).click());
  return Date.now() - from;
};
