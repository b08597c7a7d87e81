/**
 * Where a command that reads or changes what is live finds it: the Ownway that runs on this machine, or a deployment whose table the
 * environment names. The adapters read their environment when they are loaded, so they are loaded only here.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../../lib/domain/actor.ts';
import { fromHere, type Io, WrongUse } from './command.ts';

/** Written beside the data while Ownway runs; see `bin/start.ts`. */
export const RUNNING = 'running.json';

export const connectionOptions = { data: { type: 'string' }, as: { type: 'string' }, name: { type: 'string' } } as const;
export type ConnectionValues = {
  readonly data?: string | undefined;
  readonly as?: string | undefined;
  readonly name?: string | undefined;
};
export const CONNECTION_DETAILS = [
  '--data   the data folder of the Ownway that runs on this machine (.data when left out); with TABLE_NAME in the environment, that table',
];
export const ACTOR_DETAILS = [
  '--as     who does this: the id of somebody who looks after what the council decides; --name for an id that is not known here',
];

const runningIn = (folder: string): Record<string, string> => {
  try {
    return (JSON.parse(readFileSync(join(folder, RUNNING), 'utf8')) as { env: Record<string, string> }).env;
  } catch (cause) {
    throw new WrongUse(
      `No Ownway runs on the data in ${folder}. Start it with npm start, name its folder with --data, or set TABLE_NAME for a deployment.`,
      { cause },
    );
  }
};

/** What a command prints on standard output is its result, so what functions log is left out. */
const adapters = async () => {
  const { configureWith } = await import('../../functions/configure-ports.ts');
  return { ...configureWith, log: () => {} };
};
export type Connection = Awaited<ReturnType<typeof adapters>>;

/** The ports of a running Ownway. Nothing running, or nothing that answers, is `WrongUse`. */
export const connect = async ({ data }: ConnectionValues): Promise<Connection> => {
  const folder = fromHere(data ?? '.data');
  if (!process.env.TABLE_NAME) Object.assign(process.env, runningIn(folder));
  const ports = await adapters();
  try {
    if (await ports.publishing.live()) return ports;
  } catch (cause) {
    throw new WrongUse('Ownway does not answer. Is it still running?', { cause });
  }
  throw new WrongUse('Nothing has been published there yet.');
};

/** Whoever does this. On a laptop the made-up staff; elsewhere whoever may reach the table says who they are, and it is written down. */
export const actorFrom = async ({ configurations }: Connection, { as, name }: ConnectionValues): Promise<Actor> => {
  if (!as) throw new WrongUse('Say who does this: --as <id>.');
  const staff = (await configurations.current())?.bundle.council.demo?.staff ?? [];
  const known = staff.find(({ id }) => id === as);
  if (known) return known;
  if (name) return { id: as, name, roles: ['configurer'] };
  const may = staff.filter(({ roles }) => roles.includes('configurer')).map(({ id }) => id);
  throw new WrongUse(`“${as}” is nobody known here. Name one of: ${may.join(', ') || 'nobody yet'}; or say --name as well.`);
};

/** What was refused, in words on stderr: the sentence and every fault with its place. */
export const tellRefusal = (
  {
    message,
    faults = [],
  }: { readonly message: string; readonly faults?: readonly { file: string; where: string; message: string }[] | undefined },
  io: Io,
): 1 => {
  for (const each of faults) io.err(`${each.file}, ${each.where}: ${each.message}`);
  io.err(message);
  return 1;
};
