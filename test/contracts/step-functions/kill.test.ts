/**
 * kill -9 at the worst moments, in a process of its own: nothing anyone was told is lost, functions whose answer was not written down are
 * called again, tokens and pauses stay what they were. Ours only: moto keeps nothing.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calls, ended, historyOf, newMachine, sleep, start, startNew, succeed, tokenKeeper, until, waitsFor } from './drive.ts';
import { NamedError } from './functions.ts';
import { type Killable, startKillable } from './killable.ts';

let world: Killable;
beforeAll(async () => {
  world = await startKillable();
});
afterAll(() => world.close());

const isWhole = async (arn: string): Promise<void> => {
  const ids = (await historyOf(world, arn)).map(({ id }) => id);
  expect(ids).toEqual(ids.map((_, index) => index + 1));
};

type Check = () => Promise<void>;
/** Brings an execution to where the process is to be killed, and says what must be so afterwards. */
type Scenario = () => Promise<Check>;

const waitingForAnAnswer: Scenario = async () => {
  const keeper = tokenKeeper(world);
  const arn = await startNew(world, {
    set: { Type: 'Pass', Assign: { kept: 'before' }, Next: 'wait' },
    wait: waitsFor(keeper.functionName, { Next: 'after' }),
    after: { Type: 'Pass', Output: { kept: '{% $kept %}', answer: '{% $states.input %}' }, End: true },
  });
  const token = await keeper.next();
  return async () => {
    await succeed(world, token, 'after');
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: { kept: 'before', answer: 'after' } });
    expect(keeper.kept).toEqual([]);
    await isWhole(arn);
  };
};

const insideAFunction: Scenario = async () => {
  let release = (): void => undefined;
  const keeper = tokenKeeper(world, () => new Promise<void>((resolve) => (release = resolve)));
  const arn = await startNew(world, { wait: waitsFor(keeper.functionName) });
  const token = await keeper.next();
  return async () => {
    expect(await keeper.next()).toBe(token);
    release();
    await succeed(world, token, 'done');
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: 'done' });
    await isWhole(arn);
  };
};

/** When the process that was started again was ready. */
let restartedAt = 0;

const insideAWait: Scenario = async () => {
  const machine = await newMachine(world, { wait: { Type: 'Wait', Seconds: '{% $states.input %}', End: true } });
  const [short, long] = [await start(world, machine, 1), await start(world, machine, 4)];
  return async () => {
    expect(await ended(world, short)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await ended(world, long)).toMatchObject({ status: 'SUCCEEDED' });
    const [, entered, exited] = (await historyOf(world, long)).map(({ timestamp }) => timestamp?.getTime() ?? 0);
    expect((exited ?? 0) - (entered ?? 0)).toBeGreaterThanOrEqual(4_000);
    // Begun anew, it could not have ended before.
    expect(exited).toBeLessThan(restartedAt + 4_000);
  };
};

const beforeARetry: Scenario = async () => {
  let tries = 0;
  const functionName = world.functions.make(() => {
    tries += 1;
    throw new NamedError('Hiccup', `try ${tries}`);
  });
  const Retry = [{ ErrorEquals: ['Hiccup'], IntervalSeconds: 1, BackoffRate: 1, MaxAttempts: 2 }];
  const arn = await startNew(world, { call: calls(functionName, { Retry }) });
  await until(async () => (tries === 1 ? true : undefined), 'the first try');
  return async () => {
    expect(await ended(world, arn)).toMatchObject({ status: 'FAILED', error: 'Hiccup' });
    expect(tries).toBe(3);
  };
};

const besideABranch: Scenario = async () => {
  const keeper = tokenKeeper(world);
  const branch = (name: string) => ({ StartAt: name, States: { [name]: waitsFor(keeper.functionName) } });
  const arn = await startNew(world, { both: { Type: 'Parallel', Branches: [branch('left'), branch('right')], End: true } });
  const [left, right] = [await keeper.next(), await keeper.next()];
  await succeed(world, right, 'R');
  return async () => {
    await succeed(world, left, 'L');
    const { status, output } = await ended(world, arn);
    expect({ status, output: new Set(output as string[]) }).toEqual({ status: 'SUCCEEDED', output: new Set(['L', 'R']) });
    await isWhole(arn);
  };
};

const SCENARIOS: Record<string, Scenario> = {
  'a token outlives the process that gave it, and so do the variables': waitingForAnAnswer,
  'a function that was running is called again, with the same token': insideAFunction,
  'a wait goes on to its own moment, which has passed meanwhile for one': insideAWait,
  'branches are where they were': besideABranch,
  'attempts that were made still count': beforeARetry,
};

describe('killed once', () => {
  const checks = new Map<string, Check>();
  beforeAll(async () => {
    for (const [name, arrange] of Object.entries(SCENARIOS)) checks.set(name, await arrange());
    // Long enough for what is under way to be written, not for anything to be due.
    await sleep(150);
    await world.kill();
    await sleep(1_000);
    await world.restart();
    restartedAt = Date.now();
  });
  test.concurrent.each(Object.keys(SCENARIOS))('%s', async (name) => checks.get(name)?.());
});

/** Three stages, each of which hands its token to the function under the execution's name and its own. */
const threeStages = (functionName: string) => {
  const stage = (name: string, Next: string) => {
    const Payload = { token: '{% $states.context.Task.Token %}', at: `{% $states.context.Execution.Name & ':${name}' %}` };
    const Output = '{% $append($states.input, $states.result) %}';
    return waitsFor(functionName, { Arguments: { FunctionName: functionName, Payload }, Output, Next });
  };
  return { a: stage('a', 'b'), b: stage('b', 'c'), c: stage('c', 'done'), done: { Type: 'Succeed' } };
};

test('killed again and again under load: every answer that was accepted counts once, every execution ends', async () => {
  const tokens = new Map<string, string>();
  const functionName = world.functions.make(({ token, at }) => void tokens.set(String(at), String(token)));
  const machine = await newMachine(world, threeStages(functionName));
  const names = Array.from({ length: 25 }, (_, n) => `load-${n}`);
  const arns = await Promise.all(names.map((name) => start(world, machine, [], name)));

  /** Whether the answer is written down. Refused as answered already: it was, and the process died before it could say so. */
  const answer = async (at: string, value: number): Promise<boolean> => {
    const token = tokens.get(at);
    if (token === undefined) return false;
    return succeed(world, token, value).then(
      () => true,
      (error: Error) => error.name === 'TaskTimedOut',
    );
  };
  const answerAll = async (name: string): Promise<void> => {
    for (const [index, stage] of ['a', 'b', 'c'].entries())
      await until(async () => ((await answer(`${name}:${stage}`, index)) ? true : undefined), `an answer at ${name}:${stage}`);
  };
  const working = Promise.all(names.map(answerAll));
  for (const pause of [20, 110, 5]) {
    await sleep(pause);
    await world.restart();
  }
  await working;
  for (const arn of arns) {
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: [0, 1, 2] });
    await isWhole(arn);
  }
});
