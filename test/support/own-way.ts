/**
 * Ownway as its own process, the way `npm start` runs it: to be talked to, killed, or watched refusing to start. Not the stack in
 * process (`lib/local/runner.ts`).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FIRST_START_MS = 120_000;

export type Running = { readonly process: ChildProcess; readonly url: string };

const launch = (env: Record<string, string>, root: string) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bin/start.ts'], { cwd: root, env: { ...process.env, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, said: () => said, ended };
};

/** Starts it and waits until it serves. Throws with what it said when it ends, or takes longer than two minutes. */
export const startOwnway = async (env: Record<string, string>, root = ROOT): Promise<Running> => {
  const { child, said } = launch(env, root);
  for (const until = Date.now() + FIRST_START_MS; Date.now() < until; await pause(50)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`Ownway ended before it served:\n${said()}`);
    const url = /(http:\/\/127\.0\.0\.1:\d+)\/health/.exec(said())?.[1];
    if (url && said().includes('Stop with Ctrl-C')) return { process: child, url };
  }
  child.kill('SIGKILL');
  throw new Error(`Ownway did not serve within ${FIRST_START_MS / 1000} s:\n${said()}`);
};

/** Starts it, expecting it to refuse: its exit code and everything it said. */
export const ownwayEnds = async (env: Record<string, string>, root = ROOT): Promise<{ code: number | null; said: string }> => {
  const { child, said, ended } = launch(env, root);
  const giveUp = setTimeout(() => child.kill('SIGKILL'), FIRST_START_MS);
  const code = await ended;
  clearTimeout(giveUp);
  return { code, said: said() };
};

/** Ends it with `signal` and waits until it is gone. */
export const endOwnway = async ({ process: child }: Running, signal: NodeJS.Signals): Promise<number | null> => {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = once(child, 'exit');
  child.kill(signal);
  return (await gone)[0] as number | null;
};
