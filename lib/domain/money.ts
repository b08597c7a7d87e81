/**
 * Money in whole pence, and the exact rational numbers it is worked out with. Not what anything costs: that is the plan's, the
 * allocation's and the charging rules' business. The only file of the domain that touches `fraction.js`.
 */
import Fraction from 'fraction.js';
import * as z from 'zod';

/** Whole pence. May be negative where it is a difference; where a figure cannot be, its own schema says so. */
export const Pence = z.int('An amount is a whole number of pence.');
export type Pence = z.infer<typeof Pence>;

/** An exact rational number. Nothing between an answer and a figure is ever a float. */
export type Exact = Fraction;

/** The largest amount a person can type: ten million pounds. Anything above is a slip of the keyboard. */
export const LARGEST_PENCE: Pence = 1_000_000_000;

const DECIMAL = /^-?\d+(\.\d+)?$/;

/**
 * The exact number that a decimal string writes, such as "34.5" or "-2001.25".
 * Throws on anything else: text a person typed goes through `parsePounds` first.
 * @example fraction('0.1').add(fraction('0.2')).equals(fraction('0.3')) // true
 */
export const fraction = (decimal: string): Exact => {
  if (!DECIMAL.test(decimal)) throw new RangeError(`Not a decimal number: ${JSON.stringify(decimal)}`);
  return new Fraction(decimal);
};

/** The exact number that a JSON number writes: 0.1 is one tenth, not the float nearest to it. Refuses what JSON cannot hold. */
export const exactly = (value: number): Exact => {
  if (!Number.isFinite(value)) throw new RangeError(`Not a number that can be written down: ${value}`);
  const [digits = '0', exponent] = String(value).split('e');
  const power = new Fraction(10).pow(new Fraction(exponent ?? '0'));
  return fraction(digits).mul(power);
};

/**
 * To a whole number of `unit` pence; a half goes up, in the person's favour. This is the one rounding of any figure: it comes last.
 * @example roundHalfUp(fraction('18011.25')) // 18011
 * @example roundHalfUp(fraction('18010.5')) // 18011
 */
export const roundHalfUp = (exact: Exact, unit = 1): Pence => {
  const half = exact.div(unit).add(new Fraction(1n, 2n));
  return Number(half.floor().mul(unit).valueOf());
};

/**
 * An exact number as text that loses nothing: a decimal where it ends, otherwise a whole number and a fraction.
 * @example exactText(fraction('20012.50')) // "20012.5"
 * @example exactText(fraction('10').div(3)) // "3 1/3"
 */
export const exactText = (exact: Exact): string => {
  const decimal = exact.toString();
  return DECIMAL.test(decimal) ? decimal : exact.toFraction(true);
};

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',');

/** Pence as people read it. @example formatPence(936572) // "£9,365.72" */
export const formatPence = (pence: Pence): string => {
  const digits = String(Math.abs(pence)).padStart(3, '0');
  return `${pence < 0 ? '−' : ''}£${grouped(digits.slice(0, -2))}.${digits.slice(-2)}`;
};

/**
 * An exact amount of pence in the middle of a working: every decimal it has, and "…" where it never ends.
 * @example formatExact(fraction('20012.5')) // "£200.125"
 */
export const formatExact = (pence: Exact): string => {
  const pounds = pence.abs().div(100);
  const ends = DECIMAL.test(pounds.toString());
  const [whole = '0', part = ''] = (ends ? pounds : pounds.floor(4)).toString().split('.');
  return `${pence.lt(0) ? '−' : ''}£${grouped(whole)}.${part.padEnd(2, '0')}${ends ? '' : '…'}`;
};

const POUNDS = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/;

/**
 * An amount a person typed in pounds, as pence. `undefined` for anything that is not plainly an amount: negative, with a fraction
 * of a penny, with misplaced commas, or above ten million pounds.
 * @example parsePounds('1,234.50') // 123450
 * @example parsePounds('12.345') // undefined
 */
export const parsePounds = (text: string): Pence | undefined => {
  const found = POUNDS.exec(text.trim());
  if (!found) return undefined;
  const [, pounds = '', pennies = ''] = found;
  const pence = Number(pounds.replaceAll(',', '') + pennies.padEnd(2, '0'));
  return pence <= LARGEST_PENCE ? pence : undefined;
};
