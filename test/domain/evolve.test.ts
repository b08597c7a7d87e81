/** Folding events: what each leaves of a case, and that a log nobody could have written is a fault, not a guess. */
import { describe, expect, test } from 'vitest';
import { type Case, evolve, replay } from '../../lib/domain/case.ts';
import type { CaseEvent } from '../../lib/domain/event.ts';
import { caseAt, MONDAY } from '../support/case-so-far.ts';

const signed = { at: MONDAY, by: { id: 'S-X', name: 'X', role: 'assessor' as const } };
const opened: CaseEvent = {
  ...signed,
  type: 'CaseOpened',
  caseId: 'C-1',
  person: { id: 'P-1', name: 'One' },
  pathway: 'small',
  configuration: '0',
  stage: 'story',
};
const event = (of: Partial<CaseEvent> & { type: CaseEvent['type'] }) => ({ ...signed, ...of }) as CaseEvent;

test('no events, no case', () => expect(replay([])).toBeUndefined());

test('one event, one case', () =>
  expect(replay([opened])).toMatchObject({ state: 'underway', version: 1, run: 1, at: { stage: 'story', restarts: 0 } }));

describe('a log that decide could not have written is a fault', () => {
  const promise = { dueOn: '2026-11-20', toldAt: MONDAY, missed: [] };
  test.each<[string, Case | undefined, CaseEvent]>([
    ['a case that begins in the middle', undefined, event({ type: 'WorkTaken', stage: 'story' })],
    ['opened twice', caseAt('a story told'), opened],
    ['work taken in a closed case', caseAt('a withdrawn case'), event({ type: 'WorkTaken', stage: 'assessment' })],
    ['a stage finished in a closed case', caseAt('a withdrawn case'), finished()],
    [
      'a promise missed with support in place',
      caseAt('support in place'),
      event({ type: 'PromiseMissed', stage: 'x', missed: 'x', promise }),
    ],
    [
      'support in place without an agreed plan',
      caseAt('planning'),
      event({ type: 'SupportPutInPlace', reviewDueOn: '2027-01-01' }),
    ],
    ['a review without support', caseAt('planning'), event({ type: 'ReviewOpened', trigger: 'due', stage: 'review' })],
    ['a review of nothing', caseAt('planning'), recorded()],
    ['a restart with nothing running', caseAt('support in place'), event({ type: 'RunRestarted', run: 2, stage: 'x', why: 'x' })],
  ])('%s', (_, before, next) => expect(() => evolve(before, next)).toThrow(/cannot follow/));
});

function finished(): CaseEvent {
  return event({ type: 'StageFinished', stage: 'assessment', outcome: 'eligible', to: { stage: 'figure' } });
}

function recorded(): CaseEvent {
  const review = {
    outcome: 'no-change' as const,
    achieved: 'fully' as const,
    inTheirWords: '',
    reasons: 'x',
    trigger: 'due' as const,
    doneBy: signed.by,
    doneAt: MONDAY,
  };
  return event({ type: 'ReviewRecorded', review, reviewDueOn: '2027-01-01' });
}

describe('going round again', () => {
  test('a stage that is entered again is not finished any more', () => {
    const state = caseAt('a plan sent back') as Extract<Case, { state: 'underway' }>;
    expect(state.finished).toMatchObject({ approval: 'returned', check: 'fine' });
    expect(state.finished).not.toHaveProperty('planning');
  });

  test('a review begins a run of its own with nothing finished', () => {
    expect(caseAt('a review')).toMatchObject({ run: 2, finished: {}, reviewing: 'requested', at: { stage: 'review' } });
  });

  test('a new assessment puts the old figure away', () => {
    expect(caseAt('a figure to work out').allocation).toBeUndefined();
  });
});
