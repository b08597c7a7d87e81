/**
 * The adapters of `lib/aws` as a deployment has them, pointed at one DynamoDB with the very table that CDK deploys. They read their
 * environment when they are loaded, so each engine loads them anew. Called by the contract tests.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { vi } from 'vitest';
import { caseTable } from '../../../lib/cdk/table.ts';
import { CREDENTIALS } from '../../../lib/local/environment.ts';
import { ensureTables, tablesOf } from '../../../lib/local/tables.ts';
import { REGION, type Resource } from '../../../lib/local/template.ts';

/** Makes the deployed table in the DynamoDB at `endpoint` and answers its name. */
export const makeTable = async (endpoint: string): Promise<string> => {
  const stack = new Stack(new App(), 'contract');
  caseTable(stack, new Key(stack, 'Key'));
  const resources = Template.fromStack(stack).toJSON().Resources as Record<string, Resource>;
  const tables = tablesOf({ folder: '', resources });
  const client = new DynamoDBClient({ region: REGION, credentials: CREDENTIALS, endpoint });
  await ensureTables(client, tables);
  client.destroy();
  return String(tables[0]?.input.TableName);
};

export const load = async (endpoint: string, table: string) => {
  Object.assign(process.env, {
    TABLE_NAME: table,
    COUNCIL: 'larkshire',
    SIGN_IN: 'demo',
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
  });
  vi.resetModules();
  const { access } = await import('../../../lib/aws/access.ts');
  const { mailbox } = await import('../../../lib/aws/mailbox.ts');
  const { cases } = await import('../../../lib/aws/cases.ts');
  const { histories } = await import('../../../lib/aws/histories.ts');
  const { lists } = await import('../../../lib/aws/lists.ts');
  const { outbox } = await import('../../../lib/aws/outbox.ts');
  const { outboxSweep } = await import('../../../lib/aws/outbox-sweep.ts');
  const { sessions } = await import('../../../lib/aws/sessions.ts');
  const { drafts } = await import('../../../lib/aws/drafts.ts');
  const { publications } = await import('../../../lib/aws/publications.ts');
  const { live } = await import('../../../lib/aws/live.ts');
  const { publishing } = await import('../../../lib/aws/publishing.ts');
  const { deployment } = await import('../../../lib/aws/deployment.ts');
  const { configurations } = await import('../../../lib/aws/configurations.ts');
  const { reviewList, watchList } = await import('../../../lib/aws/time-lists.ts');
  const { closedList } = await import('../../../lib/aws/closed-list.ts');
  const { replyList } = await import('../../../lib/aws/reply-list.ts');
  const { reads } = await import('../../../lib/aws/reads.ts');
  const { moves } = await import('../../../lib/aws/moves.ts');
  const { households } = await import('../../../lib/aws/households.ts');
  const { dynamodb } = await import('../../../lib/aws/dynamodb.ts');
  return {
    access,
    mailbox,
    cases,
    histories,
    lists,
    outbox,
    outboxSweep,
    sessions,
    drafts,
    publications,
    live,
    publishing,
    configurations,
    deployment,
    reviewList,
    watchList,
    closedList,
    replyList,
    reads,
    households,
    moves,
    dynamodb,
  };
};

export type Adapters = Awaited<ReturnType<typeof load>>;
