/** Opens every review whose date has come. Looks at all that are due, however long ago, so a day that was missed heals itself. */
import { SYSTEM } from '../domain/actor.ts';
import { toIsoDate } from '../domain/calendar.ts';
import { type ActPorts, act } from './act.ts';
import type { ReviewList } from './ports.ts';

export const openDueReviews = async (
  ports: ActPorts & { readonly reviews: ReviewList },
): Promise<{ due: number; opened: number }> => {
  const due = await ports.reviews.dueBy(toIsoDate(ports.clock()));
  let opened = 0;
  for (const { caseId } of due) {
    const acted = await act(ports, { caseId, command: { type: 'open-due-review' }, by: SYSTEM });
    if (acted.done && acted.events.length > 0) opened += 1;
    if (!acted.done) ports.log('a due review was not opened', { caseId, why: acted.why });
  }
  return { due: due.length, opened };
};
