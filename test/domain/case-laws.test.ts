/**
 * What holds for every case, whatever anybody asks of it in whatever order: random commands by random actors on a small council.
 * Most are refused, as in life; what is not must keep the invariants of domain.md §6.4.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Actor, SYSTEM } from '../../lib/domain/actor.ts';
import { type Case, evolve, replay } from '../../lib/domain/case.ts';
import type { Command } from '../../lib/domain/command.ts';
import { decide } from '../../lib/domain/decide.ts';
import type { CaseEvent, EventOf, EventType } from '../../lib/domain/event.ts';
import { planWeeklyPence } from '../../lib/domain/plan-cost.ts';
import { isRefusal } from '../../lib/domain/refusal.ts';
import { leadsTo, stageOf } from '../../lib/domain/stage.ts';
import { answerWith, dearer, eligible, MONDAY, notEligible, open, plan, reviewed } from '../support/case-so-far.ts';
import { ada, adaTheApprover, ben, glenda, idris, morag, newcomer, priya, sam, small, tom } from '../support/small-council.ts';

const ANYONE: readonly Actor[] = [ada, ben, priya, tom, morag, glenda, idris, newcomer, adaTheApprover, sam, SYSTEM];
const STAGES = small.route.stages.map(({ id }) => id);
const DAY = 86_400_000;

const answered = (question: string) =>
  fc.constantFrom('p0', 'p6', 'p12').map((option): Command => {
    return {
      type: 'answer-question',
      answers: { [question]: { option, informalShare: 50, willingAndAble: true, ownWords: '' } },
    };
  });
const stage = fc.constantFrom(...STAGES);
const run = fc.integer({ min: 1, max: 3 });
const version = fc.integer({ min: 0, max: 3 });
const token = fc.constantFrom('t1', 't2');
const reasons = fc.constantFrom('', 'Because.');
const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);

const anything: fc.Arbitrary<Command> = fc.oneof(
  answered('washing'),
  answered('going-out'),
  oneOf<Command>(open.command, { type: 'send-story' }, { type: 'open-due-review' }, { type: 'withdraw', reasons: 'I am well.' }),
  stage.map((at): Command => ({ type: 'take-work', stage: at })),
  stage.map((at): Command => ({ type: 'put-back-work', stage: at })),
  oneOf(eligible, notEligible).map((content): Command => ({ type: 'confirm-assessment', content })),
  fc.record({ content: oneOf(plan, dearer), basedOn: version }).map((asked): Command => ({ type: 'save-plan', ...asked })),
  version.map((planVersion): Command => ({ type: 'offer-plan', planVersion })),
  fc
    .record({ stage, outcome: oneOf('fine', 'changes', 'in-place', 'late'), reasons })
    .map((asked): Command => ({ type: 'fill-form', answers: { money: 'person' }, ...asked })),
  fc.record({ planVersion: version, reasons }).map((asked): Command => ({ type: 'approve-plan', ...asked })),
  fc.record({ planVersion: version, reasons }).map((asked): Command => ({ type: 'return-plan', ...asked })),
  reasons.map((why): Command => ({ type: 'ask-for-review', reasons: why })),
  oneOf('no-change' as const, 'plan-changes' as const, 'needs-changed' as const, 'support-ends' as const).map(
    (outcome): Command => reviewed(outcome).command,
  ),
  fc.record({ stage, run, token }).map((asked): Command => ({ type: 'open-stage', ...asked })),
  run.map((of): Command => ({ type: 'allocate-resources', stage: 'figure', run: of })),
  fc.record({ stage, run }).map((asked): Command => ({ type: 'miss-promise', ...asked })),
  fc.record({ stage, run }).map((asked): Command => ({ type: 'flag-attention', error: 'Oops', ...asked })),
  oneOf<Command>({ type: 'restart-run', why: 'it stood still' }),
);

/** What moves a case on from where it is, so that random walks get further than the first form. */
const helpful = (state: Case | undefined): { command: Command; by: Actor }[] => {
  if (!state) return [open];
  if (state.state === 'closed') return [];
  if (state.state === 'supported') return [{ command: { type: 'ask-for-review', reasons: '' }, by: ada }];
  const planVersion = state.plan?.version ?? 0;
  const form = { type: 'fill-form', stage: state.at.stage, answers: { money: 'person' }, reasons: 'Because.' } as const;
  const steps: Record<string, { command: Command; by: Actor }[]> = {
    story: [
      answerWith('washing', 'p6'),
      answerWith('going-out', 'p12'),
      { command: { type: 'send-story' }, by: ada },
      { command: { type: 'open-stage', stage: 'story', run: state.run, token: 't1' }, by: SYSTEM },
    ],
    assessment: [
      { command: { type: 'take-work', stage: 'assessment' }, by: priya },
      { command: { type: 'put-back-work', stage: 'assessment' }, by: tom },
      { command: { type: 'miss-promise', stage: 'assessment', run: state.run }, by: SYSTEM },
      { command: { type: 'flag-attention', stage: 'assessment', run: state.run, error: 'Oops' }, by: SYSTEM },
      { command: { type: 'confirm-assessment', content: eligible }, by: priya },
    ],
    figure: [{ command: { type: 'allocate-resources', stage: 'figure', run: state.run }, by: SYSTEM }],
    planning: [
      { command: { type: 'open-stage', stage: 'assessment', run: state.run, token: 't2' }, by: SYSTEM },
      { command: { type: 'save-plan', content: plan, basedOn: planVersion }, by: tom },
      { command: { type: 'offer-plan', planVersion }, by: idris },
    ],
    check: [{ command: { ...form, outcome: 'fine' }, by: morag }],
    approval: [
      { command: { type: 'return-plan', planVersion, reasons: 'Because.' }, by: glenda },
      { command: { type: 'approve-plan', planVersion, reasons: 'Because.' }, by: glenda },
      { command: { type: 'approve-plan', planVersion, reasons: 'Because.' }, by: adaTheApprover },
    ],
    arranging: [{ command: { ...form, outcome: 'in-place' }, by: priya }],
    review: [{ command: reviewed('plan-changes').command, by: priya }],
  };
  return steps[state.at.stage] ?? [];
};

type Random = { readonly command: Command; readonly by: Actor; readonly help: number; readonly days: number };
const random: fc.Arbitrary<Random> = fc.record({
  command: anything,
  by: fc.constantFrom(...ANYONE),
  /** Above 5, the asked command is one that helps, chosen by this number. */
  help: fc.nat({ max: 23 }),
  days: fc.constantFrom(0, 0, 0, 1, 20, 60),
});
const sequence = fc.array(random, { minLength: 1, maxLength: 60, size: 'max' });

type Told = {
  readonly before: Case | undefined;
  readonly events: readonly CaseEvent[];
  readonly after: Case;
  readonly by: Actor;
  readonly command: Command;
};

/** Asks everything in order, and tells what was decided where something was. */
const live = (asked: readonly Random[]): { told: Told[]; state: Case | undefined } => {
  let state: Case | undefined;
  let now = Date.parse(MONDAY);
  const told: Told[] = [];
  for (const { command, by, help, days } of asked) {
    now += days * DAY;
    const helps = helpful(state);
    const step = help > 5 ? (helps[help % Math.max(1, helps.length)] ?? { command, by }) : { command, by };
    const decision = decide(step.command, state, step.by, small, new Date(now));
    if (isRefusal(decision) || decision.length === 0) continue;
    const before = state;
    for (const event of decision) state = evolve(state, event);
    if (state) told.push({ before, events: decision, after: state, ...step });
  }
  return { told, state };
};

const happenedIn = <T extends EventType>({ events }: Told, type: T): EventOf<T> | undefined =>
  events.find((event): event is EventOf<T> => event.type === type);
const stageNow = (state: Case | undefined) => (state?.state === 'underway' ? state.at.stage : undefined);
const isDate = /^\d{4}-\d{2}-\d{2}$/;

/** Each looks at one change. It throws where the law is broken; its sentence is the law. */
const LAWS: Readonly<Record<string, (told: Told) => void>> = {
  'the person it is about never approves, nor does an author or somebody whose limit is too low (I-15)': (told) => {
    const approved = happenedIn(told, 'PlanApproved');
    if (!approved) return;
    assert.notEqual(approved.by.id, told.before?.person.id);
    assert.ok(!approved.agreed.plan.authors.includes(approved.by.id));
    assert.ok(told.by.roles.includes('approver'));
    assert.ok((told.by.limitPence ?? 0) >= approved.agreed.budget.totalPence);
  },
  'a budget is never below what its plan costs (I-01, I-02)': ({ after }) => {
    if (after.agreed) assert.equal(after.agreed.budget.totalPence, planWeeklyPence(after.agreed.plan));
  },
  'every eligible need of an agreed plan is spoken for (I-04)': (told) => {
    const { items = [], otherWays = [] } = happenedIn(told, 'PlanApproved')?.agreed.plan ?? {};
    const met = [...items.flatMap(({ meets }) => meets), ...otherWays.map(({ outcome }) => outcome)];
    if (met.length > 0) for (const need of told.before?.assessment?.findings.unable ?? []) assert.ok(met.includes(need), need);
  },
  'a closed case never changes': ({ before }) => assert.notEqual(before?.state, 'closed'),
  'agreed support always has a review date (I-10)': ({ after }) => {
    if (after.agreed) assert.match(after.agreed.reviewDueOn, isDate);
    if (after.state === 'supported') assert.ok(after.agreed.reviewDueOn > MONDAY.slice(0, 10));
  },
  'a case underway is at a stage of its pathway, with a promise where a human is waited for': ({ after }) => {
    if (after.state !== 'underway') return;
    const at = stageOf(small.route, after.at.stage);
    assert.ok(at);
    assert.equal(after.at.promise !== undefined, at.kind !== 'resource-allocation');
  },
  'it moves only where the pathway leads': (told) => {
    const { before, after } = told;
    const finished = happenedIn(told, 'StageFinished');
    if (!finished) {
      if (before?.state === 'underway' && after.state === 'underway') assert.equal(stageNow(after), stageNow(before));
      return;
    }
    assert.equal(stageNow(before), finished.stage);
    assert.deepEqual(finished.to, leadsTo(small.route, finished.stage, finished.outcome));
    if ('stage' in finished.to) assert.equal(stageNow(after), finished.to.stage);
    else assert.equal(after.state, finished.to.end === 'support-in-place' ? 'supported' : 'closed');
  },
  'a promise that passed never ends a stage, and is kept as missed (I-09)': (told) => {
    const missed = happenedIn(told, 'PromiseMissed');
    if (!missed) return;
    assert.equal(told.events.length, 1);
    assert.equal(stageNow(told.after), stageNow(told.before));
    assert.ok(missed.promise.missed.includes(missed.missed));
    assert.ok(missed.promise.dueOn > missed.missed);
  },
  'the machine finishes no stage that a person should': (told) => {
    const finished = happenedIn(told, 'StageFinished');
    if (finished && told.by === SYSTEM) assert.equal(stageOf(small.route, finished.stage)?.kind, 'resource-allocation');
  },
  'a confirmed assessment is never edited, only made anew (I-18)': (told) => {
    if (!happenedIn(told, 'AssessmentConfirmed')) assert.deepEqual(told.after.assessment, told.before?.assessment);
  },
  'what is held is changed only by an answer, a form or a word that it is still right': (told) => {
    const said = (['AnswerGiven', 'AnswersConfirmed', 'FormFilled'] as const).some((type) => happenedIn(told, type));
    if (!said) assert.deepEqual(told.after.facts, told.before?.facts ?? {});
  },
  'no answer is ever dropped': ({ before, after }) => {
    for (const question of Object.keys(before?.facts ?? {})) assert.ok(Object.hasOwn(after.facts, question));
  },
  'runs only count upwards': ({ before, after }) => assert.ok(after.run >= (before?.run ?? 1)),
};

const look = (told: Told): void => {
  for (const [law, holds] of Object.entries(LAWS)) {
    try {
      holds(told);
    } catch (cause) {
      throw new Error(`${law}: broken by ${told.command.type}`, { cause });
    }
  }
};

/** Everything the walks came past, to show that the laws were not idle. */
const seen = new Set<string>();
const remember = ({ events, after }: Told): void => {
  for (const { type } of events) seen.add(type);
  seen.add(after.state);
  if (after.state === 'underway') seen.add(after.at.stage);
};

describe('whatever is asked, in whatever order', () => {
  test(`these hold after each of up to sixty steps of 2,500 lives:\n      ${Object.keys(LAWS).join('\n      ')}`, () => {
    const lawful = fc.property(sequence, (asked) => {
      for (const told of live(asked).told) {
        remember(told);
        look(told);
      }
    });
    fc.assert(lawful, { numRuns: 2500 });
  });

  test('the case is what its events say, each event is counted once, and nothing is lost by storing them as JSON', () => {
    const remembered = fc.property(sequence, (asked) => {
      const { told, state } = live(asked);
      const events = told.flatMap((each) => each.events);
      assert.equal(state?.version ?? 0, events.length);
      assert.deepEqual(replay(events), state);
      const stored = JSON.parse(JSON.stringify(events)) as CaseEvent[];
      assert.equal(JSON.stringify(replay(stored)), JSON.stringify(state));
    });
    fc.assert(remembered, { numRuns: 2000 });
  });

  test('the walks come past every state, every stage and every kind of event, so the laws are not idle', () => {
    const first = 'CaseOpened StageOpened StageCaughtUp WorkTaken WorkPutBack AnswerGiven AssessmentConfirmed AllocationMade';
    const then = 'PlanSaved PlanApproved PlanReturned FormFilled ReviewRecorded StageFinished PromiseMissed AttentionNeeded';
    const last = 'SupportPutInPlace ReviewOpened RunRestarted CaseClosed underway supported closed';
    const missing = `${first} ${then} ${last}`
      .split(' ')
      .concat(STAGES)
      .filter((each) => !seen.has(each));
    expect(missing).toEqual([]);
  });
});
