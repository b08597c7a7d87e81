/**
 * What somebody sees who came by a link: where a code will go, the box to type it in, and the one page for every link that does not
 * work. Only drawing; `return-link.tsx` has the doors.
 */
import { CODE_MINUTES, hintOf, LINK_DAYS, TRIES, triesLeft } from '../../../lib/app/access.ts';
import { linkPath, type OpenLink } from '../access.ts';
import { Link, Text } from '../citizen/prose.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { type Typed, text, type Visit } from '../page.ts';

/** Only where messages do not really go out. */
export const WhereMessagesAre = ({ visit }: { readonly visit: Visit }) =>
  visit.frame.demonstration ? (
    <InsetText>
      This is a place to try things out, so no real message goes out. <Link href="/dev/outbox">Read it in the mailbox</Link>.
    </InsetText>
  ) : null;

/** The same for a link that is old, used up, mistyped or made up: it must not say which. */
export const deadLinkPage = ({ frame, bundle: { council } }: Visit): Html => (
  <Page {...frame} title="This link does not work any more">
    <Text>
      A link works for {String(LINK_DAYS)} days. It stops at once if a wrong code is typed {String(TRIES)} times.
    </Text>
    <Text>What you told us is safe. You can have a new link now.</Text>
    <Text>
      <Link href="/return">Ask for a new link</Link>
    </Text>
    <Text>
      Or call us on {council.contact.phone} ({council.contact.hours}). We will help you get back in.
    </Text>
  </Page>
);

/** For somebody invited to act for the person before a worker has seen by what right. */
export const papersPage = ({ frame, bundle: { council } }: Visit): Html => (
  <Page {...frame} title="We need to see your papers first">
    <Text>You were asked to act for someone. The law says we must see the papers that let you do that.</Text>
    <Text>Call us on {council.contact.phone}. We will say how to show them to us. Then open this link again.</Text>
  </Page>
);

type Drawn = { readonly visit: Visit; readonly token: string; readonly open: OpenLink; readonly errors?: FieldErrors };

const whereTo = ({ open: { link } }: Drawn): Html => <strong>{hintOf(link.contact)}</strong>;

/** Before a code is sent. Nothing is sent by only opening a link: mail programs open links too. */
export const sendCodePage = (drawn: Drawn): Html => {
  const { visit, token, errors = {} } = drawn;
  return (
    <Page {...visit.frame} title="Check that it is you" errors={errors}>
      <Text>We will send a code to {whereTo(drawn)}. It keeps what you told us safe.</Text>
      <Text>The code is six numbers. It lasts {String(CODE_MINUTES)} minutes.</Text>
      <Form action={linkPath(token)} csrf={visit.csrf} request={visit.request} submit="Send me a code" />
      <Text>
        Can you not get messages there now? Call us on {visit.bundle.council.contact.phone}, and we will help you get back in.
      </Text>
    </Page>
  );
};

const triesWords = ({ open: { link } }: Drawn): string => {
  const left = triesLeft(link);
  return left === 1 ? 'You have 1 try.' : `You have ${left} tries.`;
};

/** Once a code is on its way. A password manager or a phone may fill it in; spaces do not matter. */
export const codePage = (drawn: Drawn, typed: Typed = {}): Html => {
  const { visit, token, errors = {} } = drawn;
  const { csrf, request, frame } = visit;
  const action = linkPath(token);
  return (
    <Page {...frame} title="Type the code we sent you" errors={errors}>
      <Text>
        We sent six numbers to {whereTo(drawn)}. They last {String(CODE_MINUTES)} minutes. {triesWords(drawn)}
      </Text>
      <WhereMessagesAre visit={visit} />
      <Form action={action} csrf={csrf} request={request}>
        <TextInput
          name="code"
          label="Your code"
          hint="Six numbers. You can copy and paste them."
          value={text(typed, 'code').slice(0, 40)}
          error={errors.code}
          width={10}
          autocomplete="one-time-code"
          inputmode="numeric"
          spellcheck={false}
        />
      </Form>
      <Text>Has it not come? Wait a minute, and look in your junk mail. Then ask for a new one. The old one stops.</Text>
      <Form action={action} csrf={csrf} request={request} submit={false}>
        <Button text="Send a new code" kind="secondary" name="send" value="new" />
      </Form>
    </Page>
  );
};
