/**
 * What open and closed cases taught, as pages of administrators show it: read from histories and lists, never written, and remembered for
 * five minutes by each process. The ports are put together here, once; no name and no case id comes out of it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Gathered, rememberedEvidence } from '../../../lib/app/configuring/gather.ts';
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

const SOON_MS = 1_500;

/**
 * The same for pages that are about something else and only show it beside: nothing where reading takes longer than anybody would wait,
 * or fails. Whoever looks again a little later has it.
 */
export const whatCasesTeachSoon = async (): Promise<Gathered | undefined> => {
  const nothing = (): undefined => undefined;
  return Promise.race([whatCasesTeach().catch(nothing), pause(SOON_MS, undefined, { ref: false })]);
};
