/** A draft as two items: its line on the list, and all of it. Written by `drafts.ts`, and with a publication by `publishing.ts`. */
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Draft, DraftLine } from '../app/configuring/draft.ts';
import { TableName, toItem } from './dynamodb.ts';
import { draftKey, draftLineKey } from './keys.ts';
import { pack } from './packed.ts';

const lineOf = ({ changes, undone: _, hands: __, checkedAt: ___, checkedBy: ____, ...line }: Draft): DraftLine => ({
  ...line,
  changes: changes.length,
});

/** Both, on condition that nobody saved it since revision `expected`; 0 for a new one. */
export const draftPuts = (draft: Draft, expected: number): TransactWriteItem[] => [
  {
    Put: {
      TableName,
      Item: toItem({ ...draftKey(draft.id), revision: draft.revision, draft: pack(draft) }),
      ...(expected === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'revision = :expected', ExpressionAttributeValues: toItem({ ':expected': expected }) }),
    },
  },
  { Put: { TableName, Item: toItem({ ...draftLineKey(draft.id), line: lineOf(draft) }) } },
];
