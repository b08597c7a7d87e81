/**
 * The lines of an allocation's working: a closed union that a page shows one below the other. Not how they are worked out
 * (`allocation.ts`). Every line has a label, a sentence and an exact figure, or null where it only says something. Wording here is
 * neutral, so that the person and the worker read the same lines.
 */

import { formatExact, fraction } from './money.ts';

/** `exact` is a decimal such as "20012.5", or "20012 1/3" where no decimal is exact. Parts taken off are negative. */
export type Figure = { readonly unit: 'points' | 'pence'; readonly exact: string };

type Says<K extends string> = { readonly kind: K; readonly label: string; readonly detail: string };
type Counts<K extends string, U extends Figure['unit']> = Says<K> & {
  readonly figure: { readonly unit: U; readonly exact: string };
};

/** Why family help was or was not taken off this question's points. */
export type HelpCounted = 'no-help' | 'counted' | 'not-willing-and-able';

/** One answered question. `figure` is what it adds to the net points. */
export type QuestionLine = Counts<'question', 'points'> & {
  readonly question: string;
  readonly option: string;
  readonly optionText: string;
  readonly points: string;
  readonly informalShare: number;
  readonly help: HelpCounted;
};

/**
 * The `question` lines add up to `total`; from there `table-row` or `per-point` or `band`, then `interpolation`, `contingency`,
 * `floor` and `rounding`, where there are any, add up to `weekly`. `individual-costing` stands in place of all the money lines.
 */
export type AllocationLine =
  | QuestionLine
  | Counts<'total', 'points'>
  | Counts<'table-row', 'pence'>
  | Counts<'interpolation', 'pence'>
  | Counts<'per-point', 'pence'>
  | Counts<'band', 'pence'>
  | Counts<'contingency', 'pence'>
  | Counts<'floor', 'pence'>
  | Counts<'rounding', 'pence'>
  | Counts<'weekly', 'pence'>
  | Counts<'yearly', 'pence'>
  | (Says<'gross'> & { readonly figure: { readonly unit: 'pence'; readonly exact: string } | null })
  | (Says<'individual-costing'> & { readonly figure: null })
  | (Says<'guide'> & { readonly figure: null });

/** The sentence every allocation ends with. A personal budget is what meeting the needs costs (Care Act 2014 s.26), never this figure. */
export const GUIDE_NOT_LIMIT = 'This is a guide, not a limit: your final budget is what it costs to meet your needs.';

/** @example countPoints('1') // "1 point" */
export const countPoints = (exact: string): string => `${exact} ${exact === '1' ? 'point' : 'points'}`;

/**
 * A line's figure as people read it.
 * @example figureText({ unit: 'pence', exact: '-2001.25' }) // "−£20.0125"
 */
export const figureText = ({ unit, exact }: Figure): string => {
  if (unit === 'points') return countPoints(exact);
  return exact.includes('/') ? `${exact}p` : formatExact(fraction(exact));
};
