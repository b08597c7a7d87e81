/**
 * How the money of an agreed plan is held: for each way that its lines use, whether what the law and good sense ask for is in place.
 * What each way is, and what it is open to, is `support-rules.ts`; the two that need papers are `direct-payment.ts` and `individual-fund.ts`.
 */
import * as z from 'zod';
import { type IsoDate, toIsoDate } from './calendar.ts';
import { DirectPaymentArrangement, directPaymentGap, type PaymentSetting } from './direct-payment.ts';
import type { Signed } from './event.ts';
import { ServiceFundArrangement, serviceFundGap } from './individual-fund.ts';
import type { PlanContent } from './plan.ts';
import type { Refusal } from './refusal.ts';
import type { FundingRoute, SupportRules } from './support-rules.ts';

export const ArrangementContent = z.discriminatedUnion('route', [
  z.object({ route: z.literal('direct-payment'), payment: DirectPaymentArrangement }).strict(),
  z.object({ route: z.literal('individual-service-fund'), fund: ServiceFundArrangement }).strict(),
]);
export type ArrangementContent = z.infer<typeof ArrangementContent>;
export type Arrangement = ArrangementContent & { readonly recordedBy: Signed; readonly recordedAt: string };

/** The ways the lines of a plan use, each once. */
export const routesOf = ({ items }: Pick<PlanContent, 'items'>): readonly FundingRoute[] => [
  ...new Set(items.flatMap(({ route }) => route ?? [])),
];

/** When and under which law it is asked. England's, where no nation is named: it asks for the most. */
type At = { readonly today: IsoDate } & Pick<PaymentSetting, 'jurisdiction' | 'lastReview'>;

/** The day the payment starts: today, or with the first line that it pays for. */
const startOf = ({ items }: Pick<PlanContent, 'items'>, today: IsoDate): IsoDate => {
  const lines = items.filter(({ route }) => route === 'direct-payment');
  const [first = today] = lines.map(({ starts = today }) => starts).sort();
  return first < today ? today : first;
};

/** The last day the support was looked at with the person, as `holdingGap` wants it. */
export const lastReviewOn = ({ reviews }: { readonly reviews: readonly { readonly doneAt: string }[] }): IsoDate | undefined => {
  const last = reviews.at(-1);
  return last && toIsoDate(new Date(last.doneAt));
};

const gapOf = (
  route: FundingRoute,
  plan: Pick<PlanContent, 'items'>,
  arrangements: readonly Arrangement[],
  { today, ...law }: At,
): Refusal | undefined => {
  const found = arrangements.find((each) => each.route === route);
  if (route === 'direct-payment') {
    const payment = found?.route === 'direct-payment' ? found.payment : undefined;
    return directPaymentGap(payment, { ...law, start: startOf(plan, today) });
  }
  if (route === 'individual-service-fund')
    return serviceFundGap(found?.route === 'individual-service-fund' ? found.fund : undefined, today);
  return undefined;
};

/**
 * What is still missing before the money can flow as the plan says; nothing where all is there. What the council holds itself needs no
 * papers. `jurisdiction`: whose law asks (`SupportRules`). `lastReview`: the last day the support was looked at, where it was, so that
 * twelve months count and not the six of a first look. Refusals name the condition and what else is possible (I-11).
 */
export const holdingGap = (
  plan: Pick<PlanContent, 'items'>,
  arrangements: readonly Arrangement[],
  today: IsoDate,
  jurisdiction: SupportRules['jurisdiction'] = 'ENG',
  lastReview?: IsoDate,
): Refusal | undefined => {
  for (const route of routesOf(plan)) {
    const gap = gapOf(route, plan, arrangements, { today, jurisdiction, lastReview });
    if (gap) return gap;
  }
  return undefined;
};
