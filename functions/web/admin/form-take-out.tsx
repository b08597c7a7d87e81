/**
 * Taking a question out of a form, or a whole form out of the draft: what uses it, what goes with it, what the law says and what it
 * saves, before it is done. In a draft even what the law asks for can be taken out; it cannot be published so.
 */
import type { Operation } from '../../../lib/app/configuring/operation.ts';
import { asksOf, type Form, pagesOf } from '../../../lib/domain/form.ts';
import type { Question } from '../../../lib/domain/question.ts';
import { say } from '../../../lib/domain/text.ts';
import { Checkboxes } from '../kit/choices.tsx';
import type { Html } from '../kit/html.ts';
import { type Typed, text } from '../page.ts';
import { type Drawn, deedPage } from './deed-page.tsx';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref } from './draft-page.tsx';
import { bankIn, formIn, formsWith, part, stagesWith } from './draft-things.ts';
import { shownBy, usesInWords } from './uses-reading.ts';
import { takeOutWords, tried, WhatFollows } from './what-it-breaks.tsx';

/** A question where a form asks it. */
export type Asked = { readonly form: Form; readonly id: string; readonly question: Question | undefined };

export const findAsked = (visit: DraftVisit): Asked | undefined => {
  const form = formIn(visit, part(visit, 'form'));
  const id = part(visit, 'question');
  if (!form || !pagesOf(form).some((page) => asksOf(page).some(({ q }) => q === id))) return undefined;
  return { form, id, question: bankIn(visit).get(id) };
};
export const askOf = ({ question, id }: Asked): string => (question ? say(question.ask) : id);
export const toForm = (visit: DraftVisit): string => `/forms/${part(visit, 'form')}`;

const Bullets = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-s">{title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );

const operationOf = ({ form, id }: Asked, withDependants: boolean): Operation => ({
  type: 'remove-question',
  form: form.id,
  question: id,
  ...(withDependants && { withDependants }),
});

const Elsewhere = ({ visit, thing }: Drawn<Asked>) => {
  const others = formsWith(visit, thing.id).filter(({ form }) => form.id !== thing.form.id);
  return (
    <Bullets
      title="It stays in these forms"
      lines={others.map(({ form, looks }) => `${say(form.title)}${looks ? ', to look at again' : ''}`)}
    />
  );
};

/** What would never show again without it: nothing where another form asks it, or this one only shows what was said before. */
const hangsOn = (visit: DraftVisit, { form, id }: Asked): string[] => {
  const asking = formsWith(visit, id).filter(({ looks, within }) => !looks && !within);
  return asking.length === 1 && asking[0]?.form.id === form.id ? shownBy(visit, form.id, id) : [];
};

const TakeOutView = (drawn: Drawn<Asked>): Html => {
  const { visit, thing, typed, errors } = drawn;
  const shows = hangsOn(visit, thing);
  const result = tried(visit, operationOf(thing, shows.length > 0));
  return (
    <DraftFrame
      visit={visit}
      title={`Take out “${askOf(thing)}”`}
      part="Forms"
      errors={errors}
      back={draftHref(visit.view.draft, toForm(visit))}
    >
      <p class="govuk-body">
        “{say(thing.form.title)}” stops asking it. It stays in the bank, and answers that were given stay readable.
      </p>
      <Bullets title="What uses the answer" lines={thing.question ? usesInWords(visit, thing.question) : []} />
      <Elsewhere {...drawn} />
      <h2 class="govuk-heading-s">What follows</h2>
      <WhatFollows result={result} />
      {'cannot' in result ? null : (
        <ChangeForm
          visit={visit}
          action={`${toForm(visit)}/questions/${thing.id}/take-out`}
          submit={takeOutWords(result)}
          errors={errors}
          reason={text(typed, 'reason')}
        >
          {shows.length > 0 ? <GoesWithIt shows={shows} typed={typed} error={errors.with} /> : null}
        </ChangeForm>
      )}
    </DraftFrame>
  );
};

type GoesWithItProps = { readonly shows: readonly string[]; readonly typed: Typed; readonly error: string | undefined };
const GoesWithIt = ({ shows, typed, error }: GoesWithItProps) => (
  <Checkboxes
    name="with"
    legend="What shows only because of it"
    hint={`${shows.join('; ')}.`}
    error={error}
    values={[text(typed, 'with')]}
    choices={[{ value: 'yes', text: 'Take these out with it' }]}
  />
);

export const questionTakeOut = deedPage<Asked>({
  path: '/forms/:form/questions/:question/take-out',
  find: findAsked,
  first: () => ({ with: 'yes' }),
  draw: TakeOutView,
  read: (thing, typed) => ({ operation: operationOf(thing, text(typed, 'with') === 'yes') }),
  to: toForm,
  field: 'with',
});

const FormTakeOutView = ({ visit, thing, typed, errors }: Drawn<Form>): Html => {
  const result = tried(visit, { type: 'remove-form', form: thing.id });
  const stages = stagesWith(visit, thing.id).map(({ pathway, stage }) => `${stage} (${pathway})`);
  return (
    <DraftFrame
      visit={visit}
      title={`Take out the form “${say(thing.title)}”`}
      part="Forms"
      errors={errors}
      back={draftHref(visit.view.draft, toForm(visit))}
    >
      <p class="govuk-body">Its questions stay in the bank, and answers that were given stay readable.</p>
      <Bullets title="Where it is filled in" lines={stages} />
      <h2 class="govuk-heading-s">What follows</h2>
      <WhatFollows result={result} />
      {'cannot' in result ? null : (
        <ChangeForm
          visit={visit}
          action={`${toForm(visit)}/take-out`}
          submit={takeOutWords(result)}
          errors={errors}
          reason={text(typed, 'reason')}
        />
      )}
    </DraftFrame>
  );
};

export const formTakeOut = deedPage<Form>({
  path: '/forms/:form/take-out',
  find: (visit) => formIn(visit, part(visit, 'form')),
  draw: FormTakeOutView,
  read: ({ id }) => ({ operation: { type: 'remove-form', form: id } }),
  to: () => '/forms',
  field: 'reason',
});
