/**
 * The operations on executions, in AWS's shapes: start, describe, list, stop, history. Running them is `engine.ts`.
 */
import { randomUUID } from 'node:crypto';
import { checkName, executionArn, machineArn, readExecutionArn, versionArn } from './arns.ts';
import type { Definition } from './definition.ts';
import type { Head } from './execution.ts';
import type { Fields } from './fields.ts';
import { withoutData } from './history.ts';
import type { HistoryEvent } from './history-event.ts';
import { fitsPayload, type Json, PAYLOAD_LIMIT_BYTES } from './json.ts';
import { eventsOf, headKey, listOf } from './keys.ts';
import type { Found } from './machines.ts';
import type { Operation, Operations, Parts } from './operations.ts';
import { keyDownwards, keyOfNumber, pageOf, pageStart, pageToken } from './paging.ts';
import { executionExists, invalidInput, noSuchExecution } from './refusal.ts';
import type { Range } from './store.ts';
import { instant } from './turn.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const seconds = (moment: string): number => Date.parse(moment) / 1000;

const inputOf = (fields: Fields): Json => {
  const text = fields.textIfAny('input', PAYLOAD_LIMIT_BYTES) ?? '{}';
  if (!fitsPayload(text)) throw invalidInput('The input is larger than 262144 bytes.');
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw invalidInput((error as Error).message);
  }
};

const headOf = ({ machine, version, revision }: Found, definition: Definition, name: string, input: Json, now: number): Head => {
  const longest = Math.min(definition.TimeoutSeconds ?? YEAR_SECONDS, YEAR_SECONDS);
  return {
    arn: executionArn(machine.name, name),
    name,
    machine: machine.name,
    machineArn: machineArn(machine.name),
    ...(version ? { versionArn: versionArn(machine.name, version.version) } : {}),
    roleArn: revision.roleArn,
    definition: revision.definition,
    input,
    startedAt: instant(now),
    deadline: instant(now + longest * 1000),
    status: 'RUNNING',
  };
};

/** The same name and input while it runs is the same request, asked again; anything else under a used name is refused. */
const askedBefore = ({ store }: Parts, head: Head): Head | undefined => {
  const known = store.read(headKey(head)) as Head | undefined;
  if (!known) return undefined;
  const isSame = known.status === 'RUNNING' && JSON.stringify(known.input) === JSON.stringify(head.input);
  if (!isSame) throw executionExists(head.arn);
  return known;
};

const startExecution: Operation = async (parts, fields) => {
  const { machines, engine, now } = parts;
  const found = machines.find(fields.text('stateMachineArn', 256));
  const given = fields.textIfAny('name');
  const input = inputOf(fields);
  const definition = machines.definitionOf(found.revision.definition);
  const head = headOf(found, definition, given === undefined ? randomUUID() : checkName(given), input, now());
  // Who asks while the first start is being written waits for it; from here to `start` nothing else can come in between.
  if (engine.isRunning(head.arn)) await engine.quiet(head.arn);
  const known = askedBefore(parts, head);
  if (!known) await engine.start(head, definition);
  return { executionArn: head.arn, startDate: seconds((known ?? head).startedAt) };
};

const find = ({ store }: Parts, arn: string): Head => {
  const named = readExecutionArn(arn);
  const head = named && (store.read(headKey(named)) as Head | undefined);
  if (head?.arn !== arn) throw noSuchExecution(arn);
  return head;
};

const listed = (head: Head) => ({
  executionArn: head.arn,
  stateMachineArn: head.machineArn,
  name: head.name,
  status: head.status,
  startDate: seconds(head.startedAt),
  ...(head.stoppedAt ? { stopDate: seconds(head.stoppedAt) } : {}),
  ...(head.versionArn ? { stateMachineVersionArn: head.versionArn } : {}),
  redriveCount: 0,
});

const CANNOT_REDRIVE = new Set<Head['status']>(['RUNNING', 'SUCCEEDED']);

const redriving = ({ status }: Head) =>
  CANNOT_REDRIVE.has(status)
    ? { redriveStatus: 'NOT_REDRIVABLE', redriveStatusReason: `Execution is ${status} and cannot be redriven` }
    : { redriveStatus: 'REDRIVABLE' };

const describeExecution: Operation = async (parts, fields) => {
  const head = find(parts, fields.text('executionArn', 256));
  return {
    ...listed(head),
    ...redriving(head),
    input: JSON.stringify(head.input),
    inputDetails: { included: true },
    ...(head.output === undefined ? {} : { output: JSON.stringify(head.output), outputDetails: { included: true } }),
    ...(head.error === undefined ? {} : { error: head.error }),
    ...(head.cause === undefined ? {} : { cause: head.cause }),
  };
};

const STATUSES = ['SUCCEEDED', 'TIMED_OUT', 'PENDING_REDRIVE', 'ABORTED', 'FAILED', 'RUNNING'] as const;

type Listed = { readonly key: string; readonly head: Head };

/** The executions of one range from a key on, as many as asked for or all there are; those of one version only, if one is wanted. */
const collect = async (store: Parts['store'], range: Range, machine: string, wanted: string | undefined, most: number) => {
  const found: Listed[] = [];
  for (let { gte } = range, more = true; more && found.length < most; ) {
    const keys = (await store.list({ ...range, gte }, most)).map(([key]) => key);
    const heads = keys.map((key) => store.read(headKey({ machine, name: key.slice(key.lastIndexOf(':') + 1) })) as Head);
    found.push(...heads.flatMap((head, at) => (!wanted || head.versionArn === wanted ? [{ key: keys[at] ?? '', head }] : [])));
    more = keys.length === most;
    gte = `${keys.at(-1)}\u0000`;
  }
  return found;
};

const listExecutions: Operation = async ({ machines, store }, fields) => {
  const { machine, version } = machines.find(fields.text('stateMachineArn', 256));
  const status = fields.oneOf('statusFilter', STATUSES) ?? 'ALL';
  const size = fields.pageSize();
  const from = pageStart(fields.textIfAny('nextToken', 3096));
  if (status === 'PENDING_REDRIVE') return { executions: [] };
  const range = listOf(machine.name, status);
  const wanted = version && versionArn(machine.name, version.version);
  const found = await collect(store, { ...range, gte: from ?? range.gte }, machine.name, wanted, size + 1);
  const next = found[size];
  const executions = found.slice(0, size).map(({ head }) => listed(head));
  return next ? { executions, nextToken: pageToken(next.key) } : { executions };
};

const stopExecution: Operation = async (parts, fields) => {
  const arn = fields.text('executionArn', 256);
  find(parts, arn);
  const signal = { type: 'stop', error: fields.textIfAny('error', 256), cause: fields.textIfAny('cause', 32_768) } as const;
  await parts.engine.send(arn, signal);
  const { stoppedAt } = find(parts, arn);
  return { stopDate: stoppedAt ? seconds(stoppedAt) : parts.now() / 1000 };
};

const getExecutionHistory: Operation = async (parts, fields) => {
  const head = find(parts, fields.text('executionArn', 256));
  const chunks = await parts.store.list(eventsOf(head));
  const events = chunks.flatMap(([, chunk]) => chunk as HistoryEvent[]);
  const reverse = fields.flag('reverseOrder', false);
  const keyOf = ({ id }: HistoryEvent) => (reverse ? keyDownwards(id) : keyOfNumber(id));
  const { page, ...more } = pageOf(
    reverse ? events.toReversed() : events,
    keyOf,
    fields.textIfAny('nextToken', 1024),
    fields.pageSize(),
  );
  return { events: fields.flag('includeExecutionData', true) ? page : page.map(withoutData), ...more };
};

export const EXECUTION_OPERATIONS: Operations = {
  StartExecution: startExecution,
  DescribeExecution: describeExecution,
  ListExecutions: listExecutions,
  StopExecution: stopExecution,
  GetExecutionHistory: getExecutionHistory,
};
