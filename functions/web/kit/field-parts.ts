/**
 * What all form fields share: hint, message, label and legend in the shape the upstream templates want. Not a component.
 * Called by the field components only. A field's name is also its id, so an error summary can link to it.
 */
import { type Html, textOrHtml, type Words } from './html.ts';

export type FieldProps = {
  readonly name: string;
  readonly hint?: Words | undefined;
  /** The message for this field: how to put it right. Absent when the field is in order. */
  readonly error?: string | undefined;
  /** The label or legend is the page's `<h1>`; say `heading="own"` to the page. */
  readonly pageHeading?: boolean | undefined;
};

type Captions = { readonly text?: string; readonly html?: Html; readonly isPageHeading?: boolean; readonly classes: string };

/** A label: large where it is the page's heading, bold where several fields share a page. */
export const labelOf = (words: Words, pageHeading: boolean | undefined): Captions => captions('govuk-label', words, pageHeading);

/** The same for a group of boxes. */
export const legendOf = (words: Words, pageHeading: boolean | undefined): Captions =>
  captions('govuk-fieldset__legend', words, pageHeading);

const captions = (block: string, words: Words, pageHeading = false): Captions => ({
  ...textOrHtml(words),
  isPageHeading: pageHeading,
  classes: `${block}--${pageHeading ? 'l' : 's'}`,
});

/** Hint and message, where there are any. An empty message is no message. */
export const hintAndError = ({ hint, error }: Pick<FieldProps, 'hint' | 'error'>) => ({
  ...(hint ? { hint: textOrHtml(hint) } : {}),
  ...(error ? { errorMessage: { text: error } } : {}),
});
