/** One all-or-nothing write, made on what was read a moment ago. Its keys and conditions are its caller's: it speaks only for them. */
import { TransactionCanceledException, type TransactWriteItem, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from './dynamodb.ts';

/** Why DynamoDB cancels a transaction that somebody else was faster than. Any other reason is a fault of ours. */
const LOST_RACE = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

/** `conflict` when what it was decided on has changed since. Rejects for every other failure. */
export const commitAll = async (TransactItems: TransactWriteItem[]): Promise<'committed' | 'conflict'> => {
  try {
    await dynamodb.send(new TransactWriteItemsCommand({ TransactItems }));
    return 'committed';
  } catch (cause) {
    const lost =
      cause instanceof TransactionCanceledException && cause.CancellationReasons?.some(({ Code }) => LOST_RACE.has(Code ?? ''));
    if (lost) return 'conflict';
    throw cause;
  }
};
