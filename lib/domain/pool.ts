/**
 * A line of support that several people pay for together: what it costs a week, who carries how many parts of it, since when, and who
 * has agreed (I-13). Only what was agreed by everybody is in force. Each person's plan, budget and statement stay their own; the money
 * that went in and out is `pool-ledger.ts`.
 */
import * as z from 'zod';
import type { Role } from './actor.ts';
import { addDays, IsoDate, toIsoDate } from './calendar.ts';
import type { Relation } from './circle.ts';
import type { Signed } from './event.ts';
import { formatPence, LARGEST_PENCE, type Pence, Pence as PenceSchema } from './money.ts';
import type { LedgerEntry } from './pool-ledger.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { CaseKind } from './stage.ts';

export const MOST_PARTS = 1000;
const Parts = z
  .int('Parts are whole numbers, such as 1 or 2.')
  .min(1, 'Give each person at least one part.')
  .max(MOST_PARTS, 'Use 1,000 parts or fewer.');

/** What is asked for when a pool is started or its terms are changed. */
export const PoolContent = z
  .object({
    /** What the whole pays for, as people read it: "3 hours at £20.00". */
    description: z.string().trim().min(1, 'Say what the money pays for each week.').max(200, 'Use 200 letters or fewer.'),
    /** The whole of it, a week. */
    wholePence: PenceSchema.min(1, 'The whole must be more than nothing.').max(LARGEST_PENCE, 'This is too much.'),
    shares: z
      .array(z.object({ caseId: z.string().min(3).max(40), parts: Parts }).strict())
      .min(2, 'Give parts to at least two people.')
      .max(12, 'Share it between 12 people or fewer.'),
    startsOn: IsoDate,
    /** Its last day, where there is one. */
    endsOn: IsoDate.optional(),
  })
  .strict()
  .refine(({ shares }) => new Set(shares.map(({ caseId }) => caseId)).size === shares.length, {
    path: ['shares'],
    message: 'Name each person once.',
  })
  .refine(({ startsOn, endsOn }) => !endsOn || startsOn <= endsOn, {
    path: ['endsOn'],
    message: 'The last day cannot be before the first.',
  });
export type PoolContent = z.infer<typeof PoolContent>;

/** One person's part of it. */
export type Sharer = {
  readonly caseId: string;
  readonly personId: string;
  readonly name: string;
  readonly parts: number;
};

/** Somebody's yes: by themself, by whoever acts for them, or written down by a worker in the person's words. */
export type Yes = {
  readonly by: Signed;
  readonly role: Role;
  readonly as?: Relation | undefined;
  readonly at: string;
  readonly words: string;
};

/** One version of what the people agree. A new one replaces the last only once each of them has agreed it. */
export type PoolTerms = Omit<PoolContent, 'shares'> & {
  readonly version: number;
  readonly shares: readonly Sharer[];
  readonly proposedBy: Signed;
  readonly agreed: readonly (Yes & { readonly caseId: string })[];
};

/** Somebody goes. `version`: the newest terms there were then; they and all before them end for everybody on `from`. */
export type Leaving = {
  readonly caseId: string;
  readonly name: string;
  readonly from: IsoDate;
  readonly version: number;
  readonly paid?: true;
};

export type Pool = {
  readonly number: number;
  readonly name: string;
  readonly purpose: string;
  /** Whose needs it is for: adults' or carers', never both (I-12). */
  readonly kind: CaseKind;
  readonly versions: readonly PoolTerms[];
  readonly leavings: readonly Leaving[];
  readonly ledger: readonly LedgerEntry[];
  /** The first day on which fewer than two people are left. */
  readonly closesFrom?: IsoDate | undefined;
  /** Everybody has been paid out, on this day. It never starts again. */
  readonly over?: IsoDate | undefined;
};

/**
 * A whole divided by parts, to the penny, in the order of the parts: by largest remainder, the earlier first where two are the same. The
 * shares add up to the whole; equal parts differ by a penny at most, and more parts never get less.
 * Throws on what is no whole number of pence or parts: what people typed goes through `PoolContent` first.
 * @example sharesOf(1000, [1, 1, 1]) // [334, 333, 333]
 * @example sharesOf(6000, [2, 1]) // [4000, 2000]
 */
export const sharesOf = (wholePence: Pence, parts: readonly number[]): Pence[] => {
  const total = parts.reduce((sum, each) => sum + each, 0);
  const fits = Number.isSafeInteger(wholePence) && wholePence >= 0 && wholePence <= LARGEST_PENCE;
  if (!fits || parts.length === 0 || !parts.every((each) => Number.isInteger(each) && each >= 1 && each <= MOST_PARTS))
    throw new RangeError(`Cannot share ${wholePence} by ${parts.join(', ')}`);
  const rests = parts.map((each, place) => ({ place, rest: (wholePence * each) % total }));
  const shares = parts.map((each, place) => (wholePence * each - (rests[place]?.rest ?? 0)) / total);
  const left = wholePence - shares.reduce((sum, each) => sum + each, 0);
  const next = rests.sort((one, other) => other.rest - one.rest || one.place - other.place).slice(0, left);
  const lucky = new Set(next.map(({ place }) => place));
  return shares.map((share, place) => (lucky.has(place) ? share + 1 : share));
};

/** Each person's share of `pence` under these terms, by case; of a week where no amount is given. */
export const sharesUnder = (
  terms: PoolTerms,
  pence: Pence = terms.wholePence,
): { caseId: string; name: string; pence: Pence }[] => {
  const shares = sharesOf(
    pence,
    terms.shares.map(({ parts }) => parts),
  );
  return terms.shares.map(({ caseId, name }, place) => ({ caseId, name, pence: shares[place] ?? 0 }));
};

/** What a week of it costs this person; `undefined` where they have no share. */
export const shareUnder = (terms: PoolTerms, caseId: string): Pence | undefined =>
  sharesUnder(terms).find((share) => share.caseId === caseId)?.pence;

export const hasShare = (terms: PoolTerms | undefined, caseId: string): boolean =>
  terms?.shares.some((share) => share.caseId === caseId) ?? false;

/** Whoever still has to agree these terms. */
export const waitsFor = (terms: PoolTerms): Sharer[] =>
  terms.shares.filter(({ caseId }) => !terms.agreed.some((yes) => yes.caseId === caseId));
export const isAgreed = (terms: PoolTerms): boolean => waitsFor(terms).length === 0;

export const newestTerms = ({ versions }: Pool): PoolTerms => {
  const terms = versions.at(-1);
  if (!terms) throw new Error('a pool without terms');
  return terms;
};

/** The first day agreed terms are in force: the day they start, or the day the last person agreed where that is later. */
export const inForceFrom = (terms: PoolTerms): IsoDate =>
  terms.agreed.reduce((day, { at }) => {
    const agreedOn = toIsoDate(new Date(at));
    return agreedOn > day ? agreedOn : day;
  }, terms.startsOn);

const newestAgreed = ({ versions }: Pool, by?: IsoDate): PoolTerms | undefined =>
  versions.findLast((terms) => isAgreed(terms) && (by === undefined || inForceFrom(terms) <= by));

/** Somebody who carries a part of these terms has gone by `day`: what is left does not add up, so it holds for nobody. */
const isBroken = (pool: Pool, terms: PoolTerms, day: IsoDate): boolean =>
  pool.leavings.some(({ caseId, from, version }) => version >= terms.version && from <= day && hasShare(terms, caseId));

/** The first day on which it is over: after its last agreed day, or once fewer than two people are left. */
export const overFrom = (pool: Pool): IsoDate | undefined => {
  const lastDay = newestAgreed(pool)?.endsOn;
  const after = lastDay && addDays(lastDay, 1);
  return [pool.over, pool.closesFrom, after].filter((day) => day !== undefined).sort()[0];
};
export const isOver = (pool: Pool, today: IsoDate): boolean => (overFrom(pool) ?? '9999-12-31') <= today;

/** The terms in force on `day`; none before everybody has agreed, after the last day, or while somebody has gone and the rest have not agreed anew. */
export const termsOn = (pool: Pool, day: IsoDate): PoolTerms | undefined => {
  const terms = newestAgreed(pool, day);
  if (!terms || isOver(pool, day) || isBroken(pool, terms, day) || (terms.endsOn && terms.endsOn < day)) return undefined;
  return terms;
};

/** What a plan written today can count on: the terms in force, or those that everybody has agreed and that start later. */
export const standingTerms = (pool: Pool, today: IsoDate): PoolTerms | undefined => {
  const coming = newestAgreed(pool);
  return termsOn(pool, today) ?? (coming && inForceFrom(coming) > today ? termsOn(pool, inForceFrom(coming)) : undefined);
};

/**
 * What stands against a plan line that claims `claimedPence` a week of this pool; nothing where it is in order: everybody has agreed the
 * terms, this case has a share in them, and the claim is that share to the penny. Refuses `share-not-agreed`.
 */
export const shareFault = (pool: Pool | undefined, caseId: string, claimedPence: Pence, today: IsoDate): Refusal | undefined => {
  if (!pool)
    return refuse('share-not-agreed', 'There is nothing by that number that you pay for together. Choose it from the list.');
  const named = `“${pool.name}”`;
  const terms = standingTerms(pool, today);
  if (!terms) {
    const who = waitsFor(newestTerms(pool)).map(({ name }) => name);
    if (isOver(pool, today)) return refuse('share-not-agreed', `${named} has ended. Take its share out of the plan.`);
    return refuse('share-not-agreed', `${named} is not agreed by everyone yet. It waits for ${who.join(' and ')}.`);
  }
  const share = shareUnder(terms, caseId);
  if (share === undefined)
    return refuse('share-not-agreed', `This person has no share in ${named}. Add them to it first, or take it out of the plan.`);
  if (share === claimedPence) return undefined;
  return refuse(
    'share-not-agreed',
    `The share of ${named} is ${formatPence(share)} a week, and the plan says ${formatPence(claimedPence)}. Put in ${formatPence(share)}.`,
  );
};

/**
 * The first day, from `today`, on which a claim that is agreed stops holding, as far as is known now: somebody goes, it ends, or other
 * terms start. `undefined` where nothing is known to stop it.
 */
export const shareBreaksOn = (pool: Pool, caseId: string, claimedPence: Pence, today: IsoDate): IsoDate | undefined => {
  const starts = pool.versions.filter(isAgreed).map(inForceFrom);
  const turns = [overFrom(pool), ...pool.leavings.map(({ from }) => from), ...starts].filter((day) => day !== undefined);
  return [today, ...turns.filter((day) => day > today)].sort().find((day) => shareFault(pool, caseId, claimedPence, day));
};
