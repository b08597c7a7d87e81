/**
 * What a page is: a path, who may try it, what it shows, what its form does. One file is one page; `pages.ts` lists them all, and
 * the route × role test walks that list. How requests reach a page is `app.ts`.
 */
import type { Context } from 'hono';
import type { Bundle } from '../../lib/app/configuration.ts';
import type { Session } from '../../lib/app/ports.ts';
import type { Actor } from '../../lib/domain/actor.ts';
import type { Case } from '../../lib/domain/case.ts';
import type { Configuration } from '../../lib/domain/configuration.ts';
import type { Action, Subject } from '../../lib/domain/permission.ts';
import type { Reader } from '../../lib/domain/text.ts';
import type { Html } from './kit/html.ts';
import type { PageFrame } from './kit/page-frame.ts';
import type { Reading } from './reader.ts';

/** One request, after the session, the council and the form token have been seen to. */
export type Visit = {
  readonly c: Context;
  readonly session: Session | undefined;
  readonly bundle: Bundle;
  readonly frame: PageFrame;
  /** For `<Form>`: the session's token, and an id that stays the same when the form is drawn again after a mistake. */
  readonly csrf: string;
  readonly request: string;
  readonly now: Date;
  /** The reader’s own wishes for how pages look and read. */
  readonly reading: Reading;
};
export type SignedInVisit = Visit & { readonly session: Session; readonly actor: Actor };
/** A visit to a case that this actor may see. */
export type CaseVisit = SignedInVisit & {
  readonly case: Case;
  readonly configuration: Configuration;
  /** For `may`: whose case this is and who was let in, today. */
  readonly subject: Subject;
  /** How this actor reads: their own register, and “they” instead of “you” when it is about somebody else. */
  readonly reader: Reader;
};

/** What was typed: one value per field, or all of them where a name repeats (checkboxes). */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** Something to keep, sent as an attachment: `name` is what the browser saves it as, `type` its content type. */
export type FileAnswer = { readonly name: string; readonly type: string; readonly body: string };

export type Answer =
  | { readonly show: Html; readonly status: 200 | 400 | 403 | 404 | 409 | 410 | 422 }
  | { readonly goTo: string }
  | { readonly file: FileAnswer };

export const show = (html: Html, status: 200 | 400 | 403 | 404 | 409 | 410 | 422 = 200): Answer => ({ show: html, status });
/** After a change: the browser fetches the page anew, so reloading it never sends the form again. */
export const goTo = (path: string): Answer => ({ goTo: path });
/** @example download({ name: 'rules.json', type: 'application/json', body: '{}' }) */
export const download = (file: FileAnswer): Answer => ({ file });

export type Doors<V> = {
  readonly path: string;
  readonly get?: (visit: V) => Promise<Answer>;
  readonly post?: (visit: V, typed: Typed) => Promise<Answer>;
};

/** `open`: anyone. `signed-in`: `who` may try, on nobody's case in particular. `case`: `who` may try, on the case in the path. */
export type Page =
  | ({ readonly kind: 'open' } & Doors<Visit>)
  | ({ readonly kind: 'signed-in'; readonly who: Action } & Doors<SignedInVisit>)
  | ({ readonly kind: 'case'; readonly who: Action } & Doors<CaseVisit>);

export const openPage = (doors: Doors<Visit>): Page => ({ kind: 'open', ...doors });
export const signedInPage = (who: Action, doors: Doors<SignedInVisit>): Page => ({ kind: 'signed-in', who, ...doors });
/** The path must hold `:caseId`. Someone who may not see the case is told the page does not exist. */
export const casePage = (who: Action, doors: Doors<CaseVisit>): Page => ({ kind: 'case', who, ...doors });

/** A field as one string; empty when it was not sent. */
export const text = (typed: Typed, field: string): string => {
  const value = typed[field];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
};
/** A field as a whole number; `undefined` when it is none. */
export const count = (typed: Typed, field: string): number | undefined => {
  const value = text(typed, field);
  return /^\d{1,6}$/.test(value) ? Number(value) : undefined;
};
/** A repeated field as a list. */
export const list = (typed: Typed, field: string): readonly string[] => {
  const value = typed[field];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};
