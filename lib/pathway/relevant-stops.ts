/**
 * The few questions of a walk that decide whether something shows: what its conditions look at, what theirs look at, and so on. A walk
 * through these alone comes to it in the same ways as a walk through everything, and is over at once. The walking is `branches.ts`.
 */
import { type Condition, testsIn } from '../domain/condition.ts';
import type { AskingForm, FormPage, Item } from '../domain/form.ts';
import type { QuestionId } from '../domain/question-id.ts';
import { isAsked, type Place, type Stop } from './form-order.ts';

const lookedAt = (conditions: readonly (Condition | undefined)[]): QuestionId[] =>
  conditions.flatMap((each) => (each ? testsIn(each).map(({ q }) => q) : []));

/** What decides whether this place shows: its conditions, and of what is only confirmed, whether there is an answer. */
export const dependsOn = ({ page, item }: Pick<Place, 'page' | 'item'>): QuestionId[] => [
  ...lookedAt([page.showIf, item.showIf]),
  ...(isAsked(item) && item.confirmOnly ? [item.q] : []),
];

/** `questions`, with everything that decides whether one of them is asked. */
export const withGrounds = (places: readonly Place[], questions: readonly QuestionId[]): ReadonlySet<QuestionId> => {
  const all = new Set(questions);
  for (const q of all)
    for (const place of places) if (isAsked(place.item) && place.item.q === q) for (const each of dependsOn(place)) all.add(each);
  return all;
};

const formWith = (form: AskingForm, keep: (item: Item) => boolean): AskingForm[] => {
  const pages = (of: readonly FormPage[]): FormPage[] =>
    of.flatMap((page) => {
      const items = page.items.filter(keep);
      return items.length > 0 ? [{ ...page, items }] : [];
    });
  const sections = form.sections.flatMap((section) => {
    const left = pages(section.pages);
    return left.length > 0 ? [{ ...section, pages: left }] : [];
  });
  return sections.length > 0 ? [{ ...form, sections } as AskingForm] : [];
};

/** The same stops with nothing on their forms but what `keep` lets stand. */
export const stopsWith = (stops: readonly Stop[], keep: (item: Item) => boolean): Stop[] =>
  stops.flatMap((stop) => {
    const forms = stop.forms.flatMap((form) => formWith(form, keep));
    return forms.length > 0 ? [{ ...stop, forms }] : [];
  });
