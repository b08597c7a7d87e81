/**
 * A page of a draft with one form that does one deed: changing a thing, adding one, taking one out of a list. What was typed becomes one
 * typed operation; whether it can be done is `lib/app/configuring`. Where a page says how, what it would do is shown before it is done.
 */
import { idFrom } from '../../../lib/app/configuring/configure.ts';
import type { Documents } from '../../../lib/app/configuring/documents.ts';
import { apply, isCannot, Operation } from '../../../lib/app/configuring/operation.ts';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button } from '../kit/form.tsx';
import type { Html } from '../kit/html.ts';
import { InsetText } from '../kit/messages.tsx';
import { type Answer, goTo, type Page, show, type Typed, text } from '../page.ts';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { changeDraft, type DraftVisit, draftHref, draftPage } from './draft-page.tsx';

/** What a form is drawn with: nothing typed yet, or what was typed and what is wrong with it. */
export type Filled = { readonly errors: FieldErrors; readonly typed: Typed | undefined };
const BLANK: Filled = { errors: {}, typed: undefined };

/** What is typed, or what is stored while nothing is. @example valueIn(filled, 'title', tier.title) */
export const valueIn = ({ typed }: Filled, field: string, stored = ''): string => (typed ? text(typed, field) : stored);

export type ReadDeed = Operation | { readonly errors: FieldErrors };
export const wrong = (errors: FieldErrors): ReadDeed => ({ errors });

export type DecidedDoors<T> = {
  /** After the draft’s own address. */
  readonly path: string;
  readonly part: keyof typeof PARTS;
  /** The thing it is about. Nothing: there is no such page. */
  readonly find: (visit: DraftVisit) => T | undefined;
  readonly title: (thing: T) => string;
  /** Over the form: what there is. */
  readonly above?: (thing: T, visit: DraftVisit) => Html | null;
  /** Nothing: there is nothing to be done here, and no form. */
  readonly fields: (thing: T, filled: Filled, visit: DraftVisit) => Html | undefined;
  readonly submit: string;
  readonly read: (thing: T, typed: Typed, visit: DraftVisit) => ReadDeed;
  /** Where “Back” and a change that was made lead, after the draft’s own address. Left out: this page again. */
  readonly back?: (thing: T) => string;
  /** The field a refusal is about. */
  readonly field: string;
  /** What the draft would be like with it. Asks for a second button. */
  readonly preview?: (thing: T, visit: DraftVisit, after: Documents) => Html;
};

type Drawing<T> = { readonly visit: DraftVisit; readonly thing: T; readonly filled: Filled; readonly preview?: Html | undefined };

const LOOK = <Button text="See what it would do" kind="secondary" name="look" value="look" />;

/** The address of this page itself, without the draft's own. */
const ownPath = (visit: DraftVisit): string => visit.c.req.path.slice(draftHref(visit.view.draft).length);

const draw = <T,>(doors: DecidedDoors<T>, { visit, thing, filled, preview }: Drawing<T>): Html => {
  const { part, title, above, fields, submit, back } = doors;
  const form = fields(thing, filled, visit);
  return (
    <DraftFrame
      visit={visit}
      title={title(thing)}
      part={part}
      errors={filled.errors}
      back={back && draftHref(visit.view.draft, back(thing))}
    >
      {above?.(thing, visit)}
      {preview ? <InsetText>{preview}</InsetText> : null}
      {form ? (
        <ChangeForm
          visit={visit}
          action={ownPath(visit)}
          submit={submit}
          extra={doors.preview ? LOOK : undefined}
          errors={filled.errors}
          reason={valueIn(filled, 'reason')}
        >
          {form}
        </ChangeForm>
      ) : null}
    </DraftFrame>
  );
};

/** Shows what it would do; nothing is kept. */
const lookAt = <T,>(
  doors: DecidedDoors<T>,
  drawing: Drawing<T>,
  operation: Operation,
  preview: NonNullable<DecidedDoors<T>['preview']>,
): Answer => {
  const { visit, thing, filled } = drawing;
  const after = apply(visit.view.after, operation);
  if (isCannot(after)) {
    const errors = { [doors.field]: after.cannot };
    return show(draw(doors, { visit, thing, filled: { ...filled, errors } }), 409);
  }
  return show(draw(doors, { ...drawing, preview: preview(thing, visit, after) }));
};

const NO_REASON = 'Say why, in a few words. It is kept with the change.';

/** What the schema of operations says no to and the page's own reading let through. */
const unfit = (operation: Operation, field: string): FieldErrors => {
  const [issue] = Operation.safeParse(operation).error?.issues ?? [];
  return issue ? { [field]: issue.message } : {};
};

const send = async <T,>(doors: DecidedDoors<T>, visit: DraftVisit, thing: T, typed: Typed): Promise<Answer> => {
  const { read, back, field, preview } = doors;
  const looks = preview !== undefined && text(typed, 'look') !== '';
  const operation = read(thing, typed, visit);
  const found = 'errors' in operation ? operation.errors : unfit(operation, field);
  const errors = { ...found, ...(looks || text(typed, 'reason').trim() !== '' ? {} : { reason: NO_REASON }) };
  const filled = { typed, errors };
  if ('errors' in operation || Object.keys(errors).length > 0) return show(draw(doors, { visit, thing, filled }), 422);
  if (looks) return lookAt(doors, { visit, thing, filled }, operation, preview);
  const to = draftHref(visit.view.draft, back ? back(thing) : ownPath(visit));
  const again = (refused: FieldErrors) => draw(doors, { visit, thing, filled: { typed, errors: refused } });
  return changeDraft(visit, operation, typed, { to, again, field });
};

const isDone = ({ view, request }: DraftVisit): boolean => view.draft.changes.some(({ id }) => id === idFrom(request, 'N'));
const PARTS: Readonly<Record<'Points' | 'Charges' | 'Council', string>> = {
  Points: '/points',
  Charges: '/charges',
  Council: '/council',
};

const absent = ({ frame }: DraftVisit): Answer => show(<NotFoundPage frame={frame} />, 404);

export const decidedPage = <T,>(doors: DecidedDoors<T>): Page =>
  draftPage({
    path: doors.path,
    get: async (visit) => {
      const thing = doors.find(visit);
      return thing === undefined ? absent(visit) : show(draw(doors, { visit, thing, filled: BLANK }));
    },
    post: async (visit, typed) => {
      const thing = doors.find(visit);
      if (thing !== undefined && !isDone(visit)) return send(doors, visit, thing, typed);
      // The same form sent twice: what it took out is not there any more, and that is no mistake.
      return isDone(visit) ? goTo(draftHref(visit.view.draft, PARTS[doors.part])) : absent(visit);
    },
  });
