/**
 * The cost that what a person pays is worked out against: the nearest thing to one there is on a case. One rule for the pages and the
 * letters, so that no two of them say different figures. The working itself is `finances.ts`.
 */
import type { Case } from './case.ts';
import type { CapitalRules } from './charging.ts';
import { type FinancesContent, type WhatTheyPay, whatTheyPay } from './finances.ts';
import type { Pence } from './money.ts';
import { planWeeklyPence } from './plan-cost.ts';

/** A weekly cost, and what it is the cost of. */
export type CostSoFar = { readonly pence: Pence; readonly of: 'agreed' | 'plan' | 'figure' };

/**
 * The nearest thing to a cost there is: the agreed plan, else the plan as it is written, else the up-front figure. `undefined` where there
 * is none; a plan without a line is not a plan that costs nothing.
 * @example no plan yet, an up-front figure of £120.00: costSoFar(state) // { pence: 12000, of: 'figure' }
 */
export const costSoFar = ({ agreed, plan, allocation }: Pick<Case, 'agreed' | 'plan' | 'allocation'>): CostSoFar | undefined => {
  if (agreed) return { pence: planWeeklyPence(agreed.plan), of: 'agreed' };
  if (plan && plan.items.length > 0) return { pence: planWeeklyPence(plan), of: 'plan' };
  const weekly = allocation?.weeklyPence ?? null;
  return weekly === null ? undefined : { pence: weekly, of: 'figure' };
};

/** Where there is no charge, it is nothing of any cost: that can be said before there is one. */
const ofNothing = (content: FinancesContent): WhatTheyPay | undefined =>
  content.kind === 'no-charge' ? whatTheyPay(content, 0, undefined) : undefined;

/** What `content` comes to on this case; `undefined` where there is no cost yet, or no limits of law to work with. */
export const paysOfCost = (
  content: FinancesContent,
  state: Pick<Case, 'agreed' | 'plan' | 'allocation'>,
  rules: CapitalRules | undefined,
): WhatTheyPay | undefined => {
  const cost = costSoFar(state);
  return cost ? whatTheyPay(content, cost.pence, rules) : ofNothing(content);
};
