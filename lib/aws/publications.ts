/** What was ever published: the list, and the documents of any version. For administrators only; a case needs `configurations.ts`. */
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Documents } from '../app/configuring/documents.ts';
import type { IdLedger } from '../app/configuring/kept-ids.ts';
import type { Publication, Publications } from '../app/configuring/ports.ts';
import { dynamodb, fromItem, TableName, toItem } from './dynamodb.ts';
import { CURRENT_CONFIGURATION, documentsKey, PUBLISHED_IDS } from './keys.ts';
import { unpack } from './packed.ts';
import { queryPage } from './query.ts';

const PUBLISHED = { from: 'PUBLISHED#', to: 'PUBLISHED#~' };

export const publications: Publications = {
  ids: async () => {
    const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key: toItem(PUBLISHED_IDS), ConsistentRead: true }));
    return Item ? (unpack(fromItem(Item).ids) as IdLedger) : {};
  },
  newest: async (most) => {
    const { rows } = await queryPage({ partition: CURRENT_CONFIGURATION.pk, range: PUBLISHED, newestFirst: true }, most);
    return rows.map(({ record }) => record as Publication);
  },
  documents: async (version) => {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName, Key: toItem(documentsKey(version)), ConsistentRead: true }),
    );
    return Item && (unpack(fromItem(Item).documents) as Documents);
  },
};
