/**
 * Do the stages make one sound whole: each can be come to, from each an end can be come to, no circle turns without a person, no
 * machine ends a case, and support that ends is not in place.
 * Loops through people, such as a returned plan, are lawful and wanted.
 */
import { isHuman, type StageId } from '../domain/stage.ts';
import { type Fault, fault } from './fault.ts';
import { type Graph, nextStages, reachable } from './graph.ts';

const unreachable = (graph: Graph): Fault[] => {
  const met = reachable([graph.pathway.start, graph.pathway.review], nextStages(graph));
  return graph.pathway.stages
    .filter((stage) => !met.has(stage.id))
    .map(({ id }) =>
      fault('unreachable-stage', `stages/${id}`, `No case ever comes to “${id}”. Lead an outcome to it, or take it out.`),
    );
};

const endless = (graph: Graph): Fault[] => {
  const before = new Map<StageId, StageId[]>(graph.pathway.stages.map(({ id }) => [id, []]));
  const last: StageId[] = [];
  for (const { from, to } of graph.edges) {
    if ('end' in to) last.push(from.id);
    else before.get(to.stage.id)?.push(from.id);
  }
  const ending = reachable(last, (stage) => before.get(stage) ?? []);
  return graph.pathway.stages
    .filter((stage) => !ending.has(stage.id))
    .map(({ id }) =>
      fault('no-way-to-an-end', `stages/${id}`, `From “${id}” a case can never come to an end. Lead one of the outcomes onward.`),
    );
};

/** Stages on a circle of automatic stages only. */
const turning = (graph: Graph): Fault[] => {
  const automatic = graph.pathway.stages.filter((stage) => !isHuman(stage)).map(({ id }) => id);
  const among = new Set(automatic);
  const ways = new Map(automatic.map((id) => [id, nextStages(graph)(id).filter((to) => among.has(to))]));
  const next = (id: StageId): readonly StageId[] => ways.get(id) ?? [];
  return automatic
    .filter((id) => reachable(next(id), next).has(id))
    .map((id) =>
      fault(
        'automatic-loop',
        `stages/${id}`,
        `“${id}” can come back to itself without anyone acting, so the machine might never stop. Put a person between.`,
      ),
    );
};

/** What a machine works out is never a reason to turn somebody away: above the ceiling a person costs it (V14, I-09). */
const closing = (graph: Graph): Fault[] =>
  graph.edges.flatMap(({ from, outcome, to }): Fault[] =>
    isHuman(from) || 'stage' in to || to.end === 'support-in-place'
      ? []
      : [
          fault(
            'ended-by-machine',
            `stages/${from.id}/outcomes/${outcome}`,
            `“${from.id}” is worked out by itself, and here it would end the case (“${to.end}”) with nobody deciding so. Lead “${outcome}” to a stage that a person holds.`,
          ),
        ],
  );

/** Expects names that all stand for something (`linkFaults` is empty). */
export const shapeFaults = (graph: Graph): Fault[] => [
  ...unreachable(graph),
  ...endless(graph),
  ...turning(graph),
  ...closing(graph),
];
