/**
 * What a command of the command line is, and the two ways it talks: machine output on `out`, everything else on `err`.
 * Not the commands themselves (one file each beside this), nor the table of them (`run.ts`, which also prints the help).
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { parseJson } from './json-file.ts';

/** 0: fine. 1: the command worked and found faults. 2: the command was used wrongly (unknown flag, missing file, not JSON). */
export type ExitCode = 0 | 1 | 2;

/** Where a command writes. Both take a whole line or block, with or without its last line end. */
export type Io = { readonly out: (text: string) => void; readonly err: (text: string) => void };

export type Command = {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows `ownway`, e.g. `check <pathway.json> [--json]`. */
  readonly usage: string;
  /** What the flags and the exit codes mean, a line each. */
  readonly details: readonly string[];
  /** What may follow `ownway`, ready to copy. */
  readonly examples: readonly string[];
  /** `--help` never reaches it. Wrong use is thrown as `WrongUse`. */
  readonly run: (args: readonly string[], io: Io) => Promise<ExitCode>;
};

/** Thrown for exit 2: the message is one plain sentence that says what to do, printed on stderr without a stack. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** `util.parseArgs`, strict, with the first sentence of its complaint as `WrongUse`. */
export const parse = <T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> => {
  try {
    return parseArgs(config);
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : 'The command was not understood';
    throw new WrongUse(`${said.split(/\. |\n/)[0]?.replace(/\.$/, '')}.`, { cause });
  }
};

/** A path as it was meant where the command was typed: npm changes to the project's own folder before it runs a script. */
export const fromHere = (path: string): string => {
  const typedIn = process.env.npm_lifecycle_event === 'ownway' ? process.env.INIT_CWD : undefined;
  return resolve(typedIn ?? process.cwd(), path);
};

/** The one file a command is about. None, or more than one, is `WrongUse`. */
export const onlyFile = (positionals: readonly string[], usage: string): string => {
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongUse(`Name one file: ownway ${usage}`);
  return path;
};

/** The JSON document in a file a person named on the command line. A missing file or broken JSON is `WrongUse`. */
export const readJson = async (path: string): Promise<unknown> => {
  let text: string;
  try {
    text = await readFile(fromHere(path), 'utf8');
  } catch (cause) {
    throw new WrongUse(`There is no file to read at ${path}. Check the name, or give the whole path.`, { cause });
  }
  const read = parseJson(text);
  if ('json' in read) return read.json;
  throw new WrongUse(`${path} is not JSON, line ${read.line}: ${read.message}`);
};
