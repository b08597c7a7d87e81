/** Which values a question takes, type by type, and in which form they are kept. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TALK } from '../../lib/domain/answer.ts';
import { fits } from '../../lib/domain/answer-fits.ts';
import { checkAnswer, type Rules } from '../../lib/domain/answer-rules.ts';
import { bankOf, Question } from '../../lib/domain/question.ts';
import { RasModel } from '../../lib/domain/ras-model.ts';

const why = { reason: 'R', sees: 'S', usedBy: [{ kind: 'decision', ref: 'R' }] };
const question = (type: string, more: object = {}): Question =>
  Question.parse({
    type,
    id: 'q',
    ask: 'Q?',
    why,
    sensitivity: 'ordinary',
    freshFor: 'forever',
    retention: 'with-case',
    ...more,
  });
const text = (format: string) => question('text', { format });
const OPTIONS = {
  options: [
    { id: 'a', text: 'A' },
    { id: 'b', text: 'B' },
    { id: 'none', text: 'None', alone: true },
  ],
};

const fields = [
  { ...text('name'), id: 'name', required: true },
  { ...question('yes-no'), id: 'lives-near' },
  { ...text('phone'), id: 'phone' },
] as Question[];
const group = question('group', { of: ['name', 'lives-near', 'phone'], itemName: 'Helper', most: 2 });
const loose = question('group', { of: ['lives-near', 'phone'], itemName: 'Place', most: 3 });

const model = RasModel.parse({
  questions: [
    {
      id: 'washing',
      options: [
        { id: 'p0', points: 0 },
        { id: 'p6', points: 6 },
      ],
    },
  ],
  informal: { shares: [0, 50] },
  allocation: { kind: 'perPoint', pencePerPoint: 1 },
});
const rules: Rules = { bank: bankOf(fields), model, today: '2026-11-02' };
const area = (more: object = {}) => ({ option: 'p6', informalShare: 50, willingAndAble: true, ownWords: 'Some days.', ...more });
const AREA = question('life-area', { area: 'washing' });

test.each<[string, Question, unknown, unknown]>([
  ['a line, tidied', text('line'), '  words ', 'words'],
  ['a name with accents and an apostrophe', text('name'), 'Siân O’Brien', 'Siân O’Brien'],
  ['markup is words like any other', text('name'), '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['an email address', text('email'), ' a@example.org ', 'a@example.org'],
  ['a phone number', text('phone'), '01632  960123', '01632 960123'],
  ['a National Insurance number', text('nino'), 'ab 12 34 56 c', 'AB123456C'],
  ['an NHS number', text('nhs-number'), '943 476 5919', '9434765919'],
  ['a postcode', text('postcode'), 'sw1a1aa', 'SW1A 1AA'],
  ['a long text, its lines kept', question('long-text'), ' one\n\ntwo ', 'one\n\ntwo'],
  ['as long as it may be', question('long-text'), 'x'.repeat(4000), 'x'.repeat(4000)],
  ['one option', question('choose-one', OPTIONS), 'b', 'b'],
  ['some options', question('choose-many', OPTIONS), ['b', 'a'], ['b', 'a']],
  ['none of these', question('choose-many', OPTIONS), ['none'], ['none']],
  ['yes', question('yes-no'), true, true],
  ['no', question('yes-no'), false, false],
  ['a leap day', question('date'), '2024-02-29', '2024-02-29'],
  ['today, of what is past', question('date', { when: 'past' }), '2026-11-02', '2026-11-02'],
  ['tomorrow, of any day', question('date'), '2026-11-03', '2026-11-03'],
  ['no money', question('money', { per: 'week' }), 0, 0],
  ['ten million pounds', question('money', { per: 'once' }), 1_000_000_000, 1_000_000_000],
  ['a number, as small as may be', question('number', { least: 1, most: 5 }), 1, 1],
  ['a part of a number', question('number', { least: 1, most: 5 }), 2.5, 2.5],
  [
    'an address',
    question('address'),
    { lines: [' 1 Here Street '], town: 'Town', postcode: 'sw1a1aa' },
    { lines: ['1 Here Street'], town: 'Town', postcode: 'SW1A 1AA' },
  ],
  [
    'an address without a postcode',
    question('address'),
    { lines: ['The boat'], postcode: ' ' },
    { lines: ['The boat'], town: '', postcode: '' },
  ],
  [
    'rows',
    group,
    [
      { name: ' Sam ', 'lives-near': true },
      { name: 'Kim', phone: '01632 960123' },
    ],
    [
      { name: 'Sam', 'lives-near': true },
      { name: 'Kim', phone: '01632 960123' },
    ],
  ],
  ['an area of life', AREA, area(), area()],
  [
    'an area of life, no more said',
    AREA,
    { option: 'p0' },
    { option: 'p0', informalShare: 0, willingAndAble: false, ownWords: '' },
  ],
])('%s', (_what, asked, typed, stored) => {
  expect(checkAnswer(asked, typed, rules)).toEqual({ value: stored });
  // What is stored is taken again as it is, and fits the question it was given to.
  expect(checkAnswer(asked, stored, rules)).toEqual({ value: stored });
  expect(fits(asked, stored as never)).toBe(true);
});

test.each<[string, Question, unknown, string]>([
  ['nothing', text('line'), '   ', 'Write something'],
  ['too long a line', text('name'), 'x'.repeat(201), '200 letters or fewer'],
  ['no email address', text('email'), 'ada', 'an @'],
  ['no phone number', text('phone'), '12', '01632 960 123'],
  ['no National Insurance number', text('nino'), 'QQ123456C', 'two letters, six numbers'],
  ['an NHS number with a wrong digit', text('nhs-number'), '9434765910', 'Check the ten numbers'],
  ['half a postcode', text('postcode'), 'SW1A', 'whole postcode'],
  ['too long a text', question('long-text'), 'x'.repeat(4001), '4,000 letters or fewer'],
  ['an option there is not', question('choose-one', OPTIONS), 'c', 'Choose one of the answers'],
  ['a name every object has', question('choose-one', OPTIONS), 'constructor', 'Choose one of the answers'],
  ['two where one is asked', question('choose-one', OPTIONS), ['a'], 'Choose one of the answers'],
  ['none at all', question('choose-many', OPTIONS), [], 'at least one'],
  ['one twice', question('choose-many', OPTIONS), ['a', 'a'], 'Choose each answer once'],
  ['none of these, with one of these', question('choose-many', OPTIONS), ['none', 'a'], 'none of these'],
  ['neither yes nor no', question('yes-no'), 'yes', 'Choose yes or no'],
  ['31 February', question('date'), '2026-02-31', '2026-04-03'],
  ['29 February of a year without one', question('date'), '2026-02-29', '2026-04-03'],
  ['31 April', question('date'), '2026-04-31', '2026-04-03'],
  ['a date as people write it', question('date'), '2/11/2026', '2026-04-03'],
  ['tomorrow, of what is past', question('date', { when: 'past' }), '2026-11-03', 'in the past'],
  ['a year of two digits', question('date'), '0026-11-02', 'four numbers'],
  ['half a penny', question('money', { per: 'week' }), 0.5, 'amount in pounds'],
  ['less than nothing', question('money', { per: 'week' }), -1, '0 or more'],
  ['more than anybody has', question('money', { per: 'once' }), 1_000_000_001, 'ten million'],
  ['not a number', question('number'), Number.NaN, 'Write a number'],
  ['too few', question('number', { least: 1, most: 5 }), 0, '1 or more'],
  ['too many', question('number', { least: 1, most: 5 }), 6, '5 or less'],
  ['an address of no lines', question('address'), { lines: [], postcode: '' }, 'at least one line'],
  ['an address with half a postcode', question('address'), { lines: ['1'], postcode: 'SW1A' }, 'whole postcode'],
  ['no rows', group, [], 'at least one'],
  ['more rows than may be', group, [{ name: 'a' }, { name: 'b' }, { name: 'c' }], ''],
  ['a row without what it must have', group, [{ phone: '01632 960123' }], ''],
  ['a row with nothing in it', loose, [{ 'lives-near': false }, {}], 'take this one out'],
  ['a row with what is not asked', group, [{ name: 'Sam', age: 3 }], 'Check each one'],
  ['a statement there is not', AREA, area({ option: 'p12' }), 'words that fit best'],
  ['a share of help there is not', AREA, area({ informalShare: 25 }), 'how much help'],
  ['more than a share', AREA, area({ informalShare: 101 }), ''],
  ['what nobody asked', AREA, area({ points: 20 }), 'words that fit best'],
  ['no statement at all', AREA, { informalShare: 0 }, 'words that fit best'],
  ['a finding', question('finding', { finding: 'F' }), true, 'on the page of the assessment'],
  ['a talk with something else', text('line'), { talk: true, or: 'not' }, ''],
])('%s is not taken, and it says what to do', (_what, asked, typed, message) => {
  const checked = checkAnswer(asked, typed, rules);
  expect(checked).toHaveProperty('faults');
  const said = 'faults' in checked ? checked.faults.map((each) => each.message).join(' ') : '';
  expect(said).toContain(message);
  expect(said).toMatch(/^[A-Z].*[.]$/);
  expect(said).not.toMatch(/invalid|unrecognized|expected/i);
});

test('a fault in a row says which row and which field', () => {
  const checked = checkAnswer(group, [{ name: 'Sam' }, { name: '', phone: '1' }], rules);
  expect('faults' in checked && checked.faults.map(({ path }) => path.join('.'))).toEqual(['1.name', '1.phone']);
});

test('without a model no statement can be chosen', () => {
  expect(checkAnswer(AREA, area(), { ...rules, model: undefined })).toHaveProperty('faults');
});

describe('laws', () => {
  const types: Question[] = [
    text('line'),
    text('email'),
    question('long-text'),
    question('choose-one', OPTIONS),
    question('choose-many', OPTIONS),
    question('yes-no'),
    question('date'),
    question('money', { per: 'week' }),
    question('number'),
    question('address'),
    group,
    AREA,
  ];

  test('“I would rather talk about this” answers any question but a finding', () => {
    for (const each of types) expect(checkAnswer(each, TALK, rules)).toEqual({ value: TALK });
    expect(checkAnswer(question('finding', { finding: 'F' }), TALK, rules)).toHaveProperty('faults');
  });

  test('whatever comes in, it is taken in one form or refused in words; never thrown', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
      fc.array(fc.string()),
      fc.object(),
      fc.constantFrom(['a'], ['a', 'b'], '2026-02-31', { option: 'p6' }, [{ name: 'x' }]),
    );
    fc.assert(
      fc.property(fc.constantFrom(...types), anything, (asked, typed) => {
        const checked = checkAnswer(asked, typed, rules);
        if ('value' in checked) {
          expect(checkAnswer(asked, checked.value, rules)).toEqual(checked);
          expect(fits(asked, checked.value)).toBe(true);
        } else {
          expect(checked.faults.length).toBeGreaterThan(0);
          for (const { message } of checked.faults) expect(message).toMatch(/^[A-Z][^!"]*[.]$/);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('a date is taken exactly when it is a day of the calendar', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1900, max: 2199 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const real = new Date(Date.UTC(year, month - 1, day));
        const exists = month >= 1 && month <= 12 && day >= 1 && real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
        const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect('value' in checkAnswer(question('date'), written, rules)).toBe(exists);
      }),
      { numRuns: 500 },
    );
  });
});
