import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimDataFolder } from '../../lib/local/data-folder.ts';
import { leftOver, run, says } from './processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'ownway-start-'));
let taken: Server;
let takenPort: string;

beforeAll(async () => {
  taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
  takenPort = String((taken.address() as AddressInfo).port);
});
afterAll(() => {
  taken.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = (env: NodeJS.ProcessEnv) =>
  run('bin/start.ts', [], { PORT: '0', SEED: 'none', DATA_DIR: join(folder, 'data'), npm_lifecycle_event: '', ...env });

describe('npm start, when it cannot', () => {
  it.each([
    ['a port that is no number', { PORT: 'eighty' }, 'PORT is "eighty". It must be a whole number from 0 to 65535.'],
    ['a port that is too large', { PORT: '70000' }, 'PORT is "70000". It must be a whole number from 0 to 65535.'],
    ['days that are no number', { DAYS_AHEAD: '-1' }, 'DAYS_AHEAD is "-1". It must be a whole number from 0 to 3650.'],
    ['a seed nobody knows', { SEED: 'all' }, 'SEED is "all". It must be demo or none.'],
  ])('says what is wrong with %s, and ends with 2', async (_, env, words) => {
    const { ended, output } = start(env);
    expect(await ended).toBe(2);
    expect(output()).toBe(`${words}\n`);
  });

  it('says which council is missing, and which there are', async () => {
    const { ended, output } = start({ COUNCIL: 'nowhere' });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/There is no council “nowhere”\. The files in workflows\/councils\/ are of: larkshire\.\n$/);
    expect(output()).not.toContain('    at ');
  });

  it('says that the port is in use', async () => {
    const { ended, output } = start({ PORT: takenPort });
    expect(await ended).toBe(1);
    expect(output()).toContain(`Port ${takenPort} is in use.`);
    expect(output()).not.toContain('    at ');
  });

  it('says that the data folder is in use, and by whom', async () => {
    const mine = await claimDataFolder(join(folder, 'mine'));
    const { ended, output } = start({ DATA_DIR: join(folder, 'mine') });
    expect(await ended).toBe(1);
    expect(output()).toContain(`in use by another Ownway (process ${process.pid})`);
    mine.release();
  });
});

describe('npm start', () => {
  it('says where everything is, and ends with 0 on Ctrl-C, leaving nothing', async () => {
    const running = start({ DAYS_AHEAD: '2' });
    const url = (await says(running, /http:\/\/127\.0\.0\.1:\d+\/health/)).replace('/health', '');
    await says(running, /Stop with Ctrl-C/);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect(running.output()).toContain('The clock is 2 days ahead.');
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(0);
    expect(await leftOver(join(folder, 'data'))).toEqual([]);
  });

  it('ends with 0 when it is stopped in the middle of starting', async () => {
    const running = start({});
    await says(running, /Starting Ownway/);
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
    expect(await leftOver(join(folder, 'data'))).toEqual([]);
  });
});
