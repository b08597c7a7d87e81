/**
 * Agreeing a plan, and the personal budget that comes of it. The budget is what the plan costs: nothing here takes a lower figure,
 * and the indicative amount is never a cap (I-01, I-02; section 26 of the Care Act 2014).
 */
import type { Actor } from './actor.ts';
import { type ApprovalScheme, type Tier, tierOf } from './approval-scheme.ts';
import type { IsoDate } from './calendar.ts';
import type { NeedCode } from './eligibility.ts';
import type { WhatTheyPay } from './finances.ts';
import { formatPence, type Pence } from './money.ts';
import type { Plan } from './plan.ts';
import {
  dearestWeekPence,
  itemOncePence,
  itemWeeklyPence,
  planOncePence,
  planWeeklyPence,
  planYearlyPence,
} from './plan-cost.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { FundingRoute } from './support-rules.ts';

/** One line of the statement. `oncePence` is there for a one-off, which is in no week. */
export type BudgetLine = {
  readonly what: string;
  readonly pence: Pence;
  readonly oncePence?: Pence | undefined;
  readonly meets?: readonly NeedCode[] | undefined;
  readonly route?: FundingRoute | undefined;
};

/**
 * The statement of section 26, pence a week but where it says otherwise. `totalPence` = `contributionPence` + `councilPence` (I-03); both
 * are null until somebody has looked at what the person can pay, because support never waits for that.
 */
export type PersonalBudget = {
  readonly totalPence: Pence;
  /** One-offs, once. Absent where there are none. */
  readonly oncePence?: Pence | undefined;
  /** The first year, one-offs and all. */
  readonly yearlyPence?: Pence | undefined;
  readonly contributionPence: Pence | null;
  readonly councilPence: Pence | null;
  /** How the contribution was found, line by line, and whether it is an estimate. */
  readonly contribution?: WhatTheyPay | undefined;
  readonly lines: readonly BudgetLine[];
  /** The up-front figure it started from; null where none was given. Kept beside the budget, never mixed into it. */
  readonly indicativePence: Pence | null;
};

/** How it came to be agreed: by which tier, for whom somebody stood in, or at once and by what. */
export type AgreedUnder = {
  readonly tier?: string | undefined;
  readonly coverFor?: string | undefined;
  readonly atOnce?: { readonly criteria: readonly string[]; readonly sampled: boolean } | undefined;
};

/** A plan that was agreed: exactly which version, by whom, with what reasons, and the budget it made. */
export type AgreedPlan = {
  readonly plan: Plan;
  readonly budget: PersonalBudget;
  readonly approvedBy: { id: string; name: string };
  readonly approvedAt: string;
  readonly reasons: string;
  readonly under?: AgreedUnder | undefined;
};

type Around = { readonly pays?: WhatTheyPay | undefined; readonly weeksPerYear?: number | undefined };

/**
 * The personal budget of a plan: itemised, and never less than its lines.
 * @example a plan of £214.00 with an indicative £180.11 → totalPence 21400, indicativePence 18011 (TV-C)
 * @example the same where the person pays £56.35 → contributionPence 5635, councilPence 15765
 */
export const personalBudget = (
  plan: Plan,
  indicativePence: Pence | null,
  { pays, weeksPerYear = 52 }: Around = {},
): PersonalBudget => {
  const totalPence = planWeeklyPence(plan);
  const oncePence = planOncePence(plan);
  return {
    totalPence,
    ...(oncePence > 0 && { oncePence }),
    yearlyPence: planYearlyPence(plan, weeksPerYear),
    contributionPence: pays ? pays.pence : null,
    councilPence: pays ? totalPence - pays.pence : null,
    ...(pays && { contribution: pays }),
    lines: plan.items.map((item) => {
      const once = itemOncePence(item);
      return {
        what: item.what,
        pence: itemWeeklyPence(item),
        ...(once > 0 && { oncePence: once }),
        meets: item.meets,
        ...(item.route && { route: item.route }),
      };
    }),
    indicativePence,
  };
};

/** What the approver may agree on `today`: their own limit, or that of a colleague they stand in for, whichever is more. */
export const limitOn = (
  actor: Actor,
  scheme: ApprovalScheme | undefined,
  today: IsoDate,
): { pence?: Pence; coverFor?: string } => {
  const cover = (scheme?.cover ?? [])
    .filter(({ by, from, until }) => by === actor.id && from <= today && today <= until)
    .sort((one, other) => other.limitPence - one.limitPence)[0];
  const own = actor.limitPence;
  if (cover && cover.limitPence > (own ?? -1)) return { pence: cover.limitPence, coverFor: cover.of };
  return own === undefined ? {} : { pence: own };
};

export type Approving = { readonly scheme?: ApprovalScheme | undefined; readonly today: IsoDate };

/** Under what an approver agrees a plan of this cost. */
export const agreedUnder = (plan: Plan, actor: Actor, { scheme, today }: Approving): AgreedUnder => {
  const cost = dearestWeekPence(plan);
  const { coverFor } = limitOn(actor, scheme, today);
  const tier = scheme && tierOf(scheme, cost);
  const needed = coverFor !== undefined && (actor.limitPence === undefined || actor.limitPence < cost);
  return { ...(tier && { tier: tier.id }), ...(needed && { coverFor }) };
};

/** Most plans cost the same each week; one-offs and yearly lines make one week dearer. */
const weekWords = (plan: Plan): string => (dearestWeekPence(plan) === planWeeklyPence(plan) ? 'a week' : 'in its dearest week');

/** The tier of a plan, where the council has tiers. */
export const tierFor = (plan: Plan, scheme: ApprovalScheme | undefined): Tier | undefined =>
  scheme && tierOf(scheme, dearestWeekPence(plan));

/**
 * Why `actor` may not agree `plan`; `undefined` when they may. Refuses `own-plan` (author ≠ approver, I-15), `needs-panel` for a plan in
 * the panel's tier where they do not sit on it, and `needs-higher-approval` when the weekly cost is above what they may agree today.
 */
export const approvalRefusal = (plan: Plan, actor: Actor, approving: Approving): Refusal | undefined => {
  if (plan.authors.includes(actor.id)) {
    return refuse('own-plan', 'You wrote some of this plan, so someone else must agree it. Ask a colleague who approves plans.');
  }
  const cost = dearestWeekPence(plan);
  const tier = tierFor(plan, approving.scheme);
  if (tier?.panel && !actor.panel) {
    return refuse(
      'needs-panel',
      `This plan costs ${formatPence(cost)} in its dearest week, which is for the ${tier.title}. Ask them to look at it.`,
    );
  }
  const { pence: limit, coverFor } = limitOn(actor, approving.scheme, approving.today);
  // Nobody agrees in the place of whoever wrote it: then the author's own limit would agree the author's own plan.
  if (coverFor !== undefined && plan.authors.includes(coverFor) && (actor.limitPence ?? -1) < cost)
    return refuse(
      'own-plan',
      'You would agree this in the place of a colleague who wrote some of it. Ask someone else who approves plans.',
    );
  if (limit !== undefined && cost <= limit) return undefined;
  return refuse(
    'needs-higher-approval',
    `This plan costs ${formatPence(cost)} ${weekWords(plan)} and you can agree ${limit === undefined ? 'none' : `up to ${formatPence(limit)}`}. Ask someone with a higher limit.`,
  );
};

/**
 * Why a figure somebody typed cannot be the budget. Only what the plan costs can: less would leave a need unmet, more would be for nothing.
 * @example budgetRefusal(plan of £214.00, 18011) // refused: 'budget-below-needs' (TV-C)
 */
export const budgetRefusal = (plan: Plan, totalPence: Pence | undefined): Refusal | undefined => {
  const cost = planWeeklyPence(plan);
  if (totalPence === undefined || totalPence === cost) return undefined;
  if (totalPence > cost)
    return refuse(
      'budget-not-the-plan',
      `The plan costs ${formatPence(cost)} a week, so that is the budget. Add to the plan first.`,
    );
  return refuse(
    'budget-below-needs',
    `The plan meets the needs for ${formatPence(cost)} a week, and a budget cannot be less than that (Care Act 2014, s.26). ` +
      'A limit of a panel or of a points table is no reason. Send the plan back and say which need can be met how for less.',
  );
};
