/**
 * People who plan together: one item with all their events, and a row for each case among them by which it is found. Both are written in
 * one transaction. The only writer of either.
 */
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { HouseholdChange, Households } from '../app/ports.ts';
import type { HouseholdEvent } from '../domain/household.ts';
import { TableName, toItem } from './dynamodb.ts';
import { loadHousehold } from './household-item.ts';
import { householdKey, membershipKey, membershipPartition } from './keys.ts';
import { queryAll } from './query.ts';
import { commitAll } from './transaction.ts';

/** Only these change which cases are among them. */
const COMING_AND_GOING: readonly HouseholdEvent['type'][] = ['HouseholdOpened', 'MemberAsked', 'MemberLeft'];

const membershipRows = ({ household, expected }: HouseholdChange): TransactWriteItem[] => {
  if (!household.events.slice(expected).some(({ type }) => COMING_AND_GOING.includes(type))) return [];
  return household.members.map(({ caseId, leftAt }) => {
    const key = membershipKey(caseId, household.id);
    return leftAt ? { Delete: { TableName, Key: toItem(key) } } : { Put: { TableName, Item: toItem(key) } };
  });
};

const writes = (change: HouseholdChange): TransactWriteItem[] => {
  const { household, requests, expected } = change;
  const { id, version, events } = household;
  const Item = toItem({ ...householdKey(id), version, events, requests });
  // It must still be at the version it was decided on, or not exist yet.
  const guarded =
    expected === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :expected',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: toItem({ ':expected': expected }),
        };
  return [{ Put: { TableName, Item, ...guarded } }, ...membershipRows(change)];
};

export const households: Households = {
  load: loadHousehold,
  ofCase: async (caseId) => {
    const rows = await queryAll({ partition: membershipPartition(caseId) });
    return rows.map(({ sk }) => String(sk));
  },
  save: async (change) => commitAll(writes(change)),
};
