/**
 * What each adapter may do on AWS, and to which partitions. A function's role is the union over the adapters in its bundle
 * (`lib/cdk/grants.ts`), so a role can hold nothing its code does not use. Tests compare this with the SDK commands found in each
 * bundle and with the keys of `keys.ts`.
 */
import type { Index } from './indexes.ts';

/** Actions on partitions that begin so: `CASE#*`. */
export type OnPartitions = { readonly actions: readonly `dynamodb:${string}`[]; readonly partitions: readonly string[] };

export type Needs = {
  readonly table?: readonly OnPartitions[];
  readonly indexes?: readonly (OnPartitions & { readonly index: Index })[];
  readonly machine?: readonly `states:${string}`[];
  readonly execution?: readonly `states:${string}`[];
};

const on = (
  partition: string,
  ...commands: ('GetItem' | 'PutItem' | 'DeleteItem' | 'Query' | 'ConditionCheckItem')[]
): OnPartitions => ({
  actions: commands.map((command) => `dynamodb:${command}` as const),
  partitions: [partition],
});

/** By file name in `lib/aws`. Files that speak to nothing, or only for another, are not listed. */
export const ACTIONS: Readonly<Record<string, Needs>> = {
  'case-load.ts': { table: [on('CASE#*', 'GetItem')] },
  // A transaction is allowed by the actions of its parts.
  'cases.ts': {
    table: [on('CASE#*', 'PutItem'), on('OUTBOX#*', 'PutItem'), on('REPLY#*', 'PutItem', 'DeleteItem')],
  },
  'histories.ts': { table: [on('CASE#*', 'Query')] },
  'outbox.ts': { table: [on('OUTBOX#*', 'DeleteItem')] },
  'outbox-sweep.ts': { table: [on('OUTBOX#*', 'Query')] },
  'configurations.ts': { table: [on('CONFIGURATION*', 'GetItem')] },
  'live.ts': { table: [on('CONFIGURATION*', 'GetItem')] },
  'publishing.ts': { table: [on('CONFIGURATION*', 'PutItem'), on('DRAFT*', 'PutItem')] },
  'publications.ts': { table: [on('CONFIGURATION*', 'GetItem', 'Query')] },
  'drafts.ts': { table: [on('DRAFT*', 'GetItem', 'PutItem', 'Query')] },
  'deployment.ts': { table: [on('CONFIGURATION*', 'GetItem', 'PutItem')] },
  'session-find.ts': { table: [on('SESSION#*', 'GetItem')] },
  'sessions.ts': { table: [on('SESSION#*', 'PutItem', 'DeleteItem')] },
  'access.ts': { table: [on('ACCESS#*', 'GetItem', 'PutItem')] },
  'mailbox.ts': { table: [on('MAILBOX*', 'PutItem', 'Query')] },
  'lists.ts': {
    indexes: [
      { index: 'work', ...on('WORK#*', 'Query') },
      { index: 'people', ...on('PERSON#*', 'Query') },
    ],
  },
  'reply-list.ts': { indexes: [{ index: 'work', ...on('REPLY#*', 'Query') }] },
  'reads.ts': { table: [on('READS#*', 'PutItem', 'Query')] },
  // Whoever loads one decides on it, and a commit of `cases.ts` then checks that it is still as it was.
  'household-item.ts': { table: [on('HOUSEHOLD#*', 'GetItem', 'ConditionCheckItem')] },
  'households.ts': {
    table: [on('HOUSEHOLD#*', 'PutItem'), on('HOUSEHOLDS#*', 'PutItem', 'DeleteItem', 'Query')],
  },
  'moves.ts': { table: [on('MOVE*', 'GetItem', 'PutItem', 'Query')] },
  'time-lists.ts': {
    indexes: [
      { index: 'dates', ...on('REVIEW#*', 'Query') },
      { index: 'dates', ...on('WATCH#*', 'Query') },
    ],
  },
  // Apart from the lists that schedules read, so that only who asks what cases taught may read what is over.
  'closed-list.ts': { indexes: [{ index: 'dates', ...on('CLOSED#*', 'Query') }] },
  'engine.ts': { machine: ['states:StartExecution', 'states:SendTaskSuccess'], execution: ['states:StopExecution'] },
  'engine-watch.ts': { execution: ['states:DescribeExecution'] },
  'machine-publisher.ts': {
    machine: [
      'states:UpdateStateMachine',
      'states:PublishStateMachineVersion',
      'states:DescribeStateMachine',
      'states:ListStateMachineVersions',
    ],
  },
  'engine-health.ts': { machine: ['states:DescribeStateMachine'] },
};
