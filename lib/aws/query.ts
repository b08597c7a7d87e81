/** Reading the table by key: every list is a Query of one partition, never a Scan. */
import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { dynamodb, fromItem, type Item, TableName, toItem } from './dynamodb.ts';
import { type Index, keyNames } from './indexes.ts';

export type Asked = {
  readonly index?: Index;
  readonly partition: string;
  /** Sort keys from `from` to `to`, both included; left out, the whole partition. */
  readonly range?: { readonly from: string; readonly to: string };
  readonly newestFirst?: boolean;
  /** What was written a moment ago is among the rows. Not for an index, which cannot. */
  readonly consistent?: true;
};

const input = ({ index, partition, range, newestFirst, consistent }: Asked): QueryCommandInput => {
  const { pk, sk } = index ? keyNames(index) : { pk: 'pk', sk: 'sk' };
  return {
    TableName,
    ...(index ? { IndexName: index } : {}),
    KeyConditionExpression: range ? '#pk = :pk AND #sk BETWEEN :from AND :to' : '#pk = :pk',
    ExpressionAttributeNames: range ? { '#pk': pk, '#sk': sk } : { '#pk': pk },
    ExpressionAttributeValues: toItem({ ':pk': partition, ...(range && { ':from': range.from, ':to': range.to }) }),
    ScanIndexForward: !newestFirst,
    ...(consistent && { ConsistentRead: true }),
  };
};

export type RawPage = { readonly rows: Record<string, unknown>[]; readonly last?: Item | undefined };

/** One page of at most `limit` rows, from after `start`. */
export const queryPage = async (asked: Asked, limit: number, start?: Item): Promise<RawPage> => {
  const { Items, LastEvaluatedKey } = await dynamodb.send(
    new QueryCommand({ ...input(asked), Limit: limit, ...(start && { ExclusiveStartKey: start }) }),
  );
  return { rows: (Items ?? []).map(fromItem), last: LastEvaluatedKey };
};

/** Every row, page by page. For partitions that are small or that a job must see whole. */
export const queryAll = async (asked: Asked): Promise<Record<string, unknown>[]> => {
  const rows: Record<string, unknown>[] = [];
  let start: Item | undefined;
  do {
    const page = await queryPage(asked, 500, start);
    rows.push(...page.rows);
    start = page.last;
  } while (start);
  return rows;
};
