/**
 * A case after it was moved to another published version, or put back. Part of `evolve`; nothing it holds about its person changes. A
 * newer version adopted for a draft is in `case-moves.ts`.
 */
import type { Case, Records, Underway } from './case.ts';
import { arrive, impossible } from './case-moves.ts';
import type { EventOf } from './event.ts';
import { KEPT_MOVES, type LeftStage, type Move } from './moving.ts';
import type { StageId } from './stage.ts';

type Moved = EventOf<'CaseMoved'>;

const without = (finished: Records['finished'], stage: StageId): Records['finished'] => {
  const { [stage]: _again, ...rest } = finished;
  return rest;
};

/** Remembers the move, or forgets the one that is taken back. */
const withMoves = <S extends Case>(state: S, event: Moved, left?: LeftStage): S => {
  const { moves = [], ...rest } = state;
  const move: Move = { job: event.job, from: event.from, to: event.configuration, at: event.at, arrivals: state.arrivals };
  const after = event.back ? moves.slice(0, -1) : [...moves, { ...move, ...(left && { left }) }].slice(-KEPT_MOVES);
  return (after.length > 0 ? { ...rest, moves: after } : rest) as S;
};

const leaving = ({ at, finished }: Underway, stage: StageId): LeftStage => {
  const { arrivedAt, promise, takenBy } = at;
  const outcome = finished[stage];
  return { stage: at.stage, arrivedAt, promise, takenBy, ...(outcome !== undefined && { forgotten: { stage, outcome } }) };
};

/** It comes to another stage, with a promise of its own. Where it was is remembered as it stood. */
const toAnother = (state: Underway, event: Moved, stage: StageId): Case => {
  const { changed: _changed, ...going } = state;
  const finished = without(state.finished, stage);
  const moved: Underway = {
    ...going,
    arrivals: state.arrivals + 1,
    finished,
    at: arrive(stage, event.at, event.promise),
  };
  return withMoves(moved, event, leaving(state, stage));
};

/** Exactly where it was: who had it, since when, and what it had finished. Only the machine is another one. */
const toWhereItWas = (state: Underway, event: Moved): Case => {
  const left = state.moves?.at(-1)?.left;
  if (!left) return impossible(event, state);
  const { changed: _changed, ...going } = state;
  const { stage, arrivedAt, takenBy, forgotten } = left;
  const finished = forgotten ? { ...state.finished, [forgotten.stage]: forgotten.outcome } : state.finished;
  const at = { ...arrive(stage, event.at, event.promise), arrivedAt, takenBy };
  return withMoves({ ...going, arrivals: state.arrivals + 1, finished, at }, event);
};

/** In its place, with the date that was promised and whoever has it; another machine waits there. */
const inItsPlace = (state: Underway, event: Moved): Case => {
  const { token: _token, attention: _attention, ...at } = state.at;
  return withMoves({ ...state, at: { ...at, since: event.at } }, event);
};

export const moveVersion = (before: Case, event: Moved): Case => {
  if (before.state === 'closed') return impossible(event, before);
  if (before.state === 'supported') return withMoves({ ...before, configuration: event.configuration }, event);
  if (event.stage === undefined || event.run === undefined) return impossible(event, before);
  const state: Underway = { ...before, configuration: event.configuration, run: event.run };
  const changed = event.questions === undefined ? {} : { changed: { at: event.at, sentence: event.questions } };
  if (!event.anew) return { ...inItsPlace(state, event), ...changed };
  return { ...(event.back ? toWhereItWas(state, event) : toAnother(state, event, event.stage)), ...changed };
};
