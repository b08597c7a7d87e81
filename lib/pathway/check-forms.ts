/**
 * Can these forms be asked as they are? Every name stands for something, nothing is asked twice, conditions look back, every page and
 * question can be reached, and an assessment asks what the law needs. Whether a stage and its form fit is `lib/app/form-faults.ts`.
 */
import { asksOf, type Form, pagesOf } from '../domain/form.ts';
import { type Bank, bankOf, type Question } from '../domain/question.ts';
import type { QuestionId } from '../domain/question-id.ts';
import type { RasModel } from '../domain/ras-model.ts';
import { foldWays } from './branches.ts';
import { unaskedFaults } from './check-asked.ts';
import { areaFaults, findingFaults, speakingUpFaults, twiceFaults } from './check-assessment-forms.ts';
import { conditionFaults } from './check-conditions.ts';
import { checkQuestions } from './check-questions.ts';
import type { DutyRegister } from './duty.ts';
import { eachOnce, type FormFault, formFault, repeated } from './form-fault.ts';
import { isAsked, journeysOf, type Place, placesIn, placesOf, type Stop, stopsOf, whereIs, whereIsPage } from './form-order.ts';
import { dependsOn, stopsWith, withGrounds } from './relevant-stops.ts';
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

/** What a form asks afresh: it is the home of those questions. */
const homedIn = (form: Form): QuestionId[] =>
  pagesOf(form).flatMap((page) => asksOf(page).flatMap(({ q, confirmOnly }) => (confirmOnly ? [] : [q])));

/** Along one way: what is asked again, what is to be confirmed that nobody was asked, and conditions that look at neither. */
const orderFaults = (stops: readonly Stop[], bank: Bank, model: RasModel | undefined): FormFault[] => {
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

/** The questions that conditions along `stops` turn on, in groups that have nothing to do with each other. */
const groupsOf = (places: readonly Place[]): ReadonlySet<QuestionId>[] => {
  const groups: Set<QuestionId>[] = [];
  for (const place of places) {
    const grounds = withGrounds(places, dependsOn(place));
    if (grounds.size === 0) continue;
    const joined = groups.filter((group) => [...grounds].some((q) => group.has(q)));
    const all = new Set([...grounds, ...joined.flatMap((group) => [...group])]);
    groups.splice(0, groups.length, ...groups.filter((group) => !joined.includes(group)), all);
  }
  return groups;
};

/** What shows on some way: everything without a condition, and what a walk through the questions of its condition comes to. */
const reachedOn = (stops: readonly Stop[], bank: Bank, model: RasModel | undefined): ReadonlySet<Place['item']> => {
  const places = placesOf(stops);
  const reached = new Set(places.flatMap((place) => (dependsOn(place).length === 0 ? [place.item] : [])));
  const note = (item: Place['item']): true => reached.add(item) && true;
  for (const group of groupsOf(places)) {
    const turnsOn = new Set(places.flatMap((place) => (dependsOn(place).some((q) => group.has(q)) ? [place.item] : [])));
    const few = stopsWith(stops, (item) => turnsOn.has(item) || (isAsked(item) && group.has(item.q)));
    foldWays<true>({ stops: few, bank, model }, { end: true, at: ({ place }) => note(place.item), either: () => true });
  }
  return reached;
};

/** What shows on no way at all, where every form on the way is sound otherwise. */
const unreached = (journeys: readonly (readonly Stop[])[], bank: Bank, model: RasModel | undefined): FormFault[] => {
  const reached = new Set<Place['item']>();
  for (const stops of journeys) {
    try {
      for (const item of reachedOn(stops, bank, model)) reached.add(item);
    } catch (cause) {
      if (!(cause instanceof TooManyWays)) throw cause;
      const ids = stops.flatMap(({ forms }) => forms.map(({ id }) => id)).join(', ');
      return [
        formFault(
          'too-many-ways',
          `forms/${stops[0]?.forms[0]?.id ?? ''}`,
          `${cause.message} in the forms ${ids}. Use fewer conditions, or fewer answers in them.`,
        ),
      ];
    }
  }
  return placesOf(journeys.flat()).flatMap((place) => hiddenFaults(place, reached));
};

const hiddenFaults = (place: Place, reached: ReadonlySet<Place['item']>): FormFault[] => {
  const { page, item } = place;
  const nobody = 'Change its condition, or take it out.';
  if (!page.items.some(isAsked))
    return [
      formFault(
        'never-shown',
        whereIsPage(place),
        'This page asks nothing, so nobody is shown it. Put a question on it, or its words on another page.',
      ),
    ];
  if (!page.items.some((each) => reached.has(each)))
    return [formFault('never-shown', whereIsPage(place), `No answers lead to this page. ${nobody}`)];
  return reached.has(item) ? [] : [formFault('never-shown', whereIs(place), `No answers lead to this. ${nobody}`)];
};

/**
 * Everything that keeps these forms from being asked; an empty list means they may be published. Names and orders that are wrong hide
 * what can never be shown, which would only repeat them.
 * @example checkForms({ pathways, forms, questions, model }) // [{ code: 'asked-in-two-forms', where: 'forms/…', message: '…' }]
 */
export const checkForms = ({ pathways, forms, questions, model, duties }: FormsToCheck): FormFault[] => {
  const bank = bankOf(questions);
  const journeys = journeysOf(pathways, forms);
  const named = [
    ...checkQuestions(questions, forms, bank, model),
    ...nameFaults(forms),
    ...questionFaults(forms, bank),
    ...journeys.flatMap((stops) => [
      ...orderFaults(stops, bank, model),
      ...findingFaults(stops, bank),
      ...speakingUpFaults(stops, bank),
    ]),
  ];
  const shown = named.length > 0 ? [] : unreached(journeys, bank, model);
  const legal = pathways.flatMap((pathway) => {
    // What is only open at any time may never be opened, so it does not count.
    const stops = stopsOf(pathway, forms);
    const unasked = duties ? unaskedFaults(pathway, forms, bank, model, duties) : [];
    return [...twiceFaults(pathway, stops, bank), ...unasked, ...areaFaults(pathway, stops, bank, model)];
  });
  return eachOnce([...named, ...shown, ...legal]);
};
