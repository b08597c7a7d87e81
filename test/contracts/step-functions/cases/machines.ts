/** Machines, their versions, and what an execution keeps of them. */
import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeStateMachineCommand,
  ListStateMachinesCommand,
  ListStateMachineVersionsCommand,
  PublishStateMachineVersionCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import {
  definitionOf,
  describe,
  ended,
  newMachine,
  newName,
  ROLE,
  refusal,
  start,
  succeed,
  tokenKeeper,
  waitsFor,
} from '../drive.ts';
import type { Engine, World } from '../world.ts';

const saying = (Output: string) => ({ only: { Type: 'Pass', Output, End: true } });
const create = (world: World, name: string, states: Parameters<typeof definitionOf>[0], more: object = {}) =>
  world.client.send(new CreateStateMachineCommand({ name, roleArn: ROLE, definition: definitionOf(states), ...more }));
const update = (world: World, stateMachineArn: string, states: Parameters<typeof definitionOf>[0], more: object = {}) =>
  world.client.send(new UpdateStateMachineCommand({ stateMachineArn, definition: definitionOf(states), ...more }));

const makingCases = (given: () => World, engine: Engine): void => {
  test('a machine is described as it was made', async () => {
    const world = given();
    const name = newName('machine');
    const { stateMachineArn, creationDate } = await create(world, name, saying('a'));
    const seen = await world.client.send(new DescribeStateMachineCommand({ stateMachineArn }));
    expect(seen).toMatchObject({ name, stateMachineArn, creationDate, status: 'ACTIVE', type: 'STANDARD', roleArn: ROLE });
    expect(seen.definition).toBe(definitionOf(saying('a')));
  });

  test('making it again is the same machine; making another of that name is refused', async () => {
    const world = given();
    const name = newName('machine');
    const { stateMachineArn } = await create(world, name, saying('a'));
    expect((await create(world, name, saying('a'))).stateMachineArn).toBe(stateMachineArn);
    if (engine.isOurs) expect(await refusal(create(world, name, saying('b')))).toBe('StateMachineAlreadyExists');
  });

  test('what does not exist, and what is no ARN, is refused by name', async () => {
    const world = given();
    const nobody = (await newMachine(world, saying('a'))).replace(/:machine-.*$/, ':nobody');
    expect(await refusal(start(world, nobody))).toBe('StateMachineDoesNotExist');
    const describing = (stateMachineArn: string) => world.client.send(new DescribeStateMachineCommand({ stateMachineArn }));
    expect(await refusal(describing(nobody))).toBe('StateMachineDoesNotExist');
    expect(await refusal(describing('nobody'))).toBe('InvalidArn');
  });

  if (!engine.isOurs) return;
  test.each(['', 'with space', 'a/b', 'a:b', 'x'.repeat(81), 'star*', 'tab\t'])('the name %j is refused', async (name) => {
    expect(await refusal(create(given(), name, saying('a')))).toBe('InvalidName');
  });

  test('an express machine is refused: this emulator runs standard ones', async () => {
    expect(await refusal(create(given(), newName('machine'), saying('a'), { type: 'EXPRESS' }))).toBe(
      'StateMachineTypeNotSupported',
    );
  });

  test('machines are listed by name, in pages', async () => {
    const world = given();
    const names = await Promise.all([1, 2, 3].map(async () => (await newMachine(world, saying('a'))).split(':').at(-1)));
    const seen: (string | undefined)[] = [];
    let nextToken: string | undefined;
    do {
      const page = await world.client.send(new ListStateMachinesCommand({ maxResults: 2, ...(nextToken ? { nextToken } : {}) }));
      seen.push(...(page.stateMachines ?? []).map(({ name }) => name));
      nextToken = page.nextToken;
    } while (nextToken);
    expect(seen).toEqual(expect.arrayContaining(names));
    expect(seen).toEqual([...seen].sort());
  });

  test('a deleted machine is gone with its executions; deleting it again is no error', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const stateMachineArn = await newMachine(world, { wait: waitsFor(keeper.functionName) });
    const arn = await start(world, stateMachineArn);
    const token = await keeper.next();
    await world.client.send(new DeleteStateMachineCommand({ stateMachineArn }));
    expect(await refusal(describe(world, arn))).toBe('ExecutionDoesNotExist');
    expect(await refusal(succeed(world, token))).toBe('TaskDoesNotExist');
    await world.client.send(new DeleteStateMachineCommand({ stateMachineArn }));
  });
};

const versionCases = (given: () => World, engine: Engine): void => {
  test('an update with publish makes a version, which runs what it was published with', async () => {
    const world = given();
    const name = newName('machine');
    const { stateMachineArn = '', stateMachineVersionArn } = await create(world, name, saying('one'), { publish: true });
    expect(stateMachineVersionArn).toBe(`${stateMachineArn}:1`);
    const second = await update(world, stateMachineArn, saying('two'), { publish: true });
    expect(second.stateMachineVersionArn).toBe(`${stateMachineArn}:2`);
    if (engine.isOurs) expect(second.revisionId).toBeTruthy();
    // moto cannot start an execution on a version.
    const arns = engine.isOurs ? [stateMachineArn, `${stateMachineArn}:1`, `${stateMachineArn}:2`] : [stateMachineArn];
    const outputs = arns.map(async (arn) => (await ended(world, await start(world, arn))).output);
    expect(await Promise.all(outputs)).toEqual(['two', 'one', 'two'].slice(0, arns.length));
  });

  test('a running execution keeps the definition it started with', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const waiting = (say: string) => ({ wait: waitsFor(keeper.functionName, { Next: 'only' }), ...saying(say) });
    const { stateMachineArn = '' } = await create(world, newName('machine'), waiting('old'));
    const arn = await start(world, stateMachineArn);
    const token = await keeper.next();
    await update(world, stateMachineArn, saying('new'), { publish: true });
    await succeed(world, token);
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: 'old' });
    expect((await ended(world, await start(world, stateMachineArn))).output).toBe('new');
  });

  if (!engine.isOurs) return;
  test('versions are listed newest first', async () => {
    const world = given();
    const { stateMachineArn = '' } = await create(world, newName('machine'), saying('one'), { publish: true });
    await update(world, stateMachineArn, saying('two'), { publish: true });
    const { stateMachineVersions } = await world.client.send(new ListStateMachineVersionsCommand({ stateMachineArn }));
    const arns = stateMachineVersions?.map((version) => version.stateMachineVersionArn);
    expect(arns).toEqual([`${stateMachineArn}:2`, `${stateMachineArn}:1`]);
  });

  test('publishing without a change gives the version there is; a stale revision is a conflict', async () => {
    const world = given();
    const { stateMachineArn = '' } = await create(world, newName('machine'), saying('one'));
    const publish = (more: object = {}) => world.client.send(new PublishStateMachineVersionCommand({ stateMachineArn, ...more }));
    expect((await publish()).stateMachineVersionArn).toBe(`${stateMachineArn}:1`);
    expect((await publish()).stateMachineVersionArn).toBe(`${stateMachineArn}:1`);
    const { revisionId } = await update(world, stateMachineArn, saying('two'));
    expect((await update(world, stateMachineArn, saying('two'))).revisionId).toBe(revisionId);
    expect((await publish({ revisionId, description: 'spring' })).stateMachineVersionArn).toBe(`${stateMachineArn}:2`);
    const second = await world.client.send(new DescribeStateMachineCommand({ stateMachineArn: `${stateMachineArn}:2` }));
    expect(second).toMatchObject({ revisionId, description: 'spring', stateMachineArn: `${stateMachineArn}:2` });
    await update(world, stateMachineArn, saying('three'));
    expect(await refusal(publish({ revisionId }))).toBe('ConflictException');
  });

  test('a description without publish, an update of nothing, and an update of a version are refused', async () => {
    const world = given();
    expect(await refusal(create(world, newName('machine'), saying('a'), { versionDescription: 'x' }))).toBe(
      'ValidationException',
    );
    const { stateMachineArn = '' } = await create(world, newName('machine'), saying('a'), { publish: true });
    expect(await refusal(world.client.send(new UpdateStateMachineCommand({ stateMachineArn })))).toBe('MissingRequiredParameter');
    expect(await refusal(update(world, `${stateMachineArn}:1`, saying('b')))).toBe('StateMachineDoesNotExist');
    expect(await refusal(start(world, `${stateMachineArn}:9`))).toBe('StateMachineDoesNotExist');
  });
};

export const machineCases = (given: () => World, engine: Engine): void => {
  makingCases(given, engine);
  versionCases(given, engine);
};
