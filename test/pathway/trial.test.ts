/** A pathway tried out by hand: where the chosen outcomes lead, what is asked on the way, and what a kept walk comes to when it is run. */
import { describe, expect, test } from 'vitest';
import { loadFolder } from '../../bin/workflows-folder.ts';
import { readRoom } from '../../lib/app/configuring/documents.ts';
import { fits } from '../../lib/domain/answer-fits.ts';
import { bankOf } from '../../lib/domain/question.ts';
import { stageOf } from '../../lib/domain/stage.ts';
import { dutiesAt } from '../../lib/pathway/duties-at.ts';
import { answerOf, branchingIn, choiceOf, choicesOf, madeUpAnswer } from '../../lib/pathway/made-up.ts';
import { MOST_STEPS, runScenario } from '../../lib/pathway/scenario-run.ts';
import { answersOf, REVIEW, scenarioOf, type Trial, tryOut } from '../../lib/pathway/trial.ts';

const { documents } = loadFolder('workflows');
const [council] = readRoom(documents, 'councils').values;
if (!council) throw new Error('the template has no council');
const bundle = {
  council,
  pathways: readRoom(documents, 'pathways').values,
  forms: readRoom(documents, 'forms').values,
  questions: readRoom(documents, 'questions').values.flatMap(({ questions }) => questions),
  allocation: readRoom(documents, 'allocation').values,
};
const bank = bankOf(bundle.questions);
const model = bundle.allocation.find(({ id }) => id === bundle.council.allocation);
const pathway = bundle.pathways.find(({ id }) => id === 'adult-care');
if (!pathway) throw new Error('the template has no pathway for adults');

const trial = (outcomes: string[], answers: Trial['answers'] = {}): Trial => ({ pathway, outcomes, answers });
const walk = (outcomes: string[], answers?: Trial['answers']) => tryOut(trial(outcomes, answers), bundle);
const stagesOf = (outcomes: string[]) => walk(outcomes).visits.map(({ stage }) => stage.id);
const THROUGH = ['submitted', 'eligible', 'allocated', 'ready', 'content', 'approved', 'in-place'];

describe('a walk', () => {
  test.each<[string, string[], string[], string | undefined]>([
    ['begins where a case begins', [], ['self-assessment'], undefined],
    ['goes where the outcome leads', ['submitted'], ['self-assessment', 'assessment'], undefined],
    ['comes to an end', ['submitted', 'not-eligible'], ['self-assessment', 'assessment'], 'advice-given'],
    ['stops at an outcome there is not', ['submitted', 'content', 'eligible'], ['self-assessment', 'assessment'], undefined],
    ['goes no further than an end', ['submitted', 'not-eligible', REVIEW], ['self-assessment', 'assessment'], 'advice-given'],
  ])('%s', (_name, outcomes, stages, end) => {
    expect([stagesOf(outcomes), walk(outcomes).end]).toEqual([stages, end]);
  });

  test('goes on to the review once support is in place, and round again', () => {
    expect(walk(THROUGH).end).toBe('support-in-place');
    expect(stagesOf([...THROUGH, REVIEW]).at(-1)).toBe('review');
    expect(stagesOf([...THROUGH, REVIEW, 'plan-changes']).at(-1)).toBe('planning');
  });

  test('ends by itself however long somebody goes round in a circle', () => {
    const round = Array.from({ length: 400 }, (_, step) => (step % 2 === 0 ? 'content' : 'returned'));
    expect(walk(['submitted', 'eligible', 'allocated', 'ready', ...round]).visits.length).toBeLessThanOrEqual(MOST_STEPS + 1);
  });

  test('names only the steps that were made', () => {
    expect(walk(['submitted', 'nonsense', 'eligible']).outcomes).toEqual(['submitted']);
  });
});

test('what is asked of everybody is the sum of what each is asked', () => {
  const { asked } = walk(THROUGH);
  const { person, assessor, approver, everybody } = asked;
  expect(everybody.questions).toBe(person.questions + assessor.questions + approver.questions);
  expect(person.questions).toBeGreaterThan(0);
  expect(approver.questions).toBe(2);
});

describe('made-up answers', () => {
  test('fit every question of the template that can be answered', () => {
    const wrong = bundle.questions.filter((question) => {
      const value = madeUpAnswer(question, model);
      return value === undefined ? question.type !== 'finding' : !fits(question, value);
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('are the other ones where somebody chose so, and only where the question has such a choice', () => {
    const carer = bank.get('about.carer');
    if (!carer) throw new Error('no question about carers');
    expect([answerOf(carer, 'yes', model), answerOf(carer, 'no', model), answerOf(carer, 'perhaps', model)]).toEqual([
      true,
      false,
      undefined,
    ]);
    expect(choiceOf(false)).toBe('no');
  });

  test('every choice is an answer, and is known again', () => {
    for (const question of bundle.questions)
      for (const { id } of choicesOf(question, model)) expect(choiceOf(answerOf(question, id, model))).toBe(id);
  });

  test('decide what else is asked: without a carer there is no more about one', () => {
    expect(branchingIn(bundle.forms).has('about.carer')).toBe(true);
    const asked = (value: boolean) => walk(['submitted'], { 'about.carer': value }).asked.person.questions;
    expect(asked(false)).toBeLessThan(asked(true));
  });
});

test.each<[string, string[]]>([
  ['not eligible', ['submitted', 'not-eligible']],
  ['in place', THROUGH],
  [
    'returned once',
    ['submitted', 'eligible', 'allocated', 'ready', 'content', 'returned', 'ready', 'content', 'approved', 'in-place'],
  ],
  ['two reviews', [...THROUGH, REVIEW, 'no-change', REVIEW, 'support-ends']],
])('a walk that is kept comes to the same end by the same stages when it is run: %s', (_name, outcomes) => {
  const out = walk(outcomes);
  const scenario = scenarioOf(
    trial(outcomes),
    out,
    { id: 'kept', title: 'Kept', about: 'Made up' },
    answersOf(trial([]), bank, model),
  );
  const run = runScenario(bundle, scenario);
  expect(run.problems).toEqual([]);
  expect([run.end, run.visited]).toEqual([out.end, out.visits.map(({ stage }) => stage.id)]);
});

test.each([
  ['assessment', true],
  ['plan-approval', true],
  ['quality-check', false],
])('%s discharges a duty: %s', (id, serves) => {
  const [register] = readRoom(documents, 'duties').values;
  const stage = stageOf(pathway, id);
  if (!register || !stage) throw new Error('the template lacks one of them');
  expect(dutiesAt(register, pathway, stage).length > 0).toBe(serves);
});
