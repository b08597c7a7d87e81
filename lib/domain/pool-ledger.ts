/**
 * The money of a pool: what each person put in, what was spent and how it was split, what was paid out to somebody who left. Per person
 * it always adds up to the pool, and nobody's part ever goes below nothing. Not a bank: it says what was recorded, not what moved.
 */
import type { IsoDate } from './calendar.ts';
import type { Signed } from './event.ts';
import { formatPence, type Pence } from './money.ts';
import { hasShare, overFrom, type Pool, type PoolTerms, sharesUnder, termsOn } from './pool.ts';
import { type Refusal, refuse } from './refusal.ts';

/** `pence` is the whole of the entry, never negative; `by` is what it is for each person, and adds up to it. */
export type LedgerEntry = {
  readonly kind: 'in' | 'spent' | 'paid-out';
  readonly on: IsoDate;
  readonly pence: Pence;
  readonly what: string;
  readonly by: readonly { readonly caseId: string; readonly name: string; readonly pence: Pence }[];
  /** Absent where it follows from the terms: somebody left, or the pool ended. */
  readonly recordedBy?: (Signed & { readonly at: string }) | undefined;
};

const signOf = ({ kind }: LedgerEntry): 1 | -1 => (kind === 'in' ? 1 : -1);

/** What is in the pool, by the whole of each entry. */
export const balanceOf = ({ ledger }: Pick<Pool, 'ledger'>): Pence =>
  ledger.reduce((sum, entry) => sum + signOf(entry) * entry.pence, 0);

export type Balance = { readonly caseId: string; readonly name: string; readonly pence: Pence };

/** What each person has in the pool: everybody with a share in any terms, those who have left among them. */
export const balancesOf = ({ ledger, versions }: Pick<Pool, 'ledger' | 'versions'>): Balance[] => {
  const people = new Map(versions.flatMap(({ shares }) => shares.map(({ caseId, name }) => [caseId, name] as const)));
  return [...people].map(([caseId, name]) => ({
    caseId,
    name,
    pence: ledger.reduce((sum, entry) => {
      const own = entry.by.find((each) => each.caseId === caseId);
      return own ? sum + signOf(entry) * own.pence : sum;
    }, 0),
  }));
};

export const balanceFor = (pool: Pick<Pool, 'ledger' | 'versions'>, caseId: string): Pence =>
  balancesOf(pool).find((each) => each.caseId === caseId)?.pence ?? 0;

const payOut = (pool: Pool, on: IsoDate, what: string, whose: (caseId: string) => boolean): Pool => {
  const by = balancesOf(pool).filter(({ caseId, pence }) => pence > 0 && whose(caseId));
  if (by.length === 0) return pool;
  const pence = by.reduce((sum, each) => sum + each.pence, 0);
  return { ...pool, ledger: [...pool.ledger, { kind: 'paid-out', on, pence, what, by }] };
};

const payLeaver = (pool: Pool, today: IsoDate): Pool => {
  const due = pool.leavings
    .filter(({ paid, from }) => !paid && from <= today)
    .sort((one, other) => (one.from < other.from ? -1 : 1))
    .at(0);
  if (!due) return pool;
  const paid = payOut(pool, due.from, `${due.name} left`, (caseId) => caseId === due.caseId);
  const leavings = pool.leavings.map((each) => (each === due ? { ...each, paid: true as const } : each));
  return payLeaver({ ...paid, leavings }, today);
};

/**
 * The pool as it stands on `today`: whoever has left by then has their unspent share out, and once it is over everybody has. Doing it
 * twice is doing it once.
 */
export const settledOn = (pool: Pool, today: IsoDate): Pool => {
  if (pool.over) return pool;
  const end = overFrom(pool);
  const left = payLeaver(pool, end && end <= today ? end : today);
  if (!end || end > today) return left;
  return { ...payOut(left, end, 'It ended', () => true), over: end };
};

/** Money to be recorded: put in by one person, or spent for all. `pence` is a whole number above nothing. */
export type Movement = {
  readonly kind: 'in' | 'spent';
  readonly on: IsoDate;
  readonly pence: Pence;
  readonly what: string;
  /** Who put it in. */
  readonly caseId?: string | undefined;
};

const splitOf = (terms: PoolTerms, { kind, pence, caseId }: Movement): LedgerEntry['by'] => {
  if (kind === 'spent') return sharesUnder(terms, pence);
  return terms.shares.filter((share) => share.caseId === caseId).map(({ name }) => ({ caseId: caseId ?? '', name, pence }));
};

/** Somebody whose part these terms count on has had theirs paid out since. */
const paidOutSince = (pool: Pool, terms: PoolTerms): string | undefined =>
  pool.leavings.find(({ paid, version, caseId }) => paid && version >= terms.version && hasShare(terms, caseId))?.name;

/**
 * The entry a movement makes, split by the terms in force on its day. `pool` is settled. Refuses a day still to come, one before
 * somebody in it was paid out, a day without terms that everybody agreed, money from somebody without a share, and more than anybody has in it.
 */
export const entryFor = (pool: Pool, movement: Movement, today: IsoDate): LedgerEntry | Refusal => {
  const { kind, on, pence, what, caseId } = movement;
  if (on > today) return refuse('answer-not-valid', 'This day is still to come. Write it down once it has happened.');
  const terms = termsOn(pool, on);
  if (!terms) return refuse('share-not-agreed', 'Nothing was agreed by everyone on that day, so no money can go in or out.');
  const gone = paidOutSince(pool, terms);
  if (gone) return refuse('answer-not-valid', `${gone} has left and been paid out since that day. Choose a later day.`);
  if (kind === 'in' && !hasShare(terms, caseId ?? ''))
    return refuse('not-in-household', 'Only somebody with a share can put money in. Choose who it is from.');
  const by = splitOf(terms, movement);
  const short = kind === 'spent' ? by.find((each) => balanceFor(pool, each.caseId) < each.pence) : undefined;
  if (short)
    return refuse(
      'answer-not-valid',
      `${short.name} has ${formatPence(balanceFor(pool, short.caseId))} in it, and the share of this is ${formatPence(short.pence)}. Put money in first.`,
    );
  return { kind, on, pence, what, by: by.filter((each) => each.pence > 0) };
};
