/**
 * What a draft says of points, charges and the council itself, read by its schema alone: what cannot be published yet can still be looked
 * at and mended. Whether it may be published is `faultsOf`.
 */
import { type Documents, inRoom } from '../../../lib/app/configuring/documents.ts';
import { ChargingFigures } from '../../../lib/domain/charging-figures.ts';
import { Council } from '../../../lib/domain/council.ts';
import { RasModel } from '../../../lib/domain/ras-model.ts';
import type { DraftVisit } from './draft-page.tsx';
import { councilOf } from './draft-reading.ts';

/** A document that can be read, with the file it is in. */
export type Decided<T> = { readonly file: string; readonly of: T };

export const modelsIn = (documents: Documents): Decided<RasModel>[] =>
  inRoom(documents, 'allocation').flatMap(([file, json]) => {
    const { data } = RasModel.safeParse(json);
    return data ? [{ file, of: data }] : [];
  });
export const modelIn = (documents: Documents, id: string): Decided<RasModel> | undefined =>
  modelsIn(documents).find(({ of }) => of.id === id);

export const chargingIn = (documents: Documents): Decided<ChargingFigures>[] =>
  inRoom(documents, 'charging').flatMap(([file, json]) => {
    const { data } = ChargingFigures.safeParse(json);
    return data ? [{ file, of: data }] : [];
  });

const councilIn = (documents: Documents, id: string): Decided<Council> | undefined =>
  inRoom(documents, 'councils')
    .flatMap(([file, json]) => {
      const { data } = Council.safeParse(json);
      return data ? [{ file, of: data }] : [];
    })
    .find(({ of }) => of.id === id);

/** The council as the draft has it; nothing where its file cannot be read. */
export const ownCouncil = (visit: DraftVisit): Decided<Council> | undefined => councilIn(visit.view.after, councilOf(visit));

/** A part of the address, such as `:tier`; empty where the address has none. */
export const named = ({ c }: DraftVisit, part: string): string => c.req.param(part) ?? '';
