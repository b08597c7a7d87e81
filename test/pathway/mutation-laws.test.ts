/**
 * Everything is taken out of the default configuration, one thing at a time and two at a time. What the law forbids is refused with its
 * section and a path that is true; everything else is let pass. The table is `mutation-table.ts`, by hand.
 */
import { describe, expect, test } from 'vitest';
import { loadFolder } from '../../bin/workflows-folder.ts';
import { type DocumentFault, type Documents, documentsFaults } from '../../lib/app/configuring/documents.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import { everyRemoval } from '../support/every-removal.ts';
import type { Removal } from '../support/removals.ts';
import { isTrue } from './adult-care.ts';
import { ACCEPTED, LAWFUL_TOGETHER, NOT_BOTH, REFUSED } from './mutation-table.ts';

const { documents: BASE } = loadFolder(new URL('../../workflows', import.meta.url).pathname);
const ALL = everyRemoval(BASE);
const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

const LAW = new Map(REFUSED.flatMap(([law, ids]) => words(ids).map((id) => [id, law] as const)));
const WITHOUT = new Map(
  ALL.map((each) => {
    const left = each.from(BASE);
    if (!left) throw new Error(`There is no ${each.id} to take out`);
    return [each.id, left] as const;
  }),
);
const left = ({ id }: Removal): Documents => WITHOUT.get(id) ?? BASE;

const pathwaysOf = (documents: Documents): Pathway[] =>
  Object.entries(documents).flatMap(([path, json]) => (path.startsWith('pathways/') ? [Pathway.parse(json)] : []));

/** Each path can be walked on one of the pathways as they then are. */
const untrue = (documents: Documents, faults: readonly DocumentFault[]): unknown[] => {
  const pathways = pathwaysOf(documents);
  return faults.flatMap(({ path }) => (path && !pathways.some((pathway) => isTrue(pathway, path)) ? [path] : []));
};

const laws = (faults: readonly DocumentFault[]): string => faults.map(({ law }) => law ?? '').join(' | ');

test('the table names everything that can be taken out, each once', () => {
  const named = [...LAW.keys(), ...words(ACCEPTED)];
  expect([...named].sort()).toEqual(ALL.map(({ id }) => id).sort());
  expect(ALL.length).toBeGreaterThan(240);
});

/** Where there is no stage to come to, there is no path: who agrees what, complaints, urgent help and money come at any time. A way there is not has no path at all. */
const ANYTIME = /^council\/|^pathway\/|^room\/support$|challenge|ombudsman|urgent|what-you-pay|up-front-figure/;

describe('one at a time', () => {
  test('as it is', () => expect(documentsFaults(BASE)).toEqual([]));

  test.each(ALL.filter(({ id }) => LAW.has(id)))('$id is refused', (removal) => {
    const faults = documentsFaults(left(removal));
    expect(laws(faults)).toContain(LAW.get(removal.id));
    expect(untrue(left(removal), faults)).toEqual([]);
    const section = faults.filter(({ law }) => law?.includes(LAW.get(removal.id) ?? ''));
    expect(section.every(({ message }) => message.length < 900)).toBe(true);
    if (!ANYTIME.test(removal.id)) expect(section.some(({ path }) => path && path.length > 0)).toBe(true);
  });

  test.each(ALL.filter(({ id }) => !LAW.has(id)))('$id is let pass', (removal) => {
    expect(documentsFaults(left(removal))).toEqual([]);
  });
});

const changedBy = (removal: Removal): readonly string[] => {
  const after = left(removal);
  return [...new Set([...Object.keys(BASE), ...Object.keys(after)])].filter((path) => BASE[path] !== after[path]);
};
const CHANGED = new Map(ALL.map((each) => [each.id, changedBy(each)]));

/** Both taken out; nothing where one is within the other. Documents that only one of them changes are the very same as with it alone. */
const both = (one: Removal, other: Removal): Documents | undefined => {
  const [ones, others] = [CHANGED.get(one.id) ?? [], CHANGED.get(other.id) ?? []];
  if (!others.some((path) => ones.includes(path))) {
    const [first, second] = [left(one), left(other)];
    const gone = new Set(others.filter((path) => second[path] === undefined));
    const changed = Object.fromEntries(others.flatMap((path) => (gone.has(path) ? [] : [[path, second[path]]])));
    return { ...Object.fromEntries(Object.entries(first).filter(([path]) => !gone.has(path))), ...changed };
  }
  return one.from(left(other)) ? other.from(left(one)) : undefined;
};

const PAIRS = new Map(
  [...NOT_BOTH.map(([law, a, b]) => [a, b, law] as const), ...LAWFUL_TOGETHER.map(([a, b]) => [a, b, ''] as const)].flatMap(
    ([a, b, law]) => [
      [`${a} ${b}`, law],
      [`${b} ${a}`, law],
    ],
  ) as [string, string][],
);

const wrongWith = (one: Removal, other: Removal): string[] => {
  const documents = both(one, other);
  if (!documents) return [];
  const listed = PAIRS.get(`${one.id} ${other.id}`);
  const wanted = listed === undefined ? [one, other].flatMap(({ id }) => LAW.get(id) ?? []) : listed === '' ? [] : [listed];
  const faults = documentsFaults(documents);
  const name = `${one.id} and ${other.id}`;
  if (wanted.length === 0) return faults.length === 0 ? [] : [`${name}: refused for ${faults.map(({ message }) => message)}`];
  if (faults.length === 0) return [`${name}: let pass`];
  if (!wanted.some((law) => laws(faults).includes(law))) return [`${name}: refused by ${laws(faults)}`];
  return untrue(documents, faults).map((path) => `${name}: ${JSON.stringify(path)} is no path`);
};

describe('two at a time', () => {
  test.each(ALL.map((one, place) => ({ one, place, id: one.id })))('$id and another', ({ one, place }) => {
    const wrong = ALL.slice(place + 1).flatMap((other) => wrongWith(one, other));
    expect(wrong).toEqual([]);
  });
});
