/** Money before signing in: what the page says in every turn it takes, what it never says, and that it keeps nothing. */
import { describe, expect, test } from 'vitest';
import type { Typed } from '../../../../functions/web/page.ts';
import { answerReckoner, reckoner, reckonerPage } from '../../../../functions/web/public/reckoner.tsx';
import { READING_COOKIE } from '../../../../functions/web/reader.ts';
import { readingGrade, sentencesOf } from '../citizen/reading-grade.ts';
import { bundle, configuration, drawn, faultsIn, opening, posting, shown, visiting } from './public-visit.ts';

const AREAS = {
  'area-1': 'every-day',
  'area-2': 'every-meal',
  'area-3': 'most-jobs',
  'area-4': 'checked-on',
  'area-5': 'now-and-then',
};
const MONEY = { savings: 'between', income: '250', age: '25-pension-age' };
const most = {
  'area-1': 'every-time',
  'area-2': 'to-eat',
  'area-3': 'all-jobs',
  'area-4': 'never-alone',
  'area-5': 'awake-all-night',
};
const none = { 'area-1': 'on-my-own', 'area-2': 'on-my-own', 'area-3': 'on-my-own', 'area-4': 'safe', 'area-5': 'sleep-through' };

const answered = async (typed: Typed, changed: Partial<typeof configuration> = {}) =>
  shown(answerReckoner(await visiting('/reckoner'), { ...configuration, ...changed }, typed));

const lowTable = {
  ...configuration.model,
  ceiling: { points: 20, action: 'needsIndividualCosting' },
} as typeof configuration.model;

/** Name → what was sent, and what the council has. */
const TURNS: Readonly<Record<string, readonly [Typed, Partial<typeof configuration>?]>> = {
  'all answered': [{ ...AREAS, ...MONEY }],
  'one answered, nothing about money': [{ 'area-1': 'some-days' }],
  'the most help': [{ ...most, ...MONEY }],
  'no help': [{ ...none, ...MONEY, income: '0' }],
  'savings above the limit': [{ ...AREAS, savings: 'above' }],
  'at pension age': [{ ...AREAS, ...MONEY, savings: 'under', age: 'pension-age' }],
  'above the ceiling': [{ ...most, ...MONEY }, { model: lowTable }],
  'above the ceiling, full cost': [{ ...most, savings: 'above' }, { model: lowTable }],
  'no figures for charging': [{ ...AREAS, ...MONEY }, { charging: undefined }],
  'nothing chosen': [{}],
  'all wrong': [{ 'area-1': '"><script>alert(1)</script>', savings: 'lots', income: '-5', age: '12' }],
  'no model': [{ ...AREAS }, { model: undefined }],
};

describe.each(Object.entries(TURNS))('reckoner: %s', (_name, [typed, changed]) => {
  test('is valid HTML with one heading, and a title that says when something is wrong', async () => {
    const { html, status } = await answered(typed, changed);
    expect(await faultsIn(html)).toEqual([]);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.includes('<title>Error: ')).toBe(status === 422);
    expect(html).not.toMatch(/undefined|\[object|NaN|null/);
    expect(html).not.toContain('<script>alert');
  });

  test('reads at grade 6 or below', async () => {
    const sentences = sentencesOf((await answered(typed, changed)).html);
    const hard = [...sentences].sort((one, other) => readingGrade([other]) - readingGrade([one])).slice(0, 8);
    expect(readingGrade(sentences), hard.join(' | ')).toBeLessThanOrEqual(6);
  });

  test('never turns anybody away', async () => {
    const { html } = await answered(typed, changed);
    expect(html).not.toMatch(/not eligible|ineligible|do(es)? not qualify|cannot get|not entitled/i);
  });
});

describe('the answer', () => {
  test('is a range in whole £5, with the most there can be, and never one figure', async () => {
    const { html, status } = await answered({ ...AREAS, ...MONEY });
    expect(status).toBe(200);
    expect(html).toContain('About £180 to £340 a week');
    expect(html).toContain('It can be up to £765 a week');
    const figures = [...html.matchAll(/£(\d+(?:,\d{3})*)(?:\.(\d\d))?/g)].map(([, whole = '', pennies]) => ({
      whole: Number(whole.replace(',', '')),
      pennies,
    }));
    for (const { whole, pennies } of figures) expect([whole % 5, pennies]).toEqual([0, undefined]);
  });

  test('stands above the form, which keeps what was chosen', async () => {
    const { html } = await answered({ ...AREAS, ...MONEY });
    expect(html.indexOf('id="result"')).toBeLessThan(html.indexOf('<form'));
    expect(html).toMatch(/value="every-day" checked/);
    expect(html).toMatch(/name="income"[^>]*value="250"/);
  });

  test('says how sure it is, what it is not, and that everybody may ask for a full look', async () => {
    const { html } = await answered({ ...AREAS, ...MONEY });
    for (const words of [
      'We look at 10 parts of life. You told us about 5 of them',
      'It is not a decision',
      'It is not a limit',
      'section 9',
    ])
      expect(html).toContain(words);
    expect(html).toContain(bundle.council.contact.phone);
    expect(html).toContain('Ask a person to look');
  });

  test('names what one may pay, and the year of the amounts', async () => {
    const { html } = await answered({ ...AREAS, ...MONEY });
    expect(html).toContain('You may pay about £60 to £175 of it a week.');
    expect(html).toContain('We used the amounts for 2025/26.');
    expect(html).toContain('so you may pay less');
    const older = await answered({ ...AREAS, ...MONEY, age: 'pension-age' });
    expect(older.html).toMatch(/savings limits for 2025\/26.*amount for 2022\/23/s);
  });

  test.each([
    ['savings', { ...MONEY, savings: 'not-said' }],
    ['income', { ...MONEY, income: '' }],
    ['age', { ...MONEY, age: 'not-said' }],
    ['anything', {}],
  ])('what one may pay is not known where they would rather not say: %s', async (_name, money) => {
    expect((await answered({ ...AREAS, ...money })).html).toContain('Not known.');
  });

  test('savings above the limit: all of it, and needs are still looked at', async () => {
    const { html } = await answered({ ...AREAS, savings: 'above' });
    expect(html).toContain('All of it, as long as your savings stay above the top limit. We still look at your needs');
  });

  test('above the ceiling there is no figure and no limit: it is worked out with the person', async () => {
    const { html } = await answered({ ...most }, { model: lowTable });
    expect(html).toContain('We work out the amount with you');
    expect(html).toContain('There is no top limit');
    expect((await answered({ ...most })).html).toMatch(/£\d+ a week or more/);
  });
});

describe('bad input', () => {
  test('every fault is beside its field and in the summary, and what was typed stays', async () => {
    const { html, status } = await answered({ ...AREAS, 'area-2': 'nonsense', savings: 'lots', income: '12.345', age: '12' });
    expect(status).toBe(422);
    for (const field of ['area-2', 'savings', 'income', 'age']) {
      expect(html).toContain(`href="#${field}"`);
      expect(html).toContain(`id="${field}-error"`);
    }
    expect(html).toContain('value="12.345"');
    expect(html).not.toContain('id="result"');
  });

  test.each(['-1', '1e999', 'NaN', '£', '99999999999', '0x10', '12,3'])('an income of %s is refused', async (income) => {
    expect((await answered({ ...AREAS, ...MONEY, income })).status).toBe(422);
  });

  test('nothing chosen at all asks for one answer', async () => {
    expect((await answered({ ...MONEY })).html).toContain('href="#area-1"');
  });

  test('fields nobody asked for are passed over', async () => {
    expect((await answered({ ...AREAS, 'area-9': 'x', __proto__: 'x', constructor: 'x' })).status).toBe(200);
  });
});

test('the page is open to anybody and says first that nothing is kept', async () => {
  const { html, status } = await opening(reckoner);
  expect(status).toBe(200);
  expect(html).toContain('We do not keep your answers');
  expect(html).not.toContain('id="result"');
});

test('sending it sets nothing and leads nowhere: the answer is the page', async () => {
  const { answer, visit } = await posting(reckoner, { ...AREAS });
  expect('show' in answer && answer.status).toBe(200);
  expect(visit.c.res.headers.get('set-cookie')).toBeNull();
  expect(READING_COOKIE).toBe('ownway-reading');
});

test('in easy words where the reader asked for them', async () => {
  const visit = await visiting('/reckoner', { reading: { large: false, easy: true, language: 'en' } });
  const html = await drawn(reckonerPage(visit, configuration));
  expect(html).toContain('Keeping clean and getting dressed');
  expect(html).toMatch(/<body class="[^"]*ow-easy/);
});
