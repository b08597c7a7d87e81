import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { leftOver, processesWith, run, says } from './processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'ownway-lifecycle-'));
const dataDir = join(folder, 'data');
const templateDir = inject('synthesis').fixture;

let running: Awaited<ReturnType<typeof start>> | undefined;
afterAll(() => {
  running?.child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const start = async () => {
  const running = run('test/local/fixture/run.ts', [templateDir, dataDir]);
  return { ...running, url: await says(running, /http:\/\/127\.0\.0\.1:\d+/) };
};

/** One after the other on the same folder: each start finds what the one before left. */
describe('a running stack', () => {
  it('takes the emulator with it when it is killed outright', async () => {
    const { child, ended, url } = await start();
    await fetch(`${url}/put/first?kept`);
    expect(processesWith(dataDir).length).toBeGreaterThanOrEqual(2);
    child.kill('SIGKILL');
    await ended;
    expect(await leftOver(dataDir)).toEqual([]);
  });

  it('starts at once after being killed, without waiting for the old emulator to be gone, and finds everything accepted', async () => {
    const first = await start();
    await fetch(`${first.url}/put/second?kept`);
    first.child.kill('SIGKILL');
    running = await start();
    for (const key of ['first', 'second']) expect(await (await fetch(`${running.url}/get/${key}`)).json()).toBe('kept');
    expect((await fetch(`${running.url}/put/third?yes`)).status).toBe(202);
  });

  it('ends within two seconds of Ctrl-C and leaves no process', async () => {
    const asked = Date.now();
    running?.child.kill('SIGINT');
    expect(await running?.ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(2000);
    expect(await leftOver(dataDir)).toEqual([]);
  });
});
