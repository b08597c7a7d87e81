/**
 * What is wrong with a page somebody has arrived at: accessibility (axe), markup (html-validate), title and heading, sideways
 * scrolling at 320 px and with text twice as large. Not the reading of it: pictures are for that. Called after every arrival.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { htmlFaults } from '../support/valid-html.ts';
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

const markupFaults = htmlFaults({ 'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }] });

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
  return out.slice(-3).map((each) => each.tagName.toLowerCase() + '.' + each.className + ' sticks out');
})()`;

/** A field, its words or a button that lies over another: neither can be read or pressed with certainty. */
const LIES_OVER = `(() => {
  const parts = 'input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, button, .govuk-button, ' +
    '.govuk-label:not(.govuk-radios__label, .govuk-checkboxes__label), .govuk-fieldset__legend';
  const boxes = [...document.querySelectorAll(parts)].filter((each) => each.checkVisibility())
    .map((each) => ({ each, box: each.getBoundingClientRect() }));
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const name = ({ name, id, htmlFor, innerText }) => name || id || htmlFor || innerText;
  return boxes.flatMap((one, place) => boxes.slice(place + 1)
    .filter((two) => !one.each.contains(two.each) && over(one.box, two.box))
    .map((two) => name(one.each) + ' and ' + name(two.each) + ' lie over each other')).slice(0, 3);
})()`;

const layoutFaults = async (page: Page, when: string): Promise<string[]> => {
  const found = await Promise.all([STICKS_OUT, LIES_OVER].map((each) => page.evaluate<readonly string[]>(each)));
  return found.flat().map((fault) => `${when}: ${fault}`);
};

const PHONE = { width: 320, height: 640 };
const TABLET = { width: 768, height: 1024 };

/** On a small phone (WCAG 1.4.10) and a tablet, then with text twice as large (1.4.4), then as it was. */
const reflowFaults = async (page: Page): Promise<string[]> => {
  await page.setViewportSize(PHONE);
  const narrow = await layoutFaults(page, 'at 320 px');
  await page.setViewportSize(TABLET);
  const middling = await layoutFaults(page, 'at 768 px');
  await page.setViewportSize(WINDOW);
  await page.evaluate(`document.documentElement.style.fontSize = '200%'`);
  const large = await layoutFaults(page, 'with text at 200 %');
  await page.evaluate(`document.documentElement.style.fontSize = ''`);
  return [...narrow, ...middling, ...large];
};

/**
 * The same page as it stands where scripts do not run, drawn on `still`, where axe can: its source again, without its own scripts.
 * @example await standingStill(page, arrival) // the arrival to look for faults in
 */
export const standingStill = async (still: Page, { page, source, status }: Arrival): Promise<Arrival> => {
  const body = source.replace(/<script\b[^>]*><\/script>/g, '');
  await still.route('**/*', (route) =>
    route.request().isNavigationRequest() ? route.fulfill({ contentType: 'text/html; charset=utf-8', body }) : route.fallback(),
  );
  await still.goto(page.url());
  await still.unrouteAll();
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
