/**
 * Sessions in the table: the cookie carries a random id, the table its hash. Signing out ends it here, so a copied cookie is
 * worth nothing afterwards, and there is no signing secret to keep. Looking one up is `session-find.ts`.
 */
import { randomBytes } from 'node:crypto';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Sessions } from '../app/ports.ts';
import { dynamodb, TableName, toItem } from './dynamodb.ts';
import { sessionKey } from './keys.ts';
import { hashOf, sessionFinder } from './session-find.ts';

/** In milliseconds, written out: a sum would keep this file in bundles that use none of it. */
const HOURS_12 = 43_200_000;
export const sessions: Sessions = {
  // Not the function itself: reading a property would keep all of this in bundles that use none of it.
  find: (id, now) => sessionFinder.find(id, now),
  begin: async (actor, now) => {
    const id = randomBytes(32).toString('base64url');
    const until = new Date(now.getTime() + HOURS_12).toISOString();
    const ttl = Math.floor(Date.parse(until) / 1000);
    await dynamodb.send(new PutItemCommand({ TableName, Item: toItem({ ...sessionKey(hashOf(id)), actor, until, ttl }) }));
    return { id, actor, until };
  },
  end: async (id) => {
    await dynamodb.send(new DeleteItemCommand({ TableName, Key: toItem(sessionKey(hashOf(id))) }));
  },
};
