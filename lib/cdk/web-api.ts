/**
 * The front door: one HTTP API that hands a request to the function whose routes take it, and every other to the web function. Not the
 * pages. Called by the stack; the local runner reads the same routes from the template.
 */
import { Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
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

/** A function with addresses of its own, as API Gateway writes them: `/admin/{proxy+}`. */
export type Routed = { readonly id: string; readonly target: IFunction; readonly routes: readonly string[] };

/** `web` answers whatever no route of `others` takes. */
export const webApi = (scope: Construct, web: IFunction, others: readonly Routed[], key: IKey): HttpApi => {
  const api = new HttpApi(scope, 'Api', {
    apiName: Stack.of(scope).stackName,
    createDefaultStage: false,
    defaultIntegration: new HttpLambdaIntegration('Web', web),
  });
  for (const { id, target, routes } of others) {
    const integration = new HttpLambdaIntegration(id, target);
    for (const path of routes) api.addRoutes({ path, methods: [HttpMethod.ANY], integration });
  }
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
