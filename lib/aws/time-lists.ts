/** The lists that schedules read: reviews whose date has come, machines to watch. Spread over shards, one Query each. */
import type { ReviewList, WatchList } from '../app/ports.ts';
import type { Summary } from '../app/summary.ts';
import { reviewPartition, shards, watchPartition } from './keys.ts';
import { queryAll } from './query.ts';

const acrossShards = async (partition: (shard: number) => string, from: string, to: string): Promise<Summary[]> => {
  const pages = await Promise.all(
    shards.map((shard) => queryAll({ index: 'dates', partition: partition(shard), range: { from, to } })),
  );
  return pages.flat().map(({ summary }) => summary as Summary);
};

export const reviewList: ReviewList = {
  dueBy: async (by) => {
    const due = await acrossShards(reviewPartition, '0', `${by}#~`);
    return due.sort((a, b) => (a.reviewDueOn ?? '').localeCompare(b.reviewDueOn ?? ''));
  },
};

export const watchList: WatchList = { since: (kind, before) => acrossShards(watchPartition, `${kind}#`, `${kind}#${before}#~`) };
