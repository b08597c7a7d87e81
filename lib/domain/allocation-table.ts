/**
 * The three ways a council turns points into weekly money: a table, a price for each point, or bands. Only their shape, read
 * tolerantly and normalised to one form each; what a figure comes to is `allocation-figure.ts`. Part of `ras-model.ts`.
 */
import * as z from 'zod';

/** Points and prices in a model: never negative, never too large to be written exactly. May have decimals. */
export const Amount = z
  .number('This must be a number.')
  .min(0, { error: 'This must not be less than 0.' })
  .max(1_000_000_000, 'This is larger than any budget.');

/** One row of a table: this many points come to this many pence a week. */
export type Row = { readonly points: number; readonly pence: number };

const RowIn = z.union(
  [z.object({ points: Amount, pence: Amount }), z.object({ points: Amount, weeklyPence: Amount }), z.tuple([Amount, Amount])],
  'A row is { "points": 20, "pence": 9500 }, with no number below 0.',
);
const row = RowIn.transform((given): Row => {
  if (Array.isArray(given)) return { points: given[0], pence: given[1] };
  return { points: given.points, pence: 'pence' in given ? given.pence : given.weeklyPence };
});

/** Rows by points. Between two rows the figure is on the straight line (`linear`) or that of the lower row (`step`). */
const Table = z.object({
  kind: z.literal('table'),
  rows: z.array(row).min(1, 'A table needs at least one row.'),
  interpolation: z.enum(['linear', 'step']).default('linear'),
});

const Price = z.union(
  [Amount, z.tuple([Amount]), z.object({ pencePerPoint: Amount }), RowIn],
  'A price for each point is { "pencePerPoint": 450 }.',
);
const priceOf = (given: z.infer<typeof Price>): number => {
  if (typeof given === 'number') return given;
  if (Array.isArray(given)) return given.at(-1) ?? 0;
  if ('pencePerPoint' in given) return given.pencePerPoint;
  return 'pence' in given ? given.pence : given.weeklyPence;
};
/** A row that gives the price of ten points would be read as the price of one: only a row for one point (or from 0) is a price. */
const isOnePoint = (given: z.infer<typeof Price>): boolean => {
  if (typeof given === 'number' || 'pencePerPoint' in given) return true;
  const points = Array.isArray(given) ? (given.length === 2 ? given[0] : 1) : given.points;
  return points === 0 || points === 1;
};

/** Every point is worth the same. The price may have fractions of a penny. */
const PerPoint = z
  .object({
    kind: z.literal('perPoint'),
    pencePerPoint: Amount.optional(),
    rows: z.array(Price.refine(isOnePoint, 'Give the price of one point.')).max(1, 'Give one price for every point.').optional(),
  })
  .transform(({ kind, pencePerPoint, rows }, context) => {
    const price = pencePerPoint ?? (rows?.[0] === undefined ? undefined : priceOf(rows[0]));
    if (price !== undefined) return { kind, pencePerPoint: price };
    context.addIssue({ code: 'custom', message: 'Give the price of one point as pencePerPoint.' });
    return z.NEVER;
  });

/** One band: everyone from `from` points up to and including `to` (or without end) has the same figure. */
export type Band = { readonly from: number; readonly to: number | null; readonly pence: number };

const end = Amount.nullable().optional();
const band = z
  .union(
    [
      z.object({ from: Amount, to: end, pence: Amount }),
      z.object({ from: Amount, to: end, weeklyPence: Amount }),
      z.object({ fromPoints: Amount, toPoints: end, pence: Amount }),
      z.object({ fromPoints: Amount, toPoints: end, weeklyPence: Amount }),
      RowIn,
    ],
    'A band is { "from": 0, "to": 20, "pence": 9500 }, with no number below 0.',
  )
  .transform((given): Band => {
    if (Array.isArray(given)) return { from: given[0], to: null, pence: given[1] };
    const pence = 'pence' in given ? given.pence : given.weeklyPence;
    if ('points' in given) return { from: given.points, to: null, pence };
    if ('from' in given) return { from: given.from, to: given.to ?? null, pence };
    return { from: given.fromPoints, to: given.toPoints ?? null, pence };
  });

const Bands = z.object({ kind: z.literal('bands'), rows: z.array(band).min(1, 'Bands need at least one row.') });

/** Two rows for the same points would leave the figure to chance, so such a model is no model. */
const twice = (points: readonly number[]): number => points.findIndex((each, place) => points.indexOf(each) !== place);

export const PointsToMoney = z
  .discriminatedUnion('kind', [Table, PerPoint, Bands], 'Points become money by a "table", "perPoint" or "bands".')
  .superRefine((allocation, context) => {
    if (allocation.kind === 'perPoint') return;
    const again = twice(allocation.rows.map((each) => ('points' in each ? each.points : each.from)));
    if (again < 0) return;
    const message = 'This row starts at the same points as an earlier row. Keep one of them.';
    context.addIssue({ code: 'custom', path: ['rows', again], message, params: { fault: 'duplicate-points' } });
  });
export type PointsToMoney = z.infer<typeof PointsToMoney>;
