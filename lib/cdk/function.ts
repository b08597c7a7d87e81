/**
 * One Lambda function with its own role and its own log group. Not its code (`bundle.ts`) and not the choice of what it may do
 * (`grants.ts`). Called by the stack, once per line of `functions.ts`.
 */
import { Duration, Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as Lambda,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type FunctionSpec, named, pascal } from './functions.ts';
import type { Grants, OnPartitions } from './grants.ts';
import { logGroup } from './logs.ts';
import { everyExecution, everyMachine } from './machine-names.ts';

/** A function ready to deploy: its folder of code and what that code may do. */
export type BuiltFunction = { readonly spec: FunctionSpec; readonly folder: string; readonly grants: Grants };

/** What every function shares. */
export type Surroundings = {
  readonly key: IKey;
  readonly table: Table;
  readonly council: string;
  readonly environment: Readonly<Record<string, string>>;
};

const allow = (actions: readonly string[], resources: string[]): PolicyStatement[] =>
  actions.length > 0 ? [new PolicyStatement({ actions: [...actions], resources })] : [];

/** DynamoDB and Step Functions use the key in the caller's name, so the caller needs it, but only through those services. */
const useOfKey = (scope: Construct, grants: Grants, key: IKey): PolicyStatement[] => {
  const services = [
    ...(grants.table.length + grants.indexes.length > 0 ? ['dynamodb'] : []),
    ...(grants.machine.length + grants.execution.length > 0 ? ['states'] : []),
  ];
  if (services.length === 0) return [];
  return [
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [key.keyArn],
      conditions: {
        StringEquals: { 'kms:ViaService': services.map((name) => `${name}.${Stack.of(scope).region}.amazonaws.com`) },
      },
    }),
  ];
};

/** `ForAllValues` because DynamoDB hands over a list of keys; each must begin as one of `partitions` does. */
const onItems = ({ actions, partitions }: OnPartitions, arn: string): PolicyStatement =>
  new PolicyStatement({
    actions: [...actions],
    resources: [arn],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] } },
  });

const statements = (scope: Construct, grants: Grants, around: Surroundings, logs: ILogGroup): PolicyStatement[] => {
  const { tableArn } = around.table;
  return [
    ...allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logs.logGroupArn]),
    ...grants.table.map((need) => onItems(need, tableArn)),
    ...grants.indexes.map((need) => onItems(need, `${tableArn}/index/${need.index}`)),
    // By the beginning of their names: a pathway that was taken out has cases left, and they go on.
    ...allow(grants.machine, [everyMachine(scope, around.council)]),
    ...allow(grants.execution, [everyExecution(scope, around.council)]),
    ...useOfKey(scope, grants, around.key),
  ];
};

/** Lambda's own START, END and REPORT lines are left out (their figures are metrics anyway): logs cost as much as computing. */
export const ownwayFunction = (scope: Construct, built: BuiltFunction, around: Surroundings): Lambda => {
  const id = pascal(built.spec.name);
  const logs = logGroup(scope, `${id}Logs`, around.key);
  const role = new Role(scope, `${id}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `What ${built.spec.name} may do, derived from its bundle`,
    inlinePolicies: { Uses: new PolicyDocument({ statements: statements(scope, built.grants, around, logs) }) },
  });
  const made = new Lambda(scope, id, {
    description: built.spec.entry,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    code: Code.fromAsset(built.folder),
    handler: 'index.handler',
    role,
    memorySize: built.spec.memoryMb,
    timeout: Duration.seconds(built.spec.timeoutSeconds),
    environment: { ...around.environment },
    logGroup: logs,
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel.INFO,
    systemLogLevelV2: SystemLogLevel.WARN,
  });
  named(made, id);
  return made;
};
