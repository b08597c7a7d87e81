/**
 * What the story's pages show when answers can no longer be given, or the council asks for none. Calm: nothing is lost and nothing is
 * the person's fault.
 */

import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import type { CaseVisit } from '../page.ts';
import { type Typed, text } from '../page.ts';
import { homeOf } from './paths.ts';
import { Link, Quote, Text } from './prose.tsx';

/** `typed`: what was sent too late. It is shown again, so that it can be copied or read out to us. */
export const storyNotOpen = (visit: CaseVisit, typed: Typed = {}): Html => {
  const { frame, configuration } = visit;
  const words = text(typed, 'ownWords').trim();
  return (
    <Page {...frame} title="Your answers are with us already" back={homeOf(visit)}>
      <Text>You do not need to do anything. You cannot change your answers here now, but you can still tell us more.</Text>
      <Text>
        Call the {configuration.council.contact.team} on {configuration.council.contact.phone}, or tell us when we talk with you.
      </Text>
      {words ? (
        <InsetText>
          <Text>You have just typed this. It is not saved yet:</Text>
          <Quote words={words} />
        </InsetText>
      ) : null}
      <Text>
        <Link href={homeOf(visit)}>Go to your page to see where it is</Link>
      </Text>
    </Page>
  );
};
