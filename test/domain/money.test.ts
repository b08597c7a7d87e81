import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  exactly,
  exactText,
  formatExact,
  formatPence,
  fraction,
  LARGEST_PENCE,
  Pence,
  parsePounds,
  roundHalfUp,
} from '../../lib/domain/money.ts';

describe('pence', () => {
  test.each([0, 1, -1, 18011, Number.MAX_SAFE_INTEGER])('%s is an amount', (pence) => {
    expect(Pence.safeParse(pence).success).toBe(true);
  });
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '100', null])('%s is not an amount', (pence) => {
    expect(Pence.safeParse(pence).success).toBe(false);
  });
});

test.each([
  [0, '£0.00'],
  [5, '£0.05'],
  [100, '£1.00'],
  [18011, '£180.11'],
  [99999, '£999.99'],
  [936572, '£9,365.72'],
  [123456789, '£1,234,567.89'],
  [-8754, '−£87.54'],
])('%i pence reads %s', (pence, text) => expect(formatPence(pence)).toBe(text));

describe('what a person types', () => {
  test.each([
    ['180.11', 18011],
    ['£180.11', 18011],
    [' £ 1,234.50 ', 123450],
    ['1234', 123400],
    ['12.5', 1250],
    ['0', 0],
    ['1,234,567.89', 123456789],
    ['10000000', LARGEST_PENCE],
  ])('“%s” is %i pence', (text, pence) => expect(parsePounds(text)).toBe(pence));

  test.each([
    '',
    ' ',
    '£',
    '-1',
    '−1',
    '(5)',
    '12.345',
    '12.',
    '.5',
    '1,23',
    '12,34.00',
    ',123',
    '1e5',
    '0x10',
    'NaN',
    '12 34',
    '10000000.01',
    '9'.repeat(400),
    '5p',
    '1.000,50',
    '١٢',
  ])('“%s” is not an amount', (text) => expect(parsePounds(text)).toBeUndefined());

  test('what is printed can be typed back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LARGEST_PENCE }), (pence) => {
        expect(parsePounds(formatPence(pence))).toBe(pence);
      }),
    );
  });
});

describe('exact numbers', () => {
  test('are made from decimals, never from floats', () => {
    expect(fraction('0.1').add(fraction('0.2')).equals(fraction('0.3'))).toBe(true);
    expect(exactly(0.1).add(exactly(0.2)).equals(exactly(0.3))).toBe(true);
    expect(exactText(exactly(34.5))).toBe('34.5');
  });
  test.each([1e-7, 1.5e-9, 1e21, 2.5e22, -0.25, 0])('%s keeps its value', (value) =>
    expect(exactly(value).valueOf()).toBe(value),
  );
  test.each(['', 'x', '1/3', '1e5', '0.(3)', ' 1', '1.'])('“%s” is refused', (text) => {
    expect(() => fraction(text)).toThrow(RangeError);
  });
  test('what JSON cannot hold is refused', () => expect(() => exactly(Number.NaN)).toThrow(RangeError));

  test.each([
    ['18011.25', 18011],
    ['18010.5', 18011],
    ['18010.4999999999999999999999', 18010],
    ['0.5', 1],
    ['0.4', 0],
    ['-0.5', 0],
    ['-0.6', -1],
  ])('%s rounds half up to %i', (exact, pence) => expect(roundHalfUp(fraction(exact))).toBe(pence));
  test.each([
    ['18011.25', 10, 18010],
    ['18015', 10, 18020],
    ['18049.99', 100, 18000],
    ['18050', 100, 18100],
  ])('%s to the nearest %i pence is %i', (exact, unit, pence) => expect(roundHalfUp(fraction(exact), unit)).toBe(pence));

  test('read as text that loses nothing', () => {
    expect(exactText(fraction('20012.50'))).toBe('20012.5');
    expect(exactText(fraction('10').div(3))).toBe('3 1/3');
    expect(exactText(fraction('-2001.25'))).toBe('-2001.25');
  });
  test.each([
    [fraction('20012.5'), '£200.125'],
    [fraction('9500'), '£95.00'],
    [fraction('123456'), '£1,234.56'],
    [fraction('-2001.25'), '−£20.0125'],
    [fraction('1000').div(3), '£3.3333…'],
  ])('in a working, %s', (exact, text) => expect(formatExact(exact)).toBe(text));
});
