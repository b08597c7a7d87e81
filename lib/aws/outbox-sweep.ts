/** What the outbox still holds: one Query a shard. */
import type { OutboxEntry, OutboxSweep } from '../app/ports.ts';
import { outboxPartition, shards } from './keys.ts';
import { queryAll } from './query.ts';

export const outboxSweep: OutboxSweep = {
  filedBefore: async (before) => {
    const pages = await Promise.all(
      shards.map((shard) => queryAll({ partition: outboxPartition(shard), range: { from: '0', to: `${before}#~` } })),
    );
    return pages.flat().map(({ entry }) => entry as OutboxEntry);
  },
};
