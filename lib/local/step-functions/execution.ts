/**
 * What is remembered of an execution: a head that is written when it starts and when it ends, and one frame for each place where it
 * stands. Plain JSON, because it is stored as it is; times are ISO moments, so that a restart finds them where they were.
 */
import type { Json } from './json.ts';

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
export type Instant = string;

export type Head = {
  readonly arn: string;
  readonly name: string;
  readonly machine: string;
  readonly machineArn: string;
  readonly versionArn?: string;
  readonly roleArn: string;
  /** The hash of the definition it started with; a running execution keeps it whatever is published later. */
  readonly definition: string;
  readonly input: Json;
  readonly startedAt: Instant;
  /** When AWS would end it: its `TimeoutSeconds`, and a year at most. */
  readonly deadline: Instant;
  readonly status: Status;
  readonly stoppedAt?: Instant;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
};

/** A call to a function, and the token that can answer for it. */
export type Task = {
  readonly id: string;
  readonly functionName: string;
  readonly payload: Json;
  /** It waits for SendTaskSuccess or SendTaskFailure, not for the function's answer. */
  readonly waits: boolean;
  /** The function has returned; it is not called again after a restart. */
  submitted: boolean;
  readonly timeoutAt?: Instant;
  readonly heartbeatSeconds?: number;
  heartbeatAt?: Instant;
};

export type Outcome = { readonly result: Json } | { readonly error: string | undefined; readonly cause: string | undefined };

export type Standing =
  /** about to enter its state */
  | { readonly at: 'door' }
  /** inside its state, about to do the state's work, for the first time or again */
  | { readonly at: 'work' }
  | { readonly at: 'task'; readonly task: Task }
  /** the task is answered, and what follows from it is still to be worked out */
  | { readonly at: 'answered'; readonly task: Task; readonly outcome: Outcome }
  | { readonly at: 'pause'; readonly until: Instant; readonly next: 'work' | 'leave' }
  | { readonly at: 'branches'; readonly branches: Frame[] }
  | { readonly at: 'end'; readonly output: Json };

/** One line of control: the execution itself, or one branch of a `Parallel`, by its index. */
export type Frame = {
  state: string;
  input: Json;
  variables: Readonly<Record<string, Json>>;
  standing: Standing;
  enteredAt: Instant;
  enteredEvent: number;
  /** The newest event of this line of control: the `previousEventId` of the next. */
  lastEvent: number;
  /** How often each retrier of the state has been used since the state was entered. */
  retries: number[];
};

export const frameAt = (state: string, input: Json, variables: Frame['variables'], lastEvent: number): Frame => ({
  state,
  input,
  variables,
  standing: { at: 'door' },
  enteredAt: '',
  enteredEvent: 0,
  lastEvent,
  retries: [],
});

/** Every frame under this one and itself, innermost last. */
export const framesOf = (frame: Frame): Frame[] =>
  frame.standing.at === 'branches' ? [frame, ...frame.standing.branches.flatMap(framesOf)] : [frame];

/** The frame that waits for this task; nothing when it is answered, timed out or cancelled. */
export const frameOfTask = (root: Frame, task: string): Frame | undefined =>
  framesOf(root).find(({ standing }) => standing.at === 'task' && standing.task.id === task);

const momentsOf = ({ standing }: Frame): Instant[] => {
  if (standing.at === 'pause') return [standing.until];
  if (standing.at !== 'task') return [];
  return [standing.task.timeoutAt, standing.task.heartbeatAt].filter((moment) => moment !== undefined);
};

/** When something is next due, in milliseconds; nothing when only an answer can move it. */
export const nextDue = (root: Frame): number | undefined => {
  const moments = framesOf(root).flatMap(momentsOf).map(Date.parse);
  return moments.length > 0 ? Math.min(...moments) : undefined;
};

export const isDue = (moment: Instant | undefined, now: number): boolean => moment !== undefined && Date.parse(moment) <= now;
