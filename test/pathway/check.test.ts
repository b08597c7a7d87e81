/** What `check` refuses: for every code one pathway that breaks exactly it. What it must let pass is `lawful.test.ts`. */
import { describe, expect, test } from 'vitest';
import { check, MOST_STAGES } from '../../lib/pathway/check.ts';
import type { FaultCode } from '../../lib/pathway/fault.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import { adultCare, changed, ENGLAND, faultsOf, formStage, NO_DUTIES, stageIn } from './adult-care.ts';

type Broken = readonly [code: FaultCode, what: string, where: string, pathway: () => unknown];

const automatic = (id: string, to: object) => ({
  id,
  kind: 'resource-allocation',
  title: id,
  forThePerson: id,
  outcomes: { allocated: to, 'needs-individual-costing': to },
});

const add = (pathway: Pathway, stage: object): void => void pathway.stages.push(stage as Pathway['stages'][number]);

const BROKEN: readonly Broken[] = [
  [
    'schema',
    'a field nobody knows',
    'stages/assessment',
    () => changed((p) => Object.assign(stageIn(p, 'assessment'), { colour: 1 })),
  ],
  ['schema', 'no title', 'title', () => ({ ...adultCare(), title: undefined })],
  ['schema', 'not even an object', 'file', () => 'adult-care'],
  [
    'schema',
    'an outcome outside the closed list',
    'stages/assessment/outcomes',
    () => changed((p) => Object.assign(stageIn(p, 'assessment').outcomes, { late: { stage: 'review' } })),
  ],
  [
    'schema',
    'an outcome that leads to neither a stage nor an end',
    'stages/assessment/outcomes/eligible',
    () => changed((p) => Object.assign(stageIn(p, 'assessment').outcomes, { eligible: { stag: 'planning' } })),
  ],
  ['too-many-stages', 'one stage too many', 'stages', () => ({ ...adultCare(), stages: Array(MOST_STAGES + 1).fill({}) })],
  [
    'duplicate-stage',
    'two stages of one name',
    'stages/planning',
    () => changed((p) => add(p, structuredClone(stageIn(p, 'planning')))),
  ],
  [
    'reserved-stage-id',
    'a stage called as the machine calls its own',
    'stages/resume',
    () =>
      changed((p) => {
        stageIn(p, 'arranging-support').outcomes['in-place'] = { stage: 'resume' };
        add(p, formStage('resume', { done: { end: 'support-in-place' } }));
      }),
  ],
  ['unknown-start', 'a start that is no stage', 'start', () => ({ ...adultCare(), start: 'beginning' })],
  ['unknown-review', 'a review that is no stage', 'review', () => ({ ...adultCare(), review: 'revew' })],
  ['review-kind', 'a review of another kind', 'review', () => ({ ...adultCare(), review: 'planning' })],
  [
    'dangling-outcome',
    'an outcome of the closed list left out',
    'stages/assessment/outcomes/not-eligible',
    () => changed((p) => delete stageIn(p, 'assessment').outcomes['not-eligible']),
  ],
  [
    'dangling-outcome',
    'an outcome that leads to no stage',
    'stages/planning/outcomes/ready',
    () => changed((p) => Object.assign(stageIn(p, 'planning').outcomes, { ready: { stage: 'qualty-check' } })),
  ],
  [
    'no-outcomes',
    'a form nobody can leave',
    'stages/arranging-support/outcomes',
    () => changed((p) => Object.assign(stageIn(p, 'arranging-support'), { outcomes: {} })),
  ],
  [
    'late-named',
    'a form that says where being late leads',
    'stages/planning/outcomes/late',
    () => changed((p) => Object.assign(stageIn(p, 'planning').outcomes, { late: { stage: 'plan-approval' } })),
  ],
  [
    'unreachable-stage',
    'a stage no outcome leads to',
    'stages/money-check',
    () => changed((p) => add(p, formStage('money-check', { done: { end: 'support-in-place' } }))),
  ],
  [
    'no-way-to-an-end',
    'a stage that only leads back to itself',
    'stages/waiting-room',
    () =>
      changed((p) => {
        Object.assign(stageIn(p, 'planning').outcomes, { paused: { stage: 'waiting-room' } });
        add(p, formStage('waiting-room', { 'still-waiting': { stage: 'waiting-room' } }));
      }),
  ],
  [
    'automatic-loop',
    'a machine that could turn for ever',
    'stages/figure',
    () =>
      changed((p) => {
        stageIn(p, 'assessment').outcomes.eligible = { stage: 'figure' };
        add(p, {
          ...automatic('figure', { stage: 'resource-allocation' }),
          outcomes: { allocated: { stage: 'figure' }, 'needs-individual-costing': { stage: 'resource-allocation' } },
        });
      }),
  ],
  [
    'who-cannot-do-this',
    'a review held by the person',
    'stages/review/who',
    () => changed((p) => Object.assign(stageIn(p, 'review'), { who: 'person' })),
  ],
  [
    'who-cannot-do-this',
    'a review held by the approver',
    'stages/review/who',
    () => changed((p) => Object.assign(stageIn(p, 'review'), { who: 'approver' })),
  ],
  [
    'ended-by-machine',
    'a figure that turns somebody away after a second assessment found them not eligible',
    'stages/last-figure/outcomes/needs-individual-costing',
    () =>
      changed((p) => {
        const eligible = { stage: 'resource-allocation' };
        add(p, {
          ...structuredClone(stageIn(p, 'assessment')),
          id: 'second-opinion',
          outcomes: { eligible, 'not-eligible': { stage: 'last-figure' } },
        });
        stageIn(p, 'assessment').outcomes.eligible = { stage: 'second-opinion' };
        add(p, {
          ...automatic('last-figure', {}),
          outcomes: { allocated: { stage: 'second-opinion' }, 'needs-individual-costing': { end: 'advice-given' } },
        });
      }),
  ],
  [
    'duty-missed',
    'support that ends and stays',
    'stages/review/outcomes/support-ends',
    () => changed((p) => Object.assign(stageIn(p, 'review').outcomes, { 'support-ends': { end: 'support-in-place' } })),
  ],
  [
    'duty-missed',
    'support that ends and is planned anew without an assessment',
    'stages/arranging-support/outcomes/in-place',
    () => changed((p) => Object.assign(stageIn(p, 'review').outcomes, { 'support-ends': { stage: 'planning' } })),
  ],
];

describe('each fault is found where it is, and alone', () => {
  test.each(BROKEN)('%s: %s, at %s', (code, _what, where, pathway) => {
    expect(faultsOf(pathway()).map((one) => [one.code, one.where])).toEqual([[code, where]]);
  });

  test('unknown-form: a form the council does not have', () => {
    const forms = ['self-assessment', 'support-plan', 'arranging-support'];
    const [only, ...more] = check(adultCare(), { forms, duties: ENGLAND });
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: 'unknown-form', where: 'stages/quality-check/form' });
    expect(only?.message).toContain('arranging-support, self-assessment, support-plan');
  });

  test('too-large: more than AWS takes as one machine', () => {
    const [only, ...more] = faultsOf(line(MOST_STAGES), NO_DUTIES);
    expect([only?.code, more]).toEqual(['too-large', []]);
  });

  test('every message is a sentence and names what to do', () => {
    for (const [, , , pathway] of BROKEN) for (const { message } of faultsOf(pathway())) expect(message).toMatch(/^\S.*[.)]$/s);
  });

  test('whom a stage could wait for instead is told', () => {
    const [only] = faultsOf(changed((p) => Object.assign(stageIn(p, 'review'), { who: 'person' })));
    expect(only?.message).toMatch(/waits for the person, who cannot finish it.* It can be held by: assessor\.$/);
  });

  test('all faults are told at once', () => {
    const broken = changed((p) => {
      p.start = 'nowhere';
      delete stageIn(p, 'review').outcomes['no-change'];
    });
    expect(faultsOf(broken).map(({ code }) => code)).toEqual(['unknown-start', 'dangling-outcome']);
  });

  test('no path is told by way of an outcome called late, because no case goes it', () => {
    const broken = changed((p) => Object.assign(stageIn(p, 'planning').outcomes, { late: { stage: 'arranging-support' } }));
    expect(faultsOf(broken).map(({ code }) => code)).toEqual(['late-named']);
  });
});

/** A pathway of many stages in one line, with loops back. */
const line = (stages: number): Pathway => {
  const name = (index: number) => `step-${index}`;
  const steps = Array.from({ length: stages - 1 }, (_, index) =>
    formStage(name(index), {
      done: index === stages - 2 ? { end: 'support-in-place' } : { stage: name(index + 1) },
      back: { stage: name(Math.max(0, index - 7)) },
    }),
  );
  return Pathway.parse({ ...adultCare(), start: name(0), stages: [...steps, { ...stageIn(reviewOnly(), 'review') }] });
};

const reviewOnly = (): Pathway =>
  changed((p) => {
    const end = { end: 'support-in-place' };
    stageIn(p, 'review').outcomes = {
      'no-change': end,
      'plan-changes': end,
      'needs-changed': end,
      'support-ends': { end: 'support-ended' },
    };
  });

test('a thousand stages are checked in less than a second of computing, the law included', () => {
  const long = line(MOST_STAGES);
  const before = process.cpuUsage();
  const faults = faultsOf(long);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(1_000);
  expect(faults.map(({ code }) => code)).toContain('duty-missed');
});
