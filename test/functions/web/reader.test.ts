/** How somebody reads: what the cookie says and what a communication profile asks for. */
import fc from 'fast-check';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import {
  PLAIN,
  type Reading,
  readerFromFacts,
  readerOf,
  readingAfter,
  readingClasses,
  readingFrom,
  readingText,
  rememberReader,
} from '../../../functions/web/reader.ts';
import type { Value } from '../../../lib/domain/answer.ts';
import type { Facts } from '../../../lib/domain/fact.ts';

const anyReading: fc.Arbitrary<Reading> = fc.record({
  large: fc.boolean(),
  easy: fc.boolean(),
  language: fc.constantFrom('en' as const, 'cy' as const),
});

/** What a page reads and sets for a browser with this cookie. */
const asked = async (cookie: string | undefined, host = '127.0.0.1:3000', set?: Reading, otherwise?: Reading) => {
  const app = new Hono();
  app.get('/', (c) => {
    if (set) rememberReader(c, set);
    return c.json(readerOf(c, otherwise));
  });
  const reply = await app.request('/', { headers: { host, ...(cookie === undefined ? {} : { cookie }) } });
  return { reading: (await reply.json()) as Reading, cookie: reply.headers.get('set-cookie') };
};

describe('the cookie', () => {
  test('what is written is what is read', () => {
    fc.assert(
      fc.property(anyReading, (reading) => {
        expect(readingFrom(readingText(reading))).toEqual(reading);
      }),
    );
  });

  test('whatever it says, it means something known', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const { large, easy, language } = readingFrom(value);
        expect([typeof large, typeof easy, ['en', 'cy'].includes(language)]).toEqual(['boolean', 'boolean', true]);
      }),
    );
    expect(readingFrom('larger.easyish.cymru')).toEqual(PLAIN);
  });

  test('none means nothing was chosen, and plain means plain was', async () => {
    const otherwise: Reading = { large: true, easy: true, language: 'cy' };
    expect((await asked(undefined)).reading).toEqual(PLAIN);
    expect((await asked(undefined, undefined, undefined, otherwise)).reading).toEqual(otherwise);
    expect((await asked('ownway-reading=plain', undefined, undefined, otherwise)).reading).toEqual(PLAIN);
    expect((await asked('ownway-reading=large.cy')).reading).toEqual({ large: true, easy: false, language: 'cy' });
  });

  test('is kept a year, out of reach of scripts, and only over TLS but on a laptop', async () => {
    const reading: Reading = { large: true, easy: false, language: 'en' };
    expect((await asked(undefined, 'localhost:3000', reading)).cookie).toBe(
      'ownway-reading=large; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax',
    );
    expect((await asked(undefined, 'support.example', reading)).cookie).toBe(
      'ownway-reading=large; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax',
    );
  });
});

const fact = (value: Value) => ({
  person: {
    value,
    by: { id: 'P-ADA', name: 'Ada' },
    role: 'person' as const,
    at: '2026-11-21T09:00:00Z',
    form: 'how-we-talk',
    configuration: '0123456789abcdef',
  },
});
const facts = (formats?: Value, language?: Value): Facts => ({
  ...(formats === undefined ? {} : { 'comm.formats': fact(formats) }),
  ...(language === undefined ? {} : { 'comm.language': fact(language) }),
});

describe('a communication profile', () => {
  test.each<[string, Facts, Reading | undefined]>([
    ['nothing said', {}, undefined],
    ['large print', facts(['large-print', 'audio']), { large: true, easy: false, language: 'en' }],
    ['Easy Read, in Welsh', facts(['easy-read'], 'cy'), { large: false, easy: true, language: 'cy' }],
    ['none of these', facts(['none']), PLAIN],
    ['another language', facts(undefined, 'other'), PLAIN],
    ['would rather talk about both', facts({ talk: true }, { talk: true }), undefined],
  ])('%s', (_name, held, reading) => {
    expect(readerFromFacts(held)).toEqual(reading);
  });
});

test('the classes of a page', () => {
  expect(readingClasses(PLAIN)).toBe('');
  expect(readingClasses({ large: true, easy: true, language: 'cy' })).toBe('ow-large ow-easy');
});

describe('after an answer', () => {
  const large: Reading = { large: true, easy: true, language: 'cy' };
  test.each<[string, Facts, readonly string[], Reading]>([
    ['about something else, large print stays large', facts(['none'], 'en'), ['comm.email'], large],
    ['about language only, the print stays', facts(undefined, 'en'), ['comm.language'], { ...large, language: 'en' }],
    ['“none of these” makes it plain', facts(['none']), ['comm.formats'], { ...large, large: false, easy: false }],
    ['that they would rather talk changes nothing', facts({ talk: true }), ['comm.formats'], large],
  ])('%s', (_name, held, answered, expected) => expect(readingAfter(large, held, answered)).toEqual(expected));
});
