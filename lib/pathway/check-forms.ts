/**
 * Can these forms be asked as they are? Every name stands for something, nothing is asked twice, conditions look back, every page and
 * question can be reached, and an assessment asks what the law needs. Whether a stage and its form fit is `lib/app/form-faults.ts`.
 */
import { type Form, pagesOf } from '../domain/form.ts';
import { type Bank, bankOf, type Question } from '../domain/question.ts';
import type { RasModel } from '../domain/ras-model.ts';
import { unaskedFaults } from './check-asked.ts';
import { areaFaults, findingFaults, speakingUpFaults, twiceFaults } from './check-assessment-forms.ts';
import { orderFaults } from './check-order.ts';
import { checkQuestions } from './check-questions.ts';
import { hiddenFaults, reachedOn, tooMany } from './check-shown.ts';
import type { DutyRegister } from './duty.ts';
import { eachOnce, type FormFault, formFault, repeated } from './form-fault.ts';
import { isAsked, journeyOf, journeysOf, type Place, placesIn, placesOf, type Stop, stopsOf, whereIs } from './form-order.ts';
import { NOTHING, remembered } from './remembered.ts';
import type { Pathway } from './schema.ts';
import { TooManyWays } from './telling-answers.ts';

export type FormsToCheck = {
  readonly pathways: readonly Pathway[];
  readonly forms: readonly Form[];
  readonly questions: readonly Question[];
  /** The council's model, for areas of life. */
  readonly model?: RasModel | undefined;
  /** What the law wants asked. Left out, nothing is said about it. */
  readonly duties?: DutyRegister | undefined;
};

/** Pages beside the story's have these names where a form of the story has its id (`functions/web/citizen`). */
const STORY_PAGES: readonly string[] = ['check', 'sent'];

const nameFaults = (forms: readonly Form[]): FormFault[] => {
  const sections = forms.flatMap((form) => ('sections' in form ? form.sections.map(({ id }) => ({ form: form.id, id })) : []));
  return [
    ...repeated(sections, ({ id }) => id).map(({ form, id }) =>
      formFault(
        'duplicate-section',
        `forms/${form}/${id}`,
        `Another section is called “${id}”. People are invited to a section by its id: give one another.`,
      ),
    ),
    ...forms.flatMap((form) =>
      repeated(pagesOf(form), ({ id }) => id).map(({ id }) =>
        formFault(
          'duplicate-page',
          `forms/${form.id}/${id}`,
          `Two pages of this form are called “${id}”. Give one of them another id.`,
        ),
      ),
    ),
    ...forms
      .filter(({ id, page }) => (page === 'story' || page === 'part') && STORY_PAGES.includes(id))
      .map(({ id }) =>
        formFault('reserved-form-id', `forms/${id}`, `A page of the story is called “${id}”. Give the form another id.`),
      ),
  ];
};

/** Each form's own: questions there are not, are no longer, or are there twice. */
const questionFaults = (forms: readonly Form[], bank: Bank): FormFault[] =>
  forms.flatMap((form) => {
    if (form.page === 'plan') return [];
    const places = placesIn({ forms: [form] }, form).flatMap((place) =>
      isAsked(place.item) ? [{ ...place, q: place.item.q }] : [],
    );
    const names = places.flatMap((place): FormFault[] => {
      const question = bank.get(place.q);
      if (!question)
        return [
          formFault(
            'unknown-question',
            whereIs(place),
            `There is no question “${place.q}”. Add it to the bank, or take it out of the form.`,
          ),
        ];
      return question.retired
        ? [formFault('retired-question', whereIs(place), `“${place.q}” is no longer asked. Take it out of the form.`)]
        : [];
    });
    const twice = repeated(places, ({ q }) => q).map((place) =>
      formFault(
        'asked-twice-in-form',
        whereIs(place),
        `“${place.q}” stands in this form already. Ask it once, where both can see it.`,
      ),
    );
    return [...names, ...twice];
  });

/** What one way has to say: faults of names and order, what shows on it (or why it cannot be gone through), and what the law misses. */
type Looked = {
  readonly named: readonly FormFault[];
  readonly shows: () => ReadonlySet<Place['item']> | FormFault;
  readonly legal: readonly FormFault[];
};

const shownOn = (stops: readonly Stop[], bank: Bank, model: RasModel | undefined): ReadonlySet<Place['item']> | FormFault => {
  try {
    return reachedOn(stops, bank, model);
  } catch (cause) {
    if (cause instanceof TooManyWays) return tooMany(stops, cause);
    throw cause;
  }
};

const lookAlong = (stops: readonly Stop[], bank: Bank, model: RasModel | undefined): Looked => {
  let shows: ReturnType<Looked['shows']> | undefined;
  return {
    named: [...orderFaults(stops, bank, model), ...findingFaults(stops, bank), ...speakingUpFaults(stops, bank)],
    shows: () => {
      shows ??= shownOn(stops, bank, model);
      return shows;
    },
    legal: [],
  };
};

type Key = readonly [Pathway, readonly Question[], object, object, ...Form[]];

/** A pathway with the forms that can be come to on it. What is only open at any time may never be opened, so no law counts on it. */
const lookAt = remembered((...[pathway, questions, model, duties, ...forms]: Key): Looked => {
  const bank = bankOf(questions);
  const named = model === NOTHING ? undefined : (model as RasModel);
  const stops = stopsOf(pathway, forms);
  const unasked = duties === NOTHING ? [] : unaskedFaults(pathway, forms, bank, named, duties as DutyRegister);
  return {
    ...lookAlong(journeyOf(pathway, forms), bank, named),
    legal: [...twiceFaults(pathway, stops, bank), ...unasked, ...areaFaults(pathway, stops, bank, named)],
  };
});

const formsOn = (pathway: Pathway, forms: readonly Form[]): Form[] => {
  const on = new Set(journeyOf(pathway, forms).flatMap((stop) => stop.forms.map(({ id }) => id)));
  return forms.filter(({ id }) => on.has(id));
};

const unreached = (journeys: readonly (readonly Stop[])[], looks: readonly Looked[]): FormFault[] => {
  const reached = new Set<Place['item']>();
  for (const look of looks) {
    const shows = look.shows();
    if ('code' in shows) return [shows];
    for (const item of shows) reached.add(item);
  }
  return placesOf(journeys.flat()).flatMap((place) => hiddenFaults(place, reached));
};

/**
 * Everything that keeps these forms from being asked; an empty list means they may be published. Names and orders that are wrong hide
 * what can never be shown, which would only repeat them.
 * @example checkForms({ pathways, forms, questions, model }) // [{ code: 'asked-in-two-forms', where: 'forms/…', message: '…' }]
 */
export const checkForms = ({ pathways, forms, questions, model, duties }: FormsToCheck): FormFault[] => {
  const bank = bankOf(questions);
  const journeys = journeysOf(pathways, forms);
  const looks = [
    ...pathways.map((each) => lookAt(each, questions, model ?? NOTHING, duties ?? NOTHING, ...formsOn(each, forms))),
    ...journeys.slice(pathways.length).map((stops) => lookAlong(stops, bank, model)),
  ];
  const named = [
    ...checkQuestions(questions, forms, bank, model),
    ...nameFaults(forms),
    ...questionFaults(forms, bank),
    ...looks.flatMap((look) => look.named),
  ];
  const shown = named.length > 0 ? [] : unreached(journeys, looks);
  return eachOnce([...named, ...shown, ...looks.flatMap(({ legal }) => legal)]);
};
