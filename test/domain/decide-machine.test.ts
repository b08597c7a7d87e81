/** What the machine says: it arrives, is late or breaks, comes twice, late, or from an execution that was left behind. */
import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../lib/domain/actor.ts';
import type { Case } from '../../lib/domain/case.ts';
import { caseAt, confirm, follow, type Place, type Step, withdrawNow } from '../support/case-so-far.ts';
import { expectThat, type Then } from '../support/given-when-then.ts';
import { ada, glenda, priya, sam } from '../support/small-council.ts';

const arrives = (stage: string, token = 'token-1', run = 1): Step => ({
  by: SYSTEM,
  command: { type: 'open-stage', stage, run, token },
});
const isLate = (stage: string, date: string, run = 1): Step => ({
  by: SYSTEM,
  command: { type: 'miss-promise', stage, run },
  at: `${date}T00:00:30Z`,
});
const breaks = (stage: string, run = 1): Step => ({
  by: SYSTEM,
  command: { type: 'flag-attention', stage, run, error: 'Lambda.Unknown' },
});
const again = (by = SYSTEM): Step => ({ by, command: { type: 'restart-run', why: 'its machine is not running' } });

const ROWS: [sentence: string, given: Place, when: Step, then: Then][] = [
  ['the machine arrives', 'an assessment', arrives('assessment'), ['StageOpened']],
  ['behind the case, it is sent on', 'planning', arrives('assessment'), ['StageCaughtUp']],
  ['at a stage the case has not reached', 'an assessment', arrives('planning'), 'not-at-this-stage'],
  ['left behind', 'an assessment', arrives('assessment', 'token-1', 2), 'stale-run'],
  ['after the case was closed', 'a withdrawn case', arrives('assessment'), 'stale-run'],
  ['after support was put in place', 'support in place', arrives('arranging'), 'stale-run'],
  ['the promise is for the day, and the day is not over', 'an assessment', isLate('assessment', '2026-11-16'), []],
  ['the day after it was missed', 'an assessment', isLate('assessment', '2026-11-17'), ['PromiseMissed']],
  ['a promise for a stage that is done is not missed', 'planning', isLate('assessment', '2027-01-01'), []],
  ['an automatic stage promises nothing', 'a figure to work out', isLate('figure', '2027-01-01'), []],
  ['a left-behind execution misses nothing', 'an assessment', isLate('assessment', '2026-11-17', 2), 'stale-run'],
  ['the machine cannot go on', 'an assessment', breaks('assessment'), ['AttentionNeeded']],
  ['which no longer matters', 'planning', breaks('assessment'), []],
  ['a left-behind execution breaks unheard', 'an assessment', breaks('assessment', 3), 'stale-run'],
  ['a new execution takes over', 'an assessment', again(), ['RunRestarted']],
  [
    'which was the one looked at',
    'an assessment',
    { by: SYSTEM, command: { type: 'restart-run', why: '', run: 1 } },
    ['RunRestarted'],
  ],
  [
    'and not when another drives it by now',
    'an assessment',
    { by: SYSTEM, command: { type: 'restart-run', why: '', run: 9 } },
    [],
  ],
  ['not by a configurer', 'an assessment', again(sam), 'not-allowed'],
  ['by a worker', 'an assessment', again(priya), ['RunRestarted']],
  ['not by the person', 'an assessment', again(ada), 'not-allowed'],
  ['not by an approver', 'an assessment', again(glenda), 'not-allowed'],
  ['nothing runs when support is in place', 'support in place', again(), 'not-at-this-stage'],
  ['nor when the case is closed', 'a withdrawn case', again(), 'not-at-this-stage'],
];

test.each(ROWS)('%s', (_, given, when, then) => expectThat(given, when, then));

const underway = (...steps: Step[]) => follow(steps, caseAt('an assessment')) as Extract<Case, { state: 'underway' }>;

describe('coming twice', () => {
  test.each<[string, Step, Step, Then]>([
    ['the same token again', arrives('assessment'), arrives('assessment'), []],
    [
      'another token at the same stage (a retry of the machine)',
      arrives('assessment'),
      arrives('assessment', 'token-2'),
      ['StageOpened'],
    ],
    ['the same promise', isLate('assessment', '2026-11-17'), isLate('assessment', '2026-11-17'), []],
    ['the next promise', isLate('assessment', '2026-11-17'), isLate('assessment', '2026-12-02'), ['PromiseMissed']],
    ['the same breakdown', breaks('assessment'), breaks('assessment'), []],
  ])('%s', (_, first, second, then) => expectThat(underway(first), second, then));
});

describe('a missed promise', () => {
  const missed = underway(isLate('assessment', '2026-11-17'));

  test('is replaced by a new one, and shown as missed', () => {
    expect(missed.at.promise).toEqual({ dueOn: '2026-12-01', toldAt: '2026-11-17T00:00:30.000Z', missed: ['2026-11-16'] });
  });

  test('decides nothing against the person: the same stage goes on', () => {
    expect(missed).toMatchObject({ state: 'underway', at: { stage: 'assessment' }, finished: { story: 'sent' } });
    expectThat(missed, confirm(), ['AssessmentConfirmed', 'StageFinished']);
  });
});

describe('a new execution', () => {
  const restarted = underway(arrives('assessment'), breaks('assessment'), again());

  test('starts at the stage the case is at, without token and without worry', () => {
    expect(restarted).toMatchObject({ run: 2, at: { stage: 'assessment', restarts: 1 } });
    expect(restarted.at.token).toBeUndefined();
    expect(restarted.at.attention).toBeUndefined();
  });

  test('keeps the promise and whoever took the work', () => {
    const taken = underway({ by: priya, command: { type: 'take-work', stage: 'assessment' } }, again());
    expect(taken.at).toMatchObject({ takenBy: { id: priya.id }, promise: { dueOn: '2026-11-16' } });
  });

  test('is the only one that is heard from then on', () => {
    expectThat(restarted, arrives('assessment', 'token-1', 1), 'stale-run');
    expectThat(restarted, arrives('assessment', 'token-9', 2), ['StageOpened']);
  });

  test('arriving clears the worry', () => {
    const worried = underway(breaks('assessment'), arrives('assessment'));
    expect(worried.at.attention).toBeUndefined();
  });
});

test('a machine that is behind learns the outcome it missed, whatever happened since', () => {
  const state = follow([confirm()], caseAt('an assessment')) as Extract<Case, { state: 'underway' }>;
  const caught = follow([arrives('assessment')], state);
  expect(caught).toEqual({ ...state, version: state.version + 1 });
});

test('nothing the machine says reaches a case the person stopped', () => {
  const stopped = follow([withdrawNow()], caseAt('an assessment')) ?? 'a withdrawn case';
  for (const said of [arrives('assessment'), isLate('assessment', '2027-01-01'), breaks('assessment')]) {
    expectThat(stopped, said, 'stale-run');
  }
});
