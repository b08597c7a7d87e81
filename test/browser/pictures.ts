/**
 * Pictures of pages, small enough for a repository: one width for desks, one for phones, no more height than tells what the page is.
 * Called by `take-screenshots.ts`.
 */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import type { Walker } from './walker.ts';

export const FOLDER = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));
const DESK = { width: 1000, height: 800 };
const PHONE = { width: 320, height: 640 };
/** A long page is cut here: its beginning says what it is. */
const TALLEST = 2400;

const fileOf = (name: string): string => join(FOLDER, `${name}.png`);

/** Takes the page as it stands, from its top. */
export const picture = async ({ page }: Walker, name: string, size = DESK): Promise<void> => {
  mkdirSync(FOLDER, { recursive: true });
  await page.setViewportSize(size);
  await page.evaluate('document.activeElement?.blur(); scrollTo(0, 0)');
  const height = Math.min(await page.evaluate<number>('document.documentElement.scrollHeight'), TALLEST);
  await page.screenshot({ path: fileOf(name), fullPage: true, clip: { x: 0, y: 0, width: size.width, height } });
  console.log(`  ${name}.png  ${Math.round(statSync(fileOf(name)).size / 1024)} KB`);
};

/** The same page on a phone. */
export const narrowPicture = (walker: Walker, name: string): Promise<void> => picture(walker, `${name}-320`, PHONE);

/** What the two sides of the picture show: the middle of each page, as wide as half of it. */
const side = (name: string, title: string): string => {
  const image = readFileSync(fileOf(name)).toString('base64');
  return `<figure><figcaption>${title}</figcaption><div><img src="data:image/png;base64,${image}"></div></figure>`;
};

const STYLE = `body { margin: 0; padding: 20px; display: flex; gap: 20px; background: #e8eeee; font: 18px Arial, sans-serif }
figure { margin: 0; flex: 1; min-width: 0 } figcaption { margin-bottom: 8px; font-weight: bold; color: #12565a }
div { height: 760px; overflow: hidden; background: white; border: 1px solid #9aa; border-radius: 6px }
img { width: 100%; display: block }`;

/** Two pictures side by side under their titles, laid out by the browser as one page. */
export const besideEachOther = async (browser: Browser, name: string, sides: readonly [string, string][]): Promise<void> => {
  const page = await browser.newPage({ viewport: { width: 1200, height: 400 } });
  const figures = sides.map(([from, title]) => side(from, title)).join('');
  await page.setContent(`<!DOCTYPE html><title>Ownway</title><style>${STYLE}</style>${figures}`);
  await page.screenshot({ path: fileOf(name), fullPage: true });
  console.log(`  ${name}.png  ${Math.round(statSync(fileOf(name)).size / 1024)} KB`);
  await page.close();
};
