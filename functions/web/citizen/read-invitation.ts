/**
 * From what was typed on the page for asking somebody to help to an invitation, or what to put right, by field. The page is `invite.tsx`;
 * what an invitation may be is `lib/domain/circle.ts`.
 */
import { createHash } from 'node:crypto';
import { type IsoDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import { Authority, Invitation, lastDayFault, Relation } from '../../../lib/domain/circle.ts';
import { roleFor } from '../../../lib/domain/permission.ts';
import { type FieldErrors, hasErrors } from '../kit/error-summary.tsx';
import { type CaseVisit, list, type Typed, text } from '../page.ts';
import { readDate } from '../shared/read-date.ts';
import { readContact } from './contact-field.tsx';
import { openParts } from './people-words.tsx';

/** The box for all parts. No part of a form can have this name. */
export const ALL_PARTS = '*';
const LONGEST_NAME = 120;

/** Somebody who acts for the person cannot let another act for them, so they are not offered it. */
export const relationsFor = (visit: CaseVisit): Relation[] =>
  Relation.options.filter(
    (as) => as !== 'representative' || roleFor(visit.actor, 'invite-person', visit.subject) !== 'representative',
  );

type Faulty = { readonly error: string };
type Read<T> = { readonly value: T } | Faulty;

const readName = (typed: Typed): Read<string> => {
  const value = text(typed, 'name').replace(/\s+/g, ' ').trim();
  if (value === '') return { error: 'Write their name.' };
  return value.length <= LONGEST_NAME ? { value } : { error: `Use ${LONGEST_NAME} letters or fewer.` };
};

const readParts = (typed: Typed, offered: readonly string[]): Read<Invitation['sections']> => {
  const chosen = [...new Set(list(typed, 'sections').filter((id) => id !== ''))];
  if (chosen.includes(ALL_PARTS)) return { value: 'all' };
  if (chosen.length === 0) return { error: 'Choose what they can see. You can choose more than one part.' };
  return chosen.every((id) => offered.includes(id)) ? { value: chosen } : { error: 'Choose the parts from the list.' };
};

const readLastDay = (typed: Typed, today: IsoDate): Read<IsoDate> => {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) => text(typed, `until-${part}`).trim());
  const read = readDate(day, month, year);
  if ('message' in read)
    return { error: day + month + year === '' ? 'Write the last day on which they can help.' : read.message };
  const fault = lastDayFault(read.date, today);
  return fault ? { error: fault } : { value: read.date };
};

/**
 * The same form with the same words is the same person, however often it is sent; other words are somebody else. Long enough that nobody
 * can look for a form that would make the id of somebody who is there already.
 */
const idFor = (visit: CaseVisit, asked: unknown): string =>
  `P-${createHash('sha256')
    .update(JSON.stringify([visit.request, visit.case.id, asked]))
    .digest('hex')
    .slice(0, 20)
    .toUpperCase()}`;

/** The invitation that was typed, or what to put right, by field and in the order of the page. */
export const readInvitation = (visit: CaseVisit, typed: Typed): { invitation: Invitation } | { errors: FieldErrors } => {
  const errors: Record<string, string> = {};
  const need = <T>(read: Read<T>, field: string): T | undefined => {
    if ('value' in read) return read.value;
    errors[field] = read.error;
    return undefined;
  };
  const name = need(readName(typed), 'name');
  const as = Relation.safeParse(text(typed, 'as')).data;
  if (!as || !relationsFor(visit).includes(as)) errors.as = 'Choose what they are to you.';
  const authority = as === 'representative' ? Authority.safeParse(text(typed, 'authority')).data : undefined;
  if (as === 'representative' && !authority) errors.authority = 'Choose what lets them act for you.';
  const offered = openParts(visit.case, visit.configuration).map(({ id }) => id);
  const sections = need(readParts(typed, offered), 'sections');
  const until = need(readLastDay(typed, toIsoDate(visit.now)), 'until');
  const way = readContact(typed);
  if ('field' in way) errors[way.field] = way.message;
  if (hasErrors(errors) || !('contact' in way)) return { errors };
  const { contact } = way;
  const asked = { name, as, ...(authority && { authority }), sections, until, contact };
  return { invitation: Invitation.parse({ ...asked, id: idFor(visit, asked) }) };
};
