/** What the deployment says of itself, in the table: which machine drives each pathway, and which function each placeholder is. */
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Deployment } from '../app/configuring/ports.ts';
import { dynamodb, fromItem, TableName, toItem } from './dynamodb.ts';
import { DEPLOYMENT } from './keys.ts';

const Stored = z.object({ functions: z.record(z.string(), z.string()), machines: z.record(z.string(), z.string()) });

export const deployment: Deployment = {
  load: async () => {
    const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key: toItem(DEPLOYMENT), ConsistentRead: true }));
    return Item && Stored.parse(fromItem(Item));
  },
  save: async ({ functions, machines }) => {
    await dynamodb.send(new PutItemCommand({ TableName, Item: toItem({ ...DEPLOYMENT, functions, machines }) }));
  },
};
