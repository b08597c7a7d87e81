/** Makes the visit of a request: session, council, frame, form token. What it lacks is answered here, before any page runs. */
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Session } from '../../lib/app/ports.ts';
import { clock } from '../../lib/aws/clock.ts';
import { configurations } from '../../lib/aws/configurations.ts';
import { environment } from '../../lib/aws/env.ts';
import { isStaff } from '../../lib/domain/permission.ts';
import type { NavItem, PageFrame } from './kit/page-frame.ts';
import { type Typed, text, type Visit } from './page.ts';
import { readerOf, readingClasses } from './reader.ts';
import { csrfToken } from './session.ts';

const STAFF_NAV: readonly NavItem[] = [
  { text: 'Work', href: '/work' },
  { text: 'To answer', href: '/replies' },
  { text: 'Reviews', href: '/reviews' },
];
const PERSON_NAV: readonly NavItem[] = [{ text: 'Home', href: '/my' }];

const navigation = (path: string, session: Session | undefined): NavItem[] => {
  if (!session) return [];
  const items = isStaff(session.actor) ? STAFF_NAV : PERSON_NAV;
  return items.map((item) => ({ ...item, current: path === item.href || path.startsWith(`${item.href}/`) }));
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
