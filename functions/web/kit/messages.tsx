/**
 * Things a page says aloud: confirmation, notes, warnings, labels of state. Thin wrappers of the GOV.UK components.
 * Not notices and letters: those are the domain's.
 */
import { govuk } from './govuk.ts';
import type { WithChildren } from './html.ts';

/** Something is done. Draws the page's `<h1>`: say `heading="own"` to the page. */
export const Panel = ({ title, children }: WithChildren & { readonly title: string }) =>
  govuk('panel', { titleText: title, html: <>{children}</> });

export const InsetText = ({ children }: WithChildren) => govuk('inset-text', { html: <>{children}</> });

/** Only where ignoring it would cost the person something. */
export const WarningText = ({ children }: WithChildren) =>
  govuk('warning-text', { iconFallbackText: 'Warning', html: <>{children}</> });

/** More for those who want it, closed at first: why a question is asked, how a figure was worked out. */
export const Details = ({ summary, children }: WithChildren & { readonly summary: string }) =>
  govuk('details', { summaryText: summary, html: <>{children}</> });

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

export const tagParameters = (text: string, colour: TagColour | undefined) => ({
  text,
  ...(colour && colour !== 'blue' ? { classes: `govuk-tag--${colour}` } : {}),
});

/** A state in a word or two. The word says it; the colour only helps. */
export const Tag = ({ text, colour }: { readonly text: string; readonly colour?: TagColour | undefined }) =>
  govuk('tag', tagParameters(text, colour));

type BannerProps = WithChildren & { readonly title?: string | undefined; readonly success?: boolean | undefined };

/** News that is not about the form on the page. At most one on a page. */
export const NotificationBanner = ({ title, success, children }: BannerProps) =>
  govuk('notification-banner', {
    ...(success ? { type: 'success' } : {}),
    ...(title ? { titleText: title } : {}),
    html: <div class="govuk-notification-banner__heading">{children}</div>,
  });
