/**
 * What can reach a running execution from outside, and what each does to the frame it is for. The consequences are worked out by the
 * interpreter in the same turn. `gone` means that nothing waits for it any more: answered already, too late, or cancelled.
 */
import { type Frame, frameOfTask, type Outcome } from './execution.ts';
import type { Json } from './json.ts';
import { isExpired, submit } from './task.ts';
import { instant, type Turn } from './turn.ts';

export type Signal =
  /** the clock, a start, or what is left of a long run */
  | { readonly type: 'go' }
  | { readonly type: 'stop'; readonly error: string | undefined; readonly cause: string | undefined }
  /** the function returned */
  | { readonly type: 'returned'; readonly task: string; readonly payload: Json }
  /** the function threw, or somebody answered with the token */
  | { readonly type: 'answered'; readonly task: string; readonly outcome: Outcome }
  | { readonly type: 'heartbeat'; readonly task: string };

export type Answer = 'taken' | 'gone';

type TaskSignal = Exclude<Signal, { type: 'go' } | { type: 'stop' }>;

const takeIn = (turn: Turn, frame: Frame, signal: TaskSignal): void => {
  if (frame.standing.at !== 'task') return;
  const { task } = frame.standing;
  if (signal.type === 'heartbeat') {
    if (task.heartbeatSeconds !== undefined) task.heartbeatAt = instant(turn.now + task.heartbeatSeconds * 1000);
  } else if (signal.type === 'answered') {
    frame.standing = { at: 'answered', task, outcome: signal.outcome };
  } else {
    const result = { ExecutedVersion: '$LATEST', Payload: signal.payload, StatusCode: 200 };
    if (task.waits) submit(turn, frame, task, result);
    else frame.standing = { at: 'answered', task, outcome: { result } };
  }
};

/** Gives the signal to the task it names. A task whose time is over takes nothing, even before the clock has come round to it. */
export const take = (turn: Turn, root: Frame, signal: TaskSignal): Answer => {
  const frame = frameOfTask(root, signal.task);
  if (frame?.standing.at !== 'task' || isExpired(frame.standing.task, turn.now)) return 'gone';
  takeIn(turn, frame, signal);
  return 'taken';
};
