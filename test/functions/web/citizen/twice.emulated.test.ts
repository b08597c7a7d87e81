/**
 * Two clicks, two tabs, the back button, forms that come late: nothing acts twice and nothing typed is lost. The real application on
 * the embedded DynamoDB; the machines are not running, which no page may notice.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, type GlobalSecondaryIndex } from '@aws-sdk/client-dynamodb';
import { type ServerType, serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { INDEXES, keyNames } from '../../../../lib/aws/indexes.ts';
import { type LocalDynamoDb, startDynamoDb } from '../../../../lib/local/dynamodb.ts';
import { publishAnyway } from '../../../support/publishing.ts';
import { formOn, type Reply, titleOf, Visitor, wordsOf } from '../../../support/visitor.ts';
import '../../../support/web-environment.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'ownway-twice-'));
let dynamodb: LocalDynamoDb;
let server: ServerType;
let origin = '';

const makeTable = async (endpoint: string): Promise<void> => {
  const indexes = INDEXES.map((index): GlobalSecondaryIndex => {
    const { pk, sk } = keyNames(index);
    const keys = [
      { AttributeName: pk, KeyType: 'HASH' as const },
      { AttributeName: sk, KeyType: 'RANGE' as const },
    ];
    return { IndexName: index, KeySchema: keys, Projection: { ProjectionType: 'ALL' } };
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

beforeAll(async () => {
  dynamodb = await startDynamoDb({ dataDir });
  Object.assign(process.env, { AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint, AWS_ENDPOINT_URL_SFN: 'http://127.0.0.1:1' });
  await makeTable(dynamodb.endpoint);
  const { publishing } = await import('../../../../lib/aws/publishing.ts');
  const { bundle } = await import('./made-up-cases.ts');
  await publishAnyway(publishing, {
    bundle,
    machines: { 'adult-care': 'arn:aws:states:eu-west-2:000000000000:stateMachine:none' },
  });
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

const someone = (name: string): Promise<Visitor> => new Visitor(origin).signInAs('someone-new', name);
const caseIn = (location: string | null): string => /C-[A-Z0-9]{10}/.exec(location ?? '')?.[0] ?? '';

/** Somebody with a case just opened. */
const started = async (name: string): Promise<{ visitor: Visitor; id: string }> => {
  const visitor = await someone(name);
  return { visitor, id: caseIn(await visitor.submit('/my/start')) };
};

const eventsOf = async (id: string): Promise<string[]> => {
  const { histories } = await import('../../../../lib/aws/histories.ts');
  return (await histories.of(id)).map(({ event }) => event.type);
};

const answerAll = async (visitor: Visitor, id: string): Promise<void> => {
  const { TV_B } = await import('./made-up-cases.ts');
  for (const { question, answer } of TV_B) {
    const { option, informalShare, willingAndAble } = answer;
    const field = `a-${question}`;
    const typed = {
      [`${field}-option`]: option,
      [`${field}-share`]: String(informalShare),
      [`${field}-willing`]: willingAndAble ? 'yes' : '',
    };
    await visitor.submit(`/cases/${id}/story/self-assessment/${question}`, typed);
  }
};

const WASHING = 'washing-dressing-toilet';
const field = (part: string): string => `a-${WASHING}-${part}`;
const NEED = {
  [field('option')]: 'every-day',
  [field('share')]: '25',
  [field('willing')]: 'yes',
  [field('words')]: 'Slow mornings.',
};

test('two clicks and two tabs start one case', async () => {
  const visitor = await someone('Two Clicks');
  const form = await visitor.fill('/my/start', '/my/start', {});
  const otherTab = await visitor.fill('/my/start', '/my/start', {});
  const replies = await Promise.all([visitor.post('/my/start', form), visitor.post('/my/start', form)]);
  replies.push(await visitor.post('/my/start', otherTab), await visitor.post('/my/start', form));
  expect(replies.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
  const ids = new Set(replies.map(({ location }) => caseIn(location)));
  expect([...ids]).toHaveLength(1);
  expect(await eventsOf([...ids][0] ?? '')).toEqual(['CaseOpened']);
  expect(wordsOf((await visitor.get('/my')).html)).toContain('It is your turn');
});

test('an answer sent twice is kept once; changed on the page the browser kept, it is a new answer', async () => {
  const { visitor, id } = await started('Back Button');
  const page = `/cases/${id}/story/self-assessment/${WASHING}`;
  const form = await visitor.fill(page, page, NEED);
  const replies = await Promise.all([visitor.post(page, form), visitor.post(page, form)]);
  expect(replies.map(({ location }) => location)).toEqual(Array(2).fill(`/cases/${id}/story/self-assessment/eating-drinking`));
  expect(await eventsOf(id)).toEqual(['CaseOpened', 'AnswerGiven']);

  await visitor.post(page, { ...form, [field('option')]: 'every-time' });
  expect(await eventsOf(id)).toEqual(['CaseOpened', 'AnswerGiven', 'AnswerGiven']);
  expect(formOn((await visitor.get(page)).html, page)).toMatchObject({ ...NEED, [field('option')]: 'every-time' });
});

test('the story is sent once, and a second click is told the same', async () => {
  const { visitor, id } = await started('Sends Twice');
  const check = `/cases/${id}/story/check`;
  expect((await visitor.get(check)).location).toBe(`/cases/${id}/story`);
  await answerAll(visitor, id);
  const form = await visitor.fill(check, check, {});
  const replies = await Promise.all([visitor.post(check, form), visitor.post(check, form)]);
  expect(replies.map(({ location }) => location)).toEqual(Array(2).fill(`/cases/${id}/story/sent`));
  expect((await eventsOf(id)).filter((type) => type === 'StageFinished')).toHaveLength(1);
  const sent = wordsOf((await visitor.get(`/cases/${id}/story/sent`)).html);
  expect(sent).toContain(id);
  expect(sent).not.toMatch(/£\d/);

  const late = await visitor.post(check, { ...form, request: '99999999-2222-3333-4444-555555555555' });
  expect([late.status, titleOf(late.html)]).toEqual([409, expect.stringContaining('Your answers are with us already')]);
});

test('an answer that comes after the story was sent changes nothing and is shown, to be kept', async () => {
  const { visitor, id } = await started('Comes Late');
  const page = `/cases/${id}/story/self-assessment/${WASHING}`;
  await answerAll(visitor, id);
  const form = await visitor.fill(page, page, { ...NEED, [field('words')]: 'One more thing <b>.' });
  await visitor.submit(`/cases/${id}/story/check`);
  const before = await eventsOf(id);
  const reply = await visitor.post(page, form);
  expect([reply.status, titleOf(reply.html)]).toEqual([409, expect.stringContaining('Your answers are with us already')]);
  expect(reply.html).toContain('One more thing &lt;b&gt;.');
  expect(reply.html).not.toContain('<form');
  expect(await eventsOf(id)).toEqual(before);
  for (const path of [page, `/cases/${id}/story/check`]) expect((await visitor.get(path)).location).toBe(`/cases/${id}/me`);
});

test('stopping twice closes once', async () => {
  const { visitor, id } = await started('Stops');
  const stop = `/cases/${id}/stop`;
  const form = await visitor.fill(stop, stop, { reasons: 'No more.' });
  const replies = [await visitor.post(stop, form), await visitor.post(stop, form)];
  expect(replies.map(({ location }) => location)).toEqual(Array(2).fill(`/cases/${id}/me`));
  expect(await eventsOf(id)).toEqual(['CaseOpened', 'CaseClosed']);
  expect(wordsOf((await visitor.get(`/cases/${id}/me`)).html)).toContain('This was stopped before a plan was agreed');
  expect(caseIn(await visitor.submit('/my/start'))).not.toBe(id);
});

const states = (replies: readonly Reply[]): number[] => replies.map(({ status }) => status);

test('what is not there, not theirs or not on the page changes nothing', async () => {
  const { visitor, id } = await started('Owner');
  const other = await someone('Stranger');
  const page = `/cases/${id}/story/self-assessment/${WASHING}`;
  const form = await visitor.fill(page, page, NEED);
  const strangers = await Promise.all(
    ['me', 'story', 'amount', 'stop', `story/self-assessment/${WASHING}`].map((at) => other.get(`/cases/${id}/${at}`)),
  );
  expect(states(strangers)).toEqual([404, 404, 404, 404, 404]);
  expect(
    states([await visitor.get(`/cases/${id}/story/nothing`), await visitor.post(`/cases/${id}/story/__proto__`, form)]),
  ).toEqual([404, 404]);
  const wrong = await visitor.post(page, { ...form, [field('option')]: 'all-of-it', [field('words')]: 'Keep <i>this</i>.' });
  expect([wrong.status, titleOf(wrong.html).startsWith('Error: ')]).toEqual([422, true]);
  expect(formOn(wrong.html, page)).toMatchObject({ [field('words')]: 'Keep <i>this</i>.', request: form.request });
  expect((await visitor.post(page, { ...form, csrf: 'x' })).status).toBe(403);
  expect((await visitor.post(`/cases/${id}/ask-for-review`, form)).status).toBe(409);
  expect(await eventsOf(id)).toEqual(['CaseOpened']);
});

test('somebody from the council may write the story down with the person, and it says so', async () => {
  const { visitor, id } = await started('Has Help');
  const priya = await new Visitor(origin).signInAs('S-PRIYA');
  const page = `/cases/${id}/story/self-assessment/${WASHING}`;
  expect(wordsOf((await priya.get(page)).html)).toContain('You are filling this in with Has Help.');
  await priya.submit(page, NEED);
  expect(wordsOf((await visitor.get(`/cases/${id}/me`)).html)).toContain('Priya Raman wrote this down on');
  expect((await priya.get('/my/start')).status).toBe(403);
  expect((await priya.get('/my')).location).toBe('/work');
  const morag = await new Visitor(origin).signInAs('S-MORAG');
  expect(states([await morag.get(page), await morag.get(`/cases/${id}/stop`), await morag.get(`/cases/${id}/me`)])).toEqual([
    403, 403, 200,
  ]);
});
