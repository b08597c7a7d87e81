/**
 * Through whose hands a case goes on the way to support: how often the work is handed on, and how many of the stages an approver
 * holds. Counted on the pathway alone; what is asked at the stages is `burden.ts`.
 */
import type { ActingRole } from '../domain/actor.ts';
import { isHuman, type StageDef, type StageId } from '../domain/stage.ts';
import { stagesInOrder } from './form-order.ts';
import { type Graph, graphOf, reachable } from './graph.ts';
import type { Pathway } from './schema.ts';

/** `shortest`: on the way with the fewest stages. `everything`: with every stage that can lie on the way, each gone through once. */
export type OnTheWay = { readonly shortest: number; readonly everything: number };

export type Hands = {
  /** How often the work goes from the person, the assessor or the approver to another of them. */
  readonly handOffs: OnTheWay;
  /** Stages that an approver holds: sign-offs and checks. */
  readonly approvals: OnTheWay;
};

/** What has been counted so far, and who has the work. A stage that is worked out at once is nobody's. */
type Count = { readonly holder?: ActingRole; readonly handOffs: number; readonly approvals: number };
const START: Count = { handOffs: 0, approvals: 0 };

const through = (count: Count, stage: StageDef): Count => {
  if (!isHuman(stage)) return count;
  const handed = count.holder !== undefined && count.holder !== stage.who;
  return {
    holder: stage.who,
    handOffs: count.handOffs + (handed ? 1 : 0),
    approvals: count.approvals + (stage.who === 'approver' ? 1 : 0),
  };
};

const lighter = (one: Count | undefined, other: Count): Count => {
  if (!one) return other;
  const less = other.handOffs - one.handOffs || other.approvals - one.approvals;
  return less < 0 ? other : one;
};

const toSupport = (graph: Graph, stage: StageId): boolean =>
  graph.out(stage).some(({ to }) => 'end' in to && to.end === 'support-in-place');

/** Of the ways with the fewest stages, the one with the fewest hand-offs. Nothing where no way leads to support. */
const shortest = (graph: Graph, start: StageDef): Count => {
  // Stage by stage outwards; of a stage, one count for each holder the work can come from.
  let layer = new Map<StageDef, ReadonlyMap<string, Count>>([[start, new Map([['', START]])]]);
  const seen = new Set<StageDef>();
  while (layer.size > 0) {
    const next = new Map<StageDef, Map<string, Count>>();
    let found: Count | undefined;
    for (const [stage, counts] of layer) {
      seen.add(stage);
      for (const before of counts.values()) {
        const count = through(before, stage);
        if (toSupport(graph, stage.id)) found = lighter(found, count);
        for (const { to } of graph.out(stage.id)) {
          if ('end' in to || seen.has(to.stage) || layer.has(to.stage)) continue;
          const others = next.get(to.stage) ?? new Map<string, Count>();
          next.set(to.stage, others.set(count.holder ?? '', lighter(others.get(count.holder ?? ''), count)));
        }
      }
    }
    if (found) return found;
    layer = next;
  }
  return START;
};

/** The stages a new case can come to on its way to support, in the order it comes to them. */
const onTheWay = (graph: Graph): StageDef[] => {
  const before = new Map<StageId, StageId[]>();
  for (const { from, to } of graph.edges)
    if ('stage' in to) before.set(to.stage.id, [...(before.get(to.stage.id) ?? []), from.id]);
  const last = [...graph.stages.keys()].filter((stage) => toSupport(graph, stage));
  const leading = reachable(last, (stage) => before.get(stage) ?? []);
  return stagesInOrder(graph, graph.pathway.start).flatMap((id) => {
    const stage = graph.stages.get(id);
    return stage && leading.has(id) ? [stage] : [];
  });
};

/**
 * Hand-offs and approvals between the start and `support-in-place`; reviews are not on that way. All are 0 where nothing leads there.
 * @example handsOf(adultCare) // person → assessor → approver → assessor: 3 hand-offs; a quality check and a sign-off: 2 approvals
 */
export const handsOf = (pathway: Pathway): Hands => {
  const graph = graphOf(pathway);
  const start = graph.stages.get(pathway.start);
  const least = start ? shortest(graph, start) : START;
  const all = onTheWay(graph).reduce(through, START);
  return {
    handOffs: { shortest: least.handOffs, everything: all.handOffs },
    approvals: { shortest: least.approvals, everything: all.approvals },
  };
};
