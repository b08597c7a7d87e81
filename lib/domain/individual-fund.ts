/**
 * An Individual Service Fund as it is arranged with one person: money somebody they chose holds for them alone, and the two agreements it
 * needs. What it can pay for is `support-rules.ts`; no money moves here.
 */
import * as z from 'zod';
import { formatDate, IsoDate } from './calendar.ts';
import { type Refusal, refuse } from './refusal.ts';

const Name = z.string().trim().min(1).max(120);

/** Signed or said and written down, by whom and on which day. */
export const FundAgreement = z.object({ signedOn: IsoDate, by: Name }).strict();
export type FundAgreement = z.infer<typeof FundAgreement>;

/** Money that is not spent yet may stay in the fund: this many weeks' worth at most, for this many weeks. Never taken back unasked. */
export const MOST_SURPLUS_WEEKS = 4;
export const SURPLUS_KEPT_WEEKS = 12;

/** The agreements come one after the other, so either may still be missing while it is arranged: `serviceFundGap` says which. */
export const ServiceFundArrangement = z
  .object({
    holder: Name,
    /** Between the council and the holder. */
    councilAgreement: FundAgreement.optional(),
    /** Between the person, or whoever may lawfully agree for them, and the holder. */
    personAgreement: FundAgreement.optional(),
    /** How often the holder tells the person what was spent and what is left. */
    reportsEvery: z.enum(['month', 'quarter']),
    paidAheadWeeks: z.int('This is a whole number of weeks.').min(0).max(13),
    surplusWeeks: z
      .int('This is a whole number of weeks.')
      .min(0)
      .max(MOST_SURPLUS_WEEKS, `At most ${MOST_SURPLUS_WEEKS} weeks of money are kept.`),
  })
  .strict();
export type ServiceFundArrangement = z.infer<typeof ServiceFundArrangement>;

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/**
 * Why an Individual Service Fund cannot start on `today`: no holder yet, either agreement missing or dated later, or the holder signing
 * in the person's place. Refuses `money-not-arranged`, and says that the council can hold the money until it is settled.
 */
export const serviceFundGap = (arrangement: ServiceFundArrangement | undefined, today: IsoDate): Refusal | undefined => {
  const meanwhile = 'Until then the council can hold the money, and the support can start.';
  if (!arrangement)
    return refuse('money-not-arranged', `Nobody is named yet to hold the money. Name whom the person chose. ${meanwhile}`);
  const { holder, councilAgreement, personAgreement } = arrangement;
  const both = [
    [councilAgreement, `the council and ${holder}`],
    [personAgreement, `the person and ${holder}`],
  ] as const;
  for (const [agreement, whose] of both) {
    if (!agreement)
      return refuse('money-not-arranged', `The agreement between ${whose} is missing. Record who agreed and when. ${meanwhile}`);
    if (agreement.signedOn > today)
      return refuse(
        'money-not-arranged',
        `The agreement between ${whose} is dated ${formatDate(agreement.signedOn)}, which is still to come. Correct the day. ${meanwhile}`,
      );
  }
  if (personAgreement && same(personAgreement.by, holder))
    return refuse(
      'money-not-arranged',
      `${holder} cannot agree for the person. The person does, or somebody who may lawfully act for them. ${meanwhile}`,
    );
  return undefined;
};
