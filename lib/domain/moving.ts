/**
 * A case that goes on under another published version: what is remembered of each move, so that it can be put back, and when a stage of
 * one version is the same work in another. Where a case goes is worked out in `lib/pathway/migrate.ts` and decided in
 * `decisions/moving.ts`.
 */
import type { Promised, Signed } from './event.ts';
import { isHuman, type StageDef, type StageId } from './stage.ts';

/** The stage a move took the case away from, as it stood, and the outcome that was forgotten because the case came to `finished.stage` again. */
export type LeftStage = {
  readonly stage: StageId;
  readonly arrivedAt: string;
  readonly promise?: Promised | undefined;
  readonly takenBy?: Signed | undefined;
  readonly forgotten?: { readonly stage: StageId; readonly outcome: string } | undefined;
};

/** One move. `arrivals` is the case's count just after it: while it is the same, the case has not left the place it was moved to. */
export type Move = {
  readonly job: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly arrivals: number;
  /** Absent where the case stayed at its place. */
  readonly left?: LeftStage | undefined;
};

/** A case is one item of the table, so it remembers the last few moves that can still be undone; all are in the events. */
export const KEPT_MOVES = 5;

/** The same kind of work, for the same people, on the same form: whoever was in the middle of it can go on with it. */
export const isSameWork = (one: StageDef, other: StageDef): boolean => {
  if (one.kind !== other.kind) return false;
  const who = (stage: StageDef) => (isHuman(stage) ? stage.who : undefined);
  const form = (stage: StageDef) => (stage.kind === 'form' ? stage.form : undefined);
  return who(one) === who(other) && form(one) === form(other);
};
