/**
 * The Task state: a function is called, and answers itself or, with `.waitForTaskToken`, through whoever holds the token. The token is
 * valid from before the call: an answer that comes while the function still runs counts. The call itself is made by `invocations.ts`.
 */
import { randomUUID } from 'node:crypto';
import { LAMBDA_WITH_TOKEN, type TaskState } from './definition.ts';
import { type Frame, isDue, type Outcome, type Task } from './execution.ts';
import { workOut, workOutNumber, workOutText } from './expressions.ts';
import { StateFailure, TIMEOUT, tooLarge } from './failure.ts';
import { errorAndCause, record, shown } from './history.ts';
import { fitsPayload, type Json } from './json.ts';
import { leave } from './leave.ts';
import { tokenFor } from './token.ts';
import { instant, sightOf, type Turn } from './turn.ts';

const resource = (waits: boolean) => ({ resourceType: 'lambda', resource: waits ? 'invoke.waitForTaskToken' : 'invoke' });

type Limits = { timeout: number | undefined; heartbeat: number | undefined };

const limitsOf = async (state: TaskState, sight: ReturnType<typeof sightOf>): Promise<Limits> => {
  const { TimeoutSeconds, HeartbeatSeconds } = state;
  return {
    timeout: TimeoutSeconds === undefined ? undefined : await workOutNumber(TimeoutSeconds, 'TimeoutSeconds', sight, 1),
    heartbeat: HeartbeatSeconds === undefined ? undefined : await workOutNumber(HeartbeatSeconds, 'HeartbeatSeconds', sight, 1),
  };
};

const inSeconds = (turn: Turn, seconds: number): string => instant(turn.now + seconds * 1000);

const recordScheduled = (turn: Turn, frame: Frame, waits: boolean, parameters: Json, { timeout, heartbeat }: Limits): void => {
  record(turn, frame, 'TaskScheduled', {
    taskScheduledEventDetails: {
      ...resource(waits),
      region: turn.head.arn.split(':')[3],
      parameters: JSON.stringify(parameters),
      ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
      ...(heartbeat === undefined ? {} : { heartbeatInSeconds: heartbeat }),
    },
  });
  record(turn, frame, 'TaskStarted', { taskStartedEventDetails: resource(waits) });
};

/** Works out the call, remembers it with its limits as absolute moments, and leaves it to be made when the turn is written. */
export const schedule = async (turn: Turn, frame: Frame, state: TaskState): Promise<void> => {
  const waits = state.Resource === LAMBDA_WITH_TOKEN;
  const id = randomUUID();
  const sight = sightOf(turn, frame, waits ? { token: tokenFor(turn.head, id) } : {});
  const limits = await limitsOf(state, sight);
  const functionName = await workOutText(state.Arguments.FunctionName, 'Arguments/FunctionName', sight);
  const payload = await workOut(state.Arguments.Payload ?? {}, 'Arguments/Payload', sight);
  const parameters = { FunctionName: functionName, Payload: payload };
  if (!fitsPayload(JSON.stringify(parameters))) throw tooLarge(frame.state, true);
  recordScheduled(turn, frame, waits, parameters, limits);
  const { timeout, heartbeat } = limits;
  const task: Task = {
    id,
    functionName,
    payload,
    waits,
    submitted: false,
    ...(timeout === undefined ? {} : { timeoutAt: inSeconds(turn, timeout) }),
    ...(heartbeat === undefined ? {} : { heartbeatSeconds: heartbeat, heartbeatAt: inSeconds(turn, heartbeat) }),
  };
  frame.standing = { at: 'task', task };
  turn.calls.push(task);
};

export const isExpired = (task: Task, now: number): boolean => isDue(task.timeoutAt, now) || isDue(task.heartbeatAt, now);

/** The task's time is over. A missed heartbeat is a timeout too, as AWS records it; `States.HeartbeatTimeout` matches it as well. */
export const expire = (turn: Turn, frame: Frame, task: Task): never => {
  const heartbeat = !isDue(task.timeoutAt, turn.now);
  record(turn, frame, 'TaskTimedOut', { taskTimedOutEventDetails: { ...resource(task.waits), error: TIMEOUT } });
  throw new StateFailure(TIMEOUT, undefined, heartbeat ? { also: 'States.HeartbeatTimeout' } : {});
};

const failed = (turn: Turn, frame: Frame, task: Task, failure: StateFailure): never => {
  const { error, cause } = failure;
  record(turn, frame, 'TaskFailed', { taskFailedEventDetails: { ...resource(task.waits), ...errorAndCause(error, cause) } });
  throw failure;
};

/** The task was answered: its result leaves the state, or its error goes to `Retry` and `Catch`. */
export const settle = async (turn: Turn, frame: Frame, state: TaskState, task: Task, outcome: Outcome): Promise<void> => {
  if (!('result' in outcome)) return failed(turn, frame, task, new StateFailure(outcome.error, outcome.cause));
  const { result } = outcome;
  // Recorded on AWS (March 2024): `States.ALL` does catch a result that is too large, unlike a state's output.
  if (!fitsPayload(JSON.stringify(result))) return failed(turn, frame, task, tooLarge('lambda', false));
  record(turn, frame, 'TaskSucceeded', { taskSucceededEventDetails: { ...resource(task.waits), ...shown('output', result) } });
  await leave(turn, frame, 'Task', state, { result });
};

/** The function that was given the token has returned; the token decides from here. */
export const submit = (turn: Turn, frame: Frame, task: Task, output: Json): void => {
  task.submitted = true;
  const details = fitsPayload(JSON.stringify(output)) ? shown('output', output) : { outputDetails: { truncated: true } };
  record(turn, frame, 'TaskSubmitted', { taskSubmittedEventDetails: { ...resource(true), ...details } });
};
