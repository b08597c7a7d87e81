/** Opens every review whose date has come. Looks at all that are due, however long ago, so a day that was missed heals itself. */
import { SYSTEM } from '../domain/actor.ts';
import { toIsoDate } from '../domain/calendar.ts';
import { type ActPorts, act } from './act.ts';
import type { ReviewList } from './ports.ts';

const open = async (ports: ActPorts, caseId: string): Promise<boolean> => {
  try {
    const acted = await act(ports, { caseId, command: { type: 'open-due-review' }, by: SYSTEM });
    if (!acted.done) ports.log('a due review was not opened', { caseId, why: acted.why });
    return acted.done && acted.events.length > 0;
  } catch (cause) {
    // One case that cannot be opened must not keep the others waiting.
    ports.log('a due review was not opened', { caseId, why: cause instanceof Error ? cause.name : 'unknown' });
    return false;
  }
};

export const openDueReviews = async (
  ports: ActPorts & { readonly reviews: ReviewList },
): Promise<{ due: number; opened: number }> => {
  const due = await ports.reviews.dueBy(toIsoDate(ports.clock()));
  let opened = 0;
  for (const { caseId } of due) if (await open(ports, caseId)) opened += 1;
  return { due: due.length, opened };
};
