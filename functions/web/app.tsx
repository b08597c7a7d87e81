/**
 * The web application: every page of `pages.ts` behind one set of rules for sessions, forms, permission, size and headers. The same
 * app on AWS (`web.ts`) and in tests. It knows no page and no rule of the domain.
 */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { configurationOf } from '../../lib/app/configuration.ts';
import { configurations } from '../../lib/aws/configurations.ts';
import { log } from '../../lib/aws/log.ts';
import { toIsoDate } from '../../lib/domain/calendar.ts';
import type { Case } from '../../lib/domain/case.ts';
import { may, subjectOf } from '../../lib/domain/permission.ts';
import { actPorts } from '../ports.ts';
import { asset } from './assets.ts';
import { health } from './health.ts';
import { FaultPage, ForbiddenPage, NotFoundPage, SignedOutPage, TooLargePage } from './kit/error-pages.tsx';
import type { Html } from './kit/html.ts';
import { noteRead } from './note-read.ts';
import type { Answer, CaseVisit, Doors, FileAnswer, Page, SignedInVisit, Typed, Visit } from './page.ts';
import { pages } from './pages.ts';
import { readerFromFacts, readerOf, readingClasses } from './reader.ts';
import { currentSession, isOurForm } from './session.ts';
import { visitOf } from './visit.ts';

/** No page of ours sends more: forty plan lines and long stories stay well below. */
const LARGEST_FORM = 200 * 1024;
const CASE_ID = /^C-[A-Z0-9]{4,20}$/;

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

/** Whoever began without an account is called by the name they have told us since, and signs with it. */
const byTheirName = (visit: SignedInVisit, { person }: Case): SignedInVisit => {
  const { actor, frame } = visit;
  if (actor.id !== person.id || actor.name === person.name) return visit;
  const { name } = person;
  return { ...visit, actor: { ...actor, name }, frame: { ...frame, ...(frame.actor && { actor: { ...frame.actor, name } }) } };
};

/** How this reader reads a case: as they chose on this device; where they never have, as the person's own profile asks. */
const readingOf = (visit: SignedInVisit, state: Case) => {
  const own = visit.actor.id === state.person.id;
  const reading = own ? readerOf(visit.c, readerFromFacts(state.facts)) : visit.reading;
  const { easy, language } = reading;
  return { ...visit, reading, frame: { ...visit.frame, look: readingClasses(reading) }, reader: { easy, language, about: !own } };
};

/** The visit to the case in the path, or nothing: a case that is absent and one that is not theirs look the same. */
const caseVisit = async (
  visit: SignedInVisit,
  page: Extract<Page, { kind: 'case' }>,
): Promise<CaseVisit | 'absent' | 'forbidden'> => {
  const caseId = visit.c.req.param('caseId') ?? '';
  const stored = CASE_ID.test(caseId) ? await actPorts.cases.load(caseId) : undefined;
  const subject = stored && subjectOf(stored.case, toIsoDate(visit.now));
  // Whoever helps with a part may see that part and nothing else of the case, not even that there is more.
  if (!stored || !subject || !(may(visit.actor, 'view-case', subject) || may(visit.actor, page.who, subject))) return 'absent';
  if (!may(visit.actor, page.who, subject)) return 'forbidden';
  const published = await configurations.version(stored.case.configuration);
  if (!published) throw new Error(`configuration ${stored.case.configuration} is gone`);
  return {
    ...readingOf(byTheirName(visit, stored.case), stored.case),
    case: stored.case,
    configuration: configurationOf(published.bundle, stored.case.pathway),
    subject,
  };
};

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

const enter = async (page: Page, visit: Visit, door: Door) => {
  const through = async (answer: Promise<Answer> | undefined) => (answer ? send(visit, await answer) : notFound(visit));
  if (page.kind === 'open') return through(door(page, visit));
  const known = signedIn(visit);
  if (!known) return html(visit.c, <SignedOutPage frame={visit.frame} signInHref="/sign-in" />, 403);
  if (page.kind === 'signed-in') {
    if (!may(known.actor, page.who)) return forbidden(visit, 'This page is for people with another role.');
    return through(door(page, known));
  }
  const found = await caseVisit(known, page);
  if (found === 'absent') return notFound(visit);
  if (found === 'forbidden') return forbidden(visit, 'This part of the case is for people with another role.');
  await noteRead(found);
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

const addPage = (app: Hono, page: Page): void => {
  if (page.get) {
    app.get(page.path, async (c) => enter(page, await visitOf(c, await currentSession(c)), (doors, visit) => doors.get?.(visit)));
  }
  if (page.post) {
    app.post(page.path, async (c) => {
      const session = await currentSession(c);
      const typed = wordsIn(await c.req.parseBody({ all: true }));
      const visit = await visitOf(c, session, typed);
      const token = typeof typed.csrf === 'string' ? typed.csrf : '';
      if (!isOurForm(c, session, token))
        return forbidden(visit, 'This form did not come from this site, or you signed in again since.');
      return enter(page, visit, (doors, known) => doors.post?.(known, typed));
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

export const webApp = (): Hono => {
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
  app.get('/assets/:name', asset);
  app.get('/health', health);
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.use(
    bodyLimit({
      maxSize: LARGEST_FORM,
      onError: async (c) => html(c, <TooLargePage frame={(await visitOf(c, undefined)).frame} limit="200 KB" />, 413),
    }),
  );
  for (const page of pages) addPage(app, page);
  app.notFound(async (c) => notFound(await visitOf(c, await currentSession(c))));
  app.onError(fault);
  return app;
};
