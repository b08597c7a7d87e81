/**
 * Ten thousand pathways made by chance. Each that `check` accepts is sound by going every way there is, and its machine runs to its end
 * on the emulator; each that it rejects names its place. Another seed: `OWNWAY_SEED=7 npx vitest run random-pathways`.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OUTCOMES } from '../../lib/domain/stage.ts';
import { check } from '../../lib/pathway/check.ts';
import { compile } from '../../lib/pathway/compile.ts';
import type { Fault } from '../../lib/pathway/fault.ts';
import type { Pathway } from '../../lib/pathway/schema.ts';
import { walk } from '../../lib/pathway/walk.ts';
import { ENGLAND, isTrue } from './adult-care.ts';
import { explored, type Life, longLife, SOUND, shortLife } from './exploration.ts';
import { leaningPathway } from './leaning-pathway.ts';
import { Machines } from './machines-lived.ts';
import { randomPathway, rewiredAdultCare } from './random-pathway.ts';

const SEED = Number(process.env.OWNWAY_SEED ?? 20_260_705);
const SOURCES = [
  [5_000, leaningPathway],
  [2_500, rewiredAdultCare],
  [2_500, randomPathway],
] as const;
/** Machines at work side by side. */
const AT_ONCE = 16;
const PATIENCE_MS = 300_000;

type Judged = { readonly pathway: Pathway; readonly faults: readonly Fault[] };

const judged: Judged[] = [];
const accepted: Pathway[] = [];
const rejected: Judged[] = [];
let machines: Machines;

beforeAll(async () => {
  for (const [numRuns, source] of SOURCES)
    for (const pathway of fc.sample(source, { numRuns, seed: SEED }))
      judged.push({ pathway, faults: check(pathway, { forms: undefined, duties: ENGLAND }) });
  accepted.push(...judged.filter(({ faults }) => faults.length === 0).map(({ pathway }) => pathway));
  rejected.push(...judged.filter(({ faults }) => faults.length > 0));
  machines = await Machines.open();
}, PATIENCE_MS);
afterAll(() => machines.close());

/** What is wrong, with the pathway it is wrong about and the seed that made it. */
const wrongs = <T>(all: readonly T[], wrong: (one: T) => unknown): unknown[] =>
  all.flatMap((one) => {
    const found = wrong(one);
    return found === undefined ? [] : [{ seed: SEED, found, of: JSON.stringify(one) }];
  });

test('there are ten thousand, and enough of both kinds', () => {
  console.info(`seed ${SEED}: ${accepted.length} accepted, ${rejected.length} rejected`);
  expect(judged.length).toBe(10_000);
  expect(accepted.length).toBeGreaterThan(1_500);
  expect(rejected.length).toBeGreaterThan(1_500);
});

test('each accepted one is sound, gone every way there is', () => {
  const unsound = wrongs(accepted, (pathway) => {
    const found = explored(pathway);
    return JSON.stringify(found) === JSON.stringify(SOUND) ? undefined : found;
  });
  expect(unsound).toEqual([]);
});

/** One life from the start and one from the review, with what the paper says they see. */
const livesOn = (pathway: Pathway): Life[] => [longLife(pathway, pathway.start), shortLife(pathway, pathway.review)];

/** What the machine did otherwise than the paper says. */
const strayed = async (arn: string, pathway: Pathway, life: Life): Promise<unknown> => {
  const { visited, end, fault } = walk(pathway, life.outcomes, life.from);
  const paper = { asked: visited, status: 'ExecutionSucceeded', end: `end ${life.end}` };
  const lived = await machines.live(arn, life).catch(String);
  const same = end === life.end && fault === undefined && JSON.stringify(lived) === JSON.stringify(paper);
  return same ? undefined : { seed: SEED, pathway: JSON.stringify(pathway), life, paper, lived };
};

test(
  'the machine of each accepted one runs to its end on the emulator, by the stages the walk names',
  async () => {
    const distinct = new Map(accepted.map((pathway) => [JSON.stringify(compile(pathway)), pathway]));
    const queue = distinct.values();
    const astray: unknown[] = [];
    const seen = { machines: 0, lives: 0, stages: 0 };
    const worker = async (): Promise<void> => {
      for (const pathway of queue) {
        const arn = await machines.make(compile(pathway));
        seen.machines += 1;
        for (const life of livesOn(pathway)) {
          const found = await strayed(arn, pathway, life);
          if (found) astray.push(found);
          seen.lives += 1;
          seen.stages += life.outcomes.length;
        }
      }
    };
    const from = performance.now();
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const seconds = Math.round((performance.now() - from) / 1_000);
    console.info(`${seen.machines} different machines, ${seen.lives} lives, ${seen.stages} stages in ${seconds} s`);
    expect(astray).toEqual([]);
    expect(seen.machines, 'identical machines are run once').toBe(distinct.size);
    expect(distinct.size, 'the law is about something').toBeGreaterThan(500);
  },
  PATIENCE_MS,
);

/** `stages/<id>/outcomes/<name>`, a field of a stage, or one of the three places that are no stage's. */
const isAPlaceIn = (pathway: Pathway, where: string): boolean => {
  if (['start', 'review', 'stages'].includes(where)) return true;
  const [room, id, field, outcome, ...more] = where.split('/');
  const stage = pathway.stages.find((one) => one.id === id);
  if (room !== 'stages' || !stage || more.length > 0) return false;
  if (field === undefined) return true;
  if (outcome === undefined) return Object.hasOwn(stage, field) || field === 'who';
  const possible: readonly string[] = stage.kind === 'form' ? [] : OUTCOMES[stage.kind];
  return field === 'outcomes' && (Object.hasOwn(stage.outcomes, outcome) || possible.includes(outcome));
};

const isASentence = ({ message, law }: Fault): boolean =>
  /^\P{Ll}.*\S$/su.test(message) && message.endsWith(law === undefined ? '.' : `(${law})`);

test('each rejected one names its place, says so in sentences, and tells only paths that a case can take', () => {
  const vague = wrongs(rejected, ({ pathway, faults }) =>
    faults.find(
      (fault) => !isAPlaceIn(pathway, fault.where) || !isASentence(fault) || (fault.path && !isTrue(pathway, fault.path)),
    ),
  );
  expect(vague).toEqual([]);
});

const SHAPE = [
  'unreachable-stage',
  'no-way-to-an-end',
  'automatic-loop',
  'duty-missed',
  'ended-by-machine',
  'ended-yet-supported',
];
const placesOf = (faults: readonly Fault[], code: Fault['code']): string[] =>
  faults.flatMap((fault) => (fault.code === code ? [fault.where.replace('stages/', '')] : [])).sort();

test('where every name stands for something, the places of the shape are those that going every way finds', () => {
  const whole = rejected.filter(({ faults }) => faults.every(({ code }) => SHAPE.includes(code)));
  const other = wrongs(whole, ({ pathway, faults }) => {
    const { dead, stuck, turning } = explored(pathway);
    const seen = [dead, stuck, turning].map((ids) => [...ids].sort());
    const told = (['unreachable-stage', 'no-way-to-an-end', 'automatic-loop'] as const).map((code) => placesOf(faults, code));
    return JSON.stringify(told) === JSON.stringify(seen) ? undefined : { told, seen };
  });
  expect(other).toEqual([]);
  const dead = whole.filter(({ faults }) => placesOf(faults, 'unreachable-stage').length > 0);
  expect(dead.length, 'the law is about something').toBeGreaterThan(500);
});
