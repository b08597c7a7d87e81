/**
 * Who has looked at a case: one item for each person and London day, kept as long as the case. Not what they did there, which is in
 * the events.
 */
import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Read, Reads } from '../app/ports.ts';
import { dynamodb, TableName, toItem } from './dynamodb.ts';
import { readKey, readsPartition } from './keys.ts';
import { log } from './log.ts';
import { queryPage } from './query.ts';

/** A condition that fails costs a write as well, so this process remembers what it has noted, up to so many, for the day. */
const REMEMBERED = 5_000;
const noted = new Set<string>();

const remember = (key: string): void => {
  if (noted.size >= REMEMBERED) noted.clear();
  noted.add(key);
};

const write = async ({ caseId, by, role, on, at }: Read): Promise<void> => {
  const Item = toItem({ ...readKey(caseId, on, by.id), caseId, by, role, on, at });
  try {
    // The first look of the day stands.
    await dynamodb.send(new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
  } catch (cause) {
    if (!(cause instanceof ConditionalCheckFailedException)) throw cause;
  }
};

export const reads: Reads = {
  note: async (read) => {
    const key = `${read.caseId}#${read.on}#${read.by.id}`;
    if (noted.has(key)) return;
    try {
      await write(read);
      remember(key);
    } catch (cause) {
      log('a look at a case was not noted', { caseId: read.caseId, error: cause instanceof Error ? cause.name : 'unknown' });
    }
  },
  of: async (caseId, most) => {
    const { rows } = await queryPage({ partition: readsPartition(caseId), newestFirst: true }, most);
    return rows.map((row) => ({ caseId: row.caseId, by: row.by, role: row.role, on: row.on, at: row.at }) as Read);
  },
};
