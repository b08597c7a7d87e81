/**
 * A pathway seen as a graph: stages, and the outcomes that lead from one to the next. Every question is answered by one sweep over
 * stages and outcomes, so a thousand stages cost a thousand steps; paths are never listed one by one.
 */
import { type End, LATE, type StageDef, type StageId } from '../domain/stage.ts';
import type { Pathway } from './schema.ts';

/** One outcome of one stage, and where it leads. */
export type Edge = { readonly from: StageDef; readonly outcome: string; readonly to: { stage: StageDef } | { end: End } };

export type Graph = {
  readonly pathway: Pathway;
  readonly stages: ReadonlyMap<StageId, StageDef>;
  readonly out: (stage: StageId) => readonly Edge[];
  readonly edges: readonly Edge[];
};

/**
 * Outcomes that lead nowhere are left out, and so is `late`, which leads no case to where a file says it does: `check-links.ts` names
 * them. Of two stages with one id, the first counts.
 */
export const graphOf = (pathway: Pathway): Graph => {
  const stages = new Map<StageId, StageDef>();
  for (const stage of pathway.stages) if (!stages.has(stage.id)) stages.set(stage.id, stage);
  const out = new Map<StageId, Edge[]>();
  for (const stage of stages.values()) {
    const edges = Object.entries(stage.outcomes).flatMap(([outcome, to]): Edge[] => {
      if (!to || outcome === LATE) return [];
      if ('end' in to) return [{ from: stage, outcome, to }];
      const next = stages.get(to.stage);
      return next ? [{ from: stage, outcome, to: { stage: next } }] : [];
    });
    out.set(stage.id, edges);
  }
  return { pathway, stages, out: (stage) => out.get(stage) ?? [], edges: [...out.values()].flat() };
};

/** Every stage that can be come to from `starts`, themselves included. */
export const reachable = (starts: readonly StageId[], next: (stage: StageId) => readonly StageId[]): Set<StageId> => {
  const seen = new Set<StageId>(starts);
  for (const stage of seen) for (const following of next(stage)) seen.add(following);
  return seen;
};

export const nextStages =
  (graph: Graph) =>
  (stage: StageId): StageId[] =>
    graph.out(stage).flatMap((edge) => ('stage' in edge.to ? [edge.to.stage.id] : []));

/** A way through the pathway, held from its last step backwards. */
export type Step = { readonly at: Edge['to']; readonly by?: Edge; readonly after?: Step };

export type Search = {
  readonly seeds: readonly Step[];
  readonly found: (step: Step) => boolean;
  /** May the way go through this stage, and may it leave by this outcome? */
  readonly through: (stage: StageDef) => boolean;
  readonly along: (edge: Edge) => boolean;
};

/** A shortest way from one of the seeds to what is sought, keeping off what it must not touch; `undefined` when there is none. */
export const wayAround = (graph: Graph, { seeds, found, through, along }: Search): Step | undefined => {
  const seen = new Set<StageId>();
  const queue = [...seeds];
  for (const step of queue) {
    if (step.by && !along(step.by)) continue;
    if ('end' in step.at) {
      if (found(step)) return step;
      continue;
    }
    const { stage } = step.at;
    if (!through(stage)) continue;
    if (found(step)) return step;
    if (seen.has(stage.id)) continue;
    seen.add(stage.id);
    for (const edge of graph.out(stage.id)) queue.push({ at: edge.to, by: edge, after: step });
  }
  return undefined;
};

/** The way as people read it, with the outcome wherever there were several: `assessment (eligible) → planning → end …`. */
export const told = (last: Step): string => {
  const names: string[] = [];
  let left: string | undefined;
  for (let step: Step | undefined = last; step; step = step.after) {
    const { at } = step;
    if ('end' in at) names.push(`end ${at.end}`);
    else names.push(left && Object.keys(at.stage.outcomes).length > 1 ? `${at.stage.id} (${left})` : at.stage.id);
    left = step.by?.outcome;
  }
  return names.reverse().join(' → ');
};
