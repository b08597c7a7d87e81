/**
 * What has to be told outside once events are committed (law 3). Pure. Only starting, resuming and stopping machines for now;
 * letters and webhooks will be further kinds of effect.
 */
import { secondsUntilEndOf } from '../domain/calendar.ts';
import { type Case, evolve } from '../domain/case.ts';
import type { CaseEvent, Promised } from '../domain/event.ts';
import type { Effect } from './ports.ts';

/** For stages with no promise of their own; the machine's automatic tasks have their own timeout. */
const NO_PROMISE_SECONDS = 60;

/** How long a machine may wait at a stage: to the end of the promised day, never less than a minute. */
export const dueSeconds = (promise: Promised | undefined, now: Date): number =>
  promise ? Math.max(NO_PROMISE_SECONDS, secondsUntilEndOf(promise.dueOn, now)) : NO_PROMISE_SECONDS;

const effectsOf = (before: Case | undefined, event: CaseEvent, after: Case): Effect[] => {
  const { id: caseId, pathway, configuration, run } = after;
  const now = new Date(event.at);
  const start = (stage: string, promise?: Promised): Effect => {
    return { kind: 'start', caseId, run, pathway, configuration, stage, dueSeconds: dueSeconds(promise, now) };
  };
  const stop = (stopped: number, on = configuration): Effect => ({
    kind: 'stop',
    caseId,
    run: stopped,
    pathway,
    configuration: on,
  });
  const waiting = before?.state === 'underway' ? before.at : undefined;
  switch (event.type) {
    case 'CaseOpened':
    case 'ReviewOpened':
      return [start(event.stage, event.promise)];
    case 'RunRestarted':
      return [stop(run - 1), start(event.stage, waiting?.promise)];
    case 'ConfigurationAdopted':
      return [stop(run - 1, event.from), start(event.stage, waiting?.promise)];
    case 'CaseMoved':
      // Nothing drives a case with support in place.
      if (after.state !== 'underway') return [];
      return [stop(run - 1, event.from), start(after.at.stage, after.at.promise)];
    case 'StageFinished':
      // Without a token the machine has not arrived yet. When it does it is caught up (`StageCaughtUp`); at an end nobody is left to.
      if (!waiting?.token) return 'end' in event.to ? [stop(run)] : [];
      return [
        { kind: 'resume', caseId, token: waiting.token, outcome: event.outcome, dueSeconds: dueSeconds(event.promise, now) },
      ];
    case 'StageCaughtUp': {
      const promise = after.state === 'underway' ? after.at.promise : undefined;
      return [{ kind: 'resume', caseId, token: event.token, outcome: event.outcome, dueSeconds: dueSeconds(promise, now) }];
    }
    case 'CaseClosed':
      // A pathway that ends by itself was resumed just before; anything else leaves a machine waiting for nobody.
      return event.end === 'withdrawn' ? [stop(run)] : [];
    default:
      return [];
  }
};

/** Folds `events` over `before`, with the effects each brings. */
export const follow = (before: Case | undefined, events: readonly CaseEvent[]): { after: Case; effects: Effect[] } => {
  let state = before;
  const effects: Effect[] = [];
  for (const event of events) {
    const next = evolve(state, event);
    effects.push(...effectsOf(state, event, next));
    state = next;
  }
  if (!state) throw new Error('no events, no case');
  return { after: state, effects };
};
