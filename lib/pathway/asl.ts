/**
 * The few States Language state types we emit, as closed types; nothing else may appear in a machine of ours, and the local engine
 * refuses the rest. JSONata only. Not a general description of the language: that is https://states-language.net.
 */

/** A string that the machine works out when it runs: `{% … %}`. */
export type Jsonata = `{% ${string} %}`;

/** The functions a machine calls, filled in with their names at deployment (`DefinitionSubstitutions`). */
export const FUNCTION_PLACEHOLDERS = [
  'assessment',
  'resourceAllocation',
  'planApproval',
  'review',
  'form',
  'late',
  'attention',
] as const;
export type FunctionPlaceholder = (typeof FUNCTION_PLACEHOLDERS)[number];

/** Ids, outcomes and seconds only: an execution's history is a second copy that nobody can erase (law 1). */
export type Payload = { readonly [field: string]: string };
export type Output = { readonly [field: string]: Jsonata };

export type Retrier = {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: 'FULL';
};

export type Catcher = { readonly ErrorEquals: readonly string[]; readonly Output: Output; readonly Next: string };

export type TaskState = {
  readonly Type: 'Task';
  readonly Comment: string;
  readonly Resource: 'arn:aws:states:::lambda:invoke' | 'arn:aws:states:::lambda:invoke.waitForTaskToken';
  readonly Arguments: { readonly FunctionName: `\${${FunctionPlaceholder}}`; readonly Payload: Payload };
  readonly TimeoutSeconds: number | Jsonata;
  readonly Output: Output;
  readonly Retry: readonly Retrier[];
  readonly Catch: readonly Catcher[];
  readonly Next: string;
};

export type ChoiceRule = { readonly Condition: Jsonata; readonly Next: string };
export type ChoiceState = {
  readonly Type: 'Choice';
  readonly Comment: string;
  readonly Choices: readonly ChoiceRule[];
  readonly Default: string;
};

export type SucceedState = { readonly Type: 'Succeed'; readonly Comment: string };
export type FailState = { readonly Type: 'Fail'; readonly Comment: string; readonly Error: string; readonly Cause: string };

export type State = TaskState | ChoiceState | SucceedState | FailState;

export type StateMachineDefinition = {
  readonly Comment: string;
  readonly QueryLanguage: 'JSONata';
  readonly StartAt: string;
  readonly States: { readonly [name: string]: State };
};
