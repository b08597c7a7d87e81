/**
 * Time: waits far longer than a timer can hold, clocks that are shifted, a folder that is closed and opened again. In this process, with a
 * clock of its own. The laws of the parts that reckon with time are here too.
 */

import fc from 'fast-check';
import { describe, expect, type TestContext, test } from 'vitest';
import { ALL_FRAMES } from '../../../lib/local/step-functions/keys.ts';
import { pauseBefore } from '../../../lib/local/step-functions/retry-and-catch.ts';
import { type StepFunctions, startStepFunctions } from '../../../lib/local/step-functions/start.ts';
import { openStore } from '../../../lib/local/step-functions/store.ts';
import { Timers } from '../../../lib/local/step-functions/timers.ts';
import {
  describe as describeExecution,
  ended,
  newMachine,
  refusal,
  sleep,
  start,
  startNew,
  succeed,
  tokenKeeper,
  until,
  waitsFor,
} from './drive.ts';
import { createFunctions } from './functions.ts';
import { clientOf, newFolder, type World } from './world.ts';

const DAY = 24 * 60 * 60 * 1000;
type OnFinished = TestContext['onTestFinished'];

/** An emulator on a folder that can be opened again, with a clock that can be shifted. */
const openShifted = async (onTestFinished: OnFinished) => {
  const functions = createFunctions();
  const { folder, discard } = newFolder();
  onTestFinished(discard);
  let shift = 0;
  const open = async (): Promise<{ emulator: StepFunctions; world: World }> => {
    const emulator = await startStepFunctions({ dataDir: folder, invoke: functions.invoke, now: () => Date.now() + shift });
    const client = clientOf(emulator.endpoint);
    const close = async (): Promise<void> => {
      client.destroy();
      await emulator.close();
    };
    return { emulator, world: { client, functions, close } };
  };
  return { open, folder, forward: (milliseconds: number) => (shift += milliseconds) };
};

describe.concurrent('an emulator', () => {
  test('waits of 40 and of 400 days do not end at once, and end when their day has come', async ({ onTestFinished }) => {
    const { open, forward } = await openShifted(onTestFinished);
    const { world } = await open();
    onTestFinished(world.close);
    const machine = await newMachine(world, { wait: { Type: 'Wait', Seconds: '{% $states.input %}', End: true } });
    const [forty, longer] = [await start(world, machine, 40 * 86_400), await start(world, machine, 400 * 86_400)];
    await sleep(1_200);
    expect((await describeExecution(world, forty)).status).toBe('RUNNING');
    expect((await describeExecution(world, longer)).status).toBe('RUNNING');
    forward(41 * DAY);
    expect(await ended(world, forty)).toMatchObject({ status: 'SUCCEEDED' });
    expect((await describeExecution(world, longer)).status).toBe('RUNNING');
    // No execution outlives a year on AWS, whatever it waits for.
    forward(325 * DAY);
    expect(await ended(world, longer)).toEqual({ status: 'TIMED_OUT' });
  });

  test('a promise of 60 days is kept over a close and an opening, and is late on its day', async ({ onTestFinished }) => {
    const { open, forward } = await openShifted(onTestFinished);
    const { world: before } = await open();
    const keeper = tokenKeeper(before);
    const limited = { TimeoutSeconds: 60 * 86_400, Catch: [{ ErrorEquals: ['States.Timeout'], Output: 'late', Next: 'late' }] };
    const arn = await startNew(before, { wait: waitsFor(keeper.functionName, limited), late: { Type: 'Pass', End: true } });
    const token = await keeper.next();
    await sleep(30);
    await before.close();
    forward(59 * DAY);
    const { world } = await open();
    onTestFinished(world.close);
    await sleep(100);
    expect((await describeExecution(world, arn)).status).toBe('RUNNING');
    forward(2 * DAY);
    // The clock has not come round to it yet, but the answer is late all the same.
    expect(await refusal(succeed(world, token, 'too late'))).toBe('TaskTimedOut');
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: 'late' });
  });

  test("a machine's own TimeoutSeconds ends the execution", async ({ onTestFinished }) => {
    const { open } = await openShifted(onTestFinished);
    const { world } = await open();
    onTestFinished(world.close);
    const machine = await newMachine(world, { wait: { Type: 'Wait', Seconds: 60, End: true } }, { TimeoutSeconds: 1 });
    expect(await ended(world, await start(world, machine))).toEqual({ status: 'TIMED_OUT' });
  });

  test('closing does not wait for a function that never returns; it is called again at the next opening', async ({
    onTestFinished,
  }) => {
    const { open } = await openShifted(onTestFinished);
    const { world: before } = await open();
    const keeper = tokenKeeper(before, () => new Promise(() => undefined));
    const arn = await startNew(before, { wait: waitsFor(keeper.functionName) });
    const token = await keeper.next();
    const begun = performance.now();
    await before.close();
    expect(performance.now() - begun).toBeLessThan(2_000);
    const { world } = await open();
    onTestFinished(world.close);
    expect(await keeper.next()).toBe(token);
    await succeed(world, token, 'done');
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: 'done' });
  });

  test('a function that returns while the emulator closes is not called again', async ({ onTestFinished }) => {
    const { open } = await openShifted(onTestFinished);
    const { world: before } = await open();
    const keeper = tokenKeeper(before, () => sleep(200));
    const arn = await startNew(before, { wait: waitsFor(keeper.functionName) });
    const token = await keeper.next();
    await before.close();
    const { world } = await open();
    onTestFinished(world.close);
    await succeed(world, token, 'done');
    await ended(world, arn);
    expect(keeper.kept).toEqual([]);
  });

  test('an execution that has ended leaves nothing to take up', async ({ onTestFinished }) => {
    const { open, folder } = await openShifted(onTestFinished);
    const { world } = await open();
    const keeper = tokenKeeper(world);
    const machine = await newMachine(world, { wait: waitsFor(keeper.functionName) });
    const arns = [await start(world, machine), await start(world, machine), await start(world, machine)];
    for (const _ of arns.slice(1)) await succeed(world, await keeper.next());
    await until(async () => (keeper.kept.length === 1 ? true : undefined), 'the last to wait');
    await world.close();
    const store = await openStore(folder, () => undefined);
    onTestFinished(() => store.close());
    expect(await store.list(ALL_FRAMES)).toHaveLength(1);
  });

  test('a folder that is open elsewhere is refused in a plain sentence', async ({ onTestFinished }) => {
    const { open, folder } = await openShifted(onTestFinished);
    const { world } = await open();
    onTestFinished(world.close);
    await expect(open()).rejects.toThrow(`The folder ${folder} is in use by another process. Stop that one first`);
  });
});

describe('the pause before a retry', () => {
  const retrier = { ErrorEquals: ['X'], IntervalSeconds: 2, BackoffRate: 2, MaxDelaySeconds: 60 };
  test.each([
    [retrier, [2, 4, 8, 16, 32, 60, 60]],
    [{ ErrorEquals: ['X'] }, [1, 2, 4, 8]],
    [{ ErrorEquals: ['X'], IntervalSeconds: 3, BackoffRate: 1 }, [3, 3, 3]],
  ])('%j is %j seconds', (given, seconds) => {
    expect(seconds.map((_, used) => pauseBefore(given, used) / 1000)).toEqual(seconds);
  });

  test('with full jitter it is never longer than without', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), (used) => {
        const pause = pauseBefore({ ...retrier, JitterStrategy: 'FULL' }, used);
        return pause >= 0 && pause <= pauseBefore(retrier, used);
      }),
    );
  });
});

test('timers fire in the order of their moments, each once, and not those that were forgotten', () => {
  const moments = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 1_000 })), {
    selector: ([key]) => key,
  });
  return fc.assert(
    fc.asyncProperty(moments, fc.nat(), async (all, seed) => {
      const fired: string[] = [];
      const timers = new Timers(
        () => 2_000,
        (key) => fired.push(key),
      );
      for (const [key, at] of all) timers.set(key, at + 500);
      for (const [key, at] of all) timers.set(key, at);
      const forgotten = all.filter((_, index) => (index + seed) % 3 === 0).map(([key]) => key);
      for (const key of forgotten) timers.set(key, undefined);
      await sleep(1);
      await sleep(1);
      timers.close();
      const expected = all.filter(([key]) => !forgotten.includes(key));
      expect(new Set(fired)).toEqual(new Set(expected.map(([key]) => key)));
      const at = new Map(all);
      expect(fired.map((key) => at.get(key))).toEqual(expected.map(([, moment]) => moment).sort((a, b) => a - b));
    }),
    { numRuns: 30 },
  );
});
