/** Every morning: opens the reviews whose date has come. */
import { openDueReviews } from '../lib/app/open-due-reviews.ts';
import { log } from '../lib/aws/log.ts';
import { reviewList } from '../lib/aws/time-lists.ts';
import { door } from './door.ts';
import { actPorts } from './ports.ts';

export const handler = door(async () => {
  const reviewed = await openDueReviews({ ...actPorts, reviews: reviewList });
  if (reviewed.due > 0) log('due reviews were opened', reviewed);
  return reviewed;
});
