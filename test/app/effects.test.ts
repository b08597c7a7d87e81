/** What has to be told outside once events are committed: each kind of event, and for how long a machine may wait. */
import { describe, expect, test } from 'vitest';
import { dueSeconds, follow as withEffects } from '../../lib/app/effects.ts';
import type { Effect } from '../../lib/app/ports.ts';
import { SYSTEM } from '../../lib/domain/actor.ts';
import type { Case } from '../../lib/domain/case.ts';
import { decide } from '../../lib/domain/decide.ts';
import { isRefusal } from '../../lib/domain/refusal.ts';
import {
  approve,
  arrange,
  askReview,
  caseAt,
  confirm,
  follow,
  MONDAY,
  notEligible,
  open,
  type Place,
  reviewed,
  type Step,
  send,
  withdrawNow,
} from '../support/case-so-far.ts';
import { small } from '../support/small-council.ts';

const effectsOf = (before: Case | undefined, { by, command, at }: Step): Effect[] => {
  const decision = decide(command, before, by, small, new Date(at ?? MONDAY));
  if (isRefusal(decision)) throw new Error(decision.message);
  return withEffects(before, decision).effects;
};

/** A machine waits at the stage, on this token. */
const waited = (place: Exclude<Place, 'nobody yet'>): Case => {
  const state = caseAt(place);
  if (state.state !== 'underway') return state;
  const arrived: Step = { by: SYSTEM, command: { type: 'open-stage', stage: state.at.stage, run: state.run, token: 'here' } };
  return follow([arrived], state) ?? state;
};
const machine = (type: 'miss-promise' | 'flag-attention'): Step => ({
  by: SYSTEM,
  command: { type, stage: 'assessment', run: 1, error: 'Oops' },
  at: '2026-12-01T00:00:00Z',
});
const again: Step = { by: SYSTEM, command: { type: 'restart-run', why: 'lost' } };

const moved = (stage?: string): Step => ({
  by: SYSTEM,
  command: {
    type: 'move-case',
    to: {
      ...small,
      version: 'fedcba9876543210',
      route: { ...small.route, stages: small.route.stages.filter(({ id }) => id !== 'check') },
    },
    basedOn: (stage ? waited('a plan in check') : caseAt('support in place')).version,
    job: 'M-1',
    ...(stage && { stage }),
  },
});

const about = { caseId: 'C-TEST1', pathway: 'small', configuration: small.version };
const resumed = (outcome: string) => ({
  kind: 'resume',
  caseId: 'C-TEST1',
  token: 'here',
  outcome,
  dueSeconds: expect.any(Number),
});

const ROWS: [sentence: string, before: Case | undefined, step: Step, effects: object[]][] = [
  [
    'a new case starts its machine',
    undefined,
    open,
    [{ kind: 'start', ...about, run: 1, stage: 'story', dueSeconds: expect.any(Number) }],
  ],
  ['a finished stage resumes the machine that waits', waited('a story told'), send, [resumed('sent')]],
  ['where none waits yet, nothing: it will be caught up', caseAt('a story told'), send, []],
  ['agreeing tells the outcome', waited('a plan to agree'), approve(), [resumed('approved')]],
  ['an end of the pathway is told like any outcome', waited('an agreed plan'), arrange(), [resumed('in-place')]],
  ['and a machine that ends by itself is not stopped', waited('an assessment'), confirm(notEligible), [resumed('not-eligible')]],
  [
    'a review starts a run of its own',
    caseAt('support in place'),
    askReview(),
    [{ kind: 'start', ...about, run: 2, stage: 'review', dueSeconds: expect.any(Number) }],
  ],
  ['a review that ends in support ends its run', waited('a review'), reviewed('no-change'), [resumed('no-change')]],
  ['someone who stops leaves no machine waiting', waited('an assessment'), withdrawNow(), [{ kind: 'stop', ...about, run: 1 }]],
  [
    'a restart stops the old and starts the new, where the case is',
    waited('an assessment'),
    again,
    [
      { kind: 'stop', ...about, run: 1 },
      { kind: 'start', ...about, run: 2, stage: 'assessment', dueSeconds: expect.any(Number) },
    ],
  ],
  [
    'a move stops the machine of the old version and starts one of the new, where the case then is',
    waited('a plan in check'),
    moved('approval'),
    [
      { kind: 'stop', ...about, run: 1 },
      { kind: 'start', ...about, configuration: 'fedcba9876543210', run: 2, stage: 'approval', dueSeconds: 14 * 86_400 + 54_000 },
    ],
  ],
  ['with support in place nothing drives the case, so nothing is told', caseAt('support in place'), moved(), []],
  ['a missed promise is the machine’s own news', waited('an assessment'), machine('miss-promise'), []],
  ['and so is its breakdown', waited('an assessment'), machine('flag-attention'), []],
];

test.each(ROWS)('%s', (_, before, step, effects) => expect(effectsOf(before, step)).toEqual(effects));

describe('effects carry ids and outcomes only', () => {
  test('never a name, an answer or a reason', () => {
    const all = ROWS.flatMap(([, before, step]) => effectsOf(before, step));
    expect(JSON.stringify(all)).not.toMatch(/Someone|own words|found together|I am well|P-ADA/);
  });
});

describe('how long a machine may wait', () => {
  const promise = (dueOn: string) => ({ dueOn, toldAt: MONDAY, missed: [] });
  test.each([
    ['to the end of the promised day', '2026-11-02', '2026-11-02T09:00:00Z', 15 * 3600],
    ['over the night the clocks go forward', '2027-03-28', '2027-03-28T00:00:00Z', 23 * 3600],
    ['never less than a minute, even when the day is long over', '2026-01-01', '2026-11-02T09:00:00Z', 60],
  ])('%s', (_, dueOn, now, seconds) => expect(dueSeconds(promise(dueOn), new Date(now))).toBe(seconds));

  test('a minute where nothing was promised', () => expect(dueSeconds(undefined, new Date(MONDAY))).toBe(60));

  test('always under a year: no promise may be longer than 180 working days', () => {
    const [start] = effectsOf(undefined, open);
    expect(start?.kind === 'start' && start.dueSeconds).toBeLessThan(365 * 86_400);
  });
});

test('no events make no case', () => expect(() => withEffects(undefined, [])).toThrow());
