/** The events of an execution, field by field as AWS records them, and their limit. Ours only; the order of events is checked on both engines. */
import { GetExecutionHistoryCommand, PublishStateMachineVersionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calls, ended, historyOf, newMachine, ROLE, run, start, startNew, succeed, tokenKeeper, waitsFor } from './drive.ts';
import { NamedError } from './functions.ts';
import { openOurs, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openOurs();
});
afterAll(() => world.close());

const eventsOf = async (arn: string) => (await historyOf(world, arn)).map(({ timestamp: _, ...event }) => event);
const whole = { truncated: false };

test('a stage with a token, as AWS would record it', async () => {
  const keeper = tokenKeeper(world);
  const wait = waitsFor(keeper.functionName, {
    TimeoutSeconds: 600,
    HeartbeatSeconds: 60,
    Output: '{% $states.result.outcome %}',
    Assign: { n: 1 },
  });
  const machine = await newMachine(world, { wait });
  const arn = await start(world, machine, { caseId: 'C-1' });
  const token = await keeper.next();
  await succeed(world, token, { outcome: 'eligible' });
  await ended(world, arn);
  const resource = { resourceType: 'lambda', resource: 'invoke.waitForTaskToken' };
  const events = (await eventsOf(arn)).filter(({ type }) => type !== 'TaskSubmitted');
  const linked = events.map(({ id, previousEventId, ...event }) => event);
  expect(linked).toEqual([
    { type: 'ExecutionStarted', executionStartedEventDetails: { input: '{"caseId":"C-1"}', inputDetails: whole, roleArn: ROLE } },
    { type: 'TaskStateEntered', stateEnteredEventDetails: { name: 'wait', input: '{"caseId":"C-1"}', inputDetails: whole } },
    {
      type: 'TaskScheduled',
      taskScheduledEventDetails: {
        ...resource,
        region: 'eu-west-2',
        parameters: JSON.stringify({ FunctionName: keeper.functionName, Payload: { token } }),
        timeoutInSeconds: 600,
        heartbeatInSeconds: 60,
      },
    },
    { type: 'TaskStarted', taskStartedEventDetails: resource },
    { type: 'TaskSucceeded', taskSucceededEventDetails: { ...resource, output: '{"outcome":"eligible"}', outputDetails: whole } },
    {
      type: 'TaskStateExited',
      stateExitedEventDetails: {
        name: 'wait',
        output: '"eligible"',
        outputDetails: whole,
        assignedVariables: { n: '1' },
        assignedVariablesDetails: whole,
      },
    },
    { type: 'ExecutionSucceeded', executionSucceededEventDetails: { output: '"eligible"', outputDetails: whole } },
  ]);
});

test('every event follows from the one before it, a retry from the failure', async () => {
  let tries = 0;
  const functionName = world.functions.make(() => {
    tries += 1;
    if (tries === 1) throw new NamedError('Hiccup', 'once');
    return tries;
  });
  const Retry = [{ ErrorEquals: ['Hiccup'], IntervalSeconds: 1 }];
  const arn = await startNew(world, { call: calls(functionName, { Retry }) });
  await ended(world, arn);
  expect((await eventsOf(arn)).map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
    [1, 0, 'ExecutionStarted'],
    [2, 0, 'TaskStateEntered'],
    [3, 2, 'TaskScheduled'],
    [4, 3, 'TaskStarted'],
    [5, 4, 'TaskFailed'],
    [6, 5, 'TaskScheduled'],
    [7, 6, 'TaskStarted'],
    [8, 7, 'TaskSucceeded'],
    [9, 8, 'TaskStateExited'],
    [10, 9, 'ExecutionSucceeded'],
  ]);
});

test('an execution started on a version says so in its first event', async () => {
  const stateMachineArn = await newMachine(world, { done: { Type: 'Succeed' } });
  const { stateMachineVersionArn = '' } = await world.client.send(new PublishStateMachineVersionCommand({ stateMachineArn }));
  const arn = await start(world, stateMachineVersionArn);
  await ended(world, arn);
  expect((await eventsOf(arn))[0]?.executionStartedEventDetails).toMatchObject({ stateMachineVersionArn });
});

test('an endless machine fails at 25,000 events, the failure being the last of them', async () => {
  const turn = { Type: 'Choice', Choices: [{ Condition: '{% $states.input.go %}', Next: 'turn' }], Default: 'done' };
  const machine = await newMachine(world, { turn, done: { Type: 'Succeed' } });
  const arn = await start(world, machine, { go: true });
  const { status, error, cause } = await ended(world, arn);
  expect({ status, error, cause }).toEqual({
    status: 'FAILED',
    error: 'States.Runtime',
    cause: 'The execution reached the maximum number of history events (25000).',
  });
  const last = await world.client.send(new GetExecutionHistoryCommand({ executionArn: arn, reverseOrder: true, maxResults: 2 }));
  expect(last.events?.map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
    [25_000, 24_999, 'ExecutionFailed'],
    [24_999, 24_998, 'ChoiceStateExited'],
  ]);
});

test('$now and the context give the clock of the emulator', async () => {
  const shifted = await openOurs({ now: () => Date.now() + 1_000_000_000_000 });
  const Output = { now: '{% $now() %}', started: '{% $states.context.Execution.StartTime %}', year: "{% $now('[Y0001]') %}" };
  const { output } = await run(shifted, { only: { Type: 'Pass', Output, End: true } });
  await shifted.close();
  const { now, started, year } = output as Record<string, string>;
  expect(Date.parse(now ?? '')).toBeGreaterThan(Date.now() + 999_000_000_000);
  expect(Date.parse(started ?? '')).toBeGreaterThan(Date.now() + 999_000_000_000);
  expect(year).toBe(now?.slice(0, 4));
});
