/**
 * A page about one draft: loads it with what it amounts to, and refuses what is not there. Every editor is one of these; what a change
 * is and whether it may be made is `lib/app/configuring`. Called by the pages beside it.
 */
import {
  type Configured,
  type ConfigurePorts,
  configure,
  type DraftView,
  viewDraft,
} from '../../../lib/app/configuring/configure.ts';
import type { DraftCommand } from '../../../lib/app/configuring/decide-draft.ts';
import { type DocumentFault, documentsFaults } from '../../../lib/app/configuring/documents.ts';
import type { Draft } from '../../../lib/app/configuring/draft.ts';
import type { Gathered } from '../../../lib/app/configuring/gather.ts';
import type { Operation } from '../../../lib/app/configuring/operation.ts';
import { configureWith } from '../../configure-ports.ts';
import { ConflictPage, ForbiddenPage, NotFoundPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { type Answer, count, goTo, type Page, type SignedInVisit, show, signedInPage, type Typed, text } from '../page.ts';
import { typedRows, WHOLE_PAGE } from '../typed-rows.ts';
import { OutOfStep } from './out-of-step.tsx';
import { whatCasesTeachSoon } from './what-cases-teach.ts';

export const ports: ConfigurePorts = configureWith;

/** A visit to a draft that can be worked out. `view.after` is everything as the draft would have it. */
export type DraftVisit = SignedInVisit & {
  readonly view: DraftView;
  /** What cases taught, where that is known within the time a page has. */
  readonly taught?: Gathered | undefined;
};

export const draftHref = ({ id }: Pick<Draft, 'id'>, path = ''): string => `/admin/drafts/${id}${path}`;

type DraftDoors = {
  /** After `/admin/drafts/:draft`. */
  readonly path: string;
  readonly get?: (visit: DraftVisit) => Promise<Answer>;
  readonly post?: (visit: DraftVisit, typed: Typed) => Promise<Answer>;
};

const DRAFT_ID = /^D-[A-Z0-9]{6,12}$/;

const enter = async (visit: SignedInVisit, through: (visit: DraftVisit) => Promise<Answer>): Promise<Answer> => {
  const id = visit.c.req.param('draft') ?? '';
  const view = DRAFT_ID.test(id) ? await viewDraft(ports, id) : undefined;
  if (!view) return show(<NotFoundPage frame={visit.frame} />, 404);
  // A change that fits no more is undone before anything else can be looked at.
  if ('refused' in view) return show(<OutOfStep visit={visit} draft={view.draft} message={view.message} />, 409);
  return through({ ...visit, view, taught: await whatCasesTeachSoon() });
};

export const draftPage = ({ path, get, post }: DraftDoors): Page =>
  signedInPage('configure', {
    path: `/admin/drafts/:draft${path}`,
    ...(get && { get: (visit: SignedInVisit) => enter(visit, get) }),
    ...(post && { post: (visit: SignedInVisit, typed: Typed) => enter(visit, (known) => post(known, typed)) }),
  });

/** What keeps this draft from being published, worst first as they are found. */
export const faultsOf = ({ view }: DraftVisit): readonly DocumentFault[] => documentsFaults(view.after);

export type Next = {
  readonly to: string | ((draft: Draft) => string);
  /** The page again with what is wrong; what was typed must still be in it. */
  readonly again: (errors: FieldErrors) => Html;
  /** The field a refusal is about. */
  readonly field?: string | undefined;
  readonly typed?: Typed | undefined;
};

type Refused = Exclude<Configured, { done: true }>;

const refusedAs = (visit: SignedInVisit, { why, message, faults = [] }: Refused, { again, field, typed, to }: Next): Answer => {
  if (why === 'absent') return show(<NotFoundPage frame={visit.frame} />, 404);
  if (why === 'not-allowed')
    return show(<ForbiddenPage frame={visit.frame} sentence={message} help="Ask who looks after this." />, 403);
  if (why === 'conflict' && typed)
    return show(
      <ConflictPage frame={visit.frame} typed={typedRows(typed)} href={typeof to === 'string' ? to : visit.c.req.path} />,
      409,
    );
  const [first] = faults;
  const said = first ? `${message} The first is: ${first.message}` : message;
  return show(again({ [field ?? WHOLE_PAGE]: said }), 409);
};

/** On to `to`, or the page again with the one sentence of the refusal. */
export const settleDraft = (visit: SignedInVisit, configured: Configured, next: Next): Answer => {
  if (!configured.done) return refusedAs(visit, configured, next);
  return goTo(typeof next.to === 'string' ? next.to : next.to(configured.draft));
};

/** Does something to the draft of this visit, once per form however often it is sent. */
export const askDraft = async (
  visit: DraftVisit,
  command: Exclude<DraftCommand, { type: 'start-draft' }>,
  next: Next,
): Promise<Answer> => {
  const { draft } = visit.view;
  const revision = next.typed ? count(next.typed, 'revision') : undefined;
  const asked = { draftId: draft.id, by: visit.actor, command, request: visit.request, ...(revision && { revision }) };
  return settleDraft(visit, await configure(ports, asked), next);
};

/** One change, with the reason typed on the form. Without one the form comes back: whoever reads it in a year has to know why. */
export const changeDraft = async (
  visit: DraftVisit,
  operation: Operation,
  typed: Typed,
  next: Omit<Next, 'typed'>,
): Promise<Answer> => {
  const reason = text(typed, 'reason').trim();
  if (reason === '') return show(next.again({ reason: 'Say why, in a few words. It is kept with the change.' }), 422);
  return askDraft(visit, { type: 'change-draft', operation, reason: reason.slice(0, 500) }, { ...next, typed });
};
