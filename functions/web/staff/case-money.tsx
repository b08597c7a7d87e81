/** The money of a case for staff: the very figures and lines the person sees, the plan against them, the budget that was agreed. */
import type { PersonalBudget } from '../../../lib/domain/approval.ts';
import { lifeAreasOf } from '../../../lib/domain/fact.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { givesFigure } from '../citizen/story-walk.ts';
import { WorkingTable } from '../kit/working-table.tsx';
import { type CaseVisit, show } from '../page.ts';
import { AllocationView, UpFrontFigure } from '../shared/allocation-view.tsx';
import { differenceWords, PlanCost } from './budget-words.tsx';
import { CaseFrame, caseHref, staffPage } from './case-frame.tsx';

const AgreedBudget = ({ visit }: { readonly visit: CaseVisit }) => {
  const { agreed } = visit.case;
  if (!agreed) return null;
  const { budget, approvedBy, reasons } = agreed;
  return (
    <>
      <WorkingTable
        caption="The agreed personal budget, a week"
        lines={budget.lines.map(({ what, pence }) => ({ label: what, figure: formatPence(pence) }))}
        total={{ label: 'The whole budget', figure: formatPence(budget.totalPence) }}
      />
      <p class="govuk-body">
        {contributionWords(budget)} {differenceWords(budget.totalPence, budget.indicativePence)} Agreed by {approvedBy.name}.
      </p>
      {reasons ? <p class="govuk-body ow-typed">{reasons}</p> : null}
    </>
  );
};

/** Who pays what: only once a financial assessment has said so. */
const contributionWords = ({ contributionPence, councilPence }: PersonalBudget): string =>
  contributionPence === null || councilPence === null
    ? 'What the person may have to pay is not worked out yet.'
    : `The person pays ${formatPence(contributionPence)} a week and the council ${formatPence(councilPence)}.`;

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
      {allocation ? (
        <>
          <h2 class="govuk-heading-m">How the up-front figure was worked out</h2>
          <p class="govuk-body">{state.person.name} sees the same lines and the same figures.</p>
          <AllocationView allocation={allocation} story={lifeAreasOf(state.facts)} />
        </>
      ) : null}
    </CaseFrame>
  );
};

export const caseMoney = staffPage('view-work', {
  path: '/cases/:caseId/money',
  get: async (visit) => show(<CaseMoney visit={visit} />),
});
