/** Agreeing by a scheme of delegation: which figure, who, for whom they stand in, and how a plan is sent back for what it costs (I-08, I-15). */
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { budgetRefusal } from '../../lib/domain/approval.ts';
import type { Case } from '../../lib/domain/case.ts';
import { decide } from '../../lib/domain/decide.ts';
import { type Alternative, declineRefusal } from '../../lib/domain/decline.ts';
import type { Plan } from '../../lib/domain/plan.ts';
import { isRefusal, type RefusalCode } from '../../lib/domain/refusal.ts';
import { approve, askReview, check, giveBack, MONDAY, offer, reviewed, type Step, save } from '../support/case-so-far.ts';
import { costing, made, petra, reached, withWays } from '../support/council-with-ways.ts';
import { expectThat, type Then } from '../support/given-when-then.ts';
import { glenda, idris, morag, newcomer } from '../support/small-council.ts';

const APPROVED: Then = ['PlanApproved', 'StageFinished'];
const agree = (by: Actor = glenda, totalPence?: number): Step => ({
  by,
  command: { type: 'approve-plan', planVersion: 1, reasons: 'What it costs.', totalPence },
});
const on = (day: string, step: Step): Step => ({ ...step, at: `${day}T09:00:00.000Z` });
const toAgree = (pence: number): Case => reached('toAgree', costing(pence));
const agreedUnder = (pence: number, step: Step) => made([step], withWays, toAgree(pence)).agreed?.under;

describe('TV-C: the plan costs £214.00 and the up-front figure was £180.11', () => {
  /** The up-front figure is no multiple of ten pounds, so it is put in as test vector B has it. */
  const state = (): Case => {
    const { allocation, ...rest } = toAgree(21_400) as Extract<Case, { state: 'underway' }>;
    return { ...rest, allocation: allocation && { ...allocation, weeklyPence: 18_011 } };
  };

  test('TV-C: a budget of £180.11 is refused: it is less than what the needs cost', () => {
    expectThat(state(), agree(glenda, 18_011), 'budget-below-needs', withWays);
    const decision = decide(agree(glenda, 18_011).command, state(), glenda, withWays, new Date(MONDAY));
    expect(isRefusal(decision) && decision.message).toMatch(/£214\.00.*cannot be less.*A limit of a panel.*is no reason/s);
  });

  test.each<[string, number | undefined, Then]>([
    ['nothing at all', 0, 'budget-below-needs'],
    ['a penny less', 21_399, 'budget-below-needs'],
    ['what it costs', 21_400, APPROVED],
    ['no figure named', undefined, APPROVED],
    ['a penny more', 21_401, 'budget-not-the-plan'],
    ['without end', Number.POSITIVE_INFINITY, 'budget-not-the-plan'],
    ['not a number', Number.NaN, 'budget-below-needs'],
    ['less than nothing', -1, 'budget-below-needs'],
  ])('TV-C: %s', (_, totalPence, then) => expectThat(state(), agree(glenda, totalPence), then, withWays));

  test('TV-C: agreed, the budget is £214.00, with £180.11 beside it and the reasons for the difference', () => {
    const agreed = made([agree(glenda, 21_400)], withWays, state()).agreed;
    expect(agreed).toMatchObject({ budget: { totalPence: 21_400, indicativePence: 18_011 }, reasons: 'What it costs.' });
    expectThat(state(), approve(1, ''), 'reasons-needed', withWays);
  });

  test('TV-C: nobody can agree less, whatever their limit, and the panel cannot either', () => {
    for (const by of [glenda, petra, { ...petra, limitPence: 18_011 }, { ...glenda, limitPence: 18_011 }]) {
      const decision = decide(agree(by, 18_011).command, state(), by, withWays, new Date(MONDAY));
      expect(isRefusal(decision)).toBe(true);
    }
    expect(budgetRefusal((state() as { plan: Plan }).plan, 18_011)?.refused).toBe('budget-below-needs');
  });
});

test('less than was agreed before needs reasons, also where it is the up-front figure (I-06)', () => {
  const steps = (pence: number) => [askReview(), reviewed('plan-changes'), save(costing(pence), 1), offer(2), check()];
  const again = (pence: number) => made(steps(pence), withWays, reached('inPlace', costing(13_000)));
  expectThat(again(12_000), approve(2, ' '), 'reasons-needed', withWays);
  expectThat(again(12_000), approve(2, 'The bus is free now.'), APPROVED, withWays);
  const same = made(steps(12_000), withWays, reached('inPlace', costing(12_000)));
  expectThat(same, approve(2, ''), APPROVED, withWays);
});

describe('who may agree it', () => {
  test.each<[sentence: string, pence: number, when: Step, then: Then]>([
    ['up to a limit', 10_000, agree(morag), APPROVED],
    ['not above it', 10_001, agree(morag), 'needs-higher-approval'],
    ['not without one', 1, agree(newcomer), 'needs-higher-approval'],
    ['not the panel’s plans, whatever the limit', 100_001, agree(glenda), 'needs-panel'],
    ['one penny less is not the panel’s', 100_000, agree(glenda), APPROVED],
    ['the panel’s by somebody who sits on it', 100_001, agree(petra), APPROVED],
    ['those on the panel agree the others as well', 100_000, agree(petra), APPROVED],
    ['and have a limit like everybody', 100_001, agree({ ...petra, limitPence: 100_000 }), 'needs-higher-approval'],
  ])('%s', (_, pence, when, then) => expectThat(toAgree(pence), when, then, withWays));

  test('the author never does, on the panel or not', () => {
    const state = toAgree(100_001);
    const plan = state.plan && { ...state.plan, authors: [petra.id, idris.id] };
    expectThat({ ...state, plan } as Case, agree(petra), 'own-plan', withWays);
    expectThat({ ...state, plan } as Case, agree(idris), 'own-plan', withWays);
  });

  test.each([
    [20_000, 'manager'],
    [20_001, 'director'],
    [100_000, 'director'],
  ])('at %i pence a week it is agreed as the %s’s', (pence, tier) => {
    expect(agreedUnder(pence, agree())).toEqual({ tier });
  });

  test('a panel has five working days, everybody else what the stage promises', () => {
    const due = (pence: number) => (toAgree(pence) as Extract<Case, { state: 'underway' }>).at.promise?.dueOn;
    expect(due(100_001)).toBe('2026-11-09');
    expect(due(100_000)).toBe('2026-11-16');
  });
});

describe('standing in for a colleague', () => {
  test.each<[sentence: string, day: string, pence: number, then: Then]>([
    ['the day before', '2026-11-08', 18_000, 'needs-higher-approval'],
    ['the first day', '2026-11-09', 18_000, APPROVED],
    ['the last day', '2026-11-13', 18_000, APPROVED],
    ['the day after', '2026-11-14', 18_000, 'needs-higher-approval'],
    ['up to the limit of it', '2026-11-10', 50_000, APPROVED],
    ['not a penny above', '2026-11-10', 50_001, 'needs-higher-approval'],
    ['not for the panel', '2026-11-10', 100_001, 'needs-panel'],
  ])('%s', (_, day, pence, then) => expectThat(toAgree(pence), on(day, agree(morag)), then, withWays));

  test('gives nobody else anything, and nobody who does not agree plans', () => {
    expectThat(toAgree(18_000), on('2026-11-10', agree(newcomer)), 'needs-higher-approval', withWays);
    expectThat(toAgree(18_000), on('2026-11-10', agree({ ...morag, roles: ['assessor'] })), 'not-allowed', withWays);
  });

  test('is written down where it was needed, and not where it was not', () => {
    expect(agreedUnder(18_000, on('2026-11-10', agree(morag)))).toEqual({ tier: 'manager', coverFor: glenda.id });
    expect(agreedUnder(9_000, on('2026-11-10', agree(morag)))).toEqual({ tier: 'manager' });
  });

  test('never lowers a limit of one’s own', () => {
    expectThat(toAgree(90_000), on('2026-11-10', agree({ ...morag, limitPence: 90_000 })), APPROVED, withWays);
  });
});

describe('sending it back', () => {
  const cheaper: Alternative = { need: 'CA-COMMUNITY', how: 'The club’s own bus.', evidence: 'They have a seat from Monday.' };
  const stray: Alternative = { ...cheaper, need: 'CA-WTEV' };
  const blank: Alternative = { ...cheaper, how: '  ', evidence: ' ' };
  const SENT_BACK: Then = ['PlanReturned', 'StageFinished'];
  type Back = { reasons?: string; forCost?: boolean; alternatives?: readonly Alternative[] };
  const back = ({ reasons = 'It costs a lot.', ...rest }: Back, by: Actor = glenda): Step => ({
    by,
    command: { type: 'return-plan', planVersion: 1, reasons, ...rest },
  });

  test.each<[sentence: string, pence: number, when: Step, then: Then]>([
    ['because something is not clear', 20_000, giveBack(), SENT_BACK],
    ['with no word', 20_000, back({ reasons: ' ' }), 'reasons-needed'],
    ['for what it costs, and nothing else', 20_000, back({ forCost: true }), 'reasons-needed'],
    ['for what it costs, with an empty list', 20_000, back({ forCost: true, alternatives: [] }), 'reasons-needed'],
    [
      'with how, and no evidence',
      20_000,
      back({ forCost: true, alternatives: [{ ...cheaper, evidence: '' }] }),
      'reasons-needed',
    ],
    ['with evidence, and no how', 20_000, back({ forCost: true, alternatives: [{ ...cheaper, how: '' }] }), 'reasons-needed'],
    ['with how and evidence of no words', 20_000, back({ forCost: true, alternatives: [blank] }), 'reasons-needed'],
    ['half a word on what else, for another reason', 20_000, back({ alternatives: [blank] }), 'reasons-needed'],
    ['about a stray need, for another reason', 20_000, back({ alternatives: [stray] }), 'reasons-needed'],
    ['about a need that was not found', 20_000, back({ forCost: true, alternatives: [stray] }), 'reasons-needed'],
    ['one that is right and one that is not', 20_000, back({ forCost: true, alternatives: [cheaper, stray] }), 'reasons-needed'],
    ['with which need is met how for less', 20_000, back({ forCost: true, alternatives: [cheaper] }), SENT_BACK],
    ['by the panel, with reasons alone', 100_001, back({}, petra), 'reasons-needed'],
    ['by the panel, with how for less', 100_001, back({ alternatives: [cheaper] }, petra), SENT_BACK],
  ])('%s', (_, pence, when, then) => expectThat(toAgree(pence), when, then, withWays));

  test('what can be had for less stands with the reasons, and the plan is as it was', () => {
    const before = toAgree(20_000);
    const after = made([back({ forCost: true, alternatives: [cheaper] })], withWays, before);
    expect(after.returned).toMatchObject({ reasons: 'It costs a lot.', alternatives: [cheaper], by: { id: glenda.id } });
    expect(after.plan).toEqual(before.plan);
    expect(made([giveBack()], withWays, before).returned).not.toHaveProperty('alternatives');
  });

  test.each<[string, readonly Alternative[], RefusalCode | undefined, RegExp]>([
    ['none', [], 'reasons-needed', /not turned down for its cost alone/],
    ['half', [{ ...cheaper, evidence: '' }], 'reasons-needed', /Say both for “Getting out/],
    ['a stray need', [stray], 'reasons-needed', /is not a need of this assessment/],
    ['in order', [cheaper], undefined, /^$/],
  ])('declining for cost, with %s', (_, alternatives, refused, message) => {
    const refusal = declineRefusal(alternatives, ['CA-HYGIENE', 'CA-COMMUNITY']);
    expect(refusal?.refused).toBe(refused);
    expect(refusal?.message ?? '').toMatch(message);
  });
});
