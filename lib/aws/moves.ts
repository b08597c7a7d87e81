/**
 * Jobs that move open cases: one item a job, one for each case it came to, and one that says which job is at work, so that two never
 * are. The only writer of any of them; the cases themselves are `cases.ts`.
 */
import { GetItemCommand, PutItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { isAtWork, type MoveJob, type MoveResult, type Moves } from '../app/configuring/move-job.ts';
import { dynamodb, fromItem, TableName, toItem } from './dynamodb.ts';
import { MOVE_AT_WORK, moveKey, moveResultKey, movesPartition } from './keys.ts';
import { queryAll } from './query.ts';
import { commitAll } from './transaction.ts';

const read = async (key: { pk: string; sk: string }): Promise<Record<string, unknown> | undefined> => {
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key: toItem(key), ConsistentRead: true }));
  return Item && fromItem(Item);
};

/** Empty where none is. */
const atWork = async (): Promise<string | undefined> => String((await read(MOVE_AT_WORK))?.job ?? '') || undefined;

/** The place is taken, or given up, by the save that begins or ends the work; nothing else touches it. */
const placeAtWork = (before: MoveJob | undefined, after: MoveJob): TransactWriteItem[] => {
  const [was, is] = [before !== undefined && isAtWork(before), isAtWork(after)];
  if (was === is) return [];
  const Item = toItem({ ...MOVE_AT_WORK, job: is ? after.id : '' });
  // Taken only while nobody has it.
  const free = {
    ConditionExpression: 'attribute_not_exists(pk) OR #job = :nobody',
    ExpressionAttributeNames: { '#job': 'job' },
    ExpressionAttributeValues: toItem({ ':nobody': '' }),
  };
  return [{ Put: { TableName, Item, ...(is && free) } }];
};

const writes = (before: MoveJob | undefined, after: MoveJob): TransactWriteItem[] => {
  const Item = toItem({ ...moveKey(after.id), revision: after.revision, job: after });
  // It must still be as it was loaded, or not exist yet.
  const guarded = before
    ? {
        ConditionExpression: '#revision = :before',
        ExpressionAttributeNames: { '#revision': 'revision' },
        ExpressionAttributeValues: toItem({ ':before': before.revision }),
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  return [{ Put: { TableName, Item, ...guarded } }, ...placeAtWork(before, after)];
};

const resultPut = (id: string, result: MoveResult) => ({
  TableName,
  Item: toItem({ ...moveResultKey(id, result.caseId), result }),
});

export const moves: Moves = {
  atWork,
  load: async (id) => (await read(moveKey(id)))?.job as MoveJob | undefined,
  list: async () => {
    const rows = await queryAll({ partition: movesPartition, range: { from: 'JOB#', to: 'JOB#~' } });
    const jobs = rows.map(({ job }) => job as MoveJob);
    return jobs.sort((one, other) => (one.startedAt < other.startedAt ? 1 : -1));
  },
  save: async ({ before, after, results = [] }) => {
    const beside = results.map((result) => ({ Put: resultPut(after.id, result) }));
    if ((await commitAll([...writes(before, after), ...beside])) === 'committed') return 'saved';
    const working = isAtWork(after) ? await atWork() : undefined;
    return working !== undefined && working !== after.id ? 'busy' : 'conflict';
  },
  record: async (id, result) => {
    await dynamodb.send(new PutItemCommand(resultPut(id, result)));
  },
  replace: async (id, { was, is }) => {
    // What came of the case is still what was seen.
    const unchanged = {
      ConditionExpression: '#result.#outcome = :outcome AND #result.#at = :at',
      ExpressionAttributeNames: { '#result': 'result', '#outcome': 'outcome', '#at': 'at' },
      ExpressionAttributeValues: toItem({ ':outcome': was.outcome, ':at': was.at }),
    };
    const done = await commitAll([{ Put: { ...resultPut(id, is), ...unchanged } }]);
    return done === 'committed' ? 'saved' : 'conflict';
  },
  results: async (id) => {
    const rows = await queryAll({ partition: moveResultKey(id, '').pk, consistent: true });
    return rows.map(({ result }) => result as MoveResult);
  },
};
