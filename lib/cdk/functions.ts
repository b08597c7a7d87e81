/**
 * Every Lambda function of the deployment: where its code begins, how long it may run, and who calls it. Not what it may do (that
 * is derived from its bundle in `grants.ts`). Read by `synthesise.ts` and the stack.
 */
import type { CfnElement } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** When a scheduled function runs. The first clock of a function has no name; further ones do, and say what is asked of it then. */
export type Clock = {
  readonly name?: string;
  readonly expression: string;
  readonly because: string;
  /** What the function is called with, in place of EventBridge's own event. */
  readonly input?: Readonly<Record<string, unknown>>;
};

/**
 * Who calls a function. Of those called over HTTP one has no `routes` and gets every request that no other's routes take.
 * `placeholder` is the name compiled state machines use for a function, as in `${assessment}`.
 */
export type Caller =
  | { readonly by: 'http'; readonly routes?: readonly [string, ...string[]] }
  | { readonly by: 'machine'; readonly placeholder: string }
  | { readonly by: 'schedule'; readonly clocks: readonly [Clock, ...Clock[]] }
  | { readonly by: 'cloudformation' };

export type FunctionSpec = {
  /** Names its folder, its log group and its construct; never reused for another function. */
  readonly name: string;
  /** Its entry file, from the repository root. */
  readonly entry: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly caller: Caller;
  /** The page in `docs/runbooks` that its alarm points to, without `.md`. */
  readonly runbook: string;
};

const stage = (name: string, placeholder: string): FunctionSpec => ({
  name,
  entry: `functions/stages/${name}.ts`,
  memoryMb: 256,
  timeoutSeconds: 30,
  caller: { by: 'machine', placeholder },
  runbook: 'stage-errors',
});

const scheduled = (name: string, timeoutSeconds: number, runbook: string, ...clocks: [Clock, ...Clock[]]): FunctionSpec => ({
  name,
  entry: `functions/${name}.ts`,
  memoryMb: 256,
  timeoutSeconds,
  caller: { by: 'schedule', clocks },
  runbook,
});

const recover = scheduled(
  'recover',
  600,
  'recover-errors',
  { expression: 'rate(15 minutes)', because: 'A case whose machine did not arrive or stopped at a fault is put right.' },
  {
    name: 'everything',
    expression: 'cron(0 3 * * ? *)',
    because: 'Every open case is looked at, those that wait for a person too.',
    input: { everything: true },
  },
);

/** It stops a second before API Gateway gives up on it, so that the person is told by us and not by the gateway. */
const web: FunctionSpec = {
  name: 'web',
  entry: 'functions/web/web.ts',
  memoryMb: 512,
  timeoutSeconds: 29,
  caller: { by: 'http' },
  runbook: 'web-errors',
};

/** Apart from `web`, so that only this one may change state machines, and only this one is so large. */
const admin: FunctionSpec = {
  name: 'admin',
  entry: 'functions/web/admin/admin.ts',
  memoryMb: 512,
  timeoutSeconds: 29,
  caller: { by: 'http', routes: ['/admin', '/admin/{proxy+}'] },
  runbook: 'web-errors',
};

export const FUNCTIONS: readonly FunctionSpec[] = [
  web,
  admin,
  stage('assessment', 'assessment'),
  stage('resource-allocation', 'resourceAllocation'),
  stage('plan-approval', 'planApproval'),
  stage('review', 'review'),
  stage('form', 'form'),
  stage('late', 'late'),
  stage('attention', 'attention'),
  recover,
  scheduled('deliver-outbox', 55, 'outbox-errors', {
    expression: 'rate(1 minute)',
    because: 'What a commit could not deliver itself is delivered.',
  }),
  scheduled('open-due-reviews', 600, 'reviews-not-opened', {
    expression: 'cron(0 5 * * ? *)',
    because: 'Reviews whose date has come are opened.',
  }),
  scheduled('move-cases', 120, 'cases-not-moved', {
    expression: 'rate(1 minute)',
    because: 'A move of open cases to another version that is at work is taken further.',
  }),
  {
    name: 'publish-configuration',
    entry: 'functions/publish-configuration.ts',
    memoryMb: 256,
    timeoutSeconds: 60,
    caller: { by: 'cloudformation' },
    runbook: 'configuration-not-published',
  },
];

/** The function that has every address no other function has. */
export const isWeb = ({ caller }: FunctionSpec): boolean => caller.by === 'http' && !caller.routes;

/** Construct ids: `open-due-reviews` → `OpenDueReviews`. Local data is found again by these, so they do not change. */
export const pascal = (name: string): string =>
  name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** Takes CDK's hash off an id: the local runner and its data know tables and functions by the plain one. */
export const named = (construct: Construct, id: string): void =>
  (construct.node.defaultChild as CfnElement).overrideLogicalId(id);
