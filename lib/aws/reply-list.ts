/** The cases on which somebody waits for a word from a team, the soonest promise first. One Query a page; `cases.ts` files the rows. */
import type { ReplyList, WaitingForReply } from '../app/ports.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { replyPartition } from './keys.ts';
import { queryPage } from './query.ts';

const PAGE = 25;

export const replyList: ReplyList = {
  waiting: async (team, after) => {
    const partition = replyPartition(team);
    const page = await queryPage({ index: 'work', partition }, PAGE, readCursor(after, partition));
    return {
      rows: page.rows.map(({ summary }) => summary as WaitingForReply),
      next: page.last && writeCursor(page.last),
    };
  },
};
