/**
 * What open and closed cases taught, as pages of administrators show it: read from histories and lists, never written, and remembered for
 * five minutes by each process. The ports are put together here, once; no name and no case id comes out of it.
 */
import { rememberedEvidence } from '../../../lib/app/configuring/gather.ts';
import { clock } from '../../../lib/aws/clock.ts';
import { closedList } from '../../../lib/aws/closed-list.ts';
import { configurations } from '../../../lib/aws/configurations.ts';
import { histories } from '../../../lib/aws/histories.ts';
import { reviewList, watchList } from '../../../lib/aws/time-lists.ts';

/** As many histories as are read within the time a page has. */
const MOST = 1_000;

export const whatCasesTeach = rememberedEvidence(
  { histories, watching: watchList, reviews: reviewList, closed: closedList, configurations, clock },
  { most: MOST },
);
