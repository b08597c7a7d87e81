/** Points, charges and the council itself, changed on the pages of a draft over HTTP. What an operation does is `test/app/configuring`. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '../../../support/web-environment.ts';
import { wordsOf } from '../../../support/visitor.ts';
import { faultsIn } from '../staff/visiting.ts';
import { type Drafting, openDrafting } from './drafting.ts';

let at: Drafting;
let draft = '';
beforeAll(async () => {
  at = await openDrafting();
  draft = await at.wren.submit('/admin', { title: 'Points and the council' });
});
afterAll(() => at.close());

const P = '/points/DEMO-2026-1';
const words = async (path: string): Promise<string> => wordsOf((await at.wren.get(draft + path)).html);
const submit = (path: string, typed: Record<string, string | string[]>) =>
  at.wren.submit(draft + path, { reason: 'Tried in a test', ...typed });
/** What a form answers that is not taken. */
const refused = async (path: string, typed: Record<string, string | string[]>) => {
  const fields = await at.wren.fill(draft + path, draft + path, { reason: 'Tried in a test', ...typed });
  const { status, html } = await at.wren.post(draft + path, fields);
  return { status, html, words: wordsOf(html) };
};

const PAGES = [
  '/points',
  P,
  ...['/questions/nights', '/questions/nights/every-night', '/questions/nights/every-night/words', '/table'].map(
    (path) => P + path,
  ),
  ...['/table/row', '/contingency', '/rules', '/version', '/examples', '/add-example'].map((path) => P + path),
  '/charges',
  '/charges/england/figure',
  '/council',
  ...['contact', 'team', 'review', 'upkeep', 'in-force', 'holidays', 'add-holiday', 'tiers', 'add-tier'].map(
    (path) => `/council/${path}`,
  ),
  ...['tiers/team-manager', 'at-once', 'cover', 'add-cover', 'staff', 'add-staff', 'staff/S-TOM'].map(
    (path) => `/council/${path}`,
  ),
  ...['ceilings', 'ceilings/adult-care'].map((path) => `/council/${path}`),
];

test.each(PAGES)('%s is a valid page', async (path) => {
  const { status, html } = await at.wren.get(draft + path);
  expect([status, await faultsIn(html)]).toEqual([200, []]);
});

test.each([
  '/points/none',
  `${P}/questions/none`,
  `${P}/questions/nights/none`,
  `${P}/price`,
  `${P}/examples/none`,
  '/charges/none/figure',
  '/council/tiers/none',
  '/council/staff/S-NONE',
  '/council/ceilings/none',
])('%s is not there', async (path) => {
  expect((await at.wren.get(draft + path)).status).toBe(404);
});

describe('points', () => {
  test('a worked example is added with what it comes to, and watches over every change after it', async () => {
    const typed = { title: 'Needs help every night', 'answer-9': 'every-night', 'answer-0': 'every-time' };
    const look = await refused(`${P}/add-example`, { ...typed, reason: '', look: 'look' });
    expect([look.status, look.words]).toEqual([200, expect.stringContaining('these answers come to £')]);
    const [, pounds = ''] = /these answers come to £([\d.]+) a week/.exec(look.words) ?? [];
    await submit(`${P}/add-example`, { ...typed, pounds });
    expect(await words(P)).toContain(`Needs help every night £${pounds} £${pounds} £${pounds} Comes out`);

    const before = await words(P);
    const would = await refused(`${P}/questions/nights/every-night`, { points: '20', reason: '', look: 'look' });
    expect([would.status, would.words]).toEqual([200, expect.stringContaining('Nothing is changed yet.')]);
    expect(would.words).toContain('Does not come out');
    expect(await words(P)).toBe(before);

    await submit(`${P}/questions/nights/every-night`, { points: '20' });
    const after = await words(P);
    expect(after).toContain('Does not come out');
    expect(after).toContain('One thing keeps this from being published');
    await submit(`${P}/examples`, { out: 'needs-help-every-night' });
    expect(await words(P)).not.toContain('Does not come out');
  });

  test('a row is added, changed and taken out; one that would give less for more need is named', async () => {
    await submit(`${P}/table/row`, { points: '30', pounds: '160' });
    expect(await words(`${P}/table`)).toContain('30 £160.00');
    await submit(`${P}/table/row`, { points: '30', pounds: '20' });
    expect(await words(P)).toContain('More need is never less money');
    await submit(`${P}/table`, { out: '30' });
    expect(await words(`${P}/table`)).not.toContain('30 £20.00');
  });

  test('what cannot be kept back without a word why is refused beside its field, and what was typed stays', async () => {
    const { status, html, words: said } = await refused(`${P}/contingency`, { percent: '12', because: '' });
    expect([status, said]).toEqual([409, expect.stringContaining('Say in plain words why money is kept back')]);
    expect(html).toContain('value="12"');
  });

  test('a change without a reason is not made', async () => {
    const { status, words: said } = await refused(`${P}/rules`, { title: 'New rules', reason: ' ' });
    expect([status, said]).toEqual([422, expect.stringContaining('Say why, in a few words')]);
  });

  test('hostile words are shown as words', async () => {
    await submit(`${P}/questions/nights`, { en: '<script>alert(1)</script> & "nights"' });
    const { html } = await at.wren.get(draft + P);
    expect(html).not.toContain('<script>alert(1)');
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect(await faultsIn(html)).toEqual([]);
  });
});

describe('charges', () => {
  test('a figure of this year is added with its source; what is still missing is named', async () => {
    expect(await words('/charges')).toContain('2026/27 has no figure yet for: Lower limit of savings;');
    await submit('/charges/england/figure', { figure: 'lowerLimit', from: '2026-04-06', pounds: '14,250', source: 'LAC 2026' });
    const after = await words('/charges');
    expect(after).toContain('2026/27 has no figure yet for: Upper limit of savings;');
    expect(after).toContain('LAC 2026');
  });

  test('a year that is over takes none', async () => {
    const typed = { figure: 'lowerLimit', from: '2025-04-06', pounds: '1', source: 'nowhere' };
    const { status, words: said } = await refused('/charges/england/figure', typed);
    expect([status, said]).toEqual([422, expect.stringContaining('Choose the day it comes into force')]);
  });
});

describe('the council', () => {
  test('the panel goes in one step, and the tier below takes its plans over', async () => {
    const { html } = await at.wren.get(`${draft}/council/tiers`);
    expect(wordsOf(html)).toContain('Plans of £1,000.01 and more a week are then agreed by “service manager”');
    await submit('/council/tiers', { out: 'tier:large-plans' });
    const after = await words('/council/tiers');
    expect(after).toContain('service manager £300.01 and more');
    expect(after).not.toContain('panel for the largest plans');
  });

  test('a tier asks who answers for it and when it is looked at again, and moves its neighbour', async () => {
    const typed = { title: 'head of care', from: '500', to: '', panel: 'no' };
    const { status, words: said } = await refused('/council/add-tier', typed);
    expect([status, said]).toEqual([422, expect.stringContaining('Say who answers for it.')]);
    await submit('/council/add-tier', {
      ...typed,
      owner: 'Director',
      'again-day': '1',
      'again-month': '4',
      'again-year': '2027',
    });
    expect(await words('/council/tiers')).toContain(
      'service manager £300.01 to £499.99 No Nobody named Change the tier “service manager” head of care £500.00 and more',
    );
  });

  test('reading afterwards goes, then agreeing at once', async () => {
    await submit('/council/tiers', { out: 'sample' });
    expect(await words('/council')).toContain('Up to £150.00 a week; none is read afterwards');
    await submit('/council/tiers', { out: 'at-once' });
    expect(await words('/council')).toContain('None. Somebody looks at every plan first.');
    await submit('/council/at-once', { upTo: '100', above: '5', below: '20', sample: '' });
    expect(await words('/council')).toContain('Up to £100.00 a week; none is read afterwards');
  });

  test.each([
    ['review', { weeks: '9' }, 'Write how many weeks, from 1 to 8'],
    ['review', { months: '13' }, 'from 1 to 12'],
    ['contact', { email: '' }, 'This is shown to people. Write it.'],
    ['team', { team: 'No Team' }, 'Use small letters'],
    ['add-staff', { id: 'S-TOM', name: 'Tom', roles: 'assessor' }, 'Somebody here has this number already'],
    ['add-cover', { of: 'S-MORAG', by: 'S-MORAG' }, 'Nobody covers for themself'],
    ['ceilings/adult-care', { questions: 'many' }, 'Write a whole number'],
    ['holidays', {}, 'Choose the days that go'],
  ])('%s says what to put right', async (page, typed, said) => {
    const answer = await refused(`/council/${page}`, typed);
    expect([answer.status, answer.words]).toEqual([422, expect.stringContaining(said)]);
  });

  test('a ceiling below what is asked is named beside the numbers', async () => {
    await submit('/council/ceilings/adult-care', { questions: '10', minutes: '', approvals: '' });
    const after = await words('/council/ceilings');
    expect(after).toContain('of 10 Too many');
    await submit('/council/ceilings', { out: 'adult-care' });
    expect(await words('/council/ceilings')).not.toContain('Too many');
  });

  test('staff, cover, holidays, upkeep and what is in force are kept', async () => {
    await submit('/council/add-staff', { id: 'S-NEW', name: 'Nia New', roles: ['approver'], limit: '400', panel: 'no' });
    expect(await words('/council/staff')).toContain('Nia New Approver £400.00 a week');
    const days = {
      'from-day': '1',
      'from-month': '12',
      'from-year': '2026',
      'until-day': '9',
      'until-month': '12',
      'until-year': '2026',
    };
    await submit('/council/add-cover', { of: 'S-MORAG', by: 'S-NEW', ...days, limit: '300' });
    expect(await words('/council/cover')).toContain('Nia New for Morag Sinclair');
    await submit('/council/cover', { out: '0' });
    expect(await words('/council/cover')).toContain('Nobody covers for anybody.');
    await submit('/council/staff', { out: 'S-NEW' });
    expect(await words('/council/staff')).not.toContain('Nia New');
    await submit('/council/add-holiday', { 'day-day': '3', 'day-month': 'June', 'day-year': '2027' });
    expect(await words('/council/holidays')).toContain('3 June 2027');
    await submit('/council/upkeep', { owner: '', months: '12' });
    expect(await words('/council')).toContain('Nobody is asked to look at it again');
    await submit('/council/in-force', { chargesCarers: 'yes' });
    expect(await words('/council')).toContain('Carers are charged Yes');
  });

  test('a form that is sent twice is acted on once, also when what it was about is gone', async () => {
    const fields = await at.wren.fill(`${draft}/council/holidays`, `${draft}/council/holidays`, {
      out: '2027-12-28',
      reason: 'Once',
    });
    const first = await at.wren.post(`${draft}/council/holidays`, fields);
    const second = await at.wren.post(`${draft}/council/holidays`, fields);
    expect([first.status, second.status]).toEqual([303, 303]);
  });
});
