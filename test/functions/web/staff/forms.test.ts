/** From typed text to the domain's schemas: assessment, plan, review, a council's own form. One row is one thing people type. */
import '../../../support/web-environment.ts';
import { describe, expect, test } from 'vitest';
import * as assess from '../../../../functions/web/staff/assess-form.ts';
import * as planDraft from '../../../../functions/web/staff/plan-draft.ts';
import * as planForm from '../../../../functions/web/staff/plan-form.ts';
import { readReview } from '../../../../functions/web/staff/review.tsx';
import { readStageForm } from '../../../../functions/web/staff/stage-form.tsx';
import { formOf } from '../../../../lib/domain/configuration.ts';
import { lifeAreasOf } from '../../../../lib/domain/fact.ts';
import { isHuman, stageOf } from '../../../../lib/domain/stage.ts';
import { configuration, PRIYA, planned, questions, sent } from './made-up-cases.ts';
import { visitTo } from './visiting.ts';

const errorsOf = (read: { value: unknown } | { errors: Readonly<Record<string, string>> }) =>
  'errors' in read ? Object.keys(read.errors) : [];

describe('an assessment', () => {
  const found = {
    impairment: 'yes',
    unable: ['CA-HYGIENE', 'CA-TOILET'],
    impact: 'yes',
    decision: 'eligible-needs-identified',
    reasons: 'Two outcomes.',
  };
  const story = lifeAreasOf(sent.state.facts);
  const start = assess.draftOf(sent.state, questions);
  const read = (draft: assess.AssessDraft) => assess.readAssessment(draft, questions, story);
  const withAnswer = (change: Partial<assess.AnswerDraft>, place = 0): assess.AssessDraft => {
    return { ...start, ...found, answers: start.answers.map((each, at) => (at === place ? { ...each, ...change } : each)) };
  };

  test('starts as the person answered, with nothing found or decided for anyone', () => {
    expect(start.answers[0]).toEqual({ option: 'every-day', share: '25', willing: 'yes', note: '' });
    expect([start.impairment, start.unable, start.impact, start.decision]).toEqual(['', [], '', '']);
    expect(errorsOf(read(start))).toEqual(['impairment', 'impact', 'decision', 'reasons']);
  });

  test.each([
    ['what was agreed, when that is the later word', '2999-01-01T00:00:00.000Z', 'all-of-it'],
    ['what the person said since, in a new assessment', '2000-01-01T00:00:00.000Z', 'every-day'],
  ])('starts from %s', (_when, decidedAt, option) => {
    const done = read({ ...start, ...found });
    if (!('value' in done)) throw new Error('not an assessment');
    const [first = ''] = Object.keys(done.value.answers);
    const answers = {
      ...done.value.answers,
      [first]: { option: 'all-of-it', informalShare: 0, willingAndAble: false, note: 'We talked.' },
    };
    const decidedBy = { id: 'S-PRIYA', name: 'Priya Raman' };
    const assessment = { ...done.value, answers, proposed: done.value.decision, decidedBy, decidedAt };
    expect(assess.draftOf({ ...sent.state, assessment }, questions).answers[0]?.option).toBe(option);
  });

  test('agreed as it is needs no note', () => {
    const done = read({ ...start, ...found });
    expect('value' in done && done.value.answers['washing-dressing-toilet']).toEqual({
      option: 'every-day',
      informalShare: 25,
      willingAndAble: true,
      note: '',
    });
  });

  test.each([
    ['another statement', { option: 'every-time' }, ['question-1-note']],
    ['another share', { share: '75' }, ['question-1-note']],
    ['help that cannot go on', { willing: 'no' }, ['question-1-note']],
    ['another statement, with its note', { option: 'every-time', note: 'We talked about mornings.' }, []],
    ['spaces are no note', { option: 'every-time', note: '  ' }, ['question-1-note']],
    ['no statement', { option: '' }, ['question-1-option']],
    ['help, but not whether it can go on', { willing: '' }, ['question-1-willing']],
    ['a share that is no number', { share: 'lots' }, ['question-1-share', 'question-1-note']],
    ['a share above the whole', { share: '101' }, ['question-1-share', 'question-1-note']],
    ['a note that is far too long', { note: 'x'.repeat(1001) }, ['question-1-note']],
  ])('%s', (_name, change, errors) => {
    expect(errorsOf(read(withAnswer(change)))).toEqual(errors);
  });

  test.each([
    ['an outcome that is none', { unable: ['CA-DANCING'] }, ['unable']],
    ['the same outcome twice counts once', { unable: ['CA-HYGIENE', 'CA-HYGIENE'] }, []],
    ['a decision that is none', { decision: 'maybe' }, ['decision']],
    ['no reasons', { reasons: ' \n ' }, ['reasons']],
    ['reasons that are far too long', { reasons: 'x'.repeat(4001) }, ['reasons']],
  ])('%s', (_name, change, errors) => {
    expect(errorsOf(read({ ...start, ...found, ...change }))).toEqual(errors);
  });

  test('a proposal asks only for the conditions', () => {
    expect(errorsOf(assess.readProposal(start))).toEqual(['impairment', 'impact']);
    const proposed = assess.readProposal({ ...start, impairment: 'no', impact: 'yes', unable: ['CA-TOILET'] });
    expect('value' in proposed && proposed.value.result).toBe('non-eligible-needs-identified');
  });
});

describe('a plan', () => {
  const line = {
    'line-1-what': 'Help in the morning',
    'line-1-unit': 'hour',
    'line-1-units': '3.5',
    'line-1-price': '21.45',
    'line-1-meets': ['CA-HYGIENE'],
  };
  const read = (typed: Record<string, string | string[]>) => planForm.readPlan(planDraft.draftFrom(typed));
  const item = (typed: Record<string, string | string[]>) => {
    const done = read(typed);
    return 'value' in done ? done.value.items[0] : undefined;
  };

  test('money is typed in pounds and kept in pence; how many stays text', () => {
    expect(item(line)).toEqual({
      what: 'Help in the morning',
      provider: '',
      unit: 'hour',
      units: '3.5',
      unitPence: 2145,
      meets: ['CA-HYGIENE'],
    });
  });

  test.each([
    ['21.45', 2145],
    ['£21.45', 2145],
    [' 1,234.5 ', 123450],
    ['0', 0],
    ['100000', 10_000_000],
    ['100,000.01', undefined],
    ['-5', undefined],
    ['12.345', undefined],
    ['12.5p', undefined],
    ['ten', undefined],
    ['1,23', undefined],
    ['1e3', undefined],
    ['99999999999999999999', undefined],
    ['NaN', undefined],
    ['', undefined],
  ])('a price of “%s” is %s pence', (price, pence) => {
    const typed = { ...line, 'line-1-price': price };
    expect(item(typed)?.unitPence).toBe(pence);
    if (pence === undefined) expect(errorsOf(read(typed))).toEqual(['line-1-price']);
  });

  test('a price that is an amount but too high says so', () => {
    const done = read({ ...line, 'line-1-price': '100000.01' });
    expect('errors' in done && done.errors['line-1-price']).toBe('One unit cannot cost more than £100,000, line 1.');
  });

  test.each([
    ['0', ['line-1-units']],
    ['0.00', ['line-1-units']],
    ['-1', ['line-1-units']],
    ['1.234', ['line-1-units']],
    ['1000', ['line-1-units']],
    ['two', ['line-1-units']],
    ['', ['line-1-units']],
    [' 7 ', []],
  ])('“%s” a week', (units, errors) => {
    expect(errorsOf(read({ ...line, 'line-1-units': units }))).toEqual(errors);
  });

  test('a line left half filled is an error on each field that is missing', () => {
    expect(errorsOf(read({ 'line-1-what': 'Gardening' }))).toEqual([
      'line-1-unit',
      'line-1-units',
      'line-1-price',
      'line-1-meets',
    ]);
    expect(errorsOf(read({ 'line-1-price': '5' }))[0]).toBe('line-1-what');
    expect(errorsOf(read({ ...line, 'line-1-what': '   ' }))).toEqual(['line-1-what']);
  });

  test('a line nobody began is no line, wherever it stands', () => {
    const moved = Object.fromEntries(Object.entries(line).map(([field, value]) => [field.replace('line-1', 'line-3'), value]));
    const done = read({ 'line-1-what': ' ', 'line-2-provider': '', ...moved });
    expect('value' in done && done.value.items).toHaveLength(1);
  });

  test('a removed line is gone, and the others stay', () => {
    const second = {
      'line-2-what': 'Second',
      'line-2-unit': 'day',
      'line-2-units': '1',
      'line-2-price': '5',
      'line-2-meets': 'CA-TOILET',
    };
    const done = read({ ...line, ...second, remove: '1' });
    expect('value' in done && done.value.items.map(({ what }) => what)).toEqual(['Second']);
  });

  test('a forty-first line is refused', () => {
    const typed = Object.fromEntries(
      Array.from({ length: 41 }, (_none, place) =>
        Object.entries(line).map(([field, value]) => [field.replace('line-1', `line-${place + 1}`), value]),
      ).flat(),
    );
    expect(errorsOf(read(typed))).toEqual(['line-1-what']);
  });

  test.each([
    ['how and why', { 'need-CA-TOILET-how': 'carer', 'need-CA-TOILET-reason': 'Her daughter' }, []],
    ['how without why', { 'need-CA-TOILET-how': 'declined' }, ['need-CA-TOILET-reason']],
    ['why without how', { 'need-CA-TOILET-reason': 'Her daughter' }, ['need-CA-TOILET-how']],
    ['a way that is none', { 'need-CA-TOILET-how': 'magic', 'need-CA-TOILET-reason': 'x' }, ['need-CA-TOILET-how']],
    ['nothing', { 'need-CA-TOILET-how': '', 'need-CA-TOILET-reason': ' ' }, []],
  ])('a need looked after in another way: %s', (_name, typed, errors) => {
    expect(errorsOf(read(typed))).toEqual(errors);
  });

  test('goals that are far too long', () => {
    const done = read({ goals: 'x'.repeat(4001) });
    expect('errors' in done && done.errors).toEqual({ goals: 'Make this shorter: at most 4000 characters.' });
  });

  test('a saved plan, shown and sent back untouched, is the same plan', () => {
    const draft = planDraft.draftOf(planned.state);
    const done = planForm.readPlan(draft);
    const { version, authors, writtenBy, writtenAt, ...content } = planned.state.plan ?? {};
    expect('value' in done && done.value).toEqual(content);
    expect([version, authors?.length, writtenBy?.name, typeof writtenAt]).toEqual([1, 1, 'Priya Raman', 'string']);
  });
});

describe('a review', () => {
  const typed = { achieved: 'partly', inTheirWords: '', outcome: 'no-change', reasons: 'It works.' };
  test.each([
    ['everything', {}, []],
    ['nothing', { achieved: '', outcome: '', reasons: '' }, ['achieved', 'outcome', 'reasons']],
    ['an outcome that is none', { outcome: 'approved' }, ['outcome']],
    ['words that are far too long', { inTheirWords: 'x'.repeat(4001) }, ['inTheirWords']],
  ])('%s', (_name, change, errors) => {
    expect(errorsOf(readReview({ ...typed, ...change }))).toEqual(errors);
  });
});

describe('a council’s own form', () => {
  const errorsAt = async (stage: string, typed: Record<string, string>) => {
    const def = stageOf(configuration.route, stage);
    const form = def?.kind === 'form' ? formOf(configuration, def.form) : undefined;
    if (!def || !isHuman(def) || form?.page !== 'questions') throw new Error('no such form');
    return Object.keys(readStageForm(await visitTo(planned, PRIYA), { def, form }, typed).errors);
  };
  const inPlace = { 'a-first-day': '1 December', 'a-who-to-call': 'Priya' };
  test.each([
    ['a way to end', 'quality-check', { outcome: 'content' }, []],
    ['no way to end', 'quality-check', {}, ['outcome']],
    ['a way that is not in the form', 'quality-check', { outcome: 'constructor' }, ['outcome']],
    ['a way that needs reasons', 'quality-check', { outcome: 'changes-suggested' }, ['reasons']],
    ['with its reasons', 'quality-check', { outcome: 'changes-suggested', reasons: 'Say who cooks.' }, []],
    ['all answers', 'arranging-support', { outcome: 'in-place', ...inPlace }, []],
    ['a required answer left out', 'arranging-support', { outcome: 'in-place', ...inPlace, 'a-first-day': ' ' }, ['a-first-day']],
  ])('%s', async (_name, stage, typed, errors) => {
    expect(await errorsAt(stage, typed)).toEqual(errors);
  });
});
