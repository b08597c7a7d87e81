/**
 * What a person pays as it stands on a page, and by which working. It adds nothing up: of which cost is `cost-so-far.ts`, the sum is
 * `finances.ts`. Once support is agreed it is the working kept with the budget, so that a page never says another figure than the statement.
 */
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { paysOfCost } from '../../../lib/domain/cost-so-far.ts';
import { type FinancesContent, rulesFor, type WhatTheyPay } from '../../../lib/domain/finances.ts';

type At = { readonly state: Case; readonly configuration: Configuration; readonly now: Date };

/** What `content` comes to on this case today; `undefined` where there is no cost yet, or no limits of law to work with. */
export const paysOf = (content: FinancesContent, { state, configuration, now }: At): WhatTheyPay | undefined =>
  paysOfCost(content, state, rulesFor(configuration.charging, toIsoDate(now)));

/** What they pay as it stands: what was kept with the agreed budget, else what was found, of the cost so far. */
export const paysSoFar = (at: At): WhatTheyPay | undefined => {
  const { agreed, finances } = at.state;
  return agreed?.budget.contribution ?? (finances && paysOf(finances, at));
};
