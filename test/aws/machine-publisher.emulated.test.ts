/** Publishing to state machines while the service runs, through the real SDK against the Step Functions emulator. */
import '../support/web-environment.ts';
import { readFileSync } from 'node:fs';
import {
  ConflictException,
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeStateMachineCommand,
  ListStateMachineVersionsCommand,
  ServiceQuotaExceededException,
  SFNClient,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DeploymentRecord, MachinePublisher } from '../../lib/app/configuring/ports.ts';
import { FUNCTIONS } from '../../lib/cdk/functions.ts';
import { compile } from '../../lib/pathway/compile.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import {
  definitionOf,
  ended,
  LAMBDA,
  newName,
  ROLE,
  refusal,
  start,
  succeed,
  tokenKeeper,
  until,
  waitsFor,
} from '../contracts/step-functions/drive.ts';
import { openOurs, type World } from '../contracts/step-functions/world.ts';

let world: World;
let record: DeploymentRecord | undefined;
let publisher: MachinePublisher;
let machine = '';
let keeper: ReturnType<typeof tokenKeeper>;

beforeAll(async () => {
  world = await openOurs();
  const { hostname, port } = (await world.client.config.endpoint?.()) ?? {};
  process.env.AWS_ENDPOINT_URL_SFN = `http://${hostname}:${port}`;
  const { publisherTo } = await import('../../lib/aws/machine-publisher.ts');
  publisher = publisherTo({ load: async () => record });
  keeper = tokenKeeper(world);
});
afterAll(() => world.close());

/** Waits for a token, then says which definition it was. `${form}` is what a compiled pathway has in the place of a function. */
const saying = (word: string): string =>
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as a compiled pathway has it.
  definitionOf({ wait: waitsFor('${form}', { Next: 'say' }), say: { Type: 'Pass', Output: word, End: true } });
const deployed = (word: string): string => saying(word).replaceAll(/\$\{form\}/g, keeper.functionName);

beforeEach(async () => {
  const made = new CreateStateMachineCommand({
    name: newName('pathway'),
    roleArn: ROLE,
    definition: deployed('first'),
    publish: true,
  });
  machine = (await world.client.send(made)).stateMachineArn ?? '';
  record = { functions: { form: keeper.functionName }, machines: { care: machine } };
});

const versions = async (): Promise<(string | undefined)[]> => {
  const { stateMachineVersions = [] } = await world.client.send(
    new ListStateMachineVersionsCommand({ stateMachineArn: machine }),
  );
  return stateMachineVersions.map(({ stateMachineVersionArn }) => stateMachineVersionArn);
};
const definitionAt = async (stateMachineArn: string) =>
  (await world.client.send(new DescribeStateMachineCommand({ stateMachineArn }))).definition;
const why = async (pathway: string, definition: string): Promise<string> => {
  const answer = await publisher.publish(pathway, definition).catch((error: Error) => error);
  if (typeof answer === 'string') throw new Error(`${answer} was published.`);
  expect(answer.name).toBe('CannotPublish');
  return answer.message;
};

describe('publishing', () => {
  test('what was deployed makes no version; it answers the one that is there', async () => {
    expect(await publisher.publish('care', saying('first'))).toBe(`${machine}:1`);
    expect(await versions()).toEqual([`${machine}:1`]);
  });

  test('something else makes a version, and the same again does not', async () => {
    expect(await publisher.publish('care', saying('second'))).toBe(`${machine}:2`);
    expect(await publisher.publish('care', saying('second'))).toBe(`${machine}:2`);
    expect(await versions()).toEqual([`${machine}:2`, `${machine}:1`]);
    expect(await definitionAt(`${machine}:2`)).toBe(deployed('second'));
    expect(await definitionAt(`${machine}:1`)).toBe(deployed('first'));
  });

  test('what was in force before is the newest again, as a version of its own', async () => {
    await publisher.publish('care', saying('second'));
    expect(await publisher.publish('care', saying('first'))).toBe(`${machine}:3`);
    expect(await definitionAt(`${machine}:3`)).toBe(deployed('first'));
  });

  test('the newest version counts, not a change that somebody left unpublished', async () => {
    await world.client.send(new UpdateStateMachineCommand({ stateMachineArn: machine, definition: deployed('left lying') }));
    expect(await publisher.publish('care', saying('first'))).toBe(`${machine}:1`);
    expect(await publisher.publish('care', saying('left lying'))).toBe(`${machine}:2`);
  });

  test('two at once each get the version that says what they published', async () => {
    const words = ['one', 'two'];
    const arns = await Promise.all(words.map((word) => publisher.publish('care', saying(word))));
    expect(new Set(arns).size).toBe(2);
    expect(await Promise.all(arns.map(definitionAt))).toEqual(words.map(deployed));
  });

  test('changes the definition and nothing else', async () => {
    const version = await publisher.publish('care', saying('second'));
    const { roleArn } = await world.client.send(new DescribeStateMachineCommand({ stateMachineArn: version }));
    expect(roleArn).toBe(ROLE);
  });

  test('fills in every function of a real pathway, so that nothing of the compiler’s is left to fill in', async () => {
    const functions = FUNCTIONS.flatMap(({ name, caller }) =>
      caller.by === 'machine' ? [[caller.placeholder, `arn of ${name}`]] : [],
    );
    record = { functions: Object.fromEntries(functions), machines: { care: machine } };
    const compiled = JSON.stringify(
      compile(Pathway.parse(JSON.parse(readFileSync('workflows/pathways/adult-care.json', 'utf8')))),
    );
    expect(compiled).toContain('${');
    const published = (await definitionAt(await publisher.publish('care', compiled))) ?? '';
    expect(published).not.toContain('${');
    expect(published).toContain('"FunctionName":"arn of assessment"');
  });
});

test('a case under way stays on its version, and a new one starts on the new', async () => {
  const before = await start(world, `${machine}:1`);
  const tokenBefore = await keeper.next();
  const version = await publisher.publish('care', saying('second'));
  const after = await start(world, version);
  const tokenAfter = await keeper.next();
  await succeed(world, tokenAfter);
  await succeed(world, tokenBefore);
  expect(await ended(world, before)).toMatchObject({ status: 'SUCCEEDED', output: 'first' });
  expect(await ended(world, after)).toMatchObject({ status: 'SUCCEEDED', output: 'second' });
});

describe('is refused, with nothing changed,', () => {
  test('for a pathway that has no machine here', async () => {
    expect(await why('new', saying('x'))).toBe('There is no state machine for new. A new pathway needs a deployment first.');
    expect(await why('constructor', saying('x'))).toContain('A new pathway needs a deployment first.');
  });

  test.each(['somethingNew', 'constructor'])('for a call of %s, which no function here is', async (name) => {
    const calls = definitionOf({ a: { Type: 'Task', Resource: LAMBDA, Arguments: { FunctionName: `\${${name}}` }, End: true } });
    expect(await why('care', calls)).toBe(
      `The pathway care calls \${${name}}, and no function here has that name. It needs a deployment first.`,
    );
    expect(await versions()).toEqual([`${machine}:1`]);
  });

  test('when it is longer than a state machine may be, counted in bytes', async () => {
    const long = definitionOf({ a: { Type: 'Succeed' } }, { Comment: 'é'.repeat(600_000) });
    expect(await why('care', long)).toContain('1.1 MB as a state machine, and 1 MB is the most');
    expect(await versions()).toEqual([`${machine}:1`]);
  });

  test('when Step Functions does not take it', async () => {
    expect(await why('care', definitionOf({ a: { Type: 'Pass', Next: 'gone' } }))).toContain(
      'Step Functions does not take the pathway care',
    );
    expect(await definitionAt(machine)).toBe(deployed('first'));
  });

  test('when the machine has gone', async () => {
    await world.client.send(new DeleteStateMachineCommand({ stateMachineArn: machine }));
    await until(async () => ((await refusal(versions())) === 'StateMachineDoesNotExist' ? true : undefined), 'the machine to go');
    expect(await why('care', saying('second'))).toContain('is not there any more. It needs a deployment first.');
  });

  test('before any deployment has said what it has', async () => {
    record = undefined;
    expect(await why('care', saying('second'))).toContain('has not said yet which state machines it has');
  });
});

describe('what AWS answers and the emulator does not', () => {
  const answers = (error: Error) =>
    mockClient(SFNClient).on(ListStateMachineVersionsCommand).resolves({}).on(UpdateStateMachineCommand).rejects(error);
  const about = { message: 'x', $metadata: {} };

  test.each([
    [new ConflictException(about), 'Try again in a minute.'],
    [new ServiceQuotaExceededException(about), 'as many versions as AWS allows'],
  ])('%s is said in a sentence', async (error, words) => {
    const mock = answers(error);
    expect(await why('care', saying('second'))).toContain(words);
    mock.restore();
  });

  test('anything else is a fault, and stays what it was', async () => {
    const mock = answers(new Error('no network'));
    await expect(publisher.publish('care', saying('second'))).rejects.toThrow('no network');
    mock.restore();
  });
});
