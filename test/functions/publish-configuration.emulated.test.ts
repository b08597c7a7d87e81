/**
 * The deployment's publisher as it is deployed: its own bundle, called as CloudFormation calls it, on the embedded DynamoDB. What it
 * answers, what is then in force, and what it leaves for administrators who publish later.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { type LocalDynamoDb, startDynamoDb } from '../../lib/local/dynamodb.ts';
import { type Adapters, load, makeTable } from '../contracts/dynamodb/adapters.ts';

type Report = { Status: string; Reason?: string };

const folder = join(inject('synthesis').demo, 'functions/publish-configuration');
const { version } = JSON.parse(readFileSync(join(folder, 'configuration.json'), 'utf8')) as { version: string };
const dataDir = mkdtempSync(join(tmpdir(), 'ownway-publish-'));
const arn = (name: string) => `arn:aws:states:eu-west-2:000000000000:stateMachine:${name}`;
const GIVEN = {
  ConfigurationVersion: version,
  Machines: { 'adult-care': arn('care:1'), 'carer-support': arn('carer:1') },
  MachineArns: { 'adult-care': arn('care'), 'carer-support': arn('carer') },
  Functions: { form: 'arn of form' },
};
const RECORD = { machines: GIVEN.MachineArns, functions: GIVEN.Functions };

let dynamodb: LocalDynamoDb;
let adapters: Adapters;
let handler: (event: object, context: object) => Promise<void>;
let cloudFormation: Server;
let reports: Report[] = [];

beforeAll(async () => {
  dynamodb = await startDynamoDb({ dataDir });
  adapters = await load(dynamodb.endpoint, await makeTable(dynamodb.endpoint));
  ({ handler } = (await import(pathToFileURL(join(folder, 'index.mjs')).href)) as { handler: typeof handler });
  cloudFormation = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    reports.push(JSON.parse(text) as Report);
    response.end();
  });
  await new Promise<void>((done) => cloudFormation.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  cloudFormation.close();
  await dynamodb.close();
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(() => {
  reports = [];
});

const ask = async (RequestType: string, ResourceProperties: object): Promise<Report | undefined> => {
  const { port } = cloudFormation.address() as AddressInfo;
  const about = { StackId: 'stack', RequestId: 'request', LogicalResourceId: 'Configuration' };
  await handler({ RequestType, ResponseURL: `http://127.0.0.1:${port}/`, ...about, ResourceProperties }, {});
  return reports[0];
};

test('what is deployed is in force, and where to publish to is known', async () => {
  expect(await ask('Create', GIVEN)).toMatchObject({ Status: 'SUCCESS' });
  const live = await adapters.configurations.current();
  expect([live?.bundle.version, live?.machines]).toEqual([version, GIVEN.Machines]);
  expect(await adapters.deployment.load()).toEqual(RECORD);
});

test('going back to a deployment that did not say so keeps what is known', async () => {
  const { ConfigurationVersion, Machines } = GIVEN;
  expect(await ask('Update', { ConfigurationVersion, Machines })).toMatchObject({ Status: 'SUCCESS' });
  expect(await adapters.deployment.load()).toEqual(RECORD);
});

test('a deployment that asks for something else than it brought fails', async () => {
  expect(await ask('Update', { ...GIVEN, ConfigurationVersion: 'other' })).toMatchObject({
    Status: 'FAILED',
    Reason: expect.stringContaining('asked for other'),
  });
});

test('taking the resource away takes nothing away', async () => {
  expect(await ask('Delete', { ...GIVEN, Functions: {} })).toMatchObject({ Status: 'SUCCESS' });
  expect(await adapters.deployment.load()).toEqual(RECORD);
  expect((await adapters.configurations.current())?.bundle.version).toBe(version);
});
