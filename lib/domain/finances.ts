/**
 * What was found about a person's means, as far as their contribution needs it, and what they pay of a given cost. An estimate comes before
 * planning choices; neither it nor the assessment ever makes care wait (Care Act 2014 ss.14, 17, 19(3)). The sum is `charging.ts`.
 */
import * as z from 'zod';
import { type CapitalRules, type ContributionLine, capitalRulesOn, contributionOf } from './charging.ts';
import { type ChargingFigures, type FigureName, newestFigure } from './charging-figures.ts';
import type { Signed } from './event.ts';
import { LARGEST_PENCE, type Pence } from './money.ts';

const Amount = z
  .int('Enter an amount in pounds, such as 250 or 250.50.')
  .min(0, 'Enter 0 or more.')
  .max(LARGEST_PENCE, 'That is more than ten million pounds. Check it.');

/** Where somebody lives decides what the law leaves them with: the minimum income guarantee, or the personal expenses allowance. */
export const ChargingSetting = z.enum(['community', 'care-home']);
export type ChargingSetting = z.infer<typeof ChargingSetting>;

export const FinancesContent = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('figures'),
      /** `estimate`: from what the person said. `decided`: the financial assessment. */
      standing: z.enum(['estimate', 'decided']),
      setting: ChargingSetting,
      /** All weekly but the capital. */
      assessableIncomePence: Amount,
      capitalPence: Amount,
      housingCostsPence: Amount,
      drePence: Amount,
      /** What the law leaves them with each week. */
      leftWithPence: Amount,
    })
    .strict(),
  /** The council makes no charge for this support. */
  z.object({ kind: z.literal('no-charge'), reason: z.string().trim().min(1).max(1000) }).strict(),
  /** The person would rather pay the whole cost than say what they have. Their choice, never a default. */
  z.object({ kind: z.literal('pays-in-full'), reason: z.string().trim().min(1).max(1000) }).strict(),
]);
export type FinancesContent = z.infer<typeof FinancesContent>;

export type Finances = FinancesContent & { readonly recordedBy: Signed; readonly recordedAt: string };

/** What a person pays of `costPence` a week, and how that was found. `estimate`: nobody has decided it yet. */
export type WhatTheyPay = {
  readonly pence: Pence;
  readonly standing: 'estimate' | 'decided';
  readonly lines: readonly ContributionLine[];
};

const flat = (pence: Pence, label: string, detail: string): WhatTheyPay => ({
  pence,
  standing: 'decided',
  lines: [{ kind: 'contribution', label, detail, pence }],
});

const PEA = 'Personal expenses allowance';
/** In a care home the law leaves the person with another amount, by another name. */
const named = (line: ContributionLine, setting: ChargingSetting): ContributionLine =>
  line.kind === 'mig' && setting === 'care-home'
    ? { ...line, label: PEA, detail: 'What everybody in a care home is left with, by law, to spend as they like.' }
    : line;

/** Whether the figures of law needed for `content` are there on the day `on`; the rules for capital, where they are. */
export const rulesFor = (figures: ChargingFigures | undefined, on: string): CapitalRules | undefined =>
  figures && capitalRulesOn(figures, on);

/**
 * What the person pays of a weekly cost. `undefined` while nothing is known, or where the nation's limits are not in the bundle.
 * Never above the cost, never below 0. Carers pay nothing towards support for somebody else, and nothing for their own where the
 * council makes no charge (`no-charge`).
 * @example £250 income, £15,001 saved, £20 housing, £15.50 extra costs, left with £162.15, support £214 → £56.35
 */
export const whatTheyPay = (
  finances: FinancesContent | undefined,
  costPence: Pence,
  rules: CapitalRules | undefined,
): WhatTheyPay | undefined => {
  if (!finances) return undefined;
  if (finances.kind === 'no-charge') return flat(0, 'Nothing to pay', finances.reason);
  if (finances.kind === 'pays-in-full') return flat(costPence, 'The whole cost, by choice', finances.reason);
  if (!rules) return undefined;
  const { standing, setting, leftWithPence, kind: _kind, ...input } = finances;
  const { assessableIncomePence, capitalPence, housingCostsPence, drePence } = input;
  const found = contributionOf(
    { assessableIncomePence, capitalPence, housingCostsPence, drePence, migPence: leftWithPence, costOfSupportPence: costPence },
    rules,
  );
  return { pence: found.contributionPence, standing, lines: found.lines.map((line) => named(line, setting)) };
};

const AT_HOME = [
  'single18to24',
  'single25toPensionAge',
  'singlePensionAge',
  'coupleEach',
  'couplePensionAgeEach',
] as const satisfies readonly FigureName[];

/**
 * The least the law leaves anybody with a week, where they live, by the newest figures there are on the day `on`; `undefined` where there is
 * none. Whose figure it is only the financial assessment knows.
 */
export const leastLeftWith = (figures: ChargingFigures | undefined, setting: ChargingSetting, on: string): Pence | undefined => {
  const names: readonly FigureName[] = setting === 'care-home' ? ['personalExpenses'] : AT_HOME;
  const found = names.flatMap((name) => (figures && newestFigure(figures, name, on)?.pence) ?? []);
  return found.length > 0 ? Math.min(...found) : undefined;
};
