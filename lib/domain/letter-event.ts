/**
 * What each event that is written about can say in a letter: in which ways it can be, which placeholders it fills, what it holds to
 * be shown. A closed list, so that a template that asks for more is a fault before anybody gets a letter with a hole in it.
 */

import { formatDate, type IsoDate, toIsoDate } from './calendar.ts';
import type { Case } from './case.ts';
import { answerBy, type Challenge, ChallengeOutcome } from './challenge.ts';
import { type Configuration, formOf } from './configuration.ts';
import { EligibilityResult, type NeedCode } from './eligibility.ts';
import type { Allocation, CaseEvent, EventOf, Promised } from './event.ts';
import { formatPence } from './money.ts';
import type { Plan } from './plan.ts';
import { wordsFor } from './ras-model.ts';
import { isHuman, OUTCOMES, stageOf } from './stage.ts';

/** Placeholders that every letter and part may use. */
export const COMMON = ['name', 'reference', 'date', 'council', 'team', 'phone', 'email', 'address', 'hours'] as const;
const OWN = ['by', 'due', 'missed-date', 'step', 'figure', 'guide', 'review-date', 'who', 'until', 'sent'] as const;
type Own = (typeof OWN)[number];
export type Placeholder = (typeof COMMON)[number] | Own;
export const PLACEHOLDERS: readonly string[] = [...COMMON, ...OWN];

/** What an event holds beside words. `reasons` and `words` are shown as they were written. */
export const BLOCKS = ['reasons', 'words', 'needs', 'assessment', 'working', 'plan'] as const;
export type Block = (typeof BLOCKS)[number];

/** One answer of an assessment: the area, what was agreed, and why where that is not what the person had said. */
export type Agreed = { readonly area: string; readonly answer: string; readonly note: string };

export type LetterBlock =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'typed'; readonly words: string }
  | { readonly kind: 'needs'; readonly needs: readonly NeedCode[] }
  | { readonly kind: 'assessment'; readonly agreed: readonly Agreed[] }
  | { readonly kind: 'working'; readonly allocation: Allocation }
  | { readonly kind: 'plan'; readonly plan: Plan };

type CanSay = { readonly variants: readonly string[]; readonly values: readonly Own[]; readonly blocks: readonly Block[] };

/** A carer's decision is another letter in all but its name: it speaks of their own life, and no figure follows. */
const DECISIONS = EligibilityResult.options.flatMap((result) => [result, `carer-${result}` as const]);

/** By event. `variants` are the ways it can be, which a paragraph names in `when`. */
export const CAN_SAY = {
  StageFinished: { variants: ['story'], values: ['due'], blocks: [] },
  AssessmentConfirmed: { variants: DECISIONS, values: ['by'], blocks: ['needs', 'assessment', 'reasons'] },
  AllocationMade: { variants: ['figure', 'individual-costing'], values: ['figure'], blocks: ['working'] },
  PlanApproved: { variants: ['agreed'], values: ['by', 'figure', 'guide', 'review-date'], blocks: ['plan', 'reasons'] },
  PlanReturned: { variants: ['returned'], values: ['by'], blocks: ['reasons'] },
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

/** What one event says: the way it is, the values it has, what it holds. What is empty is left out. */
export type Saying = {
  readonly variant: string;
  readonly values: Partial<Record<Own | 'date', string | undefined>>;
  readonly blocks: Partial<Record<Block, LetterBlock | undefined>>;
};

type Around = {
  readonly state: Case;
  readonly configuration: Configuration;
  /** Every one there had been by then, with what was known of each. */
  readonly challenges: readonly Challenge[];
  /** The person asked for Easy Read. */
  readonly easy: boolean;
};

const typed = (words: string | undefined): LetterBlock | undefined => (words?.trim() ? { kind: 'typed', words } : undefined);
const day = (date: IsoDate | undefined): string | undefined => date && formatDate(date);
const due = (promise: Promised | undefined): string | undefined => day(promise?.dueOn);

/** Whoever did it, by name; the council's own machinery has none. */
const doer = ({ by }: CaseEvent): string | undefined => (by.role === 'system' ? undefined : by.name);

const agreedIn = ({ assessment }: EventOf<'AssessmentConfirmed'>, { configuration, easy }: Around): LetterBlock | undefined => {
  const audience = easy ? 'easyRead' : 'en';
  const agreed = (configuration.model?.questions ?? []).flatMap((question): Agreed[] => {
    const answer = Object.hasOwn(assessment.answers, question.id) ? assessment.answers[question.id] : undefined;
    if (!answer) return [];
    const option = question.options.find(({ id }) => id === answer.option);
    const area = wordsFor(question.text, audience, question.domain ?? question.id);
    return [{ area, answer: wordsFor(option?.text, audience, answer.option), note: answer.note }];
  });
  return agreed.length === 0 ? undefined : { kind: 'assessment', agreed };
};

const assessed = (event: EventOf<'AssessmentConfirmed'>, around: Around): Saying => {
  const { decision, decidedBy, findings, reasons } = event.assessment;
  const needs: LetterBlock | undefined = findings.unable.length > 0 ? { kind: 'needs', needs: findings.unable } : undefined;
  return {
    variant: findings.kind === 'carer' ? `carer-${decision}` : decision,
    values: { by: decidedBy.name },
    blocks: { needs, assessment: agreedIn(event, around), reasons: typed(reasons) },
  };
};

const planned = ({ agreed, reviewDueOn }: EventOf<'PlanApproved'>): Saying => {
  const { budget, plan, reasons, approvedBy } = agreed;
  const guide = budget.indicativePence === null ? undefined : formatPence(budget.indicativePence);
  return {
    variant: 'agreed',
    values: { by: approvedBy.name, figure: formatPence(budget.totalPence), guide, 'review-date': day(reviewDueOn) },
    blocks: { plan: { kind: 'plan', plan }, reasons: typed(reasons) },
  };
};

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
  PlanReturned: (event) => ({ variant: 'returned', values: { by: doer(event) }, blocks: { reasons: typed(event.reasons) } }),
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
