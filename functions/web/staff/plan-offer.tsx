/** The plan read once more before it goes on: every need answered for, the cost, and one button. */
import { plainNeed } from '../../../lib/domain/eligibility.ts';
import { type Plan, uncoveredNeeds } from '../../../lib/domain/plan.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import { InsetText } from '../kit/messages.tsx';
import { type CaseVisit, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { leadsToWords } from '../shared/outcome-words.ts';
import { PlanView } from '../shared/plan-view.tsx';
import { PlanCost } from './budget-words.tsx';
import { CaseFrame, caseHref, staffPage } from './case-frame.tsx';
import { type Due, drawWhenDue, showWhenDue, withForm } from './due.tsx';
import { NeedsMet } from './needs-met.tsx';

const WANTED = withForm('plan');

/** Why the plan cannot go on yet, for the writer; nothing where it can. */
const gapWords = (plan: Plan | undefined, eligible: Parameters<typeof uncoveredNeeds>[1]): string | undefined => {
  if (!plan) return 'There is no plan yet. Write it first.';
  if (plan.items.length === 0 && plan.otherWays.length === 0)
    return 'The plan has no support in it yet. Add a line, or say how each need is looked after.';
  const open = uncoveredNeeds(plan, eligible);
  if (open.length === 0) return undefined;
  const names = open.map((code) => `“${plainNeed(code)}”`);
  return `The plan does not say yet how these needs are met: ${names.join(', ')}.`;
};

type PlanOfferProps = { readonly visit: CaseVisit; readonly at: Due; readonly errors?: FieldErrors };

export const PlanOfferView = ({ visit, at: { state, def }, errors }: PlanOfferProps) => {
  const { csrf, request, configuration } = visit;
  const { plan, assessment, person } = state;
  const eligible = assessment?.findings.unable ?? [];
  const gap = gapWords(plan, eligible);
  const edit = <Button text="Change the plan" href={caseHref(visit, '/plan/edit')} kind="secondary" />;
  return (
    <CaseFrame visit={visit} title={`Check ${person.name}’s plan`} errors={errors}>
      {plan ? (
        <>
          <PlanCost state={state} />
          <PlanView plan={plan} configuration={configuration} />
          <NeedsMet plan={plan} eligible={eligible} />
        </>
      ) : null}
      {gap || !plan ? (
        <>
          <InsetText>{gap}</InsetText>
          {edit}
        </>
      ) : (
        <Form action={caseHref(visit, '/plan/offer')} csrf={csrf} request={request} submit="The plan is ready" extra={edit}>
          <input type="hidden" name="planVersion" value={String(plan.version)} />
          <p class="govuk-body">{leadsToWords(configuration, def.id, Object.keys(def.outcomes)[0] ?? '')}</p>
        </Form>
      )}
    </CaseFrame>
  );
};

export const planOffer = staffPage('offer-plan', {
  path: '/cases/:caseId/plan/offer',
  get: async (visit) => showWhenDue(visit, WANTED, (at) => <PlanOfferView visit={visit} at={at} />),
  post: async (visit, typed) => {
    const planVersion = Number(text(typed, 'planVersion'));
    const again = (errors: FieldErrors) =>
      drawWhenDue(visit, WANTED, (at) => <PlanOfferView visit={visit} at={at} errors={errors} />);
    return askCase(visit, { type: 'offer-plan', planVersion }, { to: caseHref(visit), again, typed });
  },
});
