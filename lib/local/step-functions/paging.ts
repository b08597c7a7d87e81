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

/** One page of a list that is in memory, by position. */
export const pageOf = <T>(all: readonly T[], token: string | undefined, size: number): { page: T[]; nextToken?: string } => {
  const from = Number(pageStart(token) ?? 0);
  const page = all.slice(from, from + size);
  return from + size < all.length ? { page, nextToken: pageToken(String(from + size)) } : { page };
};
