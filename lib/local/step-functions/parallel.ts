/**
 * The Parallel state: branches side by side, each a frame of its own by its index. One branch that fails cancels the others, and their
 * tokens with them. Moving a branch is the interpreter's affair (`advance`, handed in).
 */
import type { ParallelState, State } from './definition.ts';
import { type Frame, frameAt } from './execution.ts';
import { workOut } from './expressions.ts';
import { tooLarge } from './failure.ts';
import { record, recordAside } from './history.ts';
import { fitsPayload } from './json.ts';
import { leave } from './leave.ts';
import { sightOf, type Turn } from './turn.ts';

export type Advance = (turn: Turn, frame: Frame, states: Record<string, State>) => Promise<void>;

export const startBranches = async (turn: Turn, frame: Frame, state: ParallelState): Promise<void> => {
  const { Arguments, Branches } = state;
  const input = Arguments === undefined ? frame.input : await workOut(Arguments, 'Arguments', sightOf(turn, frame));
  if (!fitsPayload(JSON.stringify(input))) throw tooLarge(frame.state, true);
  const started = record(turn, frame, 'ParallelStateStarted');
  frame.standing = {
    at: 'branches',
    branches: Branches.map((branch) => frameAt(branch.StartAt, input, frame.variables, started)),
  };
};

/** States that AWS records as aborted when a sibling fails; the others are over as soon as they begin. */
const ABORTABLE = new Set<State['Type']>(['Task', 'Wait', 'Parallel']);

const abort = (turn: Turn, frame: Frame, states: Record<string, State>): void => {
  const state = states[frame.state];
  const { standing } = frame;
  if (!state || standing.at === 'end' || standing.at === 'door') return;
  if (state.Type === 'Parallel' && standing.at === 'branches')
    for (const [index, branch] of standing.branches.entries()) abort(turn, branch, state.Branches[index]?.States ?? {});
  if (ABORTABLE.has(state.Type)) recordAside(turn, frame, `${state.Type}StateAborted`);
};

const cancel = (turn: Turn, frame: Frame, state: ParallelState, branches: readonly Frame[], culprit: Frame): void => {
  for (const [index, branch] of branches.entries()) abort(turn, branch, state.Branches[index]?.States ?? {});
  frame.lastEvent = culprit.lastEvent;
  record(turn, frame, 'ParallelStateFailed');
};

/** Moves every branch that can move; when all have ended, the state is done; when one fails, the rest is cancelled. */
export const runBranches = async (
  turn: Turn,
  frame: Frame,
  state: ParallelState,
  branches: readonly Frame[],
  advance: Advance,
): Promise<void> => {
  for (const [index, branch] of branches.entries()) {
    try {
      await advance(turn, branch, state.Branches[index]?.States ?? {});
    } catch (error) {
      cancel(turn, frame, state, branches, branch);
      throw error;
    }
  }
  const outputs = branches.flatMap(({ standing }) => (standing.at === 'end' ? [standing.output] : []));
  if (outputs.length < branches.length) return;
  frame.lastEvent = Math.max(...branches.map((branch) => branch.lastEvent));
  recordAside(turn, frame, 'ParallelStateSucceeded');
  await leave(turn, frame, 'Parallel', state, { result: outputs });
};
