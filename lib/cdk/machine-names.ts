/**
 * The names of a council's state machines and everything IAM can say about them. Names are chosen, not made up by CloudFormation,
 * so that a role can be written before the machine exists: the machine itself needs the functions that carry these roles.
 */
import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const begin = (council: string): string => `ownway-${council}-`;

/** `ownway-larkshire-adult-care`. Refuses a name longer than Step Functions takes (80 characters). */
export const machineName = (council: string, pathway: string): string => {
  const name = `${begin(council)}${pathway}`;
  if (name.length > 80)
    throw new Error(`The state machine name ${name} is ${name.length} characters; 80 is the most. Shorten the pathway's id.`);
  return name;
};

const states = (scope: Construct, resource: string, resourceName: string): string =>
  Stack.of(scope).formatArn({ service: 'states', resource, resourceName, arnFormat: ArnFormat.COLON_RESOURCE_NAME });

export const machineArn = (scope: Construct, name: string): string => states(scope, 'stateMachine', name);

/** Every machine of the council as an IAM pattern, those of pathways that were taken out among them. */
export const everyMachine = (scope: Construct, council: string): string => states(scope, 'stateMachine', `${begin(council)}*`);

/** Every execution of those machines, whichever version it started on. */
export const everyExecution = (scope: Construct, council: string): string => states(scope, 'execution', `${begin(council)}*:*`);
