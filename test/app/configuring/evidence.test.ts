/** Three cases worked by hand on the small council: what was asked, what an answer changed, how long things took, what looking changed. */
import { describe, expect, test } from 'vitest';
import { evidenceOf, NOTHING_YET, type Tally, withCase } from '../../../lib/app/configuring/evidence.ts';
import { middle, wayOf } from '../../../lib/app/configuring/visits.ts';
import type { Value } from '../../../lib/domain/answer.ts';
import { ApprovalScheme } from '../../../lib/domain/approval-scheme.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import type { CaseEvent } from '../../../lib/domain/event.ts';
import {
  allocateNow,
  answerWith,
  approve,
  arrange,
  askReview,
  check,
  confirm,
  dearer,
  eligible,
  giveBack,
  offer,
  open,
  plan,
  reviewed,
  save,
  send,
  withdrawNow,
} from '../../support/case-so-far.ts';
import { ada, small } from '../../support/small-council.ts';
import { type TimedStep, told } from '../../support/told-cases.ts';

const on = (day: number, hour = '09:00'): string => `2026-11-${String(day).padStart(2, '0')}T${hour}:00.000Z`;
const say = (answers: Record<string, Value>): TimedStep => ({ by: ada, command: { type: 'answer-question', answers } });
const at = (step: TimedStep, moment: string): TimedStep => ({ ...step, at: moment });

/** Has a cat and names it; one look at the plan, which is agreed as it is. */
const CAT: TimedStep[] = [
  at(open, on(2)),
  answerWith('washing', 'p6'),
  answerWith('going-out', 'p6'),
  say({ 'has-cat': true, 'cat-name': 'Tib' }),
  at(send, on(4, '21:00')),
  at(confirm(), on(9, '21:00')),
  allocateNow(),
  save(),
  at(offer(), on(11, '21:00')),
  at(check(), on(13, '21:00')),
  at(approve(), on(14, '21:00')),
  at(arrange(), on(20, '21:00')),
];

/** Would rather talk about the cat. The plan is sent back by the check, dearer when it comes again, and then sent back when it is to be agreed. */
const TALK: TimedStep[] = [
  at(open, on(2)),
  answerWith('washing', 'p6'),
  answerWith('going-out', 'p0'),
  say({ 'has-cat': { talk: true } }),
  at(send, on(3)),
  at(
    confirm({
      ...eligible,
      answers: { ...eligible.answers, 'going-out': { ...eligible.answers.washing, option: 'p0' } as never },
    }),
    on(5),
  ),
  allocateNow(),
  save(),
  at(offer(), on(6)),
  at(check('changes', 'Nothing for Sundays.'), on(10)),
  at(save(dearer, 1), on(11)),
  offer(2),
  at(check(), on(12)),
  at(giveBack(2), on(13)),
  at(save(plan, 2), on(14)),
  offer(3),
  check(),
  at(approve(3, 'As before.'), on(16)),
  at(arrange(), on(17)),
];

/** No cat, so no name of one is asked; the person stops while the council works. */
const STOPPED: TimedStep[] = [
  at(open, on(2)),
  answerWith('washing', 'p6'),
  answerWith('going-out', 'p6'),
  say({ 'has-cat': false }),
  at(send, on(3)),
  at(withdrawNow(), on(8)),
];

const fold = (logs: readonly (readonly CaseEvent[])[], configuration: Configuration = small) =>
  evidenceOf(logs.reduce<Tally>((tally, log) => withCase(tally, wayOf(log), () => configuration), NOTHING_YET));

const logs = [told(CAT, 'C-1'), told(TALK, 'C-2'), told(STOPPED, 'C-3')];
const evidence = fold(logs);
const question = (id: string) => evidence.questions.find((each) => each.question === id);
const stage = (id: string) => evidence.stages.find((each) => each.stage === id);

describe('questions', () => {
  const rows: [
    id: string,
    asked: number,
    answered: number,
    talked: number,
    confirmed: number,
    changed: number | undefined,
    effect: string,
  ][] = [
    // Only “yes” opens the name of the cat; “no” and “I would rather talk” ask what no answer would have asked.
    ['has-cat', 3, 2, 1, 0, 1, 'counted'],
    ['cat-name', 1, 1, 0, 0, undefined, 'not-known'],
    // In each of the two assessments taking washing out of the model takes £60 away.
    ['washing', 3, 3, 0, 0, 2, 'counted'],
    // Once it was worth nothing, and then it moved nothing.
    ['going-out', 3, 3, 0, 0, 1, 'counted'],
    ['about.name', 3, 0, 0, 0, undefined, 'not-known'],
    // On the council’s own page, which two cases came to: once in one, three times in the other.
    ['remarks', 2, 0, 0, 0, undefined, 'not-known'],
    ['found', 2, 0, 0, 0, undefined, 'not-known'],
    ['money', 2, 2, 0, 0, undefined, 'not-known'],
  ];
  test.each(rows)('%s: asked %i, answered %i, talked %i, confirmed %i, changed %s', (id, ...expected) => {
    const { asked, answered, talked, confirmedOnly, changed, effect } = question(id) ?? {};
    expect([asked, answered, talked, confirmedOnly, changed, effect]).toEqual(expected);
  });

  test('an answer that is only looked at again counts as that', () => {
    const again = told(
      [
        at(open, on(2)),
        say({ washing: eligibleAnswer('p6'), 'going-out': eligibleAnswer('p6') }),
        at(send, on(3)),
        // Answered while the council works, so it is there to be looked at again when the needs have changed.
        at({ by: ada, command: { type: 'answer-question', answers: { 'about.name': 'Ada' } } }, on(4)),
        at(confirm(), on(5)),
        allocateNow(),
        save(),
        offer(),
        check(),
        approve(),
        at(arrange(), on(6)),
        at(askReview(), on(20)),
        at(reviewed('needs-changed'), on(21)),
        at({ by: ada, command: { type: 'confirm-answers', questions: ['washing', 'going-out'] } }, on(22)),
        send,
      ],
      'C-4',
    );
    const seen = fold([again]).questions.filter(({ question: id }) => id === 'washing' || id === 'about.name');
    // The areas were answered the first time round, so the case counts as answered; the name is known, and nobody asks for it.
    expect(seen.map(({ question: id, asked, answered, confirmedOnly }) => [id, asked, answered, confirmedOnly])).toEqual([
      ['about.name', 1, 0, 0],
      ['washing', 1, 1, 0],
    ]);
  });

  test('what was known from an earlier case and only confirmed is not counted as answered', () => {
    const [opened] = told([at(open, on(2))]);
    const [sent] = told(STOPPED).filter(({ type }) => type === 'StageFinished');
    if (opened?.type !== 'CaseOpened' || !sent) throw new Error('no such events');
    const { by } = opened;
    const said = { value: 'Ada', by, role: by.role, at: '2025-01-01T09:00:00.000Z', form: 'about', configuration: small.version };
    const known = { 'about.name': { person: said } };
    const confirmed = { type: 'AnswersConfirmed' as const, questions: ['about.name'], at: on(2, '10:00'), by };
    const seen = fold([[{ ...opened, known }, confirmed, sent]]).questions.find(({ question: id }) => id === 'about.name');
    expect(seen).toMatchObject({ asked: 1, answered: 0, talked: 0, confirmedOnly: 1 });
    // Not even looked at: it is known, so nobody was asked.
    expect(fold([[{ ...opened, known }, sent]]).questions.find(({ question: id }) => id === 'about.name')).toBeUndefined();
  });
});

const eligibleAnswer = (option: string): Value => ({ option, informalShare: 0, willingAndAble: false, ownWords: '' });

describe('stages', () => {
  test('say how many came, how long it took and how it ended', () => {
    // 2.5 days, and a day, and a day.
    expect(stage('story')).toEqual({
      pathway: 'small',
      stage: 'story',
      cases: 3,
      visits: 3,
      medianDays: 1,
      mostDays: 2.5,
      outcomes: { sent: 3 },
      otherwise: 0,
    });
    // 2 days; 4 days sent back, then 1, then none.
    expect(stage('check')).toMatchObject({
      cases: 2,
      visits: 4,
      medianDays: 1.5,
      mostDays: 4,
      outcomes: { fine: 3, changes: 1 },
      otherwise: 0.25,
    });
  });

  test('a stage somebody left without finishing it is not among those finished', () => {
    expect(stage('assessment')).toMatchObject({ cases: 2, visits: 2 });
    expect(evidence.cases).toBe(3);
  });
});

describe('approvals', () => {
  const approval = (id: string) => evidence.approvals.find((each) => each.stage === id && each.tier === undefined);

  test('the check: four looks, one sent back, and the plan £60 a week dearer after it', () => {
    // £120 → £180: six hours, £10 an hour dearer. The three that went on changed nothing by themselves.
    expect(approval('check')).toEqual({
      pathway: 'small',
      stage: 'check',
      looked: 4,
      atOnce: 0,
      sentBack: 1,
      changed: 1,
      share: 0.25,
      medianDays: 1.5,
      morePence: 6000,
      lessPence: 0,
    });
  });

  test('the agreeing: three looks, one sent back, and the plan £60 a week less after it', () => {
    expect(approval('approval')).toMatchObject({
      looked: 3,
      sentBack: 1,
      changed: 1,
      medianDays: 1,
      morePence: 0,
      lessPence: 6000,
    });
  });

  test('by tier, where the council has any, and what is agreed at once is no look', () => {
    const approvalScheme = ApprovalScheme.parse({
      tiers: [
        { id: 'manager', title: 'manager', from: 0, to: 15_000 },
        { id: 'head', title: 'head', from: 15_001, to: null },
      ],
    });
    const tiered = { ...small, council: { ...small.council, approval: approvalScheme } };
    const seen = fold([told(CAT, 'C-1', tiered), told(TALK, 'C-2', tiered)], tiered).approvals.filter(({ tier }) => tier);
    expect(seen.map(({ tier, looked, changed, share }) => [tier, looked, changed, share])).toEqual([
      ['head', 1, 1, 1],
      ['manager', 2, 0, 0],
    ]);
    const atOnce = { upTo: 15_000, abovePercent: 10, belowPercent: 25, sampleOneIn: 100 };
    const quick = { ...small, council: { ...small.council, approval: { ...approvalScheme, atOnce } } };
    const agreed = told(
      [
        ...CAT.slice(0, 8),
        { ...offer(), command: { type: 'offer-plan', planVersion: 1, agrees: true }, at: on(11) },
        at(check(), on(13)),
      ],
      'C-1',
      quick,
    );
    expect(agreed.some((event) => event.type === 'PlanApproved')).toBe(true);
    expect(fold([agreed], quick).approvals.find(({ stage: id }) => id === 'approval')).toMatchObject({
      looked: 0,
      atOnce: 1,
      share: 0,
    });
  });
});

test('the order of the cases does not matter, and nothing that comes out says who did anything', () => {
  expect(fold([...logs].reverse())).toEqual(evidence);
  expect(JSON.stringify(evidence)).not.toMatch(/S-|P-ADA|Someone|C-\d/);
});

test('a visit on a configuration that is gone is passed over, and its days still count', () => {
  const blind = evidenceOf(withCase(NOTHING_YET, wayOf(told(CAT)), () => undefined));
  expect(blind.questions).toEqual([]);
  expect(blind.stages.find(({ stage: id }) => id === 'story')?.medianDays).toBe(2.5);
});

test.each([
  [[], undefined],
  [[3], 3],
  [[9, 1, 2], 2],
  [[1, 2], 1.5],
  [[4, 1, 2, 1], 1.5],
])('the middle of %j is %s', (numbers, expected) => {
  expect(middle(numbers)).toBe(expected);
});
