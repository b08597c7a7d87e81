/**
 * Entering a state and leaving it, which every type does alike: `Output` and `Assign` are worked out side by side from what was known
 * before, then control moves on or ends. Not what a type does in between.
 */
import type { State } from './definition.ts';
import type { Frame } from './execution.ts';
import { workOut } from './expressions.ts';
import { tooLarge } from './failure.ts';
import { record, shown } from './history.ts';
import { fitsPayload, type Json } from './json.ts';
import { type Beside, instant, sightOf, type Turn } from './turn.ts';

export const enter = (turn: Turn, frame: Frame, type: State['Type']): void => {
  frame.retries = [];
  frame.enteredAt = instant(turn.now);
  frame.enteredEvent = record(turn, frame, `${type}StateEntered`, {
    stateEnteredEventDetails: { name: frame.state, ...shown('input', frame.input) },
  });
  frame.standing = { at: 'work' };
};

/** The fields that say what a state hands on, and to which state; without a `Next`, this line of control ends. */
export type Way = {
  readonly Output?: Json | undefined;
  readonly Assign?: Record<string, Json> | undefined;
  readonly Next?: string | undefined;
};

const handedOn = ({ result, errorOutput }: Beside, input: Json): Json => errorOutput ?? (result === undefined ? input : result);

const shownVariables = (assigned: Record<string, Json>) => ({
  assignedVariables: Object.fromEntries(Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)])),
  assignedVariablesDetails: { truncated: false },
});

export const leave = async (turn: Turn, frame: Frame, type: State['Type'], way: Way, beside: Beside = {}): Promise<void> => {
  const sight = sightOf(turn, frame, beside);
  const output = way.Output === undefined ? handedOn(beside, frame.input) : await workOut(way.Output, 'Output', sight);
  const assigned = way.Assign && ((await workOut(way.Assign, 'Assign', sight)) as Record<string, Json>);
  const exited = { name: frame.state, ...shown('output', output), ...(assigned ? shownVariables(assigned) : {}) };
  if (!fitsPayload(JSON.stringify(output))) throw tooLarge(frame.state, true);
  record(turn, frame, `${type}StateExited`, { stateExitedEventDetails: exited });
  frame.variables = { ...frame.variables, ...assigned };
  if (way.Next === undefined) {
    frame.standing = { at: 'end', output };
    return;
  }
  frame.state = way.Next;
  frame.input = output;
  frame.standing = { at: 'door' };
};
