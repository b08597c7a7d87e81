/**
 * The plan and the agreed money, on the person's own page: a plan that is being written, one that was sent back, one that is agreed.
 */
import { yearlyPence } from '../../../lib/domain/allocation.ts';
import type { PersonalBudget } from '../../../lib/domain/approval.ts';
import type { AgreedSupport, Case } from '../../../lib/domain/case.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { type Plan, planWeeklyPence } from '../../../lib/domain/plan.ts';
import { BudgetBar } from '../kit/budget-bar.tsx';
import { InsetText } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { PlanView } from '../shared/plan-view.tsx';
import { DisagreeLink } from './disagree-link.tsx';
import { Heading, Quote, Text } from './prose.tsx';

type PlanProps = { readonly state: Case; readonly configuration: Configuration };

/** The budget beside the up-front figure: they may differ, and then the page says so. */
const Compared = ({ totalPence, indicativePence }: PersonalBudget) => {
  if (indicativePence === null || indicativePence === totalPence) return null;
  const more = totalPence > indicativePence;
  const gap = formatPence(Math.abs(totalPence - indicativePence));
  return (
    <Text>
      The up-front figure was {formatPence(indicativePence)} a week. Your budget is {gap} {more ? 'more' : 'less'}, because it is
      what your plan costs.
    </Text>
  );
};

type AgreedProps = { readonly caseId: string; readonly agreed: AgreedSupport; readonly configuration: Configuration };

const Agreed = ({ caseId, agreed, configuration }: AgreedProps) => {
  const { budget, approvedBy, approvedAt, reasons } = agreed;
  const weeksPerYear = configuration.model?.weeksPerYear ?? 52;
  return (
    <>
      <Heading>Your budget</Heading>
      <p class="govuk-heading-l">
        {formatPence(budget.totalPence)} a week
        <span class="govuk-caption-l">That is {formatPence(yearlyPence({ weeksPerYear }, budget.totalPence))} over a year.</span>
      </p>
      <Compared {...budget} />
      <Text>
        {approvedBy.name} agreed your plan on {readableTime(approvedAt, 'date')}.{reasons ? ' These are the reasons:' : ''}
      </Text>
      {reasons ? (
        <InsetText>
          <Quote words={reasons} />
        </InsetText>
      ) : null}
      <Text>
        You may have to pay a part of this from your own money. This site does not work that out yet. We look at what you can
        afford, and tell you before you pay anything.
      </Text>
      <Text>
        Do you think this is not enough to meet your needs? Someone who did not agree the plan will look at it again. Your support
        goes on while they do. <DisagreeLink caseId={caseId} about="budget" detail="Your budget" />. Or call us on{' '}
        {configuration.council.contact.phone}.
      </Text>
      <Heading>Your plan</Heading>
      <PlanView plan={agreed.plan} configuration={configuration} />
    </>
  );
};

const SentBack = ({ state }: { readonly state: Case }) => {
  const { returned, plan } = state;
  if (!returned || !plan) return null;
  return (
    <>
      <Text>
        {returned.by.name} read version {String(returned.planVersion)} of your plan and asked for changes. These are the reasons:
      </Text>
      <InsetText>
        <Quote words={returned.reasons} />
      </InsetText>
    </>
  );
};

/** A plan nobody has agreed yet. It is the person's plan, so they see it while it is written. */
const BeingWritten = ({ state, configuration }: PlanProps) => {
  const { plan, allocation } = state;
  if (!plan || plan.version === state.agreed?.plan.version) return null;
  const planned = plan.items.length > 0 && allocation?.weeklyPence;
  return (
    <>
      <Heading>{state.agreed ? 'Changes to your plan, not agreed yet' : 'Your plan so far, not agreed yet'}</Heading>
      <Text>
        {plan.writtenBy.name} wrote this down on {readableTime(plan.writtenAt, 'date')}. It is your plan. If it does not say what
        you want, tell us.
      </Text>
      <SentBack state={state} />
      {planned ? <Bar plan={plan} weekly={planned} /> : null}
      <PlanView plan={plan} configuration={configuration} />
      <Text>
        <DisagreeLink caseId={state.id} about="plan" detail="Your plan" />
      </Text>
    </>
  );
};

/** How the plan stands to the guide figure. A plan that costs more is nothing to worry about, and the page says so. */
const Bar = ({ plan, weekly }: { readonly plan: Plan; readonly weekly: number }) => {
  const planned = planWeeklyPence(plan);
  return (
    <>
      <BudgetBar indicativePence={weekly} plannedPence={planned} />
      {planned > weekly ? <Text>A plan may cost more than the guide. What counts is what you need.</Text> : null}
    </>
  );
};

export const PlanAndBudget = (props: PlanProps) => (
  <>
    <BeingWritten {...props} />
    {props.state.agreed ? (
      <Agreed caseId={props.state.id} agreed={props.state.agreed} configuration={props.configuration} />
    ) : null}
  </>
);
