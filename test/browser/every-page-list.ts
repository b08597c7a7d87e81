/**
 * Which pages a citizen can come to, and which of them somebody has come to so far, by `pages.ts`: nothing is listed twice. Not what is
 * done on them. Called by `every-page.test.ts`.
 */
import '../support/web-environment.ts';
import { citizenPages } from '../../functions/web/citizen/citizen-pages.ts';
import type { Page } from '../../functions/web/page.ts';
import { pages } from '../../functions/web/pages.ts';
import type { Arrival } from './walker.ts';

/** Drawn by nobody: they take a form and lead on. */
export const ONLY_LEAD_ON = [
  '/begin',
  '/rules/:model/record.json',
  '/cases/:caseId/people/remove',
  '/cases/:caseId/people/send-again',
  '/cases/:caseId/your-plan/settle',
  '/cases/:caseId/your-plan/ready',
];
/** Their forms are one button, or take whatever is chosen, so nobody can make a mistake there. */
export const CANNOT_BE_WRONG = [
  '/display',
  '/sign-out',
  '/my/start',
  '/cases/:caseId/story',
  '/cases/:caseId/story/check',
  '/cases/:caseId/ways',
];

/** What anybody may read, and what is the person's own, in the order they are looked up. */
export const citizensPages = (): Page[] => pages.filter((page) => page.kind === 'open' || citizenPages.includes(page));

const asPattern = ({ path }: Page): RegExp => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`);

/** The page of `pages.ts` that answers this address; nothing where none does. */
const pathFor = (address: string): string | undefined => {
  const { pathname } = new URL(address);
  return pages.find((page) => asPattern(page).test(pathname))?.path;
};

export type Seen = { readonly note: (arrival: Arrival) => false; readonly missing: () => string[] };

/** Keeps what is arrived at. `missing` names every page nobody came to, and every form nobody made a mistake on. */
export const seenPages = (): Seen => {
  const shown = new Set<string>();
  const wrong = new Set<string>();
  const note = ({ page, source, status }: Arrival): false => {
    const path = pathFor(page.url());
    if (path && status < 400) shown.add(path);
    if (path && status >= 400 && /<title>Error: /.test(source)) wrong.add(path);
    return false;
  };
  const missing = (): string[] => [
    ...citizensPages().flatMap(({ path }) => (shown.has(path) || ONLY_LEAD_ON.includes(path) ? [] : [`${path} was not shown`])),
    ...citizensPages().flatMap(({ path, post }) =>
      !post || wrong.has(path) || [...ONLY_LEAD_ON, ...CANNOT_BE_WRONG].includes(path) ? [] : [`${path} saw no mistake`],
    ),
  ];
  return { note, missing };
};
