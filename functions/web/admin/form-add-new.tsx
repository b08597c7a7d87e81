/** Writing a question that the bank does not have yet, and asking it in a form: two changes, one form. What it needs is `new-question.ts`. */

import type { Form } from '../../../lib/domain/form.ts';
import { bankOf, type Use } from '../../../lib/domain/question.ts';
import { say } from '../../../lib/domain/text.ts';
import { Radios, Select } from '../kit/choices.tsx';
import type { Html } from '../kit/html.ts';
import { InsetText } from '../kit/messages.tsx';
import { Textarea, TextInput } from '../kit/text-fields.tsx';
import { text } from '../page.ts';
import { type Drawn, deedPage, type Reading } from './deed-page.tsx';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref } from './draft-page.tsx';
import { asked, filesIn, formIn, part, questionsIn } from './draft-things.ts';
import { useAsked, useQuery } from './form-add.tsx';
import { placeChoices, putting } from './form-add-place.tsx';
import { toForm } from './form-take-out.tsx';
import { NEW_TYPES, readQuestion, SENSITIVITY } from './new-question.ts';
import { useInWords } from './uses-reading.ts';
import { WordingFields } from './wording.tsx';

type New = { readonly form: Form; readonly use: Use };

const find = (visit: DraftVisit): New | undefined => {
  const form = formIn(visit, part(visit, 'form'));
  const found = useAsked(visit);
  return form && 'use' in found ? { form, use: found.use } : undefined;
};

/** Most questions of a form tell the person the same about who can read the answer. */
const seesSoFar = (visit: DraftVisit, form: Form): string => {
  const bank = bankOf(questionsIn(visit));
  const first = 'sections' in form ? form.sections[0]?.pages[0]?.items.find((item) => 'q' in item) : undefined;
  const sees = first && 'q' in first ? bank.get(first.q)?.why.sees : undefined;
  return say(sees) || 'You, and the team that helps you.';
};

const Choices = ({ visit, thing, typed, errors }: Drawn<New>) => (
  <>
    <Select
      name="file"
      label="Which part of the bank does it belong to?"
      value={text(typed, 'file')}
      error={errors.file}
      choices={filesIn(visit).map(({ id, title }) => ({ value: id, text: title }))}
    />
    <Select
      name="place"
      label={`Where in “${say(thing.form.title)}”?`}
      value={text(typed, 'place')}
      error={errors.place}
      choices={placeChoices(visit, thing.form)}
    />
    <Radios
      name="sensitivity"
      legend="How private is the answer?"
      value={text(typed, 'sensitivity')}
      error={errors.sensitivity}
      choices={SENSITIVITY}
    />
    <TextInput
      name="owner"
      label="Who answers for it?"
      hint="A team or a post, such as “Quality team”."
      value={text(typed, 'owner')}
      error={errors.owner}
    />
    <TextInput
      name="look-again"
      label="When is it looked at again?"
      hint="A day, such as 30 11 2027. Is it still worth asking then?"
      value={text(typed, 'look-again')}
      error={errors['look-again']}
      width={20}
    />
  </>
);

const NewView = (drawn: Drawn<New>): Html => {
  const { visit, thing, typed, errors } = drawn;
  return (
    <DraftFrame
      visit={visit}
      title="Write a new question"
      part="Forms"
      errors={errors}
      back={draftHref(visit.view.draft, `${toForm(visit)}/add/which?${useQuery(thing.use, { words: asked(visit, 'words') })}`)}
    >
      <InsetText>{useInWords(visit, thing.use)}</InsetText>
      <p class="govuk-body">
        It is added to the bank, and then asked in “{say(thing.form.title)}”: two changes in the list, each with the reason you
        give.
      </p>
      <ChangeForm
        visit={visit}
        action={`${toForm(visit)}/add/new?${useQuery(thing.use)}`}
        submit="Add it"
        errors={errors}
        reason={text(typed, 'reason')}
      >
        <WordingFields typed={typed} errors={errors} prefix="ask" label="The question" few />
        <Select
          name="kind-of-answer"
          label="What kind of answer?"
          value={text(typed, 'kind-of-answer')}
          error={errors['kind-of-answer']}
          choices={NEW_TYPES.map(({ value, text: words }) => ({ value, text: words }))}
        />
        <Textarea
          name="options"
          label="For a choice: the answers, one on each line"
          rows={4}
          value={text(typed, 'options')}
          error={errors.options}
        />
        <TextInput name="hint" label="A hint, if it needs one" value={text(typed, 'hint')} error={errors.hint} />
        <WordingFields typed={typed} errors={errors} prefix="why" label="Why we ask, as the person reads it" few />
        <TextInput
          name="sees"
          label="Who can read the answer, as the person reads it"
          value={text(typed, 'sees')}
          error={errors.sees}
        />
        <Choices {...drawn} />
      </ChangeForm>
    </DraftFrame>
  );
};

export const formAddNew = deedPage<New>({
  path: '/forms/:form/add/new',
  find,
  first: ({ form }, visit) => ({
    'ask-plain': asked(visit, 'words'),
    'kind-of-answer': 'text',
    sensitivity: 'ordinary',
    sees: seesSoFar(visit, form),
    file: filesIn(visit)[0]?.id ?? '',
  }),
  draw: NewView,
  read: ({ form, use }, typed, visit): Reading => {
    const read = readQuestion(typed, { use, files: filesIn(visit), bank: bankOf(questionsIn(visit)) });
    const id = 'question' in read ? read.question.id : 'new-question';
    const put = putting(form, id, text(typed, 'place'));
    const errors = { ...('errors' in read ? read.errors : {}), ...(put ? {} : { place: 'Choose where it goes.' }) };
    if ('errors' in read || !put) return { errors };
    return { operations: [{ type: 'add-to-bank', file: text(typed, 'file'), question: read.question }, put] };
  },
  to: toForm,
  field: 'ask-plain',
});
