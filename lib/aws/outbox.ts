/** Taking a delivered entry out of the outbox. Entries get in by the commit that files them. */
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import type { Outbox } from '../app/ports.ts';
import { dynamodb, TableName, toItem } from './dynamodb.ts';
import { outboxKey } from './keys.ts';

export const outbox: Outbox = {
  done: async (entry) => {
    await dynamodb.send(new DeleteItemCommand({ TableName, Key: toItem(outboxKey(entry.effect.caseId, entry)) }));
  },
};
