/**
 * What happened to a case, one sentence per event, for the person and for staff. A machine's tokens and run numbers are never
 * words. Not the drawing: that is `history-view.tsx`. A new event type fails to compile here until it has its words.
 */
import { isLifeArea, isTalk, type Value } from '../../../lib/domain/answer.ts';
import { formatDate } from '../../../lib/domain/calendar.ts';
import type { Relation } from '../../../lib/domain/circle.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { ELIGIBILITY_RESULT_NAMES } from '../../../lib/domain/eligibility.ts';
import type { CaseEvent, ClosedEnd, EventOf, EventType, Promised } from '../../../lib/domain/event.ts';
import { voiceOf } from '../../../lib/domain/fact.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { planWeeklyPence } from '../../../lib/domain/plan-cost.ts';
import { stageOf } from '../../../lib/domain/stage.ts';
import { say } from '../../../lib/domain/text.ts';
import { sentence } from './answer-words.tsx';
import { aboutWords, OUTCOME_WORDS } from './challenge-words.ts';
import { outcomeWords } from './outcome-words.ts';
import { AROUND_THE_PLAN } from './plan-event-words.ts';

export type Audience = 'person' | 'staff';
export type EventWords = {
  readonly title: string;
  /** Sentences that explain it. */
  readonly about?: string | undefined;
  /** What somebody wrote, to be shown as they wrote it. */
  readonly quoted?: string | undefined;
};

export type Telling = { readonly configuration: Configuration; readonly audience: Audience };

const stageName = ({ configuration, audience }: Telling, id: string): string => {
  const def = stageOf(configuration.route, id);
  return def ? (audience === 'person' ? def.forThePerson : def.title) : id;
};

const promised = (promise: Promised | undefined): string | undefined =>
  promise && `This should be done by ${formatDate(promise.dueOn)}.`;

const sentences = (...parts: (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined && part !== '').join(' ') || undefined;

const inOneLine = (words: string): string => words.split('\n').join(' ');

const answered = ({ configuration, audience }: Telling, { question, value }: EventOf<'AnswerGiven'>): EventWords | undefined => {
  const asked = configuration.questions.find(({ id }) => id === question);
  if (!asked) return { title: `Answered: ${question}` };
  // Some of what is written about safety could put somebody at risk if it were read here.
  if (asked.withheld && audience === 'person') return undefined;
  const reader = { about: audience === 'staff' };
  const title = `Answered: ${say(asked.ask, reader)}`;
  const said = (what: Value): string => sentence(asked, what, { configuration, reader });
  if (isLifeArea(value)) return { title, about: inOneLine(said({ ...value, ownWords: '' })), quoted: value.ownWords };
  const typed = (asked.type === 'text' || asked.type === 'long-text') && !isTalk(value);
  return typed ? { title, quoted: said(value) } : { title, about: inOneLine(said(value)) };
};

const AS: Readonly<Record<Relation, string>> = {
  helper: 'a helper',
  carer: 'a carer',
  companion: 'a companion',
  advocate: 'an advocate',
  representative: 'somebody who acts for them',
};

const invited = ({ audience }: Telling, { grant }: EventOf<'PersonInvited'>): EventWords => {
  const as = grant.as === 'representative' && audience === 'person' ? 'somebody who acts for you' : AS[grant.as];
  const parts =
    grant.sections === 'all' ? 'all parts' : grant.sections.length === 1 ? '1 part' : `${grant.sections.length} parts`;
  return { title: `${grant.name} was invited as ${as}`, about: `To ${parts}, until ${formatDate(grant.until)}.` };
};

const ofTheCircle = (event: EventOf<'PersonJoined' | 'AuthoritySeen' | 'PersonRemoved'>, { audience }: Telling): EventWords => {
  const them = audience === 'person' ? 'you' : 'the person';
  if (event.type === 'PersonJoined') return { title: `${event.by.name} opened the invitation and can now help` };
  if (event.type === 'AuthoritySeen') return { title: `The papers that let somebody act for ${them} were seen` };
  return event.id === event.by.id
    ? { title: `${event.by.name} no longer helps` }
    : { title: `Somebody was taken off the list of people who help ${them}` };
};

const challenged = (
  event: EventOf<'ChallengeRaised' | 'ChallengeAcknowledged' | 'ChallengeAnswered'>,
  { audience }: Telling,
): EventWords => {
  if (event.type === 'ChallengeRaised') {
    const { challenge } = event;
    const about = `We said that we would write back by ${formatDate(challenge.acknowledge.dueOn)}.`;
    return { title: `Not agreed with (number ${challenge.number}): ${aboutWords(challenge)}`, about, quoted: challenge.words };
  }
  const which = `what ${audience === 'person' ? 'you do' : 'the person does'} not agree with (number ${event.number})`;
  return event.type === 'ChallengeAcknowledged'
    ? { title: `We have ${which}` }
    : { title: `Our answer to ${which}`, about: `${OUTCOME_WORDS[event.outcome]}.`, quoted: event.reasons };
};

const message = (event: EventOf<'MessageWritten'>): EventWords => ({
  title: voiceOf(event.by.role) === 'staff' ? 'A message from the team' : 'A message to the team',
  quoted: event.words,
});

const finished = (telling: Telling, event: EventOf<'StageFinished'>): EventWords => {
  const next = 'stage' in event.to ? `Next: ${stageName(telling, event.to.stage)}.` : undefined;
  const ended = outcomeWords(telling.configuration, event.stage, event.outcome);
  const about = sentences(ended && `${ended}.`, next, promised(event.promise));
  return { title: `Done: ${stageName(telling, event.stage)}`, about };
};

const allocated = ({ allocation }: EventOf<'AllocationMade'>): EventWords => ({
  title:
    allocation.weeklyPence === null
      ? 'The amount will be worked out from what the support costs'
      : `The up-front figure is ${formatPence(allocation.weeklyPence)} a week`,
  about: `Worked out by the rules ${allocation.model}, version ${allocation.modelVersion}. It is a guide, not a limit.`,
});

const CLOSED: Readonly<Record<ClosedEnd, string>> = {
  'advice-given': 'This ended with written advice and information',
  'support-ended': 'Support ended and the case was closed',
  withdrawn: 'The case was stopped before a plan was agreed',
};

const OVER: Readonly<Record<'fully' | 'partly' | 'not', string>> = {
  fully: 'What the plan was for was fully reached.',
  partly: 'What the plan was for was partly reached.',
  not: 'What the plan was for was not reached.',
};

/** For staff only: the machine's own steps, which mean nothing to the person. */
const ofTheMachine = (
  telling: Telling,
  event: EventOf<'StageOpened' | 'StageCaughtUp' | 'RunRestarted'>,
): EventWords | undefined => {
  if (telling.audience === 'person') return undefined;
  const stage = stageName(telling, event.stage);
  if (event.type === 'RunRestarted') return { title: `Started again at: ${stage}`, quoted: event.why };
  return event.type === 'StageOpened'
    ? { title: `Ready for work: ${stage}` }
    : { title: `Sent on: ${stage} was done already`, about: outcomeWords(telling.configuration, event.stage, event.outcome) };
};

/** The person hears of it only where something changed for them. */
const moved = ({ told, questions, back }: EventOf<'CaseMoved'>, { audience }: Telling): EventWords | undefined => {
  const about = sentences(told, questions);
  if (audience === 'person') return about ? { title: 'Something changed in the steps or the questions', about } : undefined;
  return { title: back ? 'Put back on the version it came from' : 'Moved to another version of the pathway', about };
};

export type Words<E extends CaseEvent> = (event: E, telling: Telling) => EventWords | undefined;

/** The words of each type of event; `undefined` where it means nothing to this audience. */
const WORDS: { readonly [T in EventType]: Words<EventOf<T>> } = {
  CaseOpened: (event, telling) => ({ title: `Started: ${stageName(telling, event.stage)}`, about: promised(event.promise) }),
  StageOpened: (event, telling) => ofTheMachine(telling, event),
  StageCaughtUp: (event, telling) => ofTheMachine(telling, event),
  RunRestarted: (event, telling) => ofTheMachine(telling, event),
  WorkTaken: (event, telling) => ({ title: `Taken on: ${stageName(telling, event.stage)}` }),
  WorkPutBack: (event, telling) => ({ title: `Put back for the team: ${stageName(telling, event.stage)}` }),
  AnswerGiven: (event, telling) => answered(telling, event),
  AnswersConfirmed: ({ questions }) => ({
    title:
      questions.length === 1
        ? 'Looked at again: 1 answer is still right'
        : `Looked at again: ${questions.length} answers are still right`,
  }),
  ConfigurationAdopted: ({ change }) => ({ title: 'Our questions changed while this was being filled in', about: change }),
  CaseMoved: moved,
  PersonInvited: (event, telling) => invited(telling, event),
  PersonJoined: ofTheCircle,
  AuthoritySeen: ofTheCircle,
  PersonRemoved: ofTheCircle,
  MessageWritten: message,
  ChallengeRaised: challenged,
  ChallengeAcknowledged: challenged,
  ChallengeAnswered: challenged,
  AssessmentConfirmed: ({ assessment }) => {
    const decision = ELIGIBILITY_RESULT_NAMES[assessment.decision].toLowerCase();
    return { title: `Decided: ${decision}`, quoted: assessment.reasons };
  },
  AllocationMade: allocated,
  PlanSaved: ({ plan }) => ({
    title: `The plan was saved (version ${plan.version})`,
    about: `It costs ${formatPence(planWeeklyPence(plan))} a week.`,
  }),
  PlanApproved: ({ agreed, reviewDueOn }) => ({
    title: `The plan was agreed: ${formatPence(agreed.budget.totalPence)} a week`,
    about: `The first review is on or before ${formatDate(reviewDueOn)}.`,
    quoted: agreed.reasons,
  }),
  ...AROUND_THE_PLAN,
  PlanReturned: ({ reasons }) => ({ title: 'The plan was sent back to be looked at again', quoted: reasons }),
  FormFilled: ({ filled }, telling) => ({ title: `Filled in: ${stageName(telling, filled.stage)}`, quoted: filled.reasons }),
  ReviewRecorded: ({ review, reviewDueOn }) => ({
    title: 'The review was done',
    about: sentences(
      OVER[review.achieved],
      review.inTheirWords && `In the person’s words: “${review.inTheirWords}”`,
      `The next review is on or before ${formatDate(reviewDueOn)}.`,
    ),
    quoted: review.reasons,
  }),
  StageFinished: (event, telling) => finished(telling, event),
  PromiseMissed: ({ stage, missed, promise }, telling) => ({
    title: `We missed the date we promised: ${formatDate(missed)}`,
    about: `We are sorry. The new date is ${formatDate(promise.dueOn)}. (${stageName(telling, stage)})`,
  }),
  AttentionNeeded: ({ stage, error }, telling) =>
    telling.audience === 'person'
      ? { title: 'Something went wrong at our end', about: 'Nothing you told us is lost. We are putting it right.' }
      : { title: `The machine stopped at: ${stageName(telling, stage)}`, about: `The error was ${error}.` },
  SupportPutInPlace: ({ reviewDueOn }) => ({
    title: 'Support is in place',
    about: `The next review is on or before ${formatDate(reviewDueOn)}.`,
  }),
  ReviewOpened: ({ trigger, promise }) => ({
    title: trigger === 'due' ? 'The review date came, so a review was opened' : 'A review was asked for and opened',
    about: promised(promise),
  }),
  CaseClosed: ({ end, reasons }) => ({ title: CLOSED[end], quoted: reasons }),
};

/** One event in words; `undefined` where it means nothing to this audience. */
export const eventWords = (event: CaseEvent, telling: Telling): EventWords | undefined =>
  (WORDS[event.type] as Words<CaseEvent>)(event, telling);
