/**
 * The parameters of the four MOJ components for staff pages. Written by hand from their templates: MOJ publishes no option lists
 * to generate from. `Html` stands wherever a template puts a value on the page unescaped.
 */
import type { Html } from './html.ts';

type TextOrHtml = { readonly text: string } | { readonly html: Html };

export type MojParameters = {
  badge: TextOrHtml & { readonly classes?: string | undefined };
  /** The title sits in a `span`: phrasing only, no lists or paragraphs. */
  'identity-bar': { readonly title: TextOrHtml; readonly classes?: string | undefined };
  'sub-navigation': {
    readonly label: string;
    readonly items: readonly (TextOrHtml & { readonly href: string; readonly active?: boolean | undefined })[];
  };
  timeline: {
    readonly headingLevel?: number | undefined;
    readonly items: readonly (TextOrHtml & {
      readonly label: TextOrHtml;
      readonly byline?: TextOrHtml | undefined;
      readonly datetime: { readonly timestamp: string; readonly type: 'datetime' | 'date' };
    })[];
  };
};
