/** Reviews: opened because one is due or asked for, recorded, and always followed by a next date. */
import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../lib/domain/actor.ts';
import type { Case } from '../../lib/domain/case.ts';
import { lifeAreasOf } from '../../lib/domain/fact.ts';
import {
  allocateNow,
  answerWith,
  approve,
  arrange,
  askReview,
  caseAt,
  check,
  confirm,
  dearer,
  follow,
  offer,
  type Place,
  reviewed,
  type Step,
  save,
  send,
} from '../support/case-so-far.ts';
import { expectThat, type Then } from '../support/given-when-then.ts';
import { ada, ben, glenda, priya } from '../support/small-council.ts';

const on = (date: string): Step => ({ by: SYSTEM, command: { type: 'open-due-review' }, at: `${date}T05:00:00Z` });

const ROWS: [sentence: string, given: Place, when: Step, then: Then][] = [
  ['the person asks for a review, any day', 'support in place', askReview(), ['ReviewOpened']],
  ['or their worker does', 'support in place', askReview(priya), ['ReviewOpened']],
  ['nobody else', 'support in place', askReview(ben), 'not-allowed'],
  ['an approver does not', 'support in place', askReview(glenda), 'not-allowed'],
  ['one that is open is not opened again', 'a review', askReview(), 'already-done'],
  ['nothing is reviewed before it is there', 'planning', askReview(), 'already-done'],
  ['a closed case has none', 'a withdrawn case', askReview(), 'case-closed'],
  ['on its day it opens by itself', 'support in place', on('2026-12-14'), ['ReviewOpened']],
  ['and on any day after, if that was missed', 'support in place', on('2027-03-01'), ['ReviewOpened']],
  ['never before', 'support in place', on('2026-12-13'), []],
  ['never twice', 'a review', on('2026-12-14'), []],
  ['nothing opens in a closed case', 'support ended', on('2028-01-01'), []],
  ['only the schedule opens what is due', 'support in place', { ...on('2026-12-14'), by: priya }, 'not-allowed'],
  ['no change', 'a review', reviewed('no-change'), ['ReviewRecorded', 'StageFinished', 'SupportPutInPlace']],
  ['the plan changes', 'a review', reviewed('plan-changes'), ['ReviewRecorded', 'StageFinished']],
  ['the needs changed', 'a review', reviewed('needs-changed'), ['ReviewRecorded', 'StageFinished']],
  ['support ends', 'a review', reviewed('support-ends'), ['ReviewRecorded', 'StageFinished', 'CaseClosed']],
  ['a review is recorded once', 'support in place', reviewed('no-change'), 'not-at-this-stage'],
  ['by a worker', 'a review', reviewed('no-change', ada), 'not-allowed'],
  ['not by an approver', 'a review', reviewed('no-change', glenda), 'not-allowed'],
  ['not at another stage', 'planning', reviewed('no-change'), 'not-at-this-stage'],
];

test.each(ROWS)('%s', (_, given, when, then) => expectThat(given, when, then));

test('without agreed support there is nothing to review', () => {
  const { agreed: _, ...without } = caseAt('a review') as Extract<Case, { state: 'underway' }>;
  expectThat(without, reviewed('no-change'), 'support-not-in-place');
});

describe('the next date', () => {
  const reviewing = (...steps: Step[]) => follow(steps, caseAt('a review'));

  test('six weeks after a new plan, from the day support is in place', () => {
    const state = follow([{ ...arrange(), at: '2026-11-09T09:00:00Z' }], caseAt('an agreed plan'));
    expect(state?.agreed?.reviewDueOn).toBe('2026-12-21');
  });

  test('twelve months after a review that changed nothing', () => {
    const state = reviewing({ ...reviewed('no-change'), at: '2026-12-14T09:00:00Z' });
    expect(state).toMatchObject({ state: 'supported', agreed: { reviewDueOn: '2027-12-14' } });
  });

  test('stands even while a review changes the plan', () => {
    expect(reviewing(reviewed('plan-changes'))).toMatchObject({ state: 'underway', agreed: { reviewDueOn: '2027-11-02' } });
  });

  test('six weeks again after the changed plan', () => {
    const state = reviewing(
      reviewed('plan-changes'),
      save(dearer, 1),
      offer(2),
      check(),
      approve(2, 'It takes longer now.'),
      arrange(),
    );
    expect(state).toMatchObject({ state: 'supported', agreed: { reviewDueOn: '2026-12-14', budget: { totalPence: 18_000 } } });
  });

  test('keeps what set the review off', () => {
    const due = follow([on('2026-12-14'), reviewed('no-change')], caseAt('support in place'));
    expect(due?.reviews.map(({ trigger }) => trigger)).toEqual(['due']);
    expect(reviewing(reviewed('no-change'))?.reviews.map(({ trigger }) => trigger)).toEqual(['requested']);
  });
});

describe('changed needs are told again first', () => {
  const tuesday = '2026-11-03T09:00:00.000Z';
  const stillRight: Step = { by: ada, command: { type: 'confirm-answers', questions: ['washing', 'going-out'] }, at: tuesday };

  test('what was said stands, and is looked at again before it is sent', () => {
    const state = follow([{ ...reviewed('needs-changed'), at: tuesday }], caseAt('a review'));
    expect(state).toMatchObject({ at: { stage: 'story' }, facts: caseAt('a review').facts });
    expectThat(state as Case, { ...send, at: tuesday }, 'story-incomplete');
    const sent = follow([stillRight, { ...send, at: tuesday }], state);
    expect(sent).toMatchObject({ at: { stage: 'assessment' } });
    expect(sent?.facts.washing?.person?.value).toEqual(caseAt('a review').facts.washing?.person?.value);
  });

  test('an answer can be given anew, and the others are kept', () => {
    const told = follow([answerWith('washing', 'p12'), send], follow([reviewed('needs-changed')], caseAt('a review')));
    expect(told).toMatchObject({ at: { stage: 'assessment' } });
    expect(lifeAreasOf(told?.facts ?? {})).toMatchObject({ washing: { option: 'p12' }, 'going-out': { option: 'p6' } });
  });
});

test('changed needs are assessed and costed anew, on the run of the review', () => {
  const state = follow([reviewed('needs-changed'), send, confirm(), allocateNow(2)], caseAt('a review'));
  expect(state).toMatchObject({ state: 'underway', run: 2, at: { stage: 'planning' }, allocation: { weeklyPence: 12_000 } });
});

test('an ended support keeps its record', () => {
  expect(caseAt('support ended')).toMatchObject({
    state: 'closed',
    end: 'support-ended',
    agreed: { budget: { totalPence: 12_000 } },
  });
});
