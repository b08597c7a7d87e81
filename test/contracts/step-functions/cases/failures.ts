/** What machines do with failures: retry with a pause, catch by name, or fail with it. */
import { expect, test } from 'vitest';
import { calls, ended, historyOf, newName, run, startNew } from '../drive.ts';
import { NamedError } from '../functions.ts';
import type { Engine, World } from '../world.ts';

const caught = { Type: 'Pass', End: true };
const failing = (world: World, name: string, times = Number.POSITIVE_INFINITY) => {
  const at: number[] = [];
  const functionName = world.functions.make(() => {
    at.push(performance.now());
    if (at.length <= times) throw new NamedError(name, `try ${at.length}`);
    return { tries: at.length };
  });
  return { functionName, at };
};
const pauses = (at: readonly number[]): number[] => at.slice(1).map((moment, index) => moment - (at[index] ?? 0));

const retryCases = (given: () => World): void => {
  test('a retrier tries again until it works, with its pause growing up to its cap', async () => {
    const world = given();
    const { functionName, at } = failing(world, 'Hiccup', 3);
    const Retry = [{ ErrorEquals: ['Hiccup'], IntervalSeconds: 1, BackoffRate: 2, MaxDelaySeconds: 1, MaxAttempts: 5 }];
    expect(await run(world, { call: calls(functionName, { Retry }) })).toEqual({ status: 'SUCCEEDED', output: { tries: 4 } });
    const [first = 0, second = 0, third = 0] = pauses(at);
    for (const pause of [first, second, third]) expect(pause).toBeGreaterThan(950);
    // Without the cap the third pause alone would be four seconds.
    expect(third).toBeLessThan(3_500);
  });

  test('when the attempts are used up the catcher has its turn', async () => {
    const world = given();
    const { functionName, at } = failing(world, 'Hiccup');
    const rescue = {
      Retry: [{ ErrorEquals: ['Hiccup'], IntervalSeconds: 1, MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ['Hiccup'], Output: '{% $states.errorOutput.Error %}', Next: 'caught' }],
    };
    expect(await run(world, { call: calls(functionName, rescue), caught })).toEqual({ status: 'SUCCEEDED', output: 'Hiccup' });
    expect(at).toHaveLength(2);
  });

  test('the first retrier that names the error decides, and MaxAttempts 0 means never', async () => {
    const world = given();
    const { functionName, at } = failing(world, 'Refused');
    const rescue = {
      Retry: [
        { ErrorEquals: ['Refused'], MaxAttempts: 0 },
        { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 1 },
      ],
      Catch: [{ ErrorEquals: ['States.ALL'], Output: 'refused at once', Next: 'caught' }],
    };
    expect(await run(world, { call: calls(functionName, rescue), caught })).toEqual({
      status: 'SUCCEEDED',
      output: 'refused at once',
    });
    expect(at).toHaveLength(1);
  });
};

const catchCases = (given: () => World, engine: Engine): void => {
  test('a catcher sees the input and the error, and what it assigns is known afterwards', async () => {
    const world = given();
    const { functionName } = failing(world, 'Oops');
    const Catch = [
      { ErrorEquals: ['Other'], Next: 'wrong' },
      {
        ErrorEquals: ['Oops'],
        Output: { who: '{% $states.input.who %}', error: '{% $states.errorOutput.Error %}' },
        Assign: { lost: '{% $states.errorOutput.Error %}' },
        Next: 'caught',
      },
    ];
    const after = { ...caught, Output: '{% $merge([$states.input, {"lost": $lost}]) %}' };
    const states = { call: calls(functionName, { Catch }), caught: after, wrong: { Type: 'Fail' } };
    const output = { who: 'Ada', error: 'Oops', lost: 'Oops' };
    expect(await run(world, states, { who: 'Ada' })).toEqual({ status: 'SUCCEEDED', output });
  });

  test('the cause is what Lambda says of a thrown error', async () => {
    const world = given();
    const { functionName } = failing(world, 'Oops');
    const { status, error, cause } = await run(world, { call: calls(functionName) });
    expect({ status, error }).toEqual({ status: 'FAILED', error: 'Oops' });
    expect(JSON.parse(cause ?? '')).toMatchObject({ errorType: 'Oops', errorMessage: 'try 1' });
  });

  test('an unknown function is Lambda.ResourceNotFoundException', async () => {
    const world = given();
    const name = newName('nobody');
    const states = {
      call: calls(name, { Catch: [{ ErrorEquals: ['Lambda.ResourceNotFoundException'], Next: 'caught' }] }),
      caught,
    };
    const { status, output } = await run(world, states);
    expect(status).toBe('SUCCEEDED');
    expect(output).toMatchObject({ Error: 'Lambda.ResourceNotFoundException', Cause: expect.stringContaining(name) });
  });

  // moto lets States.TaskFailed match a time-out; States Language says that it matches any error but that one.
  const first = engine.isOurs ? [{ ErrorEquals: ['States.TaskFailed'], Next: 'wrong' }] : [];
  test('a function that takes too long is States.Timeout, which States.TaskFailed does not match', async () => {
    const world = given();
    const functionName = world.functions.make(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
    const Catch = [...first, { ErrorEquals: ['States.Timeout'], Output: 'too long', Next: 'caught' }];
    const states = { call: calls(functionName, { TimeoutSeconds: 1, Catch }), caught, wrong: { Type: 'Fail' } };
    expect(await run(world, states)).toEqual({ status: 'SUCCEEDED', output: 'too long' });
  });

  test('an expression that fails where nothing catches it fails the execution', async () => {
    const { status, error, cause } = await run(given(), { pass: { ...caught, Output: { a: '{% $states.input.missing %}' } } });
    expect({ status, error }).toEqual({ status: 'FAILED', error: 'States.QueryEvaluationError' });
    expect(cause).toContain("The JSONata expression '$states.input.missing'");
    expect(cause).toContain('returned nothing (undefined).');
    if (engine.isOurs) expect(cause).toContain("specified for the field 'Output/a'");
  });

  // moto fails the execution at once; AWS lets a task catch what goes wrong in its own fields.
  if (!engine.isOurs) return;
  test('an expression that comes to nothing is States.QueryEvaluationError, and can be caught', async () => {
    const world = given();
    const functionName = world.functions.make(() => ({}));
    const Catch = [{ ErrorEquals: ['States.QueryEvaluationError'], Output: 'nothing there', Next: 'caught' }];
    const states = { call: calls(functionName, { Output: '{% $states.result.Payload.missing %}', Catch }), caught };
    const arn = await startNew(world, states);
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: 'nothing there' });
    const failed = (await historyOf(world, arn)).find(({ type }) => type === 'EvaluationFailed');
    expect(failed?.evaluationFailedEventDetails).toMatchObject({ state: 'call', error: 'States.QueryEvaluationError' });
  });
};

export const failureCases = (given: () => World, engine: Engine): void => {
  retryCases(given);
  catchCases(given, engine);
};
