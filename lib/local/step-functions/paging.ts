/** Pages of a list: where the next one begins travels in `nextToken`, which is opaque to callers. */
import { Refusal } from './refusal.ts';

const MARK = 'page ';

export const pageToken = (from: string): string => Buffer.from(`${MARK}${from}`).toString('base64url');

/** Where the page begins; the list's beginning without a token. Refuses a token that we did not give out. */
export const pageStart = (token: string | undefined): string | undefined => {
  if (token === undefined) return undefined;
  const text = Buffer.from(token, 'base64url').toString();
  if (!text.startsWith(MARK)) throw new Refusal('InvalidToken', "Invalid Token: 'Invalid token'");
  return text.slice(MARK.length);
};

/**
 * One page of a list that is in memory, in the order of its keys. The next page begins at a key and not at a position, so nothing is read
 * twice or missed when the list changes in between.
 */
export const pageOf = <T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  token: string | undefined,
  size: number,
): { page: T[]; nextToken?: string } => {
  const start = pageStart(token) ?? '';
  const rest = all.filter((item) => keyOf(item) >= start);
  const next = rest[size];
  const page = rest.slice(0, size);
  return next === undefined ? { page } : { page, nextToken: pageToken(keyOf(next)) };
};

/** A number as a key, counted up, or down from a million. */
export const keyOfNumber = (value: number): string => String(value).padStart(7, '0');
export const keyDownwards = (value: number): string => keyOfNumber(1_000_000 - value);
