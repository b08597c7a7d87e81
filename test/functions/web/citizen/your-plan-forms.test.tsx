/**
 * What is typed into the pages of the person's own plan: it becomes one change of the plan and nothing else, wrong input is said beside its
 * box with all that was typed still there, and a plan somebody saved meanwhile is noticed.
 */
import '../../../support/web-environment.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLead } from '../../../../functions/web/citizen/read-lead.ts';
import { whoLeads } from '../../../../functions/web/citizen/who-leads.tsx';
import { settleProposal } from '../../../../functions/web/citizen/your-plan-deeds.tsx';
import { lineAt, planLine, planLinePage, withLine } from '../../../../functions/web/citizen/your-plan-line.tsx';
import { planNeed, readWay } from '../../../../functions/web/citizen/your-plan-need.tsx';
import { proposeChange } from '../../../../functions/web/citizen/your-plan-propose.tsx';
import { planRisk, readRisk } from '../../../../functions/web/citizen/your-plan-risk.tsx';
import { contentOf } from '../../../../functions/web/citizen/your-plan-visit.ts';
import { planWords, planWordsPage } from '../../../../functions/web/citizen/your-plan-words.tsx';
import type { Html } from '../../../../functions/web/kit/html.ts';
import type { CaseVisit, Page, Typed } from '../../../../functions/web/page.ts';
import { lineTyped, readLine } from '../../../../functions/web/shared/plan-line-form.ts';
import { dayIn } from '../../../../functions/web/shared/three-box-date.ts';
import { decide } from '../../../../lib/domain/decide.ts';
import { PlanContent, SupportItem } from '../../../../lib/domain/plan.ts';
import { kindsFor } from '../../../../lib/domain/support-rules.ts';
import { MONDAY } from '../../../support/case-so-far.ts';
import { htmlFaults } from '../../../support/valid-html.ts';
import * as cases from './plan-cases.ts';
import { ADA, BEN, full, national, PRIYA, planVisit } from './plan-cases.ts';

const drawn = async (html: Html): Promise<string> => String(await (await html).toString());
const faultsIn = htmlFaults({
  'tel-non-breaking': 'off',
  'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
});
const TODAY = MONDAY.slice(0, 10);
const kinds = national.support && kindsFor(national.support, 'adult');
const around = { before: undefined, kinds };

/** What a page answers to a form. Nothing here gets as far as the table. */
const sent = async (page: Page, visit: CaseVisit, typed: Typed): Promise<{ status: number; html: string }> => {
  if (page.kind !== 'case' || !page.post) throw new Error('takes no form');
  const answer = await page.post(visit, typed);
  return 'show' in answer ? { status: answer.status, html: await drawn(answer.show) } : { status: 303, html: '' };
};

const rail: Typed = {
  what: ' A hand rail ',
  provider: '',
  kind: 'equipment',
  units: '1',
  unit: 'item',
  per: 'once',
  price: '£1,095.50',
  meets: ['CA-HYGIENE', 'CA-COMMUNITY'],
  notAgreed: '',
  'starts-day': '3',
  'starts-month': 'December',
  'starts-year': '2026',
  'ends-day': '',
  'ends-month': '',
  'ends-year': '',
};

describe('a line', () => {
  const good = (change: Typed = {}, before?: SupportItem): SupportItem => {
    const read = readLine({ ...rail, ...change }, { ...around, before });
    if ('errors' in read) throw new Error(JSON.stringify(read.errors));
    return read.item;
  };

  test('is read in pounds, words and days', () => {
    expect(good()).toEqual({
      what: 'A hand rail',
      provider: '',
      kind: 'equipment',
      units: '1',
      unit: 'item',
      per: 'once',
      unitPence: 109_550,
      meets: ['CA-HYGIENE', 'CA-COMMUNITY'],
      starts: '2026-12-03',
    });
    expect(good({ price: '0' }).unitPence).toBe(0);
    expect(good({ kind: '' })).not.toHaveProperty('kind');
  });

  test('keeps who holds the money and what is shared, whatever is typed', () => {
    const share = { household: 'H-1234', pool: 1, pence: 900 };
    const before: SupportItem = { ...good(), route: 'direct-payment', share };
    expect(good({ route: 'council-managed', share: 'x' }, before)).toMatchObject({ route: 'direct-payment', share });
    expect(good({ route: 'council-managed' })).not.toHaveProperty('route');
  });

  test.each<[string, Typed, string]>([
    ['nothing', { what: '  ' }, 'what'],
    ['a long name', { what: 'x'.repeat(201) }, 'what'],
    ['a long giver', { provider: 'x'.repeat(121) }, 'provider'],
    ['no number', { units: '' }, 'units'],
    ['none', { units: '0' }, 'units'],
    ['fewer than none', { units: '-3' }, 'units'],
    ['too fine a number', { units: '1.234' }, 'units'],
    ['no unit', { unit: '' }, 'unit'],
    ['a made-up unit', { unit: 'moon' }, 'unit'],
    ['no often', { per: '' }, 'per'],
    ['no price', { price: '' }, 'price'],
    ['less than nothing', { price: '-5' }, 'price'],
    ['a part of a penny', { price: '1.005' }, 'price'],
    ['words for a price', { price: 'ten' }, 'price'],
    ['too dear', { price: '100000.01' }, 'price'],
    ['no need', { meets: [] }, 'meets'],
    ['a made-up need', { meets: ['CA-MOON', '__proto__'] }, 'meets'],
    ['a kind that is not', { kind: 'moon' }, 'kind'],
    ['a carer’s kind', { kind: 'carers-break-and-wellbeing' }, 'kind'],
    ['no such day', { 'starts-day': '31', 'starts-month': '2' }, 'starts'],
    ['half a day', { 'ends-day': '3' }, 'ends'],
    ['an end before the start', { 'ends-day': '2', 'ends-month': '12', 'ends-year': '2026' }, 'ends'],
    ['a long word', { notAgreed: 'x'.repeat(501) }, 'notAgreed'],
  ])('%s is put right beside its box, and nothing typed is lost', async (_, change, field) => {
    const read = readLine({ ...rail, ...change }, around);
    expect('errors' in read && Object.keys(read.errors)).toEqual([field]);
    const { status, html } = await sent(planLine, planVisit(cases.written), { ...rail, ...change, basedOn: '1' });
    expect(status).toBe(422);
    expect(html).toContain('<title>Error: ');
    expect(html).toMatch(new RegExp(`href="#${field}"[\\s\\S]*id="${field}"`));
    expect(await faultsIn(html)).toEqual([]);
    if (field !== 'what') expect(html).toContain('value=" A hand rail "');
  });

  test('law: what the form of a stored line sends is that line again', () => {
    const item = fc
      .record({
        what: fc.stringMatching(/^[A-Za-z]{1,20}$/),
        unit: fc.constantFrom('hour', 'visit', 'day', 'night', 'week', 'item'),
        units: fc.stringMatching(/^[1-9]\d?(\.\d{1,2})?$/),
        per: fc.constantFrom('week', 'fortnight', 'four-weeks', 'month', 'year', 'once'),
        unitPence: fc.integer({ min: 0, max: 10_000_000 }),
        meets: fc.constantFrom(['CA-HYGIENE'], ['CA-NUTRITION', 'CA-HYGIENE']),
        starts: fc.constantFrom('2026-01-31', '2028-02-29'),
        ends: fc.constantFrom('2028-02-29', '2030-12-01'),
      })
      .map((value) => SupportItem.parse(value));
    fc.assert(
      fc.property(item, (line) => {
        const read = readLine(lineTyped(line), { before: line, kinds });
        expect(read).toEqual({ item: line });
      }),
      { numRuns: 10_000 },
    );
  });

  test('changes its own place only, and no other part of the plan', () => {
    const items = full.items;
    const other = good();
    expect(withLine(items, 1, other)).toEqual([items[0], other]);
    expect(withLine(items, undefined, other)).toEqual([...items, other]);
    expect(withLine(items, 0, undefined)).toEqual([items[1]]);
    expect(withLine(items, undefined, undefined)).toEqual(items);
  });

  test('is found again by what it said, where somebody moved the lines', () => {
    const plan = { items: [...full.items].reverse() };
    expect(lineAt(plan, 1, 'Help to wash and dress')?.place).toBe(1);
    expect(lineAt(plan, 1, 'It is gone')).toBeUndefined();
    expect(lineAt(plan, 3)).toBeUndefined();
    expect(lineAt(plan, 0)).toBeUndefined();
  });

  test('of a plan with no more room is kept on the page', async () => {
    const [line] = full.items;
    const many = { ...full, items: Array.from({ length: 40 }, () => line as SupportItem) };
    const state = cases.made([cases.saves(many)], cases.planning);
    const { status, html } = await sent(planLine, planVisit(state), { ...rail, basedOn: '1' });
    expect(status).toBe(422);
    expect(html).toContain('no more room in the plan');
    expect(html).toContain('A hand rail');
  });

  test('that comes late is told so, with its version brought up to date', async () => {
    const html = await drawn(
      planLinePage(planVisit(cases.written), 1, {
        typed: { ...rail, basedOn: '0', line: '1', was: 'Help to wash and dress' },
        errors: { 'main-content': 'Someone else saved this plan after you opened it.' },
      }),
    );
    expect(html).toContain('it is not saved yet');
    expect(html).toContain('name="basedOn" value="1"');
    expect(html).toContain('name="was" value="Help to wash and dress"');
    expect(html).toContain('£1,095.50');
  });
});

describe('how else a need is looked after', () => {
  const typed: Typed = {
    how: 'unmet',
    reason: 'Nobody is free.',
    owner: 'Priya',
    'lookAgainOn-day': '1',
    'lookAgainOn-month': '12',
    'lookAgainOn-year': '2026',
  };

  test('is one of three, and an open one has a name and a day', () => {
    expect(readWay(typed, 'CA-HYGIENE', TODAY)).toEqual({
      way: { outcome: 'CA-HYGIENE', how: 'unmet', reason: 'Nobody is free.', owner: 'Priya', lookAgainOn: '2026-12-01' },
    });
    expect(readWay({ ...typed, how: 'declined' }, 'CA-HYGIENE', TODAY)).toEqual({
      way: { outcome: 'CA-HYGIENE', how: 'declined', reason: 'Nobody is free.' },
    });
    expect(readWay({ how: 'line' }, 'CA-HYGIENE', TODAY)).toEqual({ way: undefined });
  });

  test.each<[string, Typed, string[]]>([
    ['nothing chosen', { how: '' }, ['how']],
    ['something else', { how: '__proto__' }, ['how']],
    ['no reason', { reason: ' ' }, ['reason']],
    ['a long reason', { reason: 'x'.repeat(1001) }, ['reason']],
    ['nobody', { owner: '' }, ['owner']],
    ['a long name', { owner: 'x'.repeat(121) }, ['owner']],
    ['no day', { 'lookAgainOn-day': '', 'lookAgainOn-month': '', 'lookAgainOn-year': '' }, ['lookAgainOn']],
    ['a day past', { 'lookAgainOn-year': '2025' }, ['lookAgainOn']],
    ['today', { 'lookAgainOn-day': '2', 'lookAgainOn-month': '11' }, ['lookAgainOn']],
    ['no such day', { 'lookAgainOn-day': '31', 'lookAgainOn-month': '2' }, ['lookAgainOn']],
  ])('%s', async (_, change, fields) => {
    const read = readWay({ ...typed, ...change }, 'CA-HYGIENE', TODAY);
    expect('errors' in read && Object.keys(read.errors)).toEqual(fields);
    const form = { ...typed, ...change, need: 'CA-HYGIENE', basedOn: '0' };
    const { status, html } = await sent(planNeed, planVisit(cases.planning), form);
    expect(status).toBe(422);
    expect(html).toMatch(new RegExp(`href="#${fields[0]}"[\\s\\S]*id="${fields[0]}"`));
    expect(await faultsIn(html)).toEqual([]);
  });
});

describe('a risk', () => {
  const typed: Typed = { matters: 'Walk alone', couldGoWrong: 'A fall', helps: 'A phone', agreedBy: 'Ada' };
  test('is kept in four parts', () => {
    expect(readRisk(typed, TODAY)).toEqual({ risk: typed });
  });
  test.each<[string, Typed, string]>([
    ['no matter', { matters: '' }, 'matters'],
    ['nothing wrong', { couldGoWrong: ' ' }, 'couldGoWrong'],
    ['no help', { helps: '' }, 'helps'],
    ['nobody', { agreedBy: '' }, 'agreedBy'],
    ['long words', { helps: 'x'.repeat(1001) }, 'helps'],
    ['half a day', { 'lookAgainOn-day': '3' }, 'lookAgainOn'],
    ['a day past', { 'lookAgainOn-day': '3', 'lookAgainOn-month': '3', 'lookAgainOn-year': '2020' }, 'lookAgainOn'],
  ])('%s', async (_, change, field) => {
    const read = readRisk({ ...typed, ...change }, TODAY);
    expect('errors' in read && Object.keys(read.errors)).toEqual([field]);
    expect((await sent(planRisk, planVisit(cases.written), { ...typed, ...change, basedOn: '1' })).status).toBe(422);
  });
});

test('long words come back whole, and words saved meanwhile are not written over unseen', async () => {
  const typed = { goals: 'y'.repeat(4001), strengths: 'My <b>own</b>', backUp: '', advice: '', basedOn: '1' };
  const { status, html } = await sent(planWords, planVisit(cases.written), typed);
  expect(status).toBe(422);
  expect(html).toContain('My &lt;b&gt;own&lt;/b&gt;');
  expect(html).toContain(typed.goals);
  const late = await drawn(planWordsPage(planVisit(cases.written), { ...typed, basedOn: '0' }));
  expect(late).toContain('Read the plan as it is now');
});

test('a proposal needs words', async () => {
  const visit = planVisit(cases.adaLeads, { actor: PRIYA });
  for (const words of ['', '  ', 'x'.repeat(2001)]) {
    const { status, html } = await sent(proposeChange, visit, { line: '1', words });
    expect(status).toBe(422);
    expect(html).toMatch(/value="1" checked/);
  }
});

test('“Say why not” needs a why, beside the very proposal', async () => {
  const { status, html } = await sent(settleProposal, planVisit(cases.proposed), { number: '2', taken: 'no', 'words-2': ' ' });
  expect(status).toBe(422);
  expect(html).toMatch(/href="#words-2"[\s\S]*id="words-2"/);
  expect(await faultsIn(html)).toEqual([]);
});

describe('who leads', () => {
  const typed: Typed = { mode: 'someone-for-now', who: BEN.id, 'until-day': '30', 'until-month': '11', 'until-year': '2026' };
  const theirs = planVisit(cases.helped);
  const read = (change: Typed = {}, visit = theirs, forThem = false) => readLead(visit, { ...typed, ...change }, forThem);

  test('what is read is what the domain takes', () => {
    const found = read();
    if ('errors' in found) throw new Error(JSON.stringify(found.errors));
    const decision = decide({ type: 'arrange-lead', content: found.content }, cases.helped, ADA, national, new Date(MONDAY));
    expect(decision).toMatchObject([{ type: 'LeadArranged', lead: { who: { id: BEN.id }, checkInBy: '2026-11-30' } }]);
    expect(read({ mode: 'person' })).toEqual({ content: { mode: 'person', words: '', canDecide: true } });
  });

  test.each<[string, Typed, string[]]>([
    ['nothing', { mode: '' }, ['mode']],
    ['something else', { mode: 'council' }, ['mode']],
    ['nobody', { who: '' }, ['who']],
    ['somebody not let in', { who: 'P-NOBODY' }, ['who']],
    ['no day', { 'until-day': '', 'until-month': '', 'until-year': '' }, ['until']],
    ['today', { 'until-day': '2' }, ['until']],
    ['too far off', { 'until-month': '3', 'until-year': '2027' }, ['until']],
    ['no such day', { 'until-day': '31' }, ['until']],
  ])('%s', async (_, change, fields) => {
    const found = read(change);
    expect('errors' in found && Object.keys(found.errors)).toEqual(fields);
    const { status, html } = await sent(whoLeads, theirs, { ...typed, ...change });
    expect(status).toBe(422);
    expect(html).toMatch(new RegExp(`href="#${fields[0]}"[\\s\\S]*id="${fields[0]}"`));
    expect(await faultsIn(html)).toEqual([]);
  });

  test('a worker writes down the person’s word, and can be the one asked', () => {
    const staffs = planVisit(cases.helped, { actor: PRIYA });
    const bare = read({}, staffs, true);
    expect('errors' in bare && Object.keys(bare.errors)).toEqual(['words', 'canDecide']);
    expect(read({ who: PRIYA.id, words: 'I need a rest.', canDecide: 'yes' }, staffs, true)).toMatchObject({
      content: { who: { id: PRIYA.id }, words: 'I need a rest.', canDecide: true },
    });
  });
});

test('an empty date is none; three boxes make one; a half one says what to do', () => {
  expect(dayIn({}, 'd')).toEqual({});
  expect(dayIn({ 'd-day': '3', 'd-month': 'Sept', 'd-year': '2026' }, 'd')).toMatchObject({ date: '2026-09-03' });
  expect(dayIn({ 'd-month': '3' }, 'd').message).toMatch(/day/);
});

test('a save sends the whole plan, and no more than the plan', () => {
  expect(contentOf(cases.written.plan)).toEqual(PlanContent.parse(full));
  expect(PlanContent.safeParse(contentOf(undefined)).success).toBe(true);
});
