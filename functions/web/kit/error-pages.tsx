/**
 * Whole pages for when a page cannot be shown. They blame nobody, say what to do next, and tell no detail of the machinery.
 * Not the status codes: the web function answers those. Each takes the request's frame.
 */
import type { WithChildren } from './html.ts';
import { Page } from './layout.tsx';
import { SummaryList } from './lists.tsx';
import { InsetText } from './messages.tsx';
import type { PageFrame } from './page-frame.ts';

type Framed = { readonly frame: PageFrame };

const Text = ({ children }: WithChildren) => <p class="govuk-body">{children}</p>;

const CallUs = ({ frame }: Framed) => (
  <Text>
    If you need help, call {frame.council.name} on <strong>{frame.council.contact.phone}</strong>.
  </Text>
);

export const NotFoundPage = ({ frame }: Framed) => (
  <Page {...frame} title="We cannot find that page">
    <Text>If you typed the address, check that it is right.</Text>
    <Text>If you used a link, it may be old, or it may be for someone else.</Text>
    <CallUs frame={frame} />
  </Page>
);

/** `sentence` is the refusal in the domain's words; `help` says who can do it instead. */
export const ForbiddenPage = ({ frame, sentence, help }: Framed & { readonly sentence: string; readonly help: string }) => (
  <Page {...frame} title="You cannot do this">
    <Text>{sentence}</Text>
    <InsetText>{help}</InsetText>
    <CallUs frame={frame} />
  </Page>
);

type ConflictProps = Framed & {
  /** What the person had typed, field by field, so that it can be read and copied. */
  readonly typed: readonly { readonly label: string; readonly value: string }[];
  /** The page as it is now. */
  readonly href: string;
};

export const ConflictPage = ({ frame, typed, href }: ConflictProps) => (
  <Page {...frame} title="Someone else changed this first">
    <Text>Someone saved a change while you were on this page. Your change is not saved yet. Nothing you typed is lost.</Text>
    <Text>
      <a class="govuk-link" href={href}>
        See the page as it is now
      </a>
    </Text>
    {typed.length > 0 ? (
      <>
        <h2 class="govuk-heading-m">What you typed</h2>
        <SummaryList rows={typed.map(({ label, value }) => ({ key: label, value: <span class="ow-typed">{value}</span> }))} />
      </>
    ) : null}
  </Page>
);

/** `limit` in words, such as "100 KB". */
export const TooLargePage = ({ frame, limit }: Framed & { readonly limit: string }) => (
  <Page {...frame} title="That was too much to send at once">
    <Text>The most you can send from one page is {limit}. Go back and make your answer shorter.</Text>
    <CallUs frame={frame} />
  </Page>
);

/** Nothing but the reference: what went wrong is in the log, under it. */
export const FaultPage = ({ frame, reference }: Framed & { readonly reference: string }) => (
  <Page {...frame} title="Sorry, something went wrong">
    <Text>This is our fault, not yours. Try again in a few minutes.</Text>
    <Text>
      If it happens again, tell us this reference: <strong>{reference}</strong>
    </Text>
    <CallUs frame={frame} />
  </Page>
);

export const SignedOutPage = ({ frame, signInHref }: Framed & { readonly signInHref: string }) => (
  <Page {...frame} title="You are signed out">
    <Text>We sign you out after a while to keep your details safe. What you saved is still there.</Text>
    <Text>
      Did you start without an account?{' '}
      <a class="govuk-link" href="/return">
        Ask for a link to come back
      </a>
      . Or{' '}
      <a class="govuk-link" href={signInHref}>
        sign in again
      </a>
      .
    </Text>
  </Page>
);
