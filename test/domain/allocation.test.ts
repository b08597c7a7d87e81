/** The figure and its working on the two test vectors, row by row (TV-A, TV-B), and what family help and bad answers do to it. */
import { describe, expect, test } from 'vitest';
import { allocate, yearlyPence } from '../../lib/domain/allocation.ts';
import { GUIDE_NOT_LIMIT } from '../../lib/domain/allocation-line.ts';
import { personalBudget } from '../../lib/domain/approval.ts';
import { formatPence, fraction, roundHalfUp } from '../../lib/domain/money.ts';
import { type Plan, SupportItem } from '../../lib/domain/plan.ts';
import { RasModel, type RasModelFile } from '../../lib/domain/ras-model.ts';
import { DEMO, fixtureAnswers, json, oneQuestion, resultAt, resultOf } from './fixtures/allocation-models.ts';

const TV_B = fixtureAnswers('tv-b');
const lineOf = (result: ReturnType<typeof resultOf>, kind: string) => result.lines.find((line) => line.kind === kind);

describe('the demonstration person of TV-B', () => {
  const result = resultOf(DEMO, TV_B);

  test('TV-B total: 50 points, 34.5 after family help, £180.11 a week', () => {
    expect(result).toMatchObject({ points: 50, netPoints: 34.5, weeklyPence: 18011, needsIndividualCosting: false });
  });
  test('TV-B gross: £310.50 if family help stopped', () => {
    expect(formatPence(result.grossWeeklyPence ?? 0)).toBe('£310.50');
  });
  test('TV-B year: £9,365.72 over a year', () => {
    expect(formatPence(yearlyPence(DEMO, result.weeklyPence ?? 0))).toBe('£9,365.72');
    expect(lineOf(result, 'yearly')).toMatchObject({
      figure: { unit: 'pence', exact: '936572' },
      detail: '52 weeks of £180.11 is £9,365.72.',
    });
  });
  test('TV-B wrong-order trap: rounding before the contingency, gives 18012, and we give 18011', () => {
    const roundedTooSoon = roundHalfUp(fraction('20012.5'));
    expect(roundHalfUp(fraction(String(roundedTooSoon)).mul(fraction('0.9')))).toBe(18012);
    expect(result.weeklyPence).not.toBe(18012);
    expect(result.weeklyPence).toBe(18011);
  });
  test.each([
    [1, 'washing-dressing-toilet', '12', 25, '9'],
    [2, 'eating-drinking', '6', 75, '1.5'],
    [3, 'running-my-home', '8', 25, '6'],
    [4, 'safe-at-home', '5', 0, '5'],
    [5, 'family-friends', '4', 0, '4'],
    [6, 'out-and-about', '8', 25, '6'],
    [7, 'work-learning-volunteering', '0', 0, '0'],
    [8, 'looking-after-a-child', '0', 0, '0'],
    [9, 'making-decisions', '3', 0, '3'],
    [10, 'nights', '4', 100, '0'],
  ] as const)(
    'TV-B question %i, %s: %s points, %i per cent by family, %s net',
    (number, question, points, informalShare, exact) => {
      const line = result.lines[number - 1];
      expect(line).toMatchObject({ kind: 'question', question, points, informalShare, figure: { unit: 'points', exact } });
    },
  );
  test('TV-B working: step by step, each with its exact figure', () => {
    const money = result.lines.filter(({ figure }) => figure?.unit === 'pence');
    expect(money.map(({ kind, figure }) => [kind, figure?.exact])).toEqual([
      ['table-row', '9500'],
      ['interpolation', '10512.5'],
      ['contingency', '-2001.25'],
      ['rounding', '-0.25'],
      ['weekly', '18011'],
      ['yearly', '936572'],
      ['gross', '31050'],
    ]);
  });
  test('TV-B explanation: it says why 10% is kept back, and ends with what the figure is', () => {
    expect(lineOf(result, 'contingency')?.detail).toContain('so that no one has to wait for it');
    expect(result.lines.at(-1)).toMatchObject({ kind: 'guide', detail: GUIDE_NOT_LIMIT, figure: null });
  });
});

describe('the other rows of TV-B', () => {
  test.each([
    [0, 0],
    [10, 3600],
    [10.5, 3848],
    [20, 8550],
    [34.5, 18011],
    [40, 21600],
    [60, 40500],
    [99, 106020],
    [100, 108000],
  ])('TV-B row: %s points are %i pence', (points, weeklyPence) => {
    expect(resultAt(points)).toMatchObject({ netPoints: points, weeklyPence, needsIndividualCosting: false });
  });
  test.each([100.01, 104])('TV-B row: %s points give no figure: the support is costed one by one', (points) => {
    const result = resultAt(points);
    expect(result).toMatchObject({ weeklyPence: null, grossWeeklyPence: null, needsIndividualCosting: true });
    expect(lineOf(result, 'individual-costing')?.detail).toContain('There is no cap on it.');
    expect(result.lines.some(({ kind }) => kind === 'weekly')).toBe(false);
    expect(result.lines.at(-1)?.detail).toBe(GUIDE_NOT_LIMIT);
  });
  test('TV-B ceiling: 104 points of which family help leaves fewer give a net figure but no gross one', () => {
    const result = resultOf(oneQuestion([104]), { q: { option: '104', informalShare: 25, willingAndAble: true } });
    expect(result).toMatchObject({ points: 104, netPoints: 78, weeklyPence: 65610, grossWeeklyPence: null });
    expect(result.needsIndividualCosting).toBe(false);
    expect(lineOf(result, 'gross')).toMatchObject({ figure: null });
  });
});

describe('TV-A, R (Savva) v Kensington and Chelsea', () => {
  const savva = RasModel.parse(json('test/domain/fixtures/savva.json'));
  test.each([
    ['savva-16', 16, '£82.91'],
    ['savva-22', 22, '£112.21'],
  ])('TV-A %s: %i points are %s', (name, points, figure) => {
    const result = resultOf(savva, fixtureAnswers(name));
    expect(result.points).toBe(points);
    expect(formatPence(result.weeklyPence ?? 0)).toBe(figure);
  });

  test.each([
    ['savva-16', 8291, '£87.54'],
    ['savva-22', 11221, '£58.24'],
  ])('TV-A %s: the panel’s £170.45 is kept beside the %i pence it differs from by %s', (name, indicativePence, difference) => {
    const item = SupportItem.parse({ what: 'Support', unit: 'week', units: '1', unitPence: 17045, meets: ['CA-HYGIENE'] });
    const weeklyPence = resultOf(savva, fixtureAnswers(name)).weeklyPence;
    const budget = personalBudget({ items: [item] } as Plan, weeklyPence);
    expect(budget).toMatchObject({ totalPence: 17045, indicativePence });
    expect(formatPence(budget.totalPence - (budget.indicativePence ?? 0))).toBe(difference);
  });

  const rows = { allocation: { ...savva.allocation }, contingencyPercent: 0, ceiling: null };
  test.each(['linear', 'step'] as const)('TV-A: the two rows hold exactly, read %s', (interpolation) => {
    const pairs: [number, number][] = [
      [16, 8291],
      [22, 11221],
    ];
    const allocation: RasModelFile['allocation'] = { kind: 'table', rows: pairs, interpolation };
    expect(resultAt(16, { ...rows, allocation }).weeklyPence).toBe(8291);
    expect(resultAt(22, { ...rows, allocation }).weeklyPence).toBe(11221);
    expect(resultAt(19, { ...rows, allocation }).weeklyPence).toBe(interpolation === 'step' ? 8291 : 9756);
  });
  test('TV-A: several questions that add up to 16 come to the same', () => {
    const options = [0, 4, 6, 8].map((points) => ({ id: `p${points}`, text: `${points}`, points }));
    const model = RasModel.parse({ ...rows, questions: ['a', 'b', 'c'].map((id) => ({ id, options })) });
    const answers = { a: { option: 'p4' }, b: { option: 'p4' }, c: { option: 'p8' } };
    expect(resultOf(model, answers).weeklyPence).toBe(8291);
  });
  test.each([15, 23])('TV-A: %s points are outside its rows, so there is no figure', (points) => {
    expect(resultAt(points, rows)).toMatchObject({ weeklyPence: null, needsIndividualCosting: true });
  });
});

describe('family help', () => {
  const model = oneQuestion([40]);
  const q = { option: '40', informalShare: 25 };
  test.each([
    [
      'recorded as willing and able',
      { ...q, willingAndAble: true },
      30,
      'counted',
      '“40” is 40 points. Family or friends do 25%',
    ],
    ['not willing or not able', { ...q, willingAndAble: false }, 40, 'not-willing-and-able', 'so nothing is taken off.'],
    ['not recorded either way', q, 40, 'not-willing-and-able', 'not recorded as willing and able to go on'],
    ['none', { option: '40', willingAndAble: true }, 40, 'no-help', 'Nothing is taken off.'],
  ])('%s', (_name, answer, netPoints, help, words) => {
    const result = resultOf(model, { q: answer });
    expect(result).toMatchObject({ points: 40, netPoints });
    expect(result.lines[0]).toMatchObject({ help });
    expect(result.lines[0]?.detail).toContain(words);
  });
  test('is counted as it stands where the model does not ask whether it is willing', () => {
    const lax = oneQuestion([40], { informal: { shares: [0, 50], requiresWillingAndAble: false } });
    expect(resultOf(lax, { q: { option: '40', informalShare: 50 } }).netPoints).toBe(20);
  });
  test('is not on offer where the model names no shares', () => {
    const none = oneQuestion([40], { informal: undefined });
    expect(allocate(none, { q }).ok).toBe(false);
    expect(resultOf(none, { q: { option: '40', informalShare: 0 } }).netPoints).toBe(40);
  });
});

describe('answers that cannot be used are refused, all at once', () => {
  const codes = (answers: Parameters<typeof allocate>[1]) => {
    const allocated = allocate(DEMO, answers);
    return allocated.ok ? [] : allocated.refusals.map(({ code, question }) => [code, question]);
  };
  test('a question that is not in the model', () => {
    expect(codes({ ...TV_B, pets: { option: 'cat' } })).toEqual([['unknown-question', 'pets']]);
  });
  test('an option that is not in the question', () => {
    expect(codes({ ...TV_B, nights: { option: 'on-my-own' } })).toEqual([['unknown-option', 'nights']]);
  });
  test.each([50, 24.999, -25, Number.NaN])('a share of %s per cent', (informalShare) => {
    expect(codes({ ...TV_B, nights: { option: 'now-and-then', informalShare, willingAndAble: true } })).toEqual([
      ['share-not-offered', 'nights'],
    ]);
  });
  test('a question nobody answered is not a need nobody has', () => {
    const { nights: _left, ...rest } = TV_B;
    expect(codes(rest)).toEqual([['unanswered', 'nights']]);
    expect(codes({})).toHaveLength(10);
  });
  test('names that objects carry anyway are neither questions nor answers', () => {
    const model = RasModel.parse({ ...DEMO, questions: [{ id: 'constructor', options: [{ id: 'a', points: 1 }] }] });
    expect(allocate(model, {})).toMatchObject({ ok: false, refusals: [{ code: 'unanswered' }] });
  });
});
