/**
 * `ownway check --bundle <folder>`: may a folder laid out like `workflows/` be published as a whole? The one check of documents answers;
 * the law is read from the folder and from the project's own register, because whoever hands in a folder cannot hand in the law.
 */
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type DocumentFault,
  type Documents,
  documentsFaults,
  inRoom,
  readDocuments,
} from '../../lib/app/configuring/documents.ts';
import { unusedOptionNotes } from '../../lib/pathway/check-questions.ts';
import { loadFolder } from '../workflows-folder.ts';
import { type ExitCode, fromHere, type Io, WrongUse } from './command.ts';

const OWN_WORKFLOWS = fileURLToPath(new URL('../../workflows', import.meta.url));

/** As `check` prints them: the file is part of the place. */
type Told = Pick<DocumentFault, 'code' | 'where' | 'message' | 'law' | 'path'>;

const told = ({ file, where, code, message, law, path }: DocumentFault): Told => ({
  code,
  where: where === file ? file : `${file}, ${where}`,
  message,
  ...(law !== undefined && { law }),
  ...(path && { path }),
});

/** The same documents under the project's own registers. */
const underOwnLaw = (documents: Documents): Documents => {
  const others = Object.entries(documents).filter(([path]) => !path.startsWith('duties/'));
  return Object.fromEntries([...others, ...inRoom(loadFolder(OWN_WORKFLOWS).documents, 'duties')]);
};

const onlyOnce = (faults: readonly DocumentFault[]): DocumentFault[] => [
  ...new Map(faults.map((fault) => [`${fault.file} ${fault.where} ${fault.code} ${fault.law ?? ''}`, fault])).values(),
];

/** Every fault of the folder. A file that cannot be read is told with what is wrong with the others. */
const folderFaults = (folder: string): readonly DocumentFault[] => {
  const { documents, faults } = loadFolder(folder);
  const others = [...documentsFaults(documents), ...documentsFaults(underOwnLaw(documents))];
  if (faults.length === 0) return onlyOnce(others);
  return onlyOnce([...faults, ...others.filter(({ code }) => code !== 'unknown-form' && code !== 'no-duties')]);
};

const notes = (folder: string): readonly string[] => {
  const result = readDocuments(loadFolder(folder).documents);
  if (!result.ok) return [];
  const questions = result.read.questions.flatMap((file) => file.questions);
  return unusedOptionNotes(questions, result.read.forms).map(({ where, message }) => `Note: ${where}: ${message}`);
};

/** `{ ok, faults }` on standard output, the same in words on standard error. A name that is no folder is `WrongUse`. */
export const checkBundle = (name: string, io: Io): ExitCode => {
  const folder = fromHere(name);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new WrongUse(`There is no folder ${name}. Name a folder laid out like workflows/.`);
  const faults = folderFaults(folder).map(told);
  const ok = faults.length === 0;
  io.out(JSON.stringify({ ok, faults }, null, 2));
  for (const { where, message, code } of faults) io.err(`${where}: ${message} [${code}]`);
  for (const note of ok ? notes(folder) : []) io.err(note);
  io.err(ok ? `${name} has no faults.` : `${name} has ${faults.length === 1 ? 'one fault' : `${faults.length} faults`}.`);
  return ok ? 0 : 1;
};
