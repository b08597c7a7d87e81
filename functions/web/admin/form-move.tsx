/** Moving a question within its form: to another place of its page, or to another page. Nothing else about it changes. */
import { type Form, type FormPage, type Item, pagesOf, sectionsOf } from '../../../lib/domain/form.ts';
import { say } from '../../../lib/domain/text.ts';
import { Select } from '../kit/choices.tsx';
import type { Html } from '../kit/html.ts';
import { text } from '../page.ts';
import { type Drawn, deedPage } from './deed-page.tsx';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref } from './draft-page.tsx';
import { bankIn } from './draft-things.ts';
import { type Asked, askOf, findAsked, toForm } from './form-take-out.tsx';

/** A place for an item: before the item that is `at` of the page, counted without the one that moves. */
export type Place = { readonly value: string; readonly text: string };

const pageName = (form: Form, page: FormPage): string => {
  const section = sectionsOf(form).find(({ pages }) => pages.includes(page));
  const own = page.title ? say(page.title) : page.id.replaceAll('-', ' ');
  return section ? `${say(section.title)}: ${own}` : own;
};

/**
 * Every place of a form, first to last. `moving` is left out of the counting, and the place it has now is no place to go to.
 * @example placesIn(form, words)[0] // { value: 'name/0', text: 'About you: name, at the top' }
 */
export const placesIn = (form: Form, words: (item: Item) => string, moving?: string): Place[] =>
  pagesOf(form).flatMap((page) => {
    const now = page.items.findIndex((item) => 'q' in item && item.q === moving);
    const others = page.items.filter((_, place) => place !== now);
    const places = [undefined, ...others].map((item, at) => ({
      value: `${page.id}/${at}`,
      text: `${pageName(form, page)}, ${item ? `after “${words(item)}”` : 'at the top'}`,
    }));
    return places.filter((_, at) => at !== now);
  });

/** How an item is called in a list of places: short, so that the list can be read. */
export const itemWords = (visit: DraftVisit): ((item: Item) => string) => {
  const bank = bankIn(visit);
  return (item) => {
    const words = 'q' in item ? say(bank.get(item.q)?.ask) || item.q : say(item.text);
    return words.length > 60 ? `${words.slice(0, 57)}…` : words;
  };
};

/** @example readPlace('name/2') // { page: 'name', at: 2 } */
export const readPlace = (value: string): { page: string; at: number } | undefined => {
  const [, page, at] = /^([a-z][a-z0-9-]*)\/(\d{1,3})$/.exec(value) ?? [];
  return page === undefined ? undefined : { page, at: Number(at) };
};

const MoveView = ({ visit, thing, typed, errors }: Drawn<Asked>): Html => (
  <DraftFrame
    visit={visit}
    title={`Move “${askOf(thing)}”`}
    part="Forms"
    errors={errors}
    back={draftHref(visit.view.draft, toForm(visit))}
  >
    <p class="govuk-body">
      A question has to come after every answer that decides whether it shows. A page with nothing left on it goes.
    </p>
    <ChangeForm
      visit={visit}
      action={`${toForm(visit)}/questions/${thing.id}/move`}
      submit="Move it"
      errors={errors}
      reason={text(typed, 'reason')}
    >
      <Select
        name="place"
        label="Where does it go?"
        value={text(typed, 'place')}
        error={errors.place}
        choices={[{ value: '', text: 'Choose a place' }, ...placesIn(thing.form, itemWords(visit), thing.id)]}
      />
    </ChangeForm>
  </DraftFrame>
);

export const questionMove = deedPage<Asked>({
  path: '/forms/:form/questions/:question/move',
  find: findAsked,
  draw: MoveView,
  read: ({ form, id }, typed, visit) => {
    const chosen = text(typed, 'place');
    const place = placesIn(form, itemWords(visit), id).some(({ value }) => value === chosen) ? readPlace(chosen) : undefined;
    if (!place) return { errors: { place: 'Choose where it goes.' } };
    return { operation: { type: 'move-question', form: form.id, question: id, ...place } };
  },
  to: toForm,
  field: 'place',
});
