/** The plan read once more before it goes on: every need answered for, the cost, and one button. */
import { atOnceCriteria } from '../../../lib/domain/at-once.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Household } from '../../../lib/domain/household.ts';
import type { Plan } from '../../../lib/domain/plan.ts';
import { planGap } from '../../../lib/domain/plan-gaps.ts';
import { householdsOf } from '../household-visit.tsx';
import { Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Button, Form } from '../kit/form.tsx';
import { SummaryList } from '../kit/lists.tsx';
import { InsetText } from '../kit/messages.tsx';
import { Textarea } from '../kit/text-fields.tsx';
import { type CaseVisit, type Typed, text } from '../page.ts';
import { askCase } from '../settle.tsx';
import { leadsToWords } from '../shared/outcome-words.ts';
import { PlanView } from '../shared/plan-view.tsx';
import { PlanCost } from './budget-words.tsx';
import { CaseFrame, caseHref, staffPage } from './case-frame.tsx';
import { type Due, drawWhenDue, showWhenDue, withForm } from './due.tsx';
import { NeedsMet } from './needs-met.tsx';
import { written } from './read-plainly.ts';

const WANTED = withForm('plan');

/** Why the plan cannot go on yet, in the very words in which it would be refused; nothing where it can. */
const gapWords = ({ case: state, configuration, now }: CaseVisit, households: readonly Household[]): string | undefined => {
  const { plan } = state;
  if (!plan) return 'There is no plan yet. Write it first.';
  return planGap({ state, plan, configuration, today: toIsoDate(now), households })?.message;
};

/** What is agreed without waiting, each thing met or not, before anybody presses. */
const AtOnce = ({ visit, plan }: { readonly visit: CaseVisit; readonly plan: Plan }) => {
  const criteria = atOnceCriteria(visit.case, plan, visit.configuration);
  if (!criteria) return null;
  const all = criteria.every(({ met }) => met);
  return (
    <>
      <h2 class="govuk-heading-m">
        {all ? 'This plan is agreed as soon as it gets to sign-off' : 'Somebody reads this plan before it is agreed'}
      </h2>
      <SummaryList rows={criteria.map(({ sentence, met }) => ({ key: sentence, value: met ? 'Yes' : 'No' }))} />
      {all ? <p class="govuk-body">Some of the plans that are agreed at once are read afterwards.</p> : null}
    </>
  );
};

type PlanOfferProps = {
  readonly visit: CaseVisit;
  readonly at: Due;
  readonly households: readonly Household[];
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
};

export const PlanOfferView = ({ visit, at: { state, def }, households, typed = {}, errors }: PlanOfferProps) => {
  const { csrf, request, configuration } = visit;
  const { plan, assessment, person } = state;
  const eligible = assessment?.findings.unable ?? [];
  const gap = gapWords(visit, households);
  const edit = <Button text="Change the plan" href={caseHref(visit, '/plan/edit')} kind="secondary" />;
  return (
    <CaseFrame visit={visit} title={`Check ${person.name}’s plan`} errors={errors}>
      {plan ? (
        <>
          <PlanCost state={state} />
          <PlanView plan={plan} configuration={configuration} />
          <NeedsMet plan={plan} eligible={eligible} />
          <AtOnce visit={visit} plan={plan} />
        </>
      ) : null}
      {gap || !plan ? (
        <>
          <InsetText>{gap}</InsetText>
          <div class="govuk-button-group">
            {edit}
            {configuration.support && !state.explained ? (
              <Button text="Go through the ways to hold the money" href={caseHref(visit, '/ways')} kind="secondary" />
            ) : null}
          </div>
        </>
      ) : (
        <Form action={caseHref(visit, '/plan/offer')} csrf={csrf} request={request} submit="The plan is ready" extra={edit}>
          <input type="hidden" name="planVersion" value={String(plan.version)} />
          <Radios
            name="agrees"
            legend={`Does ${person.name} agree with this plan?`}
            hint="We take all reasonable steps to agree. A plan can go on without, and what they say goes with it."
            choices={[
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'Not with all of it' },
              { value: 'not-asked', text: 'We have not been able to ask' },
            ]}
            value={text(typed, 'agrees')}
            error={errors?.agrees}
          />
          <Textarea
            name="words"
            label="If not: what do they not agree with, in their words?"
            value={text(typed, 'words')}
            error={errors?.words}
            rows={3}
            limit={2000}
          />
          <p class="govuk-body">{leadsToWords(configuration, def.id, Object.keys(def.outcomes)[0] ?? '')}</p>
        </Form>
      )}
    </CaseFrame>
  );
};

export const planOffer = staffPage('offer-plan', {
  path: '/cases/:caseId/plan/offer',
  get: async (visit) => {
    const households = await householdsOf(visit);
    return showWhenDue(visit, WANTED, (at) => <PlanOfferView visit={visit} at={at} households={households} />);
  },
  post: async (visit, typed) => {
    const planVersion = Number(text(typed, 'planVersion'));
    const households = await householdsOf(visit);
    const draw = (at: Due, errors: FieldErrors) => (
      <PlanOfferView visit={visit} at={at} households={households} typed={typed} errors={errors} />
    );
    const [said, words] = [text(typed, 'agrees'), written(typed, 'words').trim()];
    const errors: Record<string, string> = {};
    if (!['yes', 'no', 'not-asked'].includes(said)) errors.agrees = 'Choose what they say.';
    if (said === 'no' && words === '') errors.words = 'Write down what they do not agree with.';
    if (words.length > 2000) errors.words = 'Make this shorter: at most 2000 characters.';
    if (Object.keys(errors).length > 0) return showWhenDue(visit, WANTED, (at) => draw(at, errors), 422);
    const again = (refused: FieldErrors) => drawWhenDue(visit, WANTED, (at) => draw(at, refused));
    const agrees = said === 'not-asked' ? {} : { agrees: said === 'yes' };
    return askCase(visit, { type: 'offer-plan', planVersion, words, ...agrees }, { to: caseHref(visit), again, typed });
  },
});
