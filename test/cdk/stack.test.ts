import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, inject, it, test } from 'vitest';
import type { Decided } from '../../bin/app.ts';
import { ROOT } from '../../lib/cdk/bundle.ts';
import { FUNCTIONS, pascal } from '../../lib/cdk/functions.ts';
import { compile } from '../../lib/pathway/compile.ts';
import { Pathway } from '../../lib/pathway/schema.ts';
import { bytesOf, ofType, type Resource, readSynthesis } from './synthesis.ts';

// Made with CloudFormation's own rules on: a template it would refuse stops the run before any test.
const made = readSynthesis(inject('synthesis').closed);
const inFunctions = (path: string) => join(made.folder, 'functions', path);
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const published = json(inFunctions('publish-configuration/configuration.json')) as Decided;
const pathwayFile = (id: string): Pathway => Pathway.parse(json(join(ROOT, `workflows/pathways/${id}.json`)));
const PATHWAYS = ['adult-care', 'carer-support'];

const all = (type: string) => ofType(made.template, type);
const one = (type: string): [string, Resource] => {
  const [first, ...more] = all(type);
  if (!first || more.length > 0) throw new Error(`not exactly one ${type}`);
  return first;
};
const MACHINE = 'AWS::StepFunctions::StateMachine';
/** The machine of one pathway, and the version of it that was published. */
const machineOf = (pathway: string): [string, Resource] => {
  const found = all(MACHINE).find(([, { Properties }]) => Properties.StateMachineName === `ownway-larkshire-${pathway}`);
  if (!found) throw new Error(`no machine for ${pathway}`);
  return found;
};
const versionOf = (pathway: string): [string, Resource] => {
  const [id] = machineOf(pathway);
  const found = all('AWS::StepFunctions::StateMachineVersion').find(
    ([, { Properties }]) => JSON.stringify(Properties.StateMachineArn) === JSON.stringify({ Ref: id }),
  );
  if (!found) throw new Error(`no version for ${pathway}`);
  return found;
};
const key = () => ({ 'Fn::GetAtt': [one('AWS::KMS::Key')[0], 'Arn'] });
const retained = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };

describe('what is kept safe', () => {
  it('keeps the table: restorable, protected, encrypted, there after the stack has gone', () => {
    const [, table] = one('AWS::DynamoDB::Table');
    expect(table).toMatchObject({
      ...retained,
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: key() },
        TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      },
    });
    expect(table.Properties.StreamSpecification).toBeUndefined();
  });

  it('keeps the key, and turns it over every year', () => {
    expect(one('AWS::KMS::Key')[1]).toMatchObject({ ...retained, Properties: { EnableKeyRotation: true } });
  });

  it('encrypts every log group with the council’s key and keeps it three months', () => {
    const groups = all('AWS::Logs::LogGroup');
    expect(groups).toHaveLength(FUNCTIONS.length + 1 + PATHWAYS.length);
    for (const [, group] of groups) expect(group.Properties).toMatchObject({ KmsKeyId: key(), RetentionInDays: 90 });
  });

  it('encrypts the alarms’ topic and the machines with the council’s key', () => {
    expect(one('AWS::SNS::Topic')[1].Properties.KmsMasterKeyId).toEqual(key());
    for (const [, { Properties }] of all(MACHINE))
      expect(Properties.EncryptionConfiguration).toMatchObject({ Type: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: key() });
  });
});

describe('the functions', () => {
  it('each has a log group of its own, and runs on the newest Node that Lambda keeps for long', () => {
    const functions = all('AWS::Lambda::Function');
    expect(functions).toHaveLength(FUNCTIONS.length);
    const groups = functions.map(([, { Properties }]) =>
      JSON.stringify((Properties.LoggingConfig as { LogGroup: unknown }).LogGroup),
    );
    expect(new Set(groups).size).toBe(functions.length);
    for (const [, { Properties }] of functions)
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' });
  });

  it('all find the same environment, closed to everybody unless the deployment says otherwise', () => {
    for (const [, { Properties }] of all('AWS::Lambda::Function'))
      expect(Properties.Environment).toEqual({
        Variables: { TABLE_NAME: { Ref: one('AWS::DynamoDB::Table')[0] }, SIGN_IN: 'closed', COUNCIL: 'larkshire' },
      });
  });

  it('the web function carries its static files, the publisher its document', () => {
    expect(readdirSync(inFunctions('web/assets')).some((name) => name.endsWith('.css'))).toBe(true);
    expect(existsSync(inFunctions('admin/assets'))).toBe(false);
    expect(published).toMatchObject({ version: expect.stringMatching(/^[0-9a-f]{16}$/), council: 'larkshire' });
  });

  it.each(FUNCTIONS.map(({ name }) => name))('%s is small enough to start quickly', (name) => {
    const kilobytes = bytesOf(made, name) / 1024;
    // Pages bring the precompiled templates of every component; the administrators' also what draws pathways, loaded when one is drawn.
    const most: Readonly<Record<string, number>> = { web: 1400, admin: 2600, 'move-cases': 560 };
    expect(kilobytes).toBeLessThan(most[name] ?? 500);
  });
});

test('there is one machine for each pathway, and no other', () => {
  expect(Object.keys(published.documents).filter((path) => path.startsWith('pathways/'))).toEqual(
    PATHWAYS.map((id) => `pathways/${id}.json`),
  );
  expect(all(MACHINE)).toHaveLength(PATHWAYS.length);
});

describe.each(PATHWAYS)('the machine of %s', (pathway) => {
  it('deploys exactly what compile wrote, so that the same text runs on a laptop', () => {
    const [, { Properties }] = machineOf(pathway);
    expect(Properties.DefinitionString).toBe(JSON.stringify(compile(pathwayFile(pathway))));
  });

  it('keeps all that a case under way needs when its pathway is taken out: machine, version, role and log', () => {
    const [id, machine] = machineOf(pathway);
    const { RoleArn, LoggingConfiguration } = machine.Properties;
    const [logs = ''] = /[A-Z]\w+MachineLogs\w+/.exec(JSON.stringify(LoggingConfiguration)) ?? [];
    const {
      'Fn::GetAtt': [role],
    } = RoleArn as { 'Fn::GetAtt': [string] };
    for (const part of [id, versionOf(pathway)[0], role, logs])
      expect(made.template.Resources[part], part).toMatchObject(retained);
    // Nothing of the role is in a policy beside it, which would go.
    expect(all('AWS::IAM::Policy')).toEqual([]);
  });

  it('fills in every function the definition names, and no other', () => {
    const [, { Properties }] = machineOf(pathway);
    const named = new Set([...String(Properties.DefinitionString).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name));
    const given = Properties.DefinitionSubstitutions as Record<string, { 'Fn::GetAtt': [string, string] }>;
    expect(new Set(Object.keys(given))).toEqual(named);
    for (const { 'Fn::GetAtt': target } of Object.values(given)) {
      expect(made.template.Resources[target[0]]?.Type).toBe('AWS::Lambda::Function');
      expect(target[1]).toBe('Arn');
    }
  });

  it('publishes a version and never takes an old one away from the cases on it', () => {
    expect(versionOf(pathway)[1]).toMatchObject(retained);
  });

  it('traces, logs failures, and never logs what an execution carries', () => {
    expect(machineOf(pathway)[1].Properties).toMatchObject({
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: false },
    });
  });
});

test('the published versions are handed to the function that files the configuration, with what later ones are published to', () => {
  expect(one('Custom::OwnwayConfiguration')[1].Properties).toEqual({
    ServiceToken: { 'Fn::GetAtt': ['PublishConfiguration', 'Arn'] },
    ConfigurationVersion: published.version,
    Machines: Object.fromEntries(PATHWAYS.map((pathway) => [pathway, { Ref: versionOf(pathway)[0] }])),
    MachineArns: Object.fromEntries(PATHWAYS.map((pathway) => [pathway, { Ref: machineOf(pathway)[0] }])),
    Functions: Object.fromEntries(
      FUNCTIONS.flatMap(({ name, caller }) =>
        caller.by === 'machine' ? [[caller.placeholder, { 'Fn::GetAtt': [pascal(name), 'Arn'] }]] : [],
      ),
    ),
  });
});

describe('the front door and the clocks', () => {
  it('leads administrators to their own function and everybody else to the web function', () => {
    const led = all('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
      const [integration = 'none'] = /(?<="Ref":")\w+(?="\}\]\])/.exec(JSON.stringify(Properties.Target)) ?? [];
      const { PayloadFormatVersion, IntegrationUri } = made.template.Resources[integration]?.Properties ?? {};
      return [Properties.RouteKey, PayloadFormatVersion, IntegrationUri];
    });
    const to = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
    expect(led.sort()).toEqual([
      ['$default', '2.0', to('Web')],
      ['ANY /admin', '2.0', to('Admin')],
      ['ANY /admin/{proxy+}', '2.0', to('Admin')],
    ]);
    const mayCall = all('AWS::Lambda::Permission').filter(
      ([, { Properties }]) => Properties.Principal === 'apigateway.amazonaws.com',
    );
    const called = mayCall.map(([, { Properties }]) => JSON.stringify(Properties.FunctionName));
    expect(called.sort()).toEqual([to('Admin'), to('Admin'), to('Web')].map((each) => JSON.stringify(each)));
  });

  it('is throttled, and its log says neither query nor address', () => {
    const stage = one('AWS::ApiGatewayV2::Stage')[1].Properties;
    expect(stage.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 });
    expect(JSON.stringify(stage.AccessLogSettings)).not.toMatch(/query|sourceIp|userAgent|authorizer|body/i);
  });

  it('runs each function by its clocks, with what is asked of it then', () => {
    const rules = all('AWS::Events::Rule').map(([, { Properties }]) => {
      const [target, ...more] = Properties.Targets as { Arn: { 'Fn::GetAtt': [string, string] }; Input?: string }[];
      expect(more).toEqual([]);
      return [target?.Arn['Fn::GetAtt'][0], Properties.ScheduleExpression, target?.Input, Properties.State];
    });
    expect(rules.sort()).toEqual([
      ['DeliverOutbox', 'rate(1 minute)', undefined, 'ENABLED'],
      ['MoveCases', 'rate(1 minute)', undefined, 'ENABLED'],
      ['OpenDueReviews', 'cron(0 5 * * ? *)', undefined, 'ENABLED'],
      ['Recover', 'cron(0 3 * * ? *)', '{"everything":true}', 'ENABLED'],
      ['Recover', 'rate(15 minutes)', undefined, 'ENABLED'],
    ]);
  });

  it('lets each of its clocks call the function', () => {
    const allowed = all('AWS::Lambda::Permission').map(([, { Properties }]) => JSON.stringify(Properties.SourceArn));
    for (const [id] of all('AWS::Events::Rule')) expect(allowed).toContain(JSON.stringify({ 'Fn::GetAtt': [id, 'Arn'] }));
  });
});

describe('the alarms', () => {
  const alarms = () => all('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);

  it('has one for the errors of each function', () => {
    const watched = alarms().flatMap(({ MetricName, Dimensions }) =>
      MetricName === 'Errors' ? [(Dimensions as { Value: { Ref: string } }[])[0]?.Value.Ref] : [],
    );
    expect(watched.sort()).toEqual(
      all('AWS::Lambda::Function')
        .map(([id]) => id)
        .sort(),
    );
  });

  it.each([
    'ExecutionsFailed',
    'ExecutionsTimedOut',
    '5xx',
    'Throttles',
    'ReadThrottleEvents',
    'WriteThrottleEvents',
    'Invocations',
  ])('watches %s', (metric) => {
    expect(alarms().some(({ MetricName }) => MetricName === metric)).toBe(true);
  });

  it('each tells somebody, and ends with a runbook that exists', () => {
    for (const { AlarmDescription, AlarmActions } of alarms()) {
      const page = /Runbook: (docs\/runbooks\/[a-z-]+\.md)$/.exec(String(AlarmDescription))?.[1] ?? 'none';
      expect(existsSync(join(ROOT, page)), page).toBe(true);
      expect(AlarmActions).toEqual([{ Ref: one('AWS::SNS::Topic')[0] }]);
    }
  });

  it('has no runbook that no alarm leads to', () => {
    const led = new Set(alarms().map(({ AlarmDescription }) => basename(String(AlarmDescription).split(' ').at(-1) ?? '')));
    const pages = readdirSync(join(ROOT, 'docs/runbooks')).filter((name) => name !== 'README.md');
    expect(pages.filter((name) => !led.has(name))).toEqual([]);
  });
});
