import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findEmulator, freePort, startDynamoDb } from '../../lib/local/dynamodb.ts';
import { guardedChild } from '../../lib/local/guarded-child.ts';
import { leftOver } from './processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'ownway-dynamodb-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const install = (name: string, about: object): string => {
  const place = join(folder, 'node_modules', '@dynoxide', name);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'package.json'), JSON.stringify(about));
  writeFileSync(join(place, 'dynoxide'), '#!/bin/sh\n');
  chmodSync(join(place, 'dynoxide'), 0o755);
  return join(place, 'dynoxide');
};

describe('findEmulator', () => {
  it('names the package to add where none is installed', () => {
    expect(() => findEmulator('/')).toThrow(`npm install --no-save @dynoxide/${process.platform}-${process.arch}`);
  });

  it('takes any that is for this machine, and none that is not', () => {
    install('elsewhere', { os: ['plan9'], cpu: [process.arch] });
    expect(() => findEmulator(folder)).toThrow('There is no DynamoDB emulator for this machine');
    const fitting = install('fitting', { os: [process.platform], cpu: [process.arch] });
    mkdirSync(join(folder, 'deep', 'down'), { recursive: true });
    expect(findEmulator(join(folder, 'deep', 'down'))).toBe(fitting);
  });
});

describe('startDynamoDb', () => {
  it('serves until it is closed, and then leaves no process', async () => {
    const emulator = await startDynamoDb({ dataDir: folder });
    const second = await startDynamoDb({ dataDir: folder, endpoint: emulator.endpoint });
    expect(second.endpoint).toBe(emulator.endpoint);
    await second.close();
    expect((await fetch(emulator.endpoint, { method: 'POST', body: '{}' })).status).toBeLessThan(500);
    await emulator.close();
    expect(await leftOver(join(folder, 'dynamodb.sqlite'))).toEqual([]);
  });

  it('tells when the emulator ends by itself', async () => {
    const emulator = await startDynamoDb({ dataDir: folder });
    process.kill(emulator.pid ?? 0, 'SIGKILL');
    await emulator.died;
    await emulator.close();
    expect(await leftOver(join(folder, 'dynamodb.sqlite'))).toEqual([]);
  });

  it.each([
    ['is not an address', 'nowhere', 'which is not an address'],
    ['answers nothing', 'http://127.0.0.1:9', 'Nothing answers at DYNAMODB_ENDPOINT'],
  ])('refuses an endpoint that %s', async (_, endpoint, words) => {
    await expect(startDynamoDb({ dataDir: folder, endpoint })).rejects.toThrow(words);
  });
});

describe('guardedChild', () => {
  it('refuses a command that is not there by ending at once', async () => {
    const child = await guardedChild(join(folder, 'missing'), [], join(folder, 'log'));
    await child.exited;
    await child.stop();
  });

  it('ends a child that will not listen', async () => {
    const stubborn = join(folder, 'stubborn.sh');
    writeFileSync(stubborn, 'trap "" TERM\nwhile :; do sleep 0.05; done\n');
    const child = await guardedChild('/bin/sh', [stubborn], join(folder, 'log'));
    const asked = Date.now();
    await child.stop();
    expect(Date.now() - asked).toBeLessThan(1600);
    expect(await leftOver(stubborn)).toEqual([]);
  });
});

describe('freePort', () => {
  it('answers a port one can listen on', async () => {
    expect(await freePort()).toBeGreaterThan(1023);
  });
});
