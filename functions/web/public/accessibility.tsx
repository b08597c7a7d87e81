/**
 * The accessibility statement (SI 2018/952), in plain words: what we aim for, how it is tested, what is not good enough yet, how to
 * get help and how to complain. It claims only what has been checked; change it when that changes.
 */
import type { Council } from '../../../lib/domain/council.ts';
import { Bullets, Heading, Text } from '../citizen/prose.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { openPage, show, type Visit } from '../page.ts';

const WhatWeDo = () => (
  <>
    <Heading>What works</Heading>
    <Text>You should be able to:</Text>
    <Bullets
      items={[
        'use every page with a keyboard alone',
        'use every page with scripts turned off',
        'make the text bigger, or use a small screen, and not have to scroll from side to side',
        'hear each page in a sensible order with a screen reader',
        'print your pages and keep them',
      ]}
    />
    <Text>
      We aim to meet the rules known as WCAG 2.2, at level AA. We check pages with test tools as we build. Tools do not find every
      problem.
    </Text>
  </>
);

const NotGoodEnough = () => (
  <>
    <Heading>What is not good enough yet</Heading>
    <Bullets
      items={[
        'No disabled people have tested these pages with us yet. So we do not claim to meet all the rules.',
        'We have not tested with all screen readers.',
        'Easy Read is there for the questions and the letters. On other pages the words stay as they are, with more room. There are no pictures.',
        'Only some of the words are in Welsh, and there is no sign language on these pages. Ask us, and we will find another way.',
        'Pages may be long on a phone.',
      ]}
    />
  </>
);

const TellUs = ({ council: { contact, name } }: { readonly council: Council }) => (
  <>
    <Heading>Tell us what does not work</Heading>
    <Text>
      If a page does not work for you, call {contact.phone} or email {contact.email}. We will give you what you need in another
      way. Then we will look at how to fix the page.
    </Text>
    <Heading>If we do not put it right</Heading>
    <Text>
      {name} must follow the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If
      you are not happy with our answer, you can go to the Equality Advisory and Support Service.
    </Text>
  </>
);

/** The page, for anybody. */
export const accessibilityPage = ({ frame, bundle: { council } }: Visit): Html => (
  <Page {...frame} title="Accessibility">
    <Text>
      This is about the pages of “{council.service}” from {council.name}. We want all people to be able to use them.
    </Text>
    <WhatWeDo />
    <NotGoodEnough />
    <TellUs council={council} />
    <Text>We wrote this on 21 November 2026.</Text>
  </Page>
);

export const accessibility = openPage({ path: '/accessibility', get: async (visit) => show(accessibilityPage(visit)) });
