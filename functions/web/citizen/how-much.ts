/** How much the story asks of somebody who starts now: what most people are asked, before any answer opens more. */

import { toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { minutesFor, shownIn } from '../../../lib/domain/form-walk.ts';
import { formsAt } from '../../../lib/domain/open-forms.ts';
import { bankOf } from '../../../lib/domain/question.ts';
import { stageOf } from '../../../lib/domain/stage.ts';

/** @example howMuch(larkshire, now) // { questions: 24, minutes: 22 } */
export const howMuch = (configuration: Configuration, now: Date): { readonly questions: number; readonly minutes: number } => {
  const { route, questions } = configuration;
  const forms = formsAt(configuration, stageOf(route, route.start)).filter((form) => form.for === 'person');
  const shown = shownIn({ forms, bank: bankOf(questions), facts: {}, since: '', today: toIsoDate(now) });
  return { questions: shown.length, minutes: minutesFor(shown) };
};
