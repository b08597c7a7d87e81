/**
 * A child process that cannot outlive its parent, even one killed with `kill -9`. Not a supervisor: a child that dies stays dead,
 * and `exited` says so. Called by `dynamodb.ts`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export type GuardedChild = {
  readonly pid: number;
  /** Settles when the process has ended, for whatever reason. */
  readonly exited: Promise<void>;
  /** Asks it to end, insists after a second, and answers when it has. */
  readonly stop: () => Promise<void>;
};

/**
 * The shell holds the reading end of a pipe whose writing end only the parent has. However the parent ends, the pipe closes, `cat`
 * returns, and the child is told to end. The child's own id is the first line out.
 */
const GUARD = `
exec 3<&0
"$@" </dev/null 3<&- >&2 & child=$!
echo "$child"
( cat <&3 >/dev/null
  kill "$child" 2>/dev/null
  tries=0
  while kill -0 "$child" 2>/dev/null && [ "$tries" -lt 10 ]; do tries=$((tries + 1)); sleep 0.1; done
  kill -9 "$child" 2>/dev/null ) >/dev/null 2>&1 & guard=$!
exec 3<&- 0</dev/null
wait "$child"
kill "$guard" 2>/dev/null
`;

const firstLine = async (shell: ChildProcess): Promise<number> => {
  const told = shell.stdout ? once(shell.stdout, 'data') : Promise.reject(new Error('no output'));
  const [line] = await Promise.race([told, once(shell, 'exit').then(() => ['']), once(shell, 'error').then(() => [''])]);
  return Number.parseInt(String(line), 10);
};

/** Starts `command`, its output going to the end of `logFile`. Refuses a command that cannot be run. */
export const guardedChild = async (command: string, args: readonly string[], logFile: string): Promise<GuardedChild> => {
  const log = openSync(logFile, 'a');
  // A group of its own: Ctrl-C in the terminal reaches us alone, and we end the child when nothing needs it any more.
  const shell = spawn('/bin/sh', ['-c', GUARD, 'guard', command, ...args], { detached: true, stdio: ['pipe', 'pipe', log] });
  closeSync(log);
  const exited = new Promise<void>((done) => {
    shell.once('exit', () => done());
    shell.once('error', () => done());
  });
  const { stdin } = shell;
  // Closing the pipe of a shell that has just died is no fault; `exited` tells.
  stdin?.on('error', () => {});
  const pid = await firstLine(shell);
  if (!Number.isInteger(pid)) throw new Error(`${command} could not be started.`);
  void exited.then(() => stdin?.destroy());
  const stop = async () => {
    stdin?.end();
    await Promise.race([exited, pause(1500, undefined, { ref: false })]);
  };
  return { pid, exited, stop };
};
