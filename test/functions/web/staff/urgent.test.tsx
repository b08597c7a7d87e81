/**
 * Help that cannot wait, on the staff pages: at every stage, on three facts and nothing else; said plainly when its day has passed; and a
 * case that is opened with it. What the table then holds is `urgent.emulated.test.ts`.
 */
import '../../../support/web-environment.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Typed } from '../../../../functions/web/page.ts';
import { helpNotStarted, readCrisis } from '../../../../functions/web/staff/crisis-start.tsx';
import { newCase } from '../../../../functions/web/staff/new-case.tsx';
import { urgentPage } from '../../../../functions/web/staff/urgent.tsx';
import { readUrgent } from '../../../../functions/web/staff/urgent-form.tsx';
import { UrgentNow } from '../../../../functions/web/staff/urgent-now.tsx';
import { addDays } from '../../../../lib/domain/calendar.ts';
import { MOST_URGENT } from '../../../../lib/domain/urgent-support.ts';
import * as carers from '../../../support/carers-case.ts';
import { wordsOf } from '../../../support/visitor.ts';
import * as made from './made-up-cases.ts';
import { go, type Made, MORAG, nasty, PRIYA } from './made-up-cases.ts';
import { drawn, faultsIn, opening, posting, shown, visitBy, visitTo } from './visiting.ts';

const PATH = '/cases/:caseId/urgent';
const TODAY = made.NOW.slice(0, 10);
const content = { what: 'Somebody to help her up and to bed', who: 'Wren Care', startsOn: TODAY };
const started = (from: Made, more: Partial<typeof content> = {}): Made =>
  go(from, [{ type: 'start-urgent-support', content: { ...content, ...more } }, PRIYA]);
const going = started(made.sent);
const ended = go(going, [{ type: 'end-urgent-support', number: 1, reasons: nasty('ended') }, PRIYA]);

const facts = (more: Record<string, string> = {}) => ({
  what: content.what,
  who: content.who,
  'starts-day': '23',
  'starts-month': '11',
  'starts-year': '2026',
  ...more,
});
const onDay = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-');
  return facts({ 'starts-day': date, 'starts-month': month, 'starts-year': year });
};

describe.each([
  ['a story just begun', made.opened],
  ['the assessment', made.sent],
  ['planning', made.planning],
  ['agreeing', made.atApproval],
  ['arranging', made.arranging],
  ['support in place', made.supported],
  ['a review', made.atReview],
  ['a machine that stopped', made.needsAttention],
])('at %s', (_name, at) => {
  test.each([PRIYA, MORAG])('$name can start it, from today, with the law in one sentence', async (actor) => {
    const { status, html } = await shown(await opening(PATH, at, actor));
    expect(status).toBe(200);
    expect(await faultsIn(html)).toEqual([]);
    expect(wordsOf(html)).toContain('Care Act 2014 s.19(3): nothing has to be assessed first. The rest can follow.');
    for (const [name, value] of [
      ['day', '23'],
      ['month', '11'],
      ['year', '2026'],
    ])
      expect(html).toMatch(new RegExp(`name="starts-${name}"[^>]*value="${value}"`));
    expect(html.match(/<form /g)).toHaveLength(1);
  });
});

test('a carer’s own case says the same without the section for adults', async () => {
  const at = await visitTo({ state: carers.sent.state, events: [] }, PRIYA);
  const html = await drawn(urgentPage({ visit: { ...at, configuration: carers.forCarers } }));
  expect(wordsOf(html)).toContain('Nothing has to be assessed first. The rest can follow.');
  expect(html).not.toContain('s.19(3)');
});

test('on a closed case nothing is offered, and what was typed can be copied', async () => {
  const { html } = await shown(await opening(PATH, made.closed, PRIYA));
  expect(html).not.toContain('<form');
  expect(wordsOf(html)).toContain('This case is closed. Open a new one');
  const sent = await posting(PATH, made.closed, PRIYA, { what: nasty('typed'), who: '' });
  expect(sent.status).toBe(409);
  expect(sent.html).toContain('&lt;script&gt;typed');
});

test('help ends with its case, for the same reasons, and none is started on a closed one', async () => {
  const closed = go(going, [{ type: 'withdraw', reasons: 'No more.' }, made.ADA]);
  const { html } = await shown(await opening(PATH, closed, PRIYA));
  expect(html).toContain('No more.');
  expect(html).not.toContain('name="reasons-1"');
  expect(html).not.toContain('name="what"');
});

test('the person’s own staff account is led to their own page', async () => {
  expect(await opening(PATH, made.sent, { ...made.ADA, roles: ['assessor'] })).toEqual({ goTo: '/cases/C-ADA2026/me' });
});

describe('what goes on', () => {
  const at = async (from: Made, now: string) => {
    const visit = { ...(await visitTo(from, PRIYA)), now: new Date(now) };
    return { visit, html: await drawn(urgentPage({ visit })) };
  };
  test('is what, who, since when, when to look again, with a way to end it', async () => {
    const { html } = await at(started(made.sent, { what: nasty('what'), who: nasty('who') }), made.NOW);
    expect(await faultsIn(html)).toEqual([]);
    expect(html).not.toContain('<script>wh');
    expect(wordsOf(html)).toMatch(/Since 23 November 2026 .*Started by Priya Raman.* Look again by 7 December 2026 /);
    expect(html).toContain('name="reasons-1"');
  });
  test('is not late on its last day, and is said to be on the next, without a colour', async () => {
    expect((await at(going, '2026-12-07T20:00:00Z')).html).not.toContain('has passed');
    const { html, visit } = await at(going, '2026-12-08T08:00:00Z');
    expect(wordsOf(html)).toContain('7 December 2026. That day has passed: look at it now');
    expect(html).not.toMatch(/--red|govuk-warning/);
    expect(wordsOf(await drawn(<UrgentNow visit={visit} />))).toContain('That day has passed');
  });
  test('starts on a day to come where it does', async () => {
    expect(wordsOf((await at(started(made.sent, { startsOn: '2026-11-30' }), made.NOW)).html)).toContain(
      'Starts on 30 November 2026',
    );
  });
  test('is kept with its reasons once it has ended', async () => {
    const { html } = await at(ended, made.NOW);
    expect(wordsOf(html)).toMatch(/No urgent help goes on\..*has ended.*Ended by Priya Raman/);
    expect(html).toContain('&lt;script&gt;ended');
    expect(html).not.toContain('name="reasons-1"');
  });
  test('is at most five things at once: then none is offered, and one can be ended', async () => {
    let full = made.sent;
    for (let more = 0; more < MOST_URGENT; more += 1) full = started(full, { what: `Help of kind ${more}` });
    const { html } = await at(full, made.NOW);
    expect(html).not.toContain('name="what"');
    expect(wordsOf(html)).toContain('Five kinds of urgent help go on already');
    expect(html.match(/name="end" value="\d"/g)).toHaveLength(MOST_URGENT);
    expect(await faultsIn(html)).toEqual([]);
  });
});

describe('wrong input comes back with a message at its box, and everything typed', () => {
  test.each([
    ['nothing said', facts({ what: ' ' }), 'what', 'Say what is needed now.'],
    ['nobody to give it', facts({ who: '' }), 'who', 'Say who gives it.'],
    ['too many words', facts({ what: 'x'.repeat(1001) }), 'what', 'at most 1000 characters'],
    ['a name too long', facts({ who: 'x'.repeat(201) }), 'who', 'at most 200 characters'],
    ['no day', facts({ 'starts-day': '' }), 'starts', 'Write the day as a number'],
    ['a day in words', facts({ 'starts-day': 'soon' }), 'starts', 'Write the day as a number'],
    ['a day there is not', onDay('2026-11-31'), 'starts', 'There is no such day'],
    ['a day far off', onDay('2027-11-23'), 'starts', 'Choose a day within two weeks'],
    ['a day long ago', onDay('1926-11-23'), 'starts', 'more than a week ago'],
  ])('%s', async (_name, typed, field, sentence) => {
    const { status, html } = await posting(PATH, made.sent, PRIYA, typed);
    expect(status).toBe(422);
    expect(html).toContain(`href="#${field}"`);
    expect(html).toContain(`id="${field}"`);
    expect(wordsOf(html)).toContain(sentence);
    for (const value of Object.values(typed)) expect(html).toContain(value.trim());
    expect(await faultsIn(html)).toEqual([]);
  });
  test.each([
    ['no reasons', { end: '1', 'reasons-1': ' \r\n ' }, 'Say why it ends'],
    ['too many reasons', { end: '1', 'reasons-1': 'x'.repeat(4001) }, 'Use 4,000 letters or fewer'],
    ['no number', { end: 'one', 'reasons-1': 'Because' }, 'There is no such help here'],
  ])('ending it with %s', async (_name, typed, sentence) => {
    const { status, html } = await posting(PATH, going, PRIYA, typed);
    expect(status).toBe(422);
    expect(wordsOf(html)).toContain(sentence);
    expect(await faultsIn(html)).toEqual([]);
  });
  test.each([
    [-8, false],
    [-7, true],
    [0, true],
    [14, true],
    [15, false],
  ])('%i days from today', (days, fine) => {
    expect('value' in readUrgent(onDay(addDays(TODAY, days)), TODAY)).toBe(fine);
  });
});

describe('on the case’s first page', () => {
  const summary = async (from: Made, actor = PRIYA) => drawn(<UrgentNow visit={await visitTo(from, actor)} />);
  test('a way to start where none goes on, none on a closed case, none for who may not', async () => {
    expect(await summary(made.supported)).toMatch(/href="\/cases\/C-ADA2026\/urgent">\s*Start help that cannot wait/);
    expect(await summary(made.closed)).toBe('');
    expect(await summary(made.sent, { id: 'S-NIA', name: 'Nia Powell', roles: ['configurer'] })).toBe('');
  });
  test('what goes on and the way to it; what has ended is not there', async () => {
    expect(wordsOf(await summary(going))).toMatch(/could not wait.*Somebody to help her up.*Wren Care.*End it, or start more/);
    expect(await summary(ended)).not.toContain('could not wait');
  });
});

describe('a case that starts with it', () => {
  const NEW = { name: 'Perpetua Lisle', email: '', phone: '' };
  const send = async (typed: Typed) => {
    if (newCase.kind !== 'signed-in' || !newCase.post) throw new Error('takes no form');
    return shown(await newCase.post(await visitBy(PRIYA, '/work/new'), typed));
  };

  test('the form asks, with the three facts under it, and nothing is chosen for the worker', async () => {
    if (newCase.kind !== 'signed-in' || !newCase.get) throw new Error('shows nothing');
    const { html } = await shown(await newCase.get(await visitBy(PRIYA, '/work/new')));
    expect(await faultsIn(html)).toEqual([]);
    for (const name of ['what', 'who', 'starts-day', 'urgent']) expect(html).toContain(`name="${name}"`);
    expect(html).not.toMatch(/name="urgent"[^>]*checked/);
  });
  test.each([
    ['no facts', { urgent: 'yes', ...facts({ what: '', who: '' }) }, ['what', 'who']],
    ['a day far off', { urgent: 'yes', ...onDay('2027-01-01') }, ['starts']],
    ['a no beside the facts', { urgent: 'no', ...facts() }, ['urgent']],
    ['the facts and no choice', facts(), ['urgent']],
    ['another choice', { urgent: 'perhaps' }, ['urgent']],
  ])('%s: nothing is opened, and all is still there', async (_name, typed, fields) => {
    const { status, html } = await send({ ...NEW, ...typed });
    expect(status).toBe(422);
    expect([...html.matchAll(/<a href="#([a-z]+)">/g)].map(([, field]) => field)).toEqual(fields);
    expect(html).toContain('Perpetua Lisle');
    if ('who' in typed) expect(html).toContain(typed.who);
    expect(await faultsIn(html)).toEqual([]);
  });
  test('a name that is missing is said together with what is missing of the help', async () => {
    const { html } = await send({ ...NEW, name: '', urgent: 'yes', ...facts({ who: '' }) });
    expect([...html.matchAll(/<a href="#([a-z]+)">/g)].map(([, field]) => field)).toEqual(['name', 'who']);
  });
  test('law: what somebody wrote of help that is needed is never passed over', () => {
    const word = fc.string({ minLength: 1 }).filter((each) => each.trim() !== '');
    const written = fc.oneof(fc.record({ what: word }), fc.record({ who: word }), fc.record({ what: word, who: word }));
    fc.assert(
      fc.property(written, fc.constantFrom('', 'no', 'yes', 'x'), (typed, urgent) => {
        const read = readCrisis({ ...typed, urgent }, new Date(made.NOW));
        return 'errors' in read || read.value !== undefined;
      }),
      { numRuns: 1000 },
    );
  });
  test('nothing asked and nothing written starts nothing', () => {
    const day = { 'starts-day': '23', 'starts-month': '11', 'starts-year': '2026' };
    for (const urgent of ['', 'no']) expect(readCrisis({ urgent, ...day }, new Date(made.NOW))).toEqual({ value: undefined });
  });
  test('where the case opened and the help did not start, the next form is the help’s, with what was typed', async () => {
    const html = await drawn(helpNotStarted(await visitBy(PRIYA), made.opened.state, facts({ who: nasty('who') }), 'Why.'));
    expect(wordsOf(html)).toContain('The case is open, but the help has not started. Why.');
    expect(html).toContain('action="/cases/C-ADA2026/urgent"');
    expect(html).toContain(content.what);
    expect(html).toContain('&lt;script&gt;who');
    expect(await faultsIn(html)).toEqual([]);
  });
});
