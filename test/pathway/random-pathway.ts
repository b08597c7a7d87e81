/** Pathways made at random: well formed, with every outcome leading somewhere, and otherwise as good or bad as chance has it. Not a test. */
import * as fc from 'fast-check';
import { End, OUTCOMES } from '../../lib/domain/stage.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import { adultCare, stageIn } from './adult-care.ts';

const KINDS = ['assessment', 'resource-allocation', 'plan-approval', 'review', 'form'] as const;
type Kind = (typeof KINDS)[number];

const destination = (ids: readonly string[]) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...ids).map((stage) => ({ stage })) },
    { weight: 1, arbitrary: fc.constantFrom(...End.options).map((end) => ({ end })) },
  );

const namesOf = (kind: Kind): fc.Arbitrary<readonly string[]> =>
  kind === 'form'
    ? fc.subarray(['done', 'more', 'back', 'toString'.toLowerCase()], { minLength: 1 })
    : fc.constant(OUTCOMES[kind]);

const outcomesOf = (kind: Kind, ids: readonly string[]) =>
  namesOf(kind).chain((names) =>
    fc
      .array(destination(ids), { minLength: names.length, maxLength: names.length })
      .map((to) => Object.fromEntries(names.map((name, index) => [name, to[index]]))),
  );

const stage = (kind: Kind, id: string, ids: readonly string[]) =>
  outcomesOf(kind, ids).map((outcomes) => ({
    kind,
    id,
    title: id,
    forThePerson: id,
    ...(kind === 'resource-allocation'
      ? {}
      : { who: kind === 'plan-approval' ? 'approver' : 'assessor', promise: { workingDays: 5 } }),
    ...(kind === 'form' ? { form: id } : {}),
    outcomes,
  }));

/** One to six stages and a review, led to one another by chance. */
export const randomPathway: fc.Arbitrary<Pathway> = fc
  .array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 6 })
  .chain((kinds) => {
    const all: Kind[] = [...kinds, 'review'];
    const ids = all.map((_, index) => `s${index}`);
    return fc
      .tuple(...all.map((kind, index) => stage(kind, `s${index}`, ids)))
      .map((stages) =>
        Pathway.parse({ id: 'random', title: 'Random', jurisdiction: 'ENG', start: 's0', review: ids.at(-1), stages }),
      );
  });

/** The default pathway with up to four of its outcomes led somewhere else. */
export const rewiredAdultCare: fc.Arbitrary<Pathway> = (() => {
  const edges = adultCare().stages.flatMap((one) => Object.keys(one.outcomes).map((outcome) => [one.id, outcome] as const));
  const ids = adultCare().stages.map(({ id }) => id);
  const change = fc.tuple(fc.constantFrom(...edges), destination(ids));
  return fc.array(change, { maxLength: 4 }).map((changes) => {
    const pathway = adultCare();
    for (const [[id, outcome], to] of changes) stageIn(pathway, id).outcomes[outcome] = to;
    return pathway;
  });
})();
