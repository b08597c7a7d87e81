/**
 * Going when npm goes. Between npm and us are a shell and a loader that both live on when npm is killed outright, and would leave us
 * holding the port and the data folder. Not for a server started without npm. Called by `bin/start.ts`.
 */
import { readFileSync } from 'node:fs';

const EVERY_MS = 100;

type Ancestor = { readonly pid: number; readonly parent: number };

/** `undefined` once the process is gone, and where the system has no `/proc`. */
const read = (pid: number, file: string): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
};

/** The parent's id is the second field after the name in brackets, which may hold spaces. */
const parentOf = (pid: number): number => {
  const stat = read(pid, 'stat') ?? '';
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
};

/** From our parent up to npm; only our parent where npm is not found. */
const upToNpm = (pid: number): Ancestor[] => {
  const parent = parentOf(pid);
  const own = { pid, parent };
  if (/(^|\/)npm(\s|\0|$)/.test(read(pid, 'cmdline') ?? '') || parent <= 1) return [own];
  return [own, ...upToNpm(parent)];
};

/** Calls `gone` once any process between us and npm has ended. A process whose parent ended has another one from then on. */
export const goWithNpm = (gone: () => void): void => {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  // The last is npm itself: it may lose its own parent, as under nohup.
  const between = upToNpm(parent).slice(0, -1);
  const changed = () => process.ppid !== parent || between.some((each) => parentOf(each.pid) !== each.parent);
  const timer = setInterval(() => {
    if (!changed()) return;
    clearInterval(timer);
    gone();
  }, EVERY_MS);
  timer.unref();
};
