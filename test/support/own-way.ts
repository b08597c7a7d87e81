/**
 * Ownway as its own process, the way `npm start` runs it, for tests that kill it. Not the stack in process (`lib/local/runner.ts`).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type Running = { readonly process: ChildProcess; readonly url: string; readonly said: () => string };

/** Starts it and waits until it serves. Throws with what it said when it ends or takes longer than `patience`. */
export const startOwnway = async (env: Record<string, string>, patience = 120_000): Promise<Running> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bin/start.ts'], { cwd: ROOT, env: { ...process.env, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = `http://127.0.0.1:${env.PORT}`;
  for (const until = Date.now() + patience; Date.now() < until; await new Promise((done) => setTimeout(done, 50))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`Ownway ended before it served:\n${said}`);
    if (!said.includes('Ownway is running')) continue;
    return { process: child, url, said: () => said };
  }
  child.kill('SIGKILL');
  throw new Error(`Ownway did not serve within ${patience / 1000} s:\n${said}`);
};

/** Ends it with `signal` and waits until it is gone. */
export const endOwnway = (running: Running, signal: NodeJS.Signals): Promise<number | null> =>
  new Promise((done) => {
    if (running.process.exitCode !== null || running.process.signalCode !== null) return done(running.process.exitCode);
    running.process.once('exit', (code) => done(code));
    running.process.kill(signal);
  });
