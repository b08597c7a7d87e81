/** What would change a figure most: worked out by hand for TV-B, and what holds for every model and every set of answers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../lib/domain/allocation.ts';
import { type AllocationChange, whatWouldChangeIt } from '../../lib/domain/allocation-changes.ts';
import { RasModel } from '../../lib/domain/ras-model.ts';
import { DEMO, fixtureAnswers, oneQuestion, resultOf } from './fixtures/allocation-models.ts';
import { answers, height, model, QUESTIONS } from './fixtures/random-models.ts';

const TV_B = fixtureAnswers('tv-b');

const changesOf = (rules: RasModel, given: Answers): readonly AllocationChange[] => {
  const found = whatWouldChangeIt(rules, given);
  if (!found.ok) throw new Error(found.refusals.map(({ message }) => message).join(' '));
  return found.changes;
};
const effect = (change: AllocationChange | undefined) => change && [change.before, change.after, change.difference];

describe('TV-B: what would change £180.11 most', () => {
  const changes = changesOf(DEMO, TV_B);
  const of = (kind: string, question?: string) =>
    effect(changes.find((each) => each.kind === kind && (!question || ('question' in each && each.question === question))));

  test('TV-B, no family help counts: 50 points, £310.50, which is £130.39 more', () => {
    expect(of('no-help-counts')).toEqual([18011, 31050, 13039]);
  });
  // 20 points with 25% off are 15, so 40.5 in all: 24000 + 0.5 × 1050 = 24525; less 10% = 22072.5, and a half goes up.
  test('TV-B, help with washing every time: 40.5 points, £220.73', () => {
    expect(of('more-need', 'washing-dressing-toilet')).toEqual([18011, 22073, 4062]);
  });
  // 5 points with 25% off are 3.75, so 29.25 in all: 9500 + 9.25 × 725 = 16206.25; less 10% = 14585.625.
  test('TV-B, help with washing on some days: 29.25 points, £145.86', () => {
    expect(of('less-need', 'washing-dressing-toilet')).toEqual([18011, 14586, -3425]);
  });
  // All 12 points count, so 37.5 in all: 9500 + 17.5 × 725 = 22187.5; less 10% = 19968.75.
  test('TV-B, the help with washing stops: 37.5 points, £199.69', () => {
    expect(of('help-stops', 'washing-dressing-toilet')).toEqual([18011, 19969, 1958]);
  });
  // All 4 points count, so 38.5 in all: 9500 + 18.5 × 725 = 22912.5; less 10% = 20621.25.
  test('TV-B, the help at night stops: 38.5 points, £206.21', () => {
    expect(of('help-stops', 'nights')).toEqual([18011, 20621, 2610]);
  });
  test('TV-B, more help at night changes nothing while family do all of it', () => {
    expect(of('more-need', 'nights')).toEqual([18011, 18011, 0]);
  });
  test('there is no help to stop where there is none, and no less need than none', () => {
    expect(of('help-stops', 'safe-at-home')).toBeUndefined();
    expect(of('less-need', 'looking-after-a-child')).toBeUndefined();
  });
  test('the largest comes first', () => {
    const sizes = changes.map(({ difference }) => Math.abs(difference ?? Number.POSITIVE_INFINITY));
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
    expect(changes[0]?.kind).toBe('no-help-counts');
  });
});

describe('the other turns', () => {
  test('to and from “worked out individually” come first and have no difference', () => {
    const up = changesOf(oneQuestion([60, 100, 104]), { q: { option: '100' } });
    expect(up.map((each) => [each.kind, ...(effect(each) ?? [])])).toEqual([
      ['more-need', 108000, null, null],
      ['less-need', 108000, 40500, -67500],
    ]);
    const down = changesOf(oneQuestion([100, 104, 120]), { q: { option: '104' } });
    expect(down.map((each) => [each.kind, ...(effect(each) ?? [])])).toEqual([
      ['less-need', null, 108000, null],
      ['more-need', null, null, null],
    ]);
  });
  test('help that is not recorded as willing and able is not counted, so there is nothing to stop', () => {
    const given = { q: { option: '40', informalShare: 25, willingAndAble: false } };
    expect(changesOf(oneQuestion([40]), given)).toEqual([]);
    const lax = oneQuestion([40], { informal: { shares: [0, 25], requiresWillingAndAble: false } });
    expect(changesOf(lax, given).map(({ kind }) => kind)).toEqual(['help-stops']);
  });
  test('one helper alone is said once, two are also said together', () => {
    const two = RasModel.parse({ ...DEMO, questions: DEMO.questions.slice(0, 2) });
    const [first, second] = two.questions.map(({ id }) => id);
    const helped = { option: 'on-my-own' };
    const kinds = (given: Answers) => changesOf(two, given).filter(({ kind }) => kind.includes('help')).length;
    const daily = { option: 'every-day', informalShare: 25, willingAndAble: true };
    const meals = { option: 'every-meal', informalShare: 25, willingAndAble: true };
    expect(kinds({ [first ?? '']: daily, [second ?? '']: helped })).toBe(1);
    expect(kinds({ [first ?? '']: daily, [second ?? '']: meals })).toBe(3);
  });
  test('statements out of order, or worth the same: the nearest by points, the first of equals', () => {
    const jumbled = RasModel.parse({
      questions: [{ id: 'q', options: [9, 1, 5, 5, 0].map((points, place) => ({ id: `o${place}`, points })) }],
      allocation: { kind: 'perPoint', pencePerPoint: 100 },
    });
    const steps = (option: string) => changesOf(jumbled, { q: { option } }).map((each) => ('to' in each ? each.to : each.kind));
    expect(steps('o2')).toEqual(['o0', 'o1']);
    expect(steps('o1')).toEqual(['o2', 'o4']);
    expect(steps('o0')).toEqual(['o2']);
  });
  test('answers the rules cannot read are refused as they are by the allocation', () => {
    const { nights: _left, ...rest } = TV_B;
    expect(whatWouldChangeIt(DEMO, rest)).toMatchObject({ ok: false, refusals: [{ code: 'unanswered', question: 'nights' }] });
  });
});

describe('laws', () => {
  test('raising an answer never lowers the figure, lowering one never raises it, help that stops never lowers it', () => {
    fc.assert(
      fc.property(model, answers, (rules, given) => {
        for (const { kind, before, after } of changesOf(rules, given)) {
          const [low, high] = kind === 'less-need' ? [after, before] : [before, after];
          expect(height(high)).toBeGreaterThanOrEqual(height(low));
        }
      }),
      { numRuns: 10_000 },
    );
  });

  test('every change is the figure of the changed answers, the largest first, in whatever order they come', () => {
    fc.assert(
      fc.property(model, answers, (rules, given) => {
        const changes = changesOf(rules, given);
        const now = resultOf(rules, given);
        for (const { before, after, difference } of changes) {
          expect(before).toBe(now.weeklyPence);
          expect(difference).toBe(before === null || after === null ? null : after - before);
        }
        const backwards = Object.fromEntries([...QUESTIONS].reverse().map((id) => [id, given[id] ?? { option: '0' }]));
        expect(JSON.stringify(changesOf(rules, backwards))).toBe(JSON.stringify(changes));
        for (const change of changes) {
          if (change.kind === 'no-help-counts') expect(change.after).toBe(now.grossWeeklyPence);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
