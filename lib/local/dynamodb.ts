/**
 * DynamoDB on a laptop: finds the emulator that npm installed for this machine, starts it on the loopback address with its data on
 * disk, and answers when it serves. Not the table (`tables.ts`). Called by the runner and by the contract tests.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type GuardedChild, guardedChild } from './guarded-child.ts';
import { StartProblem } from './start-problem.ts';

export type LocalDynamoDb = {
  readonly endpoint: string;
  /** The emulator's process; absent where somebody else's DynamoDB is used. */
  readonly pid?: number;
  /** Settles if the emulator ends by itself. */
  readonly died: Promise<void>;
  readonly close: () => Promise<void>;
};

/** `node_modules/@dynoxide` of this folder or any folder above it. */
const scopeFolder = (from: string): string | undefined => {
  const here = join(from, 'node_modules', '@dynoxide');
  if (existsSync(here)) return here;
  return dirname(from) === from ? undefined : scopeFolder(dirname(from));
};

const fits = (folder: string): boolean => {
  const { os, cpu } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { os?: string[]; cpu?: string[] };
  return (os?.includes(process.platform) ?? true) && (cpu?.includes(process.arch) ?? true);
};

/** The emulator's program. Refuses, naming the package to add, where none for this machine is installed. */
export const findEmulator = (from = dirname(fileURLToPath(import.meta.url))): string => {
  const scope = scopeFolder(from);
  const programs = (scope ? readdirSync(scope) : [])
    .map((name) => join(scope ?? '', name))
    .filter((folder) => existsSync(join(folder, 'package.json')) && fits(folder))
    .map((folder) => join(folder, process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide'))
    .filter((program) => existsSync(program));
  const [found] = programs;
  if (found) return found;
  throw new StartProblem(
    `There is no DynamoDB emulator for this machine. Add one with "npm install --no-save @dynoxide/${process.platform}-${process.arch}", ` +
      'or start any other DynamoDB (for example DynamoDB Local) and set DYNAMODB_ENDPOINT to its address.',
  );
};

/** A port nobody uses now. Somebody may take it the next moment, so who asks must cope. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    await fetch(endpoint, { method: 'POST', body: '{}', signal: AbortSignal.timeout(1000) });
    return true;
  } catch {
    return false;
  }
};

const ready = async (endpoint: string, child: GuardedChild, patienceMs: number): Promise<boolean> => {
  let dead = false;
  void child.exited.then(() => {
    dead = true;
  });
  for (const until = Date.now() + patienceMs; Date.now() < until && !dead; await pause(15))
    if (await answers(endpoint)) return true;
  return false;
};

const someoneElses = async (endpoint: string): Promise<LocalDynamoDb> => {
  if (!URL.canParse(endpoint)) throw new StartProblem(`DYNAMODB_ENDPOINT is "${endpoint}", which is not an address.`, 2);
  if (!(await answers(endpoint)))
    throw new StartProblem(
      `Nothing answers at DYNAMODB_ENDPOINT (${endpoint}). Start that DynamoDB, or unset DYNAMODB_ENDPOINT.`,
    );
  return { endpoint, died: new Promise(() => {}), close: async () => {} };
};

/**
 * Serves from `dataDir`, or from `endpoint` where one is given. Tries three ports before giving up, because a free port can be
 * taken between being found and being used.
 */
export const startDynamoDb = async (options: { dataDir: string; endpoint?: string | undefined }): Promise<LocalDynamoDb> => {
  if (options.endpoint) return someoneElses(options.endpoint);
  const program = findEmulator();
  const logFile = join(options.dataDir, 'dynamodb.log');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const port = await freePort();
    const args = ['--host', '127.0.0.1', '--port', String(port), '--db-path', join(options.dataDir, 'dynamodb.sqlite')];
    const child = await guardedChild(program, args, logFile);
    const endpoint = `http://127.0.0.1:${port}`;
    if (await ready(endpoint, child, 10_000)) return { endpoint, pid: child.pid, died: child.exited, close: child.stop };
    await child.stop();
  }
  throw new StartProblem(`The DynamoDB emulator does not start. What it said is at the end of ${logFile}.`);
};
