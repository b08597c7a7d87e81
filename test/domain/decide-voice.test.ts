/** Being heard: messages, “I don’t agree” in every state of a case, and who may answer it. */
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import type { Case } from '../../lib/domain/case.ts';
import { type ChallengeAbout, isOpen } from '../../lib/domain/challenge.ts';
import { LONGEST_MESSAGE, LONGEST_REASONS } from '../../lib/domain/decisions/voice.ts';
import { allocateNow, caseAt, confirm, follow, type Place, type Step, send, WAY_TO } from '../support/case-so-far.ts';
import { expectThat, outcomeOf, type Then } from '../support/given-when-then.ts';
import { ada, adaTheApprover, ben, glenda, morag, priya, sam, small, tom } from '../support/small-council.ts';

const write = (words = 'When will you come?', by: Actor = ada, at?: string): Step => ({
  by,
  command: { type: 'write-message', words },
  ...(at && { at }),
});
const raise = (about: ChallengeAbout = 'decision', by: Actor = ada, at?: string): Step => ({
  by,
  command: { type: 'raise-challenge', content: { about, detail: '', words: 'I think this is wrong.', wants: '' } },
  ...(at && { at }),
});
const acknowledge = (number = 1, by: Actor = tom): Step => ({ by, command: { type: 'acknowledge-challenge', number } });
const answer = (number = 1, by: Actor = tom, reasons = 'We looked again.'): Step => ({
  by,
  command: { type: 'answer-challenge', number, outcome: 'stands', reasons },
});

const caseAfter = (place: Exclude<Place, 'nobody yet'>, ...steps: Step[]): Case => {
  const state = follow(steps, caseAt(place));
  if (!state) throw new Error('no case');
  return state;
};

const PLACES = (Object.keys(WAY_TO) as Place[]).filter((place) => place !== 'nobody yet');

describe.each(PLACES)('at %s', (place) => {
  test('the person can say that they do not agree, and nothing else changes because of it (I-07)', () => {
    const before = caseAt(place);
    const state = caseAfter(place, raise('something-else'));
    expect(state.challenges).toHaveLength(1);
    expect({ ...state, version: before.version, challenges: before.challenges }).toEqual(before);
    expect(state.challenges[0]?.acknowledge).toEqual({ dueOn: '2026-11-05', toldAt: expect.any(String), missed: [] });
  });

  test('they can write to the team, be answered, and get an answer to what they do not agree with', () => {
    const before = caseAt(place);
    const state = caseAfter(place, write(), write('Tomorrow.', priya), raise('delay'), acknowledge(), answer());
    expect(state.unanswered).toBeUndefined();
    expect(state.challenges.filter(isOpen)).toEqual([]);
    expect(state.state).toBe(before.state);
  });
});

const ROWS: [sentence: string, given: Place, when: Step, then: Then][] = [
  ['the person writes', 'planning', write(), ['MessageWritten']],
  ['a worker writes back', 'planning', write('Tomorrow.', priya), ['MessageWritten']],
  ['so does an approver', 'planning', write('Tomorrow.', glenda), ['MessageWritten']],
  ['nobody else’s person does', 'planning', write('Hello', ben), 'not-allowed'],
  ['nor whoever only sets things up', 'planning', write('Hello', sam), 'not-allowed'],
  ['an empty message is none', 'planning', write(' \n'), 'answer-not-valid'],
  ['a very long one is cut by its writer, not by us', 'planning', write('x'.repeat(LONGEST_MESSAGE + 1)), 'answer-not-valid'],
  ['another person does not disagree for them', 'planning', raise('plan', ben), 'not-allowed'],
  ['a worker writes it down for them', 'planning', raise('plan', priya), ['ChallengeRaised']],
  ['there is nothing to acknowledge', 'planning', acknowledge(), 'nobody-by-that-name'],
  ['there is nothing to answer', 'planning', answer(), 'nobody-by-that-name'],
];
test.each(ROWS)('%s', (_, given, when, then) => expectThat(given, when, then));

describe('a message', () => {
  test('from the person’s side waits until the team has written', () => {
    expect(caseAfter('planning', write()).unanswered).toEqual({ at: expect.any(String), by: { id: ada.id, name: ada.name } });
    expect(caseAfter('planning', write(), write('Tomorrow.', priya)).unanswered).toBeUndefined();
    expect(caseAfter('planning', write(), write('Tomorrow.', priya), write('Good.')).unanswered).toBeDefined();
  });

  test('somebody who works here and writes on their own case is the person', () => {
    expect(caseAfter('planning', write('Hello', adaTheApprover)).unanswered?.by.id).toBe(ada.id);
  });
});

describe('the promise to say that it has come', () => {
  test('is three working days, over a weekend and a holiday', () => {
    const raised = (at: string) => caseAfter('planning', raise('plan', ada, at)).challenges[0]?.acknowledge.dueOn;
    expect(raised('2026-11-06T16:00:00Z')).toBe('2026-11-11');
    expect(raised('2026-12-24T16:00:00Z')).toBe('2026-12-31');
    expect(raised('2026-11-07T10:00:00Z')).toBe('2026-11-11');
  });

  test('is kept once; saying it again changes nothing', () => {
    const state = caseAfter('planning', raise('plan'), acknowledge());
    expect(state.challenges[0]?.acknowledged?.by.id).toBe(tom.id);
    expectThat(state, acknowledge(1, priya), []);
  });
});

describe('the answer', () => {
  const raised = caseAfter('planning', raise('delay'));

  test('always has reasons, and they have an end', () => {
    expectThat(raised, answer(1, tom, ' '), 'reasons-needed');
    expectThat(raised, answer(1, tom, 'x'.repeat(LONGEST_REASONS + 1)), 'answer-not-valid');
    expectThat(raised, answer(), ['ChallengeAnswered']);
  });

  test('is given once, and what is answered is not acknowledged after', () => {
    const state = caseAfter('planning', raise('delay'), answer());
    expectThat(state, answer(), 'already-done');
    expectThat(state, acknowledge(), 'already-done');
    expectThat(state, answer(2), 'nobody-by-that-name');
    expectThat(state, answer(0), 'nobody-by-that-name');
  });

  test('so it is still when the case has long forgotten it', () => {
    const many = Array.from({ length: 7 }, (_, place): Step[] => [raise('delay'), answer(place + 1)]).flat();
    const state = caseAfter('planning', ...many);
    expect(state.challenges.map(({ number }) => number)).toEqual([3, 4, 5, 6, 7]);
    expectThat(state, answer(1), 'already-done');
    expect(caseAfter('planning', ...many, raise('delay')).challenges.at(-1)?.number).toBe(8);
  });

  test('the person does not answer themself, and neither does an approver on their own case', () => {
    expectThat(raised, answer(1, ada), 'not-allowed');
    expectThat(raised, answer(1, adaTheApprover), 'not-allowed');
  });

  const OWN: [about: ChallengeAbout, place: Exclude<Place, 'nobody yet'>, makers: Actor[], others: Actor[]][] = [
    ['decision', 'planning', [priya], [tom, glenda]],
    ['decision', 'advice given', [priya], [tom, glenda]],
    ['decision', 'a plan sent back', [priya, glenda], [tom, morag]],
    ['figure', 'planning', [priya], [tom, glenda]],
    ['line', 'planning', [priya], [tom, glenda]],
    ['plan', 'a plan written', [priya], [tom, glenda]],
    ['plan', 'an agreed plan', [priya, glenda], [tom, morag]],
    ['budget', 'support in place', [priya, glenda], [tom, morag]],
    ['delay', 'support in place', [], [priya, glenda, tom]],
    ['record', 'support in place', [], [priya, glenda, tom]],
    ['something-else', 'support in place', [], [priya, glenda, tom]],
  ];
  test.each(OWN)('about the %s, at %s, comes from somebody who did not make it', (about, place, makers, others) => {
    const state = caseAfter(place, raise(about));
    for (const maker of makers) expectThat(state, answer(1, maker), 'own-decision');
    for (const other of others) expectThat(state, answer(1, other), ['ChallengeAnswered']);
  });

  test('whoever made it then does not answer, though somebody else has decided anew since', () => {
    const challenged = caseAfter('an assessment', confirm(), raise('decision'));
    const { assessment } = challenged;
    if (!assessment) throw new Error('no assessment');
    const anew = { ...challenged, assessment: { ...assessment, decidedBy: { id: tom.id, name: tom.name } } } as Case;
    expect(outcomeOf(anew, answer(1, priya))).toBe('own-decision');
    expect(outcomeOf(anew, answer(1, tom))).toEqual(['ChallengeAnswered']);
  });
});

test('with ten open we ask the person to talk to us, and one answered makes room', () => {
  const ten = caseAfter('planning', ...Array.from({ length: 10 }, () => raise('delay')));
  expectThat(ten, raise('delay'), 'already-done');
  const room = follow([answer(4)], ten);
  expectThat(room as Case, raise('delay'), ['ChallengeRaised']);
});

test('a case goes on as if nothing had been said, to its very end', () => {
  const told = follow([raise('delay'), send, write(), confirm(), raise('figure'), allocateNow()], caseAt('a story told'), small);
  expect(told).toMatchObject({ state: 'underway', at: { stage: 'planning' } });
  expect(told?.challenges).toHaveLength(2);
});
