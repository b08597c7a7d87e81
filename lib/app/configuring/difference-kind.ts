/**
 * Which documents differ between two sets, each place in them with the kind of edit it is. What kind a place is, is `kind-of-place.ts`;
 * what the difference comes to for people `difference.ts`.
 */
import { type Changed, changesIn } from './changes.ts';
import { type Documents, idOf, inRoom } from './documents.ts';
import { type EditKind, gravest, kindOf } from './kind-of-place.ts';
import { ROOMS, type RoomName } from './rooms.ts';

/** One document that is not as it was, under the path it has now, or had. */
export type ChangedDocument = {
  readonly room: RoomName;
  readonly path: string;
  readonly id: string;
  readonly how: 'added' | 'removed' | 'changed';
  readonly kind: EditKind;
  readonly places: readonly (Changed & { readonly kind: EditKind })[];
};

type Side = { readonly path: string; readonly json: unknown };

/**
 * Documents by what they are called for good, so that a file may be renamed; a file that has lost its id is the one of the same path on
 * the `other` side. Two of one name are told apart by their files.
 */
const sideOf = (documents: Documents, other: Documents, room: RoomName): ReadonlyMap<string, Side> => {
  const named = new Map<string, Side>();
  for (const [path, json] of inRoom(documents, room)) {
    const id = idOf(json) ?? idOf(other[path]) ?? path;
    named.set(named.has(id) ? path : id, { path, json });
  }
  return named;
};

const fieldOf = (json: unknown, name: string): unknown =>
  typeof json === 'object' && json !== null && Object.hasOwn(json, name) ? (json as Record<string, unknown>)[name] : undefined;
const listOf = (json: unknown, name: string): readonly unknown[] => {
  const list = fieldOf(json, name);
  return Array.isArray(list) ? list : [];
};

const questionsIn = (documents: Documents): unknown[] =>
  inRoom(documents, 'questions').flatMap(([, json]) => listOf(json, 'questions'));

/** The question bank is one, in however many files: a question that moves to another file has not changed. */
const bankOf = (documents: Documents): ReadonlyMap<string, Side> => {
  const files = inRoom(documents, 'questions');
  if (files.length === 0) return new Map();
  const titles = files.map(([path, json]) => {
    const { questions: _apart, ...rest } =
      typeof json === 'object' && json !== null ? { questions: [], ...json } : { json, questions: [] };
    return [idOf(json) ?? path, rest];
  });
  const json = { files: Object.fromEntries(titles), questions: questionsIn(documents) };
  return new Map([['questions', { path: 'questions', json }]]);
};

/** Every question a form asks, and the fields of every group one asks. */
const askedIn = (documents: Documents): unknown[] => {
  const asked = new Set(
    inRoom(documents, 'forms')
      .flatMap(([, json]) => listOf(json, 'sections'))
      .flatMap((section) => listOf(section, 'pages'))
      .flatMap((page) => listOf(page, 'items'))
      .map((item) => fieldOf(item, 'q')),
  );
  const fields = questionsIn(documents).flatMap((question) => (asked.has(fieldOf(question, 'id')) ? listOf(question, 'of') : []));
  return [...asked, ...fields];
};

type Asked = (question: string) => boolean;

const inOneRoom = (before: Documents, after: Documents, room: RoomName, isAsked: Asked): ChangedDocument[] => {
  const was = room === 'questions' ? bankOf(before) : sideOf(before, after, room);
  const is = room === 'questions' ? bankOf(after) : sideOf(after, before, room);
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((id): ChangedDocument[] => {
    const [from, to] = [was.get(id), is.get(id)];
    const places = changesIn(from?.json, to?.json).map((each) => ({ ...each, kind: kindOf(room, each, isAsked) }));
    if (places.length === 0) return [];
    const how = from ? (to ? 'changed' : 'removed') : 'added';
    return [{ room, path: to?.path ?? from?.path ?? id, id, how, kind: gravest(places.map(({ kind }) => kind)), places }];
  });
};

/** Every document that differs, room by room, each place in it with its kind. The bank of questions counts as one document. */
export const changedDocuments = (before: Documents, after: Documents): ChangedDocument[] => {
  const asked = new Set([...askedIn(before), ...askedIn(after)]);
  return (Object.keys(ROOMS) as RoomName[]).flatMap((room) => inOneRoom(before, after, room, (question) => asked.has(question)));
};
