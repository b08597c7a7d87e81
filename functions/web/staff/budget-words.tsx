/** A plan's cost beside the up-front figure: the same bar and sentences wherever staff look at both. It judges nothing. */
import type { Case } from '../../../lib/domain/case.ts';
import { formatPence, type Pence } from '../../../lib/domain/money.ts';
import { planWeeklyPence } from '../../../lib/domain/plan-cost.ts';
import { BudgetBar } from '../kit/budget-bar.tsx';

/**
 * How far a cost is from the up-front figure, pence a week.
 * @example differenceWords(21400, 18011) // 'That is £33.89 a week more than the up-front figure of £180.11.'
 */
export const differenceWords = (weekly: Pence, indicative: Pence | null): string => {
  if (indicative === null) return 'There is no up-front figure to compare it with: the support is costed individually.';
  const difference = weekly - indicative;
  if (difference === 0) return `That is the up-front figure of ${formatPence(indicative)} exactly.`;
  const how = difference > 0 ? 'more' : 'less';
  return `That is ${formatPence(Math.abs(difference))} a week ${how} than the up-front figure of ${formatPence(indicative)}.`;
};

/** The bar where there is a figure to draw it against; otherwise what the plan costs, in words. */
export const PlanCost = ({ state }: { readonly state: Case }) => {
  const { plan, allocation } = state;
  if (!plan) return null;
  const weekly = planWeeklyPence(plan);
  const indicative = allocation?.weeklyPence ?? null;
  if (indicative !== null) return <BudgetBar indicativePence={indicative} plannedPence={weekly} plan="This plan" />;
  return (
    <p class="govuk-body">
      <strong>This plan costs {formatPence(weekly)} a week.</strong> {differenceWords(weekly, null)}
    </p>
  );
};
