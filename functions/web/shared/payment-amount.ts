/**
 * What a direct payment comes to: the lines it pays for, and the same less what the person pays. Pence a week, one-offs apart. What the
 * person pays of the whole budget is found elsewhere (`finances.ts`); no money moves here.
 */
import type { Case } from '../../../lib/domain/case.ts';
import type { Pence } from '../../../lib/domain/money.ts';
import type { PlanContent, SupportItem } from '../../../lib/domain/plan.ts';
import { itemOncePence, itemWeeklyPence } from '../../../lib/domain/plan-cost.ts';
import type { FundingRoute } from '../../../lib/domain/support-rules.ts';

/** The plan whose money flows: the one that was agreed, else the one that is being written. */
export const planHeld = ({ agreed, plan }: Case): PlanContent | undefined => agreed?.plan ?? plan;

/** The plan whose money is being arranged: the newest one, agreed or not. */
export const planAhead = ({ agreed, plan }: Case): PlanContent | undefined => plan ?? agreed?.plan;

/** What the lines of one way cost: a week, and once. */
export type WayCost = { readonly weeklyPence: Pence; readonly oncePence: Pence };

const sum = (amounts: readonly Pence[]): Pence => amounts.reduce((total, pence) => total + pence, 0);

export const linesBy = (items: readonly SupportItem[], route: FundingRoute): SupportItem[] =>
  items.filter((item) => item.route === route);

/** @example wayCost(lines of £171.20 and £42.80 a week by direct payment, 'direct-payment') // { weeklyPence: 21400, oncePence: 0 } */
export const wayCost = (items: readonly SupportItem[], route: FundingRoute): WayCost => {
  const lines = linesBy(items, route);
  return { weeklyPence: sum(lines.map(itemWeeklyPence)), oncePence: sum(lines.map(itemOncePence)) };
};

/**
 * A payment less the contribution: `netPence` + `takenPence` is the whole of it, `takenPence` + `restPence` the whole contribution, and
 * none of them is ever below 0. `restPence` is what the payment is too small for, and is asked for apart from it.
 */
export type NetAmount = { readonly netPence: Pence; readonly takenPence: Pence; readonly restPence: Pence };

/**
 * @example netOf(21400, 5635) // { netPence: 15765, takenPence: 5635, restPence: 0 }
 * @example netOf(4000, 5635) // { netPence: 0, takenPence: 4000, restPence: 1635 }
 */
export const netOf = (weeklyPence: Pence, contributionPence: Pence): NetAmount => {
  const takenPence = Math.min(weeklyPence, contributionPence);
  return { netPence: weeklyPence - takenPence, takenPence, restPence: contributionPence - takenPence };
};
