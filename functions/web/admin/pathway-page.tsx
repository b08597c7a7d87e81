/**
 * A page about one pathway of a draft, or one stage of it: finds the thing, and answers what is not there. Not what such a page shows.
 */
import { readRoom } from '../../../lib/app/configuring/documents.ts';
import type { Draft } from '../../../lib/app/configuring/draft.ts';
import type { Form } from '../../../lib/domain/form.ts';
import { type StageDef, stageOf } from '../../../lib/domain/stage.ts';
import type { Pathway } from '../../../lib/pathway/schema.ts';
import { type Answer, goTo, type Page, type Typed } from '../page.ts';
import { isDone, notThere } from './deed-page.tsx';
import { type DraftVisit, draftHref, draftPage } from './draft-page.tsx';
import { pathwayOf } from './draft-reading.ts';
import { toldAt } from './last-change.tsx';

export type PathwayVisit = DraftVisit & { readonly pathway: Pathway; readonly forms: readonly Form[] };
export type StageVisit = PathwayVisit & { readonly stage: StageDef };

type Doors<V> = {
  readonly path: string;
  readonly get?: (visit: V) => Promise<Answer>;
  readonly post?: (visit: V, typed: Typed) => Promise<Answer>;
};

/** After the draft's own address. @example pathwayPath({ id: 'adult-care' }, '/add-stage') // '/pathways/adult-care/add-stage' */
export const pathwayPath = ({ id }: Pick<Pathway, 'id'>, path = ''): string => `/pathways/${id}${path}`;
export const stagePath = (pathway: Pick<Pathway, 'id'>, stage: Pick<StageDef, 'id'>, path = ''): string =>
  pathwayPath(pathway, `/stages/${stage.id}${path}`);

export const pathwayHref = (draft: Pick<Draft, 'id'>, pathway: Pick<Pathway, 'id'>, path = ''): string =>
  draftHref(draft, pathwayPath(pathway, path));
export const stageHref = (
  draft: Pick<Draft, 'id'>,
  { pathway, stage }: { pathway: Pick<Pathway, 'id'>; stage: Pick<StageDef, 'id'> },
  path = '',
): string => draftHref(draft, stagePath(pathway, stage, path));

/** What is not there, unless this very form took it out and was sent once more: then on to where it led. */
export const gone = (visit: DraftVisit, to: string): Answer => (isDone(visit) ? goTo(to) : notThere(visit));

const knownPathway = (visit: DraftVisit): PathwayVisit | undefined => {
  const pathway = pathwayOf(visit, visit.c.req.param('pathway') ?? '');
  return pathway && { ...visit, pathway, forms: readRoom(visit.view.after, 'forms').values };
};

export const pathwayPage = ({ path, get, post }: Doors<PathwayVisit>): Page => {
  const through = async (visit: DraftVisit, door: (known: PathwayVisit) => Promise<Answer>): Promise<Answer> => {
    const known = knownPathway(visit);
    return known ? door(known) : notThere(visit);
  };
  return draftPage({
    path: `/pathways/:pathway${path}`,
    ...(get && { get: (visit: DraftVisit) => through(visit, get) }),
    ...(post && { post: (visit: DraftVisit, typed: Typed) => through(visit, (known) => post(known, typed)) }),
  });
};

export const stagePage = ({ path, get, post }: Doors<StageVisit>): Page => {
  const through = async (visit: PathwayVisit, door: (known: StageVisit) => Promise<Answer>): Promise<Answer> => {
    const stage = stageOf(visit.pathway, visit.c.req.param('stage') ?? '');
    if (stage) return door({ ...visit, stage });
    return gone(visit, toldAt(pathwayHref(visit.view.draft, visit.pathway)));
  };
  return pathwayPage({
    path: `/stages/:stage${path}`,
    ...(get && { get: (visit: PathwayVisit) => through(visit, get) }),
    ...(post && { post: (visit: PathwayVisit, typed: Typed) => through(visit, (known) => post(known, typed)) }),
  });
};
