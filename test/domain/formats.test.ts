/** The forms that numbers, names and addresses take: published examples, what people type, and what no reader may let through. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { email, nhsNumber, nino, phone, postcode } from '../../lib/domain/formats.ts';

const pad = (number: number, length: number) => String(number).padStart(length, '0');

describe('NHS numbers', () => {
  test.each(['9434765919', '6541003238', '4146515092', '4446394339', '9990000018', '9990000026', '9990000050'])(
    '%s is one',
    (number) => {
      expect(nhsNumber(number)).toBe(number);
      expect(nhsNumber(` ${number.slice(0, 3)} ${number.slice(3, 6)}-${number.slice(6)} `)).toBe(number);
    },
  );

  test.each([
    '4380590096',
    '3459124359',
    '9434765910',
    '2222222222',
    '0000000000',
    '943476591',
    '94347659199',
    '943476591X',
    '٩٤٣٤٧٦٥٩١٩',
    '',
  ])('%s is none', (number) => {
    expect(nhsNumber(number)).toBeUndefined();
  });

  test.each(['999000000', '999000014'])('%sx has no check digit that fits', (nine) => {
    expect(Array.from({ length: 10 }, (_, digit) => nhsNumber(`${nine}${digit}`))).toEqual(Array(10).fill(undefined));
  });

  test('law: nine digits have one check digit or none, and one wrong digit is always found out', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(9), fc.integer({ min: 1, max: 9 }), (prefix, place, by) => {
        const valid = Array.from({ length: 10 }, (_, digit) => nhsNumber(`${pad(prefix, 9)}${digit}`)).filter(
          (each) => each !== undefined,
        );
        expect(valid.length).toBeLessThanOrEqual(1);
        const [number] = valid;
        if (!number) return;
        const wrong = [...number].map((digit, at) => (at === place ? (Number(digit) + by) % 10 : digit)).join('');
        expect(nhsNumber(wrong)).toBeUndefined();
      }),
    );
  });
});

describe('National Insurance numbers', () => {
  test.each([
    ['AB123456C', 'AB123456C'],
    ['ab 12 34 56 c', 'AB123456C'],
    ['JG-10-37-59-A', 'JG103759A'],
    ['WX000000D', 'WX000000D'],
  ])('%s', (typed, stored) => expect(nino(typed)).toBe(stored));

  test.each([
    'QQ123456C',
    'DA123456C',
    'FA123456C',
    'IA123456C',
    'UA123456C',
    'VA123456C',
    'AO123456C',
    'AD123456C',
    'AQ123456C',
    'BG123456A',
    'GB123456A',
    'NK123456A',
    'KN123456A',
    'TN123456A',
    'NT123456A',
    'ZZ123456A',
    'AB123456E',
    'AB123456',
    'AB12345C',
    'A1123456C',
    '<b>',
  ])('%s is never given out', (typed) => expect(nino(typed)).toBeUndefined());
});

describe('postcodes', () => {
  test.each([
    ['sw1a1aa', 'SW1A 1AA'],
    ['M1 1AE', 'M1 1AE'],
    ['b338th', 'B33 8TH'],
    ['CR2 6XH', 'CR2 6XH'],
    ['dn55 1pt', 'DN55 1PT'],
    ['W1A 0AX', 'W1A 0AX'],
    ['ec1a-1bb', 'EC1A 1BB'],
    ['gir 0aa', 'GIR 0AA'],
  ])('%s', (typed, stored) => expect(postcode(typed)).toBe(stored));

  test.each(['SW1A', '1AA', 'SW1A 1A', 'SW1A 1AAA', 'ABC1 1AA', 'S1AB 1AA', 'GIR 1AA', 'GIR00AA', '90210', ''])(
    '%s is none',
    (typed) => expect(postcode(typed)).toBeUndefined(),
  );
});

describe('phone numbers', () => {
  test.each([
    ['01632  960123', '01632 960123'],
    ['(01632) 960 123', '(01632) 960 123'],
    ['07700 900 982', '07700 900 982'],
    ['+44 808 157 0192', '+44 808 157 0192'],
    ['+44 (0)1632 960123', '+44 (0)1632 960123'],
    ['0044 1632 960123', '0044 1632 960123'],
    ['+1 212 555 0100', '+1 212 555 0100'],
  ])('%s', (typed, stored) => expect(phone(typed)).toBe(stored));

  test.each(['1234', '1632 960123', '01632 96', '01632 960 123 456 789', 'call me', '+12', '0x1632960123', ''])(
    '%s is none',
    (typed) => expect(phone(typed)).toBeUndefined(),
  );
});

describe('email addresses', () => {
  test.each([
    [' ada@example.org ', 'ada@example.org'],
    ["o'brien+care@mail.example.co.uk", "o'brien+care@mail.example.co.uk"],
  ])('%s', (typed, stored) => expect(email(typed)).toBe(stored));
  test.each([
    'ada',
    'ada@',
    '@example.org',
    'ada@example',
    'ada@example.',
    'a da@example.org',
    '<ada@example.org>',
    'ada@@example.org',
    `${'a'.repeat(250)}@b.uk`,
    '',
  ])('%s is none', (typed) => expect(email(typed)).toBeUndefined());
});

test('law: what a reader gives is read again as itself, and nothing breaks one', () => {
  const typed = fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z0-9 ()+@.-]{0,20}$/));
  for (const read of [nhsNumber, nino, postcode, phone, email])
    fc.assert(
      fc.property(typed, (text) => {
        const stored = read(text);
        if (stored !== undefined) expect(read(stored)).toBe(stored);
      }),
    );
});
