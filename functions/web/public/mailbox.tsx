/**
 * The mailbox of a demonstration: what would have gone out by email or text, so that the whole of it can be tried. There is no such
 * page anywhere else.
 */
import type { SentMessage } from '../../../lib/app/ports.ts';
import { environment } from '../../../lib/aws/env.ts';
import { mailbox as kept } from '../../../lib/aws/mailbox.ts';
import { Link, Text } from '../citizen/prose.tsx';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { SummaryList } from '../kit/lists.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { openPage, show, type Visit } from '../page.ts';

const MOST = 50;
const ADDRESS = /(https?:\/\/\S+)/;

/** A paragraph with its addresses as links. What is between them is text, whatever it looks like. */
const Paragraph = ({ words }: { readonly words: string }) => (
  <Text>{words.split(ADDRESS).map((part) => (ADDRESS.test(part) ? <Link href={part}>{part}</Link> : part))}</Text>
);

const bodyOf = ({ body }: SentMessage): Html => (
  <>
    {body.split('\n\n').map((words) => (
      <Paragraph words={words} />
    ))}
  </>
);

const subjectOf = ({ to, subject }: SentMessage): string => (to.by === 'email' ? subject : 'Text message');

/** The page, with these messages. */
export const mailboxPage = ({ frame }: Visit, messages: readonly SentMessage[]): Html => (
  <Page {...frame} title="Mailbox of this demonstration">
    <Text>No real email or text message goes out from here. What we would have sent is below, the newest first.</Text>
    {messages.length === 0 ? <Text>Nothing has been sent yet.</Text> : null}
    {messages.map((message) => (
      <SummaryList
        card={`${subjectOf(message)}, ${readableTime(message.at)}`}
        rows={[
          { key: 'To', value: message.to.to },
          { key: 'About', value: message.about.caseId },
          { key: 'Message', value: bodyOf(message) },
        ]}
      />
    ))}
  </Page>
);

export const mailbox = openPage({
  path: '/dev/outbox',
  get: async (visit) => {
    if (environment.SIGN_IN !== 'demo') return show(<NotFoundPage frame={visit.frame} />, 404);
    return show(mailboxPage(visit, await kept.newest(MOST)));
  },
});
