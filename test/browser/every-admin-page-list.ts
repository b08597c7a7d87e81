/**
 * Which pages an administrator can come to, by `admin-pages.ts`, and the way round them by the links that are on them: nothing is listed
 * twice, and a page that no link leads to is a page nobody finds. Called by `every-admin-page.test.ts`.
 */
import '../support/web-environment.ts';
import { adminPages } from '../../functions/web/admin/admin-pages.ts';
import type { Page } from '../../functions/web/page.ts';
import type { Walker } from './walker.ts';

/** Kept as a file, not drawn. */
const isFile = ({ path }: Page): boolean => path.endsWith('.json');
/** Drawn by nobody: they take a form and lead on. */
const isDrawn = (page: Page): boolean => page.get !== undefined && !isFile(page);

const asPattern = ({ path }: Page): RegExp => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);
const pageFor = (address: string): Page | undefined => {
  const { pathname } = new URL(address, 'http://ownway');
  return adminPages.find((page) => asPattern(page).test(pathname));
};

/** Every page that is drawn, by its path. */
export const drawnPages = (): string[] => adminPages.filter(isDrawn).map(({ path }) => path);

const LINKS = `[...document.querySelectorAll('main a[href], nav a[href]')].map((each) => each.getAttribute('href'))`;

/** The form that keeps something and asks why, or for a name; what is one button needs nothing and is left alone. */
const ASKS = 'main form:has([name="reason"]), main form:has([name="title"])';

/**
 * Sends the form of the page as it stands, with nothing said: it has to come back. Before that, where it can be looked at what a form would
 * do, that is looked at. A page without such a form is left as it is. Answers what was wrong.
 */
const sendsNothing = async ({ page, open, arrive }: Walker, path: string): Promise<string[]> => {
  const form = page.locator(ASKS).first();
  if ((await form.count()) === 0) return [];
  const looks = form.locator('[name="look"]');
  if ((await looks.count()) > 0) {
    await arrive(() => looks.click());
    await open(path);
  }
  await form.locator('[name="reason"], [name="title"]').first().fill('');
  const sends = form.locator('button[type="submit"]:not([name="look"]), button:not([type], [name="look"])').first();
  const status = await arrive(() => sends.click());
  const titled = (await page.title()).startsWith('Error: ');
  return status === 422 && titled ? [] : [`${path}, sent with nothing said, answered ${status}: ${await page.title()}`];
};

/** How often one kind of page is opened, at most: the first stages and questions are as good as all of them. */
export type Round = {
  readonly from: readonly string[];
  /** Which links are followed, by their addresses. */
  readonly follows: RegExp;
  readonly each: number;
  readonly sends: boolean;
};

/** Where somebody went: the paths of the pages come to, and what was wrong besides what is looked for on every page. */
export type WentRound = { readonly cameTo: readonly string[]; readonly wrong: readonly string[] };

/**
 * Opens `from` and then, by its links, every page that is followed, each kind of page no more than `each` times besides. With `sends`, each form is sent
 * with nothing said, too.
 */
export const goRound = async (walker: Walker, { from, follows, each, sends }: Round): Promise<WentRound> => {
  const waiting = [...from];
  const first = new Set(from);
  const asked = new Set(from);
  const times = new Map<string, number>();
  const wrong: string[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const page = pageFor(path);
    if (!page) wrong.push(`there is no page ${path}`);
    const before = times.get(page?.path ?? '') ?? 0;
    if (!page || !isDrawn(page) || (before >= each && !first.has(path))) continue;
    times.set(page.path, before + 1);
    const status = await walker.open(path);
    if (status !== 200) wrong.push(`${path} answered ${status}`);
    const links = (await walker.page.evaluate<string[]>(LINKS)).map((href) => href.replace(/#.*/, ''));
    for (const link of links) {
      if (!follows.test(link) || asked.has(link)) continue;
      asked.add(link);
      waiting.push(link);
    }
    if (sends) wrong.push(...(await sendsNothing(walker, path)));
  }
  return { cameTo: [...times.keys()], wrong };
};
