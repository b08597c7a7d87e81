/** The reckoner: what holds for every model with rising rules and every few answers, then the demonstration model by name. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate } from '../../lib/domain/allocation.ts';
import { ChargingFigures } from '../../lib/domain/charging-figures.ts';
import { RasModel } from '../../lib/domain/ras-model.ts';
import { type Chosen, heaviestQuestions, type LikelyWeekly, likelyWeekly, MOST_AREAS } from '../../lib/domain/reckoner.ts';
import { AGE_BANDS, likelyContribution, type Means, SAVINGS_BANDS } from '../../lib/domain/reckoner-contribution.ts';

const demo = RasModel.parse(JSON.parse(readFileSync('workflows/allocation/demo-2026-1.json', 'utf8')));
const england = ChargingFigures.parse(JSON.parse(readFileSync('workflows/charging/england.json', 'utf8')));
const TODAY = '2026-11-21';
const RUNS = { numRuns: 500 };

/** No figure is more than any figure: needs above the table are costed one by one. */
const height = (pence: number | null): number => pence ?? Number.POSITIVE_INFINITY;

const options = fc
  .uniqueArray(fc.integer({ min: 0, max: 25 }), { minLength: 2, maxLength: 5 })
  .map((points) => points.map((each) => ({ id: `p${each}`, points: each })));
const allocation = fc.oneof(
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40_000 })), { minLength: 1, maxLength: 6 })
    .chain((steps) => {
      const rows: [number, number][] = [[0, 0]];
      for (const [points, pence] of steps) rows.push([(rows.at(-1)?.[0] ?? 0) + points, (rows.at(-1)?.[1] ?? 0) + pence]);
      return fc.constantFrom('linear', 'step').map((interpolation) => ({ kind: 'table' as const, rows, interpolation }));
    }),
  fc.integer({ min: 0, max: 3_000 }).map((pencePerPoint) => ({ kind: 'perPoint' as const, pencePerPoint })),
);
const anyModel = fc
  .record({
    questions: fc.array(options, { minLength: 1, maxLength: 8 }),
    allocation,
    contingencyPercent: fc.integer({ min: 0, max: 40 }),
    floorPence: fc.integer({ min: 0, max: 5_000 }),
    ceiling: fc.option(fc.integer({ min: 5, max: 150 }).map((points) => ({ points }))),
  })
  .map(({ questions, ...rules }) =>
    RasModel.parse({ ...rules, questions: questions.map((given, place) => ({ id: `q${place}`, options: given })) }),
  );

/** A full set of answers, and which of them were given to the reckoner. */
const anyCase = anyModel.chain((model) =>
  fc
    .tuple(
      ...model.questions.map(({ options: offered }) =>
        fc.record({ option: fc.constantFrom(...offered.map(({ id }) => id)), given: fc.boolean() }),
      ),
    )
    .map((answers) => {
      const all = Object.fromEntries(answers.map(({ option }, place) => [`q${place}`, option]));
      const few = Object.fromEntries(answers.flatMap(({ option, given }, place) => (given ? [[`q${place}`, option]] : [])));
      return { model, all, few };
    }),
);

const fullFigure = (model: RasModel, all: Chosen): number | null => {
  const allocated = allocate(model, Object.fromEntries(Object.entries(all).map(([id, option]) => [id, { option }])));
  if (!allocated.ok) throw new Error('the answers fit the model');
  return allocated.result.weeklyPence;
};

describe('for every model and all answers', () => {
  test('low ≤ high ≤ most, each in whole £5', () => {
    fc.assert(
      fc.property(anyCase, ({ model, few }) => {
        const { low, high, most } = likelyWeekly(model, few);
        expect(height(low)).toBeLessThanOrEqual(height(high));
        expect(height(high)).toBeLessThanOrEqual(height(most));
        for (const pence of [low, high, most]) expect((pence ?? 0) % 500).toBe(0);
      }),
      RUNS,
    );
  });

  test('the figure for all the answers lies between low and most', () => {
    fc.assert(
      fc.property(anyCase, ({ model, all, few }) => {
        const full = height(fullFigure(model, all));
        const { low, most } = likelyWeekly(model, few);
        expect(full).toBeGreaterThanOrEqual(height(low));
        expect(full).toBeLessThanOrEqual(height(most));
      }),
      RUNS,
    );
  });

  test('once every question is answered the range is the figure, and £5 at most', () => {
    fc.assert(
      fc.property(anyCase, ({ model, all }) => {
        const full = fullFigure(model, all);
        const { low, high, most } = likelyWeekly(model, all);
        if (full === null) {
          expect([low, high, most]).toEqual([null, null, null]);
          return;
        }
        expect(high).toBe(most);
        expect(low ?? 0).toBeLessThanOrEqual(full);
        expect(high ?? 0).toBeGreaterThanOrEqual(full);
        expect((high ?? 0) - (low ?? 0)).toBeLessThanOrEqual(500);
      }),
      RUNS,
    );
  });

  test('more need in one answer never lowers any end', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), fc.nat(), ({ model, few }, which, next) => {
        const answered = model.questions.filter(({ id }) => Object.hasOwn(few, id));
        const question = answered[which % Math.max(1, answered.length)];
        if (!question) return;
        const points = question.options.find(({ id }) => id === few[question.id])?.points ?? 0;
        const more = question.options.filter((option) => option.points > points);
        const option = more[next % Math.max(1, more.length)];
        if (!option) return;
        const [before, after] = [likelyWeekly(model, few), likelyWeekly(model, { ...few, [question.id]: option.id })];
        for (const end of ['low', 'high', 'most'] as const) {
          expect(height(after[end])).toBeGreaterThanOrEqual(height(before[end]));
        }
      }),
      RUNS,
    );
  });

  test('at most five questions are asked, and none that is left out can be worth more', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const asked = heaviestQuestions(model);
        const top = (question: RasModel['questions'][number]) => Math.max(...question.options.map(({ points }) => points));
        const left = model.questions.filter((question) => !asked.includes(question));
        expect(asked).toHaveLength(Math.min(MOST_AREAS, model.questions.length));
        expect(Math.max(0, ...left.map(top))).toBeLessThanOrEqual(Math.min(...asked.map(top)));
        expect(asked.map(({ id }) => id)).toEqual(model.questions.filter((each) => asked.includes(each)).map(({ id }) => id));
      }),
      RUNS,
    );
  });
});

/** The five answers of test vector B that the reckoner asks for: 35 of its 50 points. */
const TV_B_FEW: Chosen = {
  'washing-dressing-toilet': 'every-day',
  'eating-drinking': 'every-meal',
  'running-my-home': 'most-jobs',
  'safe-at-home': 'checked-on',
  nights: 'now-and-then',
};
const all = (option: (question: RasModel['questions'][number]) => string): Chosen =>
  Object.fromEntries(heaviestQuestions(demo).map((question) => [question.id, option(question)]));

describe('the demonstration model', () => {
  test('asks about the five parts of life with the most points', () => {
    expect(heaviestQuestions(demo).map(({ id }) => id)).toEqual(Object.keys(TV_B_FEW));
  });

  test('test vector B: from the five answers, £180 to £340, at most £765; its real figure without family help is £310.50', () => {
    expect(likelyWeekly(demo, TV_B_FEW)).toEqual({ low: 18_000, high: 34_000, most: 76_500, answered: 5, of: 10 });
  });

  test('no help with anything asked: nothing, and more only from what was not asked', () => {
    const nothing = all(({ options: offered }) => offered.find(({ points }) => points === 0)?.id ?? '');
    expect(likelyWeekly(demo, nothing)).toMatchObject({ low: 0, high: 0, most: 30_500 });
  });

  test('the most help with everything asked: no top end, because that is worked out with the person', () => {
    const everything = all(({ options: offered }) => offered.at(-1)?.id ?? '');
    expect(likelyWeekly(demo, everything)).toMatchObject({ low: 61_000, high: null, most: null });
  });

  test('an option that is not offered is a fault, a question of another model is passed over', () => {
    expect(() => likelyWeekly(demo, { nights: 'sometimes' })).toThrow(RangeError);
    expect(likelyWeekly(demo, { ...TV_B_FEW, elsewhere: 'x' })).toEqual(likelyWeekly(demo, TV_B_FEW));
  });
});

const anyMeans = fc.record({
  savings: fc.constantFrom(...SAVINGS_BANDS),
  incomePence: fc.integer({ min: 0, max: 100_000 }),
  age: fc.constantFrom(...AGE_BANDS),
});
const anyWeekly = fc.tuple(fc.nat(200_000), fc.nat(200_000), fc.boolean()).map(
  ([one, other, open]): LikelyWeekly => ({
    low: Math.min(one, other),
    high: open ? null : Math.max(one, other),
    most: null,
    answered: 5,
    of: 10,
  }),
);

describe('what one may have to pay', () => {
  test('low ≤ high, in whole £5, and never more than the top of the range', () => {
    fc.assert(
      fc.property(anyMeans, anyWeekly, (means, weekly) => {
        const likely = likelyContribution(england, means, weekly, TODAY);
        if (!likely.known || likely.fullCost) {
          expect(means.savings).toBe('above');
          return;
        }
        expect(likely.low).toBeLessThanOrEqual(likely.high);
        expect([likely.low % 500, likely.high % 500]).toEqual([0, 0]);
        expect(likely.high).toBeLessThanOrEqual(Math.ceil(height(weekly.high) / 500) * 500);
      }),
      RUNS,
    );
  });

  test('more income never lowers either end', () => {
    fc.assert(
      fc.property(anyMeans, anyWeekly, fc.nat(50_000), (means, weekly, more) => {
        const before = likelyContribution(england, means, weekly, TODAY);
        const after = likelyContribution(england, { ...means, incomePence: means.incomePence + more }, weekly, TODAY);
        if (!before.known || !after.known || before.fullCost || after.fullCost) return;
        expect(after.low).toBeGreaterThanOrEqual(before.low);
        expect(after.high).toBeGreaterThanOrEqual(before.high);
      }),
      RUNS,
    );
  });

  const weekly = likelyWeekly(demo, TV_B_FEW);
  const means: Means = { savings: 'between', incomePence: 25_000, age: '25-pension-age' };
  const last = { year: '2025/26', inForce: false };

  test('£250 a week, some savings, 40 years old: £60 to £175, by the amounts of 2025/26', () => {
    // 250 + 1 − 112.50 − 49.65 − 24.25 = 64.60, and 250 + 36 − 112.50 = 173.50.
    const expected = { known: true, fullCost: false, low: 6_000, high: 17_500, limits: last, guarantee: last };
    expect(likelyContribution(england, means, weekly, TODAY)).toEqual(expected);
  });

  test('at pension age the newest guarantee with a source is older, and its own year is named', () => {
    const likely = likelyContribution(england, { ...means, age: 'pension-age' }, weekly, TODAY);
    expect(likely).toMatchObject({ limits: last, guarantee: { year: '2022/23', inForce: false } });
  });

  test('savings above the limit: the full cost, whatever else was said', () => {
    expect(likelyContribution(england, { savings: 'above' }, weekly, TODAY)).toEqual({
      known: true,
      fullCost: true,
      limits: last,
    });
  });

  test.each<[string, Means]>([
    ['savings', { ...means, savings: undefined }],
    ['income', { ...means, incomePence: undefined }],
    ['age', { ...means, age: undefined }],
    ['anything', {}],
  ])('not known where somebody would rather not say: %s', (_name, given) => {
    expect(likelyContribution(england, given, weekly, TODAY)).toEqual({ known: false, because: 'not-said' });
  });

  test('not known where the nation has no figures, or none that were in force yet', () => {
    expect(likelyContribution(undefined, means, weekly, TODAY)).toEqual({ known: false, because: 'no-figures' });
    expect(likelyContribution(england, means, weekly, '2010-01-01')).toEqual({ known: false, because: 'no-figures' });
  });
});
