/**
 * The functions Step Functions adds to JSONata, and the clock it gives to `$now` and `$millis`. Bound anew for each evaluation, so
 * that a shifted clock is seen by expressions too. `$eval` is refused: AWS has `$parse` instead.
 */
import { createHash, randomUUID } from 'node:crypto';
import jsonata from 'jsonata';

const HASHES: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};
/** AWS's limit on the arrays these functions make. */
const MOST_ELEMENTS = 1000;

const partition = (list: unknown, size: unknown): unknown => {
  if (list === undefined) return undefined;
  if (!Array.isArray(list) || !Number.isInteger(size) || (size as number) < 1)
    throw new Error('$partition needs an array and a whole number of at least 1.');
  const width = size as number;
  return Array.from({ length: Math.ceil(list.length / width) }, (_, at) => list.slice(at * width, (at + 1) * width));
};

const range = (first: unknown, last: unknown, step: unknown): unknown => {
  if (![first, last, step].every(Number.isInteger) || step === 0)
    throw new Error('$range needs three whole numbers, the last not 0.');
  const [from, to, by] = [first as number, last as number, step as number];
  const length = Math.max(0, Math.floor((to - from) / by) + 1);
  if (length > MOST_ELEMENTS) throw new Error(`$range makes at most ${MOST_ELEMENTS} elements.`);
  const numbers = Array.from({ length }, (_, at) => from + at * by);
  // Recorded on AWS: a range of one element comes back as that element.
  return numbers.length === 1 ? numbers[0] : numbers;
};

const hash = (text: unknown, algorithm: unknown): unknown => {
  const name = HASHES[String(algorithm)];
  if (typeof text !== 'string' || !name) throw new Error(`$hash needs a string and one of ${Object.keys(HASHES).join(', ')}.`);
  return createHash(name).update(text).digest('hex');
};

/** Without a seed, any number from 0 to 1; with one, always the same number. The sequence AWS makes of a seed is not published. */
const random = (seed: unknown): number => {
  if (seed === undefined) return Math.random();
  if (typeof seed !== 'number') throw new Error('$random needs a number as its seed.');
  return createHash('sha256').update(String(seed)).digest().readUInt32BE(0) / 2 ** 32;
};

const parse = (text: unknown): unknown => {
  if (text === undefined) return undefined;
  if (typeof text !== 'string') throw new Error('$parse needs a string of JSON.');
  return JSON.parse(text);
};

const FROM_MILLIS = jsonata('$fromMillis($at, $picture, $zone)');

/** What an expression may call besides JSONata's own functions, at the moment `now` (milliseconds since 1970). */
export const functionsAt = (now: number): Record<string, unknown> => ({
  partition,
  range,
  hash,
  random,
  parse,
  uuid: () => randomUUID(),
  millis: () => now,
  now: (picture?: unknown, zone?: unknown) => FROM_MILLIS.evaluate(undefined, { at: now, picture, zone }),
  eval: () => {
    throw new Error('$eval is not available; use $parse.');
  },
});
