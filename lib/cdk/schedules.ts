/**
 * The clocks of the deployment: which function runs how often. Not a person's dates (a review's date is in the table; a daily
 * function opens what is due). Called by the stack; the local runner reads the same rules from the template.
 */
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { type FunctionSpec, pascal } from './functions.ts';

/** Runs `target` by its spec's schedule. Every scheduled function may be run twice or late without harm. */
export const schedule = (scope: Construct, spec: FunctionSpec, target: IFunction): void => {
  if (spec.caller.by !== 'schedule') return;
  new Rule(scope, `${pascal(spec.name)}Schedule`, {
    description: spec.caller.because,
    schedule: Schedule.expression(spec.caller.expression),
    targets: [new LambdaFunction(target, { retryAttempts: 2 })],
  });
};
