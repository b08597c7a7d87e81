/**
 * What the law still asks for in a case that is on its way: a duty whose moment has come and that nothing since has met. From there every
 * way on must meet it. What the duties are is data (`duty.ts`); whether a whole pathway keeps them is `check-duties.ts`.
 */
import { End, type StageId } from '../domain/stage.ts';
import { binds, marksOf } from './check-duties.ts';
import type { Duty, DutyRegister, StageDuty } from './duty.ts';
import { type Graph, told, wayAround } from './graph.ts';
import { isMarked, outcomeOf, reaches } from './marks.ts';
import type { Cycle, Passed } from './passed.ts';

/** What a way that is only looked at has of a stage that was passed. */
type Done = Pick<Passed, 'def' | 'outcome'>;

const isDoneIn = (duty: StageDuty, { def, outcome }: Done, by: 'doing' | 'outcome'): boolean =>
  marksOf(duty).some((mark) => {
    const only = outcomeOf(mark);
    return isMarked(def, mark) && (by === 'doing' ? only === undefined : only === outcome);
  });

const beginsWith = ({ onEveryPath }: StageDuty, { def, outcome }: Done): boolean =>
  (onEveryPath?.from ?? []).some((entry) => {
    if (entry === 'start' || !isMarked(def, entry)) return false;
    const only = outcomeOf(entry);
    return only === undefined || only === outcome;
  });

/**
 * The stage that begins a duty does not meet it by being done (a plan is not signed off by being planned); the way out by which it is
 * left can (support that a review ends has ended by decision).
 */
const isStillOwed = (duty: StageDuty, passed: readonly Passed[], atFirst: boolean): boolean =>
  passed.reduce(
    (owed, each) => ((owed && !isDoneIn(duty, each, 'doing')) || beginsWith(duty, each)) && !isDoneIn(duty, each, 'outcome'),
    atFirst,
  );

/**
 * That plans are reviewed only has to be somewhere in a pathway; but where a review was opened, that case is owed it, on every way to
 * an end.
 */
const reviewOwed = (duty: StageDuty, { opened, passed }: Cycle): StageDuty[] => {
  const ofReviews = marksOf(duty).some((mark) => 'kind' in mark && mark.kind === 'review');
  if (!ofReviews || opened === 'start' || !isStillOwed(duty, passed, true)) return [];
  return [{ ...duty, onEveryPath: { from: ['start'], to: End.options.map((end) => ({ end })) } }];
};

/** What is written, and which ways out there are, is the same for everybody on a pathway, and was checked then. What is asked: `still-asked.ts`. */
const isOfStages = (duty: Duty): duty is StageDuty => 'requires' in duty;

/** The duties that have begun in this cycle and are not met yet. What only has to exist somewhere is the whole pathway's. */
export const owedIn = (cycle: Cycle, graph: Graph, register: DutyRegister): readonly StageDuty[] =>
  register.duties
    .filter(isOfStages)
    .filter((duty) => binds(duty, graph))
    .flatMap((duty) => {
      if (!duty.onEveryPath) return reviewOwed(duty, cycle);
      const atFirst = cycle.opened === 'start' && duty.onEveryPath.from.includes('start');
      return isStillOwed(duty, cycle.passed, atFirst) ? [duty] : [];
    });

export type Skipped = { readonly duty: StageDuty; readonly path: string };

/** The first of `owed` that some way on from `stage` misses, with that way as people read it. */
export const skippedFrom = (graph: Graph, stage: StageId, owed: readonly StageDuty[]): Skipped | undefined => {
  const at = graph.stages.get(stage);
  if (!at) return undefined;
  for (const duty of owed) {
    const { onEveryPath } = duty;
    if (!onEveryPath) continue;
    const missed = wayAround(graph, {
      seeds: [{ at: { stage: at } }],
      found: ({ at: here }) => reaches(here, onEveryPath.to),
      through: (def) => !isDoneIn(duty, { def, outcome: '' }, 'doing'),
      along: ({ from, outcome }) => !isDoneIn(duty, { def: from, outcome }, 'outcome'),
    });
    if (missed) return { duty, path: told(missed) };
  }
  return undefined;
};
