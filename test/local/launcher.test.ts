import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leftOver, processesWith } from './processes.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ownway-npm-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As npm does it: npm, a shell of its own, and in that the process. `mark` finds the process again. */
const underNpm = async (mark: string) => {
  const waiting = `"${process.execPath}" --import tsx test/local/fixture/wait-with-npm.ts ${mark}`;
  writeFileSync(join(folder, 'npm'), `/bin/sh -c '${waiting}; true'; true\n`);
  const npm = spawn('/bin/sh', [join(folder, 'npm')], { env: { ...process.env, npm_lifecycle_event: 'start' } });
  await once(npm.stdout, 'data');
  return npm;
};

describe('goWithNpm', () => {
  it('goes when npm is killed outright, though the shell between them lives on', async () => {
    const mark = `mark-${process.pid}-killed`;
    const npm = await underNpm(mark);
    await pause(300);
    expect(processesWith(mark).length).toBeGreaterThanOrEqual(1);
    npm.kill('SIGKILL');
    expect(await leftOver(mark)).toEqual([]);
  });
});
