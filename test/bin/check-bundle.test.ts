/** `check --bundle`: a whole folder, good, lawless and hostile. A plain fault each time; never a stack, never a hang. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../bin/commands/run.ts';

const OWN = fileURLToPath(new URL('../../workflows', import.meta.url));
const PATHWAY = 'pathways/adult-care.json';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ownway-bundle-'));
  cpSync(OWN, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (file: string): string => join(folder, file);
const text = (file: string): string => readFileSync(at(file), 'utf8');
const put = (file: string, words: string): void => writeFileSync(at(file), words);

const check = async (...args: string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (words: string) => void out.push(words), err: (words: string) => void err.push(words) };
  const code = await run(['check', ...args], io);
  return { code, out: out.join('\n'), err: err.join('\n') };
};
const answer = async () => {
  const { code, out, err } = await check('--bundle', folder, '--json');
  expect(out + err).not.toMatch(/\n\s+at /);
  const { ok, faults } = JSON.parse(out) as {
    ok: boolean;
    faults: { code: string; where: string; law?: string; path?: object[] }[];
  };
  expect([code, ok]).toEqual(faults.length === 0 ? [0, true] : [1, false]);
  return faults;
};

test('the default folder has no faults, and says so on both streams', async () => {
  expect(await check('--bundle', folder)).toEqual({
    code: 0,
    out: JSON.stringify({ ok: true, faults: [] }, null, 2),
    err: `${folder} has no faults.`,
  });
});

test('a missed duty: its file, its section, a path', async () => {
  put(PATHWAY, text(PATHWAY).replace('"plan-changes": {"stage": "planning"}', '"plan-changes": {"end": "support-in-place"}'));
  const faults = await answer();
  expect(faults).toMatchObject([
    {
      code: 'duty-missed',
      where: `${PATHWAY}, stages/review/outcomes/plan-changes`,
      law: 'Care Act 2014, s.27(4)',
      path: [{ stage: 'review', outcome: 'plan-changes' }, { end: 'support-in-place' }],
    },
  ]);
});

test('whoever hands in a folder cannot hand in the law', async () => {
  const register = JSON.parse(text('duties/england.json'));
  put('duties/england.json', JSON.stringify({ ...register, duties: [] }));
  expect(await answer()).toEqual([]);
  put(PATHWAY, text(PATHWAY).replace('"plan-changes": {"stage": "planning"}', '"plan-changes": {"end": "support-in-place"}'));
  expect(await answer()).toMatchObject([{ law: 'Care Act 2014, s.27(4)' }]);
});

describe('wrong use', () => {
  test.each([
    ['a folder there is not', () => ['--bundle', at('nowhere')]],
    ['a file', () => ['--bundle', at(PATHWAY)]],
    ['both', () => ['--bundle', folder, at(PATHWAY)]],
    ['no folder named', () => ['--bundle']],
  ])('%s', async (_, args) => {
    const { code, out, err } = await check(...args());
    expect([code, out]).toEqual([2, '']);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('a hostile folder', () => {
  const stages = (count: number): string => {
    const pathway = JSON.parse(text(PATHWAY));
    const more = Array.from({ length: count - pathway.stages.length }, (_, at) => ({ ...pathway.stages[4], id: `more-${at}` }));
    return JSON.stringify({ ...pathway, stages: [...pathway.stages, ...more] });
  };
  test.each<[what: string, spoil: () => void, fault: object]>([
    [
      'a link out of it',
      () => symlinkSync('/etc/passwd', at('forms/passwd.json')),
      { code: 'unreadable', where: 'forms/passwd.json, file' },
    ],
    ['a link to nothing', () => symlinkSync(at('gone'), at('forms/gone.json')), { code: 'unreadable' }],
    ['a folder called x.json', () => mkdirSync(at('forms/x.json')), { code: 'unreadable', where: 'forms/x.json, file' }],
    ['50 MB', () => put('forms/big.json', `"${'x'.repeat(50_000_000)}"`), { code: 'unreadable', where: 'forms/big.json, file' }],
    [
      'a field called __proto__',
      () => put(PATHWAY, text(PATHWAY).replace('"id": "adult-care",', '"id": "adult-care", "__proto__": {"for": "carer"},')),
      { code: 'unreadable', where: `${PATHWAY}, file` },
    ],
    ['lists without end', () => put('forms/deep.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`), { code: 'unreadable' }],
    ['NaN', () => put(PATHWAY, text(PATHWAY).replace('15', 'NaN')), { code: 'not-json' }],
    ['words', () => put('letters/words.json', 'Dear all'), { code: 'not-json', where: 'letters/words.json, line 1' }],
    ['nothing', () => put('letters/none.json', ''), { code: 'not-json' }],
    ['a number', () => put('letters/one.json', '1'), { code: 'schema' }],
    ['1,001 stages', () => put(PATHWAY, stages(1_001)), { code: 'too-many-stages', where: `${PATHWAY}, stages` }],
    ['a name that leads elsewhere', () => put('forms/..json', '{}'), { code: 'unknown-place' }],
  ])('%s', async (_, spoil, fault) => {
    spoil();
    expect(await answer()).toContainEqual(expect.objectContaining(fault));
  });

  test('1,000 stages are gone through', async () => {
    put(PATHWAY, stages(1_000));
    const started = performance.now();
    expect((await answer()).map(({ code }) => code)).toContain('unreachable-stage');
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
