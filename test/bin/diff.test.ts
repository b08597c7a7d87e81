/** `ownway diff`: what it prints, its exit codes, and which council it is about. What differs is `test/app/configuring/difference.test.ts`. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { run } from '../../bin/commands/run.ts';
import type { Difference } from '../../lib/app/configuring/difference.ts';

const WORKFLOWS = fileURLToPath(new URL('../../workflows', import.meta.url));

let folder: string;
let other: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ownway-diff-'));
  other = join(folder, 'workflows');
});
beforeEach(() => {
  rmSync(other, { recursive: true, force: true });
  cpSync(WORKFLOWS, other, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ownway = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, { out: (text) => void out.push(`${text}\n`), err: (text) => void err.push(`${text}\n`) });
  return { code, out: out.join(''), err: err.join('') };
};

const replace = (file: string, from: string, to: string): void => {
  const before = readFileSync(join(other, file), 'utf8');
  expect(before).toContain(from);
  writeFileSync(join(other, file), before.replace(from, to));
};
/** Takes the quality check out of the copied folder: what led to it leads on to the sign-off. */
const strip = (): void => {
  const file = join(other, 'pathways/adult-care.json');
  const json = JSON.parse(
    readFileSync(file, 'utf8').replace('"ready": {"stage": "quality-check"}', '"ready": {"stage": "plan-approval"}'),
  );
  json.stages = json.stages.filter(({ id }: { id: string }) => id !== 'quality-check');
  writeFileSync(file, JSON.stringify(json));
};

test('a folder and itself', async () => {
  expect(await ownway('diff', WORKFLOWS, other)).toEqual({ code: 0, out: 'Nothing changes.\n', err: '' });
});

test('for people: the sentence first, then everything by name', async () => {
  strip();
  replace(
    'letters/plan-agreed.json',
    'Your plan is agreed. {by} agreed it on {date}.',
    'Your plan is agreed, by {by} on {date}.',
  );
  replace('allocation/demo-2026-1.json', '"contingencyPercent": 10', '"contingencyPercent": 11');
  const { code, out, err } = await ownway('diff', WORKFLOWS, other);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.split('\n')[0]).toBe(
    '−2 questions, −1 approval, about 3 minutes less for each person; the stage “Quality check of the plan” goes; one letter changes; one figure changes.',
  );
  expect(out).toContain('\nStages that go:\n  adult-care/quality-check  Quality check of the plan\n');
  expect(out).toContain('\nQuestions that are no longer asked:\n  what-works-well  ');
  expect(out).toContain('\nLetters:\n  plan-agreed\n');
  expect(out).toContain('\nFigures:\n  DEMO-2026-1: contingencyPercent: 10 → 11\n');
  expect(out).toContain('  pathways/adult-care.json  changed, structural\n');
});

test('for programs: the same, with signs; and turned round', async () => {
  strip();
  const there = JSON.parse((await ownway('diff', WORKFLOWS, other, '--json')).out) as Difference;
  expect(there).toMatchObject({
    kind: 'structural',
    pathways: [{ id: 'adult-care', questions: -2, approvals: -1, minutesLess: 3 }],
  });
  const back = JSON.parse((await ownway('diff', other, WORKFLOWS, '--json')).out) as Difference;
  expect(back).toMatchObject({
    kind: 'structural',
    pathways: [{ id: 'adult-care', questions: 2, approvals: 1, minutesLess: -3 }],
  });
  expect(back.sentence).toBe(
    '+2 questions, +1 approval, about 3 minutes more for each person; the stage “Quality check of the plan” is new.',
  );
});

test('a file that cannot be read is told, what can be said is printed, and the exit is 1', async () => {
  strip();
  replace('forms/quality-check.json', '"page": "questions"', '"page": "gone"');
  const faulty = await ownway('diff', WORKFLOWS, other);
  expect(faulty).toMatchObject({ code: 1, err: '' });
  expect(faulty.out).toContain('The stage “Quality check of the plan” goes');
  expect(faulty.out).toContain('nothing is counted:\n  forms/quality-check.json\n');
  writeFileSync(join(other, 'forms/quality-check.json'), '{');
  const broken = await ownway('diff', WORKFLOWS, other, '--json');
  expect(broken.code).toBe(1);
  expect(broken.err).toMatch(/^forms\/quality-check\.json is not JSON, line 1: /);
  expect(JSON.parse(broken.out)).toMatchObject({
    documents: expect.arrayContaining([{ path: 'forms/quality-check.json', how: 'changed', kind: 'structural' }]),
  });
});

test('where there are two councils, one must be named', async () => {
  const second = readFileSync(join(other, 'councils/larkshire.json'), 'utf8').replace('"id": "larkshire"', '"id": "ferndale"');
  writeFileSync(join(other, 'councils/ferndale.json'), second);
  expect(await ownway('diff', WORKFLOWS, other)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('Say which council: --council'),
  });
  expect(await ownway('diff', WORKFLOWS, other, '--council', 'larkshire')).toMatchObject({ code: 0, out: 'Nothing changes.\n' });
  expect(await ownway('diff', WORKFLOWS, other, '--council', 'gone')).toMatchObject({
    code: 2,
    err: expect.stringContaining('no council “gone”'),
  });
});

test('wrong use is exit 2', async () => {
  expect(await ownway('diff', WORKFLOWS)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('Name two folders: ownway diff'),
  });
  expect(await ownway('diff', WORKFLOWS, join(folder, 'gone'))).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no folder'),
  });
  expect(await ownway('diff', WORKFLOWS, other, '--loudly')).toMatchObject({ code: 2, out: '' });
});
