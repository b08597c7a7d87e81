/**
 * The pathway file a command names, and what it is checked against: the forms and duties that lie beside it, as in `workflows/`, or
 * else the project's own. Used by `check`, `compile` and `walk`.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CheckContext, check } from '../../lib/pathway/check.ts';
import type { Fault } from '../../lib/pathway/fault.ts';
import { type FolderFault, surroundings } from '../workflows-folder.ts';
import { fromHere, type Io, readJson, WrongUse } from './command.ts';

const OWN_WORKFLOWS = fileURLToPath(new URL('../../workflows', import.meta.url));

const nearest = (beside: string, room: string): string => (existsSync(join(beside, room)) ? beside : OWN_WORKFLOWS);

const contextOf = (path: string, json: unknown): CheckContext => {
  const beside = join(dirname(fromHere(path)), '..');
  const { forms } = surroundings(nearest(beside, 'forms'));
  const { registers } = surroundings(nearest(beside, 'duties'));
  const nation = typeof json === 'object' && json !== null && 'jurisdiction' in json ? json.jurisdiction : undefined;
  const duties = registers.find((register) => register.jurisdiction === nation) ?? registers[0];
  if (!duties)
    throw new WrongUse('There is no duty register to check against. Put one in the folder duties beside the pathways.');
  return { forms, duties };
};

export type PathwayFile = { readonly json: unknown; readonly faults: readonly Fault[] };

/** The file's content with every fault found in it. A missing file or one that is not JSON is `WrongUse`. */
export const readPathwayFile = async (path: string): Promise<PathwayFile> => {
  const json = await readJson(path);
  return { json, faults: check(json, contextOf(path, json)) };
};

/** The faults in words, on stderr: what is wrong where, and a count. */
export const tellFaults = (path: string, faults: readonly Pick<FolderFault, 'where' | 'message' | 'code'>[], io: Io): void => {
  for (const { where, message, code } of faults) io.err(`${where}: ${message} [${code}]`);
  io.err(`${path} has ${faults.length === 1 ? 'one fault' : `${faults.length} faults`}.`);
};
