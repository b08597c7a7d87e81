/** What tests ask of edits and the product does not: every kind there is, the edits that undo one, how far one reaches. Not a test itself. */
import { changedDocuments } from '../../../lib/app/configuring/difference-kind.ts';
import type { Documents } from '../../../lib/app/configuring/documents.ts';
import { type EditKind, gravest } from '../../../lib/app/configuring/kind-of-place.ts';
import { Operation } from '../../../lib/app/configuring/operation.ts';

/** The name of every kind of operation. */
export const OPERATION_TYPES: readonly Operation['type'][] = Operation.options.map(({ shape }) => shape.type.value);

/** The operations that make `before` again out of `after`, one for each document that differs. */
export const inverse = (before: Documents, after: Documents): Operation[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => before[path] !== after[path])
    .map((path): Operation => {
      const was = before[path];
      return was === undefined
        ? { type: 'remove-document', path }
        : { type: 'put-document', path, json: was as Record<string, unknown> };
    });

/** The gravest kind of edit between the two, over every council in them. */
export const kindBetween = (before: Documents, after: Documents): EditKind =>
  gravest(changedDocuments(before, after).map(({ kind }) => kind));
