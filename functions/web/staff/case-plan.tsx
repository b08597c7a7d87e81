/** The plan as it stands, and the one that was agreed where it is another. Reading only; writing is `plan-edit.tsx`. */
import { may } from '../../../lib/domain/permission.ts';
import { Button } from '../kit/form.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { type CaseVisit, show } from '../page.ts';
import { PlanView } from '../shared/plan-view.tsx';
import { PlanCost } from './budget-words.tsx';
import { CaseFrame, caseHref, staffPage } from './case-frame.tsx';
import { due, withForm } from './due.tsx';
import { NeedsMet } from './needs-met.tsx';

const Draft = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state, configuration } = visit;
  const { plan, agreed, assessment } = state;
  if (!plan) return <p class="govuk-body">No plan has been written yet.</p>;
  const isAgreed = agreed?.plan.version === plan.version;
  return (
    <>
      <p class="govuk-body">
        {isAgreed ? 'Agreed' : 'Not agreed yet'}. Version {plan.version}, saved by {plan.writtenBy.name} on{' '}
        {readableTime(plan.writtenAt)}.
      </p>
      <PlanCost state={state} />
      <PlanView plan={plan} configuration={configuration} />
      <NeedsMet plan={plan} eligible={assessment?.findings.unable ?? []} />
    </>
  );
};

export const CasePlan = ({ visit }: { readonly visit: CaseVisit }) => {
  const { case: state, configuration, actor } = visit;
  const { plan, agreed } = state;
  const writing = due(visit, withForm('plan')) !== undefined && may(actor, 'save-plan', visit.subject);
  const other = agreed && agreed.plan.version !== plan?.version ? agreed : undefined;
  return (
    <CaseFrame visit={visit} title={`${state.person.name}: plan`} part="Plan">
      {writing ? <Button text="Write the plan" href={caseHref(visit, '/plan/edit')} /> : null}
      <Draft visit={visit} />
      {other ? (
        <>
          <h2 class="govuk-heading-l">The plan agreed before</h2>
          <p class="govuk-body">
            Version {other.plan.version}, agreed by {other.approvedBy.name} on {readableTime(other.approvedAt, 'date')}.
          </p>
          <PlanView plan={other.plan} configuration={configuration} />
        </>
      ) : null}
    </CaseFrame>
  );
};

export const casePlan = staffPage('view-work', {
  path: '/cases/:caseId/plan',
  get: async (visit) => show(<CasePlan visit={visit} />),
});
