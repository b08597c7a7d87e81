/**
 * Can everything on the forms be come to by some answers? Conditions are walked in groups that have nothing to do with each other, so
 * that a form with many of them is still gone through exhaustively. Whether conditions are sound is `check-conditions.ts`.
 */
import type { Bank } from '../domain/question.ts';
import type { QuestionId } from '../domain/question-id.ts';
import type { RasModel } from '../domain/ras-model.ts';
import { foldWays } from './branches.ts';
import { type FormFault, formFault } from './form-fault.ts';
import { isAsked, type Place, placesOf, type Stop, whereIs, whereIsPage } from './form-order.ts';
import { dependsOn, stopsWith, withGrounds } from './relevant-stops.ts';
import type { TooManyWays } from './telling-answers.ts';

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
export const reachedOn = (stops: readonly Stop[], bank: Bank, model: RasModel | undefined): ReadonlySet<Place['item']> => {
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

/** The forms of one way have more combinations of answers than can be walked. */
export const tooMany = (stops: readonly Stop[], cause: TooManyWays): FormFault => {
  const ids = stops.flatMap(({ forms }) => forms.map(({ id }) => id)).join(', ');
  const message = `${cause.message} in the forms ${ids}. Use fewer conditions, or fewer answers in them.`;
  return formFault('too-many-ways', `forms/${stops[0]?.forms[0]?.id ?? ''}`, message);
};

/** A page or something on it that is not among what was `reached`. */
export const hiddenFaults = (place: Place, reached: ReadonlySet<Place['item']>): FormFault[] => {
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
