/** A case that is closed, on the person's own page: why, what else can help, how to come back. */
import type { Closed } from '../../../lib/domain/case.ts';
import type { Council } from '../../../lib/domain/council.ts';
import type { ClosedEnd } from '../../../lib/domain/event.ts';
import { InsetText } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { START } from './paths.ts';
import { Bullets, Heading, Link, Quote, Text } from './prose.tsx';

const WHY: Readonly<Record<ClosedEnd, string>> = {
  'advice-given': 'We looked at your needs with you. We cannot pay for support at this time, so this ended with advice.',
  'support-ended': 'We looked at your support with you, and it came to an end.',
  withdrawn: 'This was stopped before a plan was agreed. You do not need to do anything else.',
};

/** A new assessment ended support that somebody had: it must not read as if there had never been any. */
const NO_LONGER =
  'We looked at your needs with you again. We cannot go on paying for your support, so it ends. Call us before anything stops: we plan the end with you.';

type HelpProps = { readonly council: Council; readonly carer: boolean };

const WhatElseHelps = ({ council, carer }: HelpProps) => (
  <>
    <Heading>What else can help</Heading>
    <Bullets
      items={[
        `Call the ${council.contact.team} on ${council.contact.phone}. They know about local groups, meals, lifts and gadgets for the home.`,
        'Ask your doctor about your health, pain or low mood.',
        carer
          ? 'Ask what could help the person you look after, so that you can rest. A carers’ group near you can help you, too.'
          : 'If family or friends look after you, they can ask us for help of their own.',
        'A free advice centre can check that you get all the benefits you should.',
      ]}
    />
  </>
);

const ComeBack = ({ council }: { readonly council: Council }) => (
  <>
    <Heading>If things change, or you do not agree</Heading>
    <Text>
      You can <Link href={START}>start again</Link> on any day. You do not need a reason.
    </Text>
    <Text>
      If you think we got it wrong, call us on {council.contact.phone}. Someone who did not make the decision will look at it
      again.
    </Text>
  </>
);

export const WhyItIsClosed = ({ state, council, carer }: HelpProps & { readonly state: Closed }) => (
  <>
    <Heading>This is closed</Heading>
    <Text>
      {state.end === 'advice-given' && state.agreed ? NO_LONGER : WHY[state.end]} This was on{' '}
      {readableTime(state.closedAt, 'date')}.
    </Text>
    {state.reasons && state.reasons !== state.assessment?.reasons ? (
      <InsetText>
        <Quote words={state.reasons} />
      </InsetText>
    ) : null}
    <WhatElseHelps council={council} carer={carer} />
    <ComeBack council={council} />
  </>
);
