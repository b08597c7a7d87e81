/** The statement of a budget as it would be on a day: what the plan costs, what the person pays of it, what the council pays. Decides nothing. */
import { type PersonalBudget, personalBudget } from '../approval.ts';
import { toIsoDate } from '../calendar.ts';
import { type FinancesContent, rulesFor, whatTheyPay } from '../finances.ts';
import type { Plan } from '../plan.ts';
import { planWeeklyPence } from '../plan-cost.ts';
import { kindOf } from '../stage.ts';
import type { Setting } from './setting.ts';

type Around = Pick<Setting, 'state' | 'configuration' | 'now'>;

/** Support to a carer in their own right, where the council makes no charge for it: nobody asks what a carer has. */
export const isFreeForCarers = ({ route, council }: Around['configuration']): boolean =>
  kindOf(route) === 'carer' && !council.chargesCarers;

const FREE: FinancesContent = { kind: 'no-charge', reason: 'The council makes no charge for support to carers.' };

/** `finances`: what was found about the person's means; as the case has it, where it is left out. `indicative`: as it was agreed on. */
export const budgetOf = (
  { state, configuration, now }: Around,
  plan: Plan,
  finances: FinancesContent | undefined = state.finances,
  indicative = state.allocation?.weeklyPence ?? null,
): PersonalBudget => {
  const known = isFreeForCarers(configuration) ? FREE : finances;
  const pays = whatTheyPay(known, planWeeklyPence(plan), rulesFor(configuration.charging, toIsoDate(now)));
  return personalBudget(plan, indicative, { pays, weeksPerYear: configuration.model?.weeksPerYear });
};
