/** What every page about points begins with: which model is meant, and what a change would do to its examples. */
import type { Documents } from '../../../lib/app/configuring/documents.ts';
import type { RasModel } from '../../../lib/domain/ras-model.ts';
import type { Html } from '../kit/html.ts';
import { type Decided, modelIn, named } from './decided-reading.ts';
import type { DraftVisit } from './draft-page.tsx';
import { WhatItWouldDo } from './points-examples.tsx';

/** A model in a draft. Its id may have anything in it, so an address has it encoded. */
export type OwnModel = { readonly file: string; readonly model: RasModel; readonly live: RasModel | undefined };

export const modelHref = ({ id }: Pick<RasModel, 'id'>, path = ''): string => `/points/${encodeURIComponent(id)}${path}`;

export const ownModel = (visit: DraftVisit, id = named(visit, 'model')): OwnModel | undefined => {
  const found: Decided<RasModel> | undefined = modelIn(visit.view.after, id);
  return found && { file: found.file, model: found.of, live: modelIn(visit.view.before, id)?.of };
};

/** Back to the model. */
export const toModel = ({ model }: { readonly model: RasModel }): string => modelHref(model);

export const preview = ({ model }: { readonly model: RasModel }, _: DraftVisit, documents: Documents): Html => {
  const after = modelIn(documents, model.id)?.of;
  return after ? (
    <WhatItWouldDo before={model} after={after} />
  ) : (
    <p class="govuk-body">With this change the model could not be read any more.</p>
  );
};
