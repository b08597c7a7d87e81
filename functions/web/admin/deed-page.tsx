/**
 * A small page that makes one change: it finds its thing, shows a form, reads what was typed into one operation, and goes back. Every
 * editor of forms, questions and letters is made of these; what the operation does is `lib/app/configuring`.
 */
import { idFrom } from '../../../lib/app/configuring/configure.ts';
import type { Operation } from '../../../lib/app/configuring/operation.ts';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { type Answer, goTo, type Page, show, type Typed, text } from '../page.ts';
import { changeTogether } from './change-together.ts';
import { changeDraft, type DraftVisit, draftHref, draftPage } from './draft-page.tsx';

export type Drawn<T> = {
  readonly visit: DraftVisit;
  readonly thing: T;
  /** What stands in the fields: what is so, or what was typed when the form comes back. */
  readonly typed: Typed;
  readonly errors: FieldErrors;
};

/** Several operations are made one after the other, or none of them. */
export type Reading =
  | { readonly operation: Operation }
  | { readonly operations: readonly Operation[] }
  | { readonly errors: FieldErrors };

type DeedPage<T> = {
  /** After the draft’s own address. */
  readonly path: string;
  /** Nothing for what the draft does not have: the page is then not there. */
  readonly find: (visit: DraftVisit) => T | undefined;
  readonly first?: (thing: T, visit: DraftVisit) => Typed;
  readonly draw: (drawn: Drawn<T>) => Html;
  readonly read: (thing: T, typed: Typed, visit: DraftVisit) => Reading;
  /** After the draft’s own address, from what is in this page’s own. */
  readonly to: (visit: DraftVisit) => string;
  /** The field a refusal is about. */
  readonly field?: string | undefined;
};

const SAY_WHY = 'Say why, in a few words. It is kept with the change.';

export const notThere = (visit: DraftVisit): Answer => show(<NotFoundPage frame={visit.frame} />, 404);

/** The same form sent twice, when the first has done its work: on, as if it were the first. */
export const isDone = ({ view, request }: DraftVisit): boolean =>
  view.draft.changes.some(({ id }) => id === idFrom(request, 'N'));

/** The errors of a form together with what is missing of its reason. */
export const withReason = (errors: FieldErrors, typed: Typed): FieldErrors =>
  text(typed, 'reason').trim() === '' ? { ...errors, reason: SAY_WHY } : errors;

export const deedPage = <T,>({ path, find, first, draw, read, to, field }: DeedPage<T>): Page =>
  draftPage({
    path,
    get: async (visit) => {
      const thing = find(visit);
      return thing === undefined ? notThere(visit) : show(draw({ visit, thing, typed: first?.(thing, visit) ?? {}, errors: {} }));
    },
    post: async (visit, typed) => {
      const next = draftHref(visit.view.draft, to(visit));
      if (isDone(visit)) return goTo(next);
      const thing = find(visit);
      if (thing === undefined) return notThere(visit);
      const again = (errors: FieldErrors) => draw({ visit, thing, typed, errors });
      const found = read(thing, typed, visit);
      const errors = withReason('errors' in found ? found.errors : {}, typed);
      if ('errors' in found || Object.keys(errors).length > 0) return show(again(errors), 422);
      if ('operations' in found) return changeTogether(visit, found.operations, typed, { to: next, again, field });
      return changeDraft(visit, found.operation, typed, { to: next, again, field });
    },
  });
