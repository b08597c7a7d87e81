/**
 * Running a scenario on paper: the stages its case comes to, the questions its person is shown on the way, the figure its answers come
 * to, and where that is not what was expected. Nothing is started and nothing is kept.
 */
import { allocate } from '../domain/allocation.ts';
import { isLifeArea, type Value } from '../domain/answer.ts';
import { fits } from '../domain/answer-fits.ts';
import type { StoryAnswer } from '../domain/assessment.ts';
import { formatPence, type Pence } from '../domain/money.ts';
import { type Bank, bankOf } from '../domain/question.ts';
import type { QuestionId } from '../domain/question-id.ts';
import type { RasModel } from '../domain/ras-model.ts';
import { type End, isHuman, LATE, leadsTo, type StageDef, type StageId, stageOf } from '../domain/stage.ts';
import type { BurdenOfBundle } from './burden.ts';
import { type Stop, stopAt } from './form-order.ts';
import { replay } from './replay.ts';
import type { Scenario } from './scenario.ts';
import type { Pathway } from './schema.ts';

export type ScenarioRun = {
  readonly ok: boolean;
  /** Every stage the case came to, in order. */
  readonly visited: readonly StageId[];
  /** `null` where the case came to no end. */
  readonly end: End | null;
  /** The questions that were new at each visit to a stage that asks anything. */
  readonly asked: readonly { readonly stage: StageId; readonly questions: readonly QuestionId[] }[];
  /** What the answers come to a week; `null` where the rules give no figure. Absent where they cannot be reckoned. */
  readonly figure?: { readonly weeklyPence: Pence | null };
  /** What differs from what was expected, or kept the case from going on: a sentence each. */
  readonly problems: readonly string[];
};

/** A case that has come to so many stages goes round in a circle, or as good as. */
export const MOST_STEPS = 200;

type Figure = { readonly weeklyPence: Pence | null } | { readonly why: string } | undefined;

/** The figure of the model, from the areas of life that are answered. Nothing where none is. */
const figureOf = ({ answers }: Scenario, bank: Bank, model: RasModel | undefined): Figure => {
  const areas = Object.entries(answers).flatMap(([id, value]): [string, StoryAnswer][] => {
    const question = bank.get(id);
    return question?.type === 'life-area' && !question.retired && isLifeArea(value) ? [[question.area, value]] : [];
  });
  if (areas.length === 0 || !model) return undefined;
  const known = areas.filter(([area]) => model.questions.some(({ id }) => id === area));
  const allocated = allocate(model, Object.fromEntries(known));
  if (allocated.ok) return { weeklyPence: allocated.result.weeklyPence };
  return { why: allocated.refusals.map(({ message }) => message).join(' ') };
};

type Gone = { readonly visited: readonly StageId[]; readonly end: End | null; readonly problems: readonly string[] };

const named = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** How often the case was at each stage, and how the stage ends this time. */
const outcomesOf = ({ outcomes }: Scenario, figure: Figure) => {
  const times = new Map<StageId, number>();
  return (stage: StageDef): string | undefined => {
    const time = times.get(stage.id) ?? 0;
    times.set(stage.id, time + 1);
    const listed = Object.hasOwn(outcomes, stage.id) ? (outcomes[stage.id] ?? []) : [];
    const reckoned =
      figure && 'weeklyPence' in figure && (figure.weeklyPence === null ? 'needs-individual-costing' : 'allocated');
    if (stage.kind === 'resource-allocation' && listed.length === 0 && reckoned) return reckoned;
    return listed[time] ?? listed.at(-1) ?? Object.keys(stage.outcomes)[0];
  };
};

const wayOf = (pathway: Pathway, scenario: Scenario, figure: Figure): Gone => {
  const endOf = outcomesOf(scenario, figure);
  const visited: StageId[] = [];
  let reviews = Object.hasOwn(scenario.outcomes, pathway.review) ? (scenario.outcomes[pathway.review]?.length ?? 0) : 0;
  let at = pathway.start;
  while (visited.length < MOST_STEPS) {
    const stage = stageOf(pathway, at);
    if (!stage) return { visited, end: null, problems: [`There is no stage “${at}” on the pathway.`] };
    visited.push(at);
    if (at === pathway.review) reviews -= 1;
    const outcome = endOf(stage);
    if (outcome === LATE && isHuman(stage)) continue;
    const to = outcome === undefined ? undefined : leadsTo(pathway, at, outcome);
    if (!to) {
      const possible = named(Object.keys(stage.outcomes));
      return { visited, end: null, problems: [`“${at}” cannot end as “${outcome ?? ''}”. It can end as ${possible}.`] };
    }
    if ('stage' in to) at = to.stage;
    else if (to.end === 'support-in-place' && reviews > 0) at = pathway.review;
    else return { visited, end: to.end, problems: [] };
  }
  return { visited, end: null, problems: [`After ${MOST_STEPS} stages the case has come to no end.`] };
};

const stopsAt = (pathway: Pathway, { visited }: Gone, forms: BurdenOfBundle['forms']): Stop[] =>
  visited.flatMap((id) => {
    const stage = stageOf(pathway, id);
    return stage && isHuman(stage) ? [stopAt(stage, forms)] : [];
  });

/** Answers that are none: to a question that is there, and not among what it can be answered with. */
const misfits = ({ answers }: Scenario, bank: Bank): string[] =>
  Object.entries(answers).flatMap(([id, value]) => {
    const question = bank.get(id);
    return question && !fits(question, value) ? [`The answer to “${id}” is not one the question can have.`] : [];
  });

const stageProblems = ({ expect }: Scenario, pathway: Pathway, { visited }: Gone): string[] => [
  ...(expect.passes ?? []).flatMap((stage) => {
    if (!stageOf(pathway, stage)) return [`The case should come to “${stage}”, and there is no such stage on the pathway.`];
    return visited.includes(stage) ? [] : [`The case should come to “${stage}”, and does not.`];
  }),
  ...(expect.avoids ?? []).flatMap((stage) =>
    visited.includes(stage) ? [`The case should not come to “${stage}”, and does.`] : [],
  ),
];

const pounds = (weekly: Pence | null): string => (weekly === null ? 'no figure' : `${formatPence(weekly)} a week`);

/** A pathway without the stage that works out a figure gives none, so there is none to compare. */
const figureProblems = ({ expect }: Scenario, pathway: Pathway, figure: Figure): string[] => {
  const { weeklyPence } = expect;
  if (weeklyPence === undefined || !pathway.stages.some(({ kind }) => kind === 'resource-allocation')) return [];
  if (!figure) return [`${pounds(weeklyPence)} is expected, and no answer here leads to a figure.`];
  if ('why' in figure) return [`${pounds(weeklyPence)} is expected, and it cannot be worked out. ${figure.why}`];
  if (figure.weeklyPence === weeklyPence) return [];
  return [`The answers come to ${pounds(figure.weeklyPence)}, and ${pounds(weeklyPence)} is expected.`];
};

const endProblems = ({ expect }: Scenario, { end }: Gone): string[] =>
  end === null || end === expect.end ? [] : [`The case ends at “${end}”, and “${expect.end}” is expected.`];

const questionProblems = ({ expect }: Scenario, asked: ScenarioRun['asked']): string[] => {
  const count = new Set(asked.flatMap(({ questions }) => questions)).size;
  if (expect.questionsAtMost === undefined || count <= expect.questionsAtMost) return [];
  return [`${count} different questions are asked, and at most ${expect.questionsAtMost} are expected.`];
};

/**
 * What becomes of the scenario's person on these pathways and forms. The figure decides by itself how the stage that works it out ends,
 * unless the scenario says so. Never throws; whatever keeps it from going on is among the problems.
 */
export const runScenario = (
  { council, pathways, forms, questions, allocation }: BurdenOfBundle,
  scenario: Scenario,
): ScenarioRun => {
  const pathway = pathways.find(({ id }) => id === scenario.pathway);
  if (!pathway) return { ok: false, visited: [], end: null, asked: [], problems: [`There is no pathway “${scenario.pathway}”.`] };
  const bank = bankOf(questions);
  const figure = figureOf(
    scenario,
    bank,
    allocation.find(({ id }) => id === council.allocation),
  );
  const gone = wayOf(pathway, scenario, figure);
  const visits = stopsAt(pathway, gone, forms);
  const answers = (question: QuestionId): Value | undefined =>
    Object.hasOwn(scenario.answers, question) ? scenario.answers[question] : undefined;
  const asked = replay({ visits, bank, answers }).flatMap((taken, index) => {
    const fresh = taken.flatMap(({ shown: { standing, question } }) => (standing === 'ask' ? [question.id] : []));
    return fresh.length > 0 ? [{ stage: visits[index]?.stage?.id ?? '', questions: fresh }] : [];
  });
  const problems = [
    ...gone.problems,
    ...endProblems(scenario, gone),
    ...stageProblems(scenario, pathway, gone),
    ...misfits(scenario, bank),
    ...questionProblems(scenario, asked),
    ...figureProblems(scenario, pathway, figure),
  ];
  const shown = figure && 'weeklyPence' in figure ? { figure } : {};
  return { ok: problems.length === 0, visited: gone.visited, end: gone.end, asked, ...shown, problems };
};
