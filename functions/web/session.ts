/**
 * The session cookie and the form token that hangs on it. Where sessions are kept is a port; how people sign in is
 * `public/sign-in.tsx`, the one seam for it.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Session } from '../../lib/app/ports.ts';
import { sessionFinder } from '../../lib/aws/session-find.ts';
import { sessions } from '../../lib/aws/sessions.ts';
import type { Actor } from '../../lib/domain/actor.ts';

// Sessions keep real time, whatever day the service is asked to look at: a browser does too.
const ON_A_LAPTOP = /^(127\.0\.0\.1|localhost)(:\d+)?$/;
/** Whether this host is the reader's own machine, which has no TLS. */
export const isOnALaptop = (host: string): boolean => ON_A_LAPTOP.test(host);

/** Browsers keep a `__Host-` cookie only over TLS, which a laptop does not have. */
const cookie = (c: Context) => {
  const laptop = isOnALaptop(c.req.header('host') ?? '');
  return { name: laptop ? 'ownway' : '__Host-ownway', secure: !laptop };
};

export const currentSession = async (c: Context): Promise<Session | undefined> => {
  const id = getCookie(c, cookie(c).name);
  return id && id.length < 100 ? sessionFinder.find(id, new Date()) : undefined;
};

export const beginSession = async (c: Context, actor: Actor): Promise<void> => {
  const session = await sessions.begin(actor, new Date());
  const { name, secure } = cookie(c);
  setCookie(c, name, session.id, { path: '/', httpOnly: true, sameSite: 'Lax', secure });
};

export const endSession = async (c: Context, session: Session | undefined): Promise<void> => {
  if (session) await sessions.end(session.id);
  const { name, secure } = cookie(c);
  deleteCookie(c, name, { path: '/', secure });
};

/** The token that every form of this session carries. Someone else's page cannot know it. */
export const csrfToken = (session: Session | undefined): string =>
  session ? createHash('sha256').update(`form ${session.id}`).digest('base64url') : '';

/** Whether a form came from one of our own pages in this session. Without a session only the browser's word on origin counts. */
export const isOurForm = (c: Context, session: Session | undefined, token: string): boolean => {
  const origin = c.req.header('origin');
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== c.req.header('host'))) return false;
  if (c.req.header('sec-fetch-site') === 'cross-site') return false;
  if (!session) return true;
  const expected = Buffer.from(csrfToken(session));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
};
