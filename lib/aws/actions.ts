/**
 * What each adapter may do on AWS. A function's role is the union over the adapters in its bundle (`lib/cdk/grants.ts`), so a role
 * can hold nothing its code does not use. A test compares this with the SDK commands found in each bundle.
 */
export type Needs = {
  readonly table?: readonly `dynamodb:${string}`[];
  readonly index?: readonly `dynamodb:${string}`[];
  readonly machine?: readonly `states:${string}`[];
  readonly execution?: readonly `states:${string}`[];
};

/** By file name in `lib/aws`. Files that speak to nothing are not listed. */
export const ACTIONS: Readonly<Record<string, Needs>> = {
  // A transaction is allowed by the actions of its parts.
  'cases.ts': { table: ['dynamodb:GetItem', 'dynamodb:PutItem'] },
  'query.ts': { table: ['dynamodb:Query'], index: ['dynamodb:Query'] },
  'outbox.ts': { table: ['dynamodb:DeleteItem'] },
  'configurations.ts': { table: ['dynamodb:GetItem'] },
  'publishing.ts': { table: ['dynamodb:PutItem'] },
  'sessions.ts': { table: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'] },
  'engine.ts': { machine: ['states:StartExecution', 'states:SendTaskSuccess'], execution: ['states:StopExecution'] },
  'engine-watch.ts': { execution: ['states:DescribeExecution'] },
  'engine-health.ts': { machine: ['states:DescribeStateMachine'] },
};
