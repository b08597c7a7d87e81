/**
 * Who holds the money of a plan, as it was arranged: which way for which lines, how much, who gets it, on what it rests, when we look at
 * it again. The same facts for the person and for staff. Nothing is decided or worked out here but the sum of the lines.
 */
import { formatDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import type { DirectPaymentArrangement } from '../../../lib/domain/direct-payment.ts';
import { type Arrangement, routesOf } from '../../../lib/domain/holding.ts';
import type { ServiceFundArrangement } from '../../../lib/domain/individual-fund.ts';
import type { Pence } from '../../../lib/domain/money.ts';
import type { PlanContent } from '../../../lib/domain/plan.ts';
import type { FundingRoute } from '../../../lib/domain/support-rules.ts';
import type { Reader } from '../../../lib/domain/text.ts';
import { SummaryList, type SummaryRow } from '../kit/lists.tsx';
import { readableTime } from '../kit/readable-time.ts';
import {
  amountWords,
  conditionWords,
  type HeldAudience,
  methodWords,
  PAID_EVERY_WORDS,
  payeeWords,
  weekAndOnce,
} from './money-held-words.ts';
import { linesBy, planHeld, wayCost } from './payment-amount.ts';
import { optionWords, routeWords } from './plan-words.ts';

type Part = {
  readonly plan: Pick<PlanContent, 'items'>;
  readonly contributionPence: Pence | null;
  readonly audience: HeldAudience;
};

const Conditions = ({ payment, audience }: { readonly payment: DirectPaymentArrangement; readonly audience: HeldAudience }) => (
  <ul class="govuk-list govuk-list--bullet">
    {payment.conditions.map(({ code, met, reason }) => (
      <li>
        {met ? 'Yes' : 'No, not now'}: {conditionWords(code, audience)}. <span class="ow-typed">{reason}</span>
      </li>
    ))}
  </ul>
);

/** Scotland's option 1 rests on the choice itself; England's law on conditions, each with its reason. */
const RestsOn = ({ payment, audience }: { readonly payment: DirectPaymentArrangement; readonly audience: HeldAudience }) => {
  if (payment.basis !== 'sds-option-1') return <Conditions payment={payment} audience={audience} />;
  return audience === 'person'
    ? 'You chose option 1. The law gives you that choice.'
    : 'Option 1: Social Care (Self-directed Support) (Scotland) Act 2013, s.4.';
};

const relativeRow = ({ closeRelative }: DirectPaymentArrangement, audience: HeldAudience): SummaryRow[] =>
  closeRelative
    ? [
        {
          key: audience === 'person' ? 'Someone close who is paid' : 'Close relative who is paid',
          value: (
            <>
              {closeRelative.who} <span class="ow-typed">{closeRelative.why}</span>
            </>
          ),
        },
      ]
    : [];

const paymentRows = (payment: DirectPaymentArrangement, { plan, contributionPence, audience }: Part): SummaryRow[] => {
  const theirs = audience === 'person';
  const cost = wayCost(plan.items, 'direct-payment');
  return [
    { key: 'How much', value: amountWords(payment.grossOrNet, { cost, contributionPence, audience }) },
    { key: 'How often', value: `${PAID_EVERY_WORDS[payment.paidEvery]}, ahead of the weeks it is for.` },
    { key: 'Who gets it', value: `${payeeWords(payment, audience)}.` },
    { key: 'How it is paid', value: `${methodWords(payment.method, audience)}.` },
    ...(payment.employsStaff
      ? [
          {
            key: theirs ? 'You hire your own helper' : 'Employs staff',
            value: theirs ? 'Yes. Ask us for help with pay and the law.' : 'Yes',
          },
        ]
      : []),
    ...relativeRow(payment, audience),
    { key: 'What it rests on', value: <RestsOn payment={payment} audience={audience} /> },
    { key: 'We look at it by', value: formatDate(payment.reviewDueBy) },
  ];
};

const agreement = (given: ServiceFundArrangement['councilAgreement']): string =>
  given ? `Agreed on ${formatDate(given.signedOn)} by ${given.by}` : 'Not agreed yet';

const weeks = (count: number): string => (count === 1 ? '1 week' : `${count} weeks`);

const fundRows = (fund: ServiceFundArrangement, { plan, audience }: Part): SummaryRow[] => {
  const theirs = audience === 'person';
  const { holder } = fund;
  return [
    { key: 'How much', value: `${weekAndOnce(wayCost(plan.items, 'individual-service-fund'))}.` },
    { key: 'Who holds it', value: holder },
    {
      key: 'Who decides',
      value: theirs
        ? `You do. ${holder} can spend it on your support and on nothing else.`
        : 'The person decides how it is spent. The holder spends it on them alone.',
    },
    {
      key: theirs ? 'They tell you what was spent' : 'Reports to the person',
      value: fund.reportsEvery === 'month' ? 'Each month.' : 'Every three months.',
    },
    { key: theirs ? `You and ${holder}` : 'The person and the holder', value: `${agreement(fund.personAgreement)}.` },
    { key: theirs ? `We and ${holder}` : 'The council and the holder', value: `${agreement(fund.councilAgreement)}.` },
    ...(fund.paidAheadWeeks > 0 ? [{ key: 'Paid ahead', value: `${weeks(fund.paidAheadWeeks)}.` }] : []),
    { key: 'What can be saved up', value: `${weeks(fund.surplusWeeks)} of money, at most.` },
  ];
};

const councilRows = ({ plan, audience }: Part): SummaryRow[] => [
  { key: 'How much', value: `${weekAndOnce(wayCost(plan.items, 'council-managed'))}.` },
  {
    key: 'Who holds it',
    value: audience === 'person' ? 'We do. It is still your own budget.' : 'The council. It is still the person’s own budget.',
  },
];

const notYet = (route: FundingRoute, { plan, audience }: Part): SummaryRow[] => [
  { key: 'How much', value: `${weekAndOnce(wayCost(plan.items, route))}.` },
  {
    key: 'Not set up yet',
    value: audience === 'person' ? 'We set this up with you.' : 'Nothing is recorded about this yet.',
  },
];

const rowsOf = (route: FundingRoute, arrangement: Arrangement | undefined, part: Part): SummaryRow[] => {
  if (route === 'council-managed') return councilRows(part);
  if (arrangement?.route === 'direct-payment') return paymentRows(arrangement.payment, part);
  if (arrangement?.route === 'individual-service-fund') return fundRows(arrangement.fund, part);
  return notYet(route, part);
};

const linesRow = (plan: Part['plan'], route: FundingRoute, audience: HeldAudience): SummaryRow => {
  const lines = linesBy(plan.items, route);
  const none = audience === 'person' ? 'No part of your plan uses this now.' : 'No line of the plan uses this now.';
  return {
    key: 'What it pays for',
    value:
      lines.length === 0 ? (
        none
      ) : (
        <ul class="govuk-list">
          {lines.map(({ what }) => (
            <li>
              <span class="ow-typed">{what}</span>
            </li>
          ))}
        </ul>
      ),
  };
};

const recordedRow = (arrangement: Arrangement | undefined): SummaryRow[] =>
  arrangement
    ? [{ key: 'Written down by', value: `${arrangement.recordedBy.name}, ${readableTime(arrangement.recordedAt, 'date')}` }]
    : [];

/** The ways a plan uses, then those that were written down and that no line uses. */
const waysHeld = (plan: Pick<PlanContent, 'items'>, arrangements: readonly Arrangement[]): FundingRoute[] => [
  ...new Set([...routesOf(plan), ...arrangements.map(({ route }) => route)]),
];

type MoneyHeldProps = {
  readonly state: Case;
  readonly configuration: Configuration;
  readonly audience: HeldAudience;
  readonly reader?: Reader | undefined;
};

/** Nothing at all until a line has a way or something was written down. The heading is of the second level. */
export const MoneyHeld = ({ state, configuration, audience, reader = {} }: MoneyHeldProps) => {
  const plan = planHeld(state);
  const ways = plan ? waysHeld(plan, state.arrangements) : [];
  if (!plan || ways.length === 0) return null;
  const option = optionWords(configuration, routesOf(plan), reader);
  const part = { plan, audience, contributionPence: state.agreed?.budget.contributionPence ?? null };
  return (
    <>
      <h2 class="govuk-heading-m">{audience === 'person' ? 'How your money is set up' : 'How the money is set up'}</h2>
      {ways.map((route) => {
        const arrangement = state.arrangements.find((each) => each.route === route);
        const rows = [linesRow(plan, route, audience), ...rowsOf(route, arrangement, part), ...recordedRow(arrangement)];
        return <SummaryList card={routeWords(configuration, route, reader)} rows={rows} />;
      })}
      {option ? <p class="govuk-body">All together: {option}.</p> : null}
      {plan.forNowUntil ? (
        <p class="govuk-body">
          {audience === 'person' ? 'We hold some of it for now, and' : 'The council holds some of it for now, and'} look at that
          again by {formatDate(plan.forNowUntil)}.{audience === 'person' ? ' You can choose before that, on any day.' : ''}
        </p>
      ) : null}
    </>
  );
};
