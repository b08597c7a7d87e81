/**
 * What went wrong, at the top of the page, each message a link to its field. `Page` draws it; a page seldom needs it directly.
 * Not the checking: messages come from the page's form.
 */
import { govuk } from './govuk.ts';

/** Field name → how to put it right, in the order of the page. The empty name is a message about the whole form. */
export type FieldErrors = Readonly<Record<string, string>>;

export const hasErrors = (errors: FieldErrors | undefined): boolean => Object.keys(errors ?? {}).length > 0;

export const ErrorSummary = ({ errors }: { readonly errors: FieldErrors }) =>
  govuk('error-summary', {
    titleText: 'There is a problem',
    errorList: Object.entries(errors).map(([field, text]) => (field ? { text, href: `#${field}` } : { text })),
  });
