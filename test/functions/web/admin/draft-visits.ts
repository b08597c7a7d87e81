/** Visits to a draft that nobody stored, with the template's own documents, and what a page answers to them. Not a test itself. */
import '../../../support/web-environment.ts';
import { loadFolder } from '../../../../bin/workflows-folder.ts';
import { adminPages } from '../../../../functions/web/admin/admin-pages.ts';
import type { DraftVisit } from '../../../../functions/web/admin/draft-page.tsx';
import type { PathwayVisit, StageVisit } from '../../../../functions/web/admin/pathway-page.tsx';
import { type Documents, readRoom } from '../../../../lib/app/configuring/documents.ts';
import type { Change, Draft } from '../../../../lib/app/configuring/draft.ts';
import { apply, isCannot, type Operation } from '../../../../lib/app/configuring/operation.ts';
import { stageOf } from '../../../../lib/domain/stage.ts';
import { NOW } from '../staff/made-up-cases.ts';
import { visitBy } from '../staff/visiting.ts';

export const WREN = { id: 'S-WREN', name: 'Wren Okonkwo', roles: ['configurer' as const] };
const DRAFT = 'D-MADEUP1';

const loaded = loadFolder('workflows');
if (loaded.faults.length > 0) throw new Error('the workflows folder cannot be read');
export const template: Documents = loaded.documents;

const changeOf = (operation: Operation, place: number): Change => ({
  id: `N-${place}`,
  at: NOW,
  by: { id: WREN.id, name: WREN.name },
  reason: 'To try it',
  operation,
});

/** A draft on the template with these operations made, seen at an address after its own. */
export const draftVisit = async (
  path = '',
  {
    operations = [],
    state = 'open',
    pattern = path,
  }: { operations?: Operation[]; state?: Draft['state']; pattern?: string } = {},
): Promise<DraftVisit> => {
  let after = template;
  for (const operation of operations) {
    const next = apply(after, operation);
    if (isCannot(next)) throw new Error(next.cannot);
    after = next;
  }
  const draft: Draft = {
    id: DRAFT,
    revision: operations.length + 1,
    title: 'A <b>draft</b> & more',
    base: '0123456789abcdef',
    startedAt: NOW,
    startedBy: { id: WREN.id, name: WREN.name },
    changes: operations.map(changeOf),
    undone: [],
    hands: [{ id: WREN.id, name: WREN.name }],
    state,
  };
  const visit = await visitBy(WREN, `/admin/drafts/:draft${pattern.split('?')[0]}`, `/admin/drafts/${DRAFT}${path}`);
  return { ...visit, view: { draft, before: template, after, upToDate: true } };
};

export const pathwayVisit = async (id: string, more: Parameters<typeof draftVisit>[1] = {}, path = ''): Promise<PathwayVisit> => {
  const visit = await draftVisit(`/pathways/${id}${path}`, more);
  const pathway = readRoom(visit.view.after, 'pathways').values.find((each) => each.id === id);
  if (!pathway) throw new Error(`no pathway ${id}`);
  return { ...visit, pathway, forms: readRoom(visit.view.after, 'forms').values };
};

export const stageVisit = async (
  pathway: string,
  id: string,
  more: Parameters<typeof draftVisit>[1] = {},
): Promise<StageVisit> => {
  const visit = await pathwayVisit(pathway, more);
  const stage = stageOf(visit.pathway, id);
  if (!stage) throw new Error(`no stage ${id}`);
  return { ...visit, stage };
};

/** Every page about a draft must be listed, or nobody would find it. */
export const isListed = (path: string): boolean => adminPages.some((page) => page.path === `/admin/drafts/:draft${path}`);
