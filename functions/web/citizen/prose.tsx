/**
 * Plain text for pages that people read: paragraphs, headings, lists, links. Thin wrappers of the GOV.UK classes; no words of any page.
 * Used by the citizen's and the public pages.
 */
import type { Child } from 'hono/jsx';
import type { WithChildren, Words } from '../kit/html.ts';

export const Text = ({ children }: WithChildren) => <p class="govuk-body">{children}</p>;

/** The heading of a part of the page. With an `id` other pages can link to it. */
export const Heading = ({ children, id }: WithChildren & { readonly id?: string | undefined }) => (
  <h2 class="govuk-heading-m" {...(id ? { id } : {})}>
    {children}
  </h2>
);

export const SubHeading = ({ children }: WithChildren) => <h3 class="govuk-heading-s">{children}</h3>;

type ListProps = { readonly items: readonly Words[] };

export const Bullets = ({ items }: ListProps) => (
  <ul class="govuk-list govuk-list--bullet">
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
);

/** Steps that come one after the other. */
export const Steps = ({ items }: ListProps) => (
  <ol class="govuk-list govuk-list--number">
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ol>
);

export const Link = ({ href, children }: { readonly href: string; readonly children: Child }) => (
  <a class="govuk-link" href={href}>
    {children}
  </a>
);

/** What somebody wrote, as they wrote it. */
export const Quote = ({ words }: { readonly words: string }) => <p class="govuk-body ow-typed">“{words}”</p>;
