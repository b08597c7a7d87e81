import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { allocateCommand } from '../../bin/commands/allocate.ts';
import { WrongUse } from '../../bin/commands/command.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const DEMO = at('workflows/allocation/demo-2026-1.json');
const SAVVA = at('test/domain/fixtures/savva.json');
const TV_B = at('test/domain/fixtures/tv-b.answers.json');

const folder = mkdtempSync(join(tmpdir(), 'ownway-allocate-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const run = async (...args: string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await allocateCommand.run(args, { out: (text) => void out.push(text), err: (text) => void err.push(text) });
  return { code, out: out.join(''), err: err.join('') };
};

describe('allocate', () => {
  test('--json prints exactly the six fields, with TV-B’s figures', async () => {
    const { code, out, err } = await run('--model', DEMO, '--answers', TV_B, '--json');
    expect([code, err]).toEqual([0, '']);
    const result = JSON.parse(out);
    expect(Object.keys(result)).toEqual([
      'points',
      'netPoints',
      'weeklyPence',
      'grossWeeklyPence',
      'needsIndividualCosting',
      'lines',
    ]);
    expect(result).toMatchObject({
      points: 50,
      netPoints: 34.5,
      weeklyPence: 18011,
      grossWeeklyPence: 31050,
      needsIndividualCosting: false,
    });
  });

  test('in words: the figure first, then every line of the working', async () => {
    const { code, out } = await run('--model', DEMO, '--answers', TV_B);
    expect(code).toBe(0);
    expect(out).toMatch(/^£180\.11 a week\n/);
    for (const words of [
      '10% is kept back: −£20.0125',
      'All the points together: 34.5 points',
      'If family help stopped: £310.50',
      'a guide, not a limit',
    ]) {
      expect(out).toContain(words);
    }
    expect(out).not.toContain('not ready to publish');
  });

  test.each([
    ['savva-16', 8291],
    ['savva-22', 11221],
  ])('%s is %i pence, in a model that says no more than it must', async (answers, pence) => {
    const { out } = await run('--model', SAVVA, '--answers', at(`test/domain/fixtures/${answers}.answers.json`), '--json');
    expect(JSON.parse(out).weeklyPence).toBe(pence);
  });

  test('a model that cannot be published yet says so, in words only', async () => {
    const { code, out } = await run('--model', SAVVA, '--answers', at('test/domain/fixtures/savva-16.answers.json'));
    expect(code).toBe(0);
    expect(out).toContain('This model is not ready to publish:\n');
  });

  test('no figure is not a fault', async () => {
    const model = file('high.json', {
      questions: [{ id: 'q', options: [{ id: 'o', points: 104 }] }],
      allocation: {
        kind: 'table',
        rows: [
          [0, 0],
          [100, 120000],
        ],
      },
    });
    const answers = file('high-answers.json', { answers: { q: { option: 'o' } } });
    const { code, out } = await run('--model', model, '--answers', answers, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ weeklyPence: null, grossWeeklyPence: null, needsIndividualCosting: true });
  });
});

test('a question without an answer is left out, and that is said', async () => {
  const answers = file('some-answers.json', { answers: { nights: { option: 'now-and-then' } } });
  const done = await run('--model', DEMO, '--answers', answers, '--json');
  expect(done.code).toBe(0);
  expect(done.err).toContain('running-my-home has no answer. It is left out.');
  const { points, lines } = JSON.parse(done.out);
  expect(points).toBe(4);
  expect(lines.filter(({ kind }: { kind: string }) => kind === 'question')).toHaveLength(1);
});

describe('faults in the files: exit 1, a sentence each on stderr', () => {
  test.each([
    ['an unknown option', { answers: { needs: { option: 'x' } } }, 'unknown-option', 'answers.needs'],
    ['no answers', {}, 'not-answers', 'answers'],
    ['a misspelt field', { answers: { needs: { option: 'reassessed', willing: true } } }, 'not-answers', 'answers.needs'],
    ['not even an object', [], 'not-answers', ''],
  ])('%s', async (_name, content, code, where) => {
    const done = await run('--model', SAVVA, '--answers', file('answers.json', content), '--json');
    expect(done.code).toBe(1);
    expect(done.err).not.toBe('');
    const said = JSON.parse(done.out);
    expect(said.ok).toBe(false);
    expect(said.faults).toMatchObject([{ code, where }]);
  });
  test('a model that is none prints nothing on stdout without --json', async () => {
    const done = await run('--model', file('model.json', { questions: [], allocation: 3 }), '--answers', TV_B);
    expect(done).toMatchObject({ code: 1, out: '' });
    expect(done.err.trim().split('\n')).toHaveLength(2);
  });
});

describe('wrong use', () => {
  test.each([
    ['no flags', []],
    ['no answers', ['--model', DEMO]],
    ['an unknown flag', ['--modle', DEMO]],
    ['a word too many', ['--model', DEMO, '--answers', TV_B, 'please']],
    ['a file that is not there', ['--model', join(folder, 'none.json'), '--answers', TV_B]],
    ['a file that is not JSON', ['--model', file('broken.json', '{ "a": '), '--answers', TV_B]],
  ])('%s', async (_name, args) => {
    await expect(run(...args)).rejects.toThrow(WrongUse);
  });
});
