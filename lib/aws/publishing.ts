/** Storing a bundle and making it the one new cases start on: both or neither. */
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import type { Publishing } from '../app/ports.ts';
import { dynamodb, TableName, toItem } from './dynamodb.ts';
import { CURRENT_CONFIGURATION, configurationKey } from './keys.ts';

export const publishing: Publishing = {
  publish: async ({ bundle, machines }) => {
    const { version } = bundle;
    // The bundle's content never changes under a version; publishing it again only renews which machines drive it.
    const stored = { ...configurationKey(version), version, bundle: JSON.stringify(bundle), machines };
    await dynamodb.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { TableName, Item: toItem(stored) } },
          { Put: { TableName, Item: toItem({ ...CURRENT_CONFIGURATION, version }) } },
        ],
      }),
    );
  },
};
