/**
 * The operations on state machines and their versions, in AWS's shapes. Machines are `machines.ts`; this file reads requests, refuses
 * what AWS refuses, and words the answers. Logging, tracing, tags and encryption are accepted and have no effect locally.
 */
import { checkName, machineArn, versionArn } from './arns.ts';
import type { Fields } from './fields.ts';
import type { Found, Machine, Machines, Version } from './machines.ts';
import type { Operation, Operations } from './operations.ts';
import { keyDownwards, pageOf } from './paging.ts';
import { invalid, machineExists, noSuchMachine, Refusal } from './refusal.ts';
import { instant } from './turn.ts';

const seconds = (moment: string): number => Date.parse(moment) / 1000;

const checkType = (fields: Fields): void => {
  if (fields.oneOf('type', ['STANDARD', 'EXPRESS']) === 'EXPRESS')
    throw new Refusal('StateMachineTypeNotSupported', 'This emulator runs STANDARD state machines only.');
};

const publishing = (fields: Fields): { publish: boolean; description: string | undefined } => {
  const publish = fields.flag('publish', false);
  const description = fields.textIfAny('versionDescription', 256);
  if (description && !publish) throw invalid('Version description can only be set when publish is true');
  return { publish, description };
};

const publishedArn = (version: Version) => ({ stateMachineVersionArn: versionArn(version.machine, version.version) });

/** The machine itself; refuses the ARN of a version, as AWS does where only a machine can be meant. */
const machineOf = (machines: Machines, arn: string): Machine => {
  const { machine, version } = machines.find(arn);
  if (version) throw noSuchMachine(arn);
  return machine;
};

const createStateMachine: Operation = async ({ machines, now }, fields) => {
  const name = checkName(fields.text('name'));
  const definition = fields.text('definition');
  const roleArn = fields.text('roleArn', 256);
  checkType(fields);
  const { publish, description } = publishing(fields);
  const existing = machines.byName(name);
  if (existing && machines.textOf(existing.definition) !== definition) throw machineExists(machineArn(name));
  const machine = existing ?? (await machines.save(name, { definition, roleArn }, instant(now())));
  const version = publish ? await machines.publish(name, description, instant(now())) : undefined;
  return {
    stateMachineArn: machineArn(name),
    creationDate: seconds(machine.createdAt),
    ...(version ? publishedArn(version) : {}),
  };
};

const updateStateMachine: Operation = async ({ machines, now }, fields) => {
  const { name } = machineOf(machines, fields.text('stateMachineArn', 256));
  const definition = fields.textIfAny('definition');
  const roleArn = fields.textIfAny('roleArn', 256);
  if (definition === undefined && roleArn === undefined)
    throw new Refusal(
      'MissingRequiredParameter',
      'Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified',
    );
  const { publish, description } = publishing(fields);
  const change = { ...(definition === undefined ? {} : { definition }), ...(roleArn === undefined ? {} : { roleArn }) };
  const { revisionId } = await machines.save(name, change, instant(now()));
  const version = publish ? await machines.publish(name, description, instant(now())) : undefined;
  return { updateDate: now() / 1000, ...(revisionId ? { revisionId } : {}), ...(version ? publishedArn(version) : {}) };
};

const publishStateMachineVersion: Operation = async ({ machines, now }, fields) => {
  const { name, revisionId = 'INITIAL' } = machineOf(machines, fields.text('stateMachineArn', 256));
  const expected = fields.textIfAny('revisionId');
  if (expected !== undefined && expected !== revisionId)
    throw new Refusal(
      'ConflictException',
      `Failed to publish the State Machine version for revision ${expected}. The current State Machine revision is ${revisionId}.`,
    );
  const version = await machines.publish(name, fields.textIfAny('description', 256), instant(now()));
  return { creationDate: seconds(version.createdAt), ...publishedArn(version) };
};

const described = ({ machine, version, revision }: Found) => {
  const { createdAt } = version ?? machine;
  const { roleArn, revisionId } = revision;
  return {
    stateMachineArn: version ? versionArn(machine.name, version.version) : machineArn(machine.name),
    name: machine.name,
    status: 'ACTIVE',
    type: 'STANDARD',
    roleArn,
    creationDate: seconds(createdAt),
    loggingConfiguration: { level: 'OFF', includeExecutionData: false },
    tracingConfiguration: { enabled: false },
    ...(revisionId ? { revisionId } : {}),
    ...(version?.description ? { description: version.description } : {}),
  };
};

const describeStateMachine: Operation = async ({ machines }, fields) => {
  const found = machines.find(fields.text('stateMachineArn', 256));
  return { ...described(found), definition: machines.textOf(found.revision.definition) };
};

const listStateMachines: Operation = async ({ machines }, fields) => {
  const { page, ...more } = pageOf(machines.all(), ({ name }) => name, fields.textIfAny('nextToken', 1024), fields.pageSize());
  const stateMachines = page.map(({ name, createdAt }) => ({
    stateMachineArn: machineArn(name),
    name,
    type: 'STANDARD',
    creationDate: seconds(createdAt),
  }));
  return { stateMachines, ...more };
};

const listStateMachineVersions: Operation = async ({ machines }, fields) => {
  const { name } = machineOf(machines, fields.text('stateMachineArn', 256));
  const newestFirst = machines.versionsOf(name).toReversed();
  const { page, ...more } = pageOf(
    newestFirst,
    ({ version }) => keyDownwards(version),
    fields.textIfAny('nextToken', 1024),
    fields.pageSize(),
  );
  const stateMachineVersions = page.map((version) => ({ creationDate: seconds(version.createdAt), ...publishedArn(version) }));
  return { stateMachineVersions, ...more };
};

/** On AWS the executions end at their next transition and the machine after them; here both happen at once. Deleting twice is no error. */
const deleteStateMachine: Operation = async ({ machines, engine }, fields) => {
  const arn = fields.text('stateMachineArn', 256);
  const machine = machines.all().find(({ name }) => machineArn(name) === arn);
  if (!machine) return {};
  const stop = { type: 'stop', error: undefined, cause: undefined } as const;
  await Promise.all(engine.runningOf(machine.name).map((execution) => engine.send(execution, stop)));
  await machines.remove(machine.name);
  return {};
};

export const MACHINE_OPERATIONS: Operations = {
  CreateStateMachine: createStateMachine,
  UpdateStateMachine: updateStateMachine,
  PublishStateMachineVersion: publishStateMachineVersion,
  DescribeStateMachine: describeStateMachine,
  ListStateMachines: listStateMachines,
  ListStateMachineVersions: listStateMachineVersions,
  DeleteStateMachine: deleteStateMachine,
};
