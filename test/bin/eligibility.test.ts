/** The command: a result and its reasons for either kind, and a sentence for everything that is wrong, never a guess. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { WrongUse } from '../../bin/commands/command.ts';
import { eligibilityCommand } from '../../bin/commands/eligibility.ts';
import { run as runOwnway } from '../../bin/commands/run.ts';

const EXAMPLE = fileURLToPath(new URL('fixtures/carer.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ownway-eligibility-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (content: unknown): string => {
  const path = join(folder, 'input.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const run = async (...args: string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await eligibilityCommand.run(args, { out: (text) => void out.push(text), err: (text) => void err.push(text) });
  return { code, out: out.join(''), err: err.join('') };
};

const adult = { kind: 'adult', impairment: true, unable: ['CA-HYGIENE', 'CA-TOILET'], significantImpact: true };
const carer = { kind: 'carer', necessaryCare: true, healthAtRisk: false, unable: ['CARER-HOME'], significantImpact: true };

describe('eligibility', () => {
  test.each<[string, object, string]>([
    ['an adult, two outcomes', adult, 'eligible-needs-identified'],
    ['an adult, one outcome', { ...adult, unable: ['CA-HYGIENE'] }, 'non-eligible-needs-identified'],
    ['an adult, one outcome named twice', { ...adult, unable: ['CA-HYGIENE', 'CA-HYGIENE'] }, 'non-eligible-needs-identified'],
    ['an adult, nothing', { ...adult, unable: [], significantImpact: false }, 'no-needs-identified'],
    ['a carer, one outcome', carer, 'eligible-needs-identified'],
    ['a carer, health alone', { ...carer, healthAtRisk: true, unable: [] }, 'eligible-needs-identified'],
    ['a carer, neither', { ...carer, unable: [] }, 'non-eligible-needs-identified'],
    ['a carer, care that is not necessary', { ...carer, necessaryCare: false }, 'non-eligible-needs-identified'],
    ['a carer, nothing', { ...carer, unable: [], significantImpact: false }, 'no-needs-identified'],
  ])('%s: exactly the two fields, with a reason for each condition', async (_who, input, result) => {
    const { code, out, err } = await run('--input', file(input), '--json');
    expect([code, err]).toEqual([0, '']);
    const read = JSON.parse(out) as { result: string; reasons: string[] };
    expect(Object.keys(read)).toEqual(['result', 'reasons']);
    expect(read.result).toBe(result);
    expect(read.reasons).toHaveLength(3);
    for (const reason of read.reasons) expect(reason).toMatch(/^(Met|Not met): .+\. \(SI 2015\/313 reg [23]\(1\)\([abc]\)\)$/);
  });

  test('in words: the result first, then every condition', async () => {
    const { out } = await run('--input', EXAMPLE);
    expect(out).toMatch(/^Eligible needs identified\nMet: The needs come from providing necessary care/);
  });

  test.each<[string, unknown, string]>([
    ['no kind', { ...adult, kind: undefined }, 'kind'],
    ['a kind there is not', { ...carer, kind: 'child' }, 'kind'],
    ['a list', [adult], 'kind'],
    ['a carer’s outcome for an adult', { ...adult, unable: ['CARER-HOME'] }, 'unable.0'],
    ['an adult’s outcome for a carer', { ...carer, unable: ['CA-HYGIENE'] }, 'unable.0'],
    ['an adult’s condition for a carer', { ...carer, impairment: true }, 'impairment'],
    ['a condition left out', { ...carer, healthAtRisk: undefined }, 'healthAtRisk'],
    ['words for yes', { ...adult, impairment: 'yes' }, 'impairment'],
    ['codes that are no list', { ...adult, unable: 'CA-HYGIENE' }, 'unable'],
    ['a misspelt field', { ...adult, significantimpact: true }, 'significantimpact'],
  ])('%s is a fault at its place, and nothing is worked out', async (_what, input, where) => {
    const { code, out, err } = await run('--input', file(input), '--json');
    expect(code).toBe(1);
    const read = JSON.parse(out) as { ok: boolean; faults: { where: string; message: string }[] };
    expect(read.ok).toBe(false);
    expect(read.faults.map((fault) => fault.where)).toContain(where);
    for (const { message } of read.faults) expect(message).toMatch(/^[A-Z].*[.}"]$/);
    expect(err).toContain(where);
  });

  test.each([
    ['no file named', []],
    ['a file that is not there', ['--input', join(folder, 'gone.json')]],
    ['a flag there is not', ['--input', EXAMPLE, '--kind', 'adult']],
  ])('%s is wrong use', async (_what, args) => {
    await expect(run(...args)).rejects.toThrow(WrongUse);
  });

  test('is in the list of commands, with help', async () => {
    const said: string[] = [];
    const io = { out: (text: string) => void said.push(text), err: () => undefined };
    expect(await runOwnway(['help'], io)).toBe(0);
    expect(await runOwnway(['eligibility', '--help'], io)).toBe(0);
    expect(said.join('\n')).toContain('eligibility --input <file.json> [--json]');
  });
});
