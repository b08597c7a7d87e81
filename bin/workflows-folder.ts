/**
 * Reads a folder laid out like `workflows/` into the documents a council's decisions are published as, and writes them back. It reads
 * and refuses; what is good is said by `lib/app/configuring/documents.ts`. Called by synthesis, by the start and by the command line.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type DocumentFault,
  type Documents,
  fileText,
  formIds,
  type Read,
  readDocuments,
  readRoom,
  versionOf,
} from '../lib/app/configuring/documents.ts';
import { ROOMS, type RoomName } from '../lib/app/configuring/rooms.ts';
import type { DutyRegister } from '../lib/pathway/duty.ts';
import { readDocument } from './read-document.ts';

export type FolderFault = DocumentFault;

/** Everything a council decides, with the version it is stamped with on every case. */
export type WorkflowsBundle = { readonly version: string } & Read;

export type FolderRead =
  | { readonly ok: true; readonly bundle: WorkflowsBundle; readonly documents: Documents }
  | { readonly ok: false; readonly faults: readonly FolderFault[] };

type Loaded = { readonly documents: Documents; readonly faults: readonly FolderFault[] };

const isData = (name: string): boolean => name.endsWith('.json') && !name.endsWith('.schema.json');

/** More files than this in one folder are a mistake, and would be read one by one. */
const MOST_FILES = 500;

const loadFile = (folder: string, file: string): Loaded => {
  const read = readDocument(folder, file);
  return 'json' in read ? { documents: { [file]: read.json }, faults: [] } : { documents: {}, faults: [{ file, ...read }] };
};

const missing = (folder: string, room: RoomName): FolderFault => ({
  file: room,
  code: 'missing-folder',
  where: room,
  message: `There is no folder ${join(folder, room)}. It holds the ${room} of the council; put it back, or name another folder.`,
});

const loadRoom = (folder: string, room: RoomName): Loaded => {
  let names: string[];
  try {
    names = readdirSync(join(folder, room));
  } catch {
    return { documents: {}, faults: ROOMS[room].required ? [missing(folder, room)] : [] };
  }
  const data = names.filter(isData).sort();
  if (data.length <= MOST_FILES) return together(data.map((name) => loadFile(folder, `${room}/${name}`)));
  const message = `There are ${data.length} files in ${room}, and ${MOST_FILES} are taken. Put several decisions into one file, or take some out.`;
  return { documents: {}, faults: [{ file: room, code: 'unreadable', where: room, message }] };
};

const together = (parts: readonly Loaded[]): Loaded => ({
  documents: Object.assign({}, ...parts.map(({ documents }) => documents)) as Documents,
  faults: parts.flatMap(({ faults }) => faults),
});

/** Every `*.json` in a known folder except `*.schema.json`, as it is written; and what could not be read. */
export const loadFolder = (folder: string): Loaded => {
  if (existsSync(folder)) return together((Object.keys(ROOMS) as RoomName[]).map((room) => loadRoom(folder, room)));
  const message = `There is no folder ${folder}. Name the folder with what the council decides.`;
  return { documents: {}, faults: [{ file: folder, code: 'missing-folder', where: folder, message }] };
};

/** What a pathway in `folder` is checked against. A file that cannot be read is passed over here: reading the folder names it. */
export const surroundings = (folder: string): { forms: string[] | undefined; registers: readonly DutyRegister[] } => ({
  forms: formIds(loadRoom(folder, 'forms').documents),
  registers: readRoom(loadRoom(folder, 'duties').documents, 'duties').values,
});

/** What lies beside a pathway that it does not show by itself: the ways to hold the money, the councils, and what is wrong with either. */
export const besidePathways = (folder: string) => {
  const rooms = together([loadRoom(folder, 'support'), loadRoom(folder, 'councils')]);
  const support = readRoom(rooms.documents, 'support');
  const councils = readRoom(rooms.documents, 'councils');
  return { support: support.values, faults: [...rooms.faults, ...support.faults, ...councils.faults] };
};

/**
 * Everything in `folder` that a council decides, as one bundle, or every fault found, each with its file. Every `*.json` in a known
 * folder counts except `*.schema.json`; pathways are also checked against the forms and the duties beside them.
 */
export const readWorkflowsFolder = (folder: string): FolderRead => {
  const { documents, faults } = loadFolder(folder);
  const result = readDocuments(documents);
  // A file that is not there or not JSON is told with what is wrong with the others.
  if (faults.length > 0) {
    const others = result.ok ? [] : result.faults.filter(({ code }) => code !== 'unknown-form' && code !== 'no-duties');
    return { ok: false, faults: [...faults, ...others] };
  }
  if (!result.ok) return { ok: false, faults: result.faults };
  return { ok: true, bundle: { version: versionOf(documents), ...result.read }, documents };
};

const dataIn = (folder: string): string[] =>
  Object.keys(ROOMS).flatMap((room) =>
    existsSync(join(folder, room))
      ? readdirSync(join(folder, room))
          .filter(isData)
          .map((name) => `${room}/${name}`)
      : [],
  );

/**
 * Writes `documents` as files. Decisions in the folder that are not among them are taken out with `replace`; without it they are
 * answered, and nothing is written: half of one version and half of another is nobody's decision.
 */
export const writeFolder = (folder: string, documents: Documents, replace: boolean): string[] => {
  const others = dataIn(folder).filter((path) => !(path in documents));
  if (others.length > 0 && !replace) return others;
  for (const [path, json] of Object.entries(documents)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), fileText(json));
  }
  // Last, so that a sudden end leaves too much rather than too little.
  for (const path of others) rmSync(join(folder, path));
  return [];
};

/** The faults as people read them, a line each: the file, the place in it, the sentence. */
export const faultLines = (faults: readonly FolderFault[]): string[] =>
  faults.map(({ file, where, message }) =>
    message.startsWith(file) || where === file ? message : `${file}, ${where}: ${message}`,
  );
