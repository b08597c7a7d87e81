/**
 * The part of a published configuration that decisions about one case need. It is pinned: a case keeps the version it was opened
 * on. The whole bundle, with everything a council decides, is `lib/app/configuration.ts`.
 */
import type { ChargingFigures } from './charging-figures.ts';
import type { Council } from './council.ts';
import type { Form } from './form.ts';
import type { LetterTemplate } from './letter.ts';
import type { Question } from './question.ts';
import type { RasModel } from './ras-model.ts';
import type { Route } from './stage.ts';
import type { SupportRules } from './support-rules.ts';

export type Configuration = {
  readonly version: string;
  readonly council: Council;
  readonly route: Route;
  readonly forms: readonly Form[];
  /** The question bank. */
  readonly questions: readonly Question[];
  /** Absent where the council uses no points model. */
  readonly model?: RasModel | undefined;
  /** The figures of law for what people pay. Absent where the nation has none in the bundle. */
  readonly charging?: ChargingFigures | undefined;
  /** The council's letters and the parts they share. Absent where it writes none. */
  readonly letters?: readonly LetterTemplate[] | undefined;
  /** The ways to hold the money and the kinds of support. Absent where the nation has none in the bundle. */
  readonly support?: SupportRules | undefined;
};

export const formOf = (configuration: Configuration, id: string): Form | undefined =>
  configuration.forms.find((form) => form.id === id);
