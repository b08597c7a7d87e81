/**
 * The list of what is watched: one line per alarm. Not how an alarm is made (`alarms.ts`). Called by the stack.
 */

import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Watch } from './alarms.ts';
import { type FunctionSpec, pascal } from './functions.ts';
import type { PathwayMachine } from './pathway-machine.ts';

const lambda = (metricName: string, target?: IFunction): Watch['metric'] => ({
  namespace: 'AWS/Lambda',
  metricName,
  ...(target ? { dimensionsMap: { FunctionName: target.functionName } } : {}),
});

export const functionWatches = (spec: FunctionSpec, target: IFunction): Watch[] => [
  {
    id: `${pascal(spec.name)}Errors`,
    says: `${spec.name} failed.`,
    runbook: spec.runbook,
    metric: lambda('Errors', target),
  },
  ...(spec.name === 'deliver-outbox'
    ? [
        {
          id: 'OutboxStopped',
          says: 'The outbox has not been swept for ten minutes.',
          runbook: 'outbox-stopped',
          metric: lambda('Invocations', target),
          fewerThan: 1,
        },
      ]
    : []),
];

export const machineWatches = ({ pathway, machine }: PathwayMachine): Watch[] =>
  [
    { metricName: 'ExecutionsFailed', says: `A case's execution on ${pathway} failed.` },
    { metricName: 'ExecutionsTimedOut', says: `A case's execution on ${pathway} timed out.` },
  ].map(({ metricName, says }) => ({
    id: `${pascal(pathway)}${metricName}`,
    says,
    runbook: 'machine-failed',
    metric: { namespace: 'AWS/States', metricName, dimensionsMap: { StateMachineArn: machine.ref } },
  }));

export const tableWatches = (table: Table): Watch[] =>
  ['ReadThrottleEvents', 'WriteThrottleEvents'].map((metricName) => ({
    id: `Table${metricName}`,
    says: 'DynamoDB is turning requests away.',
    runbook: 'table-throttled',
    metric: { namespace: 'AWS/DynamoDB', metricName, dimensionsMap: { TableName: table.tableName } },
  }));

/** One council is one account, so Lambda's own sum over all functions of the account is the council's. */
export const accountWatches = (api: HttpApi): Watch[] => [
  { id: 'Throttles', says: 'Lambda is turning calls away.', runbook: 'functions-throttled', metric: lambda('Throttles') },
  {
    id: 'ServerErrors',
    says: 'People were shown a fault page, or none at all.',
    runbook: 'web-errors',
    metric: { namespace: 'AWS/ApiGateway', metricName: '5xx', dimensionsMap: { ApiId: api.apiId } },
  },
];
