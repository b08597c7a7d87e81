/** Loading a case: one Get. Apart from `cases.ts`, so that who only looks at cases brings nothing along that can change one. */
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { StoredCase } from '../app/ports.ts';
import type { Case } from '../domain/case.ts';
import { NOTHING_AROUND } from '../domain/case-money.ts';
import { dynamodb, fromItem, TableName, toItem } from './dynamodb.ts';
import { caseKey } from './keys.ts';

export const load = async (caseId: string): Promise<StoredCase | undefined> => {
  // A consistent read: whoever acts must see their own last write (limits-and-trust I12).
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key: toItem(caseKey(caseId)), ConsistentRead: true }));
  if (!Item) return undefined;
  const stored = fromItem(Item);
  // What a case holds around its plan is newer than the first cases are.
  return { case: { ...NOTHING_AROUND, ...(stored.case as Case) }, requests: stored.requests as string[] };
};
