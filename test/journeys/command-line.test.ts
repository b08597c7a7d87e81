/**
 * The command line beside a running service: a stage stripped in files, brought in, published by a second person, taken back; and what was
 * published still there after a restart with the old files. Each command is a process of its own, as people run them.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endOwnway, type Running, startOwnway } from '../support/own-way.ts';
import { Visitor, wordsOf } from '../support/visitor.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ownway-command-line-'));
const data = join(folder, 'data');
const env = { PORT: '0', DATA_DIR: data, SEED: 'none', DAYS_AHEAD: '' };
let running: Running;

beforeAll(async () => {
  running = await startOwnway(env);
});
afterAll(async () => {
  await endOwnway(running, 'SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

type Said = { readonly code: number | null; readonly out: string; readonly err: string };
const ownway = async (...args: string[]): Promise<Said> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bin/ownway.ts', ...args], { cwd: ROOT });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: out.trim(), err };
};
const here = (...args: string[]) => ownway(...args, '--data', data);

/** Every decision in a folder, by path. */
const decisionsIn = (place: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(place)
      .filter((room) => statSync(join(place, room)).isDirectory())
      .flatMap((room) => readdirSync(join(place, room)).map((name) => `${room}/${name}`))
      .filter((path) => path.endsWith('.json') && !path.endsWith('.schema.json'))
      .sort()
      .map((path) => [path, readFileSync(join(place, path), 'utf8')]),
  );

type File = { stages: { id: string; outcomes: Record<string, unknown> }[] };
const strippedCopy = (): string => {
  const copy = join(folder, 'stripped');
  cpSync(join(ROOT, 'workflows'), copy, { recursive: true });
  const path = join(copy, 'pathways/adult-care.json');
  const pathway = JSON.parse(readFileSync(path, 'utf8')) as File;
  pathway.stages = pathway.stages.filter(({ id }) => id !== 'quality-check');
  for (const stage of pathway.stages) if (stage.id === 'planning') stage.outcomes = { ready: { stage: 'plan-approval' } };
  writeFileSync(path, JSON.stringify(pathway));
  return copy;
};
const stagesLive = async (): Promise<string> => {
  const wren = await new Visitor(running.url).signInAs('S-WREN');
  return wordsOf((await wren.get('/admin')).html);
};

test('what is live is exported as the very files it was deployed from', async () => {
  const exported = join(folder, 'exported');
  expect((await here('export', exported)).code).toBe(0);
  expect(decisionsIn(exported)).toEqual(decisionsIn(join(ROOT, 'workflows')));
});

test('a stage is stripped in files, told in words, published by a second person, survives a restart, and is put back', async () => {
  const copy = strippedCopy();
  const told = await ownway('diff', join(ROOT, 'workflows'), copy);
  expect(told.out).toMatch(/−1 approval/);

  const drafted = await here('import', copy, '--as', 'S-WREN', '--reason', 'It never changed a plan');
  expect([drafted.code, drafted.out]).toEqual([0, expect.stringMatching(/^D-[0-9A-F]{10}$/)]);
  const own = await here('publish', drafted.out, '--as', 'S-WREN');
  expect([own.code, own.err]).toEqual([1, expect.stringMatching(/Somebody else has to publish/)]);
  const published = await here('publish', drafted.out, '--as', 'S-BILAL');
  expect([published.code, published.out]).toEqual([0, expect.stringMatching(/^[0-9a-f]{16}$/)]);
  expect(await stagesLive()).toMatch(/Self-directed support for adults 7 /);

  // Stopped in the middle of things and started with the files of before: what was published is live.
  await endOwnway(running, 'SIGKILL');
  expect((await here('versions')).code, 'nothing answers').toBe(2);
  running = await startOwnway(env);
  expect(await stagesLive()).toMatch(/Self-directed support for adults 7 /);

  const [, first] = JSON.parse((await here('versions', '--json')).out) as { version: string }[];
  const back = await here('rollback', first?.version ?? '', '--as', 'S-BILAL', '--reason', 'We want it again');
  expect((await here('publish', back.out, '--as', 'S-WREN')).code).toBe(0);
  expect(await stagesLive()).toMatch(/Self-directed support for adults 8 /);
  const again = join(folder, 'again');
  await here('export', again);
  expect(decisionsIn(again)).toEqual(decisionsIn(join(ROOT, 'workflows')));
}, 240_000);

test('an export never mixes two versions in one folder', async () => {
  const place = join(folder, 'mixed');
  cpSync(join(ROOT, 'workflows'), place, { recursive: true });
  writeFileSync(join(place, 'forms/of-somebody-else.json'), '{}');
  const refused = await here('export', place);
  expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/of-somebody-else.*Nothing was written/s)]);
  expect((await here('export', place, '--replace')).code).toBe(0);
  expect(decisionsIn(place)).toEqual(decisionsIn(join(ROOT, 'workflows')));
});

test.each<[string, string[], RegExp]>([
  ['a folder that is not there', ['import', '/nowhere', '--as', 'S-WREN'], /no folder/],
  ['nobody', ['import', 'workflows'], /--as/],
  ['somebody unknown', ['import', 'workflows', '--as', 'S-NOBODY'], /S-WREN/],
  ['no such draft', ['publish', 'D-0000000000', '--as', 'S-WREN'], /no draft/],
  ['no such version', ['rollback', 'ffffffffffffffff', '--as', 'S-WREN'], /No version/],
])('%s is said in one sentence', async (_what, args, says) => {
  const { code, err, out } = await here(...args);
  expect(code).toBeGreaterThan(0);
  expect(err).toMatch(says);
  expect(err).not.toMatch(/\bat \S+:\d+:\d+/);
  expect(out).toBe('');
});
