/**
 * Where messages go that nobody sends yet: no email or text service is connected, so they are kept for a month in the table, for the
 * mailbox page of a demonstration. A real courier will be another file behind the same port.
 */
import { randomUUID } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Courier, Mailbox, SentMessage } from '../app/ports.ts';
import { dynamodb, TableName, toItem } from './dynamodb.ts';
import { MAILBOX, messageKey } from './keys.ts';
import { queryPage } from './query.ts';

const DAYS_30 = 30 * 24 * 60 * 60;

export const mailbox: Courier & Mailbox = {
  send: async (message, now) => {
    const at = now.toISOString();
    const ttl = Math.floor(now.getTime() / 1000) + DAYS_30;
    await dynamodb.send(
      new PutItemCommand({ TableName, Item: toItem({ ...messageKey(at, randomUUID()), message: { ...message, at }, ttl }) }),
    );
  },
  newest: async (most) => {
    const { rows } = await queryPage({ partition: MAILBOX, newestFirst: true }, most);
    return rows.map(({ message }) => message as SentMessage);
  },
};
