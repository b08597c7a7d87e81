/** Models as files: the demonstration one, the published schema, and each fault that keeps a model from being published. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { modelFaults, readModel } from '../../lib/domain/allocation-faults.ts';
import { OUTCOME_CODES } from '../../lib/domain/eligibility.ts';
import { highestPoints, RasModel, wordsFor } from '../../lib/domain/ras-model.ts';
import { DEMO, DEMO_FILE, json, resultOf } from './fixtures/allocation-models.ts';

/** For each total that can be reached, one way to reach it. */
const waysToTotals = (): Map<number, Record<string, { option: string }>> => {
  let ways = new Map<number, Record<string, { option: string }>>([[0, {}]]);
  for (const { id, options } of DEMO.questions) {
    const next: typeof ways = new Map();
    for (const [total, chosen] of ways) {
      for (const option of options) next.set(total + option.points, { ...chosen, [id]: { option: option.id } });
    }
    ways = next;
  }
  return ways;
};

describe('the demonstration model', () => {
  test('may be published', () => expect(modelFaults(DEMO_FILE)).toEqual([]));
  test('has ten questions that bear on all ten outcomes, each outcome once', () => {
    expect(DEMO.questions).toHaveLength(10);
    expect(DEMO.questions.flatMap(({ outcomeCodes }) => outcomeCodes).sort()).toEqual([...OUTCOME_CODES].sort());
  });
  test('each question starts with “no help” at no points, and has three more statements, each worth more', () => {
    for (const { options } of DEMO.questions) {
      expect(options).toHaveLength(4);
      expect(options[0]?.points).toBe(0);
      expect(options.every(({ points }, place) => place === 0 || points > (options[place - 1]?.points ?? 0))).toBe(true);
    }
  });
  test('is worded twice, for everyone and in Easy Read, and asks to leave out the help there is', () => {
    for (const { text, help, options } of DEMO.questions) {
      for (const wording of [text, help, ...options.map((option) => option.text)]) {
        expect(wordsFor(wording, 'easyRead', '')).not.toBe('');
        expect(wordsFor(wording, 'en', '')).not.toBe('');
      }
      expect(wordsFor(help, 'en', '')).toContain('Imagine nobody else is there to help.');
    }
  });
  test.each([
    [0, 0],
    [10, 3600],
    [20, 8550],
    [40, 21600],
    [60, 40500],
    [99, 106020],
    [100, 108000],
    [104, null],
  ])('can be answered to %i points, which is %s', (points, weeklyPence) => {
    const answers = waysToTotals().get(points) ?? {};
    expect(resultOf(DEMO, answers)).toMatchObject({ points, weeklyPence, needsIndividualCosting: weeklyPence === null });
  });
  test('goes beyond its own ceiling', () => expect(highestPoints(DEMO)).toBeGreaterThan(104));
});

describe('reading age', () => {
  const syllables = (word: string): number =>
    Math.max(
      1,
      (
        word
          .toLowerCase()
          .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '')
          .match(/[aeiouy]+/g) ?? []
      ).length,
    );
  /** Flesch–Kincaid grade, roughly: long sentences and long words make it rise. */
  const grade = (text: string): number => {
    const sentences = text.match(/[^.!?]+/g) ?? [];
    const words = text.match(/[A-Za-z’']+/g) ?? [];
    const all = words.reduce((sum, word) => sum + syllables(word), 0);
    return (0.39 * words.length) / sentences.length + (11.8 * all) / words.length - 15.59;
  };
  test('the measure tells plain words from officialese', () => {
    expect(grade('I need help every day. I live on my own.')).toBeLessThan(3);
    expect(grade('Eligibility determinations necessitate comprehensive multidisciplinary consideration.')).toBeGreaterThan(12);
  });
  test.each(DEMO.questions.map((question) => [question.id, question] as const))(
    '%s is at most grade 6',
    (_id, { help, options }) => {
      for (const audience of ['en', 'easyRead'] as const) {
        const text = [help, ...options.map((option) => option.text)].map((wording) => wordsFor(wording, audience, '')).join(' ');
        expect(grade(text)).toBeLessThanOrEqual(audience === 'en' ? 6 : 4);
      }
    },
  );
  test('so is why money is kept back', () => expect(grade(wordsFor(DEMO.contingencyReason, 'en', ''))).toBeLessThanOrEqual(6));
});

test('ras-model.schema.json is made from the schema (UPDATE_SCHEMAS=1 makes it again)', () => {
  const made: unknown = JSON.parse(JSON.stringify(z.toJSONSchema(RasModel, { io: 'input' })));
  const file = new URL('../../workflows/allocation/ras-model.schema.json', import.meta.url);
  if (process.env.UPDATE_SCHEMAS) writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(made);
});

const file = structuredClone(DEMO_FILE) as Record<string, unknown>;
const table = (rows: unknown[]) => ({ ...file, allocation: { kind: 'table', rows, interpolation: 'linear' } });
const bands = (rows: unknown[]) => ({ ...file, allocation: { kind: 'bands', rows } });
const asking = (option: Record<string, unknown>) => ({ ...file, questions: [{ id: 'q', options: [{ id: 'o', ...option }] }] });
const rounding = (unitPence: number) => ({ ...file, rounding: { mode: 'halfUp', unitPence } });
const price = 'allocation.pencePerPoint';

describe('what keeps a model from being published', () => {
  test.each([
    [
      'a row with less money for more points',
      table([
        [0, 0],
        [10, 500],
        [200, 400],
      ]),
      'not-monotonic',
      'allocation.rows[2]',
    ],
    [
      'rows out of order',
      table([
        [0, 0],
        [200, 500],
        [10, 400],
      ]),
      'not-monotonic',
      'allocation.rows[2]',
    ],
    [
      'money below nothing',
      table([
        [0, -1],
        [200, 400],
      ]),
      'not-a-model',
      'allocation.rows[0][1]',
    ],
    [
      'the same points twice',
      table([
        [0, 0],
        [10, 1],
        [10, 2],
      ]),
      'duplicate-points',
      'allocation.rows[2]',
    ],
    [
      'a table that starts above 0',
      table([
        [16, 8291],
        [22, 11221],
      ]),
      'does-not-start-at-zero',
      'allocation.rows[0]',
    ],
    ['no rows', table([]), 'not-a-model', 'allocation.rows'],
    ['a highest score that nothing covers', { ...file, ceiling: undefined }, 'highest-score-uncovered', 'allocation.rows'],
    ['a ceiling that caps', { ...file, ceiling: { points: 100, action: 'cap' } }, 'ceiling-caps', 'ceiling.action'],
    [
      'bands that overlap',
      bands([
        { from: 0, to: 50, pence: 1 },
        { from: 40, pence: 2 },
      ]),
      'bands-overlap',
      'allocation.rows[0].to',
    ],
    [
      'a gap between bands',
      bands([
        { from: 0, to: 50, pence: 1 },
        { from: 60, pence: 2 },
      ]),
      'bands-leave-a-gap',
      'allocation.rows[0].to',
    ],
    ['a misspelt field', { ...file, contingencyPercnt: 5 }, 'unknown-field', 'contingencyPercnt'],
    [
      'no reason for what is kept back',
      { ...file, contingencyReason: undefined },
      'contingency-without-reason',
      'contingencyReason',
    ],
    ['no version', { ...file, version: undefined }, 'publishing-details-missing', 'version'],
    ['a date that is none', { ...file, effectiveFrom: '6 April' }, 'publishing-details-missing', 'effectiveFrom'],
    [
      'two questions of one name',
      { ...file, questions: [...DEMO.questions, DEMO.questions[0]] },
      'duplicate-id',
      'questions[10].id',
    ],
    [
      'points below nothing',
      { ...file, questions: [{ id: 'q', options: [{ id: 'o', points: -1 }] }] },
      'not-a-model',
      'questions[0].options[0].points',
    ],
    [
      'an outcome that does not exist',
      { ...file, questions: [{ id: 'q', outcomeCodes: ['CA-FOOD'], options: [{ id: 'o', points: 1 }] }] },
      'unknown-outcome-code',
      'questions[0].outcomeCodes[0]',
    ],
    ['no questions', { ...file, questions: [] }, 'not-a-model', 'questions'],
    ['an unknown kind of table', { ...file, allocation: { kind: 'magic', rows: [] } }, 'not-a-model', 'allocation.kind'],
    ['no price', { ...file, allocation: { kind: 'perPoint' } }, 'not-a-model', 'allocation'],
    [
      'the price of ten points',
      { ...file, allocation: { kind: 'perPoint', rows: [[10, 4500]] } },
      'not-a-model',
      'allocation.rows[0]',
    ],
    ['points that are no number', asking({ points: Number.NaN }), 'not-a-model', 'questions[0].options[0].points'],
    ['points without end', asking({ points: Number.POSITIVE_INFINITY }), 'not-a-model', 'questions[0].options[0].points'],
    ['points in words', asking({ points: '12' }), 'not-a-model', 'questions[0].options[0].points'],
    ['points larger than any budget', asking({ points: 1e12 }), 'not-a-model', 'questions[0].options[0].points'],
    [
      'a row whose money is no number',
      table([
        [0, 0],
        [200, Number.NaN],
      ]),
      'not-a-model',
      'allocation.rows[1]',
    ],
    [
      'a row whose points are no number',
      table([
        [0, 0],
        [Number.NaN, 500],
      ]),
      'not-a-model',
      'allocation.rows[1]',
    ],
    ['a price below nothing', { ...file, allocation: { kind: 'perPoint', pencePerPoint: -1 } }, 'not-a-model', price],
    ['a price that is no number', { ...file, allocation: { kind: 'perPoint', pencePerPoint: Number.NaN } }, 'not-a-model', price],
    [
      'bands with less money for more points',
      bands([
        { from: 0, to: 50, pence: 500 },
        { from: 51, pence: 400 },
      ]),
      'not-monotonic',
      'allocation.rows[1]',
    ],
    ['a band that ends before it starts', bands([{ from: 0, to: -1, pence: 1 }]), 'not-a-model', 'allocation.rows[0].to'],
    ['bands that start above 0', bands([{ from: 1, to: null, pence: 1 }]), 'does-not-start-at-zero', 'allocation.rows[0]'],
    ['a floor with a part of a penny', { ...file, floorPence: 2500.5 }, 'not-a-model', 'floorPence'],
    ['a floor below nothing', { ...file, floorPence: -1 }, 'not-a-model', 'floorPence'],
    ['rounding to a part of a penny', rounding(0.5), 'not-a-model', 'rounding.unitPence'],
    ['rounding to nothing', rounding(0), 'not-a-model', 'rounding.unitPence'],
    ['keeping back less than nothing', { ...file, contingencyPercent: -1 }, 'not-a-model', 'contingencyPercent'],
    ['keeping back more than there is', { ...file, contingencyPercent: 101 }, 'not-a-model', 'contingencyPercent'],
    ['keeping back what is no number', { ...file, contingencyPercent: Number.NaN }, 'not-a-model', 'contingencyPercent'],
    ['a share of more than everything', { ...file, informal: { shares: [0, 101] } }, 'not-a-model', 'informal.shares[1]'],
    ['a share below nothing', { ...file, informal: { shares: [-25] } }, 'not-a-model', 'informal.shares[0]'],
    ['a ceiling below nothing', { ...file, ceiling: { points: -1 } }, 'not-a-model', 'ceiling.points'],
    ['a ceiling that is no number', { ...file, ceiling: { points: Number.NaN } }, 'not-a-model', 'ceiling.points'],
    ['a year without weeks', { ...file, weeksPerYear: 0 }, 'not-a-model', 'weeksPerYear'],
    ['something else entirely', 'a model', 'not-a-model', ''],
  ])('%s', (_name, given, code, where) => {
    const faults = modelFaults(given);
    expect(faults.map((fault) => [fault.code, fault.where])).toEqual([[code, where]]);
    expect(faults[0]?.message).toMatch(/[.]$/);
  });
  test('a cap is refused with the law', () => {
    expect(modelFaults({ ...file, ceiling: { points: 100, action: 'cap' } })[0]?.law).toBe('Care Act 2014 s.26');
  });
});

describe('models written by others', () => {
  const least = {
    questions: [{ id: 'q', options: [{ id: 'o', points: 16 }] }],
    allocation: { kind: 'table', rows: [[16, 8291]] },
  };
  test('need only questions and an allocation', () => {
    expect(readModel(least)).toMatchObject({
      ok: true,
      model: { contingencyPercent: 0, weeksPerYear: 52, rounding: { unitPence: 1 } },
    });
  });
  test('read to the same model when they are read again', () => {
    for (const given of [DEMO_FILE, least, json('test/domain/fixtures/savva.json')]) {
      const once = RasModel.parse(given);
      expect(RasModel.parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
    }
  });
  test.each([
    ['a text', 'Nights', 'Nights'],
    ['by language', { en: 'Nights', easyRead: 'At night' }, 'Nights'],
    ['in another language only', { cy: 'Nosweithiau' }, 'Nosweithiau'],
    ['under “lang”', { lang: { en: 'Nights' }, easyRead: 'At night' }, 'Nights'],
    ['none', undefined, 'nights'],
    ['empty', {}, 'nights'],
  ])('may word a question as %s', (_name, wording, words) => expect(wordsFor(wording, 'en', 'nights')).toBe(words));
});
