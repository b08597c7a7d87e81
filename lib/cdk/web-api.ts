/**
 * The front door: one HTTP API that hands every request to the web function, which has all the routes. Not the pages. Called by
 * the stack; the local runner reads the same route from the template.
 */
import { Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { logGroup } from './logs.ts';

/** One line per request. Neither the address (it can be a way back in), the body nor who called: who did what is in the case's own events. */
const ACCESS_LOG = {
  at: '$context.requestTime',
  request: '$context.requestId',
  method: '$context.httpMethod',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  error: '$context.error.message',
};

/** A council's own staff and residents come nowhere near these; one caller gone wrong must not run up a bill. */
const THROTTLE = { rateLimit: 100, burstLimit: 200 };

export const webApi = (scope: Construct, web: IFunction, key: IKey): HttpApi => {
  const api = new HttpApi(scope, 'Api', {
    apiName: Stack.of(scope).stackName,
    createDefaultStage: false,
    defaultIntegration: new HttpLambdaIntegration('Web', web),
  });
  new HttpStage(scope, 'Stage', {
    httpApi: api,
    stageName: '$default',
    autoDeploy: true,
    throttle: THROTTLE,
    accessLogSettings: {
      destination: new LogGroupLogDestination(logGroup(scope, 'AccessLogs', key)),
      format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
    },
  });
  return api;
};
