/** Answers by task token: before, at and after the function's return; twice; late; heartbeats. The cases other engines lose. */
import { SendTaskFailureCommand, SendTaskHeartbeatCommand, SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import { ended, newMachine, refusal, sleep, start, startNew, succeed, tokenKeeper, typesOf, waitsFor } from '../drive.ts';
import { NamedError } from '../functions.ts';
import type { Engine, World } from '../world.ts';

const caught = { Type: 'Pass', End: true };
const catching = (...names: string[]) => ({ Catch: [{ ErrorEquals: names, Next: 'caught' }] });

const momentCases = (given: () => World, engine: Engine): void => {
  test('before the park: an answer that comes while the function still runs counts', async () => {
    const world = given();
    const keeper = tokenKeeper(world, async (token) => {
      await succeed(world, token, { early: true });
      await sleep(150);
    });
    const arn = await startNew(world, { wait: waitsFor(keeper.functionName) });
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: { early: true } });
  });

  test('at the park: an answer sent within a few milliseconds of the return counts, every time', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const machine = await newMachine(world, { wait: waitsFor(keeper.functionName) });
    for (const delay of [0, 0, 1, 2, 4]) {
      const arn = await start(world, machine);
      const token = await keeper.next();
      if (delay > 0) await sleep(delay);
      await succeed(world, token, delay);
      expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: delay });
    }
  });

  test('after the park: an answer to a task that has been waiting counts', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const arn = await startNew(world, { wait: waitsFor(keeper.functionName) });
    const token = await keeper.next();
    await sleep(200);
    await succeed(world, token, 'at last');
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: 'at last' });
  });

  if (!engine.isOurs) return;
  test('an answer counts even when the function throws afterwards', async () => {
    const world = given();
    const keeper = tokenKeeper(world, async (token) => {
      await succeed(world, token, 'first');
      throw new Error('afterwards');
    });
    const arn = await startNew(world, { wait: waitsFor(keeper.functionName) });
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: 'first' });
  });
};

const refusedCases = (given: () => World, engine: Engine): void => {
  test('what never was a token is refused', async () => {
    expect(await refusal(succeed(given(), 'not-a-token'))).toBe('InvalidToken');
  });

  if (!engine.isOurs) return;
  test('of many answers at once exactly one counts, the others are told so', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const arn = await startNew(world, { wait: waitsFor(keeper.functionName) });
    const token = await keeper.next();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        succeed(world, token, n).then(
          () => n,
          (error: Error) => error.name,
        ),
      ),
    );
    const [counted, ...others] = answers.filter((answer) => typeof answer === 'number');
    expect(others).toEqual([]);
    expect(answers.filter((answer) => answer === 'TaskTimedOut')).toHaveLength(4);
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: counted });
  });

  test('a second answer is refused, and so are a failure and a heartbeat', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const arn = await startNew(world, { wait: waitsFor(keeper.functionName) });
    const taskToken = await keeper.next();
    await succeed(world, taskToken);
    expect(await refusal(succeed(world, taskToken))).toBe('TaskTimedOut');
    await ended(world, arn);
    expect(await refusal(world.client.send(new SendTaskFailureCommand({ taskToken })))).toBe('TaskTimedOut');
    expect(await refusal(world.client.send(new SendTaskHeartbeatCommand({ taskToken })))).toBe('TaskTimedOut');
  });

  test('a token of an execution that is not there is refused', async () => {
    const token = Buffer.from('ownway\nno-machine\nno-execution\nno-task').toString('base64url');
    expect(await refusal(succeed(given(), token))).toBe('TaskDoesNotExist');
  });

  test('an answer that is not JSON is refused, and the task goes on waiting', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const arn = await startNew(world, { wait: waitsFor(keeper.functionName) });
    const token = await keeper.next();
    expect(await refusal(world.client.send(new SendTaskSuccessCommand({ taskToken: token, output: '{oops' })))).toBe(
      'InvalidOutput',
    );
    await succeed(world, token, 'right');
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: 'right' });
  });
};

const failureCases = (given: () => World, engine: Engine): void => {
  test('a failure reaches the catcher with its name and cause', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const arn = await startNew(world, { wait: waitsFor(keeper.functionName, catching('NotEligible')), caught });
    const failure = { taskToken: await keeper.next(), error: 'NotEligible', cause: 'under 18' };
    await world.client.send(new SendTaskFailureCommand(failure));
    const { status, output } = await ended(world, arn);
    // moto loses the cause.
    expect({ status, output }).toMatchObject({
      status: 'SUCCEEDED',
      output: { Error: 'NotEligible', ...(engine.isOurs ? { Cause: 'under 18' } : {}) },
    });
  });

  test('a function that throws fails the task; the next attempt has a token of its own', async () => {
    const world = given();
    const keeper = tokenKeeper(world, () => {
      throw new NamedError('Hiccup', 'try again');
    });
    const good = tokenKeeper(world);
    const retry = {
      Retry: [{ ErrorEquals: ['Hiccup'], IntervalSeconds: 1, MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ['Hiccup'], Next: 'good' }],
    };
    const arn = await startNew(world, { wait: waitsFor(keeper.functionName, retry), good: waitsFor(good.functionName) });
    const tokens = [await keeper.next(), await keeper.next(), await good.next()];
    // moto gives every attempt of one state the same token.
    expect(new Set(tokens).size).toBe(engine.isOurs ? 3 : 2);
    await succeed(world, tokens[2] ?? '', 'done');
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: 'done' });
    if (engine.isOurs) expect(await refusal(succeed(world, tokens[0] ?? ''))).toBe('TaskTimedOut');
  });

  if (!engine.isOurs) return;
  test('a failure without a name is caught by States.ALL, with nulls (recorded on AWS)', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const arn = await startNew(world, { wait: waitsFor(keeper.functionName, catching('States.ALL')), caught });
    await world.client.send(new SendTaskFailureCommand({ taskToken: await keeper.next() }));
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: { Error: null, Cause: null } });
  });
};

const clockCases = (given: () => World, engine: Engine): void => {
  test('TimeoutSeconds, worked out by an expression, ends the wait with States.Timeout', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const limited = { TimeoutSeconds: '{% $states.input.due %}', ...catching('States.Timeout') };
    const arn = await startNew(
      world,
      { wait: waitsFor(keeper.functionName, limited), caught: { ...caught, Output: 'late' } },
      { due: 1 },
    );
    const token = await keeper.next();
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: 'late' });
    if (engine.isOurs) expect(await refusal(succeed(world, token))).toBe('TaskTimedOut');
    expect(await typesOf(world, arn)).toContain('TaskTimedOut');
  });

  test('heartbeats keep a task alive past its heartbeat time', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const arn = await startNew(world, { wait: waitsFor(keeper.functionName, { HeartbeatSeconds: 2, TimeoutSeconds: 60 }) });
    const taskToken = await keeper.next();
    for (let beat = 0; beat < 3; beat += 1) {
      await sleep(800);
      await world.client.send(new SendTaskHeartbeatCommand({ taskToken }));
    }
    await succeed(world, taskToken, 'alive');
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: 'alive' });
  });

  // moto reports a missed heartbeat as States.Timeout only; AWS documents both names.
  const names = engine.isOurs
    ? [['States.HeartbeatTimeout'], ['States.Timeout']]
    : [['States.HeartbeatTimeout', 'States.Timeout']];
  test.each(names)('a missed heartbeat is caught as %s', async (...caughtAs) => {
    const world = given();
    const keeper = tokenKeeper(world);
    const limited = { HeartbeatSeconds: 1, TimeoutSeconds: 60, ...catching(...caughtAs) };
    const arn = await startNew(world, { wait: waitsFor(keeper.functionName, limited), caught: { ...caught, Output: 'silent' } });
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: 'silent' });
  });
};

export const tokenCases = (given: () => World, engine: Engine): void => {
  momentCases(given, engine);
  refusedCases(given, engine);
  failureCases(given, engine);
  clockCases(given, engine);
};
