/** When a deployment makes a version of a machine: when what it deploys says something else, and at no other time. */
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { expect, test } from 'vitest';
import { pathwayMachine } from '../../lib/cdk/pathway-machine.ts';

const versionsOf = (comment: string): Record<string, { Properties: Record<string, unknown> }> => {
  const stack = new Stack(new App(), 'one');
  const definition = JSON.stringify({ Comment: comment, StartAt: 'a', States: { a: { Type: 'Succeed' } } });
  const form = Lambda.fromFunctionArn(stack, 'Form', 'arn:aws:lambda:eu-west-2:000000000000:function:form');
  const compiled = { pathway: 'adult-care', definition };
  pathwayMachine(stack, 'larkshire', compiled, new Map([['form', form]]), new Key(stack, 'Key'));
  return Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachineVersion') as ReturnType<typeof versionsOf>;
};

test('the same definition is the same version, another is another', () => {
  const [first, again, other] = ['one', 'one', 'two'].map((comment) => Object.keys(versionsOf(comment)));
  expect(first).toHaveLength(1);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

test('does not go by the machine’s revision, which an administrator’s publishing changes', () => {
  const [version] = Object.values(versionsOf('one'));
  expect(Object.keys(version?.Properties ?? {})).toEqual(['StateMachineArn']);
});
