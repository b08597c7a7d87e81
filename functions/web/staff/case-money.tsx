/** The money of a case for staff: the very figures and lines the person sees, the plan against them, the budget that was agreed. */
import { lifeAreasOf } from '../../../lib/domain/fact.ts';
import { may } from '../../../lib/domain/permission.ts';
import { givesFigure } from '../citizen/story-walk.ts';
import { type CaseVisit, show } from '../page.ts';
import { WhatWouldChangeIt } from '../shared/allocation-changes-view.tsx';
import { AllocationView, UpFrontFigure } from '../shared/allocation-view.tsx';
import { BudgetStatement } from '../shared/budget-view.tsx';
import { ContributionView } from '../shared/contribution-view.tsx';
import { MoneyHeld } from '../shared/money-held.tsx';
import { paysSoFar } from '../shared/what-they-pay.ts';
import { differenceWords, PlanCost } from './budget-words.tsx';
import { CaseFrame, caseHref, staffPage } from './case-frame.tsx';

const AgreedBudget = ({ visit }: { readonly visit: CaseVisit }) => {
  const { agreed } = visit.case;
  if (!agreed) return null;
  const { budget, approvedBy, reasons } = agreed;
  return (
    <>
      <h2 class="govuk-heading-m">The agreed personal budget</h2>
      <BudgetStatement budget={budget} audience="staff" />
      <p class="govuk-body">
        {differenceWords(budget.totalPence, budget.indicativePence)} Agreed by {approvedBy.name}.
      </p>
      {reasons ? <p class="govuk-body ow-typed">{reasons}</p> : null}
    </>
  );
};

/** What they pay as it stands, and the way to it. It never stands in front of anything else. */
const WhatTheyPay = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state, configuration, now, actor, subject } = visit;
  const pays = paysSoFar({ state, configuration, now });
  return (
    <>
      <h2 class="govuk-heading-m">What the person pays</h2>
      {pays ? (
        <ContributionView pays={pays} audience="staff" />
      ) : (
        <p class="govuk-body">Nobody has looked at this yet. No support waits for it.</p>
      )}
      {may(actor, 'record-finances', subject) ? (
        <p class="govuk-body">
          <a class="govuk-link" href={caseHref(visit, '/finances')}>
            {pays ? 'Look at it again' : 'Work out what they pay'}
          </a>
        </p>
      ) : null}
    </>
  );
};

export const CaseMoney = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state } = visit;
  const { allocation, plan } = state;
  return (
    <CaseFrame visit={visit} title={`${state.person.name}: money`} part="Money">
      {allocation ? null : (
        <p class="govuk-body">
          {givesFigure(visit.configuration)
            ? 'No up-front figure has been worked out. It follows from a confirmed assessment.'
            : 'There is no up-front figure on this pathway. The plan says what the support costs.'}
        </p>
      )}
      {allocation ? (
        <>
          <h2 class="govuk-heading-m">The up-front figure</h2>
          {allocation.weeklyPence === null ? <p class="govuk-body">There is none: the support is costed individually.</p> : null}
          <UpFrontFigure allocation={allocation} />
        </>
      ) : null}
      {plan ? (
        <>
          <h2 class="govuk-heading-m">{allocation ? 'The plan against it' : 'The plan'}</h2>
          <PlanCost state={state} />
          <p class="govuk-body">
            <a class="govuk-link" href={caseHref(visit, '/plan')}>
              Read the plan
            </a>
          </p>
        </>
      ) : null}
      <AgreedBudget visit={visit} />
      <WhatTheyPay visit={visit} />
      <MoneyHeld state={state} configuration={visit.configuration} audience="staff" />
      {plan && visit.configuration.support ? (
        <p class="govuk-body">
          <a class="govuk-link" href={caseHref(visit, '/holding')}>
            How the money is held
          </a>
        </p>
      ) : null}
      {allocation ? (
        <>
          <h2 class="govuk-heading-m">How the up-front figure was worked out</h2>
          <p class="govuk-body">{state.person.name} sees the same lines and the same figures.</p>
          <AllocationView allocation={allocation} story={lifeAreasOf(state.facts)} />
          <WhatWouldChangeIt
            model={visit.configuration.model}
            allocation={allocation}
            answers={state.assessment?.answers}
            audience="staff"
          />
        </>
      ) : null}
    </CaseFrame>
  );
};

export const caseMoney = staffPage('view-work', {
  path: '/cases/:caseId/money',
  get: async (visit) => show(<CaseMoney visit={visit} />),
});
