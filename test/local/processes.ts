/** Looking at processes, and starting Ownway as one, for the tests beside this file. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Ids of the running processes whose command line holds `text`. Linux only, as these tests are. */
export const processesWith = (text: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/cmdline`))
    .flatMap((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(text) ? [Number(name)] : [];
      } catch {
        return [];
      }
    });

/** Waits until no process but our own mentions `text`; answers those that still do after three seconds. */
export const leftOver = async (text: string): Promise<number[]> => {
  const others = () => processesWith(text).filter((pid) => pid !== process.pid);
  for (let tries = 0; tries < 150 && others().length > 0; tries += 1) await pause(20);
  return others();
};

export type Run = { readonly child: ChildProcess; readonly output: () => string; readonly ended: Promise<number | null> };

/** Runs a TypeScript file of the repository in a process of its own. */
export const run = (file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Run => {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], { env: { ...process.env, ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  return { child, output: () => output, ended: once(child, 'close').then(([code]) => code as number | null) };
};

/** The first match of `pattern` in what a process says. Refuses when it ends without saying it. */
export const says = async ({ output, ended }: Run, pattern: RegExp): Promise<string> => {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  for (;;) {
    const match = pattern.exec(output())?.[0];
    if (match) return match;
    if (over) throw new Error(`it ended without saying ${pattern}: ${output()}`);
    await pause(20);
  }
};
