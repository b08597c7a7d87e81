/**
 * A change to what a council decides, as a typed operation: what is done to which thing, and never a whole edited file where a word
 * would do. Pure: documents in, documents out. Every operation can be turned round, and whatever it does not name stays as it was.
 * This is the list of them; each area's are in `operations/`.
 */
import * as z from 'zod';
import type { Documents } from './documents.ts';
import { APPROVAL_DEEDS } from './operations/approvals.ts';
import { CHARGING_DEEDS } from './operations/charging.ts';
import { COUNCIL_DEEDS } from './operations/council.ts';
import { type CannotDo, type Does, isCannot } from './operations/deed.ts';
import { FORM_QUESTION_DEEDS } from './operations/form-questions.ts';
import { FORM_WORD_DEEDS } from './operations/form-words.ts';
import { LETTER_DEEDS } from './operations/letters.ts';
import { STAGE_DEEDS } from './operations/pathway-stages.ts';
import { WAY_DEEDS } from './operations/pathway-ways.ts';
import { POINTS_DEEDS } from './operations/points.ts';
import { BANK_DEEDS } from './operations/question-bank.ts';
import { WHOLE_DEEDS } from './operations/whole.ts';

export { type CannotDo, isCannot };

/** A new kind of edit is a line in its area, or a new area here. */
const DEEDS = [
  ...STAGE_DEEDS,
  ...WAY_DEEDS,
  ...FORM_QUESTION_DEEDS,
  ...FORM_WORD_DEEDS,
  ...BANK_DEEDS,
  ...LETTER_DEEDS,
  ...COUNCIL_DEEDS,
  ...APPROVAL_DEEDS,
  ...POINTS_DEEDS,
  ...CHARGING_DEEDS,
  ...WHOLE_DEEDS,
] as const;
type Schema = (typeof DEEDS)[number]['schema'];

export const Operation = z.discriminatedUnion(
  'type',
  DEEDS.map(({ schema }) => schema) as unknown as readonly [Schema, ...Schema[]],
);
export type Operation = z.infer<Schema>;
export type OperationOf<T extends Operation['type']> = Extract<Operation, { type: T }>;

const BY_TYPE: ReadonlyMap<string, unknown> = new Map(DEEDS.map((each) => [each.type, each]));
// The list above is the proof that there is one for each type, with the fields of that type.
const deedOf = (operation: Operation): Does<Operation> => BY_TYPE.get(operation.type) as Does<Operation>;

/** The documents after `operation`, those it does not touch being the same objects; the same ones where nothing would change. */
export const apply = (documents: Documents, operation: Operation): Documents | CannotDo =>
  deedOf(operation).apply(documents, operation);

/** What it is about, for lists: `pathways/adult-care/stages/quality-check`, `questions/about.name`, a path of a document. */
export const touches = (operation: Operation): string => deedOf(operation).touches(operation);

/**
 * One plain sentence for the list of changes, told of the documents as they are before it.
 * @example 'Takes out the stage “Quality check of the plan”. Cases go on to “Plan sign-off”.'
 */
export const operationWords = (documents: Documents, operation: Operation): string =>
  deedOf(operation).words(documents, operation);

/** Everything at once by `documents`: what an import and a restore are. */
export const replacing = (documents: Documents): OperationOf<'replace-documents'> => ({
  type: 'replace-documents',
  documents: documents as Record<string, Record<string, unknown>>,
});
