/**
 * Synthesis, done again only when a source changed. Not the synthesis (`lib/cdk`): it is handed in, so that a start that finds its
 * template ready never loads CDK. Called by `bin/start.ts` and the journeys.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** What a synthesis is made of. Generated files are made from the others, so they do not count. */
const SOURCES = ['bin', 'lib', 'functions', 'workflows', 'package.json', 'package-lock.json', 'tsconfig.json'];
const GENERATED = /\/generated\/[^/]+\.js$/;
const KEPT = 8;

type Known = Record<string, { mtimeMs: number; size: number; hash: string }>;

const filesUnder = (root: string, path: string): string[] => {
  const whole = join(root, path);
  if (!existsSync(whole)) return [];
  if (!statSync(whole).isDirectory()) return [path];
  return readdirSync(whole, { withFileTypes: true }).flatMap((entry) => filesUnder(root, `${path}/${entry.name}`));
};

const readIndex = (file: string): Known => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Known;
  } catch {
    return {};
  }
};

/** The hash of every source's content. A file whose size and time are as before is not read again. */
const hashOf = (root: string, indexFile: string, settings: unknown): string => {
  const before = readIndex(indexFile);
  const index: Known = {};
  for (const path of SOURCES.flatMap((source) => filesUnder(root, source)).sort()) {
    if (GENERATED.test(path)) continue;
    const { mtimeMs, size } = statSync(join(root, path));
    const known = before[path];
    const hash =
      known?.mtimeMs === mtimeMs && known.size === size
        ? known.hash
        : createHash('sha256')
            .update(readFileSync(join(root, path)))
            .digest('hex');
    index[path] = { mtimeMs, size, hash };
  }
  if (JSON.stringify(index) !== JSON.stringify(before)) {
    const aside = `${indexFile}.${process.pid}`;
    writeFileSync(aside, JSON.stringify(index));
    renameSync(aside, indexFile);
  }
  const content = Object.entries(index).map(([path, { hash }]) => `${path} ${hash}`);
  return createHash('sha256')
    .update(JSON.stringify([settings, content]))
    .digest('hex')
    .slice(0, 16);
};

/** Keeps the few newest: going back to an earlier branch should not cost a synthesis either. */
const prune = (folder: string): void => {
  const made = readdirSync(folder)
    .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of made.slice(KEPT)) rmSync(path, { recursive: true, force: true });
};

export type SynthCache = {
  readonly root: string;
  readonly settings: unknown;
  readonly synthesise: (outDir: string) => Promise<void>;
};

/** The folder of a synthesis of the sources as they are. Made aside and renamed when whole, so a stopped start leaves no half. */
export const cachedSynthesis = async ({
  root,
  settings,
  synthesise,
}: SynthCache): Promise<{ folder: string; cached: boolean }> => {
  const cache = join(root, '.cache');
  const all = join(cache, 'synth');
  mkdirSync(all, { recursive: true });
  const folder = join(all, hashOf(root, join(cache, 'sources.json'), settings));
  if (existsSync(folder)) {
    utimesSync(folder, new Date(), new Date());
    return { folder, cached: true };
  }
  const aside = mkdtempSync(join(all, '.making-'));
  try {
    await synthesise(aside);
    if (!existsSync(folder)) renameSync(aside, folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  prune(all);
  return { folder, cached: false };
};
