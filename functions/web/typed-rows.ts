/** What was typed, as lines to read again: for a page that could not keep it. Never the form's own tokens. */
import type { Typed } from './page.ts';

/** The key of an error that belongs to no field: the summary links to the top of the page. */
export const WHOLE_PAGE = 'main-content';

const OWN = ['csrf', 'request', 'revision'];

export const typedRows = (typed: Typed | undefined): { label: string; value: string }[] =>
  Object.entries(typed ?? {})
    .filter(([field]) => !OWN.includes(field))
    .map(([label, value]) => ({ label: label.replaceAll('-', ' '), value: typeof value === 'string' ? value : value.join(', ') }))
    .filter(({ value }) => value !== '');
