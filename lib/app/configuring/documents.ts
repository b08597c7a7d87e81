/**
 * Everything a council decides, as the documents it is written in: the path of a file in `workflows/` → what is in it. This is what a
 * draft edits, what is published and what is exported; the `Bundle` that decisions use is read from it. Pure: files are read and
 * written by `bin/workflows-folder.ts`, stored ones by `lib/aws`.
 */
import { createHash } from 'node:crypto';
import pretty from 'json-stringify-pretty-compact';
import { check } from '../../pathway/check.ts';
import type { DutyRegister } from '../../pathway/duty.ts';
import type { Fault } from '../../pathway/fault.ts';
import { withLaw } from '../../pathway/law-of-fault.ts';
import { remembered } from '../../pathway/remembered.ts';
import { type Bundle, bundleFaults } from '../configuration.ts';
import { type FileFault, type Parsed, ROOMS, type Room, type RoomName, type ValueIn } from './rooms.ts';
import { scenarioFaults } from './scenarios.ts';

/**
 * By path, such as `pathways/adult-care.json`. The order of fields in each is as it was written, because export writes it back. What is
 * in a document is never changed in place: a change makes another document, and what is known of this one is kept with it.
 */
export type Documents = Readonly<Record<string, unknown>>;

/** A fault with the file it is in, as seen from the folder: `pathways/adult-care.json`. */
export type DocumentFault = Omit<Fault, 'code'> & {
  readonly file: string;
  readonly code:
    | FileFault['code']
    | 'missing-folder'
    | 'unreadable'
    | 'not-json'
    | 'duplicate-id'
    | 'no-duties'
    | 'unknown-place'
    | 'scenario-fails';
};

/** Every document of every room, read by its schema. */
export type Read = { readonly [K in RoomName]: readonly ValueIn<K>[] };

const FIELDS_TO_A_LINE = 130;

/** A document as a file: one way only, so that what is exported, imported and exported again is the same to the byte. */
export const fileText = (json: unknown): string => `${pretty(json, { maxLength: FIELDS_TO_A_LINE })}\n`;

/** What can be a path of a document: one known folder and one file name, so that no path leads anywhere else. */
const PLACE = new RegExp(`^(${Object.keys(ROOMS).join('|')})/[a-z0-9][a-z0-9-]{0,80}\\.json$`);
export const isPlace = (path: string): boolean => PLACE.test(path) && !path.endsWith('.schema.json');

const roomOf = (path: string): string => path.split('/')[0] ?? '';
export const inRoom = (documents: Documents, room: RoomName): [path: string, json: unknown][] =>
  Object.entries(documents)
    .filter(([path]) => path.startsWith(`${room}/`))
    .sort(([one], [other]) => (one < other ? -1 : 1));

/** The same value written in one way only: keys in order, no white space. */
const canonical = (json: unknown): string => {
  if (Array.isArray(json)) return `[${json.map(canonical).join(',')}]`;
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  const fields = Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${canonical(value)}`).join(',')}}`;
};

/** Sixteen hex digits that name this content: the same whatever the files are called, and however they are laid out. */
export const versionOf = (documents: Documents): string => {
  const content = (Object.keys(ROOMS) as RoomName[]).map((room) => [
    room,
    inRoom(documents, room)
      .map(([, json]) => canonical(json))
      .sort(),
  ]);
  return createHash('sha256')
    .update(canonical(Object.fromEntries(content)))
    .digest('hex')
    .slice(0, 16);
};

export const idOf = (json: unknown): string | undefined =>
  typeof json === 'object' && json !== null && 'id' in json && typeof json.id === 'string' ? json.id : undefined;

const twins = (documents: readonly [path: string, json: unknown][]): DocumentFault[] => {
  const first = new Map<string, string>();
  return documents.flatMap(([file, json]): DocumentFault[] => {
    const id = idOf(json);
    const other = id === undefined ? undefined : first.get(id);
    if (id !== undefined && other === undefined) first.set(id, file);
    if (other === undefined) return [];
    const message = `“${id}” is already the id of ${other}. Give one of them another id.`;
    return [{ file, code: 'duplicate-id', where: 'id', message }];
  });
};

export type RoomRead<T> = { readonly values: readonly T[]; readonly faults: readonly DocumentFault[] };

const parsers = new Map(
  Object.entries(ROOMS).map(([room, { parse }]) => [room, remembered((json: object) => (parse as Room<unknown>['parse'])(json))]),
);

/** A document read by its schema: once, for as long as it is the very same document. */
const parsed = <K extends RoomName>(room: K, json: unknown): Parsed<ValueIn<K>> => {
  const parse = typeof json === 'object' && json !== null ? parsers.get(room)?.(json) : undefined;
  return (parse ?? ROOMS[room].parse(json)) as Parsed<ValueIn<K>>;
};

/** The documents of one room, read; faults of each by itself. */
export const readRoom = <K extends RoomName>(documents: Documents, room: K): RoomRead<ValueIn<K>> => {
  const own = inRoom(documents, room);
  const read = own.map(([file, json]) => ({ file, ...parsed(room, json) }));
  return {
    values: read.flatMap((one) => ('value' in one ? [one.value] : [])),
    faults: [
      ...twins(own),
      ...read.flatMap((one) => ('faults' in one ? one.faults.map((fault) => ({ file: one.file, ...fault })) : [])),
    ],
  };
};

const misplaced = (documents: Documents): DocumentFault[] =>
  Object.keys(documents)
    .filter((path) => !isPlace(path))
    .map((file) => ({
      file,
      code: 'unknown-place',
      where: file,
      message: `“${file}” is no place for a decision. Use one of the folders ${Object.keys(ROOMS).join(', ')} and a name of small letters, figures and hyphens that ends in .json.`,
    }));

/** The ids of the forms; `undefined` while there is none at all, and then no pathway is doubted for its forms. */
export const formIds = (documents: Documents): string[] | undefined => {
  const forms = inRoom(documents, 'forms');
  return forms.length === 0 ? undefined : forms.flatMap(([, json]) => idOf(json) ?? []);
};

/** What is wrong with a pathway beside forms of these ids: they are all that it knows of forms. */
const checked = remembered((json: object, duties: DutyRegister) => {
  const known = new Map<string, readonly Fault[]>();
  return (forms: readonly string[] | undefined): readonly Fault[] => {
    const key = forms === undefined ? '' : `/${[...forms].sort().join('/')}`;
    const faults = known.get(key) ?? check(json, { forms, duties });
    known.set(key, faults);
    return faults;
  };
});

const pathwayFaults = (documents: Documents, registers: readonly DutyRegister[]): DocumentFault[] => {
  const forms = formIds(documents);
  return inRoom(documents, 'pathways').flatMap(([file, json]): DocumentFault[] => {
    const read = parsed('pathways', json);
    if (!('value' in read)) return [];
    const { jurisdiction } = read.value;
    const duties = registers.find((register) => register.jurisdiction === jurisdiction);
    if (duties) return checked(json as object, duties)(forms).map((fault) => ({ file, ...fault }));
    const message = `There is no duty register for ${jurisdiction}, so nobody can say that this pathway is lawful. Add it to duties/.`;
    return [{ file, code: 'no-duties', where: 'jurisdiction', message }];
  });
};

export type DocumentsRead =
  | { readonly ok: true; readonly read: Read }
  | { readonly ok: false; readonly faults: readonly DocumentFault[] };

/** Reads every document; pathways are also checked against the forms and the duties beside them. Whether all fits is `documentsFaults`. */
export const readDocuments = (documents: Documents): DocumentsRead => {
  const rooms = (Object.keys(ROOMS) as RoomName[]).map((room) => [room, readRoom(documents, room)] as const);
  const unreadable = [...misplaced(documents), ...rooms.flatMap(([, { faults }]) => faults)];
  if (unreadable.length > 0) return { ok: false, faults: unreadable };
  const read = Object.fromEntries(rooms.map(([room, { values }]) => [room, values])) as unknown as Read;
  const faults = pathwayFaults(documents, read.duties);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, read };
};

/** The questions of all files, as one list: the same list as long as they are the same files. */
const bankIn = remembered((...files: readonly ValueIn<'questions'>[]) => files.flatMap((file) => file.questions));

/** What one council runs on, out of what was read; `undefined` when it has no file for that council. */
export const bundleOf = (read: Read, version: string, council: string): Bundle | undefined => {
  const own = read.councils.find(({ id }) => id === council);
  if (!own) return undefined;
  const { pathways, forms, questions, allocation, charging, letters, support, duties } = read;
  return {
    version,
    council: own,
    pathways,
    forms,
    questions: bankIn(...questions),
    allocation,
    charging,
    letters,
    support,
    duties,
  } as Bundle;
};

/** The documents of one council: without the files of others, so that what is published is its own. */
export const ownDocuments = (documents: Documents, council: string): Documents =>
  Object.fromEntries(Object.entries(documents).filter(([path, json]) => roomOf(path) !== 'councils' || idOf(json) === council));

const fileOf = (documents: Documents, where: string): { file: string; where: string } => {
  const [room = '', id = '', ...rest] = where.split('/');
  const path = Object.entries(documents).find(([each, json]) => roomOf(each) === room && idOf(json) === id)?.[0];
  return path ? { file: path, where: rest.join('/') || 'file' } : { file: room || 'bundle', where };
};

/** The register of the nation of the council's pathways: each was checked against it already, so there is one. */
const dutiesOf = (read: Read, { pathways }: Bundle): DutyRegister | undefined =>
  read.duties.find(({ jurisdiction }) => pathways.some((pathway) => pathway.jurisdiction === jurisdiction));

/** The faults that only show when everything is read together, for each council in it; and once there are none, the scenarios. */
const togetherFaults = (documents: Documents, read: Read): DocumentFault[] => {
  // No fault depends on the version, and working it out takes as long as the rest.
  const bundles = read.councils.flatMap(({ id }) => bundleOf(read, '', id) ?? []);
  const faults = bundles.flatMap((bundle) => bundleFaults(bundle, dutiesOf(read, bundle)));
  return [...faults, ...(faults.length > 0 ? [] : scenarioFaults(bundles, read.scenarios))].map(
    (fault) => ({ ...fault, ...fileOf(documents, fault.where) }) as unknown as DocumentFault,
  );
};

/**
 * Everything that keeps these documents from being published, each fault with its file, its place, and the law where there is one.
 * An empty list: they may be published. The one check of the browser, the command line, the deployment and the start.
 */
export const documentsFaults = (documents: Documents): DocumentFault[] => {
  const result = readDocuments(documents);
  const faults = result.ok ? togetherFaults(documents, result.read) : result.faults;
  const registers = faults.length > 0 ? readRoom(documents, 'duties').values : [];
  return faults.map((fault) => withLaw(fault, registers));
};
