/**
 * The part of States Language that this emulator runs: the state types our compiler emits, JSONata only, every field named. What is
 * not here is refused when the machine is created (`check-definition.ts`), never ignored when it runs.
 */
import * as z from 'zod';

const Expression = z.string().regex(/^\{%[\s\S]*%\}$/, 'must be a JSONata expression between {% and %}');
/** JSON in which every string between `{%` and `%}` is worked out when the state runs. */
const Template = z.json();
const Variable = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,79}$/, 'A variable is a letter and then letters, digits or underscores.');
const Assign = z.record(Variable, Template);
const LONGEST_SECONDS = 99_999_999;
const Seconds = (from: number) =>
  z.union([z.number().int().min(from).max(LONGEST_SECONDS), Expression], {
    error: `must be a whole number from ${from} to ${LONGEST_SECONDS}, or a JSONata expression`,
  });
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
/** Whether this is a moment with its offset, as `Timestamp` needs it. */
export const isTimestamp = (text: string): boolean => RFC3339.test(text) && !Number.isNaN(Date.parse(text));

const ErrorEquals = z.array(z.string().min(1)).min(1);
const Retrier = z.strictObject({
  ErrorEquals,
  IntervalSeconds: z.number().int().min(1).max(LONGEST_SECONDS).optional(),
  MaxAttempts: z.number().int().min(0).max(LONGEST_SECONDS).optional(),
  BackoffRate: z.number().min(1).optional(),
  MaxDelaySeconds: z.number().int().min(1).max(31_622_400).optional(),
  JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
  Comment: z.string().optional(),
});
export type Retrier = z.infer<typeof Retrier>;
const Catcher = z.strictObject({
  ErrorEquals,
  Next: z.string(),
  Output: Template.optional(),
  Assign: Assign.optional(),
  Comment: z.string().optional(),
});

const about = { Comment: z.string().optional(), QueryLanguage: z.literal('JSONata').optional() };
const makes = { Output: Template.optional(), Assign: Assign.optional() };
const onward = { Next: z.string().optional(), End: z.boolean().optional() };
const rescue = { Retry: z.array(Retrier).optional(), Catch: z.array(Catcher).optional() };

export const LAMBDA = 'arn:aws:states:::lambda:invoke';
export const LAMBDA_WITH_TOKEN = `${LAMBDA}.waitForTaskToken`;

const TaskState = z.strictObject({
  Type: z.literal('Task'),
  Resource: z.enum([LAMBDA, LAMBDA_WITH_TOKEN]),
  Arguments: z.strictObject({ FunctionName: z.string().min(1), Payload: Template.optional() }),
  TimeoutSeconds: Seconds(1).optional(),
  HeartbeatSeconds: Seconds(1).optional(),
  ...about,
  ...makes,
  ...rescue,
  ...onward,
});
export type TaskState = z.infer<typeof TaskState>;

const ChoiceRule = z.strictObject({
  Condition: z.union([z.boolean(), Expression], { error: 'must be true, false or a JSONata expression' }),
  Next: z.string(),
  Comment: z.string().optional(),
  ...makes,
});
const ChoiceState = z.strictObject({
  Type: z.literal('Choice'),
  Choices: z.array(ChoiceRule).min(1),
  Default: z.string().optional(),
  ...about,
  ...makes,
});
export type ChoiceState = z.infer<typeof ChoiceState>;

const PassState = z.strictObject({ Type: z.literal('Pass'), ...about, ...makes, ...onward });
export type PassState = z.infer<typeof PassState>;

const WaitState = z.strictObject({
  Type: z.literal('Wait'),
  Seconds: Seconds(0).optional(),
  Timestamp: z
    .union([Expression, z.string().refine(isTimestamp)], { error: 'String does not match RFC3339 timestamp' })
    .optional(),
  ...about,
  ...makes,
  ...onward,
});
export type WaitState = z.infer<typeof WaitState>;

const SucceedState = z.strictObject({ Type: z.literal('Succeed'), Output: Template.optional(), ...about });
export type SucceedState = z.infer<typeof SucceedState>;
const FailState = z.strictObject({
  Type: z.literal('Fail'),
  Error: z.string().optional(),
  Cause: z.string().optional(),
  ...about,
});
export type FailState = z.infer<typeof FailState>;

/** A scope of states with a way in: the machine itself, or one branch of a `Parallel`. */
export interface Scope {
  StartAt: string;
  States: Record<string, State>;
  Comment?: string | undefined;
  QueryLanguage?: 'JSONata' | undefined;
}
const Branch: z.ZodType<Scope> = z.lazy(() => z.strictObject({ StartAt: z.string(), States, ...about }));
const ParallelState = z.strictObject({
  Type: z.literal('Parallel'),
  Branches: z.array(Branch).min(1),
  Arguments: Template.optional(),
  ...about,
  ...makes,
  ...rescue,
  ...onward,
});
export type ParallelState = z.infer<typeof ParallelState>;

const STATE_TYPES = [TaskState, ChoiceState, PassState, WaitState, SucceedState, FailState, ParallelState] as const;
const State = z.discriminatedUnion('Type', STATE_TYPES);
export type State = TaskState | ChoiceState | PassState | WaitState | SucceedState | FailState | ParallelState;
const States = z.record(z.string().min(1).max(80), State);

export const Definition = z.strictObject({
  Comment: z.string().optional(),
  QueryLanguage: z.literal('JSONata'),
  Version: z.literal('1.0').optional(),
  TimeoutSeconds: z.number().int().min(1).max(LONGEST_SECONDS).optional(),
  StartAt: z.string(),
  States,
});
export type Definition = z.infer<typeof Definition>;
