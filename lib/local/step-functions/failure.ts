/**
 * How a state fails, and which `ErrorEquals` lists a failure answers to. Not the refusals of the API (`refusal.ts`). Thrown by the
 * files of the state types, met by `retry-and-catch.ts`.
 */

export class StateFailure extends Error {
  /** The error name a machine sees. `undefined` only when SendTaskFailure gave none. */
  readonly error: string | undefined;
  override readonly cause: string | undefined;
  /** A second name the failure answers to: a missed heartbeat is a `States.Timeout` that `States.HeartbeatTimeout` also matches. */
  readonly also: string | undefined;
  /** `States.ALL` and `States.TaskFailed` do not match it: catching it would hide a machine that cannot go on. */
  readonly terminal: boolean;

  constructor(error: string | undefined, cause?: string, more: { also?: string; terminal?: boolean } = {}) {
    super(`${error ?? 'A task failed'}${cause ? `: ${cause}` : ''}`);
    this.name = 'StateFailure';
    this.error = error;
    this.cause = cause;
    this.also = more.also;
    this.terminal = more.terminal ?? false;
  }
}

/** A JSONata expression that could not be worked out; becomes a `States.QueryEvaluationError` of the state it stands in. */
export class QueryFault extends Error {
  constructor(
    /** The field, with slashes: `Output/outcome`. */
    readonly location: string,
    message: string,
  ) {
    super(message);
    this.name = 'QueryFault';
  }
}

/** The execution's history is full: nothing more can be recorded but its end. */
export class HistoryFull extends Error {}

export const QUERY_ERROR = 'States.QueryEvaluationError';
export const TIMEOUT = 'States.Timeout';

const answersTo = (name: string, failure: StateFailure): boolean => {
  if (name === failure.error || name === failure.also) return true;
  if (failure.terminal) return false;
  return name === 'States.ALL' || (name === 'States.TaskFailed' && failure.error !== TIMEOUT);
};

export const matches = (errorEquals: readonly string[], failure: StateFailure): boolean =>
  errorEquals.some((name) => answersTo(name, failure));

/** AWS's sentence for a payload over 256 KiB. */
export const tooLarge = (what: string, terminal: boolean): StateFailure =>
  new StateFailure(
    'States.DataLimitExceeded',
    `The state/task '${what}' returned a result with a size exceeding the maximum number of bytes service limit.`,
    { terminal },
  );
