/**
 * “I lost my link”: a reference and the address or number it went to. The answer is the same whether or not there is such a person,
 * in words and in time; only whoever reads that mailbox or phone learns more.
 */
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { contactFrom, LINK_DAYS } from '../../../lib/app/access.ts';
import { canSend, sendLostLink } from '../access.ts';
import { Bullets, Link, Text } from '../citizen/prose.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { goTo, openPage, show, type Typed, text, type Visit } from '../page.ts';
import { readForm } from '../settle.tsx';
import { WhereMessagesAre } from './return-code.tsx';

const PATH = '/return';
/** Longer than looking anything up and sending it takes. */
const ANSWER_AFTER_MS = 400;

/** The page that asks for the reference and the contact. */
export const lostPage = (visit: Visit, typed: Typed = {}, errors: FieldErrors = {}): Html => {
  const { frame, csrf, request } = visit;
  return (
    <Page {...frame} title="Come back to something you started" back="/" errors={errors}>
      <Text>Do you have a message from us with a link? Then open that link. It takes you to where you stopped.</Text>
      <Text>Did you lose the link, or is it too old? We can send you a new one.</Text>
      <Form action={PATH} csrf={csrf} request={request} submit="Send me a new link">
        <TextInput
          name="reference"
          label="Your reference"
          hint="It starts with C and is in our message, such as C-7Q2M0ZK4TD."
          value={text(typed, 'reference')}
          error={errors.reference}
          width={20}
          spellcheck={false}
          autocomplete="off"
        />
        <TextInput
          name="contact"
          label="Your email or mobile number"
          hint="The one you gave us before."
          value={text(typed, 'contact')}
          error={errors.contact}
          autocomplete="email"
          spellcheck={false}
        />
      </Form>
      <CallUs visit={visit} />
    </Page>
  );
};

const CallUs = ({ visit: { bundle } }: { readonly visit: Visit }) => (
  <Text>
    No reference, or a new email or number? Call us on {bundle.council.contact.phone} ({bundle.council.contact.hours}). We will
    help you get back in.
  </Text>
);

/** The page after asking, whoever it was. */
export const askedPage = (visit: Visit): Html => (
  <Page {...visit.frame} title="Look in your messages" back={PATH}>
    <Text>If what you typed fits what we have, we sent you a new link just now. It works for {String(LINK_DAYS)} days.</Text>
    <Text>We cannot say here if it fits. That keeps people’s details safe.</Text>
    <WhereMessagesAre visit={visit} />
    <Bullets
      items={['It may take a few minutes.', 'Look in your junk mail too.', 'We send no more than five links in an hour.']}
    />
    <Text>
      Nothing came? <Link href={PATH}>Check what you typed and try again</Link>.
    </Text>
    <CallUs visit={visit} />
  </Page>
);

/** For a deployment with nothing to send messages by. */
export const noPostPage = (visit: Visit): Html => (
  <Page {...visit.frame} title="We cannot send links yet" back="/">
    <Text>We cannot send messages from these pages yet. What you told us is kept.</Text>
    <Text>
      Call us on {visit.bundle.council.contact.phone} ({visit.bundle.council.contact.hours}) and say your reference. We will go on
      with you from there.
    </Text>
  </Page>
);

/** As it is typed from a letter: in small letters, with spaces, without its beginning. */
const referenceFrom = (typed: string): string => {
  const tidy = typed.toUpperCase().replace(/[\s–—]/g, '');
  return tidy.startsWith('C-') ? tidy : `C-${tidy.replace(/^C(?=[A-Z0-9]{10}$)/, '')}`;
};

const Lost = z.object({
  reference: z
    .string()
    .transform(referenceFrom)
    .pipe(z.string().regex(/^C-[A-Z0-9]{4,20}$/, 'Type your reference, such as C-7Q2M0ZK4TD.')),
  contact: z.string().transform((typed, context) => {
    const contact = contactFrom(typed);
    if (contact) return contact;
    context.addIssue({ code: 'custom', message: 'Type an email address like name@example.org, or a mobile number.' });
    return z.NEVER;
  }),
});

export const returnLost = openPage({
  path: PATH,
  get: async (visit) => {
    if (!canSend()) return show(noPostPage(visit));
    return show(visit.c.req.query('asked') === undefined ? lostPage(visit) : askedPage(visit));
  },
  post: async (visit, typed) => {
    if (!canSend()) return show(noPostPage(visit));
    const read = readForm(Lost, { reference: text(typed, 'reference'), contact: text(typed, 'contact') });
    if ('errors' in read) return show(lostPage(visit, typed, read.errors), 422);
    await Promise.all([sendLostLink(visit, read.value.reference, read.value.contact), pause(ANSWER_AFTER_MS)]);
    return goTo(`${PATH}?asked=yes`);
  },
});
