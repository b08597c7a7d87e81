/** Starting, describing, listing and stopping executions; the size of what they may carry. */
import {
  type ExecutionStatus,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  PublishStateMachineVersionCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import {
  calls,
  describe,
  ended,
  historyOf,
  newMachine,
  newName,
  refusal,
  run,
  start,
  startNew,
  succeed,
  tokenKeeper,
  typesOf,
  until,
  waitsFor,
} from '../drive.ts';
import type { Engine, World } from '../world.ts';

const LIMIT = 262_144;
const pass = { only: { Type: 'Pass', End: true } };

const startingCases = (given: () => World, engine: Engine): void => {
  test('starting again with the same name and input, while it runs, is the same execution', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const machine = await newMachine(world, { wait: waitsFor(keeper.functionName) });
    const name = newName('case');
    const first = await start(world, machine, { run: 1 }, name);
    expect(await start(world, machine, { run: 1 }, name)).toBe(first);
    expect(await refusal(start(world, machine, { run: 2 }, name))).toBe('ExecutionAlreadyExists');
    await succeed(world, await keeper.next());
    await ended(world, first);
    expect(await refusal(start(world, machine, { run: 1 }, name))).toBe('ExecutionAlreadyExists');
    expect(keeper.kept).toEqual([]);
  });

  test('what is not there, or is no ARN, is refused by name', async () => {
    const world = given();
    const arn = (await startNew(world, pass)).replace(/:execution-.*$/, ':nobody');
    expect(await refusal(describe(world, arn))).toBe('ExecutionDoesNotExist');
    expect(await refusal(historyOf(world, arn))).toBe('ExecutionDoesNotExist');
    expect(await refusal(world.client.send(new StopExecutionCommand({ executionArn: arn })))).toBe('ExecutionDoesNotExist');
  });

  if (!engine.isOurs) return;
  test('of twenty starts at once with one name, one execution comes', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const machine = await newMachine(world, { wait: waitsFor(keeper.functionName) });
    const name = newName('case');
    const arns = await Promise.all(Array.from({ length: 20 }, () => start(world, machine, { run: 1 }, name)));
    expect(new Set(arns).size).toBe(1);
    await succeed(world, await keeper.next());
    await ended(world, arns[0] ?? '');
    expect(keeper.kept).toEqual([]);
  });

  test('an input that is not JSON, and a name that is none, are refused', async () => {
    const world = given();
    const stateMachineArn = await newMachine(world, pass);
    const starting = (more: object) => world.client.send(new StartExecutionCommand({ stateMachineArn, ...more }));
    expect(await refusal(starting({ input: 'not json' }))).toBe('InvalidExecutionInput');
    expect(await refusal(starting({ input: '' }))).toBe('InvalidExecutionInput');
    expect(await refusal(starting({ name: 'with space' }))).toBe('InvalidName');
    expect((await ended(world, (await starting({ input: '"text"' })).executionArn ?? '')).output).toBe('text');
    expect((await ended(world, (await starting({})).executionArn ?? '')).output).toEqual({});
    expect(await refusal(describe(world, 'nobody'))).toBe('InvalidArn');
  });
};

const stoppingCases = (given: () => World, engine: Engine): void => {
  // moto leaves an execution that waits for a token running when it is stopped.
  if (!engine.isOurs) return;
  test('stopping ends an execution, and with it its tokens', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const executionArn = await startNew(world, { wait: waitsFor(keeper.functionName) });
    const token = await keeper.next();
    await world.client.send(new StopExecutionCommand({ executionArn, error: 'Moved', cause: 'to another version' }));
    const stopped = await ended(world, executionArn);
    expect(await typesOf(world, executionArn)).toContain('ExecutionAborted');
    expect(stopped).toEqual({ status: 'ABORTED', error: 'Moved', cause: 'to another version' });
    expect(await refusal(succeed(world, token))).toBe('TaskTimedOut');
    const again = await world.client.send(new StopExecutionCommand({ executionArn }));
    expect(again.stopDate).toEqual((await describe(world, executionArn)).stopDate);
  });
};

const listingCases = (given: () => World): void => {
  const list = async (
    world: World,
    stateMachineArn: string,
    more: { statusFilter?: ExecutionStatus; maxResults?: number } = {},
  ) => {
    const names: (string | undefined)[] = [];
    for (let nextToken: string | undefined, first = true; first || nextToken; first = false) {
      const page = await world.client.send(
        new ListExecutionsCommand({ stateMachineArn, ...more, ...(nextToken ? { nextToken } : {}) }),
      );
      names.push(...(page.executions ?? []).map(({ name }) => name));
      nextToken = page.nextToken;
    }
    return names;
  };

  test('executions are listed newest first, by status, in pages', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const choice = { Type: 'Choice', Choices: [{ Condition: '{% $states.input.wait %}', Next: 'wait' }], Default: 'only' };
    const machine = await newMachine(world, { choice, wait: waitsFor(keeper.functionName), ...pass });
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const arn = await start(world, machine, { wait: name === 'b' || name === 'd' }, name);
      if (name !== 'b' && name !== 'd') await ended(world, arn);
    }
    expect(await list(world, machine)).toEqual(['e', 'd', 'c', 'b', 'a']);
    expect(await list(world, machine, { statusFilter: 'RUNNING' })).toEqual(['d', 'b']);
    expect(await list(world, machine, { statusFilter: 'SUCCEEDED', maxResults: 2 })).toEqual(['e', 'c', 'a']);
    expect(await list(world, machine, { statusFilter: 'FAILED' })).toEqual([]);
    for (const _ of ['b', 'd']) await succeed(world, await keeper.next());
    await until(
      async () => ((await list(world, machine, { statusFilter: 'SUCCEEDED' })).length === 5 ? true : undefined),
      'both to end',
    );
    expect(await list(world, machine, { statusFilter: 'RUNNING' })).toEqual([]);
  });
};

const oursOnly = (given: () => World): void => {
  test('executions of one version are listed by its ARN', async () => {
    const world = given();
    const machine = await newMachine(world, pass);
    const { stateMachineVersionArn = '' } = await world.client.send(
      new PublishStateMachineVersionCommand({ stateMachineArn: machine }),
    );
    await start(world, machine, {}, 'on-the-machine');
    const arn = await start(world, stateMachineVersionArn, {}, 'on-the-version');
    const { executions } = await world.client.send(new ListExecutionsCommand({ stateMachineArn: stateMachineVersionArn }));
    expect(executions).toMatchObject([{ name: 'on-the-version', stateMachineVersionArn, stateMachineArn: machine }]);
    expect(await describe(world, arn)).toMatchObject({ stateMachineVersionArn, stateMachineArn: machine });
  });

  test('a filter, a page size or a page that is none is refused in the words of AWS', async () => {
    const world = given();
    const stateMachineArn = await newMachine(world, pass);
    const listing = (more: object) => world.client.send(new ListExecutionsCommand({ stateMachineArn, ...more }));
    await expect(listing({ maxResults: 1001 })).rejects.toThrow(
      "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 1000",
    );
    await expect(listing({ statusFilter: 'succeeded' })).rejects.toThrow(
      'Member must satisfy enum value set: [SUCCEEDED, TIMED_OUT,',
    );
    expect(await refusal(listing({ nextToken: 'made up' }))).toBe('InvalidToken');
  });

  test('256 KiB may be carried, and not a byte more', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const stateMachineArn = await newMachine(world, { wait: waitsFor(keeper.functionName) });
    const text = (bytes: number) => JSON.stringify('x'.repeat(bytes - 2));
    const starting = (input: string) => world.client.send(new StartExecutionCommand({ stateMachineArn, input }));
    expect(await refusal(starting(text(LIMIT + 1)))).toBe('ValidationException');
    expect(await refusal(starting(JSON.stringify('é'.repeat(LIMIT / 2))))).toBe('InvalidExecutionInput');
    const { executionArn = '' } = await starting(text(LIMIT));
    const taskToken = await keeper.next();
    const answering = (output: string) => world.client.send(new SendTaskSuccessCommand({ taskToken, output }));
    expect(await refusal(answering(text(LIMIT + 1)))).toBe('ValidationException');
    expect(await refusal(answering(JSON.stringify('é'.repeat(LIMIT / 2))))).toBe('InvalidOutput');
    await answering(text(LIMIT));
    expect((await ended(world, executionArn)).status).toBe('SUCCEEDED');
  });

  test('a result that is too large fails the task, an output that is too large the execution', async () => {
    const world = given();
    const large = world.functions.make(() => 'x'.repeat(LIMIT));
    const Catch = [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Error %}', Next: 'only' }];
    const caught = await run(world, { call: calls(large, { Catch }), ...pass });
    expect(caught).toEqual({ status: 'SUCCEEDED', output: 'States.DataLimitExceeded' });
    const half = world.functions.make(() => 'x'.repeat(LIMIT / 2));
    const Output = '{% [$states.result.Payload, $states.result.Payload] %}';
    const uncaught = await run(world, { call: calls(half, { Output, Catch }), ...pass });
    expect(uncaught).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    const doubled = { Type: 'Pass', Output: '{% [$states.input, $states.input] %}', End: true };
    const failed = await run(world, { doubled }, 'x'.repeat(LIMIT / 2));
    expect(failed).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    expect(failed.cause).toBe(
      "The state/task 'doubled' returned a result with a size exceeding the maximum number of bytes service limit.",
    );
  });

  test('a history is read in pages, either way round, with or without what was said', async () => {
    const world = given();
    const executionArn = await startNew(world, pass, { secret: 'x' });
    await ended(world, executionArn);
    const read = async (more: object) => {
      const pages: (number | undefined)[][] = [];
      for (let nextToken: string | undefined, first = true; first || nextToken; first = false) {
        const command = new GetExecutionHistoryCommand({
          executionArn,
          maxResults: 3,
          ...more,
          ...(nextToken ? { nextToken } : {}),
        });
        const page = await world.client.send(command);
        pages.push((page.events ?? []).map(({ id }) => id));
        nextToken = page.nextToken;
      }
      return pages;
    };
    expect(await read({})).toEqual([[1, 2, 3], [4]]);
    expect(await read({ reverseOrder: true })).toEqual([[4, 3, 2], [1]]);
    const bare = await world.client.send(new GetExecutionHistoryCommand({ executionArn, includeExecutionData: false }));
    expect(JSON.stringify(bare.events)).not.toContain('secret');
  });
};

export const executionCases = (given: () => World, engine: Engine): void => {
  startingCases(given, engine);
  stoppingCases(given, engine);
  listingCases(given);
  if (engine.isOurs) oursOnly(given);
};
