/** Visits to a draft with whole documents put in its place, over `draft-visits.ts`. Not a test itself. */
import type { DraftVisit } from '../../../../functions/web/admin/draft-page.tsx';
import type { Documents } from '../../../../lib/app/configuring/documents.ts';
import type { Draft } from '../../../../lib/app/configuring/draft.ts';
import { apply, isCannot, type Operation } from '../../../../lib/app/configuring/operation.ts';
import { template, draftVisit as visitWith } from './draft-visits.ts';

export const LIVE: Documents = template;

/** The documents after `operations`. Throws where one cannot be done: then the test tells of nothing that could happen. */
export const changed = (...operations: readonly Operation[]): Documents =>
  operations.reduce<Documents>((documents, operation) => {
    const after = apply(documents, operation);
    if (isCannot(after)) throw new Error(after.cannot);
    return after;
  }, LIVE);

export const draftVisit = async (
  pattern: string,
  address: string,
  { after = LIVE, state = 'open' }: { readonly after?: Documents; readonly state?: Draft['state'] } = {},
): Promise<DraftVisit> => {
  const visit = await visitWith(address, { pattern, state });
  return { ...visit, view: { ...visit.view, after } };
};
