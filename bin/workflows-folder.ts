/**
 * Reads a folder laid out like `workflows/` into the bundle that a council's decisions are published as. It reads and refuses; what
 * a good pathway is, `lib/pathway` says. Called by synthesis, by the start and by the command line.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../lib/pathway/check.ts';
import type { DutyRegister } from '../lib/pathway/duty.ts';
import type { Fault } from '../lib/pathway/fault.ts';
import { Pathway } from '../lib/pathway/schema.ts';
import { parseJson } from './commands/json-file.ts';
import { type FileFault, ROOMS, type Room, type RoomName, type ValueIn } from './workflows-rooms.ts';

/** A fault with the file it is in, as seen from the folder: `pathways/adult-care.json`. */
export type FolderFault = Omit<Fault, 'code'> & {
  readonly file: string;
  readonly code: FileFault['code'] | 'missing-folder' | 'unreadable' | 'not-json' | 'duplicate-id' | 'no-duties';
};

/** Everything a council decides, with the version it is stamped with on every case. */
export type WorkflowsBundle = { readonly version: string } & {
  readonly [K in RoomName]: readonly ValueIn<K>[];
};

export type FolderRead =
  | { readonly ok: true; readonly bundle: WorkflowsBundle }
  | { readonly ok: false; readonly faults: readonly FolderFault[] };

type Document = { readonly file: string; readonly json: unknown };

const isData = (name: string): boolean => name.endsWith('.json') && !name.endsWith('.schema.json');

const readDocument = (folder: string, file: string): Document | FolderFault => {
  let text: string;
  try {
    text = readFileSync(join(folder, file), 'utf8');
  } catch {
    return { file, code: 'unreadable', where: 'file', message: `${file} cannot be read. It must be a file that you may open.` };
  }
  const read = parseJson(text);
  if ('json' in read) return { file, json: read.json };
  return {
    file,
    code: 'not-json',
    where: `line ${read.line}`,
    message: `${file} is not JSON, line ${read.line}: ${read.message}`,
  };
};

/** The documents of one room in the order of their names; `undefined` when there is no such folder. */
const readRoom = (folder: string, room: string): (Document | FolderFault)[] | undefined => {
  let names: string[];
  try {
    names = readdirSync(join(folder, room));
  } catch {
    return undefined;
  }
  return names
    .filter(isData)
    .sort()
    .map((name) => readDocument(folder, `${room}/${name}`));
};

const missing = (folder: string, room: RoomName): FolderFault => ({
  file: room,
  code: 'missing-folder',
  where: room,
  message: `There is no folder ${join(folder, room)}. It holds the ${room} of the council; put it back, or name another folder.`,
});

type Shelf = { readonly documents: readonly Document[]; readonly faults: readonly FolderFault[] };

const shelfOf = (folder: string, room: RoomName): Shelf => {
  const read = readRoom(folder, room);
  if (!read) return { documents: [], faults: ROOMS[room].required ? [missing(folder, room)] : [] };
  return {
    documents: read.flatMap((one) => ('code' in one ? [] : [one])),
    faults: read.flatMap((one) => ('code' in one ? [one] : [])),
  };
};

const idOf = (json: unknown): string | undefined =>
  typeof json === 'object' && json !== null && 'id' in json && typeof json.id === 'string' ? json.id : undefined;

const twins = (documents: readonly Document[]): FolderFault[] => {
  const first = new Map<string, string>();
  return documents.flatMap(({ file, json }): FolderFault[] => {
    const id = idOf(json);
    const other = id === undefined ? undefined : first.get(id);
    if (id !== undefined && other === undefined) first.set(id, file);
    return other === undefined
      ? []
      : [
          {
            file,
            code: 'duplicate-id',
            where: 'id',
            message: `“${id}” is already the id of ${other}. Give one of them another id.`,
          },
        ];
  });
};

const parsed = <T>(room: Room<T>, { documents, faults }: Shelf): { values: T[]; faults: FolderFault[] } => {
  const read = documents.map(({ file, json }) => ({ file, ...room.parse(json) }));
  return {
    values: read.flatMap((one) => ('value' in one ? [one.value] : [])),
    faults: [
      ...faults,
      ...twins(documents),
      ...read.flatMap((one) => ('faults' in one ? one.faults.map((fault) => ({ file: one.file, ...fault })) : [])),
    ],
  };
};

/** The same value written in one way only: keys in order, no white space. */
const canonical = (json: unknown): string => {
  if (Array.isArray(json)) return `[${json.map(canonical).join(',')}]`;
  if (typeof json !== 'object' || json === null) return JSON.stringify(json);
  const fields = Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${canonical(value)}`).join(',')}}`;
};

/** Sixteen hex digits that name this content: the same whatever the files are called, and however they are laid out. */
const versionOf = (shelves: Readonly<Record<RoomName, Shelf>>): string => {
  const content = Object.entries(shelves).map(([room, { documents }]) => [
    room,
    documents.map(({ json }) => canonical(json)).sort(),
  ]);
  return createHash('sha256')
    .update(canonical(Object.fromEntries(content)))
    .digest('hex')
    .slice(0, 16);
};

/** The ids of the forms on the shelf; `undefined` while there is none at all, and then no pathway is doubted for its forms. */
const formIds = ({ documents }: Shelf): string[] | undefined =>
  documents.length === 0 ? undefined : documents.flatMap(({ json }) => idOf(json) ?? []);

/** What a pathway in `folder` is checked against. A file that cannot be read is passed over here: reading the folder names it. */
export const surroundings = (folder: string): { forms: string[] | undefined; registers: DutyRegister[] } => ({
  forms: formIds(shelfOf(folder, 'forms')),
  registers: parsed<DutyRegister>(ROOMS.duties, shelfOf(folder, 'duties')).values,
});

/** What lies beside a pathway that it does not show by itself: the ways to hold the money, the councils, and what is wrong with either. */
export const besidePathways = (folder: string) => {
  const support = parsed<ValueIn<'support'>>(ROOMS.support, shelfOf(folder, 'support'));
  const councils = parsed<ValueIn<'councils'>>(ROOMS.councils, shelfOf(folder, 'councils'));
  return { support: support.values, faults: [...support.faults, ...councils.faults] };
};

const checked = ({ file, json }: Document, forms: string[] | undefined, registers: readonly DutyRegister[]): FolderFault[] => {
  const { jurisdiction } = Pathway.parse(json);
  const duties = registers.find((register) => register.jurisdiction === jurisdiction);
  if (duties) return check(json, { forms, duties }).map((fault) => ({ file, ...fault }));
  const message = `There is no duty register for ${jurisdiction}, so nobody can say that this pathway is lawful. Add it to duties/.`;
  return [{ file, code: 'no-duties', where: 'jurisdiction', message }];
};

/**
 * Everything in `folder` that a council decides, as one bundle, or every fault found, each with its file. Every `*.json` in a known
 * folder counts except `*.schema.json`; pathways are also checked against the forms and the duties beside them.
 */
export const readWorkflowsFolder = (folder: string): FolderRead => {
  if (!existsSync(folder)) {
    const message = `There is no folder ${folder}. Name the folder with what the council decides.`;
    return { ok: false, faults: [{ file: folder, code: 'missing-folder', where: folder, message }] };
  }
  const rooms = Object.keys(ROOMS) as RoomName[];
  const shelves = Object.fromEntries(rooms.map((room) => [room, shelfOf(folder, room)])) as Record<RoomName, Shelf>;
  const read = rooms.map((room) => [room, parsed<unknown>(ROOMS[room], shelves[room])] as const);
  const unreadable = read.flatMap(([, { faults }]) => faults);
  if (unreadable.length > 0) return { ok: false, faults: unreadable };
  const content = Object.fromEntries(read.map(([room, { values }]) => [room, values])) as unknown as Omit<
    WorkflowsBundle,
    'version'
  >;
  const faults = shelves.pathways.documents.flatMap((document) => checked(document, formIds(shelves.forms), content.duties));
  if (faults.length > 0) return { ok: false, faults };
  const bundle: WorkflowsBundle = { version: versionOf(shelves), ...content };
  return { ok: true, bundle };
};

/** The faults as people read them, a line each: the file, the place in it, the sentence. */
export const faultLines = (faults: readonly FolderFault[]): string[] =>
  faults.map(({ file, where, message }) =>
    message.startsWith(file) || where === file ? message : `${file}, ${where}: ${message}`,
  );
