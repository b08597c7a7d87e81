/**
 * What the person's side waits to hear about: a message, or something they do not agree with, and by which day. The days are the
 * council's promise and never end anything. Which events set it going is `case.ts`; where it is listed is the reply row.
 */
import { addWorkingDays, type IsoDate, toIsoDate } from './calendar.ts';
import type { Case } from './case.ts';
import { answerBy, type Challenge, isOpen } from './challenge.ts';
import { isGoing } from './urgent-support.ts';

/** A message is read on the next working day and answered within three. */
export const REPLY_WORKING_DAYS = 3;

/**
 * The day by which a message written at `at` is answered.
 * @example messageDue('2026-04-02T16:00:00Z', ['2026-04-03', '2026-04-06']) // '2026-04-09'
 */
export const messageDue = (at: string, bankHolidays: readonly IsoDate[]): IsoDate =>
  addWorkingDays(toIsoDate(new Date(at)), REPLY_WORKING_DAYS, bankHolidays);

/** The next day we promised something about a challenge that is open: to say that it has come, or to answer it. */
export const challengeDue = (challenge: Challenge, bankHolidays: readonly IsoDate[]): IsoDate =>
  answerBy(challenge, bankHolidays) ?? challenge.acknowledge.dueOn;

/** Help that could not wait, who leads for now, a need that nothing meets yet. */
export type LookAgain = 'urgent' | 'lead' | 'unmet';

type Due = { readonly dueOn: IsoDate; readonly at: string };

/** The days to look again that the person was told, each from when it was set. A closed case has none. */
const lookAgainIn = (state: Case): (Due & { readonly what: LookAgain })[] => {
  if (state.state === 'closed') return [];
  const urgent = state.urgent.filter(isGoing).map(({ lookAgainBy, startedAt }) => {
    return { what: 'urgent' as const, dueOn: lookAgainBy, at: startedAt };
  });
  const { lead, agreed } = state;
  const led =
    lead?.mode === 'someone-for-now' && lead.checkInBy ? [{ what: 'lead' as const, dueOn: lead.checkInBy, at: lead.since }] : [];
  const unmet = (agreed?.plan.otherWays ?? []).flatMap(({ how, lookAgainOn }) =>
    how === 'unmet' && lookAgainOn && agreed ? [{ what: 'unmet' as const, dueOn: lookAgainOn, at: agreed.approvedAt }] : [],
  );
  return [...urgent, ...led, ...unmet];
};

/** What waits on one case, and the soonest of the promised days. */
export type Reply = {
  readonly dueOn: IsoDate;
  /** When the oldest of what waits was written. */
  readonly since: string;
  readonly message: boolean;
  /** Somebody needs help now or does not feel safe: today. */
  readonly urgent?: true;
  /** Open challenges that nobody has acknowledged yet, and those that wait for their answer. */
  readonly toAcknowledge: number;
  readonly toAnswer: number;
  /** A plan that was agreed at once waits to be read by somebody who agrees plans. */
  readonly audit?: true;
  /** What we said we would look at again with the person by a day. */
  readonly lookAgain?: readonly LookAgain[];
};

/** What cannot wait is due on the day it was said. */
export const unansweredDue = ({ at, urgent }: NonNullable<Case['unanswered']>, bankHolidays: readonly IsoDate[]): IsoDate =>
  urgent ? toIsoDate(new Date(at)) : messageDue(at, bankHolidays);

/** A plan agreed at once that was drawn by lot is read within so many working days. */
export const AUDIT_WORKING_DAYS = 20;

const auditWaiting = ({ audit }: Case, bankHolidays: readonly IsoDate[]) =>
  audit && !audit.done
    ? [{ dueOn: addWorkingDays(toIsoDate(new Date(audit.since)), AUDIT_WORKING_DAYS, bankHolidays), at: audit.since }]
    : [];

/** Nothing when nobody waits for a word. A closed case can have somebody waiting too. */
export const replyWaiting = (state: Case, bankHolidays: readonly IsoDate[]): Reply | undefined => {
  const { unanswered, challenges } = state;
  const open = challenges.filter(isOpen);
  const toRead = auditWaiting(state, bankHolidays);
  const again = lookAgainIn(state);
  const waiting = [
    ...toRead,
    ...again,
    ...open.map((each) => ({ dueOn: challengeDue(each, bankHolidays), at: each.at })),
    ...(unanswered ? [{ dueOn: unansweredDue(unanswered, bankHolidays), at: unanswered.at }] : []),
  ];
  const [first] = waiting.map(({ dueOn }) => dueOn).sort();
  const [since] = waiting.map(({ at }) => at).sort();
  if (first === undefined || since === undefined) return undefined;
  const toAnswer = open.filter(({ acknowledged }) => acknowledged).length;
  const urgent = unanswered?.urgent ? { urgent: true as const } : {};
  const audit = toRead.length > 0 ? { audit: true as const } : {};
  const counts = { toAcknowledge: open.length - toAnswer, toAnswer };
  return {
    dueOn: first,
    since,
    message: unanswered !== undefined,
    ...urgent,
    ...counts,
    ...audit,
    ...(again.length > 0 && { lookAgain: [...new Set(again.map(({ what }) => what))] }),
  };
};
