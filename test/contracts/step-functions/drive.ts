/** The few things every case does: make a machine, start it, wait for its end, read its history, hold a token, be refused. */
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  type DescribeExecutionOutput,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  SendTaskSuccessCommand,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { World } from './world.ts';

export const ROLE = 'arn:aws:iam::000000000000:role/states';

type States = Record<string, Record<string, unknown>>;
let made = 0;
export const newName = (kind: string): string => {
  made += 1;
  return `${kind}-${process.pid}-${made}`;
};

/** A definition of these states, from the first one on. */
export const definitionOf = (states: States, more: object = {}): string =>
  JSON.stringify({ QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states, ...more });

export const newMachine = async (world: World, states: States, more: object = {}): Promise<string> => {
  const command = new CreateStateMachineCommand({
    name: newName('machine'),
    roleArn: ROLE,
    definition: definitionOf(states, more),
  });
  return (await world.client.send(command)).stateMachineArn ?? '';
};

export const start = async (world: World, stateMachineArn: string, input: unknown = {}, name = newName('execution')) => {
  const answer = await world.client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
  return answer.executionArn ?? '';
};

export const startNew = async (world: World, states: States, input: unknown = {}): Promise<string> =>
  start(world, await newMachine(world, states), input);

export const describe = (world: World, executionArn: string): Promise<DescribeExecutionOutput> =>
  world.client.send(new DescribeExecutionCommand({ executionArn }));

export const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Asks again until it is so; gives up loudly after twenty seconds. */
export const until = async <T>(look: () => Promise<T | undefined>, what: string): Promise<T> => {
  for (const giveUp = performance.now() + 20_000; performance.now() < giveUp; await sleep(15)) {
    const seen = await look();
    if (seen !== undefined) return seen;
  }
  throw new Error(`Waited twenty seconds for ${what}.`);
};

/** moto hands out a text as it is, without the quotes that make it JSON. */
const parsed = (output: string): unknown => {
  try {
    return JSON.parse(output);
  } catch {
    return output;
  }
};

export type Ended = { status: string | undefined; output?: unknown; error?: string; cause?: string };

/** Waits for the end of an execution; its output as a value. */
export const ended = (world: World, arn: string): Promise<Ended> =>
  until(async () => {
    const { status, output, error, cause } = await describe(world, arn);
    if (status === 'RUNNING') return undefined;
    return {
      status,
      ...(output === undefined ? {} : { output: parsed(output) }),
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    };
  }, `the end of ${arn}`);

/** Runs a machine of these states to its end. */
export const run = async (world: World, states: States, input: unknown = {}): Promise<Ended> =>
  ended(world, await startNew(world, states, input));

export const historyOf = async (world: World, executionArn: string): Promise<HistoryEvent[]> =>
  (await world.client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }))).events ?? [];

export const typesOf = async (world: World, arn: string): Promise<(string | undefined)[]> =>
  (await historyOf(world, arn)).map(({ type }) => type);

/** A function that keeps the tokens it is given; `next` waits for the next one. */
export const tokenKeeper = (world: World, during?: (token: string) => unknown) => {
  const kept: string[] = [];
  const takers: ((token: string) => void)[] = [];
  const functionName = world.functions.make(async ({ token }) => {
    const taker = takers.shift();
    if (taker) taker(String(token));
    else kept.push(String(token));
    await during?.(String(token));
    return 'handed over';
  });
  const next = (): Promise<string> => {
    const token = kept.shift();
    return token === undefined ? new Promise((resolve) => takers.push(resolve)) : Promise.resolve(token);
  };
  return { functionName, next, kept };
};

export const LAMBDA = 'arn:aws:states:::lambda:invoke';

/** A state that hands its token to the function and waits for the answer. */
export const waitsFor = (functionName: string, more: object = {}): Record<string, unknown> => ({
  Type: 'Task',
  Resource: `${LAMBDA}.waitForTaskToken`,
  Arguments: { FunctionName: functionName, Payload: { token: '{% $states.context.Task.Token %}' } },
  ...('Next' in more ? {} : { End: true }),
  ...more,
});

/** A state that calls the function with its own input. */
export const calls = (functionName: string, more: object = {}): Record<string, unknown> => ({
  Type: 'Task',
  Resource: LAMBDA,
  Arguments: { FunctionName: functionName, Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  ...('Next' in more ? {} : { End: true }),
  ...more,
});

export const succeed = (world: World, taskToken: string, output: unknown = {}) =>
  world.client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }));

/** The name of the error with which this is refused. */
export const refusal = async (asked: Promise<unknown>): Promise<string> => {
  const answer = await asked.then(
    () => undefined,
    (error: unknown) => error as Error,
  );
  if (!answer) throw new Error('It was not refused.');
  return answer.name;
};
