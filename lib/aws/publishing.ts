/** Making a bundle the one new cases start on: the bundle, its documents, the pointer, the record and the draft, or none of them. */
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Live, Publishing, ToPublish } from '../app/configuring/ports.ts';
import { forgetCurrent } from './configurations.ts';
import { draftPuts } from './draft-items.ts';
import { TableName, toItem } from './dynamodb.ts';
import { CURRENT_CONFIGURATION, configurationKey, documentsKey, PUBLISHED_IDS, publicationKey } from './keys.ts';
import { live } from './live.ts';
import { pack } from './packed.ts';
import { commitAll } from './transaction.ts';

const put = (item: Record<string, unknown>): TransactWriteItem => ({ Put: { TableName, Item: toItem(item) } });

/** The pointer moves only from where it was when this was decided: of two people who publish at once, one is told. */
const pointer = (to: Live, expected: string | undefined): TransactWriteItem => ({
  Put: {
    TableName,
    Item: toItem({ ...CURRENT_CONFIGURATION, ...to }),
    ...(expected === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :expected',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: toItem({ ':expected': expected }),
        }),
  },
});

const itemsOf = ({ bundle, documents, machines, record, live: to, ids, expected, draft }: ToPublish): TransactWriteItem[] => {
  const { version } = bundle;
  return [
    // The content never changes under a version; publishing it again only renews which machines drive it.
    put({ ...configurationKey(version), version, bundle: pack(bundle), machines }),
    put({ ...documentsKey(version), documents: pack(documents) }),
    pointer(to, expected),
    put({ ...PUBLISHED_IDS, ids: pack(ids) }),
    put({ ...publicationKey(record.at, version), record }),
    ...(draft ? draftPuts(draft.after, draft.expected) : []),
  ];
};

export const publishing: Publishing = {
  live,
  publish: async (what) => {
    const done = await commitAll(itemsOf(what));
    forgetCurrent();
    return done;
  },
};
