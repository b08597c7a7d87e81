/** Loading people who plan together. Apart from changing them, so that whoever only looks a share up may do no more. */
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Households } from '../app/ports.ts';
import { type HouseholdEvent, replayHousehold } from '../domain/household.ts';
import { dynamodb, fromItem, TableName, toItem } from './dynamodb.ts';
import { householdKey } from './keys.ts';

/** As they stand, folded from their events. */
export const loadHousehold: Households['load'] = async (id) => {
  // A consistent read: whoever acts must see their own last write.
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key: toItem(householdKey(id)), ConsistentRead: true }));
  if (!Item) return undefined;
  const { events, requests } = fromItem(Item);
  const household = replayHousehold(events as HouseholdEvent[]);
  return household && { household, requests: requests as string[] };
};
