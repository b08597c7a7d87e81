/** Writing down an Individual Service Fund for one person: who holds it, the two agreements, reports, money ahead and kept. */
import { MOST_SURPLUS_WEEKS, SURPLUS_KEPT_WEEKS } from '../../../lib/domain/individual-fund.ts';
import { Radios } from '../kit/choices.tsx';
import { DateInput } from '../kit/date-input.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { TextInput } from '../kit/text-fields.tsx';
import { type CaseVisit, show, type Typed, text } from '../page.ts';
import { weekAndOnce } from '../shared/money-held-words.ts';
import { planAhead, wayCost } from '../shared/payment-amount.ts';
import { boxesOf } from '../shared/three-box-date.ts';
import { waysPathsOf } from '../shared/ways-paths.ts';
import { staffPage } from './case-frame.tsx';
import { fundTyped, readFund } from './fund-form.ts';
import { HoldingForm, saveArrangement } from './holding-frame.tsx';

type Fields = { readonly typed: Typed; readonly errors: FieldErrors };

type AgreementProps = Fields & { readonly heading: string; readonly day: string; readonly by: string; readonly who: string };

const Agreement = ({ heading, day, by, who, typed, errors }: AgreementProps) => (
  <>
    <h2 class="govuk-heading-m">{heading}</h2>
    <DateInput
      name={day}
      legend="The day it was agreed"
      hint="Leave this empty while it is not agreed yet."
      value={boxesOf(typed, day)}
      error={errors[day]}
    />
    <TextInput name={by} label={who} value={text(typed, by)} error={errors[by]} />
  </>
);

const FundFields = ({ typed, errors }: Fields) => (
  <>
    <TextInput
      name="holder"
      label="Who holds the money?"
      hint="Somebody the person chose. They hold it for this person alone."
      value={text(typed, 'holder')}
      error={errors.holder}
    />
    <Agreement
      heading="The council and the holder"
      day="councilOn"
      by="councilBy"
      who="Who agreed for the council?"
      typed={typed}
      errors={errors}
    />
    <Agreement
      heading="The person and the holder"
      day="personOn"
      by="personBy"
      who="Who agreed: the person, or who may lawfully act for them?"
      typed={typed}
      errors={errors}
    />
    <h2 class="govuk-heading-m">How it runs</h2>
    <Radios
      name="reportsEvery"
      legend="How often does the holder tell the person what was spent and what is left?"
      choices={[
        { value: 'month', text: 'Each month' },
        { value: 'quarter', text: 'Every three months' },
      ]}
      value={text(typed, 'reportsEvery')}
      error={errors.reportsEvery}
    />
    <TextInput
      name="paidAheadWeeks"
      label="Weeks paid ahead"
      width={2}
      inputmode="numeric"
      value={text(typed, 'paidAheadWeeks')}
      error={errors.paidAheadWeeks}
    />
    <TextInput
      name="surplusWeeks"
      label="Weeks of money that may be kept for later"
      hint={`${MOST_SURPLUS_WEEKS} at most, for up to ${SURPLUS_KEPT_WEEKS} weeks. Nothing is taken back without asking.`}
      width={2}
      inputmode="numeric"
      value={text(typed, 'surplusWeeks')}
      error={errors.surplusWeeks}
    />
  </>
);

export const fundPage = (visit: CaseVisit, typed?: Typed, errors: FieldErrors = {}): Html => {
  const { case: state } = visit;
  const cost = wayCost(planAhead(state)?.items ?? [], 'individual-service-fund');
  return (
    <HoldingForm
      visit={visit}
      route="individual-service-fund"
      title="An Individual Service Fund"
      action={waysPathsOf(state.id).fund}
      errors={errors}
      intro={
        <p class="govuk-body">
          The lines of the plan that use it come to {weekAndOnce(cost)}. The person decides how it is spent.
        </p>
      }
    >
      <FundFields typed={typed ?? fundTyped(state)} errors={errors} />
    </HoldingForm>
  );
};

export const holdingFund = staffPage('arrange-money', {
  path: '/cases/:caseId/holding/fund',
  get: async (visit) => show(fundPage(visit)),
  post: async (visit, typed) =>
    saveArrangement(visit, {
      read: readFund(typed, visit.now),
      content: (fund) => ({ route: 'individual-service-fund', fund }),
      again: (errors) => fundPage(visit, typed, errors),
      typed,
    }),
});
