import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type LocalStack, startLocalStack } from '../../lib/local/runner.ts';
import { changedTemplate } from './fixture/changed.ts';

const folder = mkdtempSync(join(tmpdir(), 'ownway-runner-'));
const dataDir = join(folder, 'data');
const said: string[] = [];
const templateDir = inject('synthesis').fixture;
let stack: LocalStack;

const boot = (template: string) => startLocalStack({ templateDir: template, dataDir, port: 0, log: (line) => said.push(line) });
const call = (path: string, init?: RequestInit) => fetch(stack.url + path, { redirect: 'manual', ...init });
const held = async (key: string): Promise<unknown> => (await call(`/get/${key}`)).json();
const until = async (key: string): Promise<unknown> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const value = await held(key);
    if (value !== null) return value;
    await pause(25);
  }
  throw new Error(`${key} never came`);
};

beforeAll(async () => {
  stack = await boot(templateDir);
});
afterAll(async () => {
  await stack.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('startLocalStack', () => {
  it('listens on the loopback address only, and knows that its folder is new', () => {
    expect(stack.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(stack.isNew).toBe(true);
  });

  it('carries a request to the function, the function to the table', async () => {
    expect((await call('/put/a?hello')).status).toBe(202);
    expect(await held('a')).toBe('hello');
  });

  it('hands each address to the function whose route takes it', async () => {
    expect(await (await call('/admin')).json()).toEqual({ routeKey: 'ANY /admin' });
    expect(await (await call('/admin/a/b')).json()).toEqual({
      routeKey: 'ANY /admin/{proxy+}',
      pathParameters: { proxy: 'a/b' },
    });
    expect(await (await call('/administration')).json()).toEqual({ done: 'administration' });
  });

  it('carries a case through the machine: started by a function, waiting on a token, resumed by another', async () => {
    await call('/start/C-1');
    expect(await until('token-C-1')).toEqual(expect.any(String));
    expect(await held('ended-C-1')).toBe(null);
    await call('/answer/C-1');
    expect(await until('ended-C-1')).toBe(true);
  });

  it('ran the custom resource with the published version of the machine', async () => {
    expect(await held('published')).toEqual({
      as: 'Create',
      version: 'one',
      machines: { waiting: expect.stringMatching(/:stateMachine:ownway-testshire-waiting:1$/) },
      // What an administrator publishes to: the same machine without its version, and the function its definition calls.
      machineArns: { waiting: expect.stringMatching(/:stateMachine:ownway-testshire-waiting$/) },
      functions: { note: expect.stringMatching(/:function:Note$/) },
    });
  });

  it('put right at the start what a crash may have left, looking at everything', async () => {
    expect(await until('ticks')).toMatchObject({ times: 1, event: { everything: true } });
  });

  it('answers as API Gateway does when a function fails, or takes too long', async () => {
    const failed = await call('/fail');
    expect([failed.status, await failed.json()]).toEqual([500, { message: 'Internal Server Error' }]);
    const slow = await call('/slow');
    expect([slow.status, await slow.json()]).toEqual([503, { message: 'Service Unavailable' }]);
  });

  it('refuses a body larger than API Gateway takes', async () => {
    const response = await call('/echo', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
    expect(response.status).toBe(413);
  });
});

describe('starting again on the same folder', () => {
  it('keeps the data, the machine’s version and the case that waits', async () => {
    await call('/start/C-2');
    await until('token-C-2');
    await stack.close();
    stack = await boot(templateDir);
    expect(stack.isNew).toBe(false);
    expect(await held('a')).toBe('hello');
    expect(await held('published')).toMatchObject({ as: 'Update', machines: { waiting: expect.stringMatching(/:1$/) } });
    await call('/answer/C-2');
    expect(await until('ended-C-2')).toBe(true);
  });

  it('publishes a new version when the definition changed, and leaves a waiting case on its own', async () => {
    await call('/start/C-3');
    await until('token-C-3');
    await stack.close();
    stack = await boot(changedTemplate(templateDir, join(folder, 'changed'), { comment: 'second' }));
    expect(await held('published')).toMatchObject({ machines: { waiting: expect.stringMatching(/:2$/) } });
    await call('/answer/C-3');
    expect(await until('ended-C-3')).toBe(true);
  });

  it('leaves what was published meanwhile as it is, and makes no version of its own again', async () => {
    await stack.close();
    stack = await boot(templateDir);
    const deployed = (await held('published')) as { machines: { waiting: string } };
    const another = JSON.stringify({ StartAt: 'end', States: { end: { Type: 'Succeed' } }, QueryLanguage: 'JSONata' });
    const answer = await call('/admin/publish', { method: 'POST', body: another });
    const { version } = (await answer.json()) as { version: string };
    expect(version).not.toBe(deployed.machines.waiting);

    const versions = (await (await call('/admin/versions')).json()) as [arn: string, definition: string][];
    expect(versions[0]).toEqual([version, another]);

    for (const time of ['once', 'twice']) {
      await stack.close();
      stack = await boot(templateDir);
      // The template's own version is the one it had, and the other is there for the cases on it.
      expect(await held('published'), time).toMatchObject({ machines: deployed.machines });
      expect(await (await call('/admin/versions')).json(), time).toEqual(versions);
    }
    await call('/start/C-4');
    await until('token-C-4');
  });

  it('starts nothing when the configuration is refused, and leaves nothing behind', async () => {
    await stack.close();
    const refused = changedTemplate(templateDir, join(folder, 'refused'), { version: 'refused', comment: 'second' });
    await expect(boot(refused)).rejects.toThrow('Configuration was not set up: on purpose');
    stack = await boot(templateDir);
    expect(await held('a')).toBe('hello');
  });

  it('refuses a folder that another Ownway has', async () => {
    await expect(boot(templateDir)).rejects.toThrow(/in use by another Ownway \(process \d+\)\. Stop that one, or set DATA_DIR/);
  });
});
