/** The Fail state: ends its line of control with an error of its own making, which only a `Parallel` around it can still catch. */
import type { FailState } from './definition.ts';
import type { Frame } from './execution.ts';
import { workOutText } from './expressions.ts';
import { StateFailure } from './failure.ts';
import { sightOf, type Turn } from './turn.ts';

export const fail = async (turn: Turn, frame: Frame, state: FailState): Promise<never> => {
  const sight = sightOf(turn, frame);
  const error = state.Error === undefined ? undefined : await workOutText(state.Error, 'Error', sight);
  const cause = state.Cause === undefined ? undefined : await workOutText(state.Cause, 'Cause', sight);
  throw new StateFailure(error, cause);
};
