/**
 * Builds what the pages need besides code: hashed static files for the web function's asset folder, and the generated module of
 * templates and names which the page kit imports. Not markup, not the stack. Called by `ensureWebAssets` and by the CDK app.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { compileStaticFiles, type StaticFiles } from './compile-static-files.ts';
import { compileTemplates, templateRoots } from './compile-templates.ts';

/** Logical name → hashed name: `ownway.css` → `ownway-1a2b3c4d.css`. */
export type AssetManifest = Readonly<Record<string, string>>;

const HERE = import.meta.dirname;
const REPOSITORY = path.resolve(HERE, '../../..');
const PACKAGES = ['govuk-frontend', '@ministryofjustice/frontend', 'nunjucks', 'sass', 'esbuild'];
const MODULE = 'web-assets.js';
const MANIFEST = 'manifest.json';
const OUR_FILES = /^(ownway|page|mark-scripts|icon)-[0-9a-f]{8}\.(css|js|svg)$/;

/** Where the page kit finds the generated module; its `.d.ts` is committed beside it, so types pass before anything is built. */
export const GENERATED_DIR = path.join(REPOSITORY, 'functions/web/kit/generated');

/**
 * Puts the static files into `outDir` and the generated module into the page kit, and answers the names.
 * Work is kept in `cacheDir` under a hash of the sources: when nothing changed, files are only copied (a few milliseconds).
 * Files of ours from an earlier build are removed from `outDir`; others are left alone.
 */
export async function buildWebAssets(folders: { outDir: string; cacheDir: string }): Promise<{ manifest: AssetManifest }> {
  const made = path.join(folders.cacheDir, sourcesHash());
  if (!existsSync(made)) await makeInto(made);
  const manifest: AssetManifest = JSON.parse(readFileSync(path.join(made, MANIFEST), 'utf8'));
  const names = Object.values(manifest);
  mkdirSync(folders.outDir, { recursive: true });
  for (const old of readdirSync(folders.outDir)) {
    if (OUR_FILES.test(old) && !names.includes(old)) rmSync(path.join(folders.outDir, old));
  }
  for (const name of names) place(path.join(made, name), path.join(folders.outDir, name));
  place(path.join(made, MODULE), path.join(GENERATED_DIR, MODULE));
  return { manifest };
}

/** Built aside and renamed when whole, so a stopped or a second build never leaves half a cache. Of two at once, the first stays. */
async function makeInto(made: string): Promise<void> {
  mkdirSync(path.dirname(made), { recursive: true });
  const aside = mkdtempSync(`${made}-`);
  try {
    await writeAll(aside);
    renameSync(aside, made);
  } catch (cause) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(made)) throw new Error('The style sheet, scripts and templates of the pages could not be built.', { cause });
  }
}

async function writeAll(folder: string): Promise<void> {
  const [templates, files] = await Promise.all([
    compileTemplates(templateRoots(path.join(REPOSITORY, 'node_modules'))),
    compileStaticFiles(path.join(HERE, 'sources'), REPOSITORY),
  ]);
  const manifest = hashedNames(files);
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, manifest[name] ?? name), content);
  writeFileSync(path.join(folder, MODULE), `${templates}export const assetNames = ${JSON.stringify(manifest)};\n`);
  writeFileSync(path.join(folder, MANIFEST), JSON.stringify(manifest));
}

function hashedNames(files: StaticFiles): AssetManifest {
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => {
      const { name: stem, ext } = path.parse(name);
      return [name, `${stem}-${sha256(content).slice(0, 8)}${ext}`];
    }),
  );
}

function sourcesHash(): string {
  const own = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|js|scss|svg)$/.test(name));
  const texts = own.sort().map((name) => `${name}\n${readFileSync(path.join(HERE, name), 'utf8')}`);
  const versions = PACKAGES.map((name) => readFileSync(path.join(REPOSITORY, 'node_modules', name, 'package.json'), 'utf8'));
  return sha256([...texts, ...versions].join('\n')).slice(0, 16);
}

/** Leaves an equal file untouched, so watchers stay quiet; otherwise replaces it in one step. */
function place(from: string, to: string): void {
  if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) return;
  mkdirSync(path.dirname(to), { recursive: true });
  const aside = `${to}.${process.pid}`;
  copyFileSync(from, aside);
  renameSync(aside, to);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
