/**
 * “I don't agree”: on any decision, figure, line or record, from every state of a case. It makes nothing worse while it is looked at
 * (I-07), is acknowledged within three working days (SI 2009/309), and is answered by somebody who did not make the decision.
 */
import * as z from 'zod';
import { addWorkingDays, type IsoDate, toIsoDate } from './calendar.ts';
import type { CaseEvent, EventOf, Promised, Signed } from './event.ts';

/** What it is about. `line` names one line of a figure's working by its place. */
export const ChallengeAbout = z.enum(
  ['decision', 'figure', 'line', 'plan', 'budget', 'delay', 'record', 'something-else'],
  'Choose what you do not agree with.',
);
export type ChallengeAbout = z.infer<typeof ChallengeAbout>;

export const LONGEST_DETAIL = 300;
export const LONGEST_CHALLENGE = 4000;
export const LONGEST_WISH = 2000;

export const ChallengeContent = z
  .object({
    about: ChallengeAbout,
    /** The line or the record, in the words the person saw. */
    detail: z.string().trim().max(LONGEST_DETAIL, 'Use 300 letters or fewer.').default(''),
    words: z.string().trim().min(1, 'Tell us what you do not agree with.').max(LONGEST_CHALLENGE, 'Use 4,000 letters or fewer.'),
    wants: z.string().trim().max(LONGEST_WISH, 'Use 2,000 letters or fewer.').default(''),
  })
  .strict();
export type ChallengeContent = z.infer<typeof ChallengeContent>;

/** `changed`: we look at it again and mend it. `stands`: it stays as it was, and these are the reasons. */
export const ChallengeOutcome = z.enum(['changed', 'partly-changed', 'stands']);
export type ChallengeOutcome = z.infer<typeof ChallengeOutcome>;

export type Challenge = ChallengeContent & {
  /** Counts from 1 within the case. */
  readonly number: number;
  readonly by: Signed;
  readonly at: string;
  /** Who had made, by then, what it is about: none of them answers it, whatever is decided anew in the meantime. */
  readonly madeBy?: readonly string[] | undefined;
  readonly acknowledge: Promised;
  readonly acknowledged?: { readonly by: Signed; readonly at: string } | undefined;
  readonly answer?:
    | { readonly outcome: ChallengeOutcome; readonly reasons: string; readonly by: Signed; readonly at: string }
    | undefined;
};

/** The complaints regulations give three working days to say that it has come. */
export const ACKNOWLEDGE_WORKING_DAYS = 3;

/** Our own promise of an answer, from the day we said that it has come. The law leaves it to what is agreed with the person. */
export const ANSWER_WORKING_DAYS = 20;

export const isOpen = ({ answer }: Challenge): boolean => answer === undefined;

/** The day by which it is answered; nothing before it was acknowledged, because it is counted from that day. */
export const answerBy = ({ acknowledged }: Challenge, bankHolidays: readonly IsoDate[]): IsoDate | undefined =>
  acknowledged && addWorkingDays(toIsoDate(new Date(acknowledged.at)), ANSWER_WORKING_DAYS, bankHolidays);

/** Whether what was promised for `dueOn` came later than that day, or has not come and `today` is later. */
export const isMissed = (dueOn: IsoDate, done: string | undefined, today: IsoDate): boolean =>
  dueOn < (done ? toIsoDate(new Date(done)) : today);

type ChallengeEvent = EventOf<'ChallengeRaised' | 'ChallengeAcknowledged' | 'ChallengeAnswered'>;

const withEvent = (challenges: readonly Challenge[], event: ChallengeEvent): readonly Challenge[] => {
  if (event.type === 'ChallengeRaised') return [...challenges, event.challenge];
  const by = { id: event.by.id, name: event.by.name };
  const change: Partial<Challenge> =
    event.type === 'ChallengeAcknowledged'
      ? { acknowledged: { by, at: event.at } }
      : { answer: { outcome: event.outcome, reasons: event.reasons, by, at: event.at } };
  return challenges.map((each) => (each.number === event.number ? { ...each, ...change } : each));
};

/** A case is one item of the table, so it keeps the open ones and the last few that were answered; all are in the events. */
const KEPT_ANSWERED = 5;

/** The challenges a case holds after one more event: every open one, and the last few answered ones. */
export const challengesAfter = (challenges: readonly Challenge[], event: ChallengeEvent): readonly Challenge[] => {
  const all = withEvent(challenges, event);
  const answered = all.filter((each) => !isOpen(each));
  const dropped = answered.slice(0, Math.max(0, answered.length - KEPT_ANSWERED));
  return all.filter((each) => !dropped.includes(each));
};

/** The number of the next one: numbers count within the case and are never given twice. */
export const nextNumber = (challenges: readonly Challenge[]): number =>
  1 + challenges.reduce((most, { number }) => Math.max(most, number), 0);

/** Every challenge there ever was on a case, from its whole log, oldest first. */
export const allChallenges = (events: readonly CaseEvent[]): readonly Challenge[] =>
  events.reduce<readonly Challenge[]>(
    (all, event) =>
      event.type === 'ChallengeRaised' || event.type === 'ChallengeAcknowledged' || event.type === 'ChallengeAnswered'
        ? withEvent(all, event)
        : all,
    [],
  );
