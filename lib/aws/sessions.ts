/**
 * Sessions in the table: the cookie carries a random id, the table its hash. Signing out ends it here, so a copied cookie is
 * worth nothing afterwards, and there is no signing secret to keep.
 */
import { createHash, randomBytes } from 'node:crypto';
import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Sessions } from '../app/ports.ts';
import { Actor } from '../domain/actor.ts';
import { dynamodb, fromItem, TableName, toItem } from './dynamodb.ts';
import { sessionKey } from './keys.ts';

const HOURS_12 = 12 * 60 * 60 * 1000;
const hash = (id: string): string => createHash('sha256').update(id).digest('hex');

const find: Sessions['find'] = async (id, now) => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName, Key: toItem(sessionKey(hash(id))), ConsistentRead: true }),
  );
  if (!Item) return undefined;
  const stored = fromItem(Item);
  const until = String(stored.until);
  return until > now.toISOString() ? { id, actor: Actor.parse(stored.actor), until } : undefined;
};

/** Only looks a session up: a function that lets nobody in takes this, and its role can then neither make nor end one. */
export const sessionFinder: Pick<Sessions, 'find'> = { find };

export const sessions: Sessions = {
  find,
  begin: async (actor, now) => {
    const id = randomBytes(32).toString('base64url');
    const until = new Date(now.getTime() + HOURS_12).toISOString();
    const ttl = Math.floor(Date.parse(until) / 1000);
    await dynamodb.send(new PutItemCommand({ TableName, Item: toItem({ ...sessionKey(hash(id)), actor, until, ttl }) }));
    return { id, actor, until };
  },
  end: async (id) => {
    await dynamodb.send(new DeleteItemCommand({ TableName, Key: toItem(sessionKey(hash(id))) }));
  },
};
