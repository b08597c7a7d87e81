/**
 * A pathway as a States Language machine. Pure and deterministic: the same pathway gives the same document, key for key, whatever
 * the order of the outcomes in its file. The one machine is deployed by CDK, published at run time and run locally (law 4).
 */
import { type Destination, type End, isHuman, type StageDef } from '../domain/stage.ts';
import type { ChoiceRule, ChoiceState, FailState, State, StateMachineDefinition } from './asl.ts';
import { attentionTask, lateTask, openingTask } from './compile-task.ts';
import { attentionState, CANNOT_RESUME, endState, lateState, outcomeState, RESUME, STOPPED } from './names.ts';
import type { Pathway } from './schema.ts';

const stateOf = (to: Destination): string => ('stage' in to ? to.stage : endState(to.end));

const outcomesOf = (stage: StageDef): [outcome: string, to: string][] =>
  Object.entries(stage.outcomes)
    .flatMap(([outcome, to]): [string, string][] => (to ? [[outcome, stateOf(to)]] : []))
    .sort(([a], [b]) => (a < b ? -1 : 1));

const rule = (field: 'outcome' | 'resumeAt', value: string, next: string): ChoiceRule => ({
  Condition: `{% $states.input.${field} = '${value}' %}`,
  Next: next,
});

/**
 * Where the stage goes when it is done. Outcomes that all lead to one place need no choice, which saves a transition. An outcome
 * the pathway does not know is put before a person; it never ends anything.
 */
const onward = (pathway: Pathway, stage: StageDef): { next: string; choice?: ChoiceState } => {
  const outcomes = outcomesOf(stage);
  const [first] = outcomes;
  if (first && outcomes.every(([, to]) => to === first[1])) return { next: first[1] };
  const choice: ChoiceState = {
    Type: 'Choice',
    Comment: `${pathway.id}: where ${stage.id} leads`,
    Choices: outcomes.map(([outcome, to]) => rule('outcome', outcome, to)),
    Default: attentionState(stage.id),
  };
  return { next: outcomeState(stage.id), choice };
};

const statesOf = (pathway: Pathway, stage: StageDef): [name: string, state: State][] => {
  const { next, choice } = onward(pathway, stage);
  const waits = isHuman(stage) ? `waits for the ${stage.who}` : 'is worked out at once';
  return [
    [stage.id, openingTask(stage, `${pathway.id}: ${stage.kind}, ${waits}`, next)],
    ...(choice ? [[outcomeState(stage.id), choice] as [string, State]] : []),
    ...(isHuman(stage)
      ? [[lateState(stage.id), lateTask(stage, `${pathway.id}: the promise for ${stage.id} passed`)] as [string, State]]
      : []),
    [attentionState(stage.id), attentionTask(stage, `${pathway.id}: ${stage.id} could not go on`)],
  ];
};

const endsOf = (pathway: Pathway): End[] => {
  const ends = pathway.stages.flatMap((stage) =>
    Object.values(stage.outcomes).flatMap((to) => (to && 'end' in to ? [to.end] : [])),
  );
  return [...new Set(ends)].sort();
};

const failure = (comment: string, error: string, cause: string): FailState => ({
  Type: 'Fail',
  Comment: comment,
  Error: error,
  Cause: cause,
});

/**
 * The machine of one cycle of care on this pathway. Its input is `{ caseId, run, resumeAt, dueSeconds }`; it can be entered at any
 * stage, which makes opening a case, recovery and outliving the one-year limit one thing. Expects a pathway without faults.
 */
export const compile = (pathway: Pathway): StateMachineDefinition => ({
  Comment: `The pathway ${pathway.id}, compiled by Ownway. Change the pathway, not this document.`,
  QueryLanguage: 'JSONata',
  StartAt: RESUME,
  States: Object.fromEntries<State>([
    [
      RESUME,
      {
        Type: 'Choice',
        Comment: `${pathway.id}: enter at the stage the case is at`,
        Choices: pathway.stages.map((stage) => rule('resumeAt', stage.id, stage.id)),
        Default: CANNOT_RESUME,
      },
    ],
    ...pathway.stages.flatMap((stage) => statesOf(pathway, stage)),
    ...endsOf(pathway).map((end): [string, State] => [
      endState(end),
      { Type: 'Succeed', Comment: `${pathway.id}: this cycle is done` },
    ]),
    [
      CANNOT_RESUME,
      failure(
        `${pathway.id}: asked to enter at a stage it does not have`,
        'CannotResume',
        'The execution was started at a stage this pathway does not have.',
      ),
    ],
    [
      STOPPED,
      failure(
        `${pathway.id}: a person was asked to look`,
        'NeedsAttention',
        'A stage could not go on. The case names the stage and the error; recovery starts a new execution there.',
      ),
    ],
  ]),
});
