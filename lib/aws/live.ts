/**
 * Which version is live, asked of the table itself: for whoever must not act on what was live a moment ago. Pages and cases, which may,
 * ask `configurations.ts`. Apart from `publishing.ts`, so that whoever only asks cannot write.
 */
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Live } from '../app/configuring/ports.ts';
import { dynamodb, fromItem, TableName, toItem } from './dynamodb.ts';
import { CURRENT_CONFIGURATION } from './keys.ts';

/** Nothing where nothing was ever published. */
export const live = async (): Promise<Live | undefined> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName, Key: toItem(CURRENT_CONFIGURATION), ConsistentRead: true }),
  );
  if (!Item) return undefined;
  const { version, deployed } = fromItem(Item) as Live;
  return { version, deployed };
};
