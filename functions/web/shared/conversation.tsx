/**
 * The messages of a case, the newest last, with who wrote and when. The same for the person and for staff; writing one is the page's
 * business. Messages live in the events and nowhere else.
 */
import type { CaseEvent, EventOf } from '../../../lib/domain/event.ts';
import { voiceOf } from '../../../lib/domain/fact.ts';
import { Timeline } from '../kit/case-page.tsx';

export type Message = EventOf<'MessageWritten'>;

export const messagesIn = (events: readonly CaseEvent[]): Message[] => events.filter((event) => event.type === 'MessageWritten');

/** One page shows no more than this; all of them stay in the history. */
const MOST_SHOWN = 100;

type ConversationProps = {
  readonly messages: readonly Message[];
  /** Who is looking: their own are “You”. */
  readonly readerId: string;
  /** Said after the name of whoever works for the council. */
  readonly council: string;
};

const writer = ({ by }: Message, { readerId, council }: ConversationProps): string => {
  if (by.id === readerId) return 'You wrote';
  return voiceOf(by.role) === 'staff' ? `${by.name}, ${council}, wrote` : `${by.name} wrote`;
};

export const Conversation = (props: ConversationProps) => {
  const { messages } = props;
  return (
    <>
      {messages.length > MOST_SHOWN ? (
        <p class="govuk-body">Only the last {String(MOST_SHOWN)} are shown. The others are in the list of what has happened.</p>
      ) : null}
      <Timeline
        items={messages.slice(-MOST_SHOWN).map((message) => ({
          title: writer(message, props),
          at: message.at,
          about: <p class="govuk-body ow-typed">{message.words}</p>,
        }))}
      />
    </>
  );
};
