/**
 * What each event that is written about can say in a letter: in which ways it can be, which placeholders it fills, what it holds to
 * be shown. A closed list, so that a template that asks for more is a fault before anybody gets a letter with a hole in it.
 */

import { formatDate, toIsoDate } from './calendar.ts';
import { answerBy, ChallengeOutcome } from './challenge.ts';
import { formOf } from './configuration.ts';
import { EligibilityResult } from './eligibility.ts';
import type { CaseEvent, EventOf, Promised } from './event.ts';
import { assessed } from './letter-assessment.ts';
import { MEANS, means, planned } from './letter-money.ts';
import { type Around, type Block, day, doer, type Own, type Saying, typed } from './letter-saying.ts';
import { formatPence } from './money.ts';
import { isHuman, OUTCOMES, stageOf } from './stage.ts';

type CanSay = { readonly variants: readonly string[]; readonly values: readonly Own[]; readonly blocks: readonly Block[] };

/** A carer's decision is another letter in all but its name: it speaks of their own life, and no figure follows. */
const DECISIONS = EligibilityResult.options.flatMap((result) => [result, `carer-${result}` as const]);

/** By event. `variants` are the ways it can be, which a paragraph names in `when`. */
export const CAN_SAY = {
  StageFinished: { variants: ['story'], values: ['due'], blocks: [] },
  AssessmentConfirmed: { variants: DECISIONS, values: ['by'], blocks: ['needs', 'assessment', 'reasons'] },
  AllocationMade: { variants: ['figure', 'individual-costing'], values: ['figure'], blocks: ['working'] },
  PlanApproved: {
    variants: ['agreed', 'agreed-at-once'],
    values: ['by', 'figure', 'guide', 'review-date', 'you-pay', 'we-pay'],
    blocks: ['plan', 'reasons', 'statement'],
  },
  PlanReturned: { variants: ['returned'], values: ['by'], blocks: ['reasons', 'alternatives'] },
  FinancesRecorded: {
    variants: MEANS,
    values: ['by', 'you-pay', 'we-pay'],
    blocks: ['contribution', 'statement'],
  },
  UrgentSupportStarted: { variants: ['started'], values: ['by', 'who', 'starts', 'review-date'], blocks: ['words'] },
  UrgentSupportEnded: { variants: ['ended'], values: ['by'], blocks: ['words', 'reasons'] },
  PromiseMissed: { variants: ['missed'], values: ['missed-date', 'due', 'step'], blocks: [] },
  ReviewOpened: { variants: ['due', 'requested'], values: ['due'], blocks: ['words'] },
  ReviewRecorded: { variants: OUTCOMES.review, values: ['by', 'review-date'], blocks: ['words', 'reasons'] },
  PersonInvited: { variants: ['invited'], values: ['who', 'until'], blocks: [] },
  PersonRemoved: { variants: ['removed'], values: ['who'], blocks: [] },
  ChallengeAcknowledged: { variants: ['acknowledged'], values: ['by', 'sent', 'due'], blocks: ['words'] },
  ChallengeAnswered: { variants: ChallengeOutcome.options, values: ['by', 'sent'], blocks: ['words', 'reasons'] },
  CaseClosed: { variants: ['advice-given', 'support-ended', 'withdrawn'], values: ['by'], blocks: ['reasons'] },
} as const satisfies Partial<Record<CaseEvent['type'], CanSay>>;

export type LetterEvent = keyof typeof CAN_SAY;
export const LETTER_EVENTS = Object.keys(CAN_SAY) as [LetterEvent, ...LetterEvent[]];
export const canSay = (event: LetterEvent): CanSay => CAN_SAY[event];

const due = (promise: Promised | undefined): string | undefined => day(promise?.dueOn);

const challenged = (
  event: EventOf<'ChallengeAcknowledged' | 'ChallengeAnswered'>,
  { challenges, configuration }: Around,
): Saying | undefined => {
  const challenge = challenges.find(({ number }) => number === event.number);
  if (!challenge) return undefined;
  const words = typed([challenge.detail, challenge.words, challenge.wants].filter((each) => each !== '').join('\n'));
  const values = { by: doer(event), sent: day(toIsoDate(new Date(challenge.at))) };
  return event.type === 'ChallengeAnswered'
    ? { variant: event.outcome, values, blocks: { words, reasons: typed(event.reasons) } }
    : {
        variant: 'acknowledged',
        values: { ...values, due: day(answerBy(challenge, configuration.council.bankHolidays)) },
        blocks: { words },
      };
};

/** A date that passed while the case waited for the person is no promise of ours. */
const missed = (event: EventOf<'PromiseMissed'>, { configuration }: Around): Saying | undefined => {
  const def = stageOf(configuration.route, event.stage);
  if (def && isHuman(def) && def.who === 'person') return undefined;
  return {
    variant: 'missed',
    values: { 'missed-date': day(event.missed), due: due(event.promise), step: def?.forThePerson },
    blocks: {},
  };
};

const sent = (event: EventOf<'StageFinished'>, { configuration }: Around): Saying | undefined => {
  const def = stageOf(configuration.route, event.stage);
  const isStory = def?.kind === 'form' && formOf(configuration, def.form)?.page === 'story';
  return isStory ? { variant: 'story', values: { due: due(event.promise) }, blocks: {} } : undefined;
};

const nothing = {};
type Says<E extends CaseEvent> = (event: E, around: Around) => Saying | undefined;

const SAYS: { readonly [T in LetterEvent]: Says<EventOf<T>> } = {
  StageFinished: sent,
  AssessmentConfirmed: assessed,
  AllocationMade: ({ allocation }) => ({
    variant: allocation.weeklyPence === null ? 'individual-costing' : 'figure',
    values: { figure: allocation.weeklyPence === null ? undefined : formatPence(allocation.weeklyPence) },
    blocks: { working: { kind: 'working', allocation } },
  }),
  PlanApproved: planned,
  PlanReturned: (event) => ({
    variant: 'returned',
    values: { by: doer(event) },
    blocks: {
      reasons: typed(event.reasons),
      alternatives: event.alternatives && { kind: 'alternatives', alternatives: event.alternatives },
    },
  }),
  FinancesRecorded: means,
  UrgentSupportStarted: (event) => ({
    variant: 'started',
    values: {
      by: doer(event),
      who: event.urgent.who,
      starts: day(event.urgent.startsOn),
      'review-date': day(event.urgent.lookAgainBy),
    },
    blocks: { words: typed(event.urgent.what) },
  }),
  UrgentSupportEnded: (event, { state }) => ({
    variant: 'ended',
    values: { by: doer(event) },
    blocks: {
      words: typed(state.urgent.find(({ number }) => number === event.number)?.what),
      reasons: typed(event.reasons),
    },
  }),
  PromiseMissed: missed,
  ReviewOpened: ({ trigger, promise, asked }) => ({
    variant: trigger,
    values: { due: due(promise) },
    blocks: { words: typed(asked) },
  }),
  ReviewRecorded: (event) => ({
    variant: event.review.outcome,
    values: { by: doer(event), 'review-date': day(event.reviewDueOn) },
    blocks: { words: typed(event.review.inTheirWords), reasons: typed(event.review.reasons) },
  }),
  PersonInvited: ({ grant }) => ({
    variant: 'invited',
    values: { who: grant.name, until: day(grant.until) },
    blocks: nothing,
  }),
  PersonRemoved: ({ id }, { state }) => ({
    variant: 'removed',
    values: { who: state.circle.find((grant) => grant.id === id)?.name },
    blocks: nothing,
  }),
  ChallengeAcknowledged: challenged,
  ChallengeAnswered: challenged,
  CaseClosed: (event) => ({ variant: event.end, values: { by: doer(event) }, blocks: { reasons: typed(event.reasons) } }),
};

/** What `event` says in a letter; nothing for an event that nobody is written to about. */
export const saidBy = (event: CaseEvent, around: Around): Saying | undefined => {
  if (!Object.hasOwn(SAYS, event.type)) return undefined;
  const said = (SAYS as Readonly<Record<string, Says<CaseEvent>>>)[event.type]?.(event, around);
  return said && { ...said, values: { ...said.values, date: formatDate(toIsoDate(new Date(event.at))) } };
};
