/** Moving an open case to another version and back: what is refused, where it then is, and that nothing it holds is touched. */
import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../lib/domain/actor.ts';
import { type Case, evolve } from '../../lib/domain/case.ts';
import type { Configuration } from '../../lib/domain/configuration.ts';
import { decide } from '../../lib/domain/decide.ts';
import { leftToDo } from '../../lib/domain/form-walk.ts';
import { isSameWork } from '../../lib/domain/moving.ts';
import { shownOf, storyForms } from '../../lib/domain/open-forms.ts';
import { isRefusal } from '../../lib/domain/refusal.ts';
import type { StageDef } from '../../lib/domain/stage.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import {
  answerWith,
  approve,
  caseAt,
  check,
  confirm,
  follow,
  MONDAY,
  type Place,
  reviewed,
  type Step,
  send,
} from '../support/case-so-far.ts';
import { expectThat, outcomeOf, type Then } from '../support/given-when-then.ts';
import { ada, glenda, priya, route, sam, small } from '../support/small-council.ts';

const version = 'fedcba9876543210';
const changed = (change: (stages: StageDef[]) => StageDef[], more: Partial<Configuration> = {}): Configuration => ({
  ...small,
  version,
  route: { ...route, stages: change(structuredClone(route.stages)) },
  ...more,
});
const led = (stages: StageDef[], id: string, outcome: string, to: object): StageDef[] =>
  stages.map((stage) => (stage.id === id ? ({ ...stage, outcomes: { ...stage.outcomes, [outcome]: to } } as StageDef) : stage));
const reworded = changed((stages) => stages, {
  questions: small.questions.map((each) => (each.id === 'has-cat' ? { ...each, ask: 'Have you got a cat?' } : each)),
});
/** The second look at a plan is taken out. */
const stripped = changed((stages) =>
  led(
    stages.filter(({ id }) => id !== 'check'),
    'planning',
    'ready',
    { stage: 'approval' },
  ),
);
const otherForm = changed((stages) =>
  stages.map((each) => (each.id === 'check' ? ({ ...each, form: 'arranging' } as StageDef) : each)),
);

const move = (state: Case, to: Configuration, stage?: string, by = sam): Step => ({
  by,
  command: { type: 'move-case', to, basedOn: state.version, job: 'M-ONE', ...(stage && { stage }) },
});
const back = (state: Case, at = MONDAY, job = 'M-ONE'): Step => ({
  by: sam,
  at,
  command: { type: 'move-case', to: small, basedOn: state.version, job, back: true },
});
const moved = (state: Case, to: Configuration, stage?: string): Case => follow([move(state, to, stage)], state) as Case;
const putBack = (state: Case, on: Configuration, at?: string): Case => follow([back(state, at)], state, on) as Case;

type Row = [sentence: string, given: Exclude<Place, 'nobody yet'>, to: Configuration, stage: string | undefined, then: Then];
const ROWS: Row[] = [
  ['in its place', 'an assessment', reworded, undefined, ['CaseMoved']],
  ['with support in place', 'support in place', stripped, undefined, ['CaseMoved']],
  ['to another stage', 'a plan in check', stripped, 'approval', ['CaseMoved']],
  ['never without saying where, when its stage is gone', 'a plan in check', stripped, undefined, 'no-such-stage'],
  ['nowhere that is not there', 'a plan in check', stripped, 'check', 'no-such-stage'],
  ['never without saying where, when its stage is other work', 'a plan in check', otherForm, undefined, 'cannot-be-moved'],
  ['to its stage anew, when that is other work', 'a plan in check', otherForm, 'check', ['CaseMoved']],
  ['nothing happens on the version it is on', 'an assessment', small, undefined, []],
  ['a closed case stays', 'a withdrawn case', reworded, undefined, 'case-closed'],
  ['not to another pathway', 'an assessment', { ...reworded, route: { ...route, id: 'other' } }, undefined, 'cannot-be-moved'],
  ['not to a carer’s', 'an assessment', { ...reworded, route: { ...route, for: 'carer' } }, undefined, 'cannot-be-moved'],
];

describe('a case is moved', () => {
  test.each(ROWS)('%s', (_, given, to, stage, then) => expectThat(given, move(caseAt(given), to, stage), then));

  test('only as it was when it was looked at', () => {
    const state = follow([answerWith('washing', 'p12')], caseAt('a story told')) as Case;
    const stale = {
      ...move(state, reworded),
      command: { ...move(state, reworded).command, basedOn: state.version - 1 } as Step['command'],
    };
    expectThat(state, stale, 'case-changed');
  });

  test.each([
    ['a configurer', sam, ['CaseMoved']],
    ['the machinery', SYSTEM, ['CaseMoved']],
    ['no worker', priya, 'not-allowed'],
    ['no approver', glenda, 'not-allowed'],
    ['not the person', ada, 'not-allowed'],
    ['not on their own case, whoever they are', { ...sam, id: ada.id }, 'not-allowed'],
  ] as const)('by: %s', (_, by, then) =>
    expectThat('an assessment', move(caseAt('an assessment'), reworded, undefined, by), then as Then),
  );
});

/** What no move touches. */
const held = ({
  facts,
  circle,
  challenges,
  plan,
  agreed,
  assessment,
  allocation,
  person,
  id,
  openedAt,
  forms,
  reviews,
}: Case) => {
  return { facts, circle, challenges, plan, agreed, assessment, allocation, person, id, openedAt, forms, reviews };
};

describe('in its place', () => {
  const taken: Step = { by: priya, command: { type: 'take-work', stage: 'assessment' } };
  const before = follow([taken], caseAt('an assessment')) as Extract<Case, { state: 'underway' }>;
  const after = moved(before, reworded) as typeof before;

  test('the date, whoever has it, and what was answered stay; another machine waits there', () => {
    expect(held(after)).toEqual(held(before));
    expect(after).toMatchObject({ configuration: version, run: 2, arrivals: before.arrivals, finished: before.finished });
    expect(after.at).toEqual({ ...before.at, since: MONDAY });
    expect(after).not.toHaveProperty('changed');
  });

  test('a machine left over from before is told to stop, and the new one is heard', () => {
    const arrives = (run: number): Step => ({
      by: SYSTEM,
      command: { type: 'open-stage', stage: 'assessment', run, token: 't' },
    });
    expect(outcomeOf(after, arrives(1), reworded)).toBe('stale-run');
    expect(outcomeOf(after, arrives(2), reworded)).toEqual(['StageOpened']);
  });

  test('undone, it is as it was', () => {
    const again = putBack(after, reworded) as typeof before;
    expect(again).toEqual({ ...before, version: before.version + 2, run: 3, at: { ...before.at, since: MONDAY } });
  });

  test('nothing is asked again for other words', () => {
    const told = follow([{ ...answerWith('washing', 'p6'), at: '2026-11-02T09:10:00Z' }], caseAt('a story just begun')) as Case;
    const left = (state: Case, on: Configuration) =>
      leftToDo(shownOf(state, on, storyForms(state, on), new Date('2026-11-03T09:00:00Z'))).map(({ question }) => question.id);
    const on = moved(told, reworded);
    expect(left(on, reworded)).toEqual(left(told, small));
    expect(on.changed?.sentence).toBe('Since you were last here we changed some words. Every answer you gave is still here.');
    expect(follow([answerWith('going-out', 'p0'), send], on, reworded)).toMatchObject({
      at: { stage: 'assessment' },
      facts: told.facts,
    });
  });
});

describe('to another stage', () => {
  const before = caseAt('a plan in check') as Extract<Case, { state: 'underway' }>;
  const after = moved(before, stripped, 'approval') as typeof before;

  test('it arrives there anew, is promised a date of its own, and what it holds is as it was', () => {
    expect(held(after)).toEqual(held(before));
    expect(after).toMatchObject({ configuration: version, run: 2, arrivals: before.arrivals + 1, finished: before.finished });
    expect(after.at).toMatchObject({ stage: 'approval', promise: { dueOn: '2026-11-16', missed: [] } });
  });

  test('the person is told which step is gone', () => {
    const decided = decide(move(before, stripped, 'approval').command, before, sam, small, new Date(MONDAY));
    if (isRefusal(decided)) throw new Error(decided.message);
    expect(decided[0]).toMatchObject({
      told: 'We took out a step: “Check”. The next one is: “Approval”. Nothing you told us is lost.',
      was: 'check',
      stage: 'approval',
      job: 'M-ONE',
    });
  });

  test('it goes on from there', () => {
    expect(follow([approve()], after, stripped)).toMatchObject({ at: { stage: 'arranging' } });
  });

  test('undone before it went on, it is exactly where it was, with the date that was told', () => {
    const again = putBack(after, stripped) as typeof before;
    const counters = { version: before.version + 2, run: 3, arrivals: before.arrivals + 2 };
    expect(again).toEqual({ ...before, ...counters, at: { ...before.at, since: MONDAY } });
    expect(follow([check()], again)).toMatchObject({ at: { stage: 'approval' } });
  });

  test('a date that passed meanwhile is shown as missed, and a new one is promised', () => {
    const late = putBack(after, stripped, '2026-11-20T09:00:00.000Z') as typeof before;
    expect(late.at).toMatchObject({ stage: 'check', promise: { dueOn: '2026-12-04', missed: ['2026-11-16'] } });
  });

  test('on the last day it still stands', () => {
    const last = putBack(after, stripped, '2026-11-16T20:00:00.000Z') as typeof before;
    expect(last.at.promise).toEqual(before.at.promise);
  });

  test('undone after it went on, it keeps its place where the earlier version has it', () => {
    const on = follow([approve()], after, stripped) as typeof before;
    const again = putBack(on, stripped) as typeof before;
    expect(again).toMatchObject({ configuration: small.version, arrivals: on.arrivals, finished: on.finished });
    expect(again.at).toEqual({ ...on.at, since: MONDAY });
    expect(held(again)).toEqual(held(on));
  });

  test('and is left for a person where it has not', () => {
    const inserted = changed((stages) => [
      ...led(stages, 'check', 'fine', { stage: 'extra' }),
      {
        ...stages.find(({ id }) => id === 'check'),
        id: 'extra',
        title: 'Extra',
        outcomes: { fine: { stage: 'approval' } },
      } as StageDef,
    ]);
    const on = follow([check()], moved(before, inserted), inserted) as Case;
    expect(on).toMatchObject({ at: { stage: 'extra' } });
    expect(outcomeOf(on, back(on), inserted)).toBe('cannot-be-moved');
  });

  test('what it had finished there before is forgotten while it is there again, and known once it is back', () => {
    const returned = caseAt('a plan sent back') as typeof before;
    const toReview = moved(returned, stripped, 'assessment') as typeof before;
    expect(returned.finished.assessment).toBe('eligible');
    expect(toReview.finished).not.toHaveProperty('assessment');
    expect((putBack(toReview, stripped) as typeof before).finished).toEqual(returned.finished);
  });
});

describe('taking a move back', () => {
  const before = caseAt('an assessment');
  const on = moved(before, reworded);

  test('twice changes nothing', () => {
    const again = putBack(on, reworded);
    expect(outcomeOf(again, back(again))).toEqual([]);
  });

  test('of another job is refused', () => expect(outcomeOf(on, back(on, MONDAY, 'M-TWO'), reworded)).toBe('cannot-be-moved'));

  test('of an earlier job waits for the later one to be taken back', () => {
    const third = { ...reworded, version: '1111111111111111' };
    const later: Step = { by: sam, command: { type: 'move-case', to: third, basedOn: on.version, job: 'M-TWO' } };
    const twice = follow([later], on, reworded) as Case;
    expect(outcomeOf(twice, back(twice), third)).toBe('cannot-be-moved');
    const takeBack: Step = {
      by: sam,
      command: { type: 'move-case', to: reworded, basedOn: twice.version, job: 'M-TWO', back: true },
    };
    const once = follow([takeBack], twice, third) as Case;
    expect(putBack(once, reworded)).toMatchObject({ configuration: small.version });
  });

  test('of a case that was closed since is refused', () => {
    const withdrawn = follow([{ by: ada, command: { type: 'withdraw', reasons: '' } }], on, reworded) as Case;
    expect(outcomeOf(withdrawn, back(withdrawn), reworded)).toBe('case-closed');
  });

  test('of a case that has changed since it was looked at is refused', () => {
    const later = follow([confirm()], on, reworded) as Case;
    const stale = back({ ...later, version: later.version - 1 });
    expect(outcomeOf(later, stale, reworded)).toBe('case-changed');
  });

  test('with support in place changes the version only', () => {
    const supported = caseAt('support in place');
    const there = moved(supported, stripped);
    expect(there).toMatchObject({ state: 'supported', configuration: version });
    expect(putBack(there, stripped)).toEqual({ ...supported, version: supported.version + 2 });
  });

  test('of one moved in support keeps the review it is in since', () => {
    const there = moved(caseAt('support in place'), stripped);
    const inReview = follow([{ by: ada, command: { type: 'ask-for-review', reasons: '' } }], there, stripped) as Case;
    const again = putBack(inReview, stripped);
    expect(again).toMatchObject({ state: 'underway', configuration: small.version, at: { stage: 'review' } });
    expect(follow([reviewed('no-change')], again)).toMatchObject({ state: 'supported' });
  });
});

test('a draft of a story that goes to another stage keeps every answer', () => {
  const noStory = changed((stages) => stages.filter(({ id }) => id !== 'story'));
  const draft = caseAt('a story told');
  expect(moved(draft, noStory, 'assessment')).toMatchObject({ facts: draft.facts, at: { stage: 'assessment' } });
});

test('a case remembers the last five moves, and no more', () => {
  let state = caseAt('an assessment');
  let on: Configuration = small;
  for (let each = 1; each <= 7; each += 1) {
    const to = { ...reworded, version: `${each}`.repeat(16) };
    const step: Step = { by: sam, command: { type: 'move-case', to, basedOn: state.version, job: `M-${each}` } };
    [state, on] = [follow([step], state, on) as Case, to];
  }
  expect(state.moves?.map(({ job }) => job)).toEqual(['M-3', 'M-4', 'M-5', 'M-6', 'M-7']);
});

describe('a log that decide could not have written is a fault', () => {
  const by = { id: 's', name: 's', role: 'system' as const };
  const event = { type: 'CaseMoved', configuration: version, from: small.version, job: 'M-1', at: MONDAY, by } as const;
  test.each<[string, Case, object]>([
    ['a closed case is moved', caseAt('a withdrawn case'), {}],
    ['a case underway is moved to no stage', caseAt('an assessment'), {}],
    ['a case is put back to where it never was', caseAt('an assessment'), { stage: 'x', run: 2, anew: true, back: true }],
  ])('%s', (_, before, more) => expect(() => evolve(before, { ...event, ...more })).toThrow(/cannot follow/));
});

describe('the same work', () => {
  const of = (id: string): StageDef => {
    const found = Pathway.parse({ ...route }).stages.find((each) => each.id === id);
    if (!found) throw new Error(id);
    return found;
  };
  test.each<[string, StageDef, StageDef, boolean]>([
    [
      'with other words and another promise',
      of('check'),
      { ...of('check'), title: 'Look', promise: { workingDays: 3 } } as StageDef,
      true,
    ],
    ['leading elsewhere', of('check'), { ...of('check'), outcomes: { fine: { stage: 'review' } } } as StageDef, true],
    ['of another kind', of('approval'), of('check'), false],
    ['on another form', of('check'), of('arranging'), false],
    ['for somebody else', of('check'), { ...of('check'), who: 'assessor' } as StageDef, false],
    ['worked out at once', of('figure'), of('figure'), true],
  ])('%s', (_, one, other, same) => expect(isSameWork(one, other)).toBe(same));
});
