/** Loading a case and committing a change to it: one Get, one transaction. The only writer of events and snapshots. */
import {
  GetItemCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { Cases, Commit, StoredCase } from '../app/ports.ts';
import type { Case } from '../domain/case.ts';
import { dynamodb, fromItem, TableName, toItem } from './dynamodb.ts';
import { caseKey, eventKey, indexKeys, outboxKey } from './keys.ts';

const load = async (caseId: string): Promise<StoredCase | undefined> => {
  // A consistent read: whoever acts must see their own last write (limits-and-trust I12).
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key: toItem(caseKey(caseId)), ConsistentRead: true }));
  if (!Item) return undefined;
  const stored = fromItem(Item);
  return { case: stored.case as Case, requests: stored.requests as string[] };
};

const writes = ({ expected, after, events, requests, summary, team, entries }: Commit): TransactWriteItem[] => {
  const snapshot = {
    ...caseKey(after.id),
    ...indexKeys(after, summary, team),
    version: after.version,
    case: after,
    requests,
    summary,
  };
  // The case must still be at the version it was decided on, or not exist yet.
  const unchanged = expected === 0 ? 'attribute_not_exists(pk)' : '#version = :expected';
  const guarded =
    expected === 0
      ? { ConditionExpression: unchanged }
      : {
          ConditionExpression: unchanged,
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: toItem({ ':expected': expected }),
        };
  return [
    { Put: { TableName, Item: toItem(snapshot), ...guarded } },
    ...events.map((event, place): TransactWriteItem => {
      const version = expected + place + 1;
      const Item = toItem({ ...eventKey(after.id, version), version, configuration: after.configuration, event });
      // An event is written once and never over another.
      return { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
    }),
    ...entries.map(
      (entry): TransactWriteItem => ({ Put: { TableName, Item: toItem({ ...outboxKey(after.id, entry), entry }) } }),
    ),
  ];
};

const LOST_RACE = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

const commit = async (change: Commit): Promise<'committed' | 'conflict'> => {
  try {
    await dynamodb.send(new TransactWriteItemsCommand({ TransactItems: writes(change) }));
    return 'committed';
  } catch (cause) {
    const lost =
      cause instanceof TransactionCanceledException && cause.CancellationReasons?.some(({ Code }) => LOST_RACE.has(Code ?? ''));
    if (lost) return 'conflict';
    throw cause;
  }
};

export const cases: Cases = { load, commit };
