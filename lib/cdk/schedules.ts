/**
 * The clocks of the deployment: which function runs how often. Not a person's dates (a review's date is in the table; a daily
 * function opens what is due). Called by the stack; the local runner reads the same rules from the template.
 */
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { type FunctionSpec, pascal } from './functions.ts';

/** Runs `target` by each of its spec's clocks. Every scheduled function may be run twice or late without harm. */
export const schedule = (scope: Construct, spec: FunctionSpec, target: IFunction): void => {
  if (spec.caller.by !== 'schedule') return;
  for (const { name = '', expression, because, input } of spec.caller.clocks)
    new Rule(scope, `${pascal(spec.name)}${pascal(name)}Schedule`, {
      description: because,
      schedule: Schedule.expression(expression),
      targets: [new LambdaFunction(target, { retryAttempts: 2, ...(input && { event: RuleTargetInput.fromObject(input) }) })],
    });
};
