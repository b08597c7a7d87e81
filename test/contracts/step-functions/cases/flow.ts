/** How control and data move: choices, variables, waits, ends, branches. */
import { expect, test } from 'vitest';
import { calls, ended, newMachine, refusal, run, start, startNew, succeed, tokenKeeper, typesOf, waitsFor } from '../drive.ts';
import type { Engine, World } from '../world.ts';

const end = (Output: unknown) => ({ Type: 'Pass', Output, End: true });

const choiceCases = (given: () => World, engine: Engine): void => {
  const rule = (outcome: string, Next: string) => ({ Condition: `{% $states.input.outcome = '${outcome}' %}`, Next });
  const states = {
    choice: { Type: 'Choice', Choices: [rule('eligible', 'yes'), rule('not-eligible', 'no')], Default: 'attention' },
    yes: end('yes'),
    no: end('no'),
    attention: end('attention'),
  };
  test('a choice follows the first rule that holds, else its default', async () => {
    const world = given();
    const machine = await newMachine(world, states);
    const outcomes = ['eligible', 'not-eligible', 'something else'];
    const ends = await Promise.all(outcomes.map(async (outcome) => ended(world, await start(world, machine, { outcome }))));
    expect(ends.map(({ output }) => output)).toEqual(['yes', 'no', 'attention']);
  });

  if (!engine.isOurs) return;
  test('a choice that no rule fits, without a default, fails', async () => {
    const { attention: _, ...others } = states;
    const choice = { Type: 'Choice', Choices: states.choice.Choices };
    expect(await run(given(), { ...others, choice })).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });

  test('a condition that is neither true nor false is an evaluation error', async () => {
    const choice = { Type: 'Choice', Choices: [{ Condition: "{% 'yes' %}", Next: 'yes' }], Default: 'no' };
    const { error, cause } = await run(given(), { choice, yes: states.yes, no: states.no });
    expect(error).toBe('States.QueryEvaluationError');
    expect(cause).toContain('Choices[0]/Condition');
  });
};

const dataCases = (given: () => World, engine: Engine): void => {
  test('the context object names the execution, the machine and the state', async () => {
    const world = given();
    const context = '$states.context';
    const Output = {
      id: `{% ${context}.Execution.Id %}`,
      input: `{% ${context}.Execution.Input.n %}`,
      machine: `{% ${context}.StateMachine.Id %}`,
      state: `{% ${context}.State.Name %}`,
    };
    const machine = await newMachine(world, { only: end(Output) });
    const arn = await start(world, machine, { n: 7 });
    expect((await ended(world, arn)).output).toEqual({ id: arn, input: 7, machine, state: 'only' });
  });

  test('lambda:invoke answers with the payload and the status', async () => {
    const world = given();
    const functionName = world.functions.make(({ n }) => ({ twice: Number(n) * 2 }));
    const Output = { twice: '{% $states.result.Payload.twice %}', code: '{% $states.result.StatusCode %}' };
    const states = { call: calls(functionName, { Output }) };
    expect(await run(world, states, { n: 4 })).toEqual({ status: 'SUCCEEDED', output: { twice: 8, code: 200 } });
  });

  test('Succeed hands on its output; Fail gives its error and cause, worked out', async () => {
    const world = given();
    const succeeded = await run(world, { done: { Type: 'Succeed', Output: '{% $states.input.a %}' } }, { a: [1] });
    expect(succeeded).toEqual({ status: 'SUCCEEDED', output: [1] });
    const failed = await run(
      world,
      { stop: { Type: 'Fail', Error: 'NeedsAttention', Cause: "{% 'stage ' & $states.input.stage %}" } },
      { stage: 'x' },
    );
    expect(failed).toEqual({ status: 'FAILED', error: 'NeedsAttention', cause: 'stage x' });
  });

  test('a wait lasts its seconds; a moment that has passed does not hold anything up', async () => {
    const world = given();
    const begun = performance.now();
    const states = {
      past: { Type: 'Wait', Timestamp: '2020-02-29T00:00:00Z', Next: 'second' },
      second: { Type: 'Wait', Seconds: '{% $states.input.seconds %}', Next: 'done' },
      done: { Type: 'Succeed' },
    };
    expect(await run(world, states, { seconds: 1 })).toEqual({ status: 'SUCCEEDED', output: { seconds: 1 } });
    expect(performance.now() - begun).toBeGreaterThan(990);
  });

  // moto works out Assign first; AWS documents that neither sees what the other makes.
  if (!engine.isOurs) return;
  test('Output and Assign are worked out side by side, from what was known before', async () => {
    const states = {
      first: { Type: 'Pass', Assign: { x: 1 }, Next: 'second' },
      second: { Type: 'Pass', Assign: { x: '{% $x + 1 %}', y: '{% $x + 10 %}' }, Output: '{% $x %}', Next: 'third' },
      third: end({ before: '{% $states.input %}', x: '{% $x %}', y: '{% $y %}' }),
    };
    expect(await run(given(), states)).toEqual({ status: 'SUCCEEDED', output: { before: 1, x: 2, y: 11 } });
  });
};

const branch = (state: Record<string, unknown>, name: string) => ({ StartAt: name, States: { [name]: state } });

const branchCases = (given: () => World, engine: Engine): void => {
  test('branches run side by side, and their outputs come back by index', async () => {
    const world = given();
    const [left, right] = [tokenKeeper(world), tokenKeeper(world)];
    const Branches = [
      branch(waitsFor(left.functionName), 'left'),
      branch(waitsFor(right.functionName), 'right'),
      branch(end('third'), 'pass'),
    ];
    const arn = await startNew(world, { both: { Type: 'Parallel', Branches, End: true } });
    const [leftToken, rightToken] = await Promise.all([left.next(), right.next()]);
    await succeed(world, rightToken, 'right');
    await succeed(world, leftToken, 'left');
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: ['left', 'right', 'third'] });
    const types = await typesOf(world, arn);
    expect(types.filter((type) => type?.startsWith('Parallel'))).toEqual([
      'ParallelStateEntered',
      'ParallelStateStarted',
      'ParallelStateSucceeded',
      'ParallelStateExited',
    ]);
  });

  test('a branch that fails takes its siblings with it, and the whole state can be caught', async () => {
    const world = given();
    const keeper = tokenKeeper(world);
    const Branches = [
      branch(waitsFor(keeper.functionName), 'waits'),
      {
        StartAt: 'pause',
        States: { pause: { Type: 'Wait', Seconds: 1, Next: 'stop' }, stop: { Type: 'Fail', Error: 'Stopped' } },
      },
    ];
    const Catch = [{ ErrorEquals: ['Stopped'], Output: '{% $states.errorOutput.Error %}', Next: 'caught' }];
    const arn = await startNew(world, {
      both: { Type: 'Parallel', Branches, Catch, End: true },
      caught: { Type: 'Pass', End: true },
    });
    const token = await keeper.next();
    expect(await ended(world, arn)).toEqual({ status: 'SUCCEEDED', output: 'Stopped' });
    if (!engine.isOurs) return;
    expect(await refusal(succeed(world, token))).toBe('TaskTimedOut');
    expect(await typesOf(world, arn)).toEqual(expect.arrayContaining(['TaskStateAborted', 'ParallelStateFailed']));
  });

  if (!engine.isOurs) return;
  test('a branch reads the variables around it and keeps its own to itself', async () => {
    const inner = { Type: 'Pass', Assign: { mine: '{% $outer + 1 %}' }, Next: 'show' };
    const Branches = [
      { StartAt: 'inner', States: { inner, show: { Type: 'Pass', Output: '{% [$outer, $mine] %}', End: true } } },
    ];
    const states = {
      set: { Type: 'Pass', Assign: { outer: 1 }, Next: 'both' },
      both: { Type: 'Parallel', Branches, Next: 'after' },
      after: end({ branches: '{% $states.input %}', leaked: '{% $exists($mine) %}' }),
    };
    expect(await run(given(), states)).toEqual({ status: 'SUCCEEDED', output: { branches: [[1, 2]], leaked: false } });
  });

  test('a Parallel that is tried again starts all its branches anew', async () => {
    const world = given();
    let tries = 0;
    const flaky = world.functions.make(() => {
      tries += 1;
      if (tries === 1) throw new Error('once');
      return tries;
    });
    const steady = world.functions.make(() => 'steady');
    const Branches = [branch(calls(steady), 'steady'), branch(calls(flaky), 'flaky')];
    const Retry = [{ ErrorEquals: ['Error'], IntervalSeconds: 1, MaxAttempts: 2 }];
    expect(await run(world, { both: { Type: 'Parallel', Branches, Retry, End: true } })).toEqual({
      status: 'SUCCEEDED',
      output: ['steady', 2],
    });
  });
};

export const flowCases = (given: () => World, engine: Engine): void => {
  choiceCases(given, engine);
  dataCases(given, engine);
  branchCases(given, engine);
};
