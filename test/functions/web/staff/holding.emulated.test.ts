/**
 * From the ways read together to the papers of a direct payment, over HTTP: the real application on the embedded DynamoDB. What each form
 * keeps, where it leads, and what a plan that somebody saved meanwhile does to a choice.
 */
import '../../../support/web-environment.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, type GlobalSecondaryIndex } from '@aws-sdk/client-dynamodb';
import { type ServerType, serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { INDEXES, keyNames } from '../../../../lib/aws/indexes.ts';
import { addDays, toIsoDate } from '../../../../lib/domain/calendar.ts';
import { CONDITIONS } from '../../../../lib/domain/direct-payment.ts';
import { type LocalDynamoDb, startDynamoDb } from '../../../../lib/local/dynamodb.ts';
import { publishAnyway } from '../../../support/publishing.ts';
import { Visitor, wordsOf } from '../../../support/visitor.ts';
import { england, HELPER, planning, SHARED_LIVES } from '../shared/ways-cases.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'ownway-holding-'));
let dynamodb: LocalDynamoDb;
let server: ServerType;
let origin = '';

const makeTable = async (endpoint: string): Promise<void> => {
  const indexes = INDEXES.map((index): GlobalSecondaryIndex => {
    const { pk, sk } = keyNames(index);
    const KeySchema = [
      { AttributeName: pk, KeyType: 'HASH' as const },
      { AttributeName: sk, KeyType: 'RANGE' as const },
    ];
    return { IndexName: index, KeySchema, Projection: { ProjectionType: 'ALL' } };
  });
  const names = ['pk', 'sk', ...INDEXES.flatMap((index) => Object.values(keyNames(index)))];
  const client = new DynamoDBClient({ endpoint });
  await client.send(
    new CreateTableCommand({
      TableName: process.env.TABLE_NAME,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      GlobalSecondaryIndexes: indexes,
    }),
  );
  client.destroy();
};

const state = planning([HELPER, SHARED_LIVES]);
const at = (path: string): string => `/cases/${state.id}${path}`;

/** The small council's pathway, with the staff of the demonstration to sign in as, and a case whose plan is being written. */
const begin = async (): Promise<void> => {
  const { publishing } = await import('../../../../lib/aws/publishing.ts');
  const { cases } = await import('../../../../lib/aws/cases.ts');
  const { summarise } = await import('../../../../lib/app/summary.ts');
  const { Bundle } = await import('../../../../lib/app/configuration.ts');
  const { bundle: national } = await import('../public/public-visit.ts');
  const { version, route, forms, questions, model, support } = england;
  const council = { ...national.council, pathway: route.id, carerPathway: undefined, allocation: model?.id };
  const bundle = Bundle.parse({ version, council, pathways: [route], forms, questions, allocation: [model], support: [support] });
  await publishAnyway(publishing, {
    bundle,
    machines: { [route.id]: 'arn:aws:states:eu-west-2:000000000000:stateMachine:none' },
  });
  const commit = { expected: 0, after: state, events: [], requests: [], entries: [], team: council.team };
  expect(await cases.commit({ ...commit, summary: summarise(state, england) })).toBe('committed');
};

beforeAll(async () => {
  dynamodb = await startDynamoDb({ dataDir });
  Object.assign(process.env, { AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint, AWS_ENDPOINT_URL_SFN: 'http://127.0.0.1:1' });
  await makeTable(dynamodb.endpoint);
  await begin();
  const { webApp } = await import('../../../../functions/web/app.tsx');
  const { mainSite } = await import('../../../../functions/web/main-site.ts');
  await new Promise<void>((ready) => {
    server = serve({ fetch: webApp(mainSite).fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) => {
      origin = `http://127.0.0.1:${info.port}`;
      ready();
    });
  });
});

afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  await dynamodb.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const stored = async () => {
  const { cases } = await import('../../../../lib/aws/cases.ts');
  const found = await cases.load(state.id);
  if (!found) throw new Error('the case is gone');
  return found.case;
};

const boxes = (field: string, date: string): Record<string, string> => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year };
};

test('read together, chosen by line, and the payment written down with a condition that is not met', async () => {
  const priya = await new Visitor(origin).signInAs('S-PRIYA');
  const today = toIsoDate(new Date());
  expect((await priya.get(at('/ways/choose'))).html).toContain('Look at all the ways');
  expect(await priya.submit(at('/ways'))).toBe(at('/ways/choose'));
  expect((await stored()).explained).toMatchObject({ id: 'S-PRIYA' });

  const form = await priya.fill(at('/ways/choose'), at('/ways/choose'), {
    choice: 'mix',
    'line-1': 'direct-payment',
    'line-2': 'for-now',
    ...boxes('lookAgain', addDays(today, 20)),
  });
  const saved = await priya.post(at('/ways/choose'), form);
  expect([saved.status, saved.location]).toEqual([303, at('/ways')]);
  const { plan } = await stored();
  expect(plan?.items.map(({ route }) => route)).toEqual(['direct-payment', 'council-managed']);
  expect([plan?.forNowUntil, plan?.version, plan?.goals]).toEqual([addDays(today, 20), 2, state.plan?.goals]);

  const stale = await priya.post(at('/ways/choose'), { ...form, 'line-1': 'individual-service-fund' });
  expect(stale.status).toBe(409);
  expect(wordsOf(stale.html)).toContain('Someone else saved this plan after you opened it');
  expect(stale.html).toMatch(/name="line-1" type="radio" value="individual-service-fund"\s+checked/);
  expect((await stored()).plan?.version).toBe(2);

  const conditions = CONDITIONS.s31.flatMap((code) => [
    [`met-${code}`, code === 'appropriate' ? 'no' : 'yes'],
    [`reason-${code}`, 'Seen.'],
  ]);
  const payment = {
    ...Object.fromEntries(conditions),
    ...{
      basis: 's31',
      payee: 'person',
      grossOrNet: 'gross',
      paidEvery: 'four-weeks',
      method: 'own-account',
      methodsOffered: ['own-account'],
    },
    ...{ employsStaff: 'no', relative: 'none', ...boxes('reviewDueBy', addDays(today, 90)) },
  };
  expect(await priya.submit(at('/holding/direct-payment'), payment)).toBe(at('/holding'));
  const page = wordsOf((await priya.get(at('/holding'))).html);
  expect(page).toMatch(/it is not so: a direct payment is a fitting way.*can be paid for by “Individual Service Fund/);

  const fund = { holder: 'Otter House', reportsEvery: 'quarter', paidAheadWeeks: '0', surplusWeeks: '4' };
  expect(await priya.submit(at('/holding/fund'), fund)).toBe(at('/holding'));
  expect((await stored()).arrangements.map(({ route }) => route)).toEqual(['direct-payment', 'individual-service-fund']);
});

test('the ways are open to anybody; a case’s are not', async () => {
  const anybody = new Visitor(origin);
  expect((await anybody.get('/ways')).status).toBe(200);
  for (const path of ['/ways', '/ways/choose', '/holding', '/holding/direct-payment', '/holding/fund'])
    expect((await anybody.get(at(path))).html, path).not.toContain('Who holds the money');
  const stranger = await new Visitor(origin).signInAs('someone-new', 'A Stranger');
  for (const path of ['/ways', '/ways/choose', '/holding']) expect((await stranger.get(at(path))).status, path).toBe(404);
  const morag = await new Visitor(origin).signInAs('S-MORAG');
  const paths = ['/ways', '/ways/choose', '/holding', '/holding/direct-payment', '/holding/fund'];
  const replies = await Promise.all(paths.map((path) => morag.get(at(path))));
  expect(replies.map(({ status }) => status)).toEqual([403, 403, 200, 403, 403]);
});
