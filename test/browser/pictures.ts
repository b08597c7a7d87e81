/**
 * Pictures of pages, small enough for a repository: one width for desks, one for phones, no more height than tells what the page is.
 * Called by `take-screenshots.ts`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { smallPng } from './small-png.ts';
import type { Walker } from './walker.ts';

const FOLDER = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));
const DESK = { width: 1000, height: 800 };
const PHONE = { width: 320, height: 640 };
/** Half of a picture of two pages. */
const HALF = { width: 780, height: 1000 };
/** A longer page is cut here: its beginning says what it is. */
const TALLEST = 2400;

type Size = { readonly width: number; readonly height: number };

/** The page as it stands, from its top. */
const shot = async ({ page }: Walker, size: Size): Promise<Buffer> => {
  await page.setViewportSize(size);
  await page.evaluate('document.activeElement?.blur(); scrollTo(0, 0)');
  const height = Math.min(await page.evaluate<number>('document.documentElement.scrollHeight'), TALLEST);
  return page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width: size.width, height } });
};

const save = (name: string, png: Buffer): void => {
  const small = smallPng(png);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.png`), small);
  console.log(`  ${name}.png, ${Math.round(small.length / 1024)} KB`);
};

/** A picture of the page somebody is on. */
export const picture = async (walker: Walker, name: string, size: Size = DESK): Promise<void> =>
  save(name, await shot(walker, size));

/** The same at both widths. */
export const bothPictures = async (walker: Walker, name: string, desk: Size = DESK): Promise<void> => {
  await picture(walker, name, desk);
  await picture(walker, `${name}-320`, PHONE);
};

/** A page for one side of a picture of two. */
export const half = (walker: Walker): Promise<Buffer> => shot(walker, HALF);

const figure = ([title, png]: readonly [string, Buffer]): string =>
  `<figure><figcaption>${title}</figcaption><div><img alt="" src="data:image/png;base64,${png.toString('base64')}"></div></figure>`;

const STYLE = `body { margin: 0; padding: 20px; display: flex; gap: 20px; background: #e8eeee; font: 18px Arial, sans-serif }
figure { margin: 0; flex: 1; min-width: 0 } figcaption { margin-bottom: 8px; font-weight: bold; color: #12565a }
div { height: 800px; overflow: hidden; background: white; border: 1px solid #9aa; border-radius: 6px }
img { width: 100%; display: block }`;

/** Two pages side by side, each under its title, laid out by the browser as one. */
export const besideEachOther = async (
  browser: Browser,
  name: string,
  sides: readonly (readonly [string, Buffer])[],
): Promise<void> => {
  const page = await browser.newPage({ viewport: { width: 1200, height: 400 } });
  await page.setContent(`<!DOCTYPE html><title>Ownway</title><style>${STYLE}</style>${sides.map(figure).join('')}`);
  save(name, await page.screenshot({ fullPage: true }));
  await page.close();
};
