/**
 * The difference between words and markup. `Html` is what our own JSX or `govuk()` made, escaped already; a plain string is not
 * assignable to it. Every component of the kit takes `Words`: either. Not a sanitiser: markup from outside never becomes `Html`.
 */
import type { Child } from 'hono/jsx';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
export type Words = string | Html;

/** Children as a component of the kit receives them. */
export type WithChildren = { readonly children?: Child };

/** True of JSX and of the answers of `govuk()`, also while they wait; false of every primitive string, whatever it contains. */
export const isHtml = (value: unknown): value is Html =>
  value instanceof Promise || (typeof value === 'object' && value !== null && 'isEscaped' in value && value.isEscaped === true);

/** The markup as text, for an upstream template. Refuses components that wait for something: load data before drawing. */
export function htmlText(html: Html): string {
  const text: unknown = html instanceof Promise ? html : html.toString();
  if (typeof text !== 'string') throw new Error('A component that waits cannot stand inside another: load its data first.');
  return text;
}

/** The pair of options every upstream component knows: words go to `text` and are escaped there, markup goes to `html`. */
export const textOrHtml = (words: Words): { text: string } | { html: Html } =>
  typeof words === 'string' ? { text: words } : { html: words };
