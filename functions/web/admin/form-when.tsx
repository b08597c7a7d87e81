/**
 * When a question of a form shows: always, or by one earlier answer. In two steps, so that the second can offer exactly the tests which
 * that answer allows. The condition itself is `condition-form.tsx`.
 */
import { testsIn } from '../../../lib/domain/condition.ts';
import { asksOf, type Form, pagesOf, questionsOf } from '../../../lib/domain/form.ts';
import type { Question } from '../../../lib/domain/question.ts';
import { say } from '../../../lib/domain/text.ts';
import { Select } from '../kit/choices.tsx';
import type { Html } from '../kit/html.ts';
import { InsetText } from '../kit/messages.tsx';
import { SearchForm } from '../kit/search-form.tsx';
import { text } from '../page.ts';
import { ConditionFields, readCondition } from './condition-form.tsx';
import { type Drawn, deedPage } from './deed-page.tsx';
import { ChangeForm, DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref } from './draft-page.tsx';
import { asked, bankIn, formsIn, modelIn } from './draft-things.ts';
import { type Asked, askOf, findAsked, toForm } from './form-take-out.tsx';
import { LinkTo } from './forms.tsx';
import { shownWhen } from './uses-reading.ts';

/** What can be looked at: what comes before the question in its form, then what other forms ask. Whether those come first, the check says. */
export const lookable = (visit: DraftVisit, form: Form, id: string): Question[] => {
  const bank = bankIn(visit);
  const own = questionsOf(form);
  const before = own.slice(0, own.indexOf(id));
  const others = formsIn(visit)
    .filter((each) => each.id !== form.id)
    .flatMap(questionsOf)
    .filter((each) => !own.includes(each));
  return [...new Set([...before, ...others])].flatMap((each) => {
    const question = bank.get(each);
    return question && !question.retired && question.type !== 'finding' ? [question] : [];
  });
};

const itemOf = ({ form, id }: Asked) =>
  pagesOf(form)
    .flatMap(asksOf)
    .find(({ q }) => q === id);

/** In place of an answer: it shows whatever was said. */
const ALWAYS = 'always';

const action = (visit: DraftVisit, { id }: Asked): string => `${toForm(visit)}/questions/${id}/when`;

/** The question that is looked at: the address says which. */
const lookedAt = (visit: DraftVisit, thing: Asked): Question | undefined =>
  lookable(visit, thing.form, thing.id).find(({ id }) => id === asked(visit, 'by'));

type ChooseProps = {
  readonly visit: DraftVisit;
  readonly thing: Asked;
  readonly by: string;
  readonly error: string | undefined;
};
const Choose = ({ visit, thing, by, error }: ChooseProps) => (
  <SearchForm
    action={draftHref(visit.view.draft, action(visit, thing))}
    submit="Look at this answer"
    label="Which answer decides"
  >
    <Select
      name="by"
      label="Which answer decides whether it shows?"
      value={by}
      error={error}
      choices={lookable(visit, thing.form, thing.id).map(({ id, ask }) => ({ value: id, text: say(ask) }))}
    />
  </SearchForm>
);

const WhenView = (drawn: Drawn<Asked>): Html => {
  const { visit, thing, typed, errors } = drawn;
  const condition = itemOf(thing)?.showIf;
  const question = lookedAt(visit, thing);
  const several = condition !== undefined && testsIn(condition).length > 1;
  return (
    <DraftFrame
      visit={visit}
      title={`When “${askOf(thing)}” shows`}
      part="Forms"
      errors={errors}
      back={draftHref(visit.view.draft, toForm(visit))}
    >
      <InsetText>{shownWhen(visit, condition) ?? 'Now it always shows.'}</InsetText>
      {several ? <p class="govuk-body">What you choose here takes the place of all of that.</p> : null}
      <Choose visit={visit} thing={thing} by={question?.id ?? ''} error={errors.by} />
      {question && condition ? (
        <p class="govuk-body">
          <LinkTo href={draftHref(visit.view.draft, action(visit, thing))} text="Show it always instead" />
        </p>
      ) : null}
      {question || condition ? (
        <ChangeForm
          visit={visit}
          action={`${action(visit, thing)}?by=${question?.id ?? ALWAYS}`}
          submit={question ? 'Show it then' : 'Always show it'}
          errors={errors}
          reason={text(typed, 'reason')}
        >
          {question ? <ConditionFields question={question} model={modelIn(visit)} typed={typed} errors={errors} /> : null}
        </ChangeForm>
      ) : null}
    </DraftFrame>
  );
};

export const questionWhen = deedPage<Asked>({
  path: '/forms/:form/questions/:question/when',
  find: findAsked,
  draw: WhenView,
  read: (thing, typed, visit) => {
    const set = { type: 'set-condition', form: thing.form.id, question: thing.id } as const;
    if (asked(visit, 'by') === ALWAYS) return { operation: { ...set, showIf: null } };
    const question = lookedAt(visit, thing);
    if (!question) return { errors: { by: 'Choose an answer that comes before it.' } };
    const read = readCondition(question, modelIn(visit), typed);
    return 'errors' in read ? read : { operation: { ...set, showIf: read.condition } };
  },
  to: toForm,
  field: 'by',
});
