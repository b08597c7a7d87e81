/**
 * From a form to a change and on: parsing with the page's schema, asking the case, and answering each of the four kinds of error
 * the same way everywhere (house §7). Pages only say what to show again and where to go next.
 */
import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { type Acted, act } from '../../lib/app/act.ts';
import type { Case } from '../../lib/domain/case.ts';
import type { Command } from '../../lib/domain/command.ts';
import { webPorts } from './act-ports.ts';
import { ConflictPage, ForbiddenPage, NotFoundPage } from './kit/error-pages.tsx';
import type { FieldErrors } from './kit/error-summary.tsx';
import type { Html } from './kit/html.ts';
import { type Answer, type CaseVisit, goTo, type SignedInVisit, show, type Typed } from './page.ts';
import { typedRows, WHOLE_PAGE } from './typed-rows.ts';

export { WHOLE_PAGE };

/** The page's value, or one message per field to show beside it. */
export const readForm = <T,>(schema: z.ZodType<T>, value: unknown): { value: T } | { errors: FieldErrors } => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) errors[path.join('-') || WHOLE_PAGE] ??= message;
  return { errors };
};

type Next = {
  /** Where a success leads; it may depend on what came of it. */
  readonly to: string | ((after: Case) => string);
  /** The page again, with what is wrong. What was typed must still be in it. */
  readonly again: (errors: FieldErrors) => Html;
  /** The field a refusal is about, when it is about one. */
  readonly field?: string | undefined;
  readonly typed?: Typed | undefined;
};

const NOBODY_ELSE = 'Ask your team who holds this work, or call us.';

/** Answers what the case answered: on to `then`, the page again with the refusal, or the page for a conflict. */
export const settle = (visit: SignedInVisit, acted: Acted, { to, again, field, typed }: Next): Answer => {
  if (acted.done) return goTo(typeof to === 'string' ? to : to(acted.case));
  if (acted.why === 'absent') return show(<NotFoundPage frame={visit.frame} />, 404);
  if (acted.why === 'conflict')
    return show(
      <ConflictPage frame={visit.frame} typed={typedRows(typed)} href={typeof to === 'string' ? to : visit.c.req.path} />,
      409,
    );
  const { refused, message } = acted.refusal;
  if (refused === 'not-allowed') return show(<ForbiddenPage frame={visit.frame} sentence={message} help={NOBODY_ELSE} />, 403);
  return show(again({ [field ?? WHOLE_PAGE]: message }), 409);
};

/**
 * The form's id together with what it says. The same form sent twice acts once; one that came back from the browser's memory and was
 * changed before it was sent again is something new, and must not be taken for the old one.
 */
const requestFor = (request: string, command: Command): string =>
  createHash('sha256')
    .update(JSON.stringify([request, command]))
    .digest('base64url')
    .slice(0, 24);

/** Saying the same twice is saying it once, and coming back to an earlier answer is a new answer: these need no memory of forms. */
const SAYS_THE_SAME: readonly Command['type'][] = ['answer-question', 'confirm-answers'];

/** Asks this case for something, once per form however often it is sent, and settles the answer. */
export const askCase = async (visit: CaseVisit, command: Command, next: Next): Promise<Answer> => {
  const { actor: by, request } = visit;
  const once = SAYS_THE_SAME.includes(command.type) ? {} : { request: requestFor(request, command) };
  return settle(visit, await act(webPorts, { caseId: visit.case.id, command, by, ...once }), next);
};
