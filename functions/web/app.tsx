/**
 * A web application: the pages it is given behind one set of rules for sessions, forms, permission, size and headers. The same on AWS
 * (`web.ts`, `admin/admin.ts`) and in tests. It knows no page, no case and no rule of the domain.
 */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { log } from '../../lib/aws/log.ts';
import { may } from '../../lib/domain/permission.ts';
import type { CaseDoor } from './case-door.ts';
import { FaultPage, ForbiddenPage, NotFoundPage, SignedOutPage, TooLargePage } from './kit/error-pages.tsx';
import type { Html } from './kit/html.ts';
import type { Answer, Doors, FileAnswer, Page, SignedInVisit, Typed, Visit } from './page.ts';
import { currentSession, isOurForm } from './session.ts';
import { visitOf } from './visit.ts';

/** What one function serves. */
export type Site = {
  readonly pages: readonly Page[];
  /** Opens the pages about a case. A site without such pages has none, and its function may then reach no case. */
  readonly cases?: CaseDoor;
  /** Adds what is no page, such as style sheets: it comes before the pages, and browsers may keep it. */
  readonly besides?: (app: Hono) => void;
  /** The most a form may hold, in bytes as they are sent; 200 KB when left out. */
  readonly largestForm?: number;
};

/** Forty plan lines and long stories stay well below. */
const LARGEST_FORM = 200 * 1024;
/** @example inWords(1_572_864) // '1.5 MB' */
const inWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.floor(bytes / 1024)} KB` : `${Math.floor((bytes / 1024 / 1024) * 10) / 10} MB`;

/** Pages are words and forms: whatever a device could be asked for, none of them asks. */
const NOTHING_OF_THE_DEVICE = {
  camera: [],
  displayCapture: [],
  geolocation: [],
  microphone: [],
  payment: [],
  usb: [],
};

type Status = 200 | 400 | 403 | 404 | 409 | 410 | 413 | 422 | 500;
const html = (c: Context, page: Html, status: Status = 200): Response | Promise<Response> => c.html(page, status);

const notFound = (visit: Visit) => html(visit.c, <NotFoundPage frame={visit.frame} />, 404);

const signedIn = (visit: Visit): SignedInVisit | undefined =>
  visit.session && { ...visit, session: visit.session, actor: visit.session.actor };

const forbidden = (visit: Visit, sentence: string) =>
  html(
    visit.c,
    <ForbiddenPage frame={visit.frame} sentence={sentence} help="If you think you should be able to, ask your manager." />,
    403,
  );

/** A name with anything but letters, figures, dots and dashes could end the header it stands in. */
export const attachment = (c: Context, { name, type, body }: FileAnswer): Response =>
  c.body(body, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}"`,
  });

const send = (visit: Visit, answer: Answer): Response | Promise<Response> => {
  if ('goTo' in answer) return visit.c.redirect(answer.goTo, 303);
  return 'file' in answer ? attachment(visit.c, answer.file) : html(visit.c, answer.show, answer.status);
};

/** Through which of a page's doors a request comes. */
type Door = <V>(page: Doors<V>, visit: V) => Promise<Answer> | undefined;

const enter = async (page: Page, visit: Visit, door: Door, cases: CaseDoor | undefined) => {
  const through = async (answer: Promise<Answer> | undefined) => (answer ? send(visit, await answer) : notFound(visit));
  if (page.kind === 'open') return through(door(page, visit));
  const known = signedIn(visit);
  if (!known) return html(visit.c, <SignedOutPage frame={visit.frame} signInHref="/sign-in" />, 403);
  if (page.kind === 'signed-in') {
    if (!may(known.actor, page.who)) return forbidden(visit, 'This page is for people with another role.');
    return through(door(page, known));
  }
  const found = (await cases?.(known, page)) ?? 'absent';
  if (found === 'absent') return notFound(visit);
  if (found === 'forbidden') return forbidden(visit, 'This part of the case is for people with another role.');
  return through(door(page, found));
};

/** What was typed. No page of ours takes a file, so one that is sent all the same counts as nothing typed. */
const wordsIn = (body: Record<string, unknown>): Typed =>
  Object.fromEntries(
    Object.entries(body).flatMap(([field, value]): [string, string | string[]][] => {
      if (typeof value === 'string') return [[field, value]];
      return Array.isArray(value) ? [[field, value.filter((each) => typeof each === 'string')]] : [];
    }),
  );

const addPage = (app: Hono, page: Page, cases: CaseDoor | undefined): void => {
  if (page.kind === 'case' && !cases) throw new Error(`${page.path} is about a case, and this site opens none.`);
  if (page.get) {
    app.get(page.path, async (c) =>
      enter(page, await visitOf(c, await currentSession(c)), (doors, visit) => doors.get?.(visit), cases),
    );
  }
  if (page.post) {
    app.post(page.path, async (c) => {
      const session = await currentSession(c);
      const typed = wordsIn(await c.req.parseBody({ all: true }));
      const visit = await visitOf(c, session, typed);
      const token = typeof typed.csrf === 'string' ? typed.csrf : '';
      if (!isOurForm(c, session, token))
        return forbidden(visit, 'This form did not come from this site, or you signed in again since.');
      return enter(page, visit, (doors, known) => doors.post?.(known, typed), cases);
    });
  }
};

const fault = async (error: Error, c: Context) => {
  const reference = Math.random().toString(36).slice(2, 10);
  log('a page failed', { reference, path: c.req.routePath, error: error.name, stack: error.stack?.split('\n', 3).join(' | ') });
  try {
    const visit = await visitOf(c, undefined);
    return html(c, <FaultPage frame={visit.frame} reference={reference} />, 500);
  } catch {
    return c.text(`Sorry, something went wrong. It is our fault. Reference: ${reference}`, 500);
  }
};

/** The application for `site`. Refuses a page about a case where nothing opens cases. */
export const webApp = ({ pages, cases, besides, largestForm = LARGEST_FORM }: Site): Hono => {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      permissionsPolicy: NOTHING_OF_THE_DEVICE,
    }),
  );
  besides?.(app);
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.use(
    bodyLimit({
      maxSize: largestForm,
      onError: async (c) =>
        html(c, <TooLargePage frame={(await visitOf(c, undefined)).frame} limit={inWords(largestForm)} />, 413),
    }),
  );
  for (const page of pages) addPage(app, page, cases);
  app.notFound(async (c) => notFound(await visitOf(c, await currentSession(c))));
  app.onError(fault);
  return app;
};
