/**
 * A case after it has moved: to another stage, to an end, into a review, to another machine. Part of `evolve`; everything else an event
 * changes is in `case.ts` and beside it.
 */
import type { Case, Closed, Records, Supported, Underway, Waiting } from './case.ts';
import type { CaseEvent, EventOf, Promised } from './event.ts';
import type { StageId } from './stage.ts';

export const arrive = (stage: StageId, at: string, promise?: Promised): Waiting => {
  return { stage, since: at, arrivedAt: at, promise, restarts: 0 };
};

/** Something must be so for the event to have been made; if it is not, the log is not one that `decide` wrote. */
export const impossible = (event: CaseEvent, state: Case | undefined): never => {
  throw new Error(`event ${event.type} cannot follow a case that is ${state?.state ?? 'not open'}`);
};

export const moveAt = (state: Case, event: CaseEvent, change: (at: Waiting) => Partial<Waiting>): Case =>
  state.state === 'underway' ? { ...state, at: { ...state.at, ...change(state.at) } } : impossible(event, state);

export const finish = (state: Case, event: EventOf<'StageFinished'>): Case => {
  if (state.state !== 'underway') return impossible(event, state);
  const finished = { ...state.finished, [event.stage]: event.outcome };
  // An end is followed by SupportPutInPlace or CaseClosed in the same commit; until then the case stands where it was.
  if ('end' in event.to) return { ...state, finished };
  const { [event.to.stage]: _again, ...rest } = finished;
  const { changed: _changed, ...going } = state;
  return { ...going, arrivals: state.arrivals + 1, finished: rest, at: arrive(event.to.stage, event.at, event.promise) };
};

export const restart = (state: Case, event: EventOf<'RunRestarted'>): Case => {
  if (state.state !== 'underway') return impossible(event, state);
  const { token: _token, attention: _attention, ...at } = state.at;
  return { ...state, run: event.run, at: { ...at, since: event.at, restarts: at.restarts + 1 } };
};

export const putInPlace = (state: Case, event: EventOf<'SupportPutInPlace'>): Supported => {
  if (state.state !== 'underway' || !state.agreed) return impossible(event, state);
  const { at: _at, state: _state, reviewing: _reviewing, reviewAsked: _asked, ...records } = state;
  return { ...records, state: 'supported', agreed: { ...state.agreed, reviewDueOn: event.reviewDueOn } };
};

export const openReview = (state: Case, event: EventOf<'ReviewOpened'>): Underway => {
  if (state.state !== 'supported') return impossible(event, state);
  return {
    ...state,
    state: 'underway',
    arrivals: state.arrivals + 1,
    run: state.run + 1,
    finished: {},
    reviewing: event.trigger,
    ...(event.asked && { reviewAsked: event.asked }),
    at: arrive(event.stage, event.at, event.promise),
  };
};

/** What stands after the end: the records, and nothing of where the case was on its way. */
export const close = (state: Case, event: EventOf<'CaseClosed'>): Closed => {
  const {
    at: _at,
    reviewing: _why,
    reviewAsked: _asked,
    returned: _back,
    changed: _change,
    ...records
  } = state as Records & Partial<Underway>;
  return { ...records, state: 'closed', end: event.end, reasons: event.reasons, closedAt: event.at, closedBy: event.by };
};

/** Another machine, of the newer configuration, takes over at the same stage. */
export const adopt = (state: Case, event: EventOf<'ConfigurationAdopted'>): Case => {
  if (state.state !== 'underway') return impossible(event, state);
  const { token: _token, attention: _attention, ...at } = state.at;
  const changed = { at: event.at, sentence: event.change };
  return { ...state, configuration: event.configuration, run: event.run, changed, at: { ...at, since: event.at } };
};
