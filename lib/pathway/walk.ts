/**
 * Walking a pathway on paper: given how each stage ended, which stages does a case go through and where does it end? It reads the
 * pathway itself, not the machine compiled from it; a test holds the two to the same answer.
 */
import { type Destination, type End, isHuman, LATE, leadsTo, type StageDef, type StageId, stageOf } from '../domain/stage.ts';
import type { Pathway } from './schema.ts';

export type Walk = {
  /** Every stage the case came to, in order, the one it waits at included. A late stage is come to again. */
  readonly visited: readonly StageId[];
  /** `null` while the case still waits somewhere. */
  readonly end: End | null;
  readonly waitingAt?: StageId;
  /** Why the walk could not go on: one sentence. The rest of the answer says how far it came. */
  readonly fault?: string;
};

const named = (outcomes: readonly string[]): string => outcomes.map((outcome) => `“${outcome}”`).join(', ');

const unknownOutcome = (stage: StageDef, outcome: string): string => {
  if (outcome === LATE) return `“${stage.id}” is worked out at once and is never late.`;
  const possible = [...Object.keys(stage.outcomes), ...(isHuman(stage) ? [LATE] : [])];
  return `“${stage.id}” cannot end as “${outcome}”. It can end as ${named(possible)}.`;
};

const next = (pathway: Pathway, stage: StageDef, outcome: string): Destination | undefined =>
  outcome === LATE && isHuman(stage) ? { stage: stage.id } : leadsTo(pathway, stage.id, outcome);

/**
 * Takes one outcome for each stage come to, automatic ones included, from `from` on (`start`, unless a review or a recovery is
 * walked). Too few outcomes leave the case waiting; one that the stage does not have, or one too many, is a fault.
 * @example walk(adultCare, ['submitted', 'not-eligible']) // visited: self-assessment, assessment; end: advice-given
 */
export const walk = (pathway: Pathway, outcomes: readonly string[], from: StageId = pathway.start): Walk => {
  const visited: StageId[] = [];
  let at: StageId = from;
  for (let done = 0; ; done++) {
    const stage = stageOf(pathway, at);
    if (!stage) return { visited, end: null, fault: `There is no stage “${at}” on this pathway.` };
    visited.push(at);
    const outcome = outcomes[done];
    if (outcome === undefined) return { visited, end: null, waitingAt: at };
    const to = next(pathway, stage, outcome);
    if (!to) return { visited, end: null, waitingAt: at, fault: unknownOutcome(stage, outcome) };
    if ('stage' in to) {
      at = to.stage;
      continue;
    }
    const over = outcomes.slice(done + 1);
    if (over.length === 0) return { visited, end: to.end };
    return { visited, end: to.end, fault: `The case ended at “${to.end}”, but there is more to come: ${named(over)}.` };
  }
};
