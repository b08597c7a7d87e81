/**
 * The messages of a case as staff see them: what has to be made by hand for this person, the conversation, what they do not agree
 * with, a box to answer. Drawn by the page at `/cases/:caseId/messages`, which is one address for both sides.
 */
import { formatDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { allChallenges, type Challenge } from '../../../lib/domain/challenge.ts';
import { LONGEST_MESSAGE } from '../../../lib/domain/decisions/voice.ts';
import type { CaseEvent } from '../../../lib/domain/event.ts';
import { wishesOf } from '../../../lib/domain/letter.ts';
import { unansweredDue } from '../../../lib/domain/reply.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Form } from '../kit/form.tsx';
import type { Words } from '../kit/html.ts';
import { InsetText } from '../kit/messages.tsx';
import { Table } from '../kit/tables.tsx';
import { Textarea } from '../kit/text-fields.tsx';
import { type CaseVisit, type Typed, text } from '../page.ts';
import { byHandWords } from '../shared/by-hand-words.ts';
import { aboutWords, acknowledgedWords, answeredWords, OUTCOME_WORDS } from '../shared/challenge-words.ts';
import { Conversation, messagesIn } from '../shared/conversation.tsx';
import { CaseFrame, caseHref } from './case-frame.tsx';

/** Work that no page can do: what the person asked for and somebody has to make. */
const ToMakeByHand = ({ visit }: { readonly visit: CaseVisit }) => {
  const { name } = visit.case.person;
  const { byHand, language } = wishesOf(visit.case.facts);
  if (byHand.length === 0 && language !== 'cy') return null;
  return (
    <InsetText>
      {byHand.length > 0 ? (
        <p class="govuk-body">
          {name} asked for {byHandWords(byHand)}. Each letter has to be made by hand.
        </p>
      ) : null}
      {language === 'cy' ? (
        <p class="govuk-body">{name} asked for Welsh. Letters are in English where there is no Welsh yet.</p>
      ) : null}
      <a class="govuk-link" href={caseHref(visit, '/letters')}>
        See the letters
      </a>
    </InsetText>
  );
};

export const challengeHref = (visit: CaseVisit, number: number): string => caseHref(visit, `/replies/${number}`);

const rowOf = (challenge: Challenge, visit: CaseVisit): Words[] => {
  const today = toIsoDate(visit.now);
  const { bankHolidays } = visit.configuration.council;
  const { answer, acknowledged } = challenge;
  const ended = answer ? `${OUTCOME_WORDS[answer.outcome]}. ` : '';
  const where = answer || acknowledged ? answeredWords(challenge, bankHolidays, today) : acknowledgedWords(challenge, today);
  return [
    <a class="govuk-link" href={challengeHref(visit, challenge.number)}>
      {String(challenge.number)}. {aboutWords(challenge)}
    </a>,
    `${ended}${where}`,
  ];
};

const NotAgreed = ({ visit, events }: { readonly visit: CaseVisit; readonly events: readonly CaseEvent[] }) => {
  const challenges = [...allChallenges(events)].reverse();
  if (challenges.length === 0) return null;
  return (
    <Table
      caption="What they do not agree with"
      head={[{ text: 'What' }, { text: 'Where it stands' }]}
      rowHeads
      rows={challenges.map((challenge) => rowOf(challenge, visit))}
    />
  );
};

const AnswerBy = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state, configuration } = visit;
  if (!state.unanswered) return <p class="govuk-body">Nobody waits for an answer to a message.</p>;
  const dueOn = unansweredDue(state.unanswered, configuration.council.bankHolidays);
  return (
    <p class="govuk-body">
      {state.unanswered.by.name} waits for an answer. We promised one by <strong>{formatDate(dueOn)}</strong>
      {dueOn < toIsoDate(visit.now) ? ', which has passed' : ''}.
    </p>
  );
};

type CaseMessagesProps = {
  readonly visit: CaseVisit;
  readonly events: readonly CaseEvent[];
  readonly typed?: Typed | undefined;
  readonly errors?: FieldErrors | undefined;
};

export const CaseMessages = ({ visit, events, typed = {}, errors = {} }: CaseMessagesProps) => {
  const { case: state, actor, csrf, request, configuration } = visit;
  return (
    <CaseFrame visit={visit} title={`${state.person.name}: messages`} errors={errors}>
      <ToMakeByHand visit={visit} />
      <NotAgreed visit={visit} events={events} />
      <h2 class="govuk-heading-m">Messages</h2>
      <AnswerBy visit={visit} />
      <Conversation messages={messagesIn(events)} readerId={actor.id} council={configuration.council.name} />
      <Form action={caseHref(visit, '/messages')} csrf={csrf} request={request} submit="Send message">
        <Textarea
          name="words"
          label={`Your message to ${state.person.name}`}
          hint="They read it as you write it, and so does whoever acts for them."
          value={text(typed, 'words')}
          error={errors.words}
          limit={LONGEST_MESSAGE}
        />
      </Form>
    </CaseFrame>
  );
};
