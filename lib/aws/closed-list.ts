/** Cases that are over, the last closed first. Spread over shards, one Query each; `keys.ts` says what is filed there. */
import type { ClosedList } from '../app/ports.ts';
import type { Summary } from '../app/summary.ts';
import { closedPartition, shards } from './keys.ts';
import { queryPage } from './query.ts';

export const closedList: ClosedList = {
  newest: async (most) => {
    const pages = await Promise.all(
      shards.map((shard) => queryPage({ index: 'dates', partition: closedPartition(shard), newestFirst: true }, most)),
    );
    const rows = pages.flatMap((page) => page.rows);
    return rows
      .sort((one, other) => String(other.datesSk).localeCompare(String(one.datesSk)))
      .slice(0, most)
      .map(({ summary }) => summary as Summary);
  },
};
