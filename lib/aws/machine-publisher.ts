/**
 * Publishing a compiled pathway while the service runs: the newest version of its state machine. Only the definition is changed; role,
 * logging and encryption stay as they were deployed. Not what may be published, nor which version new cases start on.
 */
import {
  ConflictException,
  DescribeStateMachineCommand,
  InvalidDefinition,
  ListStateMachineVersionsCommand,
  ServiceQuotaExceededException,
  SFNClient,
  StateMachineDeleting,
  StateMachineDoesNotExist,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { CannotPublish } from '../app/configuring/cannot-publish.ts';
import type { Deployment, DeploymentRecord, MachinePublisher } from '../app/configuring/ports.ts';
import { deployment } from './deployment.ts';

const stepFunctions = new SFNClient({});

/** Step Functions takes no longer definition, in bytes. */
const LONGEST = 1024 * 1024;
const DEPLOY_FIRST = 'It needs a deployment first.';

/** An entry of its own: a placeholder called `constructor` names no function. */
const ownEntry = (of: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(of, name) ? of[name] : undefined;

/** The definition with every `${placeholder}` filled in, as CloudFormation fills it in when it deploys. */
const filledIn = (pathway: string, definition: string, functions: DeploymentRecord['functions']): string => {
  const filled = definition.replace(/\$\{(\w+)\}/g, (whole, name: string) => {
    const arn = ownEntry(functions, name);
    if (!arn)
      throw new CannotPublish(`The pathway ${pathway} calls ${whole}, and no function here has that name. ${DEPLOY_FIRST}`);
    return arn;
  });
  const bytes = new TextEncoder().encode(filled).length;
  if (bytes > LONGEST) {
    const sizes = `${(bytes / LONGEST).toFixed(1)} MB as a state machine, and 1 MB is the most`;
    throw new CannotPublish(`The pathway ${pathway} is too large: ${sizes}. Take stages out, or make two pathways of it.`);
  }
  return filled;
};

/** The newest version, if it says the same already. A machine takes a thousand versions, so none is made for nothing. */
const unchanged = async (stateMachineArn: string, definition: string): Promise<string | undefined> => {
  const { stateMachineVersions } = await stepFunctions.send(
    new ListStateMachineVersionsCommand({ stateMachineArn, maxResults: 1 }),
  );
  const newest = stateMachineVersions?.[0]?.stateMachineVersionArn;
  if (!newest) return undefined;
  const found = await stepFunctions.send(new DescribeStateMachineCommand({ stateMachineArn: newest }));
  return found.definition === definition ? newest : undefined;
};

type Answer = abstract new (...parts: never[]) => Error;

/** What Step Functions may answer that an administrator can do something about. */
const SENTENCES: readonly (readonly [Answer, (pathway: string, message: string) => string])[] = [
  [StateMachineDoesNotExist, (pathway) => `The state machine of the pathway ${pathway} is not there any more. ${DEPLOY_FIRST}`],
  [StateMachineDeleting, (pathway) => `The state machine of the pathway ${pathway} is being deleted. ${DEPLOY_FIRST}`],
  [
    ConflictException,
    (pathway) => `Somebody else is changing the state machine of the pathway ${pathway} just now. Try again in a minute.`,
  ],
  [
    ServiceQuotaExceededException,
    (pathway) =>
      `The state machine of the pathway ${pathway} has as many versions as AWS allows. Delete old ones that no case is on.`,
  ],
  [InvalidDefinition, (pathway, message) => `Step Functions does not take the pathway ${pathway}: ${message}`],
];

const inASentence = (pathway: string, cause: unknown): unknown => {
  const [, words] = SENTENCES.find(([kind]) => cause instanceof kind) ?? [];
  return words && cause instanceof Error ? new CannotPublish(words(pathway, cause.message), { cause }) : cause;
};

const update = async (stateMachineArn: string, definition: string): Promise<string> => {
  const same = await unchanged(stateMachineArn, definition);
  if (same) return same;
  // The version is what it returns, whatever the machine's own ARN still answers with for some seconds.
  const updated = await stepFunctions.send(new UpdateStateMachineCommand({ stateMachineArn, definition, publish: true }));
  if (!updated.stateMachineVersionArn) throw new Error(`${stateMachineArn} was updated and not published`);
  return updated.stateMachineVersionArn;
};

/** A publisher to the machines and functions of one deployment. */
export const publisherTo = (here: Pick<Deployment, 'load'>): MachinePublisher => ({
  publish: async (pathway, definition) => {
    const record = await here.load();
    if (!record) throw new CannotPublish(`This deployment has not said yet which state machines it has. ${DEPLOY_FIRST}`);
    const machine = ownEntry(record.machines, pathway);
    if (!machine) throw new CannotPublish(`There is no state machine for ${pathway}. A new pathway needs a deployment first.`);
    const filled = filledIn(pathway, definition, record.functions);
    return update(machine, filled).catch((cause: unknown) => {
      throw inASentence(pathway, cause);
    });
  },
});

export const machinePublisher: MachinePublisher = publisherTo(deployment);
