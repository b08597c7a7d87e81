/**
 * Where open cases of the default pathway would be on a changed one: by hand, a sentence a row. On forms of a small council, so without
 * what the law wants asked: that is `migrate-asked.test.ts`.
 */
import { describe, expect, test } from 'vitest';
import { type Case, evolve } from '../../lib/domain/case.ts';
import type { CaseEvent } from '../../lib/domain/event.ts';
import { placeOn, type Verdict } from '../../lib/pathway/migrate.ts';
import { cycleOf, versionsOf } from '../../lib/pathway/passed.ts';
import type { Pathway } from '../../lib/pathway/schema.ts';
import { caseAt, MONDAY } from '../support/case-so-far.ts';
import { adultCare, changed, ENGLAND_BUT_ASKING, faultsOf, formStage, NO_DUTIES, stageIn, strip } from './adult-care.ts';
import { configured, lifeOn, liveCase } from './live-case.ts';

const OLD = 'aaaaaaaaaaaaaaaa';
const NEW = 'bbbbbbbbbbbbbbbb';

/** How a case came to each place: the outcomes on the way. */
const TO = {
  'self-assessment': [],
  assessment: ['submitted'],
  'resource-allocation': ['submitted', 'eligible'],
  planning: ['submitted', 'eligible', 'allocated'],
  'quality-check': ['submitted', 'eligible', 'allocated', 'ready'],
  'plan-approval': ['submitted', 'eligible', 'allocated', 'ready', 'content'],
  'arranging-support': ['submitted', 'eligible', 'allocated', 'ready', 'content', 'approved'],
} as const;
type At = keyof typeof TO;

type Looked = { readonly events: readonly CaseEvent[]; readonly state?: Case; readonly from: Pathway };
const look = (
  { events, from, state = liveCase(events) }: Looked,
  to: Pathway,
  choice?: string,
  duties = ENGLAND_BUT_ASKING,
): Verdict => {
  if (state.state === 'closed') throw new Error('closed');
  const cycle = cycleOf(events, () => from);
  const before = configured(from, OLD);
  return placeOn({ state, cycle, from: before, on: () => before, to: configured(to, NEW), pathway: to, duties, choice });
};
const onMerged = (...outcomes: string[]): Looked => ({ events: lifeOn(merged, OLD, outcomes), from: merged });
const at = (place: At, from = adultCare()): Looked => ({ events: lifeOn(from, OLD, TO[place]), from });
const inReview = (...outcomes: string[]): Looked => ({ events: lifeOn(adultCare(), OLD, outcomes, true), from: adultCare() });

const withoutCheck = changed((p) => strip(p, 'quality-check', 'content'));
const withSecondLook = changed((p) => {
  stageIn(p, 'quality-check').outcomes.content = { stage: 'second-look' };
  p.stages.push(formStage('second-look', { fine: { stage: 'plan-approval' } }));
});
const otherWorker = changed((p) => Object.assign(stageIn(p, 'quality-check'), { who: 'assessor' }));
const otherForm = changed((p) => Object.assign(stageIn(p, 'quality-check'), { form: 'arranging-support' }));
const reworded = changed((p) =>
  Object.assign(stageIn(p, 'quality-check'), { title: 'Another look', promise: { workingDays: 2 } }),
);
/** Lawful too, in another order: the plan is signed off before somebody looks at it once more. */
const checkedLast = changed((p) => {
  stageIn(p, 'planning').outcomes.ready = { stage: 'plan-approval' };
  stageIn(p, 'plan-approval').outcomes.approved = { stage: 'quality-check' };
  stageIn(p, 'quality-check').outcomes = { content: { stage: 'arranging-support' }, 'changes-suggested': { stage: 'planning' } };
});
/** The account is given together with the worker, at the assessment. */
const merged = changed((p) => {
  strip(p, 'self-assessment', 'submitted');
  Object.assign(stageIn(p, 'assessment'), { includes: ['self-assessment', 'needs-assessment'] });
  stageIn(p, 'review').outcomes['needs-changed'] = { stage: 'assessment' };
});
/** Lawful: nothing is asked before the talk, and the account is given after it, before the assessment. */
const talkFirst = changed((p) => {
  p.stages.push(formStage('talk', { done: { stage: 'self-assessment' } }));
  p.start = 'talk';
});
const endsThere = changed((p) => {
  strip(p, 'quality-check', 'content');
  delete stageIn(p, 'planning').outcomes.ready;
  stageIn(p, 'planning').outcomes.written = { stage: 'plan-approval' };
});

test('the changed pathways are ones a council may run', () => {
  for (const to of [withoutCheck, withSecondLook, otherWorker, otherForm, reworded, checkedLast, merged, talkFirst, endsThere])
    expect(faultsOf(to)).toEqual([]);
});

type Row = [sentence: string, case_: Looked, to: Pathway, kind: Verdict['kind'], more?: object];
const ROWS: Row[] = [
  ['a stage ahead is stripped', at('planning'), withoutCheck, 'same-place'],
  ['a stage behind is stripped', at('plan-approval'), withoutCheck, 'same-place'],
  ['its own stage is stripped', at('quality-check'), withoutCheck, 'moves', { to: 'plan-approval' }],
  ['and it is put in again', at('plan-approval', withoutCheck), adultCare(), 'same-place'],
  ['a stage is put in behind it', at('plan-approval'), withSecondLook, 'same-place'],
  [
    'it waits at a stage that is taken out again',
    at('plan-approval', withSecondLook),
    adultCare(),
    'moves',
    { to: 'plan-approval' },
  ],
  ['its own stage has other words and another promise', at('quality-check'), reworded, 'same-place'],
  [
    'its own stage is for somebody else',
    at('quality-check'),
    otherWorker,
    'needs-person',
    { choices: expect.arrayContaining(['quality-check', 'planning']) },
  ],
  ['its own stage has another form', at('quality-check'), otherForm, 'needs-person'],
  ['others’ stages have changed', at('planning'), otherForm, 'same-place'],
  [
    'its stage comes after the sign-off now, and it has none',
    at('quality-check'),
    checkedLast,
    'needs-person',
    { law: 'Care Act 2014, s.25 and s.26', choices: expect.not.arrayContaining(['quality-check', 'arranging-support']) },
  ],
  ['it was signed off before', at('arranging-support'), checkedLast, 'same-place'],
  ['its start is merged into the assessment', at('self-assessment'), merged, 'moves', { to: 'assessment' }],
  ['it has given its account, which is asked later now', at('assessment'), merged, 'same-place'],
  [
    'it was assessed with the account in it, and the account stands alone again',
    onMerged('eligible', 'allocated'),
    adultCare(),
    'same-place',
  ],
  [
    'it waits to be assessed with the account in it, and the account stands alone again',
    onMerged(),
    adultCare(),
    'needs-person',
    { law: expect.stringContaining('reg 2'), choices: expect.not.arrayContaining(['assessment', 'planning']) },
  ],
  ['a stage is put in before its start', at('self-assessment'), talkFirst, 'same-place'],
  [
    'the way that led to its stage has another name',
    at('quality-check'),
    endsThere,
    'needs-person',
    { choices: expect.arrayContaining(['plan-approval']) },
  ],
  ['a review in its place', inReview(), withoutCheck, 'same-place'],
  [
    'after a review, at a stage that is stripped',
    inReview('plan-changes', 'ready'),
    withoutCheck,
    'moves',
    { to: 'plan-approval' },
  ],
  [
    'the figure is being worked out',
    at('resource-allocation'),
    withoutCheck,
    'better-left',
    { soon: true, why: expect.stringContaining('Wait a minute') },
  ],
];

test.each(ROWS)('%s', (_, looked, to, kind, more = {}) => expect(look(looked, to)).toMatchObject({ kind, ...more }));

describe('a case', () => {
  const waits = at('quality-check');
  const having = (looked: Looked, event: object): Looked => {
    const next = { at: MONDAY, by: { id: 's', name: 's', role: 'system' }, ...event } as CaseEvent;
    return { ...looked, state: evolve(looked.state ?? liveCase(looked.events), next) };
  };

  test('that is on that version already is named so', () => {
    const state = { ...liveCase(waits.events), configuration: NEW };
    expect(look({ ...waits, state }, withoutCheck)).toEqual({ kind: 'on-it-already' });
  });

  test('whose machine has not arrived waits a minute; one that stopped at a fault does not', () => {
    const { token: _token, ...rest } = liveCase(waits.events).at;
    const arriving = { ...waits, state: { ...liveCase(waits.events), at: rest } };
    expect(look(arriving, withoutCheck)).toMatchObject({ kind: 'better-left', soon: true });
    expect(look(having(arriving, { type: 'AttentionNeeded', stage: 'quality-check', error: 'E' }), withoutCheck)).toMatchObject({
      kind: 'moves',
    });
  });

  test('with support in place changes its version only, without a duty register too', () => {
    const supported = caseAt('support in place');
    expect(look({ ...waits, state: supported }, withoutCheck, undefined, NO_DUTIES)).toEqual({ kind: 'same-place' });
  });

  test('underway does not move where nobody can say what it is owed', () => {
    const cycle = cycleOf(waits.events, () => waits.from);
    const from = configured(waits.from, OLD);
    const placing = {
      state: liveCase(waits.events),
      cycle,
      from,
      on: () => from,
      to: configured(withoutCheck, NEW),
    };
    expect(placeOn({ ...placing, pathway: withoutCheck, duties: undefined })).toMatchObject({
      kind: 'needs-person',
      choices: [],
    });
  });

  test('goes where a person has chosen, if the law lets it', () => {
    expect(look(waits, otherWorker, 'planning')).toMatchObject({ kind: 'moves', to: 'planning' });
    expect(look(waits, otherWorker, 'arranging-support')).toMatchObject({ kind: 'needs-person' });
    expect(look(waits, otherWorker, 'nowhere')).toMatchObject({ kind: 'needs-person' });
    expect(look(waits, withoutCheck, 'planning')).toMatchObject({ kind: 'moves', to: 'plan-approval' });
  });

  test('in a review is never put past the review', () => {
    const renamed = changed((p) => {
      Object.assign(stageIn(p, 'review'), { id: 'looking-again' });
      p.review = 'looking-again';
    });
    expect(look(inReview(), renamed)).toMatchObject({ kind: 'moves', to: 'looking-again' });
    const byApprover = changed((p) => Object.assign(stageIn(p, 'review'), { who: 'approver' }));
    expect(look(inReview(), byApprover)).toMatchObject({ kind: 'needs-person', choices: ['review'] });
  });

  const challenge = (about: string) => ({
    type: 'ChallengeRaised',
    challenge: {
      number: 1,
      about,
      detail: '',
      words: 'No.',
      wants: '',
      by: { id: 'p', name: 'p' },
      at: MONDAY,
      acknowledge: { dueOn: '2026-11-05', toldAt: MONDAY, missed: [] },
    },
  });
  const otherApproval = changed((p) => Object.assign(stageIn(p, 'plan-approval'), { promise: { workingDays: 9 } }));
  test.each<[about: string, to: Pathway, kind: Verdict['kind']]>([
    ['plan', otherApproval, 'better-left'],
    ['budget', otherApproval, 'better-left'],
    ['delay', otherApproval, 'better-left'],
    ['decision', otherApproval, 'same-place'],
    ['figure', otherApproval, 'same-place'],
    ['record', otherApproval, 'same-place'],
    ['something-else', otherApproval, 'better-left'],
    ['something-else', reworded, 'better-left'],
    ['plan', reworded, 'same-place'],
    ['decision', merged, 'better-left'],
  ])('with an open disagreement about the %s', (about, to, kind) => {
    const doubted = having(at('planning'), challenge(about));
    expect(look(doubted, to)).toMatchObject({ kind });
    const answered = having(doubted, { type: 'ChallengeAnswered', number: 1, outcome: 'stands', reasons: 'x' });
    expect(look(answered, to)).toMatchObject({ kind: 'same-place' });
  });

  test('is not taken from under a proposal for its plan', () => {
    const noPlanning = changed((p) => Object.assign(stageIn(p, 'planning'), { who: 'person' }));
    const proposal = { number: 1, about: '', words: 'Sundays.', by: { id: 'p', name: 'p' }, at: MONDAY };
    const proposed = having(at('planning'), { type: 'ChangeProposed', proposal });
    expect(look(at('planning'), noPlanning, 'planning')).toMatchObject({ kind: 'moves' });
    expect(look(proposed, noPlanning, 'planning')).toMatchObject({ kind: 'better-left' });
    expect(look(proposed, withoutCheck)).toMatchObject({ kind: 'same-place' });
  });
});

describe('what a case has been through', () => {
  const signed = { at: MONDAY, by: { id: 's', name: 's', role: 'system' as const } };
  const moved: CaseEvent = {
    type: 'CaseMoved',
    configuration: NEW,
    from: OLD,
    job: 'M-1',
    stage: 'plan-approval',
    was: 'quality-check',
    run: 2,
    anew: true,
    ...signed,
  };
  const approved: CaseEvent = {
    type: 'StageFinished',
    stage: 'plan-approval',
    outcome: 'approved',
    to: { stage: 'arranging-support' },
    ...signed,
  };
  const events = [...at('quality-check').events, moved, approved];
  const routeOn = (version: string) => (version === OLD ? adultCare() : withoutCheck);

  test('is read by the version it was on at the time', () => {
    expect(versionsOf(events)).toEqual([OLD, NEW]);
    const ids = cycleOf(events, routeOn).passed.map(({ def, outcome }) => `${def.id} ${outcome}`);
    expect(ids).toEqual([
      'self-assessment submitted',
      'assessment eligible',
      'resource-allocation allocated',
      'planning ready',
      'plan-approval approved',
    ]);
  });

  test('begins anew with a review', () => {
    expect(cycleOf(inReview('plan-changes').events, routeOn)).toMatchObject({
      opened: 'review',
      passed: [{ outcome: 'plan-changes' }],
    });
  });

  test('is a fault where its version never had the stage', () => {
    const unknown: CaseEvent = { ...approved, stage: 'nowhere' };
    expect(() => cycleOf([...events, unknown], routeOn)).toThrow(/nowhere/);
  });

  test('a stage stripped twice over is left by the way that is still there', () => {
    const twice = changed((p) => {
      strip(p, 'quality-check', 'content');
    });
    expect(look(at('plan-approval', withSecondLook), twice)).toMatchObject({ kind: 'moves', to: 'plan-approval' });
  });

  test('a place that somebody chose is not followed back', () => {
    const elsewhere: CaseEvent = { ...moved, configuration: OLD, stage: 'second-look', was: 'planning' };
    const chosen = [...lifeOn(withSecondLook, OLD, TO.planning), elsewhere];
    const state = evolve(liveCase(chosen), { type: 'StageOpened', stage: 'second-look', token: 't', ...signed });
    expect(look({ events: chosen, state, from: withSecondLook }, adultCare())).toMatchObject({ kind: 'needs-person' });
  });
});
