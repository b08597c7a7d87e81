/**
 * What `lib/cdk/assets` builds: small, hashed, ours to use (no crown, no GDS Transport), complete in itself, and built once.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assetUrl } from '../../../../functions/web/kit/asset-url.ts';
import { type AssetManifest, buildWebAssets, GENERATED_DIR } from '../../../../lib/cdk/assets/build-web-assets.ts';

const work = mkdtempSync(path.join(tmpdir(), 'ownway-assets-'));
const folders = { outDir: path.join(work, 'out'), cacheDir: path.join(work, 'cache') };
let manifest: AssetManifest;

beforeAll(async () => {
  ({ manifest } = await buildWebAssets(folders));
});
afterAll(() => rmSync(work, { recursive: true }));

const read = (name: string) => readFileSync(path.join(folders.outDir, manifest[name] ?? name), 'utf8');
const gzipped = (text: string) => gzipSync(text, { level: 9 }).length;

describe('sizes over the wire, with a little room to grow', () => {
  test.each([
    ['ownway.css', 20_000],
    ['page.js', 7_500],
    ['mark-scripts.js', 300],
    ['icon.svg', 500],
  ])('%s is below %i bytes', (name, limit) => {
    expect(gzipped(read(name))).toBeLessThan(limit);
  });

  test('the templates add less than 35 KB to the function', () => {
    expect(gzipped(readFileSync(path.join(GENERATED_DIR, 'web-assets.js'), 'utf8'))).toBeLessThan(35_000);
  });
});

test('neither the crown nor the font of GOV.UK is in what we serve or draw with', () => {
  const everything = [read('ownway.css'), readFileSync(path.join(GENERATED_DIR, 'web-assets.js'), 'utf8')].join();
  expect(everything).not.toMatch(/gds transport|crown|crest|@font-face/i);
  expect(read('ownway.css')).toContain('font-family:Arial,sans-serif');
});

test('the style sheet and the scripts ask for no other file', () => {
  expect(read('ownway.css')).not.toMatch(/url\(|@import/);
  expect(read('page.js') + read('mark-scripts.js')).not.toMatch(/https?:|\bimport\b|eval\(|new Function/);
});

test('names carry a hash of the content, and pages use those names', () => {
  expect(Object.values(manifest).every((name) => /-[0-9a-f]{8}\.(css|js|svg)$/.test(name))).toBe(true);
  expect(assetUrl('ownway.css')).toBe(`/assets/${manifest['ownway.css']}`);
});

test('a second build changes nothing and is quick; an old file of ours goes, a stranger stays', async () => {
  const [old, stranger] = ['ownway-00000000.css', 'robots.txt'].map((name) => path.join(folders.outDir, name)) as [
    string,
    string,
  ];
  for (const file of [old, stranger]) writeFileSync(file, 'x');
  const before = statSync(path.join(folders.outDir, manifest['ownway.css'] ?? '')).mtimeMs;
  const start = performance.now();
  expect(await buildWebAssets(folders)).toEqual({ manifest });
  expect(performance.now() - start).toBeLessThan(200);
  expect(statSync(path.join(folders.outDir, manifest['ownway.css'] ?? '')).mtimeMs).toBe(before);
  expect([existsSync(old), existsSync(stranger)]).toEqual([false, true]);
  expect(readdirSync(folders.cacheDir)).toHaveLength(1);
});
