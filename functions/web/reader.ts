/**
 * How somebody wants pages to look and read: large print, Easy Read, Welsh. Kept in a cookie of its own, so that it works before
 * signing in and says nothing about who they are. Not the words themselves (`lib/domain/text.ts`), nor the style sheet.
 */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Value } from '../../lib/domain/answer.ts';
import { type Facts, statementOf } from '../../lib/domain/fact.ts';
import { isOnALaptop } from './session.ts';

/** Can be given to `say` as it is: `easy` and `language` are a reader's. */
export type Reading = { readonly large: boolean; readonly easy: boolean; readonly language: 'en' | 'cy' };

export const PLAIN: Reading = { large: false, easy: false, language: 'en' };

export const READING_COOKIE = 'ownway-reading';
const A_YEAR = 365 * 24 * 60 * 60;

/** A closed list of words: whatever else a cookie says is passed over. @example readingFrom('large.cy') // large print, in Welsh */
export const readingFrom = (value: string): Reading => {
  const words = value.slice(0, 40).split('.');
  return { large: words.includes('large'), easy: words.includes('easy'), language: words.includes('cy') ? 'cy' : 'en' };
};

/** What the cookie holds. `plain` says that ordinary print was chosen, which is more than having said nothing. */
export const readingText = ({ large, easy, language }: Reading): string =>
  [large && 'large', easy && 'easy', language === 'cy' && 'cy'].filter(Boolean).join('.') || 'plain';

/** What this reader chose on this device; `otherwise` where they never have. */
export const readerOf = (c: Context, otherwise: Reading = PLAIN): Reading => {
  const kept = getCookie(c, READING_COOKIE);
  return kept === undefined ? otherwise : readingFrom(kept);
};

/** Keeps it on this device for a year. Nothing in it is personal, and no script may read it. */
export const rememberReader = (c: Context, reading: Reading): void => {
  const secure = !isOnALaptop(c.req.header('host') ?? '');
  setCookie(c, READING_COOKIE, readingText(reading), { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge: A_YEAR });
};

const chosen = (value: Value | undefined): readonly unknown[] => (Array.isArray(value) ? value : []);

/**
 * What somebody's communication profile asks for (`comm.formats`, `comm.language`); nothing when neither question has an answer, so
 * that silence never undoes a choice made on the device. A wish to talk about it instead is no answer here.
 */
export const readerFromFacts = (facts: Facts): Reading | undefined => {
  const formats = statementOf(facts, 'comm.formats')?.value;
  const language = statementOf(facts, 'comm.language')?.value;
  if (!Array.isArray(formats) && typeof language !== 'string') return undefined;
  return {
    large: chosen(formats).includes('large-print'),
    easy: chosen(formats).includes('easy-read'),
    language: language === 'cy' ? 'cy' : 'en',
  };
};

/**
 * How somebody reads once they have answered `answered`: what they have just said of it, and the rest as it was. An answer about email
 * or language must not make large print small again. A wish to talk about it instead changes nothing.
 */
export const readingAfter = (reading: Reading, facts: Facts, answered: readonly string[]): Reading => {
  const said = (question: 'comm.formats' | 'comm.language') =>
    answered.includes(question) ? statementOf(facts, question)?.value : undefined;
  const [formats, language] = [said('comm.formats'), said('comm.language')];
  return {
    large: Array.isArray(formats) ? chosen(formats).includes('large-print') : reading.large,
    easy: Array.isArray(formats) ? chosen(formats).includes('easy-read') : reading.easy,
    language: typeof language === 'string' ? (language === 'cy' ? 'cy' : 'en') : reading.language,
  };
};

/** The classes of `<body>`, after its own; none for plain print. The rules for them are `_reading.scss`. */
export const readingClasses = ({ large, easy }: Reading): string =>
  [large && 'ow-large', easy && 'ow-easy'].filter(Boolean).join(' ');
