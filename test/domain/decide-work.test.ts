/** Taking work, putting it back, and the forms a council lays out itself. */
import { describe, expect, test } from 'vitest';
import { arrange, caseAt, check, follow, offer, type Place, plan, type Step, save } from '../support/case-so-far.ts';
import { expectThat, type Then } from '../support/given-when-then.ts';
import { ada, adaTheApprover, ben, glenda, morag, priya, sam, small, tom } from '../support/small-council.ts';

const take = (stage: string, by = priya): Step => ({ by, command: { type: 'take-work', stage } });
const putBack = (stage: string, by = priya): Step => ({ by, command: { type: 'put-back-work', stage } });
const outcome = (name: string): Step => check(name, 'Because.');

const ROWS: [sentence: string, given: Place, when: Step, then: Then][] = [
  ['a worker takes work', 'an assessment', take('assessment'), ['WorkTaken']],
  ['which waits for their role', 'a plan to agree', take('approval'), 'not-allowed'],
  ['an approver takes theirs', 'a plan to agree', take('approval', glenda), ['WorkTaken']],
  ['the person’s own story is nobody’s work', 'a story told', take('story'), 'not-allowed'],
  ['a stage that has passed', 'planning', take('assessment'), 'not-at-this-stage'],
  ['a case with support in place', 'support in place', take('arranging'), 'not-at-this-stage'],
  ['a person takes no work', 'an assessment', take('assessment', ada), 'not-allowed'],
  ['nor a configurer', 'an assessment', take('assessment', sam), 'not-allowed'],
  ['work that nobody has is not put back', 'an assessment', putBack('assessment'), []],
  ['nor at a stage that has passed', 'planning', putBack('assessment'), 'not-at-this-stage'],
  ['a form is filled in', 'a plan in check', check(), ['FormFilled', 'StageFinished']],
  ['by whom the pathway says', 'a plan in check', check('fine', '', priya), 'not-allowed'],
  ['with reasons where the form asks', 'a plan in check', check('changes', ' '), 'reasons-needed'],
  ['and then leads where it says', 'a plan in check', outcome('changes'), ['FormFilled', 'StageFinished']],
  ['in no way but its own', 'a plan in check', outcome('shrug'), 'unknown-outcome'],
  ['nor by a name every object has', 'a plan in check', outcome('constructor'), 'unknown-outcome'],
  ['never late by hand', 'a plan in check', outcome('late'), 'unknown-outcome'],
  ['once', 'a plan to agree', check(), 'not-at-this-stage'],
  ['at its own stage', 'an agreed plan', check(), 'not-at-this-stage'],
  [
    'a plan is not a form',
    'planning',
    { ...check(), by: priya, command: { ...check().command, stage: 'planning' } as never },
    'not-at-this-stage',
  ],
  ['a question left open', 'an agreed plan', arrange({}), 'form-incomplete'],
  ['an answer that is not offered', 'an agreed plan', arrange({ money: 'a friend' }), 'form-incomplete'],
  ['a form of the assessor’s', 'an agreed plan', arrange(), ['FormFilled', 'StageFinished', 'SupportPutInPlace']],
  ['not by the person', 'an agreed plan', arrange({ money: 'person' }, ada), 'not-allowed'],
  ['nor by another person', 'an agreed plan', arrange({ money: 'person' }, ben), 'not-allowed'],
  ['nor by an approver about themselves', 'a plan in check', check('fine', '', adaTheApprover), 'not-allowed'],
  ['nor in a closed case', 'a withdrawn case', arrange(), 'not-at-this-stage'],
];

test.each(ROWS)('%s', (_, given, when, then) => expectThat(given, when, then));

describe('a form drawn on an earlier visit to a stage', () => {
  const before = caseAt('a plan in check').arrivals;
  const back = follow([outcome('changes'), save(plan, 1), offer(2)], caseAt('a plan in check')) ?? 'planning';
  const drawnAt = (arrival: number): Step => ({ by: glenda, command: { ...check().command, arrival } as never });

  test('does not answer for a later one', () => expectThat(back, drawnAt(before), 'not-at-this-stage'));
  test('answers on its own', () => expectThat('a plan in check', drawnAt(before), ['FormFilled', 'StageFinished']));
  test('keeps one filled form a stage in the snapshot', () => {
    const after = follow([check()], caseAt('a plan in check'));
    expect(after?.forms.map(({ stage }) => stage)).toEqual(['check']);
    const again = typeof back === 'string' ? undefined : follow([check()], back);
    expect(again?.forms.map(({ outcome: ended }) => ended)).toEqual(['fine']);
  });
});

describe('an end that closes the case', () => {
  test('is never reached without a word to the person', () => {
    const route = {
      ...small.route,
      stages: small.route.stages.map((stage) =>
        stage.id === 'arranging' ? { ...stage, outcomes: { 'in-place': { end: 'support-ended' as const } } } : stage,
      ),
    } as typeof small.route;
    const configuration = { ...small, route };
    expectThat('an agreed plan', arrange(), 'reasons-needed', configuration);
  });
});

describe('taken work', () => {
  const taken = follow([take('assessment')], caseAt('an assessment')) ?? 'an assessment';

  test.each<[string, Step, Then]>([
    ['is taken by one person', take('assessment', tom), 'already-done'],
    ['taking it again changes nothing', take('assessment'), []],
    ['anyone of the team may put it back', putBack('assessment', tom), ['WorkPutBack']],
  ])('%s', (_, when, then) => expectThat(taken, when, then));

  test('is free again afterwards', () => {
    const free = follow([putBack('assessment', tom)], caseAt('an assessment')) ?? 'an assessment';
    expectThat(free, take('assessment', tom), ['WorkTaken']);
  });
});

describe('a form for the person', () => {
  const stages = small.route.stages.map((stage) => (stage.id === 'arranging' ? { ...stage, who: 'person' as const } : stage));
  const theirs = { ...small, route: { ...small.route, stages } } as typeof small;

  test.each<[string, Step, Then]>([
    ['is filled in by them', arrange({ money: 'person' }, ada), ['FormFilled', 'StageFinished', 'SupportPutInPlace']],
    ['or with them', arrange({ money: 'person' }, priya), ['FormFilled', 'StageFinished', 'SupportPutInPlace']],
    ['not by another person', arrange({ money: 'person' }, ben), 'not-allowed'],
    ['nor by an approver', arrange({ money: 'person' }, morag), 'not-allowed'],
  ])('%s', (_, when, then) => expectThat('an agreed plan', when, then, theirs));
});

test('support cannot be in place before a plan was agreed, whatever the pathway says', () => {
  const stages = small.route.stages.map((stage) =>
    stage.id === 'check' ? { ...stage, outcomes: { fine: { end: 'support-in-place' as const } } } : stage,
  );
  const hasty = { ...small, route: { ...small.route, stages } } as typeof small;
  expectThat('a plan in check', check(), 'support-not-in-place', hasty);
});

test('what was filled in is kept with the case', () => {
  const state = follow([arrange()], caseAt('an agreed plan'));
  expect(state?.forms.map(({ stage, outcome: ended }) => [stage, ended])).toEqual([
    ['check', 'fine'],
    ['arranging', 'in-place'],
  ]);
});
