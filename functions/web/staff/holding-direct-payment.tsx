/** Writing down a direct payment for one person: its conditions, its amount, who receives it. What it means is `lib/domain/direct-payment.ts`. */
import { isFreeForCarers } from '../../../lib/domain/decisions/budget.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { Html } from '../kit/html.ts';
import { type CaseVisit, show, type Typed } from '../page.ts';
import { planAhead, wayCost } from '../shared/payment-amount.ts';
import { waysPathsOf } from '../shared/ways-paths.ts';
import { paysSoFar } from '../shared/what-they-pay.ts';
import { staffPage } from './case-frame.tsx';
import { PaymentFields } from './direct-payment-fields.tsx';
import { type Nation, paymentTyped, readPayment, reviewBy } from './direct-payment-form.ts';
import { HoldingForm, saveArrangement } from './holding-frame.tsx';

/** What the person pays a week of the whole budget; null while nobody has found that. */
const contributionOf = ({ case: state, configuration, now }: CaseVisit): number | null =>
  isFreeForCarers(configuration) ? 0 : (paysSoFar({ state, configuration, now })?.pence ?? null);

const nationOf = ({ configuration: { support, council } }: CaseVisit): Nation => support?.jurisdiction ?? council.jurisdiction;

export const directPaymentPage = (visit: CaseVisit, typed?: Typed, errors: FieldErrors = {}): Html => {
  const { case: state, now } = visit;
  const cost = wayCost(planAhead(state)?.items ?? [], 'direct-payment');
  const none = cost.weeklyPence === 0 && cost.oncePence === 0;
  return (
    <HoldingForm
      visit={visit}
      route="direct-payment"
      title="A direct payment"
      action={waysPathsOf(state.id).directPayment}
      errors={errors}
      intro={
        none ? <p class="govuk-body">No line of the plan uses a direct payment yet, so the amounts here are £0.00.</p> : undefined
      }
    >
      <PaymentFields
        typed={typed ?? paymentTyped(state)}
        errors={errors}
        cost={cost}
        contributionPence={contributionOf(visit)}
        reviewBy={reviewBy(state, now)}
        nation={nationOf(visit)}
      />
    </HoldingForm>
  );
};

export const holdingDirectPayment = staffPage('arrange-money', {
  path: '/cases/:caseId/holding/direct-payment',
  get: async (visit) => show(directPaymentPage(visit)),
  post: async (visit, typed) =>
    saveArrangement(visit, {
      read: readPayment(typed, { state: visit.case, now: visit.now, nation: nationOf(visit) }),
      content: (payment) => ({ route: 'direct-payment', payment }),
      again: (errors) => directPaymentPage(visit, typed, errors),
      typed,
    }),
});
