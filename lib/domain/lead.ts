/**
 * Who steers for now: the person, the person and their worker together, or somebody the person asked to take over for a while. It ends on
 * the person's word, on any day, and is over by itself on its check-in date: it is never renewed in silence (I-16). Not a power to decide
 * for somebody who cannot: that is a representative's, with papers (Mental Capacity Act 2005).
 */
import * as z from 'zod';
import { ActorId, type Role } from './actor.ts';
import { addDays, IsoDate } from './calendar.ts';
import type { EventOf } from './event.ts';

export const LeadMode = z.enum(['person', 'shared', 'someone-for-now']);
export type LeadMode = z.infer<typeof LeadMode>;

export const LeadContent = z
  .object({
    mode: LeadMode,
    /** Who takes over for now. */
    who: z
      .object({ id: ActorId, name: z.string().min(1).max(120) })
      .strict()
      .optional(),
    /** The day the person is asked whether this is still right. From the day after, it is over. */
    checkInBy: IsoDate.optional(),
    /** What the person said, where somebody else writes it down. */
    words: z.string().trim().max(1000).default(''),
    /** Whoever writes it down for them has found that the person can decide this. */
    canDecide: z.boolean().default(true),
  })
  .strict();
export type LeadContent = z.infer<typeof LeadContent>;

export type LeadArrangement = LeadContent & {
  /** How it was before somebody took over, and is again when they no longer do. */
  readonly before?: 'person' | 'shared' | undefined;
  readonly since: string;
  readonly arrangedBy: { readonly id: string; readonly name: string };
};

type CircleEventType = 'PersonInvited' | 'PersonJoined' | 'AuthoritySeen' | 'PersonRemoved';

/** The longest somebody takes over before the person is asked again, in days. */
export const LONGEST_LEAD_DAYS = 84;

/** Who steers on a day. Until anybody has said otherwise, person and worker write together. */
export type Lead = { readonly mode: LeadMode; readonly who?: LeadContent['who'] };
const TOGETHER: Lead = { mode: 'shared' };

/** Who steers on `today`: somebody-for-now is over after its check-in date, and then it is as it was before. */
export const leadOn = (lead: LeadArrangement | undefined, today: IsoDate): Lead => {
  if (!lead) return TOGETHER;
  if (lead.mode !== 'someone-for-now') return { mode: lead.mode };
  return lead.checkInBy && lead.checkInBy >= today ? { mode: lead.mode, who: lead.who } : { mode: lead.before ?? 'shared' };
};

/** Whether somebody took over and the day to ask the person about it has come or gone. */
export const checkInIsDue = (lead: LeadArrangement | undefined, today: IsoDate): boolean =>
  lead?.mode === 'someone-for-now' && (lead.checkInBy ?? '') <= today;

/**
 * Whether somebody may write the plan on `today`. The person and whoever acts for them always may: it is their plan. A worker may while
 * they write together; whoever was asked to take over may until the check-in date. Everybody else proposes.
 */
export const holdsThePen = (lead: LeadArrangement | undefined, by: { id: string; role: Role }, today: IsoDate): boolean => {
  if (by.role === 'person' || by.role === 'representative') return true;
  const now = leadOn(lead, today);
  if (now.mode === 'someone-for-now') return now.who?.id === by.id;
  return now.mode === 'shared' && by.role === 'assessor';
};

/** What is wrong with an arrangement, as a sentence; nothing where it is in order. */
export const leadFault = ({ mode, who, checkInBy }: LeadContent, today: IsoDate): string | undefined => {
  if (mode !== 'someone-for-now') return undefined;
  if (!who) return 'Choose who takes over for now.';
  if (!checkInBy || checkInBy <= today) return 'Choose a day to check in that is still to come.';
  if (checkInBy > addDays(today, LONGEST_LEAD_DAYS)) return 'Choose a day within the next 12 weeks. You can go on from there.';
  return undefined;
};

/** Whoever is taken off the list leads no more, from that moment: it is as it was before they took over. */
export const leadAfter = (lead: LeadArrangement | undefined, event: EventOf<CircleEventType>): LeadArrangement | undefined =>
  event.type === 'PersonRemoved' && lead?.who?.id === event.id
    ? {
        mode: lead.before ?? 'shared',
        words: '',
        canDecide: true,
        since: event.at,
        arrangedBy: { id: event.by.id, name: event.by.name },
      }
    : lead;
