/**
 * The rules of coming back without an account: how long a link and a code last, how often a code may be tried and sent, when a link is
 * dead. Pure: the time comes in as `now`, and of a code only its hash is seen here. Where links are kept is a port (`Access`).
 */
import type { Case } from '../domain/case.ts';
import { type Contact, type Grant, isInForce } from '../domain/circle.ts';
import type { Signed } from '../domain/event.ts';
import { email, phone } from '../domain/formats.ts';

export const LINK_DAYS = 28;
export const CODE_MINUTES = 10;
/** Wrong codes since somebody last came in by the link. The last of them ends the link. */
export const TRIES = 5;
export const CODES_AN_HOUR = 5;
/** For one case, so that nobody is pestered; in all, so that nobody uses us to flood a stranger, and a care home can still share one. */
export const LINKS_AN_HOUR = { forOneCase: 5, inAll: 20 } as const;
/** How long a lost link can be asked for again after the last one was sent. Every review falls within it. */
export const REMEMBERED_DAYS = 400;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const after = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();

export type LinkKind = 'return' | 'invitation';

/** Who comes in by it, to which case. Neither the link's address nor a code can be read from here. */
export type Link = {
  readonly caseId: string;
  readonly actor: Signed;
  readonly kind: LinkKind;
  readonly contact: Contact;
  readonly until: string;
  readonly wrong: number;
  readonly dead?: true;
  readonly code?: { readonly hash: string; readonly until: string };
  /** When codes were sent, within the last hour. */
  readonly codesSent: readonly string[];
};

/** Where the links of one person to one case go now. A link that went anywhere else is worthless. */
export type Destination = { readonly contact: Contact; readonly linkUntil: string; readonly until: string };

/** Links sent to one contact within the last hour. */
export type Sends = readonly { readonly at: string; readonly caseId: string }[];

/** What a rule answers, and what is to be kept instead of what was there; nothing is written when there is no `next`. */
export type Change<T, A> = { readonly answer: A; readonly next?: T };

export const newLink = (given: Pick<Link, 'caseId' | 'actor' | 'kind' | 'contact'>, now: Date): Link => ({
  ...given,
  until: after(now, LINK_DAYS * DAY),
  wrong: 0,
  codesSent: [],
});

export const destinationOf = ({ contact, until }: Link, now: Date): Destination => ({
  contact,
  linkUntil: until,
  until: after(now, REMEMBERED_DAYS * DAY),
});

export const isLive = ({ dead, wrong, until }: Link, now: Date): boolean => !dead && wrong < TRIES && until > now.toISOString();

const isLasting = (code: Link['code'], now: Date): code is NonNullable<Link['code']> =>
  code !== undefined && code.until > now.toISOString();

/** Whether a code was sent that can still be typed. */
export const waitsForCode = ({ code }: Link, now: Date): boolean => isLasting(code, now);

export const triesLeft = ({ wrong }: Link): number => Math.max(0, TRIES - wrong);

const withinTheHour = (at: string, now: Date): boolean => at > after(now, -HOUR);

/** A new code takes the place of the old one. The tries of the link go on being counted. */
export const newCode = (link: Link, hash: string, now: Date): Change<Link, 'made' | 'too-many' | 'dead'> => {
  if (!isLive(link, now)) return { answer: 'dead' };
  const codesSent = link.codesSent.filter((at) => withinTheHour(at, now));
  if (codesSent.length >= CODES_AN_HOUR) return { answer: 'too-many' };
  const code = { hash, until: after(now, CODE_MINUTES * MINUTE) };
  return { answer: 'made', next: { ...link, code, codesSent: [...codesSent, now.toISOString()] } };
};

/** Looks at every letter, so that the time it takes says nothing. */
const isSame = (one: string, other: string): boolean =>
  one.length === other.length &&
  [...one].reduce((differs, letter, place) => differs | (letter.charCodeAt(0) ^ other.charCodeAt(place)), 0) === 0;

export type Tried =
  | { readonly is: 'right' }
  | { readonly is: 'wrong'; readonly left: number }
  /** None was sent, it ran out, or it was used. That is no try: there is nothing to guess. */
  | { readonly is: 'no-code' }
  | { readonly is: 'dead' };

/** One try. The code is gone once it was right; after the last wrong try so is the link. */
export const tryCode = (link: Link, hash: string, now: Date): Change<Link, Tried> => {
  if (!isLive(link, now)) return { answer: { is: 'dead' } };
  const { code, ...rest } = link;
  if (!isLasting(code, now)) return { answer: { is: 'no-code' } };
  if (isSame(code.hash, hash)) return { answer: { is: 'right' }, next: { ...rest, wrong: 0 } };
  const tried = { ...link, wrong: link.wrong + 1 };
  const left = triesLeft(tried);
  if (left > 0) return { answer: { is: 'wrong', left }, next: tried };
  return { answer: { is: 'dead' }, next: { ...rest, wrong: tried.wrong, dead: true } };
};

/** Counts one more link to a contact, or refuses it. */
export const countSend = (sent: Sends, caseId: string, now: Date): Change<Sends, 'may-send' | 'too-many'> => {
  const recent = sent.filter(({ at }) => withinTheHour(at, now));
  const forThisCase = recent.filter((each) => each.caseId === caseId);
  if (forThisCase.length >= LINKS_AN_HOUR.forOneCase || recent.length >= LINKS_AN_HOUR.inAll) return { answer: 'too-many' };
  return { answer: 'may-send', next: [...recent, { at: now.toISOString(), caseId }] };
};

/**
 * One spelling for each contact, to compare by: addresses in small letters, numbers in full and without spaces.
 * @example contactKey({ by: 'text', to: '07700 900123' }) // 'text:+447700900123'
 */
export const contactKey = ({ by, to }: Contact): string => {
  if (by === 'email') return `email:${to.trim().toLowerCase()}`;
  const digits = to.replace(/\D/g, '');
  const abroad = to.trim().startsWith('+') ? digits : digits.replace(/^00/, '').replace(/^0/, '44');
  return `text:+${abroad.replace(/^440/, '44')}`;
};

export const isSameContact = (one: Contact, other: Contact): boolean => contactKey(one) === contactKey(other);

/** @example emailContact(' ada@example.org ') // { by: 'email', to: 'ada@example.org' } */
export const emailContact = (typed: string): Contact | undefined => {
  const to = email(typed);
  return to === undefined ? undefined : { by: 'email', to };
};

/** A number that can get a text message: a mobile of this country, or a number abroad. A landline is none. */
export const textContact = (typed: string): Contact | undefined => {
  const to = phone(typed);
  if (to === undefined) return undefined;
  const contact: Contact = { by: 'text', to };
  const key = contactKey(contact);
  return /^text:\+447\d{9}$/.test(key) || (to.startsWith('+') && !key.startsWith('text:+44')) ? contact : undefined;
};

/** Either of the two, as typed into one box. */
export const contactFrom = (typed: string): Contact | undefined =>
  typed.includes('@') ? emailContact(typed) : textContact(typed);

/**
 * Enough to know it by, too little to learn it from.
 * @example hintOf({ by: 'email', to: 'sam@example.org' }) // 's…@example.org'
 * @example hintOf({ by: 'text', to: '07700 900123' }) // 'the number that ends in 123'
 */
export const hintOf = ({ by, to }: Contact): string => {
  if (by === 'text') return `the number that ends in ${to.replace(/\D/g, '').slice(-3)}`;
  const [local = '', domain = ''] = to.split(/@(?=[^@]*$)/);
  return `${local.length > 1 ? [...local][0] : ''}…@${domain}`;
};

type People = Pick<Case, 'person' | 'circle'>;

const isOver = ({ ended, until }: Grant, today: string): boolean => ended !== undefined || until < today;

/** `papers`: invited to act for the person, and a worker has yet to see by what right. `over`: not, or not any more, one of them. */
export const wayFor = ({ person, circle }: People, actorId: string, today: string): 'open' | 'papers' | 'over' => {
  if (person.id === actorId) return 'open';
  const grant = circle.find(({ id }) => id === actorId);
  if (!grant || isOver(grant, today)) return 'over';
  return isInForce(grant, today) ? 'open' : 'papers';
};

/** Everybody who may have a link to this case: the person, and those who are invited now. */
export const whoMayCome = ({ person, circle }: People, today: string): Signed[] => [
  { id: person.id, name: person.name },
  ...circle.filter((grant) => !isOver(grant, today)).map(({ id, name }) => ({ id, name })),
];
