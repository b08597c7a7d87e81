/** Drafts of what a council decides. Two people who save one at once: the second is told, and nothing of theirs is lost. */
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { Draft, type DraftLine } from '../app/configuring/draft.ts';
import type { Drafts } from '../app/configuring/ports.ts';
import { draftPuts } from './draft-items.ts';
import { dynamodb, fromItem, TableName, toItem } from './dynamodb.ts';
import { DRAFTS, draftKey } from './keys.ts';
import { unpack } from './packed.ts';
import { queryAll } from './query.ts';
import { commitAll } from './transaction.ts';

export const drafts: Drafts = {
  load: async (id) => {
    const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key: toItem(draftKey(id)), ConsistentRead: true }));
    return Item && Draft.parse(unpack(fromItem(Item).draft));
  },
  all: async () => {
    const lines = (await queryAll({ partition: DRAFTS })).map(({ line }) => line as DraftLine);
    return lines.sort((one, other) => other.startedAt.localeCompare(one.startedAt));
  },
  save: (draft, expected) => commitAll(draftPuts(draft, expected)),
};
