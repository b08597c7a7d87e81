/** The command line: exit codes and streams. Most of it in this process; a few times really spawned. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../bin/commands/run.ts';
import { jsonSchemaOf } from '../../bin/commands/schema.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATHWAY = join(ROOT, 'workflows/pathways/adult-care.json');

let folder: string;
let faulty: string;
let broken: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ownway-cli-'));
  faulty = join(folder, 'faulty.json');
  broken = join(folder, 'broken.json');
  writeFileSync(faulty, readFileSync(PATHWAY, 'utf8').replace('{"stage": "quality-check"}', '{"stage": "quality-chek"}'));
  writeFileSync(broken, '{\n  "id": ,\n}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Told = { code: number; out: string; err: string };

const ownway = async (...args: string[]): Promise<Told> => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, { out: (text) => void out.push(`${text}\n`), err: (text) => void err.push(`${text}\n`) });
  return { code, out: out.join(''), err: err.join('') };
};

describe('check', () => {
  test('a sound pathway', async () => {
    expect(await ownway('check', PATHWAY)).toEqual({ code: 0, out: '', err: `${PATHWAY} has no faults.\n` });
    const { code, out, err } = await ownway('check', PATHWAY, '--json');
    expect({ code, out: JSON.parse(out), err }).toEqual({ code: 0, out: { ok: true, faults: [] }, err: '' });
  });

  test('a faulty one, for people and for programs', async () => {
    const people = await ownway('check', faulty);
    expect(people).toMatchObject({ code: 1, out: '' });
    expect(people.err).toMatch(/^stages\/planning\/outcomes\/ready: This leads to “quality-chek”, .*\n.* has one fault\.\n$/s);
    const programs = await ownway('check', faulty, '--json');
    expect(programs).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(programs.out)).toMatchObject({ ok: false, faults: [{ code: 'dangling-outcome' }] });
  });

  describe('with the ways to hold the money beside it', () => {
    /** The pathway beside the ways of England, with Shared Lives as `closure` says. */
    const beside = (closure: object): string => {
      const council = mkdtempSync(join(folder, 'council-'));
      for (const room of ['pathways', 'support']) mkdirSync(join(council, room));
      const rules = JSON.parse(readFileSync(join(ROOT, 'workflows/support/england.json'), 'utf8'));
      rules.kinds[2].closedTo = [closure];
      writeFileSync(join(council, 'support/england.json'), JSON.stringify(rules));
      const path = join(council, 'pathways/adult-care.json');
      writeFileSync(path, readFileSync(PATHWAY));
      return path;
    };

    test('a support kind blocked by a payment route without a lawful reason stops the check', async () => {
      const path = beside({ route: 'direct-payment' });
      const { code, err } = await ownway('check', path);
      expect(code).toBe(1);
      expect(err).toMatch(
        /^support\/england.json, kinds\[2\]\.closedTo\[0\]: .* closed to a direct payment without a lawful reason\./,
      );
      const { faults } = JSON.parse((await ownway('check', path, '--json')).out);
      expect(faults).toEqual([
        expect.objectContaining({ code: 'blocked-without-reason', law: 'Care Act 2014, ss.26 and 31–33' }),
      ]);
    });

    test('so does a scheme of who agrees what that leaves a gap', async () => {
      const path = beside({ route: 'individual-service-fund', ground: 'no-fund-holder-yet', until: '2099-03-31' });
      const councils = join(path, '../../councils');
      mkdirSync(councils);
      const council = JSON.parse(readFileSync(join(ROOT, 'workflows/councils/larkshire.json'), 'utf8'));
      council.approval.tiers[1].from += 1;
      writeFileSync(join(councils, 'larkshire.json'), JSON.stringify(council));
      const { code, err } = await ownway('check', path);
      expect(code).toBe(1);
      expect(err).toMatch(/^councils\/larkshire.json, approval\/tiers\[1\]\.from: Nobody agrees a plan between £300\.01/);
    });

    test('a reason that has run out is noted, and stops nothing', async () => {
      const path = beside({ route: 'individual-service-fund', ground: 'no-fund-holder-yet', until: '2020-03-31' });
      const { code, err } = await ownway('check', path);
      expect({ code, err }).toEqual({
        code: 0,
        err: expect.stringMatching(/^Note: support\/england, kinds\[2\]\.closedTo\[0\]: /),
      });
    });
  });
});

test('compile prints the machine, and refuses a faulty pathway', async () => {
  const machine = await ownway('compile', PATHWAY);
  expect(machine).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(machine.out)).toMatchObject({ StartAt: 'resume', QueryLanguage: 'JSONata' });
  expect(await ownway('compile', faulty)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('quality-chek') });
});

describe('walk', () => {
  test('prints the stages and the end', async () => {
    const { code, out } = await ownway('walk', PATHWAY, '--outcomes', 'submitted, not-eligible', '--json');
    expect({ code, ...JSON.parse(out) }).toEqual({ code: 0, visited: ['self-assessment', 'assessment'], end: 'advice-given' });
  });

  test('refuses an outcome the stage does not have', async () => {
    const { code, out, err } = await ownway('walk', PATHWAY, '--outcomes', 'approved');
    expect({ code, out, err }).toMatchObject({ code: 1, out: '', err: expect.stringContaining('It can end as “submitted”') });
  });
});

test.each([
  ['nothing', [], 'Say what to do.'],
  ['a command that is none', ['chekc'], 'There is no command “chekc”.'],
  ['a flag that is none', ['check', '--jsno', 'x'], "Unknown option '--jsno'."],
  ['no file', ['compile'], 'Name one file: ownway compile <pathway.json>'],
  ['two files', ['check', 'a', 'b'], 'Name one file:'],
  ['a file that is not there', ['check', '/nowhere/p.json'], 'There is no file to read at /nowhere/p.json.'],
  ['a kind of file that is none', ['schema', 'constructor'], 'Name the kind of file'],
])('wrong use is exit 2 with a sentence: %s', async (_name, args, sentence) => {
  const { code, out, err } = await ownway(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(sentence);
});

test.each(['check', 'compile', 'walk'])('a file that is not JSON is exit 2 with its line: %s', async (command) => {
  const { code, out, err } = await ownway(command, broken, '--json');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('is not JSON, line 2: "," is not expected here.');
});

test('help is there for all and for each, with examples', async () => {
  const all = await ownway('--help');
  expect(all).toMatchObject({ code: 0, err: '' });
  for (const command of ['check', 'compile', 'walk', 'allocate', 'burden', 'diff', 'words', 'schema']) {
    expect(all.out).toContain(`  ${command}`);
    const one = await ownway(command, '--help');
    expect(one).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/Exit codes?.*Examples:/s) });
  }
});

test.each([
  ['pathway', 'pathways/pathway.schema.json'],
  ['duties', 'duties/duties.schema.json'],
  ['question', 'questions/questions.schema.json'],
  ['form', 'forms/form.schema.json'],
  ['support', 'support/support.schema.json'],
  ['council', 'councils/council.schema.json'],
  ['scenario', 'scenarios/scenario.schema.json'],
] as const)('the schema editors read is current: %s', (kind, file) => {
  const committed: unknown = JSON.parse(readFileSync(join(ROOT, 'workflows', file), 'utf8'));
  expect(committed, `npm run --silent ownway -- schema ${kind} > workflows/${file}`).toEqual(jsonSchemaOf(kind));
});

describe('spawned', () => {
  const spawn = (...args: string[]): Told => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'bin/ownway.ts'), ...args], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    return { code: status ?? -1, out: stdout, err: stderr };
  };

  test('machine output whole on stdout, exit 0', () => {
    const { code, out, err } = spawn('compile', 'workflows/pathways/adult-care.json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toHaveProperty('States.review');
  });

  test('faults are exit 1, wrong use exit 2, and never a stack', () => {
    const faults = spawn('check', faulty);
    const wrong = spawn('check', broken);
    expect([faults.code, faults.out, wrong.code, wrong.out]).toEqual([1, '', 2, '']);
    expect(faults.err + wrong.err).not.toMatch(/\n\s+at /);
  });
});
