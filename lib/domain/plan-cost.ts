/**
 * What a plan costs: each line to the penny, a week, once, and over a year. Not what the person pays of it (`finances.ts`) and never
 * compared with the up-front figure here. Whole pence out of exact numbers; each line is rounded once.
 */
import { type Exact, exactly, fraction, type Pence, roundHalfUp } from './money.ts';
import type { Per, PlanContent, SupportItem } from './plan.ts';

/** How often in a week, as the national data standard counts it: a month is 12/52 of a year's weeks, a one-off is in none. */
const PER_WEEK: Readonly<Record<Per, readonly [times: number, weeks: number]>> = {
  week: [1, 1],
  fortnight: [1, 2],
  'four-weeks': [1, 4],
  month: [12, 52],
  year: [1, 52],
  once: [0, 1],
};

type Priced = Pick<SupportItem, 'units' | 'unitPence'> & Partial<Pick<SupportItem, 'per' | 'share'>>;

const eachTime = ({ units, unitPence }: Priced): Exact => fraction(units).mul(fraction(String(unitPence)));

/**
 * The weekly cost of one line, to the nearest penny, half a penny up. Of a pooled line it is this person's share, to the penny as the
 * pool has it.
 * @example 3.5 hours at £21.45: itemWeeklyPence({ units: '3.5', unitPence: 2145 }) // 7508 (£75.075 → £75.08)
 * @example £120.00 a month: itemWeeklyPence({ units: '1', per: 'month', unitPence: 12000 }) // 2769 (£27.6923 → £27.69)
 */
export const itemWeeklyPence = (item: Priced): Pence => {
  if (item.share) return item.share.pence;
  const [times, weeks] = PER_WEEK[item.per ?? 'week'];
  return roundHalfUp(eachTime(item).mul(times).div(weeks));
};

/** What a one-off costs, once; nothing for a line that goes on. */
export const itemOncePence = (item: Priced): Pence => (item.per === 'once' && !item.share ? roundHalfUp(eachTime(item)) : 0);

type WithItems = Pick<PlanContent, 'items'>;
const total = (amounts: readonly Pence[]): Pence => amounts.reduce((sum, pence) => sum + pence, 0);

/** What the plan costs a week: the sum of its lines, so that the lines a person sees always add up to the figure. */
export const planWeeklyPence = ({ items }: WithItems): Pence => total(items.map(itemWeeklyPence));

/** What it costs once, beside the weeks. */
export const planOncePence = ({ items }: WithItems): Pence => total(items.map(itemOncePence));

/**
 * What the dearest week costs: the weekly lines, and what comes once or once a year in full. Limits and tiers are about this figure, so
 * that nothing large is agreed as a small part of each week.
 */
export const dearestWeekPence = ({ items }: WithItems): Pence =>
  total(
    items.map((item) => {
      const whole = !item.share && (item.per === 'once' || item.per === 'year');
      return whole ? roundHalfUp(eachTime(item)) : itemWeeklyPence(item);
    }),
  );

/** How often in a year of `weeks` weeks. A month is a month here: £120.00 a month is £1,440.00 a year, whatever a week of it is rounded to. */
const timesAYear = (per: Per, weeks: number): Exact => {
  const parts: Readonly<Record<Per, Exact>> = {
    week: exactly(weeks),
    fortnight: exactly(weeks).div(2),
    'four-weeks': exactly(weeks).div(4),
    month: exactly(12),
    year: exactly(1),
    once: exactly(1),
  };
  return parts[per];
};

/** What one line costs over a year, one-offs too. What comes each week is the weekly figure as many times, so that both agree. */
export const itemYearlyPence = (item: Priced, weeksPerYear = 52): Pence => {
  const per = item.share ? 'week' : (item.per ?? 'week');
  const each = per === 'week' ? exactly(itemWeeklyPence(item)) : eachTime(item);
  return roundHalfUp(each.mul(timesAYear(per, weeksPerYear)));
};

/**
 * The first year: every line as often as it comes round, and the one-offs.
 * @example a plan of £214.00 a week and a £95.00 rail: planYearlyPence(plan, 52) // 1122300
 */
export const planYearlyPence = ({ items }: WithItems, weeksPerYear = 52): Pence =>
  total(items.map((item) => itemYearlyPence(item, weeksPerYear)));
