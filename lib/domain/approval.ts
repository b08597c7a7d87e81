/**
 * Agreeing a plan, and the personal budget that comes of it. The budget is what the plan costs: nothing here takes a lower figure,
 * and the indicative amount is never a cap (I-01, I-02; section 26 of the Care Act 2014).
 */
import type { Actor } from './actor.ts';
import { formatPence, type Pence } from './money.ts';
import { itemWeeklyPence, type Plan, planWeeklyPence } from './plan.ts';
import { type Refusal, refuse } from './refusal.ts';

export type BudgetLine = { readonly what: string; readonly pence: Pence };

/**
 * The statement of section 26, pence a week. What the person may have to pay is null until a financial assessment has worked it out
 * (this version has none); then `totalPence` = `contributionPence` + `councilPence` (I-03).
 */
export type PersonalBudget = {
  readonly totalPence: Pence;
  readonly contributionPence: Pence | null;
  readonly councilPence: Pence | null;
  readonly lines: readonly BudgetLine[];
  /** The up-front figure it started from; null where none was given. Kept beside the budget, never mixed into it. */
  readonly indicativePence: Pence | null;
};

/** A plan that was agreed: exactly which version, by whom, with what reasons, and the budget it made. */
export type AgreedPlan = {
  readonly plan: Plan;
  readonly budget: PersonalBudget;
  readonly approvedBy: { id: string; name: string };
  readonly approvedAt: string;
  readonly reasons: string;
};

/**
 * The personal budget of a plan: itemised, and never less than its lines.
 * @example a plan of £214.00 with an indicative £180.11 → totalPence 21400, indicativePence 18011 (TV-C)
 */
export const personalBudget = (plan: Plan, indicativePence: Pence | null): PersonalBudget => {
  const totalPence = planWeeklyPence(plan);
  return {
    totalPence,
    contributionPence: null,
    councilPence: null,
    lines: plan.items.map((item) => ({ what: item.what, pence: itemWeeklyPence(item) })),
    indicativePence,
  };
};

/**
 * Why `actor` may not agree `plan`; `undefined` when they may.
 * Refuses `own-plan` (author ≠ approver, I-15) and `needs-higher-approval` when the weekly cost is above their limit.
 */
export const approvalRefusal = (plan: Plan, actor: Actor): Refusal | undefined => {
  if (plan.authors.includes(actor.id)) {
    return refuse('own-plan', 'You wrote some of this plan, so someone else must agree it. Ask a colleague who approves plans.');
  }
  const cost = planWeeklyPence(plan);
  const limit = actor.limitPence;
  if (limit !== undefined && cost <= limit) return undefined;
  return refuse(
    'needs-higher-approval',
    `This plan costs ${formatPence(cost)} a week and you can agree ${limit === undefined ? 'none' : `up to ${formatPence(limit)}`}. Ask someone with a higher limit.`,
  );
};
