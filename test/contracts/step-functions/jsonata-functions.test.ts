/** The functions Step Functions adds to JSONata: rows recorded on AWS where there are any, and laws. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workOut } from '../../../lib/local/step-functions/expressions.ts';
import type { Json } from '../../../lib/local/step-functions/json.ts';

const NOW = Date.parse('2026-11-21T10:00:00Z');
const workedOut = (template: Json, input: Json = null) =>
  workOut(template, 'Output', { now: NOW, variables: {}, states: { input } });

test.each<[expression: string, value: Json]>([
  ['$partition([0,1,2,3], 3)', [[0, 1, 2], [3]]],
  ['$partition([0], 1)', [[0]]],
  ['$partition([0,1], 5)', [[0, 1]]],
  ['$range(0, 9, 3)', [0, 3, 6, 9]],
  ['$range(0, 10, 3)', [0, 3, 6, 9]],
  ['$range(1, 9, 9)', 1],
  ['$range(3, 1, -1)', [3, 2, 1]],
  ['$parse(\'{"Arg1": 1, "Arg2": []}\')', { Arg1: 1, Arg2: [] }],
  ["$parse('-0')", 0],
  ["$hash('ownway', 'SHA-256')", '5f31359f83d1d2a51f5b410fd8ac3cb42ab0e67c75f1634314b4fcbdbb5d04fb'],
  ['$millis()', NOW],
  ['$now()', '2026-11-21T10:00:00.000Z'],
  ["$now('[Y]-[M01]-[D01]')", '2026-11-21'],
  ['$random(7) = $random(7)', true],
  ['$length($uuid())', 36],
])('%s', async (expression, value) => {
  expect(await workedOut(`{% ${expression} %}`)).toEqual(value);
});

test.each([
  ['$partition([1], 0)', 'whole number of at least 1'],
  ['$range(0, 1, 0)', 'three whole numbers'],
  ['$range(0, 5000, 1)', 'at most 1000'],
  ["$hash('a', 'CRC')", 'one of MD5'],
  ["$parse('{')", 'threw an error during evaluation'],
  ['$random("a")', 'needs a number'],
  ['$states.input.nothing', 'returned nothing (undefined)'],
  ['function($x) { $x }', 'unsupported result type'],
  ['$sum', 'unsupported result type'],
  ['($f := function($n) { $f($n + 1) + 1 }; $f(0))', 'threw an error during evaluation'],
])('%s fails, and says why', async (expression, why) => {
  await expect(workedOut(`{% ${expression} %}`)).rejects.toThrow(why);
});

test('a template without expressions is itself, whatever it holds', () =>
  fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      const template = JSON.parse(JSON.stringify(value)) as Json;
      expect(await workedOut(template)).toEqual(template);
    }),
  ));

test('an expression that only names the input gives it back, wherever it stands', () =>
  fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      const input = JSON.parse(JSON.stringify(value)) as Json;
      const seen = await workedOut({ deep: ['{% $states.input %}'] }, input);
      expect(seen).toEqual({ deep: [input] });
    }),
  ));

test('partition loses nothing and keeps the order', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer(), { minLength: 2, maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      async (list, size) => {
        const parts = (await workedOut(`{% $partition($states.input, ${size}) %}`, list)) as number[][];
        expect(parts.flat()).toEqual(list);
        expect(parts.slice(0, -1).every((part) => part.length === size)).toBe(true);
      },
    ),
  ));
