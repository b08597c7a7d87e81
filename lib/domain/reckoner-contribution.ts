/**
 * The other half of the reckoner: what somebody may have to pay of a likely weekly range. A light touch, from a band of savings and
 * one figure of income; the real sum is `charging.ts`, which works out both ends. Nothing of it is kept or decides anything.
 */
import { type CapitalRules, capitalRulesOn, contributionOf } from './charging.ts';
import { type ChargingFigures, type FigureName, type FoundFigure, newestFigure } from './charging-figures.ts';
import { LARGEST_PENCE, type Pence } from './money.ts';
import { type LikelyWeekly, roundDown, roundUp } from './reckoner.ts';

export const SAVINGS_BANDS = ['under', 'between', 'above'] as const;
export type SavingsBand = (typeof SAVINGS_BANDS)[number];
export const AGE_BANDS = ['18-24', '25-pension-age', 'pension-age'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** What somebody chose to say; whatever they would rather not is left out. Income is weekly. */
export type Means = {
  readonly savings?: SavingsBand | undefined;
  readonly incomePence?: Pence | undefined;
  readonly age?: AgeBand | undefined;
};

/** The year a figure was found for, and whether it still was in force. */
export type FigureYear = { readonly year: string; readonly inForce: boolean };

export type LikelyContribution =
  | { readonly known: false; readonly because: 'not-said' | 'no-figures' }
  /** As much as the support costs, as long as savings are above the upper limit. */
  | { readonly known: true; readonly fullCost: true; readonly limits: FigureYear }
  | {
      readonly known: true;
      readonly fullCost: false;
      readonly low: Pence;
      readonly high: Pence;
      readonly limits: FigureYear;
      /** Of the minimum income guarantee. */
      readonly guarantee: FigureYear;
    };

/** A single person's guarantee. Somebody in a couple has less of their own, and pays after a real look at both. */
const GUARANTEE: Readonly<Record<AgeBand, FigureName>> = {
  '18-24': 'single18to24',
  '25-pension-age': 'single25toPensionAge',
  'pension-age': 'singlePensionAge',
};

type Side = { readonly capitalPence: Pence; readonly migPence: Pence; readonly cost: Pence | null };

const paid = (incomePence: Pence, { capitalPence, migPence, cost }: Side, rules: CapitalRules): Pence =>
  contributionOf(
    {
      assessableIncomePence: incomePence,
      capitalPence,
      housingCostsPence: 0,
      drePence: 0,
      migPence,
      costOfSupportPence: cost ?? LARGEST_PENCE,
    },
    rules,
  ).contributionPence;

/** The two premiums an adult below pension age may have on top of the guarantee. Those not found for a year count for nothing. */
const premiums = (figures: ChargingFigures, age: AgeBand, on: string): Pence =>
  age === 'pension-age'
    ? 0
    : (['disabilityPremium', 'enhancedDisabilityPremium'] as const).reduce(
        (total, name) => total + (newestFigure(figures, name, on)?.pence ?? 0),
        0,
      );

const yearOf = ({ year, inForce }: FoundFigure | CapitalRules): FigureYear => ({ year, inForce });

/**
 * What somebody may pay, rounded outward to £5. The low end counts the least savings of their band and both disability premiums, the
 * high end the most savings and no premium; rent and the extra costs of a disability are in neither, and only ever make it less.
 * Not known where they would rather not say, or where no figure has a source.
 */
export const likelyContribution = (
  figures: ChargingFigures | undefined,
  { savings, incomePence, age }: Means,
  weekly: LikelyWeekly,
  on: string,
): LikelyContribution => {
  const rules = figures && capitalRulesOn(figures, on);
  if (!figures || !rules) return { known: false, because: 'no-figures' };
  const limits = yearOf(rules);
  if (savings === 'above') return { known: true, fullCost: true, limits };
  if (!savings || incomePence === undefined || !age) return { known: false, because: 'not-said' };
  const guarantee = newestFigure(figures, GUARANTEE[age], on);
  if (!guarantee) return { known: false, because: 'no-figures' };
  const [least, most] = savings === 'under' ? [0, rules.lowerPence] : [rules.lowerPence + 1, rules.upperPence];
  const extra = premiums(figures, age, on);
  const low = paid(incomePence, { capitalPence: least, migPence: guarantee.pence + extra, cost: weekly.low }, rules);
  const high = paid(incomePence, { capitalPence: most, migPence: guarantee.pence, cost: weekly.high }, rules);
  return { known: true, fullCost: false, low: roundDown(low), high: roundUp(high), limits, guarantee: yearOf(guarantee) };
};
