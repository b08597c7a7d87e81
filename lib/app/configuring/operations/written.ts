/**
 * Documents as they are written, found by the id in them and changed without touching any other. What is read must be what its schema
 * says, before a change and after it; whether all of it may be published is `documentsFaults`, and a draft may fail that for a while.
 */
import type * as z from 'zod';
import { ChargingFigures } from '../../../domain/charging-figures.ts';
import { Council } from '../../../domain/council.ts';
import { Form } from '../../../domain/form.ts';
import { LetterTemplate } from '../../../domain/letter.ts';
import { QuestionFile } from '../../../domain/question.ts';
import { RasModel } from '../../../domain/ras-model.ts';
import { schemaFaults } from '../../../pathway/check-schema.ts';
import { Pathway } from '../../../pathway/schema.ts';
import { type Documents, fileText, idOf, inRoom, isPlace } from '../documents.ts';
import { type CannotDo, cannot, isCannot, quoted } from './deed.ts';

const SCHEMAS = {
  pathways: Pathway,
  forms: Form,
  questions: QuestionFile,
  letters: LetterTemplate,
  councils: Council,
  allocation: RasModel,
  charging: ChargingFigures,
} as const;
const CALLED: Readonly<Record<WrittenRoom, string>> = {
  pathways: 'pathway',
  forms: 'form',
  questions: 'file of questions',
  letters: 'letter',
  councils: 'council',
  allocation: 'allocation model',
  charging: 'file of charging figures',
};
export type WrittenRoom = keyof typeof SCHEMAS;
/** As it is in the file: what has a default may be left out. */
export type Written<K extends WrittenRoom> = z.input<(typeof SCHEMAS)[K]>;
export type Document<K extends WrittenRoom> = { readonly path: string; readonly json: Written<K> };

/** What was read once stays readable: documents are never changed in place. */
const known = new WeakMap<object, string>();

/** What is wrong with the form of `json`, in a sentence; nothing where it is what its schema says. */
export const unreadable = (schema: z.ZodType, json: unknown): string | undefined => {
  const read = schema.safeParse(json);
  if (read.success) return undefined;
  const [first] = schemaFaults(json, read.error);
  return first ? `${first.where}: ${first.message}` : 'It cannot be read.';
};

const whyUnreadable = (room: WrittenRoom, json: unknown): string | undefined => {
  if (typeof json !== 'object' || json === null) return 'It is no group of fields.';
  const found = known.get(json) ?? unreadable(SCHEMAS[room], json) ?? '';
  known.set(json, found);
  return found === '' ? undefined : found;
};

const readable = <K extends WrittenRoom>(room: K, json: unknown): json is Written<K> => whyUnreadable(room, json) === undefined;

/** Every document of a room that can be read; the others are passed over. */
export const everyWritten = <K extends WrittenRoom>(documents: Documents, room: K): Document<K>[] =>
  inRoom(documents, room).flatMap(([path, json]) => (readable(room, json) ? [{ path, json }] : []));

export const written = <K extends WrittenRoom>(documents: Documents, room: K, id: string): Document<K> | CannotDo => {
  const found = inRoom(documents, room).find(([, json]) => idOf(json) === id);
  if (!found) return cannot(`There is no ${CALLED[room]} ${quoted(id)}.`);
  const [path, json] = found;
  if (readable(room, json)) return { path, json };
  return cannot(
    `The file ${path} cannot be read, so it cannot be changed a piece at a time. Mend it first: ${whyUnreadable(room, json)}`,
  );
};

/** What `edit` makes of the document, put in the place of it; the same documents where it makes no difference. */
export const rewritten = <K extends WrittenRoom>(
  documents: Documents,
  room: K,
  { path, json }: Document<K>,
  edit: (json: Written<K>) => Written<K> | CannotDo,
): Documents | CannotDo => {
  const after = edit(json);
  if (isCannot(after)) return after;
  if (fileText(after) === fileText(json)) return documents;
  const why = whyUnreadable(room, after);
  return why === undefined ? { ...documents, [path]: after } : cannot(`That cannot be written down. ${why}`);
};

/** The document of `room` that has the id `id`, changed by `edit`. */
export const edited = <K extends WrittenRoom>(
  documents: Documents,
  room: K,
  id: string,
  edit: (json: Written<K>) => Written<K> | CannotDo,
): Documents | CannotDo => {
  const found = written(documents, room, id);
  return isCannot(found) ? found : rewritten(documents, room, found, edit);
};

/** A new document, in a file named like its id. */
export const added = <K extends WrittenRoom>(documents: Documents, room: K, json: unknown): Documents | CannotDo => {
  const why = whyUnreadable(room, json);
  const id = idOf(json);
  if (why !== undefined || id === undefined) return cannot(`That cannot be written down. ${why ?? 'It has no id.'}`);
  const path = `${room}/${id}.json`;
  if (!isPlace(path)) return cannot(`${quoted(id)} cannot be the name of a file. Use small letters, figures and hyphens.`);
  if (Object.hasOwn(documents, path) || inRoom(documents, room).some(([, each]) => idOf(each) === id))
    return cannot(`There is a ${CALLED[room]} ${quoted(id)} already. Give this one another id.`);
  return { ...documents, [path]: json };
};

/** The same documents without one of them. */
export const without = (documents: Documents, path: string): Documents =>
  Object.fromEntries(Object.entries(documents).filter(([each]) => each !== path));
