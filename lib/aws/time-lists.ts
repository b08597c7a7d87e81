/** The lists that schedules read: reviews whose date has come, machines to watch. Spread over shards, one Query each. */
import type { ReviewList, WatchList } from '../app/ports.ts';
import type { Summary } from '../app/summary.ts';
import { reviewPartition, shards, watchPartition } from './keys.ts';
import { queryAll, queryPage } from './query.ts';

type Wanted = {
  readonly partition: (shard: number) => string;
  readonly from: string;
  readonly to: string;
  /** A job reads everything; a page no more than it shows, however many there are. */
  readonly most?: number | undefined;
};

const acrossShards = async ({ partition, from, to, most }: Wanted): Promise<Summary[]> => {
  const pages = await Promise.all(
    shards.map(async (shard) => {
      const asked = { index: 'dates', partition: partition(shard), range: { from, to } } as const;
      return most === undefined ? queryAll(asked) : (await queryPage(asked, most)).rows;
    }),
  );
  return pages.flat().map(({ summary }) => summary as Summary);
};

export const reviewList: ReviewList = {
  dueBy: async (by, most) => {
    const due = await acrossShards({ partition: reviewPartition, from: '0', to: `${by}#~`, most });
    return due.sort((a, b) => (a.reviewDueOn ?? '').localeCompare(b.reviewDueOn ?? '')).slice(0, most);
  },
};

export const watchList: WatchList = {
  since: async (kind, before, most) => {
    const watched = await acrossShards({ partition: watchPartition, from: `${kind}#`, to: `${kind}#${before}#~`, most });
    return watched.sort((a, b) => (a.since ?? '').localeCompare(b.since ?? '')).slice(0, most);
  },
};
