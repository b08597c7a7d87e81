/**
 * Moves an execution as far as it can go: one step at a time, each step what its state type says. It changes frames and records events
 * in a turn; it calls nobody and writes nothing (`engine.ts` does, afterwards).
 */
import { choose } from './choice.ts';
import type { State } from './definition.ts';
import { type Frame, isDue } from './execution.ts';
import { fail } from './fail.ts';
import { QUERY_ERROR, QueryFault, StateFailure } from './failure.ts';
import { record } from './history.ts';
import { enter, leave } from './leave.ts';
import { runBranches, startBranches } from './parallel.ts';
import { rescue } from './retry-and-catch.ts';
import { expire, isExpired, schedule, settle } from './task.ts';
import type { Turn } from './turn.ts';
import { startWaiting } from './wait.ts';

const hasEnded = (frame: Frame): boolean => frame.standing.at === 'end';

/** Whether something can happen here now, without anyone's answer. */
export const canMove = ({ standing }: Frame, now: number): boolean => {
  switch (standing.at) {
    case 'door':
    case 'work':
    case 'answered':
      return true;
    case 'task':
      return isExpired(standing.task, now);
    case 'pause':
      return isDue(standing.until, now);
    case 'branches':
      return standing.branches.some((branch) => canMove(branch, now)) || standing.branches.every(hasEnded);
    case 'end':
      return false;
  }
};

const work = (turn: Turn, frame: Frame, state: State): Promise<void> => {
  switch (state.Type) {
    case 'Task':
      return schedule(turn, frame, state);
    case 'Choice':
      return choose(turn, frame, state);
    case 'Wait':
      return startWaiting(turn, frame, state);
    case 'Parallel':
      return startBranches(turn, frame, state);
    case 'Fail':
      return fail(turn, frame, state);
    case 'Pass':
    case 'Succeed':
      return leave(turn, frame, state.Type, state);
  }
};

const move = async (turn: Turn, frame: Frame, state: State): Promise<void> => {
  const { standing } = frame;
  if (standing.at === 'door') enter(turn, frame, state.Type);
  else if (standing.at === 'work') await work(turn, frame, state);
  else if (standing.at === 'task') expire(turn, frame, standing.task);
  else if (standing.at === 'answered' && state.Type === 'Task') await settle(turn, frame, state, standing.task, standing.outcome);
  else if (standing.at === 'pause' && standing.next === 'work') frame.standing = { at: 'work' };
  else if (standing.at === 'pause' && state.Type === 'Wait') await leave(turn, frame, 'Wait', state);
  else if (standing.at === 'branches' && state.Type === 'Parallel')
    await runBranches(turn, frame, state, standing.branches, advance);
  else throw new Error(`The state '${frame.state}' cannot be at '${standing.at}'.`);
};

const asFailure = (turn: Turn, frame: Frame, error: unknown): StateFailure => {
  if (error instanceof StateFailure) return error;
  if (!(error instanceof QueryFault)) throw error;
  const where = `An error occurred while executing the state '${frame.state}' (entered at the event id #${frame.enteredEvent}).`;
  const cause = `${where} ${error.message}`;
  record(turn, frame, 'EvaluationFailed', {
    evaluationFailedEventDetails: { error: QUERY_ERROR, cause, location: error.location, state: frame.state },
  });
  return new StateFailure(QUERY_ERROR, cause);
};

const step = async (turn: Turn, frame: Frame, states: Record<string, State>): Promise<void> => {
  const state = states[frame.state];
  if (!state) throw new Error(`The definition has no state '${frame.state}'.`);
  try {
    await move(turn, frame, state);
  } catch (error) {
    // A catcher's own `Output` can fail too; then nothing is left to catch it with.
    await rescue(turn, frame, state, asFailure(turn, frame, error)).catch((again: unknown) => {
      throw asFailure(turn, frame, again);
    });
  }
};

/** Takes steps until nothing can move or the turn has had enough of them. Throws what no state caught. */
export const advance = async (turn: Turn, frame: Frame, states: Record<string, State>): Promise<void> => {
  while (turn.steps > 0 && canMove(frame, turn.now)) {
    turn.steps -= 1;
    await step(turn, frame, states);
  }
};
