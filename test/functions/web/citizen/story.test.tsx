/** Reading what was typed on a page of the story, drawing what is held, saying how long is left: what these pages work out. */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import { howMuch } from '../../../../functions/web/citizen/how-much.ts';
import { pageAfter } from '../../../../functions/web/citizen/story-walk.ts';
import { helpSentence, shareChoices } from '../../../../functions/web/shared/answer-words.tsx';
import { typedFrom } from '../../../../functions/web/shared/held-fields.ts';
import { fieldOf, readField } from '../../../../functions/web/shared/read-field.ts';
import type { Value } from '../../../../lib/domain/answer.ts';
import { minutesFor } from '../../../../lib/domain/form-walk.ts';
import { bankOf } from '../../../../lib/domain/question.ts';
import { drawnByName, pageOf, told as tell } from './drawn-pages.tsx';
import { configuration, halfTold, opened, TV_B, told } from './made-up-cases.ts';

const bank = bankOf(configuration.questions);
const rules = { bank, model: configuration.model, today: '2026-11-23' };
const asked = (id: string) => {
  const question = bank.get(id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
};
const read = (id: string, typed: Record<string, string | string[]>) => readField(asked(id), typed, rules);
const partsWrong = (id: string, typed: Record<string, string>): string[] => {
  const field = fieldOf(id);
  const found = read(id, Object.fromEntries(Object.entries(typed).map(([part, value]) => [`${field}-${part}`, value])));
  return 'errors' in found ? Object.keys(found.errors).map((name) => name.slice(field.length + 1)) : [];
};

describe('reading a statement, the help with it, and own words', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['a statement that is not on the page', { option: 'constructor' }, ['option']],
    ['help without a statement', { share: '25' }, ['option']],
    ['a need, and nothing said of help', { option: 'every-day' }, ['share']],
    ['no need, and nothing said of help', { option: 'on-my-own' }, []],
    ['a share that is not on the page', { option: 'every-day', share: '26', willing: 'yes' }, ['share']],
    ['a share written another way', { option: 'every-day', share: '25.0' }, ['share']],
    ['help, and nothing said of going on', { option: 'every-day', share: '25' }, ['willing']],
    ['help that is none needs no more', { option: 'every-day', share: '0' }, []],
    ['a word that is neither yes nor no', { option: 'every-day', share: '25', willing: 'maybe' }, ['willing']],
    ['too many words', { option: 'on-my-own', words: 'x'.repeat(4001) }, ['words']],
    ['as many words as there is room for', { option: 'on-my-own', words: 'x'.repeat(4000) }, []],
  ])('%s', (_, typed, wrong) => expect(partsWrong('washing-dressing-toilet', typed)).toEqual(wrong));

  test('keeps own words as they were typed, line breaks and all', () => {
    const found = read('nights', { 'a-nights-option': 'sleep-through', 'a-nights-words': ' one\r\ntwo <b> ' });
    expect(found).toMatchObject({ value: { ownWords: 'one\ntwo <b>' } });
  });

  test('help is counted only with a yes', () => {
    const help = { 'a-nights-option': 'every-night', 'a-nights-share': '25' };
    expect(read('nights', { ...help, 'a-nights-willing': 'no' })).toMatchObject({ value: { willingAndAble: false } });
    expect(read('nights', { ...help, 'a-nights-share': '0', 'a-nights-willing': 'yes' })).toMatchObject({
      value: { informalShare: 0, willingAndAble: false },
    });
  });
});

describe('every held answer, drawn and read again, is the same answer', () => {
  test.each<[string, Value]>([
    ...TV_B.map(({ question, answer }): [string, Value] => [question, answer]),
    ['comm.formats', ['large-print', 'easy-read']],
    ['comm.language', 'cy'],
    ['comm.interpreter', false],
    ['about.birth', '1951-04-03'],
    ['about.name', 'Ada Thornbury'],
    ['about.address', { lines: ['4 Wren Street', 'Flat 2'], town: 'Larkham', postcode: 'LA1 2BC' }],
    ['about.address', { lines: ['4 Wren Street'], town: '', postcode: '' }],
    ['about.helpers', [{ 'about.helper-name': 'Sam', 'about.helper-how': 'brother' }, { 'about.helper-name': 'Joan' }]],
    ['money.income', 123_450],
    ['matters.most', 'The garden.\nMy own front door.'],
    ['caring.hours', 35.5],
  ])('%s: %j', (id, value) => {
    const typed = typedFrom(asked(id), value, configuration);
    expect(read(id, typed)).toEqual({ value });
  });
});

describe('what people type', () => {
  test.each<[string, string, Record<string, string | string[]>, string | undefined]>([
    [
      '31 February',
      'about.birth',
      { 'a-about_birth-day': '31', 'a-about_birth-month': '2', 'a-about_birth-year': '1951' },
      'a-about_birth',
    ],
    [
      'a month by name',
      'about.birth',
      { 'a-about_birth-day': '3', 'a-about_birth-month': 'April', 'a-about_birth-year': '1951' },
      undefined,
    ],
    [
      'a year of two digits',
      'about.birth',
      { 'a-about_birth-day': '3', 'a-about_birth-month': '4', 'a-about_birth-year': '51' },
      'a-about_birth',
    ],
    [
      'a birthday to come',
      'about.birth',
      { 'a-about_birth-day': '3', 'a-about_birth-month': '4', 'a-about_birth-year': '2027' },
      'a-about_birth',
    ],
    [
      'a postcode that is half',
      'about.address',
      { 'a-about_address-line1': '4 Wren Street', 'a-about_address-postcode': 'LA1' },
      'a-about_address-postcode',
    ],
    ['a town without a street', 'about.address', { 'a-about_address-town': 'Larkham' }, 'a-about_address-line1'],
    ['none of these, and one of them', 'comm.formats', { 'a-comm_formats': ['none', 'audio'] }, 'a-comm_formats'],
    ['an option that is not there', 'comm.language', { 'a-comm_language': 'tlh' }, 'a-comm_language'],
    ['neither yes nor no', 'about.safe', { 'a-about_safe': 'perhaps' }, 'a-about_safe'],
    ['a wrong check digit', 'about.nhs-number', { 'a-about_nhs-number': '943 476 5910' }, 'a-about_nhs-number'],
    ['pounds with words', 'money.income', { 'a-money_income': 'about 90' }, 'a-money_income'],
    ['a phone number of letters', 'comm.phone', { 'a-comm_phone': 'call me' }, 'a-comm_phone'],
    [
      'an empty row is no mistake',
      'about.helpers',
      { 'a-about_helpers-0-a-about_helper-name': 'Sam', 'a-about_helpers-1-a-about_helper-name': '' },
      undefined,
    ],
  ])('%s', (_, id, typed, box) => {
    const found = read(id, typed);
    expect('errors' in found ? Object.keys(found.errors)[0] : undefined).toBe(box);
  });

  test('nothing typed is no answer and no mistake', () => {
    for (const { id } of configuration.questions) expect(read(id, {})).toEqual({ blank: true });
  });
});

describe('finding the way', () => {
  test('goes on to the next page with something left, and never back to what was skipped', () => {
    const { story } = tell(opened);
    const first = story.pages[0];
    if (!first) throw new Error('no pages');
    expect(pageAfter(story, first)).toBe(story.pages[1]);
    const half = tell(halfTold).story;
    expect(pageAfter(half, pageOf(half, 'washing-dressing-toilet'))).toBe(pageOf(half, 'family-friends'));
    expect(pageAfter(story, story.pages.at(-1) ?? first)).toBeUndefined();
  });

  test('says how many minutes are left, and they shrink', () => {
    const all = minutesFor(tell(opened).story.shown);
    const half = minutesFor(tell(halfTold).story.shown);
    expect(all).toBe(howMuch(configuration, new Date()).minutes);
    expect(half).toBe(all - 4);
    expect(minutesFor([])).toBe(0);
  });

  test('has words for shares, and tells two apart that would sound the same', () => {
    expect(shareChoices([0, 25, 75, 100]).map(({ text }) => text)).toEqual([
      'None of it',
      'Some of it, about a quarter',
      'Most of it, about three quarters',
      'All of it',
    ]);
    expect(shareChoices([0, 40, 50, 100]).map(({ text }) => text)).toEqual([
      'None of it',
      'Some of it (about 40%)',
      'Some of it (about 50%)',
      'All of it',
    ]);
  });

  test('says plainly when help is not counted', () => {
    expect(helpSentence({ informalShare: 75, willingAndAble: false })).toContain('so we do not count it');
  });
});

test('there is something held to draw', () => expect(Object.keys(told.state.facts).length).toBe(11));

test('after a mistake the page says so in the title, beside the field and at the top, and keeps what was typed', async () => {
  const html = await drawnByName('question with mistakes');
  expect(html).toMatch(/<title>Error: /);
  expect(html).toContain('href="#a-safe-at-home-option"');
  expect(html.match(/Choose the words that fit best\./g)).toHaveLength(2);
  expect(html).toContain('Mornings are slow.\nI like to be &lt;script&gt;');
});
