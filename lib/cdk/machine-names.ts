/**
 * The names of a council's state machines and everything IAM can say about them. Names are chosen, not made up by CloudFormation,
 * so that a role can be written before the machine exists: the machine itself needs the functions that carry these roles.
 */
import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** `ownway-larkshire-adult-care`. Refuses a name longer than Step Functions takes (80 characters). */
export const machineName = (council: string, pathway: string): string => {
  const name = `ownway-${council}-${pathway}`;
  if (name.length > 80)
    throw new Error(`The state machine name ${name} is ${name.length} characters; 80 is the most. Shorten the pathway's id.`);
  return name;
};

const states = (scope: Construct, resource: string, resourceName: string): string =>
  Stack.of(scope).formatArn({ service: 'states', resource, resourceName, arnFormat: ArnFormat.COLON_RESOURCE_NAME });

export const machineArn = (scope: Construct, name: string): string => states(scope, 'stateMachine', name);

/** Every execution of one machine, whichever version it started on. */
export const executionArns = (scope: Construct, name: string): string => states(scope, 'execution', `${name}:*`);
