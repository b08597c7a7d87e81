/**
 * What one signal leads to: the turn is played to its end in memory, and says how the execution ended if it did. Every way an execution
 * can end is here. Nothing is written and nobody is called (`engine.ts`).
 */
import type { Frame, Head, Status } from './execution.ts';
import { HistoryFull, StateFailure } from './failure.ts';
import { errorAndCause, HISTORY_FULL, recordEnd, shown } from './history.ts';
import { advance } from './interpreter.ts';
import type { Json } from './json.ts';
import { type Answer, type Signal, take } from './signal.ts';
import { instant, type Turn } from './turn.ts';

export type Ending = Pick<Head, 'status' | 'stoppedAt' | 'output' | 'error' | 'cause'>;
export type Played = { readonly answer: Answer; readonly ending: Ending | undefined };

const end = (turn: Turn, status: Status, how: Omit<Ending, 'status' | 'stoppedAt'> = {}): Ending => ({
  ...how,
  status,
  stoppedAt: instant(turn.now),
});

const started = (turn: Turn): void => {
  const { input, roleArn, versionArn } = turn.head;
  const details = { ...shown('input', input), roleArn, ...(versionArn ? { stateMachineVersionArn: versionArn } : {}) };
  recordEnd(turn, 0, 'ExecutionStarted', { executionStartedEventDetails: details });
};

const succeeded = (turn: Turn, root: Frame, output: Json): Ending => {
  recordEnd(turn, root.lastEvent, 'ExecutionSucceeded', { executionSucceededEventDetails: shown('output', output) });
  return end(turn, 'SUCCEEDED', { output });
};

/** Recorded on AWS: a time-out of the whole execution has no error and no cause outside its event. */
const timedOut = (turn: Turn): Ending => {
  recordEnd(turn, 0, 'ExecutionTimedOut', { executionTimedOutEventDetails: { error: 'States.Timeout' } });
  return end(turn, 'TIMED_OUT');
};

const aborted = (turn: Turn, { error, cause }: { error: string | undefined; cause: string | undefined }): Ending => {
  const why = errorAndCause(error, cause);
  recordEnd(turn, 0, 'ExecutionAborted', { executionAbortedEventDetails: why });
  return end(turn, 'ABORTED', why);
};

const whyOf = (error: unknown): { error?: string; cause?: string } => {
  if (error instanceof StateFailure) return errorAndCause(error.error, error.cause);
  if (error instanceof HistoryFull) return errorAndCause('States.Runtime', HISTORY_FULL);
  // A fault of the emulator itself: the execution fails where it can be seen, rather than hang.
  return errorAndCause('States.Runtime', error instanceof Error ? (error.stack ?? error.message) : String(error));
};

const failed = (turn: Turn, root: Frame, error: unknown): Ending => {
  const why = whyOf(error);
  recordEnd(turn, root.lastEvent, 'ExecutionFailed', { executionFailedEventDetails: why });
  return end(turn, 'FAILED', why);
};

export const play = async (turn: Turn, root: Frame, signal: Signal): Promise<Played> => {
  if (turn.count === 0) started(turn);
  if (turn.now >= Date.parse(turn.head.deadline)) return { answer: 'gone', ending: timedOut(turn) };
  if (signal.type === 'stop') return { answer: 'taken', ending: aborted(turn, signal) };
  let answer: Answer = 'taken';
  try {
    if (signal.type !== 'go') answer = take(turn, root, signal);
    await advance(turn, root, turn.definition.States);
  } catch (error) {
    return { answer, ending: failed(turn, root, error) };
  }
  return { answer, ending: root.standing.at === 'end' ? succeeded(turn, root, root.standing.output) : undefined };
};
