/**
 * A question of the bank put into a form. What another form asks is only shown here, with “Is this still right?”, and never asked again;
 * and what uses the answer is written down with the question.
 */
import type { Operation } from '../../../lib/app/configuring/operation.ts';
import { type Form, sectionsOf } from '../../../lib/domain/form.ts';
import type { Question, Use } from '../../../lib/domain/question.ts';
import { say } from '../../../lib/domain/text.ts';
import { Select } from '../kit/choices.tsx';
import type { Html } from '../kit/html.ts';
import { InsetText } from '../kit/messages.tsx';
import { type Typed, text } from '../page.ts';
import { type Drawn, deedPage } from './deed-page.tsx';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref } from './draft-page.tsx';
import { asked, bankIn, formIn, formsWith, part } from './draft-things.ts';
import { useAsked, useQuery } from './form-add.tsx';
import { itemWords, placesIn, readPlace } from './form-move.tsx';
import { toForm } from './form-take-out.tsx';
import { useInWords } from './uses-reading.ts';

/** The places of a form, and a page of its own at the end of each part. */
export const placeChoices = (visit: DraftVisit, form: Form) => [
  { value: '', text: 'Choose a place' },
  ...placesIn(form, itemWords(visit)),
  ...sectionsOf(form).map(({ id, title }) => ({ value: `new/${id}`, text: `${say(title)}, on a page of its own at the end` })),
];

/** An id for a page that no page has. */
const newPage = (form: Form, question: string): string => {
  const taken = new Set(sectionsOf(form).flatMap(({ pages }) => pages.map(({ id }) => id)));
  const base = question.replaceAll('.', '-').slice(0, 50);
  const free = [base, ...Array.from({ length: 50 }, (_, place) => `${base}-page-${place + 2}`)];
  return free.find((id) => !taken.has(id)) ?? base;
};

type Put = Extract<Operation, { type: 'add-question' }>;

/** The operation that puts a question where was chosen; nothing for a place there is not. */
export const putting = (form: Form, question: string, chosen: string): Put | undefined => {
  const own = /^new\/(.+)$/.exec(chosen)?.[1];
  const base = { type: 'add-question', form: form.id, question } as const;
  if (own !== undefined)
    return sectionsOf(form).some(({ id }) => id === own) ? { ...base, section: own, page: newPage(form, question) } : undefined;
  const place = readPlace(chosen);
  const section = place && sectionsOf(form).find(({ pages }) => pages.some(({ id }) => id === place.page));
  return section && place && { ...base, section: section.id, page: place.page, at: place.at };
};

type Chosen = { readonly form: Form; readonly question: Question; readonly use: Use };

const find = (visit: DraftVisit): Chosen | undefined => {
  const form = formIn(visit, part(visit, 'form'));
  const question = bankIn(visit).get(asked(visit, 'question'));
  const found = useAsked(visit);
  return form && question && 'use' in found ? { form, question, use: found.use } : undefined;
};

/** Where it is asked already, other than here. */
const elsewhere = (visit: DraftVisit, { form, question }: Chosen) =>
  formsWith(visit, question.id).filter((each) => each.form.id !== form.id && !each.looks);

const isNamed = ({ question, use }: Chosen): boolean =>
  question.why.usedBy.some(({ kind, ref }) => kind === use.kind && ref === use.ref);

const PlaceView = ({ visit, thing, typed, errors }: Drawn<Chosen>): Html => {
  const { form, question, use } = thing;
  const already = elsewhere(visit, thing).map((each) => `“${say(each.form.title)}”`);
  const query = useQuery(use, { question: question.id });
  return (
    <DraftFrame
      visit={visit}
      title={`Add “${say(question.ask)}”`}
      part="Forms"
      errors={errors}
      back={draftHref(visit.view.draft, `${toForm(visit)}/add/which?${useQuery(use, { words: say(question.ask) })}`)}
    >
      <InsetText>{useInWords(visit, use)}</InsetText>
      {already.length > 0 ? (
        <p class="govuk-body">
          {already.join(' and ')} asks it already. Here it is shown with “Is this still right?”, and never asked again.
        </p>
      ) : (
        <p class="govuk-body">No other form asks it.</p>
      )}
      {isNamed(thing) ? null : <p class="govuk-body">This use is written down with the question, as a change of its own.</p>}
      <ChangeForm
        visit={visit}
        action={`${toForm(visit)}/add/place?${query}`}
        submit="Add it"
        errors={errors}
        reason={text(typed, 'reason')}
      >
        <Select
          name="place"
          label={`Where in “${say(form.title)}”?`}
          value={text(typed, 'place')}
          error={errors.place}
          choices={placeChoices(visit, form)}
        />
      </ChangeForm>
    </DraftFrame>
  );
};

const operations = (visit: DraftVisit, thing: Chosen, typed: Typed): readonly Operation[] | undefined => {
  const { form, question, use } = thing;
  const put = putting(form, question.id, text(typed, 'place'));
  if (!put) return undefined;
  const added: Operation = { ...put, ...(elsewhere(visit, thing).length > 0 && { confirmOnly: true }) };
  const usedBy = [...question.why.usedBy, use];
  return isNamed(thing) ? [added] : [added, { type: 'change-question', question: question.id, set: { usedBy } }];
};

export const formAddPlace = deedPage<Chosen>({
  path: '/forms/:form/add/place',
  find,
  draw: PlaceView,
  read: (thing, typed, visit) => {
    const found = operations(visit, thing, typed);
    return found ? { operations: found } : { errors: { place: 'Choose where it goes.' } };
  },
  to: toForm,
  field: 'place',
});
