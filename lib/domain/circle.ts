/**
 * The people around a person: who was invited to help, to what, until when, and by what authority somebody may act for them. A grant
 * is checked at every read; it ends on its day, or at once when it is taken back. Who signed in how is not known here.
 */
import * as z from 'zod';
import { ActorId, type Role } from './actor.ts';
import { addDays, IsoDate } from './calendar.ts';
import type { EventOf, Signed } from './event.ts';
import { StageId } from './stage.ts';

/** What somebody is to the person. A paid worker of the council is none of these. */
export const Relation = z.enum(['helper', 'carer', 'companion', 'advocate', 'representative']);
export type Relation = z.infer<typeof Relation>;

/**
 * By what a representative acts. `consent`: the person said so. The others are powers under the Mental Capacity Act 2005 or the
 * benefits rules, each for its own kind of decision; a worker records having seen the papers before any of them counts.
 */
export const Authority = z.enum([
  'consent',
  'lpa-health-and-welfare',
  'lpa-property-and-finance',
  'deputy-health-and-welfare',
  'deputy-property-and-finance',
  'appointee',
]);
export type Authority = z.infer<typeof Authority>;

/** Powers over money alone do not let anybody tell the story or see the assessment. */
export const MONEY_ONLY: readonly Authority[] = ['lpa-property-and-finance', 'deputy-property-and-finance', 'appointee'];

export const isOverMoneyOnly = ({ as, authority }: Pick<Invitation, 'as' | 'authority'>): boolean =>
  as === 'representative' && authority !== undefined && MONEY_ONLY.includes(authority);

export const Contact = z.object({ by: z.enum(['email', 'text']), to: z.string().min(3).max(254) }).strict();
export type Contact = z.infer<typeof Contact>;

export const Invitation = z
  .object({
    /** The invited person's id, made by whoever draws the form; never typed. */
    id: ActorId,
    name: z.string().trim().min(1, 'Write their name.').max(120),
    as: Relation,
    authority: Authority.optional(),
    /** The parts of the forms they may see and fill in, by section; `all` is all of them. */
    sections: z.union([z.literal('all'), z.array(StageId).min(1, 'Choose at least one part.').max(40)]),
    until: IsoDate,
    contact: Contact,
  })
  .strict()
  .refine(({ as, authority }) => as !== 'representative' || authority !== undefined, {
    path: ['authority'],
    message: 'Choose what lets them act for you.',
  })
  .refine(({ as, authority }) => as === 'representative' || authority === undefined, {
    path: ['authority'],
    message: 'Only somebody who acts for you has this.',
  });
export type Invitation = z.infer<typeof Invitation>;

export type Grant = Omit<Invitation, 'authority'> & {
  readonly authority?: Authority | undefined;
  readonly invitedBy: Signed;
  readonly invitedAt: string;
  /** Invited by somebody of the council: of an advocate, that we arranged one. */
  readonly byCouncil?: true | undefined;
  /** They opened the link and gave the code. */
  readonly joinedAt?: string | undefined;
  /** A worker has seen the papers. Not needed for consent. */
  readonly seenBy?: (Signed & { readonly at: string }) | undefined;
  readonly ended?: { readonly at: string; readonly by: Signed } | undefined;
};

/** `in`: it lets its holder in. `papers`: it will, once a worker has seen them. `over`: it was taken back, or its last day is past. */
export type GrantStanding = 'in' | 'papers' | 'over';

const needsPapers = ({ as, authority, seenBy }: Grant): boolean =>
  as === 'representative' && authority !== 'consent' && seenBy === undefined;

/** How a grant stands on `today`. Its last day is still a day of it. */
export const standingOf = (grant: Grant, today: IsoDate): GrantStanding => {
  if (grant.ended || grant.until < today) return 'over';
  return needsPapers(grant) ? 'papers' : 'in';
};

/** Whether a grant lets its holder in on `today`: not taken back, not past its day, and papers seen where papers are needed. */
export const isInForce = (grant: Grant, today: IsoDate): boolean => standingOf(grant, today) === 'in';

/** The grant that lets `id` in on `today`, if any does. */
export const grantOf = (circle: readonly Grant[], id: string, today: IsoDate): Grant | undefined =>
  circle.find((grant) => grant.id === id && isInForce(grant, today));

/**
 * Speaking for the person in everything that is about care, not only filling in a part: a representative whose power is about care,
 * or an advocate (Care Act 2014 s.67: to represent and support the person). Whoever was let in on some parts only never does.
 */
export const actsForThem = ({ as, authority, sections }: Pick<Grant, 'as' | 'authority' | 'sections'>): boolean => {
  if (sections !== 'all') return false;
  return as === 'advocate' || (as === 'representative' && authority !== undefined && !MONEY_ONLY.includes(authority));
};

export const mayFillIn = ({ sections }: Grant, section: StageId): boolean => sections === 'all' || sections.includes(section);

/**
 * Whether `by`, who is `role` on this case, may take a grant back. A helper takes back only their own. Whoever else speaks for the person
 * is not a representative's to send away, unless they brought them; the person and the council may send away anybody.
 */
export const mayTakeBack = (role: Role, by: string, grant: Grant): boolean => {
  if (grant.id === by) return true;
  if (role !== 'representative') return role !== 'helper';
  return grant.invitedBy.id === by || !(grant.as === 'advocate' || actsForThem(grant));
};

/**
 * The most who can be on a list at once, those with papers to be seen included: enough for any circle, and few enough that one write
 * brings all their own lists up to date.
 */
export const MOST_PEOPLE = 20;

/** The longest an invitation can run without being looked at again, in days. */
export const LONGEST_INVITATION_DAYS = 365;
/** What is suggested: long enough for a form, short enough to be thought of again. */
export const USUAL_INVITATION_DAYS = 28;

/** What is wrong with a last day, in words for whoever chose it; nothing when it is in order. */
export const lastDayFault = (until: IsoDate, today: IsoDate): string | undefined => {
  if (until < today) return 'Choose a day that is still to come.';
  if (until <= addDays(today, LONGEST_INVITATION_DAYS)) return undefined;
  return 'Choose a day within the next year. You can invite them again then.';
};

type CircleEvent = EventOf<'PersonInvited' | 'PersonJoined' | 'AuthoritySeen' | 'PersonRemoved'>;

/** The circle after one more event. A grant is never taken off the list: that somebody once could see something stays known. */
export const circleAfter = (circle: readonly Grant[], event: CircleEvent): readonly Grant[] => {
  if (event.type === 'PersonInvited') return [...circle, event.grant];
  const { id, name } = event.by;
  const change: Partial<Grant> =
    event.type === 'PersonJoined'
      ? { joinedAt: event.at }
      : event.type === 'AuthoritySeen'
        ? { seenBy: { id, name, at: event.at } }
        : { ended: { at: event.at, by: { id, name } } };
  return circle.map((grant) => (grant.id === event.id ? { ...grant, ...change } : grant));
};
