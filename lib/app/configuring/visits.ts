/**
 * A case's way as a row of visits: which stage, on which configuration, from when until when, how it ended, and the case as it stood
 * then. Read off its events; decides nothing. What visits of many cases add up to is `evidence.ts`.
 */
import { type Case, evolve } from '../../domain/case.ts';
import type { CaseEvent } from '../../domain/event.ts';
import type { Destination, StageId } from '../../domain/stage.ts';

export type Visit = {
  readonly pathway: StageId;
  readonly configuration: string;
  readonly stage: StageId;
  readonly arrivedAt: string;
  /** Absent while the case is still there. */
  readonly leftAt?: string | undefined;
  /** Absent too where the case left without finishing it: closed, or moved. */
  readonly outcome?: string | undefined;
  readonly to?: Destination | undefined;
  /** The case as it stood when the visit ended, or as it stands now. */
  readonly stood: Case;
  /** How often a review had opened by then: visits of one number are one time round. */
  readonly round: number;
  /** How often the plan was saved meanwhile. */
  readonly saves: number;
  /** The plan was agreed at once, so nobody looked. */
  readonly atOnce: boolean;
};

export type Way = { readonly visits: readonly Visit[]; readonly state: Case | undefined };

type Walking = { readonly done: readonly Visit[]; readonly here: Visit | undefined; readonly state: Case | undefined };

const begin = (state: Case | undefined, round: number): Visit | undefined => {
  if (state?.state !== 'underway') return undefined;
  const { pathway, configuration, at } = state;
  const { stage, arrivedAt } = at;
  return { pathway, configuration, stage, arrivedAt, stood: state, round, saves: 0, atOnce: false };
};

/** What an event adds to the visit it falls in. */
const during = (visit: Visit, event: CaseEvent, before: Case): Visit => {
  switch (event.type) {
    case 'PlanSaved':
      return { ...visit, saves: visit.saves + 1 };
    case 'PlanApproved':
      return { ...visit, atOnce: event.agreed.under?.atOnce !== undefined };
    case 'StageFinished':
      return { ...visit, leftAt: event.at, outcome: event.outcome, to: event.to, stood: before };
    default:
      return visit;
  }
};

const isStillThere = (visit: Visit, after: Case): boolean =>
  after.state === 'underway' && after.at.stage === visit.stage && after.arrivals === visit.stood.arrivals;

const step = ({ done, here, state }: Walking, event: CaseEvent): Walking => {
  const after = evolve(state, event);
  const round = (done.at(-1)?.round ?? 0) + (event.type === 'ReviewOpened' ? 1 : 0);
  if (!here || !state) return { done, here: begin(after, round), state: after };
  const visit = during(here, event, state);
  // An adopted configuration asks its own questions from then on.
  if (isStillThere(visit, after)) {
    const stood = visit.outcome === undefined ? { stood: after, configuration: after.configuration } : {};
    return { done, here: { ...visit, ...stood }, state: after };
  }
  const left = visit.leftAt === undefined ? { ...visit, leftAt: event.at } : visit;
  return { done: [...done, left], here: begin(after, here.round), state: after };
};

/** Throws on a log that no case can have, as `evolve` does. */
export const wayOf = (log: readonly CaseEvent[]): Way => {
  const { done, here, state } = log.reduce<Walking>(step, { done: [], here: undefined, state: undefined });
  return { visits: here ? [...done, here] : done, state };
};

const DAY_MS = 86_400_000;

/** How long something took in days, to one decimal. @example daysBetween('2026-11-02T09:00:00Z', '2026-11-04T21:00:00Z') // 2.5 */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / (DAY_MS / 10)) / 10;

/** The one in the middle, or half way between the two there; `undefined` of nothing. @example middle([1, 9, 2]) // 2 */
export const middle = (numbers: readonly number[]): number | undefined => {
  const sorted = [...numbers].sort((one, other) => one - other);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)];
  if (upper === undefined || !Number.isInteger(half)) return upper;
  return Math.round(((sorted[half - 1] ?? upper) + upper) * 5) / 10;
};
