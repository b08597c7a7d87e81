/**
 * The plan and the agreed money, on the person's own page: a plan that is being written, one that was sent back, one that is agreed.
 */
import type { PersonalBudget } from '../../../lib/domain/approval.ts';
import type { AgreedSupport, Case } from '../../../lib/domain/case.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { may } from '../../../lib/domain/permission.ts';
import type { Plan } from '../../../lib/domain/plan.ts';
import { planWeeklyPence, planYearlyPence } from '../../../lib/domain/plan-cost.ts';
import { BudgetBar } from '../kit/budget-bar.tsx';
import { Button } from '../kit/form.tsx';
import { InsetText } from '../kit/messages.tsx';
import { readableTime } from '../kit/readable-time.ts';
import type { CaseVisit } from '../page.ts';
import { AlternativesView } from '../shared/alternatives-view.tsx';
import { BudgetStatement } from '../shared/budget-view.tsx';
import { MoneyHeld } from '../shared/money-held.tsx';
import { PlanView } from '../shared/plan-view.tsx';
import { DisagreeLink } from './disagree-link.tsx';
import { leadWords } from './lead-words.ts';
import { pathsOf } from './paths.ts';
import { Heading, Link, Quote, Text } from './prose.tsx';
import { isAtPlanning, mayWrite } from './your-plan-visit.ts';

type PlanProps = { readonly visit: CaseVisit };

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

/** What the person pays of it and how that was found: never a reason for support to wait. */
const YourPart = ({ caseId, budget }: { readonly caseId: string; readonly budget: PersonalBudget }) => {
  const { contributionPence, contribution } = budget;
  const { whatYouPay } = pathsOf(caseId);
  if (contributionPence === null)
    return (
      <Text>
        What you pay is not worked out yet, and nothing waits for it. We tell you before you pay anything.{' '}
        <Link href={whatYouPay}>How we will work it out</Link>.
      </Text>
    );
  return (
    <Text>
      {contribution?.standing === 'estimate' ? 'What you pay is an estimate so far. We tell you before you pay anything. ' : ''}
      <Link href={whatYouPay}>See how we worked out what you pay</Link>.
    </Text>
  );
};

type AgreedProps = PlanProps & { readonly agreed: AgreedSupport };

const YourBudget = ({ visit, agreed }: AgreedProps) => {
  const { case: state, configuration } = visit;
  const { plan, budget } = agreed;
  const year = budget.yearlyPence ?? planYearlyPence(plan, configuration.model?.weeksPerYear);
  return (
    <>
      <Heading>Your budget</Heading>
      <p class="govuk-heading-l">
        {formatPence(budget.totalPence)} a week
        <span class="govuk-caption-l">That is {formatPence(year)} over a year.</span>
      </p>
      <Compared {...budget} />
      <BudgetStatement budget={budget} audience="person" />
      <YourPart caseId={state.id} budget={budget} />
    </>
  );
};

const Agreed = ({ visit, agreed }: AgreedProps) => {
  const { case: state, configuration } = visit;
  const { approvedBy, approvedAt, reasons } = agreed;
  return (
    <>
      <YourBudget visit={visit} agreed={agreed} />
      <Text>
        {approvedBy.name} agreed your plan on {readableTime(approvedAt, 'date')}.{reasons ? ' These are the reasons:' : ''}
      </Text>
      {reasons ? (
        <InsetText>
          <Quote words={reasons} />
        </InsetText>
      ) : null}
      <Text>
        Do you think this is not enough to meet your needs? Someone who did not agree the plan will look at it again. Your support
        goes on while they do. <DisagreeLink caseId={state.id} about="budget" detail="Your budget" />. Or call us on{' '}
        {configuration.council.contact.phone}.
      </Text>
      <Heading>Your plan</Heading>
      <PlanView plan={agreed.plan} configuration={configuration} />
      <MoneyHeld state={state} configuration={configuration} audience="person" reader={visit.reader} />
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
      {returned.alternatives ? <AlternativesView alternatives={returned.alternatives} /> : null}
    </>
  );
};

/** A plan nobody has agreed yet. It is the person's plan, so they see it while it is written. */
const BeingWritten = ({ visit }: PlanProps) => {
  const { case: state, configuration } = visit;
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

/** Who leads, and the way to the plan itself: to work on it, or to see it and say what should be different. */
const ToThePlan = ({ visit }: PlanProps) => {
  const { case: state, configuration, actor, subject } = visit;
  const there = state.plan !== undefined || isAtPlanning(state, configuration);
  if (!there || state.state === 'closed' || !may(actor, 'save-plan', subject)) return null;
  const { yourPlan, whoLeads } = pathsOf(state.id);
  const writing = mayWrite(visit);
  return (
    <>
      <Heading>Who leads your plan</Heading>
      <Text>
        {leadWords(visit)} <Link href={whoLeads}>Change who leads</Link>.
      </Text>
      <Button text={writing ? 'Work on your plan' : 'See your plan'} href={yourPlan} kind={writing ? undefined : 'secondary'} />
    </>
  );
};

export const PlanAndBudget = ({ visit }: PlanProps) => (
  <>
    <ToThePlan visit={visit} />
    <BeingWritten visit={visit} />
    {visit.case.agreed ? <Agreed visit={visit} agreed={visit.case.agreed} /> : null}
  </>
);
