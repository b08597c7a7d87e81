/** Every open case of the council, one line each: those underway and those with support in place. Closed ones are never moved. */
import type { ReviewList, WatchKind, WatchList } from '../ports.ts';
import type { Summary } from '../summary.ts';

const KINDS: readonly WatchKind[] = ['arriving', 'waiting', 'attention'];
/** After every date that is. */
const EVER = '9999-12-31';

/**
 * The oldest cases first. A case that moves between the lists while they are read is listed once; one that slips past all of them is
 * there the next time. At most about `most` of them where that is given, so that a page can say that there are more.
 */
export const openCases = async (
  { watchList, reviews }: { readonly watchList: WatchList; readonly reviews: ReviewList },
  most?: number,
): Promise<Summary[]> => {
  const lists = await Promise.all([...KINDS.map((kind) => watchList.since(kind, EVER, most)), reviews.dueBy(EVER, most)]);
  const byId = new Map(lists.flat().map((summary) => [summary.caseId, summary]));
  return [...byId.values()].sort((one, other) =>
    `${one.openedAt}#${one.caseId}` < `${other.openedAt}#${other.caseId}` ? -1 : 1,
  );
};
