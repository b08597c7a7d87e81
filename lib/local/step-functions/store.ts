/**
 * The one file that touches the disk: a LevelDB folder of JSON values under text keys, written in groups. Written means that it survives
 * the end of this process, however sudden; it does not wait for the disk, so a power cut may take the last moment. What the keys mean is `keys.ts`.
 */
import { ClassicLevel } from 'classic-level';

export type Write = { readonly put: string; readonly value: unknown } | { readonly del: string };
export type Range = { readonly gte: string; readonly lt: string };

export type Store = {
  /** All of it or nothing, in the order of the calls; resolves once it is written. */
  commit(writes: readonly Write[]): Promise<void>;
  read(key: string): unknown;
  list(range: Range, limit?: number): Promise<[key: string, value: unknown][]>;
  clear(range: Range): Promise<void>;
  close(): Promise<void>;
};

type Lot = { readonly writes: readonly Write[]; readonly done: () => void; readonly failed: (error: unknown) => void };

const operationOf = (write: Write) =>
  'put' in write
    ? { type: 'put' as const, key: write.put, value: JSON.stringify(write.value) }
    : { type: 'del' as const, key: write.del };

const open = async (folder: string): Promise<ClassicLevel<string, string>> => {
  const db = new ClassicLevel<string, string>(folder, { keyEncoding: 'utf8', valueEncoding: 'utf8' });
  try {
    await db.open();
  } catch (error) {
    const cause = (error as { cause?: { code?: string } }).cause;
    if (cause?.code !== 'LEVEL_LOCKED') throw new Error(`The folder ${folder} could not be opened.`, { cause: error });
    throw new Error(`The folder ${folder} is in use by another process. Stop that one first, or choose another folder.`, {
      cause: error,
    });
  }
  return db;
};

/**
 * Writes that arrive while one is under way go together in the next: many executions, one write. Once a write has failed every later one
 * fails too: what is in memory is then ahead of the disk, and only a new start brings them together.
 */
const createWriter = (db: ClassicLevel<string, string>, log: (line: string) => void) => {
  let waiting: Lot[] = [];
  let writing = false;
  let broken: unknown;
  const drain = async (): Promise<void> => {
    writing = true;
    while (waiting.length > 0) {
      const lots = waiting;
      waiting = [];
      try {
        if (broken) throw broken;
        await db.batch(lots.flatMap((lot) => lot.writes.map(operationOf)));
        for (const lot of lots) lot.done();
      } catch (error) {
        if (!broken) log(`step functions: cannot write to ${db.location}; restart is needed: ${String(error)}`);
        broken = error;
        for (const lot of lots) lot.failed(error);
      }
    }
    writing = false;
  };
  return (writes: readonly Write[]): Promise<void> =>
    new Promise((done, failed) => {
      waiting.push({ writes, done, failed });
      if (!writing) void drain();
    });
};

/** Opens the folder, made if need be. Refuses in one plain sentence when another process has it open. */
export const openStore = async (folder: string, log: (line: string) => void): Promise<Store> => {
  const db = await open(folder);
  return {
    commit: createWriter(db, log),
    read: (key) => {
      const text = db.getSync(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    list: async (range, limit = -1) => {
      const entries = await db.iterator({ ...range, limit }).all();
      return entries.map(([key, text]) => [key, JSON.parse(text)]);
    },
    clear: (range) => db.clear(range),
    close: () => db.close(),
  };
};
