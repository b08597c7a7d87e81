/** `ownway burden`: what it prints, where it reads from, and its exit codes. The counting itself is `test/pathway/burden.test.ts`. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../bin/commands/run.ts';
import { CONFIRM_SECONDS, SECONDS } from '../../lib/domain/form-walk.ts';
import type { Burden } from '../../lib/pathway/burden.ts';

const WORKFLOWS = fileURLToPath(new URL('../../workflows', import.meta.url));
const PATHWAY = join(WORKFLOWS, 'pathways/adult-care.json');

let folder: string;
let changed: string;
const inFolder = (file: string) => join(folder, 'workflows', file);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ownway-burden-'));
  cpSync(WORKFLOWS, join(folder, 'workflows'), { recursive: true });
  changed = inFolder('pathways/adult-care.json');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ownway = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, { out: (text) => void out.push(`${text}\n`), err: (text) => void err.push(`${text}\n`) });
  return { code, out: out.join(''), err: err.join('') };
};
const counted = async (path: string): Promise<Burden> => JSON.parse((await ownway('burden', path, '--json')).out) as Burden;
const form = (burden: Burden, id: string) => burden.forms.find((each) => each.form === id);

/** Writes a file of the copied folder again after `change`, and puts it back afterwards. */
const changing = async (
  file: string,
  change: (json: Record<string, never>) => void,
  then: () => Promise<void>,
): Promise<void> => {
  const before = readFileSync(inFolder(file), 'utf8');
  const json = JSON.parse(before) as Record<string, never>;
  change(json);
  writeFileSync(inFolder(file), JSON.stringify(json));
  try {
    await then();
  } finally {
    writeFileSync(inFolder(file), before);
  }
};

test('for programs: per actor what is asked always and at most, and what each decision uses', async () => {
  const { code, out, err } = await ownway('burden', PATHWAY, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const burden = JSON.parse(out) as Burden;
  expect(Object.keys(burden)).toEqual([
    ...['pathway', 'weights', 'actors', 'everybody', 'handOffs', 'approvals', 'forms', 'uses', 'notCounted'],
  ]);
  // The person, then staff, then a check and a sign-off, then staff again.
  expect(burden.handOffs).toEqual({ shortest: 3, everything: 3 });
  expect(burden.approvals).toEqual({ shortest: 2, everything: 2 });
  expect(burden.weights).toEqual({ secondsToAnswer: SECONDS, secondsToConfirm: CONFIRM_SECONDS });
  expect(burden.actors.map(({ actor }) => actor)).toEqual(['person', 'assessor', 'approver']);
  for (const each of burden.actors)
    expect(Object.keys(each)).toEqual(['actor', 'questions', 'repeats', 'confirmOnly', 'freeText', 'required', 'minutes']);
  const uses = new Map(burden.uses.map(({ kind, ref, questions }) => [`${kind} ${ref}`, questions]));
  expect(uses.get('calculation resource-allocation')).toBe(10);
});

test('for people: the same numbers in tables, the weights and what is left out', async () => {
  const { code, out, err } = await ownway('burden', PATHWAY);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { actors } = await counted(PATHWAY);
  for (const { actor, questions } of actors)
    expect(out).toMatch(new RegExp(`^${actor} +${questions.always} +${questions.atMost} `, 'm'));
  expect(out).toContain('Not counted:');
  expect(out).toContain(`life-area ${SECONDS['life-area']}`);
});

describe('of a whole folder', () => {
  type Told = { version: string; pathways: (Burden & { ceiling?: object })[] };

  test('every pathway with its ceiling, the same numbers as by itself', async () => {
    const { code, out, err } = await ownway('burden', '--bundle', WORKFLOWS, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { version, pathways } = JSON.parse(out) as Told;
    expect(version).toMatch(/^[0-9a-f]{16}$/);
    expect(pathways.map(({ pathway }) => pathway)).toEqual(['adult-care', 'carer-support']);
    const { ceiling, ...burden } = pathways[0] as Burden & { ceiling: object };
    expect(burden).toEqual(await counted(PATHWAY));
    const { ceilings } = JSON.parse(readFileSync(join(WORKFLOWS, 'councils/larkshire.json'), 'utf8'));
    expect(ceiling).toEqual(ceilings['adult-care']);
  });

  test('in words, with what is above the ceiling said so', async () => {
    const lower = (json: { ceilings?: object }) => {
      json.ceilings = { 'adult-care': { questions: 5, approvals: 2 } };
    };
    await changing('councils/larkshire.json', lower, async () => {
      const { code, out } = await ownway('burden', '--bundle', join(folder, 'workflows'));
      expect(code).toBe(0);
      expect(out).toMatch(/^Against the ceiling: \d+ of 5 questions, which is over it; 2 of 2 approvals\.$/m);
      expect(out).toMatch(/^There is no ceiling\.$/m);
      expect(out).toMatch(/^hand-offs +3 +3$/m);
    });
  });

  test('a folder with faults is exit 1, a pathway and a folder together exit 2', async () => {
    await changing(
      'pathways/adult-care.json',
      (json: { start?: string }) => {
        json.start = 'gone';
      },
      async () => {
        const { code, out, err } = await ownway('burden', '--bundle', join(folder, 'workflows'));
        expect({ code, out }).toEqual({ code: 1, out: '' });
        expect(err).toContain('pathways/adult-care.json');
      },
    );
    expect(await ownway('burden', PATHWAY, '--bundle', WORKFLOWS)).toMatchObject({ code: 2, out: '' });
  });
});

test('forms and questions are those beside the pathway', async () => {
  const before = await counted(changed);
  expect(before).toEqual(await counted(PATHWAY));
  await changing(
    'forms/quality-check.json',
    (json: { sections?: { pages: { items: unknown[] }[] }[] }) => json.sections?.[0]?.pages[0]?.items.pop(),
    async () => {
      const after = await counted(changed);
      expect(form(after, 'quality-check')?.questions.atMost).toBe((form(before, 'quality-check')?.questions.atMost ?? 0) - 1);
    },
  );
});

test('forms that cannot be asked are told and not counted', async () => {
  await changing(
    'forms/quality-check.json',
    (json: { sections?: { pages: { items: unknown[] }[] }[] }) => json.sections?.[0]?.pages[0]?.items.push({ q: 'gone' }),
    async () => {
      const { code, out, err } = await ownway('burden', changed, '--json');
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(/^forms\/quality-check\/.*\/gone: There is no question “gone”\..* \[unknown-question\]\n$/);
    },
  );
});

test('a file in the folder that cannot be read is told with its name', async () => {
  const before = readFileSync(inFolder('questions/review.json'), 'utf8');
  writeFileSync(inFolder('questions/review.json'), before.replace('"usedBy"', '"usedFor"'));
  const { code, out, err } = await ownway('burden', changed);
  writeFileSync(inFolder('questions/review.json'), before);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('questions/review.json');
});

test('a faulty pathway is exit 1, wrong use exit 2', async () => {
  const faulty = join(folder, 'faulty.json');
  writeFileSync(faulty, readFileSync(PATHWAY, 'utf8').replace('{"stage": "assessment"}', '{"stage": "gone"}'));
  expect(await ownway('burden', faulty)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('[dangling-outcome]') });
  expect(await ownway('burden')).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('Name one file: ownway burden'),
  });
  expect(await ownway('burden', join(folder, 'gone.json'))).toMatchObject({ code: 2, out: '' });
});
