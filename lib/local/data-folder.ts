/**
 * One Ownway per data folder. Not what is in the folder (the emulators know). Called by the runner before anything is started,
 * because two emulators on the same files would spoil them.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartProblem } from './start-problem.ts';

const LOCK = 'ownway.lock';

/** A process, and when it began: ids are used again after a restart of the machine, beginnings are not. */
type Process = { readonly pid: number; readonly began: string };
type Owner = Process & { readonly emulator?: Process };

/** When a process began, in the kernel's own count. Empty where the system does not say; then the id alone must do. */
const beganAt = (pid: number): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces; the beginning is the twentieth field after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const ownerOf = (file: string): Owner | undefined => {
  try {
    const owner = JSON.parse(readFileSync(file, 'utf8')) as Owner;
    return Number.isInteger(owner.pid) && owner.pid > 0 ? owner : undefined;
  } catch {
    return undefined;
  }
};

const stillRuns = ({ pid, began }: Process): boolean => alive(pid) && (began === '' || beganAt(pid) === began);

const ourselves = (): Owner => ({ pid: process.pid, began: beganAt(process.pid) });

const take = (file: string): boolean => {
  try {
    writeFileSync(file, JSON.stringify(ourselves()), { flag: 'wx' });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
};

const inUse = (dataDir: string, owner: Owner | undefined) =>
  new StartProblem(
    `The data folder ${dataDir} is in use by another Ownway${owner ? ` (process ${owner.pid})` : ''}. Stop that one, or set DATA_DIR to another folder.`,
  );

/** The emulator of an owner that is gone ends by itself within moments; only one that does not is ended here, by its recorded id. */
const outlive = async (emulator: Process | undefined): Promise<void> => {
  if (!emulator) return;
  for (let waited = 0; waited < 3000 && stillRuns(emulator); waited += 20) await pause(20);
  if (stillRuns(emulator)) process.kill(emulator.pid, 'SIGKILL');
};

const claim = (dataDir: string, file: string): Owner | undefined => {
  mkdirSync(dataDir, { recursive: true });
  if (take(file)) return undefined;
  const owner = ownerOf(file);
  if (owner && stillRuns(owner)) throw inUse(dataDir, owner);
  rmSync(file, { force: true });
  if (!take(file)) throw inUse(dataDir, ownerOf(file));
  return owner;
};

export type DataFolder = {
  /** Remembers the emulator that serves this folder, so that the next owner can tell when it has gone. */
  readonly servedBy: (pid: number) => void;
  readonly release: () => void;
};

/** Makes the folder ours until `release`. Takes over from an owner that is gone; refuses while another Ownway has it. */
export const claimDataFolder = async (dataDir: string): Promise<DataFolder> => {
  const file = join(dataDir, LOCK);
  try {
    await outlive(claim(dataDir, file)?.emulator);
  } catch (cause) {
    if (cause instanceof StartProblem) throw cause;
    const why = (cause as NodeJS.ErrnoException).code ?? 'unknown';
    throw new StartProblem(`The data folder ${dataDir} cannot be written to (${why}). Set DATA_DIR to one that can.`, 1, {
      cause,
    });
  }
  return {
    servedBy: (pid) => writeFileSync(file, JSON.stringify({ ...ourselves(), emulator: { pid, began: beganAt(pid) } })),
    release: () => rmSync(file, { force: true }),
  };
};
