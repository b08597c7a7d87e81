/**
 * What the picture of a pathway and the calibration chart are drawn from: where open cases stand and for how long, how many cases a year
 * brings, and what points came to beside what was agreed. Folded case by case with `evidence.ts`; no names and no case ids.
 */
import type { Case } from '../../domain/case.ts';
import type { Facts } from '../../domain/fact.ts';
import type { Pence } from '../../domain/money.ts';
import type { StageId } from '../../domain/stage.ts';
import { daysBetween, middle } from './visits.ts';

/** Open cases at one stage of one version of a pathway, and how long they have been there, in days to one decimal. */
export type StageCount = {
  readonly pathway: StageId;
  readonly configuration: string;
  readonly stage: StageId;
  readonly open: number;
  readonly medianDays: number | undefined;
  readonly mostDays: number;
};

/** One case on the chart. `tableWeeklyPence` is null where the table gives no figure; `model` and version say which table it was. */
export type CalibrationPoint = {
  readonly model: string;
  readonly points: number;
  readonly agreedWeeklyPence: Pence;
  readonly tableWeeklyPence: Pence | null;
};

/** The answers of one case that has been through, for the typical burden. Held in memory only, and never shown. */
export type PastFacts = { readonly pathway: StageId; readonly facts: Facts };

export type Places = {
  readonly stages: ReadonlyMap<
    string,
    { readonly at: Pick<StageCount, 'pathway' | 'configuration' | 'stage'>; readonly days: readonly number[] }
  >;
  readonly openedInYear: Readonly<Record<StageId, number>>;
  readonly calibration: readonly CalibrationPoint[];
  readonly past: readonly PastFacts[];
};
export const NO_PLACES: Places = { stages: new Map(), openedInYear: {}, calibration: [], past: [] };

/** Answers are the largest part of a case, so no more of them are kept than a typical case needs. */
const MOST_PAST = 200;

const calibrated = ({ allocation, agreed }: Case): CalibrationPoint[] =>
  allocation && agreed
    ? [
        {
          model: `${allocation.model} ${allocation.modelVersion}`,
          points: allocation.netPoints,
          agreedWeeklyPence: agreed.budget.totalPence,
          tableWeeklyPence: allocation.weeklyPence,
        },
      ]
    : [];

const YEAR_DAYS = 365;

/** A case that has been through once: support was agreed, or it is over and not because the person stopped. */
const isThrough = (state: Case): boolean => state.agreed !== undefined || (state.state === 'closed' && state.end !== 'withdrawn');

const withStage = (stages: Places['stages'], state: Case, now: Date): Places['stages'] => {
  if (state.state !== 'underway') return stages;
  const { pathway, configuration } = state;
  const at = { pathway, configuration, stage: state.at.stage };
  const key = `${pathway}/${configuration}/${at.stage}`;
  const days = [...(stages.get(key)?.days ?? []), daysBetween(state.at.arrivedAt, now.toISOString())];
  return new Map([...stages, [key, { at, days }]]);
};

/** The places with one more case, as it stands at `now`. */
export const withPlace = (places: Places, state: Case, now: Date): Places => {
  const { pathway, openedAt } = state;
  const recent = daysBetween(openedAt, now.toISOString()) <= YEAR_DAYS;
  const past = places.past.length < MOST_PAST && isThrough(state) ? [{ pathway, facts: state.facts }] : [];
  return {
    stages: withStage(places.stages, state, now),
    openedInYear: recent ? { ...places.openedInYear, [pathway]: (places.openedInYear[pathway] ?? 0) + 1 } : places.openedInYear,
    calibration: [...places.calibration, ...calibrated(state)],
    past: [...places.past, ...past],
  };
};

export const stageCounts = ({ stages }: Places): StageCount[] =>
  [...stages]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { at, days }]) => ({ ...at, open: days.length, medianDays: middle(days), mostDays: Math.max(...days) }));
