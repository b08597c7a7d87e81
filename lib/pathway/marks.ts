/** Which stages and steps a mark of the duty register points at. What follows for a pathway is `check-duties.ts` and `check-asked.ts`. */
import type { StageDef } from '../domain/stage.ts';
import type { From, StageMark, To } from './duty.ts';
import type { Edge, Graph, Step } from './graph.ts';

export const isMarked = (stage: StageDef, mark: StageMark): boolean => {
  if ('form' in mark) {
    if (stage.kind === 'form') return stage.form === mark.form;
    const includes = 'includes' in stage ? stage.includes : undefined;
    return (mark.mayBeWithin?.includes(stage.kind) && includes?.includes(mark.form)) ?? false;
  }
  if (stage.kind !== mark.kind) return false;
  return !mark.by || ('who' in stage && mark.by.includes(stage.who));
};

export const outcomeOf = (mark: StageMark): string | undefined => ('kind' in mark ? mark.outcome : undefined);

/** Does leaving a stage by this outcome count for a mark that names an outcome? */
export const leavesBy = (edge: Edge, mark: StageMark): boolean => edge.outcome === outcomeOf(mark) && isMarked(edge.from, mark);

/** Where a search from `entry` begins. */
export const seedsOf = (graph: Graph, entry: From): Step[] => {
  if (entry === 'start') {
    const stage = graph.stages.get(graph.pathway.start);
    return stage ? [{ at: { stage } }] : [];
  }
  const only = outcomeOf(entry);
  return graph.edges
    .filter((edge) => isMarked(edge.from, entry) && (only === undefined || edge.outcome === only))
    .map((by) => ({ at: by.to, by, after: { at: { stage: by.from } } }));
};

export const reaches = (at: Step['at'], to: readonly To[]): boolean =>
  to.some((target) => {
    if ('end' in target) return 'end' in at && at.end === target.end;
    return 'stage' in at && isMarked(at.stage, target);
  });
