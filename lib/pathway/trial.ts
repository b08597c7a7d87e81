/**
 * A pathway tried out: somebody chooses how each stage ends, and the forms on the way are gone through with made-up answers. Nothing is
 * started, kept or sent. What comes of a scenario that was written down is `scenario-run.ts`; this is how one is found.
 */
import type { ActingRole } from '../domain/actor.ts';
import type { Value } from '../domain/answer.ts';
import { fits } from '../domain/answer-fits.ts';
import { secondsOf } from '../domain/form-walk.ts';
import { type Bank, bankOf } from '../domain/question.ts';
import type { QuestionId } from '../domain/question-id.ts';
import type { RasModel } from '../domain/ras-model.ts';
import { type End, isHuman, leadsTo, type StageDef, stageOf } from '../domain/stage.ts';
import { type BurdenOfBundle, minutes } from './burden.ts';
import { actorOf } from './burden-walk.ts';
import { type Stop, stopAt } from './form-order.ts';
import { madeUpAnswer } from './made-up.ts';
import { replay, type Taken } from './replay.ts';
import type { Scenario } from './scenario.ts';
import { MOST_STEPS } from './scenario-run.ts';
import type { Pathway } from './schema.ts';

/** The one step from the end of a cycle: a review falls due. */
export const REVIEW = 'review';

export type Trial = {
  readonly pathway: Pathway;
  /** How each stage that was come to ended, in order. Once support is in place, `REVIEW` opens the review. */
  readonly outcomes: readonly string[];
  /** Answers that were chosen; every other question has the one that is made up for it. */
  readonly answers: Readonly<Record<QuestionId, Value>>;
};

/** A stage the case came to, with what its forms showed. Without an outcome: this is where it stands. */
export type Tried = {
  readonly stage: StageDef;
  readonly outcome?: string | undefined;
  readonly taken: readonly Taken[];
  /** How many steps were made before it. */
  readonly step: number;
};

export type TriedOut = {
  readonly visits: readonly Tried[];
  /** Where the case ended; absent while it stands at the last of the visits. */
  readonly end?: End | undefined;
  /** The steps that were made, without those that did not fit. */
  readonly outcomes: readonly string[];
  /** New questions and minutes by who answers, and of everybody together. */
  readonly asked: Readonly<Record<ActingRole | 'everybody', { readonly questions: number; readonly minutes: number }>>;
};

type Halt = { readonly stage: StageDef; readonly outcome?: string | undefined; readonly step: number };
type Way = { readonly halts: readonly Halt[]; readonly end?: End | undefined; readonly outcomes: readonly string[] };

const wayOf = ({ pathway, outcomes }: Trial): Way => {
  const halts: Halt[] = [];
  const made: string[] = [];
  let at = stageOf(pathway, pathway.start);
  let end: End | undefined;
  for (const step of [...outcomes.slice(0, MOST_STEPS), undefined]) {
    if (end !== undefined) {
      if (end !== 'support-in-place' || step !== REVIEW) break;
      end = undefined;
      at = stageOf(pathway, pathway.review);
    } else if (at) {
      const to = step === undefined ? undefined : leadsTo(pathway, at.id, step);
      halts.push({ stage: at, step: made.length, ...(to && { outcome: step }) });
      if (!to) break;
      if ('end' in to) end = to.end;
      at = 'stage' in to ? stageOf(pathway, to.stage) : undefined;
    } else break;
    if (step !== undefined) made.push(step);
  }
  return { halts, end, outcomes: made };
};

/** Answers as the trial has them: chosen ones where they still fit, made-up ones everywhere else. */
export const answersOf =
  ({ answers }: Pick<Trial, 'answers'>, bank: Bank, model: RasModel | undefined) =>
  (id: QuestionId): Value | undefined => {
    const question = bank.get(id);
    if (!question) return undefined;
    const chosen = Object.hasOwn(answers, id) ? answers[id] : undefined;
    return chosen !== undefined && fits(question, chosen) ? chosen : madeUpAnswer(question, model);
  };

const ROLES: readonly ActingRole[] = ['person', 'assessor', 'approver'];

const loadOf = (taken: readonly Taken[]) => ({
  questions: taken.filter(({ shown }) => shown.standing === 'ask').length,
  minutes: minutes(taken.reduce((sum, { shown }) => sum + secondsOf(shown), 0)),
});

/** What `taken` asks of whoever has this role. */
export const ofRole = (taken: readonly Taken[], role: ActingRole): Taken[] =>
  taken.filter(({ place }) => actorOf(place) === role);

const askedOf = (taken: readonly Taken[]): TriedOut['asked'] => {
  const each = Object.fromEntries(ROLES.map((role) => [role, loadOf(ofRole(taken, role))])) as Record<
    ActingRole,
    ReturnType<typeof loadOf>
  >;
  const sum = (part: 'questions' | 'minutes') => ROLES.reduce((total, role) => total + each[role][part], 0);
  return { ...each, everybody: { questions: sum('questions'), minutes: sum('minutes') } };
};

const NO_STOP: Stop = { forms: [] };

/** Walks the trial as far as its outcomes lead. One that the stage does not have ends the walk there. Never throws. */
export const tryOut = (trial: Trial, { forms, questions, allocation, council }: BurdenOfBundle): TriedOut => {
  const bank = bankOf(questions);
  const model = allocation.find(({ id }) => id === council.allocation);
  const { halts, end, outcomes } = wayOf(trial);
  const visits = halts.map(({ stage }) => (isHuman(stage) ? stopAt(stage, forms) : NO_STOP));
  const taken = replay({ visits, bank, answers: answersOf(trial, bank, model) });
  const tried = halts.map((halt, index): Tried => ({ ...halt, taken: taken[index] ?? [] }));
  return { visits: tried, end, outcomes, asked: askedOf(taken.flat()) };
};

/** The trial written down, with the answers to what was asked on the way. What should come of it is for whoever keeps it to say. */
export const scenarioOf = (
  trial: Trial,
  { visits, end }: TriedOut,
  named: Pick<Scenario, 'id' | 'title' | 'about'>,
  answer: (id: QuestionId) => Value | undefined,
): Scenario => {
  const outcomes: Record<string, string[]> = {};
  for (const { stage, outcome } of visits)
    if (outcome !== undefined) outcomes[stage.id] = [...(outcomes[stage.id] ?? []), outcome];
  const answers: Record<QuestionId, Value> = {};
  for (const { shown } of visits.flatMap(({ taken }) => taken)) {
    const value = shown.standing === 'ask' && shown.question.type !== 'finding' ? answer(shown.question.id) : undefined;
    if (value !== undefined) answers[shown.question.id] = value;
  }
  return { ...named, pathway: trial.pathway.id, answers, outcomes, expect: { end: end ?? 'support-in-place' } };
};
