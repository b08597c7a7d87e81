/**
 * Messages between the person and the team, on one address for both sides: each sees it in the frame they know. Says who reads it,
 * by when somebody answers, and what to do if it cannot wait.
 */
import type { HtmlEscapedString } from 'hono/utils/html';
import { histories } from '../../../lib/aws/histories.ts';
import { formatDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { isMissed } from '../../../lib/domain/challenge.ts';
import { LONGEST_MESSAGE } from '../../../lib/domain/decisions/voice.ts';
import type { CaseEvent } from '../../../lib/domain/event.ts';
import { voiceOf } from '../../../lib/domain/fact.ts';
import { roleFor } from '../../../lib/domain/permission.ts';
import { messageDue, unansweredDue } from '../../../lib/domain/reply.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { Page } from '../kit/layout.tsx';
import { InsetText } from '../kit/messages.tsx';
import { Textarea } from '../kit/text-fields.tsx';
import { type CaseVisit, casePage, show, type Typed, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { Conversation, messagesIn } from '../shared/conversation.tsx';
import { CaseMessages } from '../staff/case-messages.tsx';
import { homeOf, pathsOf } from './paths.ts';
import { Heading, Text } from './prose.tsx';

export type MessagesProps = {
  readonly visit: CaseVisit;
  readonly events: readonly CaseEvent[];
  readonly typed?: Typed | undefined;
  readonly errors?: FieldErrors | undefined;
};

/** That the last word was theirs: when we said we would answer, and whether that day has passed. */
const WaitingForUs = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state, configuration, now } = visit;
  if (!state.unanswered) return null;
  const { contact, bankHolidays } = configuration.council;
  const dueOn = unansweredDue(state.unanswered, bankHolidays);
  return (
    <InsetText>
      {isMissed(dueOn, undefined, toIsoDate(now)) ? (
        <p class="govuk-body">
          <strong>We are late, and we are sorry.</strong> We said we would answer by {formatDate(dueOn)}. We did not keep to that.
          Call us on {contact.phone} and we will answer you there and then.
        </p>
      ) : (
        <p class="govuk-body">
          Your message is with us. It is our turn. We will answer by <strong>{formatDate(dueOn)}</strong>.
        </p>
      )}
    </InsetText>
  );
};

const WhoReadsIt = ({ visit }: { readonly visit: CaseVisit }) => {
  const { council } = visit.configuration;
  const dueOn = messageDue(visit.now.toISOString(), council.bankHolidays);
  return (
    <>
      <Text>
        Your worker and the {council.contact.team} read this on the next day they work. Someone will answer you here by{' '}
        <strong>{formatDate(dueOn)}</strong>.
      </Text>
      <Text>
        If it cannot wait, call {council.contact.phone}. We are here {council.contact.hours}. If someone is in danger, call 999.
      </Text>
    </>
  );
};

/** The page for the person's side. */
export const messagesPage = ({ visit, events, typed = {}, errors = {} }: MessagesProps): Html => {
  const { frame, csrf, request, actor, case: state, configuration } = visit;
  const messages = messagesIn(events);
  return (
    <Page {...frame} title="Messages" caption={`Reference ${state.id}`} back={homeOf(visit)} errors={errors}>
      {messages.length === 0 ? <Text>There are no messages yet. You can ask us or tell us anything.</Text> : null}
      <Conversation messages={messages} readerId={actor.id} council={configuration.council.name} />
      <WaitingForUs visit={visit} />
      <Heading>Write to us</Heading>
      <WhoReadsIt visit={visit} />
      <Form action={pathsOf(state.id).messages} csrf={csrf} request={request} submit="Send message">
        <Textarea name="words" label="Your message" value={text(typed, 'words')} error={errors.words} limit={LONGEST_MESSAGE} />
      </Form>
    </Page>
  );
};

const worksForUs = ({ actor, subject }: CaseVisit): boolean => {
  const role = roleFor(actor, 'write-message', subject);
  return role !== undefined && voiceOf(role) === 'staff';
};

type Drawn = Omit<MessagesProps, 'events'>;

const draw = async (drawn: Drawn): Promise<HtmlEscapedString> => {
  const events = (await histories.of(drawn.visit.case.id)).map(({ event }) => event);
  const props = { ...drawn, events };
  return worksForUs(drawn.visit) ? <CaseMessages {...props} /> : messagesPage(props);
};

const wrong = (words: string): FieldErrors => {
  if (words === '') return { words: 'Write your message first.' };
  return words.length > LONGEST_MESSAGE ? { words: 'Use 2,000 letters or fewer. You can send another message.' } : {};
};

export const messages = casePage('write-message', {
  path: '/cases/:caseId/messages',
  get: async (visit) => show(draw({ visit })),
  post: async (visit, typed) => {
    const words = text(typed, 'words').replaceAll('\r\n', '\n').trim();
    const again = (errors: FieldErrors): Html => draw({ visit, typed, errors });
    const errors = wrong(words);
    if (Object.keys(errors).length > 0) return show(again(errors), 422);
    const to = pathsOf(visit.case.id).messages;
    return askCase(visit, { type: 'write-message', words }, { to, again, field: 'words', typed });
  },
});
