/**
 * Pathways made from the national ones by what councils do to them: stages taken out, put in, merged, doubled, moved about; and now and
 * then a slip. Many are lawful and many are not, which is for `check` to say. Not a test.
 */
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { End } from '../../lib/domain/stage.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import { adultCare, formStage, stageIn, strip } from './adult-care.ts';

const CARERS = new URL('../../workflows/pathways/carer-support.json', import.meta.url);
const carerSupport = (): Pathway => Pathway.parse(JSON.parse(readFileSync(CARERS, 'utf8')));

type Stage = Pathway['stages'][number];
type To = { stage: string } | { end: string };
type Dice = readonly [number, number, number];
type Edit = (pathway: Pathway, dice: Dice) => void;

const picked = <T>(list: readonly T[], die: number): T => {
  const found = list[die % list.length];
  if (found === undefined) throw new Error('There is nothing to pick from');
  return found;
};
const has = ({ stages }: Pathway, id: string): boolean => stages.some((stage) => stage.id === id);
const stageBy = (pathway: Pathway, die: number) => stageIn(pathway, picked(pathway.stages, die).id);

/** Every outcome that leads somewhere. */
const edgesOf = (pathway: Pathway): { from: string; outcome: string; to: To }[] =>
  pathway.stages.flatMap(({ id }) =>
    Object.entries(stageIn(pathway, id).outcomes).flatMap(([outcome, to]) => (to ? [{ from: id, outcome, to }] : [])),
  );

/** The first of these ids that no stage has yet. */
const free = (pathway: Pathway, name: string): string => {
  const taken = pathway.stages.filter(({ id }) => id.startsWith(name)).length;
  return `${name}-${taken + 1}`;
};

const without =
  (id: string, outcome: string): Edit =>
  (pathway) => {
    if (has(pathway, id) && stageIn(pathway, id).outcomes[outcome]) strip(pathway, id, outcome);
  };

/** A stage of the council's own on one of the ways, with a way on and perhaps another that leads round again. */
const between: Edit = (pathway, [edge, kind, other]) => {
  const { from, outcome, to } = picked(edgesOf(pathway), edge);
  const id = free(pathway, 'own');
  const rounds: Record<string, To>[] = [
    {},
    { again: { stage: id } },
    { back: { stage: from } },
    { elsewhere: { stage: picked(pathway.stages, other).id } },
  ];
  pathway.stages.splice(other % pathway.stages.length, 0, formStage(id, { done: to, ...picked(rounds, kind) }));
  stageIn(pathway, from).outcomes[outcome] = { stage: id };
};

const before: Edit = (pathway) => {
  const id = free(pathway, 'first');
  pathway.stages.push(formStage(id, { told: { stage: pathway.start } }));
  pathway.start = id;
};

const costedByPeople: Edit = (pathway) => {
  if (!has(pathway, 'resource-allocation') || has(pathway, 'costing')) return;
  const { outcomes } = stageIn(pathway, 'resource-allocation');
  pathway.stages.push(formStage('costing', { costed: outcomes.allocated }));
  outcomes['needs-individual-costing'] = { stage: 'costing' };
};

/** The stage, and the form, of the person's own account. */
const accountIn = (pathway: Pathway): string => (pathway.for === 'carer' ? 'carers-self-assessment' : 'self-assessment');

/** The person's own account made in the assessment. */
const merged: Edit = (pathway) => {
  const own = accountIn(pathway);
  if (!has(pathway, own) || !has(pathway, 'assessment')) return;
  strip(pathway, own, 'submitted');
  Object.assign(stageIn(pathway, 'assessment'), { includes: [own] });
};

/** Reviews lead to an assessment of their own, made together. */
const reassessedApart: Edit = (pathway) => {
  if (!has(pathway, 'assessment') || !has(pathway, 'review') || has(pathway, 'reassessment')) return;
  const includes = [accountIn(pathway)];
  const twin = structuredClone(stageIn(pathway, 'assessment'));
  pathway.stages.push({ ...twin, id: 'reassessment', includes } as unknown as Stage);
  stageIn(pathway, 'review').outcomes['needs-changed'] = { stage: 'reassessment' };
};

const agreedTwice: Edit = (pathway) => {
  if (!has(pathway, 'plan-approval')) return;
  const id = free(pathway, 'panel');
  const first = stageIn(pathway, 'plan-approval');
  pathway.stages.push({ ...structuredClone(first), id } as unknown as Stage);
  first.outcomes.approved = { stage: id };
};

const movedAbout: Edit = (pathway, [turn]) => {
  const at = turn % pathway.stages.length;
  pathway.stages = [...pathway.stages.slice(at), ...pathway.stages.slice(0, at)];
};

const rewired: Edit = (pathway, [edge, kind, to]) => {
  const { from, outcome } = picked(edgesOf(pathway), edge);
  const end: To = { end: picked(End.options, to) };
  stageIn(pathway, from).outcomes[outcome] = kind % 3 === 0 ? end : { stage: picked(pathway.stages, to).id };
};

/** What people get wrong in a file by hand. */
const SLIPS: readonly Edit[] = [
  (pathway, [stage]) => void Object.assign(stageBy(pathway, stage), { outcomes: {} }),
  (pathway, [stage]) => void Object.assign(stageBy(pathway, stage), { id: 'resume' }),
  (pathway, [stage, who]) => void Object.assign(stageBy(pathway, stage), { who: picked(['broker', 'person'], who) }),
  (pathway, [stage, to]) => {
    stageBy(pathway, stage).outcomes.late = { stage: picked(pathway.stages, to).id };
  },
  (pathway, [edge]) => {
    const { from, outcome } = picked(edgesOf(pathway), edge);
    delete stageIn(pathway, from).outcomes[outcome];
  },
  (pathway, [edge]) => {
    const { from, outcome } = picked(edgesOf(pathway), edge);
    stageIn(pathway, from).outcomes[outcome] = { stage: 'limbo' };
  },
  (pathway, [edge]) => {
    const { from, outcome } = picked(edgesOf(pathway), edge);
    stageIn(pathway, from).outcomes[outcome] = { end: 'limbo' };
  },
  (pathway, [stage]) => void pathway.stages.push(structuredClone(picked(pathway.stages, stage))),
  (pathway, [stage]) => void pathway.stages.splice(stage % pathway.stages.length, 1),
  (pathway, [stage]) => {
    pathway.review = picked(pathway.stages, stage).id;
  },
  (pathway, [stage]) => {
    pathway.start = picked(pathway.stages, stage).id;
  },
  (pathway) => {
    pathway.start = 'limbo';
  },
  (pathway) => {
    pathway.for = pathway.for === 'carer' ? 'adult' : 'carer';
  },
];

const slipped: Edit = (pathway, [which, ...dice]) => picked(SLIPS, which)(pathway, [...dice, which]);

const weighted = (weight: number, edit: Edit) => ({ weight, arbitrary: fc.constant(edit) });
const edits: fc.Arbitrary<Edit> = fc.oneof(
  weighted(3, without('quality-check', 'content')),
  weighted(3, without('resource-allocation', 'allocated')),
  weighted(3, without('arranging-support', 'in-place')),
  weighted(1, without('planning', 'ready')),
  weighted(1, without('plan-approval', 'approved')),
  weighted(9, between),
  weighted(2, before),
  weighted(2, costedByPeople),
  weighted(2, merged),
  weighted(2, reassessedApart),
  weighted(2, agreedTwice),
  weighted(2, movedAbout),
  weighted(3, rewired),
  weighted(2, slipped),
);

const dice: fc.Arbitrary<Dice> = fc.tuple(fc.nat(1_000), fc.nat(1_000), fc.nat(1_000));

/** One of the two national pathways after up to six such edits. It need not keep to the schema: slips are in it too. */
export const leaningPathway: fc.Arbitrary<Pathway> = fc
  .tuple(
    fc.oneof({ weight: 3, arbitrary: fc.constant(adultCare) }, { weight: 1, arbitrary: fc.constant(carerSupport) }),
    fc.array(fc.tuple(edits, dice), { maxLength: 6 }),
  )
  .map(([from, changes]) => {
    const pathway = from();
    for (const [edit, rolled] of changes) edit(pathway, rolled);
    return pathway;
  });
