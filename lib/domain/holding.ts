/**
 * How the money of an agreed plan is held: for each way that its lines use, whether what the law and good sense ask for is in place.
 * What each way is, and what it is open to, is `support-rules.ts`; the two that need papers are `direct-payment.ts` and `service-fund.ts`.
 */
import * as z from 'zod';
import type { IsoDate } from './calendar.ts';
import { DirectPaymentArrangement, directPaymentGap } from './direct-payment.ts';
import type { Signed } from './event.ts';
import { ServiceFundArrangement, serviceFundGap } from './individual-fund.ts';
import type { PlanContent } from './plan.ts';
import type { Refusal } from './refusal.ts';
import type { FundingRoute } from './support-rules.ts';

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

const gapOf = (route: FundingRoute, arrangements: readonly Arrangement[], today: IsoDate): Refusal | undefined => {
  const found = arrangements.find((each) => each.route === route);
  if (route === 'direct-payment') return directPaymentGap(found?.route === 'direct-payment' ? found.payment : undefined);
  if (route === 'individual-service-fund')
    return serviceFundGap(found?.route === 'individual-service-fund' ? found.fund : undefined, today);
  return undefined;
};

/**
 * What is still missing before the money can flow as the plan says; nothing where all is there. What the council holds itself needs no
 * papers. Refusals name the condition and what else is possible (I-11).
 */
export const holdingGap = (
  plan: Pick<PlanContent, 'items'>,
  arrangements: readonly Arrangement[],
  today: IsoDate,
): Refusal | undefined => {
  for (const route of routesOf(plan)) {
    const gap = gapOf(route, arrangements, today);
    if (gap) return gap;
  }
  return undefined;
};
