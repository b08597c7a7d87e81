import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { leftOver, processesWith, run, says } from './processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'ownway-lifecycle-'));
const dataDir = join(folder, 'data');
const templateDir = inject('synthesis').fixture;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = async () => {
  const running = run('test/local/fixture/run.ts', [templateDir, dataDir]);
  return { ...running, url: await says(running, /http:\/\/127\.0\.0\.1:\d+/) };
};

describe('a running stack', () => {
  it('ends within two seconds of Ctrl-C and leaves no process', async () => {
    const { child, ended } = await start();
    expect(processesWith(dataDir).length).toBeGreaterThanOrEqual(2);
    const asked = Date.now();
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(2000);
    expect(await leftOver(dataDir)).toEqual([]);
  });

  it('takes the emulator with it when it is killed outright, and the next start finds everything accepted', async () => {
    for (const round of ['1', '2', '3']) {
      const { child, ended, url } = await start();
      await fetch(`${url}/put/round-${round}?kept`);
      child.kill('SIGKILL');
      await ended;
      expect(await leftOver(dataDir)).toEqual([]);
    }
    const { child, ended, url } = await start();
    for (const round of ['1', '2', '3']) expect(await (await fetch(`${url}/get/round-${round}`)).json()).toBe('kept');
    child.kill('SIGINT');
    await ended;
  });

  it('starts at once after being killed, without waiting for the old emulator to be gone', async () => {
    const first = await start();
    first.child.kill('SIGKILL');
    const second = await start();
    expect((await fetch(`${second.url}/put/again?yes`)).status).toBe(202);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
    expect(await leftOver(dataDir)).toEqual([]);
  });
});
