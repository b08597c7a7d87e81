/** Scenarios on paper: the way, the questions and the figure worked out by hand; and what each kind of difference is called. */
import { describe, expect, test } from 'vitest';
import type { BurdenOfBundle } from '../../lib/pathway/burden.ts';
import { Scenario } from '../../lib/pathway/scenario.ts';
import { MOST_STEPS, runScenario } from '../../lib/pathway/scenario-run.ts';
import { model, sound } from './made-up-forms.ts';

const bundle: BurdenOfBundle = { ...sound, council: { allocation: 'MADE-UP' }, allocation: [model] };
type Expected = { readonly end: string; readonly [more: string]: unknown };
const scenario = (more: object, expected: Expected = { end: 'support-in-place' }): Scenario =>
  Scenario.parse({ id: 'one', title: 'One', about: 'Ivy Made, 70.', pathway: 'made-up', ...more, expect: expected });
const run = (more: object, expected?: Expected, on: BurdenOfBundle = bundle) => runScenario(on, scenario(more, expected));
/** The pathway with one of its stages changed, or taken out. */
const withStage = (id: string, change: object | undefined): BurdenOfBundle =>
  ({
    ...bundle,
    pathways: bundle.pathways.map((pathway) => ({
      ...pathway,
      stages: pathway.stages.flatMap((stage) => (stage.id !== id ? [stage] : change ? [{ ...stage, ...change }] : [])),
    })),
  }) as BurdenOfBundle;

const ONCE = ['telling', 'assessment', 'figure', 'last'];

describe('the way', () => {
  const ROWS: readonly (readonly [sentence: string, outcomes: object, visited: readonly string[], end: string])[] = [
    ['without outcomes every stage ends by its first', {}, ONCE, 'support-in-place'],
    ['an outcome that is named is taken', { assessment: ['not-eligible'] }, ['telling', 'assessment'], 'advice-given'],
    ['the second time by the second outcome', { last: ['back', 'done'] }, [...ONCE, ...ONCE], 'support-in-place'],
    [
      'the last one holds from then on',
      { assessment: ['eligible'], last: ['back', 'back', 'done'] },
      [...ONCE, ...ONCE, ...ONCE],
      'support-in-place',
    ],
    ['late is the same stage again', { telling: ['late', 'sent'] }, ['telling', ...ONCE], 'support-in-place'],
    ['outcomes of a stage that is gone are passed over', { gone: ['whatever'] }, ONCE, 'support-in-place'],
    [
      'a review that is named follows once support is in place',
      { review: ['no-change'] },
      [...ONCE, 'review'],
      'support-in-place',
    ],
    [
      'a review for each of its outcomes',
      { review: ['no-change', 'support-ends'] },
      [...ONCE, 'review', 'review'],
      'support-ended',
    ],
    ['needs that changed go all the way again', { review: ['needs-changed'] }, [...ONCE, 'review', ...ONCE], 'support-in-place'],
  ];
  test.each(ROWS)('%s', (_sentence, outcomes, visited, end) => {
    expect(run({ outcomes }, { end })).toMatchObject({ ok: true, visited, end, problems: [] });
  });

  test('a stage that was stripped is not missed', () => {
    const stripped = withStage('figure', undefined);
    const leading = {
      ...stripped,
      pathways: stripped.pathways.map((pathway) => ({
        ...pathway,
        stages: pathway.stages.map((stage) =>
          stage.kind === 'assessment' ? { ...stage, outcomes: { ...stage.outcomes, eligible: { stage: 'last' } } } : stage,
        ),
      })),
    } as BurdenOfBundle;
    const told = { outcomes: { figure: ['allocated'] } };
    expect(run(told, { end: 'support-in-place', weeklyPence: 1 }, leading)).toMatchObject({
      ok: true,
      visited: ['telling', 'assessment', 'last'],
    });
    const passing = run(told, { end: 'support-in-place', passes: ['figure'] }, leading);
    expect(passing.problems).toEqual(['The case should come to “figure”, and there is no such stage on the pathway.']);
  });
});

describe('the questions', () => {
  const SHORT = ['about.who', 'about.age', 'about.difficulty', 'about.helpers', 'washing', 'going-out'];
  const findings = sound.questions.flatMap(({ id, type }) => (type === 'finding' ? [id] : []));

  test('those that show to somebody who skips everything', () => {
    const { asked } = run({});
    expect(asked).toEqual([
      { stage: 'telling', questions: SHORT },
      { stage: 'assessment', questions: findings },
      { stage: 'last', questions: ['money'] },
    ]);
  });

  test('and those that an answer opens', () => {
    const { asked } = run({ answers: { 'about.who': 'me', 'about.difficulty': ['remember'] } });
    expect(asked[0]?.questions).toEqual(['about.who', 'about.name', ...SHORT.slice(1, 3), 'about.speak-up', ...SHORT.slice(3)]);
  });

  test('what was answered is not new the second time; what was skipped is asked again, and counts once', () => {
    const twice = { outcomes: { last: ['back', 'done'] }, answers: { 'about.age': 70, money: 'mine' } };
    const { asked } = run(twice);
    expect(asked[3]).toEqual({ stage: 'telling', questions: SHORT.filter((id) => id !== 'about.age') });
    const count = SHORT.length + findings.length + 1;
    expect(run(twice, { end: 'support-in-place', questionsAtMost: count }).problems).toEqual([]);
    expect(run(twice, { end: 'support-in-place', questionsAtMost: count - 1 }).problems).toEqual([
      `${count} different questions are asked, and at most ${count - 1} are expected.`,
    ]);
  });
});

describe('the figure', () => {
  const areas = { washing: { option: 'p6', informalShare: 50, willingAndAble: true }, 'going-out': { option: 'p6' } };

  test('6 points less half of them, and 6: 9 points of £10', () => {
    const found = run({ answers: areas }, { end: 'support-in-place', weeklyPence: 9000 });
    expect(found).toMatchObject({ ok: true, figure: { weeklyPence: 9000 } });
  });

  test('another figure is a problem', () => {
    expect(run({ answers: areas }, { end: 'support-in-place', weeklyPence: 9001 }).problems).toEqual([
      'The answers come to £90.00 a week, and £90.01 a week is expected.',
    ]);
    expect(run({ answers: areas }, { end: 'support-in-place', weeklyPence: null }).problems).toEqual([
      'The answers come to £90.00 a week, and no figure is expected.',
    ]);
  });

  test('above the table there is none, and the stage ends that way by itself', () => {
    const low = { ...model, ceiling: { points: 8, action: 'needsIndividualCosting' } };
    const apart = withStage('figure', {
      outcomes: { allocated: { stage: 'last' }, 'needs-individual-costing': { end: 'advice-given' } },
    });
    const found = run({ answers: areas }, { end: 'advice-given', weeklyPence: null }, { ...apart, allocation: [low] });
    expect(found).toMatchObject({ ok: true, figure: { weeklyPence: null }, visited: ['telling', 'assessment', 'figure'] });
  });

  test('an area that nobody answered keeps it from being worked out', () => {
    const [problem] = run({ answers: { washing: areas.washing } }, { end: 'support-in-place', weeklyPence: 9000 }).problems;
    expect(problem).toMatch(/^£90\.00 a week is expected, and it cannot be worked out\. “going-out” has no answer\./);
    expect(run({}, { end: 'support-in-place', weeklyPence: 0 }).problems).toEqual([
      '£0.00 a week is expected, and no answer here leads to a figure.',
    ]);
  });
});

describe('problems', () => {
  const ROWS: readonly (readonly [sentence: string, more: object, expected: Expected, problem: string])[] = [
    ['another end', {}, { end: 'advice-given' }, 'The case ends at “support-in-place”, and “advice-given” is expected.'],
    [
      'a stage that is not come to',
      { outcomes: { assessment: ['not-eligible'] } },
      { end: 'advice-given', passes: ['last'] },
      'The case should come to “last”, and does not.',
    ],
    [
      'a stage that is come to',
      {},
      { end: 'support-in-place', avoids: ['last'] },
      'The case should not come to “last”, and does.',
    ],
    [
      'an outcome the stage has not',
      { outcomes: { last: ['shrugged'] } },
      { end: 'support-in-place' },
      '“last” cannot end as “shrugged”. It can end as “done”, “back”.',
    ],
    [
      'an answer the question cannot have',
      { answers: { 'about.who': 'nobody' } },
      { end: 'support-in-place' },
      'The answer to “about.who” is not one the question can have.',
    ],
    [
      'round and round',
      { outcomes: { last: ['back'] } },
      { end: 'support-in-place' },
      `After ${MOST_STEPS} stages the case has come to no end.`,
    ],
    ['no such pathway', { pathway: 'gone' }, { end: 'support-in-place' }, 'There is no pathway “gone”.'],
  ];
  test.each(ROWS)('%s', (_sentence, more, expected, problem) => {
    expect(run(more, expected)).toMatchObject({ ok: false, problems: [problem] });
  });

  test('a pathway whose stages lead nowhere is told, and never thrown', () => {
    const { problems } = run({}, undefined, withStage('assessment', undefined));
    expect(problems).toEqual(['There is no stage “assessment” on the pathway.']);
  });

  test('answers to questions that are gone are passed over', () => expect(run({ answers: { gone: 'x' } }).ok).toBe(true));
});
