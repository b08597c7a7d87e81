/** What holds for every model with a rising table and every set of answers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../lib/domain/allocation.ts';
import type { Answer } from '../../lib/domain/allocation-question.ts';
import { type Exact, exactText, fraction } from '../../lib/domain/money.ts';
import { RasModel } from '../../lib/domain/ras-model.ts';
import { DEMO, resultOf } from './fixtures/allocation-models.ts';

const SHARES = [0, 25, 75, 100];
const POINTS = [0, 3, 7, 12, 20];
const QUESTIONS = ['a', 'b', 'c', 'd'];

type RisingRow = { readonly points: number; readonly pence: number };
const risingRows = fc
  .array(fc.record({ points: fc.integer({ min: 1, max: 30 }), pence: fc.integer({ min: 0, max: 50_000 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((steps) => {
    const rows: RisingRow[] = [{ points: 0, pence: 0 }];
    for (const step of steps) {
      const last = rows.at(-1) ?? { points: 0, pence: 0 };
      rows.push({ points: last.points + step.points, pence: last.pence + step.pence });
    }
    return rows;
  });
const model = fc
  .record({
    rows: risingRows,
    interpolation: fc.constantFrom('linear' as const, 'step' as const),
    keep: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ rows, interpolation, keep }) => ({
    rows,
    keep,
    rules: RasModel.parse({
      questions: QUESTIONS.map((id) => ({ id, options: POINTS.map((points) => ({ id: String(points), points })) })),
      informal: { shares: SHARES },
      allocation: { kind: 'table', rows, interpolation },
      contingencyPercent: keep,
    }),
  }));
const answer = fc.record({
  option: fc.constantFrom(...POINTS.map(String)),
  informalShare: fc.constantFrom(...SHARES),
  willingAndAble: fc.boolean(),
});
const answers = fc
  .tuple(answer, answer, answer, answer)
  .map(
    (given): Record<string, Answer> => Object.fromEntries(QUESTIONS.map((id, place) => [id, given[place] ?? { option: '0' }])),
  );

/** No figure is more than any figure: needs above the table are costed one by one. */
const height = (pence: number | null): number => pence ?? Number.POSITIVE_INFINITY;

/** An exact text read back: "20012.5", "-0.25", "20012 1/3", "-1/3". */
const read = (exact: string): Exact => {
  const [, sign, whole = '0', top = '0', bottom = '1'] = /^(-?)([\d.]+(?!\d*\/))? ?(?:(\d+)\/(\d+))?$/.exec(exact) ?? [];
  const size = fraction(whole).add(fraction(top).div(fraction(bottom)));
  return sign ? size.neg() : size;
};

/** The same figure in whole numbers only: hundredths of a point, one fraction, one rounding. Linear tables. */
const reference = (rows: readonly RisingRow[], keep: number, given: Answers): number | null => {
  const hundredths = Object.values(given).reduce((sum, each) => {
    const share = each.willingAndAble ? (each.informalShare ?? 0) : 0;
    return sum + BigInt(each.option) * BigInt(100 - share);
  }, 0n);
  const upper = rows.findIndex(({ points }) => BigInt(points) * 100n >= hundredths);
  if (upper < 0) return null;
  const [low, high] = [rows[Math.max(0, upper - 1)], rows[upper]];
  if (!low || !high) return null;
  const wide = BigInt(high.points - low.points) || 1n;
  const above = hundredths - BigInt(low.points) * 100n;
  const over = BigInt(low.pence) * 100n * wide + above * BigInt(high.pence - low.pence);
  const [top, bottom] = [over * BigInt(100 - keep), 100n * wide * 100n];
  return Number((2n * top + bottom) / (2n * bottom));
};

test('exact texts are read back rightly', () => {
  const texts = ['0', '20012.5', '-0.25', '20012 1/3', '-20012 1/3', '-1/3', '12/13'];
  expect(texts.map((text) => exactText(read(text)))).toEqual(texts);
});

describe('laws', () => {
  test('more points never lower the figure', () => {
    fc.assert(
      fc.property(model, answers, fc.constantFrom(...QUESTIONS), fc.constantFrom(...POINTS), ({ rules }, given, id, points) => {
        const before = given[id] ?? { option: '0' };
        fc.pre(points >= Number(before.option));
        const after = resultOf(rules, { ...given, [id]: { ...before, option: String(points) } });
        const first = resultOf(rules, given);
        expect(height(after.weeklyPence)).toBeGreaterThanOrEqual(height(first.weeklyPence));
        expect(height(after.grossWeeklyPence)).toBeGreaterThanOrEqual(height(first.grossWeeklyPence));
      }),
    );
  });

  test('family help never raises the figure, and never touches the gross one', () => {
    fc.assert(
      fc.property(model, answers, ({ rules }, given) => {
        const alone = Object.fromEntries(Object.entries(given).map(([id, { option }]) => [id, { option }]));
        const [helped, unhelped] = [resultOf(rules, given), resultOf(rules, alone)];
        expect(height(helped.weeklyPence)).toBeLessThanOrEqual(height(unhelped.weeklyPence));
        expect(helped.grossWeeklyPence).toBe(unhelped.weeklyPence);
        expect(helped.points).toBe(unhelped.points);
      }),
    );
  });

  test('the questions add up to the total, and the money lines to the weekly figure', () => {
    fc.assert(
      fc.property(model, answers, ({ rules }, given) => {
        const { lines, netPoints, weeklyPence } = resultOf(rules, given);
        const sum = (...kinds: string[]) =>
          lines
            .filter(({ kind }) => kinds.includes(kind))
            .reduce((total, { figure }) => total.add(read(figure?.exact ?? '0')), fraction('0'));
        expect(exactText(sum('question'))).toBe(exactText(sum('total')));
        expect(sum('total').valueOf()).toBe(netPoints);
        if (weeklyPence === null) return;
        expect(exactText(sum('table-row', 'interpolation', 'contingency', 'floor', 'rounding'))).toBe(String(weeklyPence));
      }),
    );
  });

  test('the order of the answers changes nothing', () => {
    fc.assert(
      fc.property(model, answers, ({ rules }, given) => {
        const backwards = Object.fromEntries(Object.entries(given).reverse());
        expect(resultOf(rules, backwards)).toEqual(resultOf(rules, given));
      }),
    );
  });

  test('the figure is the one worked out in whole numbers', () => {
    fc.assert(
      fc.property(model, answers, ({ rules, rows, keep }, given) => {
        fc.pre(rules.allocation.kind === 'table' && rules.allocation.interpolation === 'linear');
        expect(resultOf(rules, given).weeklyPence).toBe(reference(rows, keep, given));
      }),
      { numRuns: 500 },
    );
  });

  test('every line has a label, a sentence, and no figure that is not exact', () => {
    fc.assert(
      fc.property(model, answers, ({ rules }, given) => {
        for (const { label, detail, figure } of resultOf(rules, given).lines) {
          expect(label).not.toBe('');
          expect(detail).toMatch(/[.!?]$/);
          if (figure) expect(figure.exact).toMatch(/^-?(\d+(\.\d+)?|(\d+ )?\d+\/\d+)$/);
        }
      }),
    );
  });
});

test('the demonstration model obeys them too: one more step on any question never lowers the figure', () => {
  for (const question of DEMO.questions) {
    const figures = question.options.map(({ id }) => {
      const rest = DEMO.questions.map((each) => [
        each.id,
        { option: each.id === question.id ? id : (each.options[1]?.id ?? '') },
      ]);
      return height(resultOf(DEMO, Object.fromEntries(rest)).weeklyPence);
    });
    expect(figures).toEqual([...figures].sort((one, other) => one - other));
  }
});
