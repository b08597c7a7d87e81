/** Makes the visit of a request: session, council, frame, form token. What it lacks is answered here, before any page runs. */
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Session } from '../../lib/app/ports.ts';
import { clock } from '../../lib/aws/clock.ts';
import { configurations } from '../../lib/aws/configurations.ts';
import { environment } from '../../lib/aws/env.ts';
import { type Action, isStaff, may } from '../../lib/domain/permission.ts';
import { ADMIN, WORK } from './home.ts';
import type { NavItem, PageFrame } from './kit/page-frame.ts';
import { type Typed, text, type Visit } from './page.ts';
import { readerOf, readingClasses } from './reader.ts';
import { csrfToken } from './session.ts';

/** Of these, everybody sees what they may open. */
const STAFF_NAV: readonly (NavItem & { readonly who: Action })[] = [
  { text: 'Work', href: WORK, who: 'view-work' },
  { text: 'To answer', href: '/replies', who: 'view-work' },
  { text: 'Reviews', href: '/reviews', who: 'view-work' },
  { text: 'Administration', href: ADMIN, who: 'configure' },
];
const PERSON_NAV: readonly NavItem[] = [{ text: 'Home', href: '/my' }];

const navigation = (path: string, session: Session | undefined): NavItem[] => {
  if (!session) return [];
  const { actor } = session;
  const items = isStaff(actor) ? STAFF_NAV.filter(({ who }) => may(actor, who)) : PERSON_NAV;
  return items.map(({ text, href }) => ({ text, href, current: path === href || path.startsWith(`${href}/`) }));
};

const REQUEST_ID = /^[0-9a-f-]{36}$/;

/** The id of a form: a fresh one when it is drawn, its own when it comes back. */
const requestId = (typed: Typed | undefined): string => {
  const sent = typed ? text(typed, 'request') : '';
  return REQUEST_ID.test(sent) ? sent : randomUUID();
};

export const visitOf = async (c: Context, session: Session | undefined, typed?: Typed): Promise<Visit> => {
  const published = await configurations.current();
  if (!published) throw new Error('no configuration is published');
  const { bundle } = published;
  const { council } = bundle;
  const reading = readerOf(c);
  const frame: PageFrame = {
    council,
    service: { name: council.service, href: '/' },
    nav: navigation(c.req.path, session),
    demonstration: environment.SIGN_IN === 'demo',
    look: readingClasses(reading),
    ...(session && { actor: { name: session.actor.name, signOutHref: '/sign-out' } }),
  };
  return { c, session, bundle, frame, csrf: csrfToken(session), request: requestId(typed), now: clock(), reading };
};
