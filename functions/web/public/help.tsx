/** Getting help: ways to reach the council, people who can stand by you, other formats, and how to complain. */
import type { Council } from '../../../lib/domain/council.ts';
import { Bullets, Heading, Link, Text } from '../citizen/prose.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { SummaryList } from '../kit/lists.tsx';
import { openPage, show, type Visit } from '../page.ts';

const Reach = ({ council: { contact } }: { readonly council: Council }) => (
  <SummaryList
    rows={[
      { key: 'Phone', value: contact.phone },
      ...(contact.textRelay ? [{ key: 'Text relay', value: contact.textRelay }] : []),
      { key: 'Hours', value: contact.hours },
      { key: 'Email', value: <Link href={`mailto:${contact.email}`}>{contact.email}</Link> },
      { key: 'Address', value: contact.address },
    ]}
  />
);

/** Who looks at complaints after the council differs by nation. */
const OMBUDSMAN: Readonly<Record<Council['jurisdiction'], string>> = {
  ENG: 'the Local Government and Social Care Ombudsman',
  SCT: 'the Scottish Public Services Ombudsman',
  WLS: 'the Public Services Ombudsman for Wales',
};

const Complain = ({ council }: { readonly council: Council }) => (
  <>
    <Heading>If you are not happy</Heading>
    <Text>
      Tell us first. Call {council.contact.phone} or email us. You can ask for someone else to look at a decision. It does not
      count against you, and your support goes on.
    </Text>
    <Text>If we do not put it right, you can go to {OMBUDSMAN[council.jurisdiction]}. They are not part of the council.</Text>
  </>
);

/** The page, for anybody. */
export const helpPage = ({ frame, bundle: { council } }: Visit): Html => (
  <Page {...frame} title="Help">
    <Text>You can talk to a person. Call the {council.contact.team}.</Text>
    <Reach council={council} />
    <Heading>If it cannot wait</Heading>
    <Text>
      If you or someone else is in danger, call 999. If you need help today, call us on {council.contact.phone} and say that it is
      urgent. If you are ill when we are closed, call 111.
    </Text>
    <Heading>Someone to help you</Heading>
    <Bullets
      items={[
        'A friend, a carer or someone in your family can sit with you and fill this in with you.',
        'We can fill it in with you, on the phone or at your home.',
        'If it is hard to take part and you have no one to speak up for you, ask us for an advocate. An advocate is free and is on your side.',
      ]}
    />
    <Heading>In a way that works for you</Heading>
    <Text>
      Tell us if you need another language, sign language, large print, easy words, or a call at a set time. Each question here
      has an easy words part.
    </Text>
    <Complain council={council} />
  </Page>
);

export const help = openPage({ path: '/help', get: async (visit) => show(helpPage(visit)) });
