/**
 * Is each thing asked once on the way, and only what was asked before looked back to? One way at a time, in the order of `form-order.ts`.
 * Whether something can be shown at all is `check-shown.ts`.
 */
import { asksOf, type Form, pagesOf } from '../domain/form.ts';
import type { Bank } from '../domain/question.ts';
import type { QuestionId } from '../domain/question-id.ts';
import type { RasModel } from '../domain/ras-model.ts';
import { conditionFaults } from './check-conditions.ts';
import { type FormFault, formFault } from './form-fault.ts';
import { isAsked, type Place, placesIn, type Stop, whereIs } from './form-order.ts';

/** What a form asks afresh: it is the home of those questions. */
const homedIn = (form: Form): QuestionId[] =>
  pagesOf(form).flatMap((page) => asksOf(page).flatMap(({ q, confirmOnly }) => (confirmOnly ? [] : [q])));

/** Along one way: what is asked again, what is to be confirmed that nobody was asked, and conditions that look at neither. */
export const orderFaults = (stops: readonly Stop[], bank: Bank, model: RasModel | undefined): FormFault[] => {
  const homes = new Map<QuestionId, string>();
  const faults: FormFault[] = [];
  for (const stop of stops) {
    for (const form of stop.forms) {
      faults.push(...conditionFaults(stop, form, { bank, model, before: new Set(homes.keys()) }));
      faults.push(...placesIn(stop, form).flatMap((place) => repeatFaults(place, homes)));
      for (const q of homedIn(form)) if (!homes.has(q)) homes.set(q, form.id);
    }
  }
  return faults;
};

const repeatFaults = (place: Place, homes: ReadonlyMap<QuestionId, string>): FormFault[] => {
  if (!isAsked(place.item)) return [];
  const { q, confirmOnly } = place.item;
  const home = homes.get(q);
  if (home !== undefined && !confirmOnly)
    return [
      formFault(
        'asked-in-two-forms',
        whereIs(place),
        `“${q}” is asked in “${home}” already. Add "confirmOnly": true here, so that people only look at it again.`,
      ),
    ];
  if (home === undefined && confirmOnly)
    return [
      formFault(
        'nothing-to-confirm',
        whereIs(place),
        `Nothing asks “${q}” before this form, so there is never an answer to confirm. Ask it here or earlier.`,
      ),
    ];
  return [];
};
