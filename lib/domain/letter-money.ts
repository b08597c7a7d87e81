/** What letters about money say: an agreed plan with its statement, and what the person pays. Part of `letter-event.ts`. */
import type { PersonalBudget } from './approval.ts';
import { toIsoDate } from './calendar.ts';
import type { EventOf } from './event.ts';
import { rulesFor, whatTheyPay } from './finances.ts';
import { type Around, day, doer, type Saying, typed } from './letter-saying.ts';
import { formatPence } from './money.ts';
import { planWeeklyPence } from './plan-cost.ts';

/** Only where somebody has looked at what the person can pay. */
const pays = ({
  contributionPence,
  councilPence,
}: Pick<PersonalBudget, 'contributionPence' | 'councilPence'>): Saying['values'] => {
  if (contributionPence === null || councilPence === null) return {};
  return { 'you-pay': formatPence(contributionPence), 'we-pay': formatPence(councilPence) };
};

export const planned = ({ agreed, reviewDueOn }: EventOf<'PlanApproved'>): Saying => {
  const { budget, plan, reasons, approvedBy, under } = agreed;
  const guide = budget.indicativePence === null ? undefined : formatPence(budget.indicativePence);
  const figure = formatPence(budget.totalPence);
  return {
    variant: under?.atOnce ? 'agreed-at-once' : 'agreed',
    values: { by: approvedBy.name, figure, guide, 'review-date': day(reviewDueOn), ...pays(budget) },
    blocks: { plan: { kind: 'plan', plan }, reasons: typed(reasons), statement: { kind: 'statement', budget } },
  };
};

/** What is paid of the support as it is now: agreed, planned, or the up-front figure. Nothing where there is no cost yet. */
export const means = (event: EventOf<'FinancesRecorded'>, { state, configuration }: Around): Saying => {
  const { finances, budget } = event;
  const cost = budget?.totalPence ?? (state.plan ? planWeeklyPence(state.plan) : (state.allocation?.weeklyPence ?? undefined));
  const rules = rulesFor(configuration.charging, toIsoDate(new Date(event.at)));
  const found = cost === undefined ? undefined : whatTheyPay(finances, cost, rules);
  const values = found && cost !== undefined ? pays({ contributionPence: found.pence, councilPence: cost - found.pence }) : {};
  return {
    variant: finances.kind === 'figures' ? finances.standing : finances.kind,
    values: { by: doer(event), ...values },
    blocks: {
      contribution: found && { kind: 'contribution', pays: found },
      statement: budget && { kind: 'statement', budget },
    },
  };
};
