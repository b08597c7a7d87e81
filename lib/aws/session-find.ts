/**
 * Looking a session up: one Get. Apart from `sessions.ts`, so that a function that lets nobody in can neither make nor end one.
 */
import { createHash } from 'node:crypto';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Sessions } from '../app/ports.ts';
import { Actor } from '../domain/actor.ts';
import { dynamodb, fromItem, TableName, toItem } from './dynamodb.ts';
import { sessionKey } from './keys.ts';

/** The cookie carries the id, the table its hash. */
export const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');

export const sessionFinder: Pick<Sessions, 'find'> = {
  find: async (id, now) => {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName, Key: toItem(sessionKey(hashOf(id))), ConsistentRead: true }),
    );
    if (!Item) return undefined;
    const stored = fromItem(Item);
    const until = String(stored.until);
    return until > now.toISOString() ? { id, actor: Actor.parse(stored.actor), until } : undefined;
  },
};
