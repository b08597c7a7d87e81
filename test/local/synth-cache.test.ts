import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cachedSynthesis } from '../../lib/local/synth-cache.ts';

let root: string;
let made: number;
beforeEach(() => {
  made = 0;
  root = mkdtempSync(join(tmpdir(), 'ownway-cache-'));
  mkdirSync(join(root, 'lib', 'deep', 'generated'), { recursive: true });
  writeFileSync(join(root, 'lib', 'a.ts'), 'one');
  writeFileSync(join(root, 'package-lock.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const synthesise = async (outDir: string) => {
  made += 1;
  writeFileSync(join(outDir, 'template'), String(made));
};
const get = (settings: unknown = {}) => cachedSynthesis({ root, settings, synthesise });

describe('cachedSynthesis', () => {
  it('synthesises once for the same sources', async () => {
    const first = await get();
    expect(first.cached).toBe(false);
    expect(await get()).toEqual({ folder: first.folder, cached: true });
    expect(made).toBe(1);
  });

  it.each([
    ['a file changed', () => writeFileSync(join(root, 'lib', 'a.ts'), 'two!')],
    ['a file came', () => writeFileSync(join(root, 'lib', 'deep', 'b.ts'), 'one')],
    ['a file went', () => rmSync(join(root, 'lib', 'a.ts'))],
    ['a package changed', () => writeFileSync(join(root, 'package-lock.json'), '{ }')],
  ])('synthesises again when %s', async (_, change) => {
    await get();
    change();
    expect((await get()).cached).toBe(false);
  });

  it('does not when a file was only touched, or made from others', async () => {
    await get();
    utimesSync(join(root, 'lib', 'a.ts'), 1, 1);
    writeFileSync(join(root, 'lib', 'deep', 'generated', 'c.js'), 'made');
    expect((await get()).cached).toBe(true);
  });

  it('keeps one for each setting, and finds the old one again', async () => {
    await get({ council: 'a' });
    expect((await get({ council: 'b' })).cached).toBe(false);
    expect((await get({ council: 'a' })).cached).toBe(true);
  });

  it('leaves nothing behind when the synthesis fails', async () => {
    const fails = async () => Promise.reject(new Error('no'));
    await expect(cachedSynthesis({ root, settings: {}, synthesise: fails })).rejects.toThrow('no');
    expect(readdirSync(join(root, '.cache', 'synth'))).toEqual([]);
    expect((await get()).cached).toBe(false);
  });

  it('keeps only the newest few', async () => {
    const folders: string[] = [];
    for (const council of 'abcdefghij') folders.push((await get({ council })).folder);
    expect(folders.filter((folder) => existsSync(folder))).toHaveLength(8);
    expect(existsSync(folders.at(-1) ?? '')).toBe(true);
  });
});
