/**
 * What happens to a failure: the first retrier that answers to it tries again after a pause, else the first catcher takes over, else it
 * goes up. Counters and the moment of the next try are part of the frame, so that a restart forgets neither.
 */
import type { Retrier, State } from './definition.ts';
import type { Frame } from './execution.ts';
import { matches, type StateFailure } from './failure.ts';
import type { Json } from './json.ts';
import { leave } from './leave.ts';
import { instant, type Turn } from './turn.ts';

/**
 * Milliseconds before try number `used + 1`: the interval grows by the rate each time, up to the cap; with jitter, anything up to that.
 * @example pauseBefore({ ErrorEquals: ['X'], IntervalSeconds: 2, BackoffRate: 2, MaxDelaySeconds: 5 }, 2) // 2, 4, then 5_000
 */
export const pauseBefore = (retrier: Retrier, used: number): number => {
  const grown = (retrier.IntervalSeconds ?? 1) * (retrier.BackoffRate ?? 2) ** used;
  const seconds = Math.min(grown, retrier.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  return (retrier.JitterStrategy === 'FULL' ? Math.random() : 1) * seconds * 1000;
};

const DEFAULT_ATTEMPTS = 3;

const triesAgain = (turn: Turn, frame: Frame, retriers: readonly Retrier[], failure: StateFailure): boolean => {
  const index = retriers.findIndex((retrier) => matches(retrier.ErrorEquals, failure));
  const retrier = retriers[index];
  const used = frame.retries[index] ?? 0;
  if (!retrier || used >= (retrier.MaxAttempts ?? DEFAULT_ATTEMPTS)) return false;
  frame.retries = retriers.map((_, at) => (frame.retries[at] ?? 0) + (at === index ? 1 : 0));
  frame.standing = { at: 'pause', until: instant(turn.now + pauseBefore(retrier, used)), next: 'work' };
  return true;
};

/** As catchers see it. AWS gives an empty cause for a timeout and null for what SendTaskFailure left out. */
const errorOutputOf = ({ error, cause }: StateFailure): Json => ({
  Error: error ?? null,
  Cause: cause ?? (error === 'States.Timeout' ? '' : null),
});

/** Takes the failure into the state's own hands, or throws it on. */
export const rescue = async (turn: Turn, frame: Frame, state: State, failure: StateFailure): Promise<void> => {
  if (state.Type !== 'Task' && state.Type !== 'Parallel') throw failure;
  if (triesAgain(turn, frame, state.Retry ?? [], failure)) return;
  const catcher = state.Catch?.find(({ ErrorEquals }) => matches(ErrorEquals, failure));
  if (!catcher) throw failure;
  await leave(turn, frame, state.Type, catcher, { errorOutput: errorOutputOf(failure) });
};
