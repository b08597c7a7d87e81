/** The folder of `workflows/` as one bundle: its version, and what is refused with the file named. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FolderFault, faultLines, readWorkflowsFolder } from '../../bin/workflows-folder.ts';

const OWN = fileURLToPath(new URL('../../workflows', import.meta.url));
const PATHWAY = 'pathways/adult-care.json';
const MODEL = 'allocation/demo-2026-1.json';
const SUPPORT = 'support/england.json';
const COUNCIL = 'councils/larkshire.json';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ownway-workflows-'));
  cpSync(OWN, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string): string => readFileSync(join(folder, name), 'utf8');
const write = (name: string, text: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
};

const versionNow = (): string => {
  const read = readWorkflowsFolder(folder);
  if (!read.ok) throw new Error(faultLines(read.faults).join('\n'));
  return read.bundle.version;
};

const faultsNow = (): readonly FolderFault[] => {
  const read = readWorkflowsFolder(folder);
  return read.ok ? [] : read.faults;
};

test('a support kind blocked by a payment route without a lawful reason stops the configuration', () => {
  const rules = JSON.parse(file(SUPPORT));
  rules.kinds[2].closedTo = [{ route: 'individual-service-fund', ground: 'in-house-service' }];
  write(SUPPORT, JSON.stringify(rules));
  expect(readWorkflowsFolder(folder).ok).toBe(false);
  expect(faultLines(faultsNow())).toEqual([
    expect.stringMatching(
      /^support\/england\.json, kinds\[2\]\.closedTo\[0\]: .*Shared Lives.*in-house-service.*never refused because of how it is paid for/,
    ),
  ]);
});

test("the project's own folder is a bundle", () => {
  const read = readWorkflowsFolder(OWN);
  if (!read.ok) throw new Error(faultLines(read.faults).join('\n'));
  expect(read.bundle.version).toMatch(/^[0-9a-f]{16}$/);
  expect(read.bundle.pathways.map(({ id }) => id)).toContain('adult-care');
  expect(read.bundle.duties.map(({ jurisdiction }) => jurisdiction)).toEqual(['ENG']);
});

describe('the version', () => {
  test('does not follow file names, white space or the order of fields', () => {
    const before = versionNow();
    const form = JSON.parse(file('forms/quality-check.json')) as Record<string, unknown>;
    renameSync(join(folder, 'forms/quality-check.json'), join(folder, 'forms/a.json'));
    write('forms/a.json', JSON.stringify(Object.fromEntries(Object.entries(form).reverse())));
    expect(versionNow()).toBe(before);
  });

  test('follows every word and figure', () => {
    const before = versionNow();
    write(PATHWAY, file(PATHWAY).replace('"workingDays": 15', '"workingDays": 14'));
    const shorter = versionNow();
    write(MODEL, file(MODEL).replace('"contingencyPercent": 10', '"contingencyPercent": 11'));
    const priced = versionNow();
    write(MODEL, file(MODEL).replace('"contingencyPercent": 11', '"contingencyPercent": 12'));
    expect(new Set([before, shorter, priced, versionNow()]).size).toBe(4);
  });

  test('does not follow files that are no decisions', () => {
    const before = versionNow();
    write('pathways/README.md', 'words');
    write('pathways/other.schema.json', 'not even JSON');
    expect(versionNow()).toBe(before);
    expect(readdirSync(join(folder, 'pathways'))).toContain('README.md');
  });
});

describe('refused, with the file named', () => {
  test.each<[string, () => void, Partial<FolderFault>[]]>([
    [
      'no folder of pathways',
      () => rmSync(join(folder, 'pathways'), { recursive: true }),
      [{ file: 'pathways', code: 'missing-folder' }],
    ],
    ['broken JSON', () => write(PATHWAY, '{\n"id": }'), [{ file: PATHWAY, code: 'not-json', where: 'line 2' }]],
    [
      'a folder where a file should be',
      () => mkdirSync(join(folder, 'pathways/odd.json')),
      [{ file: 'pathways/odd.json', code: 'unreadable', where: 'file' }],
    ],
    [
      'a dangling outcome',
      () => write(PATHWAY, file(PATHWAY).replace('{"stage": "quality-check"}', '{"stage": "quality-chek"}')),
      [{ file: PATHWAY, code: 'dangling-outcome', where: 'stages/planning/outcomes/ready' }],
    ],
    [
      'a form that is not there',
      () => rmSync(join(folder, 'forms/quality-check.json')),
      [{ file: PATHWAY, code: 'unknown-form', where: 'stages/quality-check/form' }],
    ],
    [
      'a form with a field nobody knows',
      () => write('forms/quality-check.json', file('forms/quality-check.json').replace('"intro"', '"introo"')),
      [{ file: 'forms/quality-check.json', code: 'schema', where: 'file' }],
    ],
    [
      'a table of points that falls',
      () => write(MODEL, file(MODEL).replace('120000', '20000')),
      [{ file: MODEL, code: 'not-monotonic' }],
    ],
    [
      'a support kind closed to a way of paying without a reason',
      () =>
        write(
          SUPPORT,
          file(SUPPORT).replace('"id": "home-care",', '"id": "home-care", "closedTo": [{ "route": "direct-payment" }],'),
        ),
      [{ file: SUPPORT, code: 'blocked-without-reason', where: 'kinds[1].closedTo[0]' }],
    ],
    [
      'ways to pay with a field nobody knows',
      () => write(SUPPORT, file(SUPPORT).replace('"forNow"', '"fornow"')),
      [
        { file: SUPPORT, code: 'schema', where: 'forNow' },
        { file: SUPPORT, code: 'schema', where: 'file' },
      ],
    ],
    [
      'a council that never reviews',
      () =>
        write(
          'councils/larkshire.json',
          file('councils/larkshire.json').replace('"thenEveryMonths": 12', '"thenEveryMonths": 0'),
        ),
      [{ file: 'councils/larkshire.json', code: 'schema', where: 'review/thenEveryMonths' }],
    ],
    [
      'a scheme of who agrees what with a gap',
      () => write(COUNCIL, file(COUNCIL).replace('"from": 30001', '"from": 30002')),
      [{ file: COUNCIL, code: 'tiers-leave-a-gap', where: 'approval/tiers[1].from' }],
    ],
    [
      'a panel nobody sits on',
      () => write(COUNCIL, file(COUNCIL).replace('"panel": true', '"panel": false')),
      [{ file: COUNCIL, code: 'panel-without-members', where: 'approval/tiers[2].panel' }],
    ],
    [
      'plans for the panel agreed at once',
      () => write(COUNCIL, file(COUNCIL).replace('"upTo": 15000', '"upTo": 100001')),
      [{ file: COUNCIL, code: 'at-once-past-the-panel', where: 'approval/atOnce.upTo' }],
    ],
    [
      'cover by somebody who is not there',
      () =>
        write(
          COUNCIL,
          file(COUNCIL).replace(
            '"cover": []',
            '"cover": [{ "of": "S-MORAG", "by": "S-GONE", "from": "2026-12-01", "until": "2026-12-02", "limitPence": 1 }]',
          ),
        ),
      [{ file: COUNCIL, code: 'cover-by-nobody', where: 'approval/cover[0].by' }],
    ],
    [
      'one id twice',
      () => write('pathways/copy.json', file(PATHWAY)),
      [{ file: 'pathways/copy.json', code: 'duplicate-id', where: 'id' }],
    ],
    [
      'no register of duties',
      () => rmSync(join(folder, 'duties/england.json')),
      [
        { file: PATHWAY, code: 'no-duties' },
        { file: 'pathways/carer-support.json', code: 'no-duties' },
      ],
    ],
    [
      'a register that cannot be read',
      () => write('duties/england.json', file('duties/england.json').replace('"reviewed"', '"reviewd"')),
      [
        { file: 'duties/england.json', code: 'schema', where: 'reviewed' },
        { file: 'duties/england.json', code: 'schema', where: 'file' },
      ],
    ],
  ])('%s', (_name, spoil, faults) => {
    spoil();
    expect(faultsNow()).toMatchObject(faults);
    expect(faultsNow()).toHaveLength(faults.length);
    for (const [place, line] of faultLines(faultsNow()).entries()) expect(line).toContain(String(faults[place]?.file));
  });

  test('a folder that is not there at all', () => {
    const read = readWorkflowsFolder(join(folder, 'nowhere'));
    expect(read.ok ? [] : faultLines(read.faults)).toEqual([expect.stringContaining(join(folder, 'nowhere'))]);
  });
});
