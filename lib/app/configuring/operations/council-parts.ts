/**
 * What the operations on a council share: which council is meant, and changing a part of it without moving the others. The operations
 * are `council.ts` and `approvals.ts`.
 */
import { StageId } from '../../../domain/stage.ts';
import type { Documents } from '../documents.ts';
import { type CannotDo, cannot, isCannot } from './deed.ts';
import { withFields } from './field-order.ts';
import { type Document, everyWritten, rewritten, type Written, written } from './written.ts';

export type CouncilJson = Written<'councils'>;
export type SchemeJson = NonNullable<CouncilJson['approval']>;
export type TierJson = SchemeJson['tiers'][number];

/** May be left out where the documents are one council's, as those that are published are. */
export const whose = { council: StageId.optional() };

const ORDER = [
  'id',
  'name',
  'service',
  'jurisdiction',
  'madeUp',
  'contact',
  'team',
  'pathway',
  'carerPathway',
  'allocation',
  'review',
  'approval',
  'urgentLookAgainDays',
  'upkeep',
  'ceilings',
  'chargesCarers',
  'bankHolidays',
  'demo',
];
export const SCHEME_ORDER = ['tiers', 'atOnce', 'cover'];

export const councilIn = (documents: Documents, id: string | undefined): Document<'councils'> | CannotDo => {
  if (id !== undefined) return written(documents, 'councils', id);
  const [only, ...more] = everyWritten(documents, 'councils');
  if (!only) return cannot('There is no council whose file can be read.');
  return more.length === 0 ? only : cannot('Say which council: there is more than one here.');
};

export const councilName = (documents: Documents, id: string | undefined): string => {
  const found = councilIn(documents, id);
  return isCannot(found) ? (id ?? 'the council') : found.json.name;
};

/** Where in the council's file: `councils/larkshire/approval/tiers/panel`. */
export const atCouncil = (id: string | undefined, place = ''): string => `councils/${id ?? 'own'}${place && `/${place}`}`;

export const editedCouncil = (
  documents: Documents,
  id: string | undefined,
  edit: (council: CouncilJson) => { readonly [K in keyof CouncilJson]?: CouncilJson[K] | null | undefined } | CannotDo,
): Documents | CannotDo => {
  const found = councilIn(documents, id);
  if (isCannot(found)) return found;
  return rewritten(documents, 'councils', found, (json) => {
    const fields = edit(json);
    return isCannot(fields) ? fields : withFields<CouncilJson>(json, fields, ORDER);
  });
};
