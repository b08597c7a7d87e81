/** A price for each point, bands, tables read tolerantly; floors, rounding units and ceilings. The worked cases are `allocation.test.ts`. */
import { describe, expect, test } from 'vitest';
import { RasModel } from '../../lib/domain/ras-model.ts';
import { resultAt, resultOf } from './fixtures/allocation-models.ts';

describe('the other ways from points to money', () => {
  const plain = { contingencyPercent: 0, ceiling: null };
  test.each([
    [{ kind: 'perPoint', pencePerPoint: 518.25 }, 16, 8292],
    [{ kind: 'perPoint', rows: [{ pencePerPoint: 450 }] }, 10.5, 4725],
    [{ kind: 'perPoint', rows: [[1, 450]] }, 2, 900],
    [
      {
        kind: 'table',
        rows: [
          { points: 0, weeklyPence: 0 },
          { points: 3, weeklyPence: 100 },
        ],
      },
      1,
      33,
    ],
    [
      {
        kind: 'table',
        rows: [
          { points: 3, pence: 100 },
          { points: 0, pence: 0 },
        ],
      },
      2,
      67,
    ],
    [
      {
        kind: 'bands',
        rows: [
          { from: 0, to: 10, pence: 500 },
          { from: 11, to: 20, pence: 900 },
        ],
      },
      10.5,
      500,
    ],
    [
      {
        kind: 'bands',
        rows: [
          { from: 0, to: 10, pence: 500 },
          { from: 11, to: 20, pence: 900 },
        ],
      },
      20,
      900,
    ],
    [
      {
        kind: 'bands',
        rows: [
          { from: 0, to: 10, pence: 500 },
          { from: 11, to: 20, pence: 900 },
        ],
      },
      20.5,
      null,
    ],
    [
      {
        kind: 'bands',
        rows: [
          { from: 0, to: 10, pence: 500 },
          { from: 10, to: null, pence: 900 },
        ],
      },
      10,
      900,
    ],
    [
      {
        kind: 'bands',
        rows: [
          { from: 0, to: 10, pence: 500 },
          { from: 30, to: 40, pence: 900 },
        ],
      },
      20,
      null,
    ],
  ] as const)('%j at %s points: %s', (allocation, points, weeklyPence) => {
    const file = { ...plain, allocation, questions: [{ id: 'q', options: [{ id: 'o', points }] }] };
    expect(resultOf(RasModel.parse(file), { q: { option: 'o' } }).weeklyPence).toBe(weeklyPence);
  });
  test('a floor lifts any figure above nothing, after what is kept back', () => {
    expect(resultAt(0, { floorPence: 2500 }).weeklyPence).toBe(0);
    expect(resultAt(5, { floorPence: 2500 }).weeklyPence).toBe(2500);
    expect(resultAt(10, { floorPence: 2500 }).weeklyPence).toBe(3600);
  });
  test('a council may round to ten pence', () => {
    expect(resultAt(34.5, { rounding: { unitPence: 10 } }).weeklyPence).toBe(18010);
  });
  test('a ceiling below the last row comes first', () => {
    expect(resultAt(60, { ceiling: { points: 50 } })).toMatchObject({ weeklyPence: null, needsIndividualCosting: true });
  });
});
