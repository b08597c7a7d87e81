/**
 * The ways a case can take up to a stage, told apart only by which of some stages it comes to, and in which order. Which stages those
 * are, and what happens on a way, is for whoever asks (`check-asked.ts`). A single shortest way is `graph.ts`.
 */
import type { StageDef, StageId } from '../domain/stage.ts';
import type { Graph, Step } from './graph.ts';

/** A shortest of the ways that come to the very same telling stages in the same order. */
export type WayPast = { readonly last: Step; readonly met: readonly StageDef[] };

/** As many as seven stages that a case may each come to or not. */
export const MOST_WAYS = 128;

export type WaysSought = {
  /** Where they begin. */
  readonly from: readonly Step[];
  /** Where a way is at its end; that stage is on it. */
  readonly found: (stage: StageDef) => boolean;
  readonly through: (stage: StageDef) => boolean;
  /** Stages that make two ways different. */
  readonly tells: (stage: StageDef) => boolean;
};

const keyOf = (stages: readonly StageDef[]): string => stages.map(({ id }) => id).join(' ');

/** Every such way, shortest first; nothing at all where there are more than `MOST_WAYS` (128). */
export const waysPast = (graph: Graph, { from, found, through, tells }: WaysSought): WayPast[] | undefined => {
  const ways = new Map<string, WayPast>();
  const seen = new Map<StageId, Set<string>>();
  const queue = from.map((last): WayPast => ({ last, met: [] }));
  for (const { last, met: before } of queue) {
    if ('end' in last.at) continue;
    const { stage } = last.at;
    if (!through(stage)) continue;
    const met = tells(stage) && !before.includes(stage) ? [...before, stage] : before;
    const key = keyOf(met);
    if (found(stage)) {
      if (!ways.has(key)) ways.set(key, { last, met });
    } else {
      const here = seen.get(stage.id) ?? new Set<string>();
      if (here.has(key)) continue;
      seen.set(stage.id, here.add(key));
      for (const by of graph.out(stage.id)) queue.push({ last: { at: by.to, by, after: last }, met });
      if (here.size > MOST_WAYS) return undefined;
    }
    if (ways.size > MOST_WAYS) return undefined;
  }
  return [...ways.values()];
};
