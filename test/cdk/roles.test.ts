import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import type { SdkCommand } from '../../lib/cdk/bundle.ts';
import { FUNCTIONS, pascal } from '../../lib/cdk/functions.ts';
import { actionsOf } from '../../lib/cdk/grants.ts';
import { bundleFile, list, ofType, readSynthesis, roleOf, type Statement, statementsOf } from './synthesis.ts';

const made = readSynthesis(inject('synthesis').closed);
const actionsIn = (name: string): string[] =>
  statementsOf(made.template, roleOf(made.template, name)).flatMap(({ Action }) => list(Action));

/** Every statement anywhere: roles, the key's own policy, the topic's. */
const statementsAnywhere = (node: unknown): Statement[] => {
  if (Array.isArray(node)) return node.flatMap(statementsAnywhere);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'Effect' in node && 'Action' in node ? [node as Statement] : [];
  return [...own, ...Object.values(node).flatMap(statementsAnywhere)];
};

/** Besides their plumbing, what a role may do is what its code can send. */
const PLUMBING = /^(logs|kms):/;

/** Independent of how the roles are derived: the SDK's commands as they stand in the minified text. */
const commandsInText = (text: string): SdkCommand[] => {
  const names = [...text.matchAll(/extends [\w$]+\([\w$]+,[\w$]+,"(\w+)",/g)].flatMap(([, name]) => name ?? []);
  const ofDynamoDb = /Item|Query|Scan|Table|Batch|Transact|Statement/;
  const ofStepFunctions = /Execution|StateMachine|SendTask|Activity|MapRun/;
  return names.flatMap((command): SdkCommand[] => {
    if (ofStepFunctions.test(command)) return [{ service: 'states', command }];
    return ofDynamoDb.test(command) ? [{ service: 'dynamodb', command }] : [];
  });
};

describe('all roles', () => {
  it('are one for each function and one for each machine, and nobody else’s', () => {
    const roles = ofType(made.template, 'AWS::IAM::Role').map(([id]) => id);
    const used = FUNCTIONS.map(({ name }) => roleOf(made.template, name));
    expect(new Set(used).size).toBe(FUNCTIONS.length);
    const machines = ofType(made.template, 'AWS::StepFunctions::StateMachine');
    expect(machines.length).toBeGreaterThan(1);
    expect(roles).toHaveLength(FUNCTIONS.length + machines.length);
    expect(ofType(made.template, 'AWS::IAM::Policy')).toEqual([]);
  });

  it('hold no action with a wildcard, here or in any other policy of the template', () => {
    const actions = statementsAnywhere(made.template).flatMap(({ Action }) => list(Action));
    expect(actions.length).toBeGreaterThan(100);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  it('hold no managed policy', () => {
    expect(made.text).not.toContain('ManagedPolicyArns');
  });

  it('never reach every resource, but for the two things AWS cannot narrow', () => {
    const everywhere = ofType(made.template, 'AWS::IAM::Role').flatMap(([id]) =>
      statementsOf(made.template, id)
        .filter(({ Resource }) => list(Resource).includes('*'))
        .flatMap(({ Action }) => list(Action)),
    );
    expect(
      everywhere.filter((action) => !/^(xray:|logs:\w+(LogDelivery|LogDeliveries|ResourcePolic|LogGroups))/.test(action)),
    ).toEqual([]);
  });

  it('never read the whole table', () => {
    expect(made.text).not.toMatch(/dynamodb:(Scan|PartiQL|BatchGet|Export)/);
  });

  it('have no way to change or delete an item but to put one or to delete one', () => {
    expect(made.text).not.toMatch(/dynamodb:(UpdateItem|BatchWriteItem|PartiQL\w+|DeleteTable)/);
  });

  it('use the key only through the service that needs it', () => {
    const kms = ofType(made.template, 'AWS::IAM::Role').flatMap(([id]) =>
      statementsOf(made.template, id).filter(({ Action }) => list(Action).some((action) => action.startsWith('kms:'))),
    );
    expect(kms.length).toBeGreaterThanOrEqual(FUNCTIONS.length);
    for (const { Condition } of kms) expect(JSON.stringify(Condition)).toMatch(/kms:ViaService|kms:EncryptionContext:/);
  });
});

describe.each(FUNCTIONS.map(({ name }) => name))('the role of %s', (name) => {
  const commands = () => commandsInText(readFileSync(bundleFile(made, name), 'utf8'));

  it('allows every command its bundle can send', () => {
    const allowed = new Set(actionsIn(name));
    expect(commands().length).toBeGreaterThan(0);
    const denied = commands().filter((command) => !actionsOf(command).some((action) => allowed.has(action)));
    expect(denied).toEqual([]);
  });

  it('allows nothing its bundle cannot send', () => {
    const sendable = new Set(commands().flatMap(actionsOf));
    expect(actionsIn(name).filter((action) => !PLUMBING.test(action) && !sendable.has(action))).toEqual([]);
  });

  it('writes to its own log group and nobody else’s', () => {
    const logs = statementsOf(made.template, roleOf(made.template, name)).filter(({ Action }) =>
      list(Action).some((action) => action.startsWith('logs:')),
    );
    expect(logs).toEqual([
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: { 'Fn::GetAtt': [expect.stringContaining(`${pascal(name)}Logs`), 'Arn'] },
      },
    ]);
  });
});

describe.each(ofType(made.template, 'AWS::StepFunctions::StateMachine'))('the role of %s', (_id, machine) => {
  it('calls every function that a pathway published to it may name, and no other', () => {
    const [role] = (machine.Properties.RoleArn as { 'Fn::GetAtt': [string] })['Fn::GetAtt'];
    const invokes = statementsOf(made.template, role).filter(({ Action }) => list(Action).includes('lambda:InvokeFunction'));
    const called = FUNCTIONS.flatMap(({ name, caller }) =>
      caller.by === 'machine' ? [{ 'Fn::GetAtt': [pascal(name), 'Arn'] }] : [],
    );
    expect(
      invokes
        .flatMap(({ Resource }) => list(Resource))
        .map((each) => JSON.stringify(each))
        .sort(),
    ).toEqual(called.map((each) => JSON.stringify(each)).sort());
  });
});
