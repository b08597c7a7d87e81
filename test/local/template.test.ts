import { describe, expect, it } from 'vitest';
import { type Lookup, resolve } from '../../lib/local/intrinsics.ts';
import { properties, type Template } from '../../lib/local/template.ts';

const lookup: Lookup = { ref: (id) => `<${id}>`, attribute: (id, name) => `<${id}.${name}>` };

describe('resolve', () => {
  it.each([
    ['plain values', { a: [1, true, null, 'x'] }, { a: [1, true, null, 'x'] }],
    ['Ref', { Ref: 'A' }, '<A>'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['A', 'Arn'] }, '<A.Arn>'],
    ['GetAtt as text', { 'Fn::GetAtt': 'A.Arn' }, '<A.Arn>'],
    ['Join, with functions inside', { 'Fn::Join': ['/', ['x', { Ref: 'A' }, { 'Fn::Join': ['-', ['y', 'z']] }]] }, 'x/<A>/y-z'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in a template.
    ['Sub', { 'Fn::Sub': 'a ${B} ${C.Arn} ${!D}' }, 'a <B> <C.Arn> ${D}'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in a template.
    ['Sub with variables', { 'Fn::Sub': ['${V} ${B}', { V: { Ref: 'A' } }] }, '<A> <B>'],
    ['functions deep down', { a: [{ b: { Ref: 'A' } }] }, { a: [{ b: '<A>' }] }],
    ['two keys, one called Ref', { Ref: 'A', b: 1 }, { Ref: 'A', b: 1 }],
  ])('works out %s', (_, value, expected) => {
    expect(resolve(value, lookup)).toEqual(expected);
  });

  it('refuses a function it does not know', () => {
    expect(() => resolve({ a: { 'Fn::ImportValue': 'x' } }, lookup)).toThrow(
      'Fn::ImportValue, which the local runner does not know',
    );
  });
});

describe('properties', () => {
  const template: Template = {
    folder: '',
    resources: {
      Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { StateMachineName: 'm' } },
      Version: { Type: 'AWS::StepFunctions::StateMachineVersion', Properties: { StateMachineArn: { Ref: 'Machine' } } },
      Uses: { Type: 'X', Properties: { version: { Ref: 'Version' }, lost: { Ref: 'Nobody' } } },
      Fine: {
        Type: 'X',
        Properties: { version: { Ref: 'Version' }, where: { 'Fn::Sub': ['x', {}] }, region: { Ref: 'AWS::Region' } },
      },
    },
  };

  it('knows a machine by its ARN, and a version by what publishing it told', () => {
    expect(properties(template, 'Version')).toEqual({ StateMachineArn: 'arn:aws:states:eu-west-2:000000000000:stateMachine:m' });
    expect(properties(template, 'Fine', new Map([['Version', 'm:7']]))).toEqual({
      version: 'm:7',
      where: 'x',
      region: 'eu-west-2',
    });
  });

  it('refuses a reference to nothing', () => {
    expect(() => properties(template, 'Uses')).toThrow('refers to Nobody');
  });
});
