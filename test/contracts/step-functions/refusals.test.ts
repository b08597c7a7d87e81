/**
 * Whatever our emulator would run differently from AWS, or not at all, is refused when the machine is made, with the state and the field
 * in the sentence; and operations it does not have are refused by name. Ours only: AWS has more.
 */
import { CreateStateMachineCommand, DescribeMapRunCommand, ListActivitiesCommand, TestStateCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calls, definitionOf, LAMBDA, newMachine, newName, ROLE, refusal, waitsFor } from './drive.ts';
import { openOurs, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openOurs();
});
afterAll(() => world.close());

const create = (definition: string) =>
  world.client.send(new CreateStateMachineCommand({ name: newName('m'), roleArn: ROLE, definition }));

const done = { Type: 'Succeed' };
const task = (more: object) => ({ task: calls('f', { Next: 'done', ...more }), done });
const pass = (more: object) => ({ pass: { Type: 'Pass', Next: 'done', ...more }, done });
const retry = (more: object) => task({ Retry: [{ ErrorEquals: ['X'], ...more }] });
const parallel = (state: object, more: object = {}) => ({
  set: { Type: 'Pass', Assign: { outer: 1 }, Next: 'both' },
  both: { Type: 'Parallel', Branches: [{ StartAt: 'in', States: { in: state } }], Next: 'done', ...more },
  done,
});

type Row = [what: string, states: Record<string, object>, sentence: string];

const FEATURES: Row[] = [
  ['a Map state', { map: { Type: 'Map', End: true } }, 'at /States/map/Type'],
  ['InputPath', pass({ InputPath: '$.a' }), "The field 'InputPath' is not supported at /States/pass"],
  ['Parameters', task({ Parameters: {} }), "The field 'Parameters' is not supported at /States/task"],
  ['ResultPath', task({ ResultPath: '$' }), "The field 'ResultPath' is not supported at /States/task"],
  ['ResultSelector', task({ ResultSelector: {} }), "The field 'ResultSelector' is not supported"],
  ['OutputPath', pass({ OutputPath: '$' }), "The field 'OutputPath' is not supported"],
  ['Result of a Pass', pass({ Result: 1 }), "The field 'Result' is not supported"],
  ['a state in JSONPath', pass({ QueryLanguage: 'JSONPath' }), 'at /States/pass/QueryLanguage'],
  ['TimeoutSecondsPath', task({ TimeoutSecondsPath: '$.t' }), "The field 'TimeoutSecondsPath' is not supported"],
  ['Credentials', task({ Credentials: {} }), "The field 'Credentials' is not supported"],
  ['another service', task({ Resource: 'arn:aws:states:::dynamodb:putItem' }), 'at /States/task/Resource'],
  ['a function by its own ARN', task({ Resource: 'arn:aws:lambda:eu-west-2:1:function:f' }), 'at /States/task/Resource'],
  ['.sync', task({ Resource: `${LAMBDA}.sync` }), 'at /States/task/Resource'],
  [
    'another argument of invoke',
    task({ Arguments: { FunctionName: 'f', InvocationType: 'Event' } }),
    "'InvocationType' is not supported at /States/task/Arguments",
  ],
  [
    'a choice in JSONPath',
    { choice: { Type: 'Choice', Choices: [{ Variable: '$.a', IsNull: true, Next: 'done' }] }, done },
    '/States/choice/Choices/0',
  ],
  ['SecondsPath', { wait: { Type: 'Wait', SecondsPath: '$.a', Next: 'done' }, done }, "The field 'SecondsPath' is not supported"],
  ['an unknown field', pass({ Colour: 'red' }), "The field 'Colour' is not supported at /States/pass"],
  [
    'a field inside a branch',
    parallel({ Type: 'Pass', InputPath: '$', End: true }),
    "'InputPath' is not supported at /States/both/Branches/0/States/in",
  ],
];

const STRUCTURE: Row[] = [
  ['a start that is not there', {}, "Missing 'StartAt' target"],
  [
    'a Next that is not there',
    pass({ Next: 'gone' }),
    "MISSING_TRANSITION_TARGET: Missing 'Next' target: gone at /States/pass/Next",
  ],
  ['a Catch that leads nowhere', task({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'gone' }] }), '/States/task/Catch/0/Next'],
  [
    'a Default that leads nowhere',
    { choice: { Type: 'Choice', Choices: [{ Condition: true, Next: 'done' }], Default: 'gone' }, done },
    '/States/choice/Default',
  ],
  ['a Next out of its branch', parallel({ Type: 'Pass', Next: 'done' }), '/States/both/Branches/0/States/in/Next'],
  ['neither Next nor End', pass({ Next: undefined }), "Exactly one of 'Next' and 'End' must be given at /States/pass"],
  ['Next and End', pass({ End: true }), "Exactly one of 'Next' and 'End' must be given at /States/pass"],
  ['no end at all', { a: { Type: 'Pass', Next: 'b' }, b: { Type: 'Pass', Next: 'a' } }, 'MISSING_END_STATE'],
  [
    'one name in two scopes',
    parallel({ Type: 'Succeed' }, { Branches: [{ StartAt: 'done', States: { done } }] }),
    "DUPLICATE_STATE_NAME: The state name 'done'",
  ],
  ['a choice without rules', { choice: { Type: 'Choice', Choices: [], Default: 'done' }, done }, '/States/choice/Choices'],
  [
    'a wait for two things',
    { wait: { Type: 'Wait', Seconds: 1, Timestamp: '2030-01-01T00:00:00Z', Next: 'done' }, done },
    "Exactly one of 'Seconds' and 'Timestamp'",
  ],
  [
    'a moment without its offset',
    { wait: { Type: 'Wait', Timestamp: '2030-01-01T00:00:00', Next: 'done' }, done },
    'String does not match RFC3339 timestamp at /States/wait/Timestamp',
  ],
  [
    'States.ALL among others',
    task({ Catch: [{ ErrorEquals: ['States.ALL', 'X'], Next: 'done' }] }),
    "'States.ALL' must stand alone, and last",
  ],
  [
    'States.ALL before others',
    task({ Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['X'] }] }),
    '/States/task/Retry/0/ErrorEquals',
  ],
  ['a rate below one', retry({ BackoffRate: 0.5 }), '/States/task/Retry/0/BackoffRate'],
  ['half a second', retry({ IntervalSeconds: 0.5 }), '/States/task/Retry/0/IntervalSeconds'],
  ['a jitter of our own', retry({ JitterStrategy: 'SOME' }), '/States/task/Retry/0/JitterStrategy'],
  ['a heartbeat slower than the timeout', task({ HeartbeatSeconds: 9, TimeoutSeconds: 9 }), '/States/task/HeartbeatSeconds'],
  ['the reserved variable', pass({ Assign: { states: 1 } }), "The variable name 'states' is reserved at /States/pass/Assign"],
  [
    'a variable of the scope outside',
    parallel({ Type: 'Pass', Assign: { outer: 2 }, End: true }),
    "The variable 'outer' belongs to the scope outside this branch",
  ],
];

const EXPRESSIONS: Row[] = [
  ['bad syntax', pass({ Output: '{% $states.input. %}' }), 'at /States/pass/Output'],
  [
    'bad syntax deep inside',
    task({ Arguments: { FunctionName: 'f', Payload: { a: ['{% ( %}'] } } }),
    '/States/task/Arguments/Payload/a/0',
  ],
  ['$eval', pass({ Output: "{% $eval('1') %}" }), '$eval is not available; use $parse'],
  ['the input by itself', pass({ Output: '{% $ %}' }), 'cannot be used at the top level'],
  ['the root input', pass({ Output: '{% $$.a %}' }), 'cannot be used at the top level'],
  ['a bare field', pass({ Output: '{% outcome %}' }), "'outcome' is not qualified; use $states.input.outcome"],
  [
    'a bare field in a condition',
    { choice: { Type: 'Choice', Choices: [{ Condition: "{% outcome = 'x' %}", Next: 'done' }] }, done },
    '/States/choice/Choices/0/Condition',
  ],
  [
    'a condition that is no expression',
    { choice: { Type: 'Choice', Choices: [{ Condition: 'yes', Next: 'done' }] }, done },
    'must be a JSONata expression between {% and %}',
  ],
];

describe.each([
  ['features we do not run', FEATURES],
  ['machines that do not hang together', STRUCTURE],
  ['expressions that cannot be worked out', EXPRESSIONS],
])('%s', (_, rows) => {
  test.each(rows)('%s is refused', async (__, states, sentence) => {
    const definition = definitionOf(
      states as Record<string, Record<string, unknown>>,
      Object.keys(states).length ? {} : { StartAt: 'gone', States: { done } },
    );
    const refused = await create(definition).catch((error: Error) => error);
    expect(refused).toMatchObject({
      name: 'InvalidDefinition',
      message: expect.stringContaining('Invalid State Machine Definition: '),
    });
    expect((refused as Error).message).toContain(sentence);
  });
});

test.each([
  ['no JSON', '{"StartAt":', 'INVALID_JSON_DESCRIPTION'],
  ['no object', '[]', 'Definition must be a valid JSON object'],
  ['nothing in it', '{}', 'These fields are required: [States] at /'],
  ['the default query language', JSON.stringify({ StartAt: 'done', States: { done } }), 'QueryLanguage'],
  ['an unknown field at the top', definitionOf({ done }, { Color: 1 }), "The field 'Color' is not supported at /"],
])('a definition with %s is refused', async (_, definition, sentence) => {
  await expect(create(definition)).rejects.toThrow(sentence);
});

test('what is allowed inside a predicate, a function or a comment is not refused', async () => {
  const Output = {
    predicate: "{% $states.input.list[kind = 'a'].name %}",
    mapped: '{% $map($states.input.list, function($item) { $item.name }) %}',
    grouped: '{% $states.input.list{name: $sum(pence)} %}',
    sorted: '{% $states.input.list^(>pence).name %}',
    bound: '{% ($a := $states.input.x; $a + 1) %}',
  };
  expect(
    await newMachine(world, { only: { Type: 'Pass', Comment: '{% not ( an expression %}', Output, End: true } }),
  ).toBeTruthy();
  expect(await newMachine(world, { wait: waitsFor('f', { HeartbeatSeconds: 5, TimeoutSeconds: 10 }) })).toBeTruthy();
});

test.each([
  ['ListActivities', () => new ListActivitiesCommand({})],
  ['DescribeMapRun', () => new DescribeMapRunCommand({ mapRunArn: 'arn:aws:states:eu-west-2:000000000000:mapRun:a/b:c' })],
])('the operation %s is refused by name', async (name, command) => {
  const refused = await world.client.send(command() as ListActivitiesCommand).catch((error: Error) => error);
  expect(refused).toMatchObject({
    name: 'UnknownOperationException',
    message: expect.stringContaining(`AWSStepFunctions.${name}`),
  });
});

test('TestState, which the SDK sends to a host of its own, is not answered', async () => {
  expect(await refusal(world.client.send(new TestStateCommand({ definition: '{}', roleArn: ROLE })))).toBeTruthy();
});
