/**
 * What is wrong with a page somebody has arrived at: accessibility (axe), markup (html-validate), title and heading, sideways
 * scrolling at 320 px and with text twice as large. Not the reading of it: pictures are for that. Called after every arrival.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { type Arrival, WINDOW } from './walker.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const RUN_AXE = `axe.run(document, { runOnly: ${JSON.stringify(WCAG)}, resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => ({ id, help, target: target.join(' ') }))))`;

type Violation = { readonly id: string; readonly help: string; readonly target: string };

const axeFaults = async (page: Page): Promise<string[]> => {
  await page.evaluate(AXE);
  const violations = await page.evaluate<readonly Violation[]>(RUN_AXE);
  return violations.map(({ id, help, target }) => `axe ${id}: ${help} (${target})`);
};

/** The reason for each that is off is beside the same list in test/functions/web/kit/valid-pages.test.tsx. */
const markup = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'require-sri': 'off',
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
  },
});

const markupFaults = async (source: string): Promise<string[]> => {
  const { results } = await markup.validateString(source);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
};

const headingFaults = async (page: Page): Promise<string[]> => {
  const headings = await page.locator('h1').count();
  const title = await page.title();
  const wrong = (await page.locator('.govuk-error-summary').count()) > 0;
  return [
    ...(headings === 1 ? [] : [`${headings} first-level headings`]),
    ...(title.startsWith('Error: ') === wrong
      ? []
      : [`the title is “${title}”, and there is ${wrong ? '' : 'no '}error summary`]),
    ...(title.endsWith(' – Larkshire Council') ? [] : [`the title does not name the council: “${title}”`]),
  ];
};

/** Only a table marked for it may scroll sideways, and that in a box of its own; what sticks out is named. */
const STICKS_OUT = `(() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const out = [...document.body.querySelectorAll('*')].filter((each) =>
    !each.closest('.ow-scroll, .govuk-visually-hidden') && each.getBoundingClientRect().right > room + 1);
  return out.slice(-3).map((each) => each.tagName.toLowerCase() + '.' + each.className);
})()`;

const sideways = async (page: Page, when: string): Promise<string[]> => {
  const out = await page.evaluate<readonly string[]>(STICKS_OUT);
  return out.map((element) => `sticks out ${when}: ${element}`);
};

/** Narrow as a small phone (WCAG 1.4.10), then with text twice as large (1.4.4), then as it was. */
const reflowFaults = async (page: Page): Promise<string[]> => {
  await page.setViewportSize({ width: 320, height: 640 });
  const narrow = await sideways(page, 'at 320 px');
  await page.setViewportSize(WINDOW);
  await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
  const large = await sideways(page, 'with text at 200 %');
  await page.evaluate(`document.documentElement.style.fontSize = ''`);
  return [...narrow, ...large];
};

/**
 * The same page as it stands where scripts do not run, but in a browser where axe can: its source again, without its own scripts.
 * The caller closes its context.
 */
export const standingStill = async (browser: Browser, { page, source, status }: Arrival): Promise<Arrival> => {
  const context = await browser.newContext({ viewport: WINDOW });
  const still = await context.newPage();
  const body = source.replace(/<script\b[^>]*><\/script>/g, '');
  await still.route(page.url().replace(/#.*/, ''), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await still.goto(page.url());
  return { page: still, source, status };
};

/** Every fault of the page, each as one line that says where it is. */
export const pageFaults = async ({ page, source }: Arrival): Promise<string[]> => {
  const faults = [
    ...(await axeFaults(page)),
    ...(await markupFaults(source)),
    ...(await headingFaults(page)),
    ...(await reflowFaults(page)),
  ];
  return faults.map((fault) => `${new URL(page.url()).pathname}: ${fault}`);
};
