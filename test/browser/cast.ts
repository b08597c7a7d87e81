/**
 * The people of a browser test, each at a browser of their own, and what was found wrong with the pages they came to. One Chromium for
 * a file of tests. Called by the tests beside it.
 */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { openChromium } from './chromium.ts';
import { pageFaults, standingStill } from './page-faults.ts';
import { signInAs } from './person-walk.ts';
import { type Arrival, asRead, type Walker, WINDOW, walker, walkOn } from './walker.ts';

export type Cast = {
  readonly someone: (options?: BrowserContextOptions) => Promise<Walker>;
  readonly signedIn: (name: string) => Promise<Walker>;
  /** The same person in another tab. */
  readonly tabOf: (walker: Walker) => Promise<Walker>;
  /** Everything that was wrong on any page so far, and every complaint of the browser. */
  readonly faults: () => readonly string[];
  /** How many different pages were looked at. */
  readonly looked: () => number;
};

/** A page that answers with an error is said aloud by the browser too; the walk knows the status already. */
const OF_A_STATUS = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Where somebody stood when a test failed: without it a step that does not come is a riddle. */
const lastSeen = async (page: Page): Promise<string> => {
  const main = await asRead(page.locator('main')).catch(() => 'no main part');
  return `${page.url()}\n${main.slice(0, 1200)}\n`;
};

/** What a page says, without what is new each time it is drawn. The same page need not be searched for faults twice. */
const content = (source: string): string => source.replace(/<input type="hidden"[^>]*>/g, '');

/**
 * Everybody of one file of tests. Their browsers are closed at the end of it. `skips` names pages another file looks at. `at` is where the
 * service is, for a file that has one of its own.
 */
export const cast = (skips: (arrival: Arrival) => boolean = () => false, at = () => inject('serviceUrl')): Cast => {
  const found = new Set<string>();
  const looked = new Set<string>();
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser.close());
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    for (const context of browser.contexts()) for (const page of context.pages()) console.log(await lastSeen(page));
  });
  const look = async (arrival: Arrival) => {
    const said = content(arrival.source);
    if (skips(arrival) || looked.has(said)) return;
    looked.add(said);
    for (const fault of await pageFaults(arrival)) found.add(fault);
  };
  const listen = (one: Walker): Walker => {
    one.page.on('pageerror', ({ message }) => found.add(`script: ${message}`));
    one.page.on('console', (said) => {
      if (['error', 'warning'].includes(said.type()) && !OF_A_STATUS.test(said.text())) found.add(`browser: ${said.text()}`);
    });
    return one;
  };
  let still: Page | undefined;
  const lookWithoutScripts = async (arrival: Arrival) => {
    still ??= await (await browser.newContext({ viewport: WINDOW })).newPage();
    await look(await standingStill(still, arrival));
  };
  const start = () => ({ url: at(), look });
  const someone = async (options: BrowserContextOptions = {}) => {
    const scripts = options.javaScriptEnabled !== false;
    return listen(await walker(browser, { ...start(), options, ...(scripts ? {} : { look: lookWithoutScripts }) }));
  };
  return {
    someone,
    signedIn: async (name) => {
      const one = await someone();
      await signInAs(one, name);
      return one;
    },
    tabOf: async ({ page }) => listen(walkOn(await page.context().newPage(), start())),
    faults: () => [...found],
    looked: () => looked.size,
  };
};
