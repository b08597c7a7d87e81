/**
 * Ways to the other pages of a list. The server cuts the list; this only draws the links. Thin wrapper of the GOV.UK component.
 */
import { govuk } from './govuk.ts';

type PaginationProps = { readonly page: number; readonly pages: number; readonly href: (page: number) => string };

/** First, last, this page and its neighbours, with dots for what is left out. Nothing where there is only one page. */
export const Pagination = ({ page, pages, href }: PaginationProps) => {
  if (pages < 2) return null;
  return govuk('pagination', {
    ...(page > 1 ? { previous: { href: href(page - 1) } } : {}),
    ...(page < pages ? { next: { href: href(page + 1) } } : {}),
    items: shown(page, pages).flatMap((number, index, all) => [
      ...(number - (all[index - 1] ?? 0) > 1 ? [{ ellipsis: true }] : []),
      { number: String(number), href: href(number), current: number === page },
    ]),
  });
};

const shown = (page: number, pages: number): number[] =>
  [...new Set([1, page - 1, page, page + 1, pages])].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b);
