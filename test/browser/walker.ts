/**
 * Somebody at a browser: opens addresses, presses buttons, follows links, and looks at each page they arrive at. What "looks" means is
 * handed in: the tests search for faults (`page-faults.ts`), the screenshots do nothing. Called by everything beside it.
 */
import type { Browser, BrowserContextOptions, Locator, Page, Response } from 'playwright-core';

/** One arrival: the page as it stands, and its source as the service sent it. */
export type Arrival = { readonly page: Page; readonly source: string; readonly status: number };
export type Look = (arrival: Arrival) => Promise<void>;

export type Walker = {
  readonly page: Page;
  readonly url: string;
  /** Opens an address of the service. Answers the status. */
  readonly open: (path: string) => Promise<number>;
  /** Presses a button, or a link that looks like one, and waits for the page it leads to. */
  readonly press: (words: string) => Promise<number>;
  readonly follow: (words: string) => Promise<number>;
  /** Does something that leads to another page, and looks at that. */
  readonly arrive: (deed: () => Promise<unknown>) => Promise<number>;
  readonly leave: () => Promise<void>;
};

/** No page takes longer, even on a busy machine. */
const PATIENCE_MS = 15_000;
export const WINDOW = { width: 1280, height: 900 };

/** A part of a page as somebody reads it: what is hidden or folded away does not count as said. */
export const asRead = (part: Locator): Promise<string> => part.innerText();

type Start = { readonly url: string; readonly look?: Look; readonly options?: BrowserContextOptions };

const isPage = (response: Response, page: Page): boolean =>
  response.request().isNavigationRequest() && response.frame() === page.mainFrame() && response.status() !== 303;

/** A walker on `page`. A second one on another page of the same context is the same person in another tab. */
export const walkOn = (page: Page, { url, look = async () => {} }: Omit<Start, 'options'>): Walker => {
  let last: Response | undefined;
  page.on('response', (response) => {
    if (isPage(response, page)) last = response;
  });
  const arrive = async (deed: () => Promise<unknown>): Promise<number> => {
    try {
      await Promise.all([page.waitForEvent('load'), deed()]);
    } catch (cause) {
      throw new Error(`nobody got on from ${page.url()}, “${await page.title()}”: ${cause}`);
    }
    if (!last) throw new Error(`nothing came from ${page.url()}`);
    const status = last.status();
    await look({ page, source: await last.text(), status });
    return status;
  };
  const click = async (role: 'button' | 'link', name: string) => {
    const wanted = page.getByRole(role, { name, exact: true });
    if ((await wanted.count()) !== 1)
      throw new Error(`there is no one ${role} “${name}” on ${page.url()}: ${await page.title()}`);
    return arrive(() => wanted.click());
  };
  return {
    page,
    url,
    arrive,
    open: (path) => arrive(() => page.goto(url + path)),
    press: (words) => click('button', words),
    follow: (words) => click('link', words),
    leave: () => page.context().close(),
  };
};

/** A new person at a browser of their own: no cookies, nothing remembered. */
export const walker = async (browser: Browser, { options, ...start }: Start): Promise<Walker> => {
  const context = await browser.newContext({ viewport: WINDOW, locale: 'en-GB', ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  return walkOn(await context.newPage(), start);
};
