/** The folder of `workflows/` as one bundle: its version, and what is refused with the file named. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FolderFault, faultLines, readWorkflowsFolder } from '../../bin/workflows-folder.ts';

const OWN = fileURLToPath(new URL('../../workflows', import.meta.url));
const PATHWAY = 'pathways/adult-care.json';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ownway-workflows-'));
  for (const room of ['pathways', 'duties']) cpSync(join(OWN, room), join(folder, room), { recursive: true });
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

test("the project's own folder is a bundle", () => {
  const read = readWorkflowsFolder(OWN);
  if (!read.ok) throw new Error(faultLines(read.faults).join('\n'));
  expect(read.bundle.version).toMatch(/^[0-9a-f]{16}$/);
  expect(read.bundle.pathways.map(({ id }) => id)).toContain('adult-care');
  expect(read.bundle.duties.map(({ jurisdiction }) => jurisdiction)).toEqual(['ENG']);
});

describe('the version', () => {
  test('does not follow file names, white space or the order of fields', () => {
    write('forms/a.json', '{"id":"quality-check","n":1}');
    write('forms/b.json', '{"id":"self-assessment"}');
    write('forms/c.json', '{"id":"support-plan"}');
    write('forms/d.json', '{"id":"arranging-support"}');
    const before = versionNow();
    renameSync(join(folder, 'forms/a.json'), join(folder, 'forms/z.json'));
    write('forms/z.json', '{\n  "n": 1,\n  "id": "quality-check"\n}\n');
    expect(versionNow()).toBe(before);
  });

  test('follows every word and figure', () => {
    const before = versionNow();
    write(PATHWAY, file(PATHWAY).replace('"workingDays": 15', '"workingDays": 14'));
    const shorter = versionNow();
    write('allocation/ras.json', '{"pence":[1,2]}');
    const priced = versionNow();
    write('allocation/ras.json', '{"pence":[2,1]}');
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
      () => write(PATHWAY, file(PATHWAY).replace('{ "stage": "quality-check" }', '{ "stage": "quality-chek" }')),
      [{ file: PATHWAY, code: 'dangling-outcome', where: 'stages/planning/outcomes/ready' }],
    ],
    [
      'a form that is not there',
      () => write('forms/one.json', '{"id":"self-assessment"}'),
      ['planning', 'quality-check', 'arranging-support'].map((stage) => ({
        file: PATHWAY,
        code: 'unknown-form' as const,
        where: `stages/${stage}/form`,
      })),
    ],
    [
      'one id twice',
      () => write('pathways/copy.json', file(PATHWAY)),
      [{ file: 'pathways/copy.json', code: 'duplicate-id', where: 'id' }],
    ],
    ['no register of duties', () => rmSync(join(folder, 'duties/england.json')), [{ file: PATHWAY, code: 'no-duties' }]],
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
    for (const line of faultLines(faultsNow())) expect(line).toContain(String(faults[0]?.file));
  });

  test('a folder that is not there at all', () => {
    const read = readWorkflowsFolder(join(folder, 'nowhere'));
    expect(read.ok ? [] : faultLines(read.faults)).toEqual([expect.stringContaining(join(folder, 'nowhere'))]);
  });
});
