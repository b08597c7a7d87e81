/**
 * A little reader of compiled machines, written apart from `compile` and `walk` so that they can be held against it, and AWS's rules
 * as `asl-validator` knows them. Not a test.
 */
import { createRequire } from 'node:module';
import type { StateMachineDefinition, TaskState } from '../../lib/pathway/asl.ts';

const validate: (definition: unknown) => { isValid: boolean; errors: unknown[] } = createRequire(import.meta.url)(
  'asl-validator',
);

/** What `asl-validator` says against a definition. It writes into what it reads, so it is given a copy. */
export const aslErrors = (definition: StateMachineDefinition): unknown[] => validate(structuredClone(definition)).errors;

export const tasksOf = (definition: StateMachineDefinition): [name: string, task: TaskState][] =>
  Object.entries(definition.States).flatMap(([name, state]): [string, TaskState][] =>
    state.Type === 'Task' ? [[name, state]] : [],
  );

type Input = Readonly<Record<string, string>>;

/** Reads only the one condition we emit: `$states.input.<field> = '<value>'`. */
const holds = (condition: string, input: Input): boolean => {
  const [, field, value] = /^\{% \$states\.input\.(\w+) = '([^']*)' %\}$/.exec(condition) ?? [];
  if (field === undefined) throw new Error(`Not a condition we emit: ${condition}`);
  return input[field] === value;
};

const catches = (task: TaskState, error: string): string =>
  task.Catch.find(({ ErrorEquals }) => ErrorEquals.includes(error) || ErrorEquals.includes('States.ALL'))?.Next ?? 'nowhere';

export type Ran = { opened: string[]; end: string };

/**
 * Runs the machine with one answer for each stage it opens; `late` lets the wait time out. Ends with the name of the last state,
 * or with the stage that still waits for an answer.
 */
export const run = ({ StartAt, States }: StateMachineDefinition, resumeAt: string, answers: readonly string[]): Ran => {
  const opened: string[] = [];
  let input: Input = { resumeAt };
  let at = StartAt;
  for (;;) {
    const state = States[at];
    if (!state) throw new Error(`The machine leads to ${at}, which is not there`);
    if (state.Type === 'Succeed' || state.Type === 'Fail') return { opened, end: at };
    if (state.Type === 'Choice') {
      const here = input;
      at = state.Choices.find(({ Condition }) => holds(Condition, here))?.Next ?? state.Default;
    } else if (at.includes(' ')) {
      at = state.Next;
    } else {
      const answer = answers[opened.length];
      opened.push(at);
      if (answer === undefined) return { opened, end: at };
      if (answer !== 'late') input = { outcome: answer };
      at = answer === 'late' ? catches(state, 'States.Timeout') : state.Next;
    }
  }
};
