/**
 * What looking at a plan before it goes on came to, visit by visit: how long it took, whether the plan was sent back or changed after
 * it, and by how many pounds a week. Never who looked: no figure here is grouped by a worker (I-22).
 */
import { tierFor } from '../../domain/approval.ts';
import { type Configuration, formOf } from '../../domain/configuration.ts';
import type { Pence } from '../../domain/money.ts';
import { planWeeklyPence } from '../../domain/plan-cost.ts';
import { type StageDef, type StageId, stageOf } from '../../domain/stage.ts';
import { daysBetween, type Visit } from './visits.ts';

/** One look at one plan. `morePence` and `lessPence`: by how much a week the plan cost more or less when it was next looked at. */
export type Look = {
  readonly pathway: StageId;
  readonly stage: StageId;
  readonly tier?: StageId | undefined;
  /** Agreed at once by the council's own limits: nobody looked, so nothing else of it counts. */
  readonly atOnce: boolean;
  readonly days: number;
  readonly sentBack: boolean;
  readonly changed: boolean;
  readonly morePence: Pence;
  readonly lessPence: Pence;
};

/** A stage at which somebody who agrees plans looks at one: the agreeing itself, or a form that waits for an approver. */
const isLook = (stage: StageDef | undefined): boolean =>
  stage?.kind === 'plan-approval' || (stage?.kind === 'form' && stage.who === 'approver');

type Around = { readonly visits: readonly Visit[]; readonly configurationOf: (visit: Visit) => Configuration | undefined };

const defOf = (visit: Visit, { configurationOf }: Around): StageDef | undefined => {
  const configuration = configurationOf(visit);
  return configuration && stageOf(configuration.route, visit.stage);
};

/** Whether it went back to where the plan is written. */
const isSentBack = ({
  outcome,
  to,
  configuration,
}: {
  outcome: string;
  to: Visit['to'];
  configuration: Configuration;
}): boolean => {
  if (outcome === 'returned') return true;
  const next = to && 'stage' in to ? stageOf(configuration.route, to.stage) : undefined;
  return next?.kind === 'form' && formOf(configuration, next.form)?.page === 'plan';
};

/** The visits from this one to the next look at the same round's plan, that one left out; and that one. */
const until = (place: number, around: Around): { between: readonly Visit[]; next: Visit | undefined } => {
  const { visits } = around;
  const round = visits[place]?.round;
  const rest = visits.slice(place + 1).filter((visit) => visit.round === round);
  const at = rest.findIndex((visit) => isLook(defOf(visit, around)));
  return { between: at < 0 ? rest : rest.slice(0, at), next: at < 0 ? undefined : rest[at] };
};

const costOf = (visit: Visit | undefined): Pence | undefined => visit?.stood.plan && planWeeklyPence(visit.stood.plan);

const lookOf = (visit: Visit, place: number, around: Around): Look[] => {
  const configuration = around.configurationOf(visit);
  const { leftAt, outcome, to, stood, pathway, stage, arrivedAt, atOnce } = visit;
  const def = defOf(visit, around);
  if (!configuration || !isLook(def) || leftAt === undefined || outcome === undefined || !stood.plan) return [];
  const { between, next } = until(place, around);
  const sentBack = isSentBack({ outcome, to, configuration });
  const cost = planWeeklyPence(stood.plan);
  const moved = (costOf(next ?? between.at(-1)) ?? cost) - cost;
  const tier = def?.kind === 'plan-approval' ? tierFor(stood.plan, configuration.council.approval) : undefined;
  return [
    {
      pathway,
      stage,
      ...(tier && { tier: tier.id }),
      atOnce,
      days: daysBetween(arrivedAt, leftAt),
      sentBack,
      changed: sentBack || between.some(({ saves }) => saves > 0),
      morePence: Math.max(moved, 0),
      lessPence: Math.max(-moved, 0),
    },
  ];
};

/** Every look at a plan of one case that is over. */
export const looksIn = (around: Around): Look[] => around.visits.flatMap((visit, place) => lookOf(visit, place, around));
