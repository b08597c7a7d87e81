/**
 * What a person pays towards their support each week, with every step in words (Care Act 2014 ss.14, 17; SI 2014/2672). Not the
 * figures of law, which are dated data (`charging-figures.ts`), and never a reason to wait: needs, plan and urgent help come first.
 */
import * as z from 'zod';
import { type ChargingFigures, newestFigure } from './charging-figures.ts';
import { formatPence, LARGEST_PENCE, type Pence } from './money.ts';

const Amount = z
  .int('Write a whole number of pence, such as 25000 for £250.')
  .min(0, 'Write 0 or more.')
  .max(LARGEST_PENCE, 'That is more than ten million pounds. Check it.')
  // A file can write -0, which would be printed as such.
  .transform((pence) => pence + 0);

/** Everything in whole pence; all of it weekly but the capital. Exactly these fields: a misspelt one would change the figure. */
export const ContributionInput = z.strictObject(
  {
    /** Income that counts, after what is left out by law, such as wages and the mobility part of a benefit. */
    assessableIncomePence: Amount,
    capitalPence: Amount,
    housingCostsPence: Amount,
    /** Disability-related expenditure. */
    drePence: Amount,
    /** The minimum income guarantee, premiums and all. */
    migPence: Amount,
    costOfSupportPence: Amount,
  },
  'Write one object with the six amounts.',
);
export type ContributionInput = z.infer<typeof ContributionInput>;

/** One step. `pence` is what it adds, or takes off as a negative figure; nothing where the line only says something. */
export type ContributionLine = {
  readonly kind:
    | 'income'
    | 'tariff'
    | 'housing'
    | 'dre'
    | 'mig'
    | 'left-over'
    | 'cost'
    | 'full-cost'
    | 'contribution'
    | 'figures';
  readonly label: string;
  readonly detail: string;
  readonly pence: Pence | null;
};

export type Contribution = {
  readonly contributionPence: Pence;
  /** 0 above the upper limit, where the whole cost is paid and nothing is counted as income. */
  readonly tariffIncomePence: Pence;
  readonly fullCost: boolean;
  readonly lines: readonly ContributionLine[];
};

/** The rules for capital in force, and the year they were found for. */
export type CapitalRules = {
  readonly lowerPence: Pence;
  readonly upperPence: Pence;
  readonly stepPence: Pence;
  readonly weeklyPence: Pence;
  readonly year: string;
  /** False when that year has ended and nobody has found the figures of the next. */
  readonly inForce: boolean;
};

/** The newest limits with a source on the day `on`; `undefined` when the figures have none. */
export const capitalRulesOn = (figures: ChargingFigures, on: string): CapitalRules | undefined => {
  const [lower, upper] = [newestFigure(figures, 'lowerLimit', on), newestFigure(figures, 'upperLimit', on)];
  if (!lower || !upper) return undefined;
  const { stepPence, weeklyPence } = figures.tariff;
  return {
    lowerPence: lower.pence,
    upperPence: upper.pence,
    stepPence,
    weeklyPence,
    year: upper.year,
    inForce: lower.inForce && upper.inForce,
  };
};

/**
 * What capital counts for as weekly income: £1 for each £250, or part of £250, above the lower limit. Above the upper limit it is
 * no income at all: the person pays the full cost.
 * @example tariffIncome(1_500_100, rules) // 400: £15,001 is four steps, the last of them begun
 */
export const tariffIncome = (capitalPence: Pence, rules: CapitalRules): Pence | 'full-cost' => {
  if (capitalPence > rules.upperPence) return 'full-cost';
  const above = Math.max(0, capitalPence - rules.lowerPence);
  return Math.ceil(above / rules.stepPence) * rules.weeklyPence;
};

const tariffLine = (capitalPence: Pence, tariff: Pence, rules: CapitalRules): ContributionLine => {
  const { lowerPence, stepPence, weeklyPence } = rules;
  const detail =
    tariff === 0
      ? `Savings of ${formatPence(capitalPence)} are not above ${formatPence(lowerPence)}, so they count for nothing.`
      : `Savings of ${formatPence(capitalPence)} are ${formatPence(capitalPence - lowerPence)} above ${formatPence(lowerPence)}. ` +
        `Each ${formatPence(stepPence)} of that, or part of it, counts as ${formatPence(weeklyPence)} a week.`;
  return { kind: 'tariff', label: 'Counted for savings', detail, pence: tariff };
};

const figuresLine = ({ lowerPence, upperPence, year, inForce }: CapitalRules): ContributionLine => ({
  kind: 'figures',
  label: 'The limits used',
  detail: `${formatPence(lowerPence)} and ${formatPence(upperPence)}, the limits of ${year}.${inForce ? '' : ' Later ones have not been found yet.'}`,
  pence: null,
});

const taken = (kind: 'housing' | 'dre' | 'mig', label: string, detail: string, pence: Pence): ContributionLine => ({
  kind,
  label,
  detail,
  // Not `-pence`: nothing taken off is 0, not minus 0.
  pence: 0 - pence,
});

const ofIncome = (input: ContributionInput, tariff: Pence, rules: CapitalRules): Contribution => {
  const {
    assessableIncomePence: income,
    housingCostsPence: housing,
    drePence: dre,
    migPence: mig,
    costOfSupportPence: cost,
  } = input;
  const left = income + tariff - housing - dre - mig;
  const contributionPence = Math.min(cost, Math.max(0, left));
  const leftDetail = `${formatPence(income)} + ${formatPence(tariff)} − ${formatPence(housing)} − ${formatPence(dre)} − ${formatPence(mig)} = ${formatPence(left)}.`;
  const why =
    left <= 0
      ? 'Nothing is left over, so there is nothing to pay.'
      : left > cost
        ? `The support costs ${formatPence(cost)}, and nobody pays more than that.`
        : 'All that is left over, because the support costs at least as much.';
  const lines: ContributionLine[] = [
    { kind: 'income', label: 'Income that counts', detail: `${formatPence(income)} a week.`, pence: income },
    tariffLine(input.capitalPence, tariff, rules),
    taken('housing', 'Housing costs', 'Rent, mortgage or council tax. It is left to the person.', housing),
    taken('dre', 'Extra costs of a disability', 'Also called disability-related expenditure. It is left to the person.', dre),
    taken('mig', 'Minimum income guarantee', 'What everybody must be left with, by law, to live on.', mig),
    { kind: 'left-over', label: 'What is left over', detail: leftDetail, pence: left },
    { kind: 'cost', label: 'What the support costs', detail: `${formatPence(cost)} a week.`, pence: cost },
    { kind: 'contribution', label: 'To pay each week', detail: why, pence: contributionPence },
    figuresLine(rules),
  ];
  return { contributionPence, tariffIncomePence: tariff, fullCost: false, lines };
};

const ofFullCost = ({ capitalPence, costOfSupportPence: cost }: ContributionInput, rules: CapitalRules): Contribution => {
  const detail = `Savings of ${formatPence(capitalPence)} are above ${formatPence(rules.upperPence)}, so the person pays what the support costs. The needs are looked at all the same.`;
  const lines: ContributionLine[] = [
    { kind: 'full-cost', label: 'Savings above the upper limit', detail, pence: null },
    { kind: 'cost', label: 'What the support costs', detail: `${formatPence(cost)} a week.`, pence: cost },
    { kind: 'contribution', label: 'To pay each week', detail: 'The full cost of the support.', pence: cost },
    figuresLine(rules),
  ];
  return { contributionPence: cost, tariffIncomePence: 0, fullCost: true, lines };
};

/**
 * What a person pays each week: the smaller of what the support costs and what is left over of income and savings after housing
 * costs, the extra costs of a disability and the minimum income guarantee. Never below 0. Whole pence in, whole pence out.
 * @example £250 income, £15,001 saved, £20 housing, £15.50 extra costs, £162.15 guarantee → £56.35 a week
 */
export const contributionOf = (input: ContributionInput, rules: CapitalRules): Contribution => {
  const tariff = tariffIncome(input.capitalPence, rules);
  return tariff === 'full-cost' ? ofFullCost(input, rules) : ofIncome(input, tariff, rules);
};
