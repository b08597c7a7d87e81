/**
 * Changes that only make sense together, such as a question added to the bank and asked in a form: each is tried before the first is
 * kept, so that nothing is left half done. Each stands in the list of changes by itself and is undone by itself.
 */
import { configure } from '../../../lib/app/configuring/configure.ts';
import type { Documents } from '../../../lib/app/configuring/documents.ts';
import { apply, isCannot, type Operation } from '../../../lib/app/configuring/operation.ts';
import { type Answer, count, show, type Typed, text } from '../page.ts';
import { WHOLE_PAGE } from '../typed-rows.ts';
import { type DraftVisit, type Next, ports, settleDraft } from './draft-page.tsx';

/** Why one of them cannot be done after those before it; nothing where all can. */
const whyNot = (documents: Documents, operations: readonly Operation[]): string | undefined => {
  let after = documents;
  for (const operation of operations) {
    const next = apply(after, operation);
    if (isCannot(next)) return next.cannot;
    after = next;
  }
  return undefined;
};

/** Makes all of `operations` with the one reason of the form, in order. What is sent twice is made once. */
export const changeTogether = async (
  visit: DraftVisit,
  operations: readonly Operation[],
  typed: Typed,
  next: Omit<Next, 'typed'>,
): Promise<Answer> => {
  const cannot = whyNot(visit.view.after, operations);
  if (cannot !== undefined) return show(next.again({ [next.field ?? WHOLE_PAGE]: cannot }), 409);
  const reason = text(typed, 'reason').trim().slice(0, 500);
  let revision = count(typed, 'revision');
  for (const [place, operation] of operations.entries()) {
    const asked = { draftId: visit.view.draft.id, by: visit.actor, revision };
    // The first has the form's own id, so that the form sent again is known by it.
    const request = place === 0 ? visit.request : `${visit.request}-${place}`;
    const done = await configure(ports, { ...asked, command: { type: 'change-draft', operation, reason }, request });
    if (!done.done || place === operations.length - 1) return settleDraft(visit, done, { ...next, typed });
    revision = done.draft.revision;
  }
  return show(next.again({ [WHOLE_PAGE]: 'There was nothing to change.' }), 409);
};
