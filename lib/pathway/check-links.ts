/**
 * Does every name in the pathway stand for something, can whoever a stage waits for finish it, and does every outcome have a way on? Whether the whole then makes sense is
 * `check-shape.ts`, which is only asked once these are mended.
 */
import { cannotFinish, whoCanFinish } from '../domain/finishing.ts';
import { isHuman, kindOf, LATE, OUTCOMES, type StageDef, type StageId } from '../domain/stage.ts';
import { type Fault, fault } from './fault.ts';
import { RESERVED_STAGE_IDS } from './names.ts';
import type { Pathway } from './schema.ts';

/** The ids of the forms a council has; `undefined` when they are not known here, and then no form is doubted. */
export type FormIds = ReadonlySet<string> | readonly string[] | undefined;

const idFaults = (pathway: Pathway): Fault[] => {
  const seen = new Set<StageId>();
  return pathway.stages.flatMap(({ id }): Fault[] => {
    const twice = seen.has(id);
    seen.add(id);
    if (twice) return [fault('duplicate-stage', `stages/${id}`, `Two stages are called “${id}”. Give one of them another id.`)];
    return RESERVED_STAGE_IDS.includes(id)
      ? [fault('reserved-stage-id', `stages/${id}`, `“${id}” is a name the machine uses itself. Give the stage another id.`)]
      : [];
  });
};

const entryFaults = (pathway: Pathway, stages: ReadonlyMap<StageId, StageDef>): Fault[] => {
  const review = stages.get(pathway.review);
  return [
    ...(stages.has(pathway.start)
      ? []
      : [fault('unknown-start', 'start', `There is no stage “${pathway.start}” to start at. Name one of the stages.`)]),
    ...(review
      ? []
      : [
          fault(
            'unknown-review',
            'review',
            `There is no stage “${pathway.review}” for reviews to open at. Name the review stage.`,
          ),
        ]),
    ...(review && review.kind !== 'review'
      ? [fault('review-kind', 'review', `“${pathway.review}” is not a review. Name a stage whose kind is “review”.`)]
      : []),
  ];
};

const missingOutcomes = (stage: StageDef, where: string): Fault[] => {
  if (stage.kind === 'form') {
    return Object.keys(stage.outcomes).length > 0
      ? []
      : [fault('no-outcomes', where, `“${stage.id}” has no outcome, so nobody could ever leave it. Give it at least one.`)];
  }
  return OUTCOMES[stage.kind]
    .filter((outcome) => !Object.hasOwn(stage.outcomes, outcome))
    .map((outcome) =>
      fault(
        'dangling-outcome',
        `${where}/${outcome}`,
        `“${stage.id}” can end as “${outcome}”, but nothing says where that leads.`,
      ),
    );
};

const outcomeFaults = (stage: StageDef, stages: ReadonlyMap<StageId, StageDef>): Fault[] => {
  const where = `stages/${stage.id}/outcomes`;
  const led = Object.entries(stage.outcomes).flatMap(([outcome, to]): Fault[] => {
    const here = `${where}/${outcome}`;
    if (outcome === LATE) {
      return [fault('late-named', here, 'Every stage can be late already, and being late leads nowhere else. Use another name.')];
    }
    return to && 'stage' in to && !stages.has(to.stage)
      ? [fault('dangling-outcome', here, `This leads to “${to.stage}”, which is not a stage. Lead it to a stage or to an end.`)]
      : [];
  });
  return [...missingOutcomes(stage, where), ...led];
};

/** What a form asks is not known here; who can finish one is checked with the forms of the bundle. */
const whoFaults = (stage: StageDef): Fault[] => {
  const wrong = isHuman(stage) && cannotFinish(stage.who, whoCanFinish(stage.kind));
  return wrong ? [fault('who-cannot-do-this', `stages/${stage.id}/who`, wrong)] : [];
};

/** The points of a model are about an adult's life: a carer is not assessed by them, so no figure can be worked out. */
const figureFaults = (pathway: Pathway): Fault[] =>
  kindOf(pathway) === 'adult'
    ? []
    : pathway.stages
        .filter(({ kind }) => kind === 'resource-allocation')
        .map(({ id }) =>
          fault(
            'figure-for-carers',
            `stages/${id}`,
            `“${id}” works out a figure from points, and a carer is not assessed by points. Take it out, and lead on to planning.`,
          ),
        );

export const linkFaults = (pathway: Pathway): Fault[] => {
  const stages = new Map(pathway.stages.map((stage) => [stage.id, stage]));
  return [
    ...idFaults(pathway),
    ...entryFaults(pathway, stages),
    ...figureFaults(pathway),
    ...pathway.stages.flatMap((stage) => [...whoFaults(stage), ...outcomeFaults(stage, stages)]),
  ];
};

/** Every form a stage asks for is one the council has. */
export const formFaults = (pathway: Pathway, forms: FormIds): Fault[] => {
  if (!forms) return [];
  const known = new Set(forms);
  return pathway.stages.flatMap((stage): Fault[] =>
    stage.kind === 'form' && !known.has(stage.form)
      ? [
          fault(
            'unknown-form',
            `stages/${stage.id}/form`,
            `There is no form “${stage.form}”. Add it to the forms, or name one of: ${[...known].sort().join(', ')}.`,
          ),
        ]
      : [],
  );
};
