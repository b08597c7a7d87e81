/**
 * A council takes a stage out of the pathway file and starts again: the next case goes without it. A pathway that is left with a
 * loose end, or without what a law needs, stops the start with the place named. In a copy of the sources, the way a council would.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Pathway } from '../../lib/pathway/schema.ts';
import { endOwnway, ownwayEnds, startOwnway } from '../support/own-way.ts';
import { Visitor, wordsOf } from '../support/visitor.ts';
import { councilSteps, STAFF, storySteps } from '../support/whole-case.ts';
import { type Cast, openCase, optionWith, play } from './cast.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = ['bin', 'lib', 'functions', 'workflows', 'package.json', 'package-lock.json', 'tsconfig.json'];

let copy = '';
let env: Record<string, string> = {};
const file = () => join(copy, 'workflows/pathways/adult-care.json');
let original = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'ownway-strip-'));
  for (const source of SOURCES) cpSync(join(ROOT, source), join(copy, source), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  env = { PORT: '0', DATA_DIR: join(copy, 'data'), SEED: 'none' };
  original = readFileSync(file(), 'utf8');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

type Mutable = Omit<Pathway, 'stages'> & { stages: Pathway['stages'] };
const write = (change: (pathway: Mutable) => void): void => {
  const pathway = JSON.parse(original) as Mutable;
  change(pathway);
  writeFileSync(file(), JSON.stringify(pathway, null, 2));
};
const without = (pathway: Mutable, id: string): void => {
  pathway.stages = pathway.stages.filter((stage) => stage.id !== id);
};

test('the next case goes without the stage', async () => {
  write((pathway) => {
    without(pathway, 'quality-check');
    const planning = pathway.stages.find(({ id }) => id === 'planning');
    Object.assign(planning?.outcomes ?? {}, { ready: { stage: 'plan-approval' } });
  });
  const running = await startOwnway(env, copy);
  try {
    const person = await new Visitor(running.url).signInAs('someone-new', 'Stripped Person');
    const staff = Object.entries(STAFF).map(async ([who, id]) => [who, await new Visitor(running.url).signInAs(id)] as const);
    const cast = { person, ...Object.fromEntries(await Promise.all(staff)) } as Cast;
    const caseId = await openCase(cast);
    const steps = [...storySteps(caseId, optionWith), ...councilSteps(caseId)].filter(
      ({ page }) => !page.endsWith('/form/quality-check'),
    );
    for (const step of steps) await play(cast, step);
    const history = wordsOf((await cast.priya.get(`/cases/${caseId}/history`)).html);
    expect(history).toContain('Support is in place');
    expect(history).not.toMatch(/second look|quality check/i);
  } finally {
    await endOwnway(running, 'SIGINT');
  }
});

test.each<[string, (pathway: Mutable) => void, RegExp[]]>([
  ['a loose end', (pathway) => without(pathway, 'quality-check'), [/stages\/planning\/outcomes\/ready/, /quality-check/]],
  [
    'a missing duty',
    (pathway) => {
      without(pathway, 'self-assessment');
      pathway.start = 'assessment';
    },
    [/reg 2/],
  ],
])('%s stops the start with one plain message', async (_name, change, says) => {
  write(change);
  const { code, said } = await ownwayEnds(env, copy);
  expect(code).toBe(1);
  for (const words of says) expect(said).toMatch(words);
  expect(said).not.toMatch(/\bat \S+:\d+:\d+/);
});
