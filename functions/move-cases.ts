/** Every minute: takes the job that moves open cases to another version further, if one is at work. */
import { advanceMoves } from '../lib/app/configuring/advance-move.ts';
import { histories } from '../lib/aws/histories.ts';
import { live } from '../lib/aws/live.ts';
import { log } from '../lib/aws/log.ts';
import { moves } from '../lib/aws/moves.ts';
import { reviewList, watchList } from '../lib/aws/time-lists.ts';
import { door } from './door.ts';
import { actPorts } from './ports.ts';

/** As much as fits between two clocks, so that two calls hardly ever meet; if they do, one of them stops. */
const BUDGET = { cases: 2_000, ms: 45_000 };

export const handler = door(async () => {
  const job = await advanceMoves({ ...actPorts, moves, histories, watchList, reviews: reviewList, live }, BUDGET);
  if (job) log('cases were moved', { job: job.id, state: job.state, ...job.counts });
  return job ? { job: job.id, state: job.state, ...job.counts } : { job: null };
});
