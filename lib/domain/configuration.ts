/**
 * The part of a published configuration that decisions about one case need. It is pinned: a case keeps the version it was opened
 * on. The whole bundle, with everything a council decides, is `lib/app/configuration.ts`.
 */
import type { Council } from './council.ts';
import type { Form } from './form.ts';
import type { RasModel } from './ras-model.ts';
import type { Route } from './stage.ts';

export type Configuration = {
  readonly version: string;
  readonly council: Council;
  readonly route: Route;
  readonly forms: readonly Form[];
  /** Absent where the council uses no points model. */
  readonly model?: RasModel | undefined;
};

export const formOf = (configuration: Configuration, id: string): Form | undefined =>
  configuration.forms.find((form) => form.id === id);
