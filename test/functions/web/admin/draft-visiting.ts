/** A visit to a draft of the real workflows folder, as the administrators' function would make one. Not a test itself. */
import '../../../support/web-environment.ts';
import { loadFolder } from '../../../../bin/workflows-folder.ts';
import type { DraftVisit } from '../../../../functions/web/admin/draft-page.tsx';
import { type Documents, ownDocuments } from '../../../../lib/app/configuring/documents.ts';
import type { Draft } from '../../../../lib/app/configuring/draft.ts';
import { apply, isCannot, type Operation } from '../../../../lib/app/configuring/operation.ts';
import { bundle } from '../staff/made-up-cases.ts';
import { visitBy } from '../staff/visiting.ts';

export const WREN = { id: 'S-WREN', name: 'Wren Okonkwo', roles: ['configurer' as const] };
export const LIVE: Documents = ownDocuments(loadFolder('workflows').documents, bundle.council.id);

export const DRAFT: Draft = {
  id: 'D-ABCDEF1234',
  title: 'Strip the forms',
  state: 'open',
  revision: 1,
  base: bundle.version,
  changes: [],
  undone: [],
  startedAt: '2026-11-20T09:00:00.000Z',
  startedBy: { id: WREN.id, name: WREN.name },
};

/** The documents after `operations`. Throws where one cannot be done: then the test tells of nothing that could happen. */
export const changed = (...operations: readonly Operation[]): Documents =>
  operations.reduce<Documents>((documents, operation) => {
    const after = apply(documents, operation);
    if (isCannot(after)) throw new Error(after.cannot);
    return after;
  }, LIVE);

export const draftVisit = async (
  path: string,
  address: string,
  { after = LIVE, draft = DRAFT }: { readonly after?: Documents; readonly draft?: Draft } = {},
): Promise<DraftVisit> => ({
  ...(await visitBy(WREN, `/admin/drafts/:draft${path}`, `/admin/drafts/${DRAFT.id}${address}`)),
  view: { draft, before: LIVE, after, upToDate: true },
});
