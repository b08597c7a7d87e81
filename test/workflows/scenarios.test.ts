/** The scenarios of the national template: they come out as they say, stripping what nobody needs leaves them be, and they do bite. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadFolder } from '../../bin/workflows-folder.ts';
import { type Documents, documentsFaults, fileText, inRoom } from '../../lib/app/configuring/documents.ts';
import type { Pathway } from '../../lib/pathway/schema.ts';

const { documents } = loadFolder('workflows');
const ADULT = 'pathways/adult-care.json';

/** The pathway without a stage, and what led to it led onward by its first outcome. */
const without = (path: string, id: string): Documents => {
  const pathway = documents[path] as Pathway;
  const [onward] = Object.values(pathway.stages.find((stage) => stage.id === id)?.outcomes ?? {});
  const stages = pathway.stages
    .filter((stage) => stage.id !== id)
    .map((stage) => ({
      ...stage,
      outcomes: Object.fromEntries(
        Object.entries(stage.outcomes).map(([name, to]) => [name, to && 'stage' in to && to.stage === id ? onward : to]),
      ),
    }));
  return { ...documents, [path]: { ...pathway, stages } };
};

test('there are six, each called as its file, in canonical form', () => {
  const scenarios = inRoom(documents, 'scenarios') as [string, { id: string; $schema: string }][];
  expect(scenarios.map(([path, { id }]) => [path, id])).toEqual(
    ['above-the-table', 'carer-in-own-right', 'needs-changed', 'not-eligible', 'plan-returned', 'support-at-home'].map((id) => [
      `scenarios/${id}.json`,
      id,
    ]),
  );
  for (const [path, json] of scenarios) {
    expect(json.$schema).toBe('./scenario.schema.json');
    expect(readFileSync(`workflows/${path}`, 'utf8')).toBe(fileText(json));
  }
});

test('all come out as they say', () => expect(documentsFaults(documents)).toEqual([]));

test.each([
  [ADULT, 'quality-check'],
  [ADULT, 'arranging-support'],
  ['pathways/carer-support.json', 'arranging-support'],
])('stripping what the law does not ask for breaks none: %s, %s', (path, stage) => {
  expect(documentsFaults(without(path, stage)).filter(({ code }) => code === 'scenario-fails')).toEqual([]);
});

test('a points table that comes to another figure is stopped, with the file and both figures', () => {
  const path = 'allocation/demo-2026-1.json';
  const faults = documentsFaults({
    ...documents,
    [path]: { ...(documents[path] as object), contingencyPercent: 20, workedExamples: [] },
  });
  const own = faults.find(({ file }) => file === 'scenarios/support-at-home.json');
  // 20012.5p less a fifth is 16010p.
  expect(own).toMatchObject({ code: 'scenario-fails', where: 'expect' });
  expect(own?.message).toContain('The answers come to £160.10 a week, and £180.11 a week is expected.');
});

test('a way that no longer leads where it did is stopped', () => {
  const pathway = documents['pathways/carer-support.json'] as Pathway;
  const faults = documentsFaults({
    ...documents,
    'pathways/carer-support.json': { ...pathway, id: 'other-carers' },
    'councils/larkshire.json': {
      ...(documents['councils/larkshire.json'] as object),
      carerPathway: 'other-carers',
      ceilings: {},
    },
  });
  expect(faults).toEqual([
    expect.objectContaining({
      file: 'scenarios/carer-in-own-right.json',
      message: expect.stringContaining('There is no pathway “carer-support”.'),
    }),
  ]);
});
