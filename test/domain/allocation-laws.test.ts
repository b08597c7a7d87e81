/** What holds for every model that may be published and every set of answers: the laws about money on ten thousand of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../lib/domain/allocation.ts';
import { modelFaults } from '../../lib/domain/allocation-faults.ts';
import { type Exact, exactText, fraction } from '../../lib/domain/money.ts';
import { RasModel } from '../../lib/domain/ras-model.ts';
import { DEMO, resultOf } from './fixtures/allocation-models.ts';
import {
  answers,
  height,
  model,
  modelFile,
  POINTS,
  QUESTIONS,
  type RisingRow,
  risingRows,
  SHARES,
} from './fixtures/random-models.ts';

const MANY = { numRuns: 10_000 };

const MONEY = ['table-row', 'interpolation', 'per-point', 'band', 'contingency', 'floor', 'rounding'];

/** An exact text read back: "20012.5", "-0.25", "20012 1/3", "-1/3". */
const read = (exact: string): Exact => {
  const [, sign, whole = '0', top = '0', bottom = '1'] = /^(-?)([\d.]+(?!\d*\/))? ?(?:(\d+)\/(\d+))?$/.exec(exact) ?? [];
  const size = fraction(whole).add(fraction(top).div(fraction(bottom)));
  return sign ? size.neg() : size;
};

/** A linear table, of which `reference` makes the same figure in another way. */
const linear = fc.record({ rows: risingRows, keep: fc.integer({ min: 0, max: 40 }) }).map(({ rows, keep }) => ({
  rows,
  keep,
  rules: RasModel.parse({
    questions: QUESTIONS.map((id) => ({ id, options: POINTS.map((points) => ({ id: String(points), points })) })),
    informal: { shares: SHARES },
    allocation: { kind: 'table', rows, interpolation: 'linear' },
    contingencyPercent: keep,
  }),
}));

/** The same figure in whole numbers only: thousandths of a point, one fraction, one rounding. */
const reference = (rows: readonly RisingRow[], keep: number, given: Answers): number | null => {
  const thousandths = Object.values(given).reduce((sum, each) => {
    const share = each.willingAndAble ? (each.informalShare ?? 0) : 0;
    return sum + BigInt(Math.round(Number(each.option) * 10)) * BigInt(100 - share);
  }, 0n);
  const upper = rows.findIndex(({ points }) => BigInt(points) * 1000n >= thousandths);
  if (upper < 0) return null;
  const [low, high] = [rows[Math.max(0, upper - 1)], rows[upper]];
  if (!low || !high) return null;
  const wide = BigInt(high.points - low.points) || 1n;
  const above = thousandths - BigInt(low.points) * 1000n;
  const over = BigInt(low.pence) * 1000n * wide + above * BigInt(high.pence - low.pence);
  const [top, bottom] = [over * BigInt(100 - keep), 1000n * wide * 100n];
  return Number((2n * top + bottom) / (2n * bottom));
};

test('exact texts are read back rightly', () => {
  const texts = ['0', '20012.5', '-0.25', '20012 1/3', '-20012 1/3', '-1/3', '12/13'];
  expect(texts.map((text) => exactText(read(text)))).toEqual(texts);
});

test('the models are ones that may be published, of every kind', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(modelFile, (file) => {
      expect(modelFaults(file)).toEqual([]);
      const { allocation } = RasModel.parse(file);
      kinds.add(allocation.kind === 'table' ? allocation.interpolation : allocation.kind);
    }),
    { numRuns: 1_000 },
  );
  expect([...kinds].sort()).toEqual(['bands', 'linear', 'perPoint', 'step']);
});

describe('laws', () => {
  test('more points never lower the figure', () => {
    fc.assert(
      fc.property(model, answers, fc.constantFrom(...QUESTIONS), fc.constantFrom(...POINTS), (rules, given, id, points) => {
        const before = given[id] ?? { option: '0' };
        const [less, more] = [points, Number(before.option)].sort((one, other) => one - other);
        const at = (worth: number | undefined) => resultOf(rules, { ...given, [id]: { ...before, option: String(worth) } });
        const [first, after] = [at(less), at(more)];
        expect(height(after.weeklyPence)).toBeGreaterThanOrEqual(height(first.weeklyPence));
        expect(height(after.grossWeeklyPence)).toBeGreaterThanOrEqual(height(first.grossWeeklyPence));
      }),
      MANY,
    );
  });

  test('family help never raises the figure, and never touches the gross one', () => {
    fc.assert(
      fc.property(model, answers, (rules, given) => {
        const alone = Object.fromEntries(Object.entries(given).map(([id, { option }]) => [id, { option }]));
        const [helped, unhelped] = [resultOf(rules, given), resultOf(rules, alone)];
        expect(height(helped.weeklyPence)).toBeLessThanOrEqual(height(unhelped.weeklyPence));
        expect(helped.grossWeeklyPence).toBe(unhelped.weeklyPence);
        expect(helped.points).toBe(unhelped.points);
      }),
      MANY,
    );
  });

  test('the questions add up to the total, and the money lines to the weekly figure', () => {
    fc.assert(
      fc.property(model, answers, (rules, given) => {
        const { lines, netPoints, weeklyPence } = resultOf(rules, given);
        const sum = (...kinds: string[]) =>
          lines
            .filter(({ kind }) => kinds.includes(kind))
            .reduce((total, { figure }) => total.add(read(figure?.exact ?? '0')), fraction('0'));
        const total = sum('total');
        expect(exactText(sum('question'))).toBe(exactText(total));
        expect(total.valueOf()).toBe(netPoints);
        if (weeklyPence !== null) expect(exactText(sum(...MONEY))).toBe(String(weeklyPence));
        else expect(lines.some(({ kind }) => MONEY.includes(kind))).toBe(false);
      }),
      MANY,
    );
  });

  test('the same inputs give the same bytes, in whatever order the answers come', () => {
    fc.assert(
      fc.property(model, answers, fc.shuffledSubarray(QUESTIONS, { minLength: QUESTIONS.length }), (rules, given, order) => {
        const shuffled = Object.fromEntries(order.map((id) => [id, given[id] ?? { option: '0' }]));
        expect(JSON.stringify(resultOf(rules, shuffled))).toBe(JSON.stringify(resultOf(rules, given)));
      }),
      MANY,
    );
  });

  test('the figure is the one worked out in whole numbers', () => {
    fc.assert(
      fc.property(linear, answers, ({ rules, rows, keep }, given) => {
        expect(resultOf(rules, given).weeklyPence).toBe(reference(rows, keep, given));
      }),
      MANY,
    );
  });

  test('every line has a label, a sentence, and no figure that is not exact', () => {
    fc.assert(
      fc.property(model, answers, (rules, given) => {
        for (const { label, detail, figure } of resultOf(rules, given).lines) {
          expect(label).not.toBe('');
          expect(detail).toMatch(/[.!?]$/);
          if (figure) expect(figure.exact).toMatch(/^-?(\d+(\.\d+)?|(\d+ )?\d+\/\d+)$/);
        }
      }),
      { numRuns: 1_000 },
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
