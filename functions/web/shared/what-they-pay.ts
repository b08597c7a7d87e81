/**
 * What a person pays as it stands on a page: against which cost, and by which working. It adds nothing up; `finances.ts` does. Once support
 * is agreed it is the working kept with the budget, so that a page never says another figure than the statement.
 */
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { type FinancesContent, rulesFor, type WhatTheyPay, whatTheyPay } from '../../../lib/domain/finances.ts';
import type { Pence } from '../../../lib/domain/money.ts';
import { planWeeklyPence } from '../../../lib/domain/plan-cost.ts';

/** A weekly cost, and what it is the cost of. */
export type CostSoFar = { readonly pence: Pence; readonly of: 'agreed' | 'plan' | 'figure' };

/**
 * The nearest thing to a cost there is: the agreed plan, else the plan as it is written, else the up-front figure. `undefined` where there
 * is none; a plan without a line is not a plan that costs nothing.
 */
export const costSoFar = ({ agreed, plan, allocation }: Case): CostSoFar | undefined => {
  if (agreed) return { pence: planWeeklyPence(agreed.plan), of: 'agreed' };
  if (plan && plan.items.length > 0) return { pence: planWeeklyPence(plan), of: 'plan' };
  const weekly = allocation?.weeklyPence ?? null;
  return weekly === null ? undefined : { pence: weekly, of: 'figure' };
};

const ofNothing = (content: FinancesContent): WhatTheyPay | undefined =>
  content.kind === 'no-charge' ? whatTheyPay(content, 0, undefined) : undefined;

/** What `content` comes to on this case today; `undefined` where there is no cost yet, or no limits of law to work with. */
export const paysOf = (
  content: FinancesContent,
  { state, configuration, now }: { readonly state: Case; readonly configuration: Configuration; readonly now: Date },
): WhatTheyPay | undefined => {
  const cost = costSoFar(state);
  return cost ? whatTheyPay(content, cost.pence, rulesFor(configuration.charging, toIsoDate(now))) : ofNothing(content);
};

/** What they pay as it stands: what was kept with the agreed budget, else what was found, of the cost so far. */
export const paysSoFar = (at: {
  readonly state: Case;
  readonly configuration: Configuration;
  readonly now: Date;
}): WhatTheyPay | undefined => {
  const { agreed, finances } = at.state;
  return agreed?.budget.contribution ?? (finances && paysOf(finances, at));
};
