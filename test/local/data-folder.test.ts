import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimDataFolder } from '../../lib/local/data-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ownway-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lock = () => join(folder, 'data', 'ownway.lock');
const dataDir = () => join(folder, 'data');

describe('claimDataFolder', () => {
  it('makes the folder, and lets one at a time have it', async () => {
    const mine = await claimDataFolder(dataDir());
    await expect(claimDataFolder(dataDir())).rejects.toThrow('in use by another Ownway');
    mine.release();
    (await claimDataFolder(dataDir())).release();
  });

  it.each([
    ['an owner that is gone', JSON.stringify({ pid: 2 ** 22 - 1, began: '1' })],
    ['an owner whose id somebody else has now', JSON.stringify({ pid: process.pid, began: 'long ago' })],
    ['a lock cut short by a crash', '{"pid":'],
    ['an empty lock', ''],
  ])('takes over from %s', async (_, content) => {
    (await claimDataFolder(dataDir())).release();
    writeFileSync(lock(), content);
    const mine = await claimDataFolder(dataDir());
    expect(JSON.parse(readFileSync(lock(), 'utf8'))).toMatchObject({ pid: process.pid });
    mine.release();
  });

  it('says plainly when it cannot write there', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(claimDataFolder(join(folder, 'file', 'data'))).rejects.toThrow(
      /cannot be written to \(ENOTDIR\)\. Set DATA_DIR/,
    );
  });
});
