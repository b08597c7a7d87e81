/** Published bundles. A version never changes, so it is kept in memory; which one is current is asked again after a short while. */
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { Bundle } from '../app/configuration.ts';
import type { Configurations, PublishedBundle } from '../app/ports.ts';
import { dynamodb, fromItem, TableName, toItem } from './dynamodb.ts';
import { CURRENT_CONFIGURATION, configurationKey } from './keys.ts';
import { unpack } from './packed.ts';

const CURRENT_FOR_MS = 5_000;

const read = async (key: { pk: string; sk: string }): Promise<Record<string, unknown> | undefined> => {
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key: toItem(key), ConsistentRead: true }));
  return Item && fromItem(Item);
};

const known = new Map<string, PublishedBundle>();
let current: { version: string; until: number } | undefined;

const version = async (wanted: string): Promise<PublishedBundle | undefined> => {
  const held = known.get(wanted);
  if (held) return held;
  const stored = await read(configurationKey(wanted));
  if (!stored) return undefined;
  const bundle = Bundle.parse(unpack(stored.bundle));
  const published = { bundle, machines: stored.machines as Record<string, string> };
  known.set(wanted, published);
  return published;
};

/** Whoever has just published sees it at once; every other process within five seconds. */
export const forgetCurrent = (): void => {
  current = undefined;
  // A deployment renews machines, and then every process begins anew; this one may have published them itself.
  known.clear();
};

export const configurations: Configurations = {
  version,
  current: async () => {
    if (!current || current.until < Date.now()) {
      const pointer = await read(CURRENT_CONFIGURATION);
      if (!pointer) return undefined;
      current = { version: String(pointer.version), until: Date.now() + CURRENT_FOR_MS };
    }
    return version(current.version);
  },
};
