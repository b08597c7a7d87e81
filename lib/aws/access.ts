/**
 * Links, codes and where they go, in the table. A link is filed under the hash of its address and holds only the hash of its code, so
 * nobody gets in by reading the table. Which link is alive and which try counts are rules of `lib/app/access.ts`, not of this file.
 */
import { createHash, randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Change, Destination, Link, Sends } from '../app/access.ts';
import type { Access } from '../app/ports.ts';
import { dynamodb, fromItem, TableName, toItem } from './dynamodb.ts';
import { accessKey } from './keys.ts';

/** A link takes about ten changes in its life and a count twenty, and each lost race is one of them: so many are never lost in a row. */
const ATTEMPTS = 40;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const DAY_SECONDS = 24 * 60 * 60;

const hash = (...parts: string[]): string => createHash('sha256').update(parts.join(' ')).digest('hex');
const secondsOf = (until: string): number => Math.ceil(Date.parse(until) / 1000);

type Key = ReturnType<typeof accessKey>;
type Kept<T> = { readonly value: T; readonly version: number };

const load = async <T>(key: Key): Promise<Kept<T> | undefined> => {
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key: toItem(key), ConsistentRead: true }));
  if (!Item) return undefined;
  const { value, version } = fromItem(Item);
  return { value: value as T, version: Number(version) };
};

/** Writes over exactly `version`; 0 is nothing yet. Answers whether it did. */
const save = async (key: Key, value: unknown, version: number, ttl: number): Promise<boolean> => {
  const Item = toItem({ ...key, value, version: version + 1, ttl });
  // What the rule was asked about must still be what is there, or not be there yet.
  const guard =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: toItem({ ':version': version }),
        };
  try {
    await dynamodb.send(new PutItemCommand({ TableName, Item, ...guard }));
    return true;
  } catch (cause) {
    if (cause instanceof ConditionalCheckFailedException) return false;
    throw cause;
  }
};

/** Asks the rule again until its change stands. Throws rather than letting a try go uncounted. */
const change = async <T, A>(key: Key, rule: (value: T | undefined) => Change<T, A>, ttlOf: (value: T) => number): Promise<A> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const kept = await load<T>(key);
    const { answer, next } = rule(kept?.value);
    if (next === undefined || (await save(key, next, kept?.version ?? 0, ttlOf(next)))) return answer;
  }
  throw new Error('an access item was changed by others all the time');
};

const linkKey = (token: string): Key => accessKey(hash('link', token), 'LINK');
const destinationKey = (caseId: string, actorId: string): Key => accessKey(hash('destination', caseId, actorId), 'DESTINATION');

const ttlOfLink = ({ until }: Link): number => secondsOf(until);
/** Counts look back an hour; a day is long past it. */
const ttlOfSends = (sent: Sends): number => secondsOf(sent.at(-1)?.at ?? '') + DAY_SECONDS;

export const access: Access = {
  issue: async (link) => {
    const token = randomBytes(32).toString('base64url');
    if (!(await save(linkKey(token), link, 0, ttlOfLink(link)))) throw new Error('two links have one address');
    return token;
  },
  find: async (token) => (TOKEN.test(token) ? (await load<Link>(linkKey(token)))?.value : undefined),
  change: async (token, rule) => {
    if (!TOKEN.test(token)) return undefined;
    return change(linkKey(token), (link: Link | undefined) => (link ? rule(link) : { answer: undefined }), ttlOfLink);
  },
  destination: async (caseId, actorId) => (await load<Destination>(destinationKey(caseId, actorId)))?.value,
  direct: async (caseId, actorId, destination) => {
    const Item = toItem({ ...destinationKey(caseId, actorId), value: destination, ttl: secondsOf(destination.until) });
    await dynamodb.send(new PutItemCommand({ TableName, Item }));
  },
  count: (contact, rule) =>
    change(accessKey(hash('sends', contact), 'SENDS'), (sent: Sends | undefined) => rule(sent ?? []), ttlOfSends),
};
