/**
 * From points to weekly money by one council's rules, with each step of the way. Not who has how many points: that is
 * `allocation.ts`, which calls this twice, with and without family help. Exact to the last step; the one rounding is the last.
 */
import { type AllocationLine, countPoints } from './allocation-line.ts';
import type { Band, Row } from './allocation-table.ts';
import { type Exact, exactly, exactText, formatExact, formatPence, type Pence, roundHalfUp } from './money.ts';
import { type RasModel, wordsFor } from './ras-model.ts';

export type MoneyKind = 'table-row' | 'interpolation' | 'per-point' | 'band' | 'contingency' | 'floor' | 'rounding';
type Step = { readonly kind: MoneyKind; readonly label: string; readonly detail: string; readonly amount: Exact };

/** A weekly figure and the lines that add up to it; or why the rules give none, as the end of a sentence. */
export type Priced =
  | { readonly pence: Pence; readonly lines: readonly AllocationLine[] }
  | { readonly pence: null; readonly because: string };

const count = (points: number | Exact): string => countPoints(exactText(typeof points === 'number' ? exactly(points) : points));
const money = (pence: number): string => `${formatExact(exactly(pence))} a week`;
const sum = (steps: readonly Step[]): Exact => steps.reduce((total, { amount }) => total.add(amount), exactly(0));

const rowStep = (row: Row, detail: string): Step => ({
  kind: 'table-row',
  label: `The council’s table at ${count(row.points)}`,
  detail: `${count(row.points)} in the table is ${money(row.pence)}. ${detail}`,
  amount: exactly(row.pence),
});

/** Part of the way from one row to the next, on the straight line between them. */
const between = (lower: Row, upper: Row, points: Exact): Step => {
  const above = points.sub(exactly(lower.points));
  const wide = exactly(upper.points).sub(exactly(lower.points));
  const gap = exactly(upper.pence).sub(exactly(lower.pence));
  const amount = gap.mul(above).div(wide);
  return {
    kind: 'interpolation',
    label: 'Part of the way to the next row',
    detail:
      `The next row is ${count(upper.points)}, at ${money(upper.pence)}: ${formatExact(gap)} more. ` +
      `${count(points)} is ${exactText(above)} of the ${count(wide)} between the two rows, ` +
      `and that part of ${formatExact(gap)} is ${formatExact(amount)}.`,
    amount,
  };
};

const fromTable = (given: readonly Row[], interpolation: 'linear' | 'step', points: Exact): Step[] | string => {
  const rows = [...given].sort((one, other) => one.points - other.points);
  const upper = rows.find((row) => points.lt(exactly(row.points)));
  const lower = rows.findLast((row) => points.gte(exactly(row.points)));
  if (!lower) return `the council’s table starts at ${count(rows[0]?.points ?? 0)}`;
  if (points.equals(exactly(lower.points))) return [rowStep(lower, 'That is this row exactly.')];
  if (!upper) return `the council’s table stops at ${count(lower.points)}`;
  if (interpolation === 'step') return [rowStep(lower, `It holds for anything below ${count(upper.points)}.`)];
  return [rowStep(lower, `It is the nearest row below ${count(points)}.`), between(lower, upper, points)];
};

/** Bands are written in whole points ("0 to 10", "11 to 20"), so 10.5 is still in the first. On a shared edge the higher one holds. */
const fromBands = (given: readonly Band[], points: Exact): Step[] | string => {
  const bands = [...given].sort((one, other) => one.from - other.from);
  const band = bands.findLast(({ from }) => points.gte(exactly(from)));
  if (!band) return `the council’s bands start at ${count(bands[0]?.from ?? 0)}`;
  const isLast = band === bands.at(-1);
  const ends = band.to === null ? undefined : exactly(band.to);
  if (ends && (isLast ? points.gt(ends) : points.gte(ends.add(1)))) return `no band of the council covers ${count(points)}`;
  const range = ends ? `${band.from} to ${count(ends)}` : `${count(band.from)} and more`;
  return [{ kind: 'band', label: `The band ${range}`, detail: `It is ${money(band.pence)}.`, amount: exactly(band.pence) }];
};

const fromPrice = (pencePerPoint: number, points: Exact): Step[] => {
  const price = exactly(pencePerPoint);
  const amount = points.mul(price);
  const detail = `Each point is ${formatExact(price)} a week. ${exactText(points)} times ${formatExact(price)} is ${formatExact(amount)}.`;
  return [{ kind: 'per-point', label: 'Price for each point', detail, amount }];
};

const fromPoints = ({ allocation, ceiling }: RasModel, points: Exact): Step[] | string => {
  if (ceiling && points.gt(exactly(ceiling.points))) return `the council’s rules stop at ${count(ceiling.points)}`;
  switch (allocation.kind) {
    case 'table':
      return fromTable(allocation.rows, allocation.interpolation, points);
    case 'perPoint':
      return fromPrice(allocation.pencePerPoint, points);
    case 'bands':
      return fromBands(allocation.rows, points);
  }
};

const keptBack = (model: RasModel, figure: Exact): Step[] => {
  if (model.contingencyPercent === 0) return [];
  const percent = exactly(model.contingencyPercent);
  const amount = figure.mul(percent).div(100);
  const why = wordsFor(model.contingencyReason, 'en', 'The rules do not say why.');
  const detail = `${why} ${exactText(percent)}% of ${formatExact(figure)} is ${formatExact(amount)}.`;
  return [{ kind: 'contingency', label: `${exactText(percent)}% is kept back`, detail, amount: amount.neg() }];
};

/** A floor lifts any figure above nothing. Where there is no need there is no figure to lift. */
const lifted = (model: RasModel, figure: Exact): Step[] => {
  const floor = exactly(model.floorPence ?? 0);
  if (figure.equals(0) || figure.gte(floor)) return [];
  const detail = `The least anyone is shown is ${formatExact(floor)} a week.`;
  return [{ kind: 'floor', label: 'Made up to the smallest amount', detail, amount: floor.sub(figure) }];
};

const rounded = (model: RasModel, figure: Exact, pence: Pence): Step[] => {
  const change = exactly(pence).sub(figure);
  if (change.equals(0)) return [];
  const to = model.rounding.unitPence === 1 ? 'penny' : formatPence(model.rounding.unitPence);
  const detail = `${formatExact(figure)} becomes ${formatPence(pence)}. It is rounded once, here at the end. A half goes up.`;
  return [{ kind: 'rounding', label: `Rounded to the nearest ${to}`, detail, amount: change }];
};

/**
 * What `points` come to in a week. Order matters: table, then what is kept back, then the floor, and one rounding at the end.
 * No figure above the ceiling or outside the table: such needs are costed one by one, never capped (domain rule V14).
 * @example priced(demo, fraction('34.5')) // pence 18011: 20012.5 p, less 10% = 18011.25 p. Rounding first would give 18012.
 */
export const priced = (model: RasModel, points: Exact): Priced => {
  const found = fromPoints(model, points);
  if (typeof found === 'string') return { pence: null, because: found };
  const kept = [...found, ...keptBack(model, sum(found))];
  const steps = [...kept, ...lifted(model, sum(kept))];
  const pence = roundHalfUp(sum(steps), model.rounding.unitPence);
  const all = [...steps, ...rounded(model, sum(steps), pence)];
  const lines = all.map(({ amount, ...says }) => ({ ...says, figure: { unit: 'pence' as const, exact: exactText(amount) } }));
  return { pence, lines };
};
