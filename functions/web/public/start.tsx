/**
 * The first page: what this is, how long it takes, what is needed (nothing), other ways, what cannot wait, money said early, what
 * happens after. Anyone may read it, and anyone may start from it: nobody has to sign in first.
 */
import { configurationOf } from '../../../lib/app/configuration.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import type { Council } from '../../../lib/domain/council.ts';
import { isHuman, type StageDef } from '../../../lib/domain/stage.ts';
import { howMuch } from '../citizen/how-much.ts';
import { Bullets, Heading, Link, Steps, Text } from '../citizen/prose.tsx';
import { givesFigure } from '../citizen/story-walk.ts';
import { Button, Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText, WarningText } from '../kit/messages.tsx';
import { openPage, show, type Visit } from '../page.ts';

type Asked = ReturnType<typeof howMuch>;

const HowLong = ({ questions, minutes }: Asked) =>
  questions === 0 ? null : (
    <>
      <Heading>How long it takes</Heading>
      <Text>
        We ask most people {String(questions)} questions. Plan for about {String(minutes)} minutes. You can stop at any time and
        come back. We save each answer as you go.
      </Text>
    </>
  );

/** Nothing is decided by starting, and nothing has to be given first. */
const NothingIsSent = () => <InsetText>You need no account. Nothing is sent to us for a decision until you send it.</InsetText>;

const WhatYouNeed = () => (
  <>
    <Heading>What you need</Heading>
    <Text>
      You do not need to have everything ready. You need no papers, no bank details and no letter from a doctor. Someone you trust
      can sit with you and help.
    </Text>
  </>
);

const OtherWays = ({ council }: { readonly council: Council }) => {
  const { contact } = council;
  return (
    <>
      <Heading>Other ways to do this</Heading>
      <Bullets
        items={[
          `Call us on ${contact.phone} (${contact.hours}). We ask the questions and write down what you say.`,
          ...(contact.textRelay ? [`Use text relay: ${contact.textRelay}.`] : []),
          'Ask us to come to you. We can talk at your home, or at a place you choose.',
          <>
            Do it on paper. <Link href="/print">Print the questions</Link>, or ask us to post them. Email {contact.email}, or
            write to us at {contact.address}.
          </>,
        ]}
      />
      <Text>
        Do you need another language, sign language, large print or easy words? Tell us.{' '}
        <Link href="/help">See how we can help</Link>. <Link href="/display">Change how these pages look</Link>.
      </Text>
    </>
  );
};

const IfItCannotWait = ({ council }: { readonly council: Council }) => (
  <>
    <Heading id="urgent">If it cannot wait</Heading>
    <WarningText>
      If you or someone else is in danger, call 999. If you need help today, call us on {council.contact.phone} and say that it is
      urgent.
    </WarningText>
    <Text>You do not have to fill in anything first. We can give help right away and ask the questions later.</Text>
    <Text>Our hours are: {council.contact.hours}. If you are ill and need help when we are closed, call 111.</Text>
  </>
);

const UP_FRONT =
  'Once we have talked with you, we show you an up-front figure. It says about how much a week there may be for your support, and ' +
  'how we got to it. It is a guide, not a limit.';

const Money = ({ configuration }: { readonly configuration: Configuration }) => (
  <>
    <Heading>About money</Heading>
    <Text>
      {givesFigure(configuration) ? UP_FRONT : ''} Your final budget is what it costs to meet your needs. You may have to pay a
      part of it, if you can afford to. We tell you before you pay anything.
    </Text>
    {givesFigure(configuration) ? (
      <Text>
        <Link href="/reckoner">See about how much you might get</Link>. You do not have to start for that.
      </Text>
    ) : null}
  </>
);

const after = (stage: StageDef): string =>
  isHuman(stage) && stage.who !== 'person'
    ? `${stage.forThePerson}. We do this within ${stage.promise.workingDays} working days.`
    : `${stage.forThePerson}.`;

const WhatHappens = ({ configuration: { route } }: { readonly configuration: Configuration }) => (
  <>
    <Heading>What happens after you start</Heading>
    <Steps items={route.stages.filter(({ id }) => id !== route.review).map(after)} />
    <Text>Then you live your life with your support. We look at it again with you on a set date, or sooner if you ask.</Text>
    <InsetText>You can see where things are on any day, and whose turn it is. If we miss a date, we say so.</InsetText>
  </>
);

const Doors = ({ visit: { csrf, request, frame, bundle } }: { readonly visit: Visit }) => (
  <>
    <Form action="/begin" csrf={csrf} request={request} submit={false}>
      <Button text="Start now" kind="start" />
    </Form>
    {bundle.council.carerPathway ? (
      <Form action="/begin" csrf={csrf} request={request} submit={false}>
        <input type="hidden" name="as" value="carer" />
        <Button text="I look after someone: start here" kind="secondary" />
      </Form>
    ) : null}
    <Bullets
      items={[
        <Link href="/reckoner">See about how much you might get, first</Link>,
        <Link href="/return">Come back to something you started</Link>,
        <Link href="#urgent">What to do if it cannot wait</Link>,
        ...(frame.demonstration ? [<Link href="/sign-in">Sign in as someone</Link>] : []),
      ]}
    />
  </>
);

/** The page, for anybody. */
export const startPage = (visit: Visit): Html => {
  const { frame, bundle, now } = visit;
  const { council } = bundle;
  const configuration = configurationOf(bundle);
  return (
    <Page {...frame} title="Get support to live your life">
      <p class="govuk-body-l">
        Is day-to-day life hard because you are ill, disabled or getting older? Tell us how things are. We will work out with you
        what can help.
      </p>
      <Text>It is your life, so it is your plan. You can take the lead in all of it, or in as much as you like.</Text>
      <NothingIsSent />
      <Doors visit={visit} />
      <HowLong {...howMuch(configuration, now)} />
      <WhatYouNeed />
      <OtherWays council={council} />
      <IfItCannotWait council={council} />
      <Money configuration={configuration} />
      <WhatHappens configuration={configuration} />
    </Page>
  );
};

export const start = openPage({ path: '/', get: async (visit) => show(startPage(visit)) });
