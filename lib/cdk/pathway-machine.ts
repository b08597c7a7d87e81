/**
 * One council's pathway as a deployed state machine, with a published version for every definition. Not the definition: that is
 * compiled from the pathway file and passed in as text, and `npm start` runs that same text. Called by the stack.
 */
import { createHash } from 'node:crypto';
import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnStateMachine, CfnStateMachineVersion } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { pascal } from './functions.ts';
import { logGroup } from './logs.ts';
import { machineArn, machineName } from './machine-names.ts';

/** A compiled pathway: States Language as text, with `${placeholder}` where a function's address belongs. */
export type CompiledPathway = { readonly pathway: string; readonly definition: string };

/** AWS has no narrower form of these: they set up the delivery of logs, and trace segments belong to no resource. */
const UNSCOPABLE = {
  logs: [
    'logs:CreateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:DescribeLogGroups',
    'logs:DescribeResourcePolicies',
    'logs:GetLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:UpdateLogDelivery',
  ],
  traces: ['xray:GetSamplingRules', 'xray:GetSamplingTargets', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
} as const;

const placeholders = (definition: string): string[] => [
  ...new Set([...definition.matchAll(/\$\{(\w+)\}/g)].flatMap(([, name]) => name ?? [])),
];

/** The functions `definition` names. Refuses a definition that names one the deployment does not have. */
const functionsOf = ({ pathway, definition }: CompiledPathway, functions: ReadonlyMap<string, IFunction>) =>
  new Map(
    placeholders(definition).map((placeholder): [string, IFunction] => {
      const found = functions.get(placeholder);
      if (!found)
        throw new Error(`The pathway ${pathway} calls \${${placeholder}}, and no function of the deployment has that name.`);
      return [placeholder, found];
    }),
  );

const machineRole = (scope: Construct, id: string, name: string, invokes: readonly IFunction[], key: IKey): Role => {
  const stack = Stack.of(scope);
  const everyLog = stack.formatArn({ service: 'logs', resource: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME });
  const useKey = (actions: string[], conditions: Record<string, unknown>) =>
    new PolicyStatement({ actions, resources: [key.keyArn], conditions: { StringEquals: conditions } });
  return new Role(scope, `${id}MachineRole`, {
    assumedBy: new ServicePrincipal('states.amazonaws.com', {
      conditions: {
        StringEquals: { 'aws:SourceAccount': stack.account },
        // Executions of a published version carry its number after the name.
        ArnLike: { 'aws:SourceArn': [machineArn(scope, name), `${machineArn(scope, name)}:*`] },
      },
    }),
    inlinePolicies: {
      Uses: new PolicyDocument({
        statements: [
          new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: invokes.map((each) => each.functionArn) }),
          useKey(['kms:Decrypt', 'kms:GenerateDataKey'], {
            'kms:EncryptionContext:aws:states:stateMachineArn': machineArn(scope, name),
          }),
          useKey(['kms:GenerateDataKey'], { 'kms:EncryptionContext:SourceArn': everyLog }),
          new PolicyStatement({ actions: [...UNSCOPABLE.logs, ...UNSCOPABLE.traces], resources: ['*'] }),
        ],
      }),
    },
  });
};

export type PathwayMachine = {
  readonly pathway: string;
  readonly machine: CfnStateMachine;
  readonly version: CfnStateMachineVersion;
};

/**
 * Deploys `compiled` and publishes it; a definition that stays the same stays published as it is. Cases already under way stay on the version they started on, so neither a newer version nor
 * a pathway that is taken out deletes anything: machine, versions, role and log stay in the account.
 */
export const pathwayMachine = (
  scope: Construct,
  council: string,
  compiled: CompiledPathway,
  functions: ReadonlyMap<string, IFunction>,
  key: IKey,
): PathwayMachine => {
  const id = pascal(compiled.pathway);
  const name = machineName(council, compiled.pathway);
  const used = functionsOf(compiled, functions);
  const logs = logGroup(scope, `${id}MachineLogs`, key);
  // All that a pathway can call, and not only what this one does: an administrator may publish another to the same machine.
  const role = machineRole(scope, id, name, [...functions.values()], key);
  const machine = new CfnStateMachine(scope, `${id}Machine`, {
    stateMachineName: name,
    roleArn: role.roleArn,
    definitionString: compiled.definition,
    definitionSubstitutions: Object.fromEntries([...used].map(([placeholder, each]) => [placeholder, each.functionArn])),
    encryptionConfiguration: { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: key.keyArn, kmsDataKeyReusePeriodSeconds: 900 },
    // Only failures, and never what an execution carries: the table is the record, not this.
    loggingConfiguration: {
      level: 'ERROR',
      includeExecutionData: false,
      destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: logs.logGroupArn } }],
    },
    tracingConfiguration: { enabled: true },
  });
  // Known by what it says and not by the machine's revision: an administrator's publishing makes revisions too, and the next
  // deployment must not take one of theirs for the version of what it deployed.
  const said = createHash('sha256').update(compiled.definition).digest('hex').slice(0, 8).toUpperCase();
  const version = new CfnStateMachineVersion(scope, `${id}Version${said}`, { stateMachineArn: machine.ref });
  for (const each of [machine, version, role, logs]) each.applyRemovalPolicy(RemovalPolicy.RETAIN);
  return { pathway: compiled.pathway, machine, version };
};
