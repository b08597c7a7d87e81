/**
 * The template's state machines, put into the emulator as CloudFormation would: made, changed only when the template's definition
 * changed, and published. What an administrator published meanwhile stays, every version of it, and stays the machine's newest. Not the
 * emulator (`step-functions/`). Called by the runner.
 */
import {
  CreateStateMachineCommand,
  DescribeStateMachineCommand,
  ListStateMachineVersionsCommand,
  type SFNClient,
  StateMachineDoesNotExist,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { arnOf, ofType, properties, type Template } from './template.ts';

export type LocalMachine = {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  readonly roleArn: string;
  /** With the functions' addresses filled in. */
  readonly definition: string;
};

export const machinesOf = (template: Template): LocalMachine[] =>
  ofType(template, 'AWS::StepFunctions::StateMachine').map(([id]) => {
    const { StateMachineName, DefinitionString, DefinitionSubstitutions, RoleArn } = properties(template, id);
    const given = (DefinitionSubstitutions ?? {}) as Record<string, string>;
    const definition = String(DefinitionString).replace(/\$\{(\w+)\}/g, (whole, name: string) => given[name] ?? whole);
    return { id, arn: arnOf(template, id), name: String(StateMachineName ?? id), roleArn: String(RoleArn), definition };
  });

const definitionOf = async (client: SFNClient, stateMachineArn: string): Promise<string | undefined> => {
  try {
    return (await client.send(new DescribeStateMachineCommand({ stateMachineArn }))).definition;
  } catch (cause) {
    if (cause instanceof StateMachineDoesNotExist) return undefined;
    throw cause;
  }
};

/** The newest version with this definition, however many others were published after it. */
const versionWith = async (client: SFNClient, machine: LocalMachine): Promise<string | undefined> => {
  let nextToken: string | undefined;
  do {
    const page = await client.send(new ListStateMachineVersionsCommand({ stateMachineArn: machine.arn, nextToken }));
    for (const { stateMachineVersionArn } of page.stateMachineVersions ?? [])
      if (stateMachineVersionArn && (await definitionOf(client, stateMachineVersionArn)) === machine.definition)
        return stateMachineVersionArn;
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return undefined;
};

/**
 * The ARN of the version that has this definition, made only if there is none. CloudFormation, too, leaves a machine alone while its
 * template says what it said, whatever was published to it since.
 */
const publish = async (client: SFNClient, machine: LocalMachine): Promise<string | undefined> => {
  const { arn, name, roleArn, definition } = machine;
  if ((await definitionOf(client, arn)) === undefined)
    return (await client.send(new CreateStateMachineCommand({ name, roleArn, definition, publish: true })))
      .stateMachineVersionArn;
  const published = await versionWith(client, machine);
  if (published) return published;
  return (await client.send(new UpdateStateMachineCommand({ stateMachineArn: arn, roleArn, definition, publish: true })))
    .stateMachineVersionArn;
};

/** Publishes every machine; answers the ARN of each version under the id the template knows it by. */
export const publishMachines = async (
  client: SFNClient,
  template: Template,
  machines: readonly LocalMachine[],
): Promise<Map<string, string>> => {
  const versions = new Map<string, string>();
  for (const machine of machines) {
    const published = await publish(client, machine);
    if (!published) throw new Error(`${machine.name} was not published.`);
    versions.set(machine.arn, published);
  }
  return new Map(
    ofType(template, 'AWS::StepFunctions::StateMachineVersion').map(([id]) => [
      id,
      versions.get(String(properties(template, id).StateMachineArn)) ?? '',
    ]),
  );
};
