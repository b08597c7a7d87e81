/** The command: four fields out, a sentence for everything that is wrong, and never a figure from bad input. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { WrongUse } from '../../bin/commands/command.ts';
import { contributionCommand } from '../../bin/commands/contribution.ts';
import { run as runOwnway } from '../../bin/commands/run.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const EXAMPLE = at('test/bin/fixtures/contribution.json');
const FIGURES = at('workflows/charging/england.json');

const folder = mkdtempSync(join(tmpdir(), 'ownway-contribution-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};
const example = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as Record<string, number>;

const run = async (...args: string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await contributionCommand.run(args, { out: (text) => void out.push(text), err: (text) => void err.push(text) });
  return { code, out: out.join(''), err: err.join('') };
};

describe('contribution', () => {
  test('--json prints exactly the four fields, with the example’s £56.35', async () => {
    const { code, out, err } = await run('--input', EXAMPLE, '--json');
    expect([code, err]).toEqual([0, '']);
    const result = JSON.parse(out);
    expect(Object.keys(result)).toEqual(['contributionPence', 'tariffIncomePence', 'fullCost', 'lines']);
    expect(result).toMatchObject({ contributionPence: 5_635, tariffIncomePence: 400, fullCost: false });
  });

  test('in words: the figure first, then every step', async () => {
    const { code, out } = await run('--input', EXAMPLE);
    expect(code).toBe(0);
    expect(out).toMatch(/^£56\.35 a week\n/);
    for (const words of ['Counted for savings: £4.00', 'Minimum income guarantee: −£162.15', 'To pay each week: £56.35'])
      expect(out).toContain(words);
  });

  test.each([
    [14_250, 0],
    [14_251, 100],
    [14_500, 100],
    [14_501, 200],
    [15_001, 400],
    [23_250, 3_600],
  ])('£%i saved: tariff income %i pence', async (pounds, tariffIncomePence) => {
    const input = file('tariff.json', { ...example, capitalPence: pounds * 100 });
    expect(JSON.parse((await run('--input', input, '--json')).out)).toMatchObject({ tariffIncomePence, fullCost: false });
  });

  test('£23,251 saved: the full cost', async () => {
    const input = file('full.json', { ...example, capitalPence: 2_325_100 });
    const { out } = await run('--input', input, '--json');
    expect(JSON.parse(out)).toMatchObject({ contributionPence: 18_011, tariffIncomePence: 0, fullCost: true });
  });

  test('the limits are data: other figures, another answer', async () => {
    const figures = JSON.parse(readFileSync(FIGURES, 'utf8')) as { years: { pence: Record<string, number> }[] };
    for (const { pence } of figures.years)
      if (pence.upperLimit) Object.assign(pence, { lowerLimit: 1_500_000, upperLimit: 10_000_000 });
    const { out } = await run('--input', EXAMPLE, '--figures', file('figures.json', figures), '--json');
    expect(JSON.parse(out).tariffIncomePence).toBe(100);
  });

  test('is in the list of commands', async () => {
    const out: string[] = [];
    expect(await runOwnway(['help'], { out: (text) => void out.push(text), err: () => undefined })).toBe(0);
    expect(out.join('\n')).toMatch(/^ {2}contribution\s+\S/m);
  });
});

describe('faults in the input: exit 1, a sentence each on stderr', () => {
  test.each<[string, unknown, string]>([
    ['negative', { ...example, drePence: -1 }, 'drePence'],
    ['a fraction of a penny', { ...example, drePence: 10.5 }, 'drePence'],
    ['words', { ...example, drePence: '1550' }, 'drePence'],
    ['null', { ...example, drePence: null }, 'drePence'],
    ['huge', { ...example, capitalPence: 1_000_000_001 }, 'capitalPence'],
    ['missing', { ...example, migPence: undefined }, 'migPence'],
    ['misspelt', { ...example, migpence: 1 }, 'migpence'],
    ['a list', [], ''],
    ['a number', 5, ''],
  ])('%s', async (_name, content, where) => {
    const done = await run('--input', file('input.json', content), '--json');
    expect(done.code).toBe(1);
    expect(done.err).toMatch(/[A-Z][^\n]*\.\n$/);
    expect(JSON.parse(done.out)).toMatchObject({ ok: false, faults: [{ code: 'not-input', where }] });
  });

  test('more than JSON can hold', async () => {
    const text = JSON.stringify(example).replace('1550', '1e999');
    expect((await run('--input', file('endless.json', text), '--json')).code).toBe(1);
  });

  test('each fault has its own line, and nothing else is printed without --json', async () => {
    const done = await run('--input', file('many.json', { ...example, drePence: -1, capitalPence: 0.5, x: 1 }));
    expect(done).toMatchObject({ code: 1, out: '' });
    expect(done.err.trim().split('\n')).toHaveLength(3);
  });

  test('figures that are none, and figures not in force yet', async () => {
    const broken = await run('--input', EXAMPLE, '--figures', file('none.json', { years: [] }), '--json');
    expect([broken.code, JSON.parse(broken.out).faults[0].code]).toEqual([1, 'not-figures']);
    const early = await run('--input', EXAMPLE, '--on', '2010-01-01', '--json');
    expect([early.code, JSON.parse(early.out).faults[0].where]).toEqual([1, 'years']);
  });
});

describe('wrong use', () => {
  test.each([
    ['no flags', []],
    ['an unknown flag', ['--inputt', EXAMPLE]],
    ['a word too many', ['--input', EXAMPLE, 'please']],
    ['a file that is not there', ['--input', join(folder, 'nowhere.json')]],
    ['a file that is not JSON', ['--input', file('broken.json', '{ "drePence": NaN }')]],
    ['a day that is none', ['--input', EXAMPLE, '--on', '2026-02-31']],
  ])('%s', async (_name, args) => {
    await expect(run(...args)).rejects.toThrow(WrongUse);
  });
});
