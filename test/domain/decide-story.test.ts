/** The person's own account: opening a case, answering, sending, stopping. */
import { describe, expect, test } from 'vitest';
import type { Case } from '../../lib/domain/case.ts';
import { lifeAreasOf } from '../../lib/domain/fact.ts';
import { answerWith, caseAt, follow, open, type Place, type Step, send, withdrawNow } from '../support/case-so-far.ts';
import { expectThat, type Then } from '../support/given-when-then.ts';
import { ada, ben, glenda, priya, sam, small, tom } from '../support/small-council.ts';

const helped = (informalShare: number): Step => ({
  by: ada,
  command: {
    type: 'answer-question',
    answers: { washing: { option: 'p6', informalShare, willingAndAble: true, ownWords: '' } },
  },
});
const openedBy = (by: Step['by']): Step => ({ ...open, by });

const ROWS: [sentence: string, given: Place, when: Step, then: Then][] = [
  ['a person opens their own case', 'nobody yet', open, ['CaseOpened']],
  ['an assessor opens it with them', 'nobody yet', openedBy(priya), ['CaseOpened']],
  ['nobody else opens it for them', 'nobody yet', openedBy(ben), 'not-allowed'],
  ['an approver opens nothing', 'nobody yet', openedBy(glenda), 'not-allowed'],
  ['a case is opened once', 'a story just begun', open, 'already-done'],
  ['there is nothing to answer without a case', 'nobody yet', answerWith('washing', 'p6', priya), 'no-such-stage'],
  ['an answer is kept', 'a story just begun', answerWith('washing', 'p6'), ['AnswerGiven']],
  ['an answer can be changed until it is sent', 'a story told', answerWith('washing', 'p12'), ['AnswerGiven']],
  ['an assessor may write it down for them', 'a story just begun', answerWith('washing', 'p6', priya), ['AnswerGiven']],
  ['another person may not', 'a story just begun', answerWith('washing', 'p6', ben), 'not-allowed'],
  ['a question that is not asked', 'a story just begun', answerWith('flying', 'p6'), 'unknown-question'],
  ['an answer that is not offered', 'a story just begun', answerWith('washing', 'p7'), 'answer-not-valid'],
  ['help in a share that is offered', 'a story just begun', helped(50), ['AnswerGiven']],
  ['help in a share that is not offered', 'a story just begun', helped(33), 'answer-not-valid'],
  ['nothing is sent unfinished', 'a story just begun', send, 'story-incomplete'],
  ['a finished story is sent', 'a story told', send, ['StageFinished']],
  ['a story is sent once', 'an assessment', send, 'not-at-this-stage'],
  ['a sent story is not changed', 'an assessment', answerWith('washing', 'p0'), 'not-at-this-stage'],
  ['later forms are no story', 'a plan in check', answerWith('washing', 'p0'), 'not-at-this-stage'],
  ['a closed case is not answered', 'a withdrawn case', answerWith('washing', 'p0'), 'not-at-this-stage'],
  ['nor one with support in place', 'support in place', send, 'not-at-this-stage'],
  ['the person stops', 'an assessment', withdrawNow(), ['CaseClosed']],
  ['an assessor stops it for them', 'a story just begun', withdrawNow(priya, 'She rang to say she is well.'), ['CaseClosed']],
  ['nobody else stops it', 'an assessment', withdrawNow(ben), 'not-allowed'],
  ['it is stopped once', 'a withdrawn case', withdrawNow(), 'case-closed'],
  ['agreed support never stops by accident', 'an agreed plan', withdrawNow(), 'not-at-this-stage'],
  ['nor when it is in place', 'support in place', withdrawNow(), 'not-at-this-stage'],
  ['nor in a review', 'a review', withdrawNow(), 'not-at-this-stage'],
  ['a configurer decides about nobody', 'a story told', { ...send, by: sam }, 'not-allowed'],
];

test.each(ROWS)('%s', (_, given, when, then) => expectThat(given, when, then));

test('without a points model a statement cannot be one of it', () => {
  const { model: _, ...without } = small;
  expectThat('a story just begun', answerWith('washing', 'p6'), 'answer-not-valid', without);
});

describe('what is kept', () => {
  test('the person is promised a date in working days', () => {
    const state = caseAt('a story just begun');
    expect(state.state === 'underway' && state.at.promise?.dueOn).toBe('2026-11-16');
  });

  test('Christmas is not counted', () => {
    const state = follow([{ ...open, at: '2026-12-18T09:00:00Z' }]) as Extract<Case, { state: 'underway' }>;
    expect(state.at.promise?.dueOn).toBe('2027-01-06');
  });

  test('each answer says who said it', () => {
    const later = { ...answerWith('going-out', 'p0', priya), at: '2026-11-02T09:10:00Z' };
    const state = follow([later], caseAt('a story told'));
    expect(lifeAreasOf(state?.facts ?? {}).washing?.by.id).toBe(ada.id);
    expect(lifeAreasOf(state?.facts ?? {})['going-out']?.by.id).toBe(priya.id);
  });

  test('stopping without a reason is recorded in plain words', () => {
    const state = follow([withdrawNow(ada, '  ')], caseAt('an assessment'));
    expect(state).toMatchObject({ state: 'closed', end: 'withdrawn', reasons: 'No reason was given.' });
  });

  test('whoever stops it for the person says why', () => {
    expectThat('an assessment', withdrawNow(priya, ' '), 'reasons-needed');
    const state = follow([withdrawNow(priya, 'He told me on the phone that his son helps now.')], caseAt('an assessment'));
    expect(state).toMatchObject({ state: 'closed', reasons: 'He told me on the phone that his son helps now.' });
  });

  test('what the person said stays beside what staff write for them, however often they do', () => {
    const later = { ...answerWith('washing', 'p0', priya), at: '2026-11-02T09:10:00Z' };
    const once = follow([later], caseAt('a story told'));
    const twice = follow([{ ...answerWith('washing', 'p6', tom), at: '2026-11-02T09:20:00Z' }], once);
    expect(lifeAreasOf(twice?.facts ?? {}).washing).toMatchObject({
      option: 'p6',
      by: { id: tom.id },
      personSaid: { option: 'p6', ownWords: 'In my own words' },
    });
    const last = follow([{ ...answerWith('washing', 'p0'), at: '2026-11-02T10:00:00Z' }], twice);
    expect(lifeAreasOf(last?.facts ?? {}).washing).toMatchObject({ option: 'p0', by: { id: ada.id } });
    expect(last?.facts.washing?.staff?.value).toMatchObject({ option: 'p6' });
  });
});
