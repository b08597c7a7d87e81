/**
 * The three calls a stage makes: opening it, telling the person it is late, and asking for attention when it cannot go on.
 * Only the shape of a call; which states follow which is `compile.ts`.
 */
import { isHuman, type StageDef, type StageKind } from '../domain/stage.ts';
import type { Catcher, FunctionPlaceholder, Jsonata, Output, Retrier, TaskState } from './asl.ts';
import { attentionState, lateState, STOPPED } from './names.ts';

/**
 * The name of the error by which a stage function says that the domain refused: asking again would only be refused again, so it
 * goes straight to a person's attention.
 */
export const REFUSED = 'Refused';

/** What an outcome is called when a person's attention is asked for because the pathway does not know it. */
const UNKNOWN_OUTCOME = 'UnknownOutcome';

/** No wait is a hot loop, and none outlives its execution: 300 days is past the longest promise and well under a year. */
const SHORTEST_WAIT_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 300 * 24 * 60 * 60;

/** A function answers in seconds; a call still open after a minute is lost. */
const CALL_TIMEOUT_SECONDS = 60;

/**
 * Stage functions are idempotent, so every failure but a refusal is asked again. `States.TaskFailed` covers what a function
 * throws and never `States.Timeout`, so a missed promise is not retried: it goes to its own state.
 */
const RETRY: readonly Retrier[] = [
  { ErrorEquals: [REFUSED], MaxAttempts: 0 },
  {
    ErrorEquals: [
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.TooManyRequestsException',
      'States.TaskFailed',
    ],
    IntervalSeconds: 2,
    MaxAttempts: 6,
    BackoffRate: 2,
    MaxDelaySeconds: 60,
    JitterStrategy: 'FULL',
  },
];

const input = (field: string): Jsonata => `{% $states.input.${field} %}`;
const IDS = { caseId: input('caseId'), run: input('run') };
const KEPT: Output = { ...IDS, dueSeconds: input('dueSeconds') };
const promised = `$states.input.dueSeconds, ${SHORTEST_WAIT_SECONDS}`;

const FUNCTION_OF: Record<StageKind, FunctionPlaceholder> = {
  assessment: 'assessment',
  'resource-allocation': 'resourceAllocation',
  'plan-approval': 'planApproval',
  review: 'review',
  form: 'form',
};

const toAttention = (stage: StageDef): Catcher => ({
  ErrorEquals: ['States.ALL'],
  Output: { ...KEPT, error: '{% $states.errorOutput.Error %}' },
  Next: attentionState(stage.id),
});

const toLate = (stage: StageDef): Catcher => ({ ErrorEquals: ['States.Timeout'], Output: KEPT, Next: lateState(stage.id) });

/** A human stage waits for its answer under a token until the promised date; an automatic one answers at once. */
export const openingTask = (stage: StageDef, comment: string, next: string): TaskState => {
  const human = isHuman(stage);
  const answer = human ? '$states.result' : '$states.result.Payload';
  return {
    Type: 'Task',
    Comment: comment,
    Resource: human ? 'arn:aws:states:::lambda:invoke.waitForTaskToken' : 'arn:aws:states:::lambda:invoke',
    Arguments: {
      FunctionName: `\${${FUNCTION_OF[stage.kind]}}`,
      Payload: { ...(human ? { token: '{% $states.context.Task.Token %}' } : {}), ...IDS, stage: stage.id },
    },
    TimeoutSeconds: human ? `{% $min([$max([${promised}]), ${LONGEST_WAIT_SECONDS}]) %}` : CALL_TIMEOUT_SECONDS,
    Output: { ...IDS, outcome: `{% ${answer}.outcome %}`, dueSeconds: `{% ${answer}.dueSeconds %}` },
    Retry: RETRY,
    Catch: human ? [toLate(stage), toAttention(stage)] : [toAttention(stage)],
    Next: next,
  };
};

const call = (
  to: 'late' | 'attention',
  stage: StageDef,
): Pick<TaskState, 'Type' | 'Resource' | 'TimeoutSeconds' | 'Retry'> & {
  Arguments: TaskState['Arguments'];
} => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: `\${${to}}`, Payload: { ...IDS, stage: stage.id } },
  TimeoutSeconds: CALL_TIMEOUT_SECONDS,
  Retry: RETRY,
});

/** The promised date passed: the person is told, a new date is promised, and the same stage opens again. */
export const lateTask = (stage: StageDef, comment: string): TaskState => ({
  ...call('late', stage),
  Comment: comment,
  Output: { ...IDS, dueSeconds: '{% $states.result.Payload.dueSeconds %}' },
  Catch: [toAttention(stage)],
  Next: stage.id,
});

/** A stage that cannot go on is put before a person, with the name of the error and nothing else about it. */
export const attentionTask = (stage: StageDef, comment: string): TaskState => {
  const { Arguments, ...rest } = call('attention', stage);
  const error: Jsonata = `{% $exists($states.input.error) ? $states.input.error : '${UNKNOWN_OUTCOME}' %}`;
  return {
    ...rest,
    Comment: comment,
    Arguments: { ...Arguments, Payload: { ...Arguments.Payload, error } },
    Output: KEPT,
    Catch: [{ ErrorEquals: ['States.ALL'], Output: KEPT, Next: STOPPED }],
    Next: STOPPED,
  };
};
