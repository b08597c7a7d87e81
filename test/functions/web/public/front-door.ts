/**
 * Both real applications on the embedded DynamoDB with the demonstration's configuration, for the tests of the front door. The machines
 * are not running, which no page may notice. Not a test itself.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, type GlobalSecondaryIndex } from '@aws-sdk/client-dynamodb';
import { serve } from '@hono/node-server';
import { loadFolder } from '../../../../bin/workflows-folder.ts';
import { ownDocuments } from '../../../../lib/app/configuring/documents.ts';
import type { SentMessage } from '../../../../lib/app/ports.ts';
import { INDEXES, keyNames } from '../../../../lib/aws/indexes.ts';
import { startDynamoDb } from '../../../../lib/local/dynamodb.ts';
import '../../../support/web-environment.ts';
import { publishAnyway } from '../../../support/publishing.ts';
import { demonstration } from './demonstration.ts';

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

export type FrontDoor = { readonly origin: string; readonly close: () => Promise<void> };

export const openFrontDoor = async (): Promise<FrontDoor> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ownway-front-door-'));
  const dynamodb = await startDynamoDb({ dataDir });
  Object.assign(process.env, { AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint, AWS_ENDPOINT_URL_SFN: 'http://127.0.0.1:1' });
  await makeTable(dynamodb.endpoint);
  const { publishing } = await import('../../../../lib/aws/publishing.ts');
  const bundle = demonstration();
  const machines = { [bundle.council.pathway]: 'arn:aws:states:eu-west-2:000000000000:stateMachine:none' };
  await publishAnyway(publishing, { bundle, machines }, ownDocuments(loadFolder('workflows').documents, bundle.council.id));
  const { webApp } = await import('../../../../functions/web/app.tsx');
  const { mainSite } = await import('../../../../functions/web/main-site.ts');
  const { adminSite } = await import('../../../../functions/web/admin/admin-site.ts');
  const [main, admin] = [webApp(mainSite), webApp(adminSite)];
  // As the HTTP API's routes have it.
  const siteOf = ({ url }: Request) => (/^\/admin($|\/.)/.test(new URL(url).pathname) ? admin : main);
  return new Promise((ready) => {
    const server = serve(
      { fetch: (request: Request) => siteOf(request).fetch(request), port: 0, hostname: '127.0.0.1' },
      ({ port }: AddressInfo) => {
        const close = async () => {
          await new Promise((closed) => server.close(closed));
          await dynamodb.close();
          rmSync(dataDir, { recursive: true, force: true });
        };
        ready({ origin: `http://127.0.0.1:${port}`, close });
      },
    );
  });
};

/** Every message so far, the newest first. */
export const messages = async (): Promise<SentMessage[]> => {
  const { mailbox } = await import('../../../../lib/aws/mailbox.ts');
  return mailbox.newest(200);
};

export const linkIn = ({ body }: SentMessage): string => /\/return\/[A-Za-z0-9_-]{43}\b/.exec(body)?.[0] ?? '';
export const codeIn = ({ body }: SentMessage): string => /\b\d{6}\b/.exec(body)?.[0] ?? '';
/** A code that is not the one in the message. */
export const notThe = (code: string): string => (code === '000000' ? '000001' : '000000');
