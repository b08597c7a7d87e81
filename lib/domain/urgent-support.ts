/**
 * Help that cannot wait: given at once from any stage on three facts, before anything has been assessed (Care Act 2014 s.19(3)). It never
 * waits for eligibility or money (I-21), it ends by a person's decision with reasons, and a day to look again is set when it starts.
 */
import * as z from 'zod';
import { addDays, IsoDate } from './calendar.ts';
import type { EventOf, Signed } from './event.ts';

/** The three facts: what is needed now, who gives it, from when. */
export const UrgentSupportContent = z
  .object({
    what: z.string().trim().min(1, 'Say what is needed now.').max(1000),
    who: z.string().trim().min(1, 'Say who gives it.').max(200),
    startsOn: IsoDate,
  })
  .strict();
export type UrgentSupportContent = z.infer<typeof UrgentSupportContent>;

export type UrgentSupport = UrgentSupportContent & {
  readonly number: number;
  readonly startedBy: Signed;
  readonly startedAt: string;
  readonly lookAgainBy: IsoDate;
  readonly ended?: (Signed & { readonly at: string; readonly reasons: string }) | undefined;
};

/** How far off a start can be and still be urgent, and how long ago it can have been written down late. In days. */
const SOON_DAYS = 14;
const LATE_DAYS = 7;

export const startFault = (startsOn: IsoDate, today: IsoDate): string | undefined => {
  if (startsOn > addDays(today, SOON_DAYS)) return 'Choose a day within two weeks. What can wait longer belongs in the plan.';
  if (startsOn < addDays(today, -LATE_DAYS)) return 'That is more than a week ago. Check the day.';
  return undefined;
};

/** The most at once; more is a plan. */
export const MOST_URGENT = 5;
export const isGoing = ({ ended }: UrgentSupport): boolean => ended === undefined;

export const urgentAfter = (
  urgent: readonly UrgentSupport[],
  event: EventOf<'UrgentSupportStarted' | 'UrgentSupportEnded'>,
): readonly UrgentSupport[] => {
  if (event.type === 'UrgentSupportStarted')
    return [...urgent.filter(isGoing), ...urgent.filter((each) => !isGoing(each)).slice(-3), event.urgent].sort(
      (one, other) => one.number - other.number,
    );
  const { number, reasons, at, by } = event;
  const ended = { id: by.id, name: by.name, at, reasons };
  return urgent.map((each) => (each.number === number ? { ...each, ended } : each));
};
