/**
 * What staff see around a case: whose it is, its parts, what has happened. Thin wrappers of the MOJ components.
 * Citizens' pages do without: there the person knows who they are.
 */
import { moj } from './govuk.ts';
import { textOrHtml, type Words } from './html.ts';
import type { NavItem } from './page-frame.ts';

export type BadgeColour = 'blue' | 'green' | 'red' | 'purple' | 'grey' | 'black';

/** A short flag, such as a communication need. The words say it; the colour only helps. */
export const Badge = ({ text, colour = 'blue' }: { readonly text: string; readonly colour?: BadgeColour | undefined }) =>
  moj('badge', { text, classes: `moj-badge--${colour}` });

type IdentityBarProps = {
  readonly name: string;
  /** Short facts after the name: born, reference, worker. Phrases, not paragraphs. */
  readonly facts?: readonly Words[] | undefined;
  readonly flags?: readonly string[] | undefined;
};

/** Whose case this is. Give it to the page as `above`. */
export const IdentityBar = ({ name, facts = [], flags = [] }: IdentityBarProps) => (
  <section aria-label="Whose case this is">
    {moj('identity-bar', {
      title: {
        html: (
          <>
            <strong>{name}</strong>
            {facts.map((fact) => (
              <span class="ow-fact">{fact}</span>
            ))}
            {flags.map((flag) => (
              <Badge text={flag} colour="purple" />
            ))}
          </>
        ),
      },
    })}
  </section>
);

/** The parts of a case, each its own page. Goes into `above`, after the identity bar. */
export const SubNavigation = ({ label, items }: { readonly label: string; readonly items: readonly NavItem[] }) => (
  <div class="govuk-width-container">
    {moj('sub-navigation', { label, items: items.map(({ text, href, current }) => ({ text, href, active: current })) })}
  </div>
);

export type TimelineItem = {
  readonly title: string;
  /** The moment, such as 2026-04-03T09:30:00Z; shown in the council's own time. */
  readonly at: string;
  readonly by?: string | undefined;
  readonly about?: Words | undefined;
};

/** What has happened, newest first if so given. */
export const Timeline = ({ items }: { readonly items: readonly TimelineItem[] }) =>
  moj('timeline', {
    items: items.map(({ title, at, by, about }) => ({
      label: { text: title },
      ...(by ? { byline: { text: by } } : {}),
      datetime: { timestamp: at, type: 'datetime' as const },
      ...textOrHtml(about ?? ''),
    })),
  });
