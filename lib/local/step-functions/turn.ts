/**
 * One turn of one execution: everything that follows from one signal, gathered in memory, committed in one write, and only then acted
 * on. Carries what the state types need; decides nothing. Opened and closed by `engine.ts`.
 */
import type { Definition } from './definition.ts';
import type { Frame, Head, Task } from './execution.ts';
import type { Sight } from './expressions.ts';
import type { HistoryEvent } from './history-event.ts';
import type { Json } from './json.ts';

export type Turn = {
  readonly head: Head;
  readonly definition: Definition;
  /** Milliseconds since 1970, by the emulator's clock, the same for the whole turn. */
  readonly now: number;
  /** What happened in this turn, to be written with the state it led to. */
  readonly events: HistoryEvent[];
  /** The functions to call once the turn is written. */
  readonly calls: Task[];
  /** The number of the newest event. */
  count: number;
  /** How many more steps this turn may take; a long run is several turns, so that others and a stop get in between. */
  steps: number;
};

export const STEPS_PER_TURN = 100;

export const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

const contextOf = ({ head }: Turn, frame: Frame, token: string | undefined): Json => ({
  Execution: {
    Id: head.arn,
    Input: head.input,
    Name: head.name,
    RoleArn: head.roleArn,
    StartTime: head.startedAt,
    RedriveCount: 0,
  },
  StateMachine: { Id: head.machineArn, Name: head.machine },
  State: {
    Name: frame.state,
    EnteredTime: frame.enteredAt,
    RetryCount: frame.retries.reduce((sum, used) => sum + used, 0),
  },
  ...(token === undefined ? {} : { Task: { Token: token } }),
});

/** What expressions see besides the input: the result of the state, or the error that a catcher caught, or the token of a task. */
export type Beside = { readonly result?: Json; readonly errorOutput?: Json; readonly token?: string };

export const sightOf = (turn: Turn, frame: Frame, { token, ...beside }: Beside = {}): Sight => ({
  now: turn.now,
  variables: frame.variables,
  states: { input: frame.input, context: contextOf(turn, frame, token), ...beside },
});
