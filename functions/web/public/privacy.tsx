/**
 * What is kept about a person here, why, who sees it, and what they can ask for. It says what this software does; how long records are
 * kept and whom else a council tells is the council's to add.
 */
import type { Council } from '../../../lib/domain/council.ts';
import { Bullets, Heading, Text } from '../citizen/prose.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { openPage, show, type Visit } from '../page.ts';

const WhatWeKeep = () => (
  <>
    <Heading>What we keep</Heading>
    <Bullets
      items={[
        'your name',
        'your answers and your own words, with who wrote them down and when',
        'what we decide about your needs, and the reasons',
        'the figures, your plan, and what we say at a review',
        'a note of each change: what, when, and by whom',
      ]}
    />
  </>
);

const WhyAndWho = ({ council }: { readonly council: Council }) => (
  <>
    <Heading>Why we keep it</Heading>
    <Text>
      The law says we must look at your needs if you ask, and decide what help we must give. We cannot do that without this.
    </Text>
    <Heading>Who can see it</Heading>
    <Text>
      You can. So can the staff of {council.name} who work out support and agree plans. No one else can see it here. We do not
      sell it, and we do not use it for adverts.
    </Text>
    <Heading>People decide, not a machine</Heading>
    <Text>
      A computer works out your up-front figure by set rules, and shows you each step. It is just a guide. People decide what help
      you get. You can always ask a person to look at the figure with you.
    </Text>
  </>
);

const Cookies = () => (
  <>
    <Heading>Cookies</Heading>
    <Text>
      We use two cookies. One keeps you signed in. It stops working when you sign out, or after 12 hours. The other keeps how you
      like our pages to look, such as large print. It lasts a year. We do not track you.
    </Text>
  </>
);

const WhatYouCanAsk = ({ council: { contact, name } }: { readonly council: Council }) => (
  <>
    <Heading>What you can ask for</Heading>
    <Bullets
      items={[
        'to see all we hold about you',
        'to put right what is wrong',
        'to know how long we keep it, and who else we must tell by law',
        'to stop. We then keep what the law says we must',
      ]}
    />
    <Text>
      Call {name} on {contact.phone}, email {contact.email}, or write to {contact.address}. If you are not happy with our answer,
      you can go to the Information Commissioner’s Office. They look after these rights.
    </Text>
  </>
);

/** The page, for anybody. */
export const privacyPage = ({ frame, bundle: { council } }: Visit): Html => (
  <Page {...frame} title="Privacy">
    {council.madeUp ? (
      <InsetText>{council.name} is made up. This is a place to try things out. Please do not type in anything real.</InsetText>
    ) : null}
    <Text>Your story is yours. This page says what we do with it.</Text>
    <WhatWeKeep />
    <WhyAndWho council={council} />
    <Cookies />
    <WhatYouCanAsk council={council} />
  </Page>
);

export const privacy = openPage({ path: '/privacy', get: async (visit) => show(privacyPage(visit)) });
