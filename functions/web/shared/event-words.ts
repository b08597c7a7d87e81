/**
 * What happened to a case, one sentence per event, for the person and for staff. A machine's tokens and run numbers are never
 * words. Not the drawing: that is `history-view.tsx`. A new event type fails to compile here until it has its words.
 */

import { formatDate } from '../../../lib/domain/calendar.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { ELIGIBILITY_RESULT_NAMES } from '../../../lib/domain/eligibility.ts';
import type { CaseEvent, ClosedEnd, EventOf, EventType, Promised } from '../../../lib/domain/event.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { planWeeklyPence } from '../../../lib/domain/plan.ts';
import { wordsFor } from '../../../lib/domain/ras-model.ts';
import { stageOf } from '../../../lib/domain/stage.ts';
import { outcomeWords } from './outcome-words.ts';

export type Audience = 'person' | 'staff';
export type EventWords = {
  readonly title: string;
  /** Sentences that explain it. */
  readonly about?: string | undefined;
  /** What somebody wrote, to be shown as they wrote it. */
  readonly quoted?: string | undefined;
};

type Telling = { readonly configuration: Configuration; readonly audience: Audience };

const stageName = ({ configuration, audience }: Telling, id: string): string => {
  const def = stageOf(configuration.route, id);
  return def ? (audience === 'person' ? def.forThePerson : def.title) : id;
};

const promised = (promise: Promised | undefined): string | undefined =>
  promise && `This should be done by ${formatDate(promise.dueOn)}.`;

const sentences = (...parts: (string | undefined)[]): string | undefined =>
  parts.filter((part) => part !== undefined && part !== '').join(' ') || undefined;

const answered = ({ configuration }: Telling, { question, answer }: EventOf<'AnswerGiven'>): EventWords => {
  const asked = configuration.model?.questions.find(({ id }) => id === question);
  const option = asked?.options.find(({ id }) => id === answer.option);
  const about = wordsFor(option?.text, 'en', answer.option);
  return {
    title: `Answered: ${wordsFor(asked?.text, 'en', question)}`,
    about: answer.informalShare > 0 ? `${about} Family or friends do ${answer.informalShare}% of this now.` : about,
    quoted: answer.ownWords,
  };
};

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

type Words<E extends CaseEvent> = (event: E, telling: Telling) => EventWords | undefined;

/** The words of each type of event; `undefined` where it means nothing to this audience. */
const WORDS: { readonly [T in EventType]: Words<EventOf<T>> } = {
  CaseOpened: (event, telling) => ({ title: `Started: ${stageName(telling, event.stage)}`, about: promised(event.promise) }),
  StageOpened: (event, telling) => ofTheMachine(telling, event),
  StageCaughtUp: (event, telling) => ofTheMachine(telling, event),
  RunRestarted: (event, telling) => ofTheMachine(telling, event),
  WorkTaken: (event, telling) => ({ title: `Taken on: ${stageName(telling, event.stage)}` }),
  WorkPutBack: (event, telling) => ({ title: `Put back for the team: ${stageName(telling, event.stage)}` }),
  AnswerGiven: (event, telling) => answered(telling, event),
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
