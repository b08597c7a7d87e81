/**
 * What the plan costs, beside the up-front figure and, where there is one, the agreed budget: a week, once, over a year. It judges nothing:
 * the figure is a guide, never a limit. The statement of an agreed budget is `budget-statement.tsx`.
 */
import type { Case } from '../../../lib/domain/case.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import type { PlanContent } from '../../../lib/domain/plan.ts';
import { planOncePence, planWeeklyPence, planYearlyPence } from '../../../lib/domain/plan-cost.ts';
import { BudgetBar } from '../kit/budget-bar.tsx';
import { Heading, Text } from './prose.tsx';

type MoneyProps = { readonly state: Case; readonly plan: PlanContent; readonly configuration: Configuration };

const UpFrontOnly = ({ state: { allocation } }: { readonly state: Case }) =>
  allocation?.weeklyPence ? (
    <Text>Your up-front figure is {formatPence(allocation.weeklyPence)} a week. It is a guide, not a limit.</Text>
  ) : null;

const Planned = ({ state, plan }: Omit<MoneyProps, 'configuration'>) => {
  const [weekly, indicative] = [planWeeklyPence(plan), state.allocation?.weeklyPence];
  if (!indicative) return <Text>Your plan costs {formatPence(weekly)} a week.</Text>;
  return (
    <>
      <BudgetBar indicativePence={indicative} plannedPence={weekly} />
      {weekly > indicative ? <Text>A plan may cost more than the guide. What counts is what you need.</Text> : null}
    </>
  );
};

const NotPriced = ({ plan }: { readonly plan: PlanContent }) => {
  const open = plan.items.filter(({ unitPence, share }) => unitPence === 0 && !share).length;
  if (open === 0) return null;
  return <Text>{open === 1 ? 'One price is' : `${open} prices are`} not known yet. We find that out with you.</Text>;
};

export const PlanMoney = ({ state, plan, configuration }: MoneyProps) => {
  const once = planOncePence(plan);
  return (
    <>
      <Heading>What it costs</Heading>
      {plan.items.length === 0 ? (
        <>
          <Text>There is nothing in the plan yet that costs money.</Text>
          <UpFrontOnly state={state} />
        </>
      ) : (
        <>
          <Planned state={state} plan={plan} />
          <Text>
            {once > 0 ? `On top of that, ${formatPence(once)} is paid just once. ` : ''}Over a year all of it comes to{' '}
            {formatPence(planYearlyPence(plan, configuration.model?.weeksPerYear))}.
          </Text>
          <NotPriced plan={plan} />
        </>
      )}
      {state.agreed ? <Text>The budget that is agreed is {formatPence(state.agreed.budget.totalPence)} a week.</Text> : null}
    </>
  );
};
