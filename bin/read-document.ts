/**
 * Reads one file of a folder somebody hands in, and trusts nothing about it: that it lies where it says, that it is a file, that it is
 * small, that it is JSON and not nested without end. What is in it is checked elsewhere. Called by `workflows-folder.ts`.
 */
import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseJson } from './commands/json-file.ts';

/** Twenty times the largest of the national template. */
export const MOST_BYTES_A_FILE = 2_000_000;
/** A condition within a condition within a page is ten deep. */
export const DEEPEST = 40;

export type DocumentRead =
  | { readonly json: unknown }
  | { readonly code: 'unreadable' | 'not-json'; readonly where: string; readonly message: string };

const unreadable = (message: string): DocumentRead => ({ code: 'unreadable', where: 'file', message });

const isWithin = (folder: string, path: string): boolean => path === folder || path.startsWith(folder + sep);

/** How deep lists and groups of fields lie in each other; brackets inside quotes do not count. */
const depthOf = (text: string): number => {
  let deepest = 0;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter === '\\') at++;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{' || letter === '[') deepest = Math.max(deepest, ++depth);
    else if (letter === '}' || letter === ']') depth--;
  }
  return deepest;
};

/** A field by this name would be taken for something else than a field. */
const RESERVED = '__proto__';
const hasReserved = (json: unknown): boolean =>
  typeof json === 'object' &&
  json !== null &&
  Object.entries(json).some(([name, value]) => name === RESERVED || hasReserved(value));

const problemWith = (folder: string, file: string): string | undefined => {
  const path = join(folder, file);
  if (!isWithin(realpathSync(folder), realpathSync(path)))
    return `${file} is a link that leads out of the folder. Put the file itself there.`;
  if (!lstatSync(realpathSync(path)).isFile()) return `${file} cannot be read. It must be a file that you may open.`;
  const { size } = statSync(path);
  if (size > MOST_BYTES_A_FILE)
    return `${file} is ${size} bytes long, and ${MOST_BYTES_A_FILE} are taken. Split it into several files.`;
  return undefined;
};

/** What is in `file`, or why it is not taken: a sentence, never a throw. `file` is a path from `folder`. */
export const readDocument = (folder: string, file: string): DocumentRead => {
  let text: string;
  try {
    const problem = problemWith(folder, file);
    if (problem) return unreadable(problem);
    text = readFileSync(join(folder, file), 'utf8');
  } catch {
    return unreadable(`${file} cannot be read. It must be a file that you may open.`);
  }
  if (depthOf(text) > DEEPEST)
    return unreadable(`${file} has lists and groups more than ${DEEPEST} deep in each other, which no such file needs.`);
  const read = parseJson(text);
  if (!('json' in read))
    return { code: 'not-json', where: `line ${read.line}`, message: `${file} is not JSON, line ${read.line}: ${read.message}` };
  return hasReserved(read.json)
    ? unreadable(`${file} has a field called “${RESERVED}”, which cannot be one. Take it out.`)
    : read;
};
