/** What letters about money say: an agreed plan with its statement, and what the person pays. Part of `letter-event.ts`. */
import type { PersonalBudget } from './approval.ts';
import { toIsoDate } from './calendar.ts';
import { costSoFar, paysOfCost } from './cost-so-far.ts';
import type { EventOf } from './event.ts';
import { type FinancesContent, rulesFor } from './finances.ts';
import { type Around, day, doer, type Saying, typed } from './letter-saying.ts';
import { formatPence } from './money.ts';

/** Only where somebody has looked at what the person can pay. */
const pays = ({
  contributionPence,
  councilPence,
}: Pick<PersonalBudget, 'contributionPence' | 'councilPence'>): Saying['values'] => {
  if (contributionPence === null || councilPence === null) return {};
  return { 'you-pay': formatPence(contributionPence), 'we-pay': formatPence(councilPence) };
};

/** The whole budget in words: a one-off is in no week, so it is said beside the weeks and never left out. */
const budgetWords = ({ totalPence, oncePence = 0 }: PersonalBudget): string =>
  `${formatPence(totalPence)} a week${oncePence > 0 ? ` and ${formatPence(oncePence)} once` : ''}`;

export const planned = ({ agreed, reviewDueOn }: EventOf<'PlanApproved'>): Saying => {
  const { budget, plan, reasons, approvedBy, under } = agreed;
  const guide = budget.indicativePence === null ? undefined : formatPence(budget.indicativePence);
  return {
    variant: under?.atOnce ? 'agreed-at-once' : 'agreed',
    values: { by: approvedBy.name, figure: budgetWords(budget), guide, 'review-date': day(reviewDueOn), ...pays(budget) },
    blocks: { plan: { kind: 'plan', plan }, reasons: typed(reasons), statement: { kind: 'statement', budget } },
  };
};

/** The ways a finding is written about. Before there is any cost no amount can be said, and the letter says so. */
export const MEANS = [
  'estimate',
  'estimate-no-cost',
  'decided',
  'decided-no-cost',
  'no-charge',
  'pays-in-full',
  'pays-in-full-no-cost',
] as const;

const meansVariant = (finances: FinancesContent, known: boolean): (typeof MEANS)[number] => {
  if (finances.kind === 'no-charge') return 'no-charge';
  const found = finances.kind === 'figures' ? finances.standing : finances.kind;
  return known ? found : `${found}-no-cost`;
};

/** What is paid of the support as it is now: by the same rule and of the same cost as on the page (`cost-so-far.ts`). */
export const means = (event: EventOf<'FinancesRecorded'>, { state, configuration }: Around): Saying => {
  const { finances, budget } = event;
  const cost = costSoFar(state);
  const rules = rulesFor(configuration.charging, toIsoDate(new Date(event.at)));
  const found = budget?.contribution ?? paysOfCost(finances, state, rules);
  const values = found && cost ? pays({ contributionPence: found.pence, councilPence: cost.pence - found.pence }) : {};
  return {
    variant: meansVariant(finances, cost !== undefined),
    values: { by: doer(event), ...values },
    blocks: {
      contribution: found && { kind: 'contribution', pays: found },
      statement: budget && { kind: 'statement', budget },
    },
  };
};
