/**
 * When a question of a form or a whole page of it shows: always, or by one earlier answer. In two steps, so that the second can offer exactly the tests which
 * that answer allows. The condition itself is `condition-form.tsx`.
 */
import type { Operation } from '../../../lib/app/configuring/operation.ts';
import { type Condition, testsIn } from '../../../lib/domain/condition.ts';
import { asksOf, type Form, type FormPage, pagesOf, questionsOf } from '../../../lib/domain/form.ts';
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
import { asked, bankIn, formIn, formsIn, modelIn, part } from './draft-things.ts';
import { askOf, findAsked, toForm } from './form-take-out.tsx';
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

/** A question or a page that shows or not. `first`: what is looked at has to come before this question. */
type Showing = {
  readonly form: Form;
  readonly first: string;
  readonly title: string;
  readonly condition: Condition | undefined;
  /** That the page of a question has a condition of its own. */
  readonly besides?: Html | undefined;
  readonly action: string;
  readonly set: (showIf: Condition | null) => Operation;
};

const pageTitle = (page: FormPage): string => (page.title ? say(page.title) : page.id.replaceAll('-', ' '));

const findQuestion = (visit: DraftVisit): Showing | undefined => {
  const found = findAsked(visit);
  const page = found && pagesOf(found.form).find((each) => asksOf(each).some(({ q }) => q === found.id));
  if (!found || !page) return undefined;
  const { form, id } = found;
  const href = draftHref(visit.view.draft, `${toForm(visit)}/pages/${page.id}/when`);
  const besides = page.showIf && (
    <p class="govuk-body">
      Its page has a condition of its own: {shownWhen(visit, page.showIf)}{' '}
      <LinkTo href={href} text="Change when the page shows" />
    </p>
  );
  return {
    form,
    first: id,
    title: askOf(found),
    condition: asksOf(page).find(({ q }) => q === id)?.showIf,
    besides,
    action: `${toForm(visit)}/questions/${id}/when`,
    set: (showIf) => ({ type: 'set-condition', form: form.id, question: id, showIf }),
  };
};

const findPage = (visit: DraftVisit): Showing | undefined => {
  const form = formIn(visit, part(visit, 'form'));
  const page = form && pagesOf(form).find(({ id }) => id === part(visit, 'page'));
  const [ask] = page ? asksOf(page) : [];
  if (!form || !page || !ask) return undefined;
  return {
    form,
    first: ask.q,
    title: `the page ${pageTitle(page)}`,
    condition: page.showIf,
    action: `${toForm(visit)}/pages/${page.id}/when`,
    set: (showIf) => ({ type: 'set-page-condition', form: form.id, page: page.id, showIf }),
  };
};

/** In place of an answer: it shows whatever was said. */
const ALWAYS = 'always';

/** The question that is looked at: the address says which. */
const lookedAt = (visit: DraftVisit, thing: Showing): Question | undefined =>
  lookable(visit, thing.form, thing.first).find(({ id }) => id === asked(visit, 'by'));

type ChooseProps = {
  readonly visit: DraftVisit;
  readonly thing: Showing;
  readonly by: string;
  readonly error: string | undefined;
};
const Choose = ({ visit, thing, by, error }: ChooseProps) => (
  <SearchForm action={draftHref(visit.view.draft, thing.action)} submit="Look at this answer" label="Which answer decides">
    <Select
      name="by"
      label="Which answer decides whether it shows?"
      value={by}
      error={error}
      choices={lookable(visit, thing.form, thing.first).map(({ id, ask }) => ({ value: id, text: say(ask) }))}
    />
  </SearchForm>
);

const WhenView = (drawn: Drawn<Showing>): Html => {
  const { visit, thing, typed, errors } = drawn;
  const { condition } = thing;
  const question = lookedAt(visit, thing);
  const several = condition !== undefined && testsIn(condition).length > 1;
  return (
    <DraftFrame
      visit={visit}
      title={`When it shows: ${thing.title}`}
      part="Forms"
      errors={errors}
      back={draftHref(visit.view.draft, toForm(visit))}
    >
      <InsetText>
        {shownWhen(visit, condition) ?? (thing.besides ? 'It shows whenever its page does.' : 'Now it always shows.')}
      </InsetText>
      {thing.besides}
      {several ? <p class="govuk-body">What you choose here takes the place of all of that.</p> : null}
      <Choose visit={visit} thing={thing} by={question?.id ?? ''} error={errors.by} />
      {question && condition ? (
        <p class="govuk-body">
          <LinkTo href={draftHref(visit.view.draft, thing.action)} text="Show it always instead" />
        </p>
      ) : null}
      {question || condition ? (
        <ChangeForm
          visit={visit}
          action={`${thing.action}?by=${question?.id ?? ALWAYS}`}
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

const whenDeed = (path: string, find: (visit: DraftVisit) => Showing | undefined) =>
  deedPage<Showing>({
    path,
    find,
    draw: WhenView,
    read: (thing, typed, visit) => {
      if (asked(visit, 'by') === ALWAYS) return { operation: thing.set(null) };
      const question = lookedAt(visit, thing);
      if (!question) return { errors: { by: 'Choose an answer that comes before it.' } };
      const read = readCondition(question, modelIn(visit), typed);
      return 'errors' in read ? read : { operation: thing.set(read.condition) };
    },
    to: toForm,
    field: 'by',
  });

export const questionWhen = whenDeed('/forms/:form/questions/:question/when', findQuestion);
export const pageWhen = whenDeed('/forms/:form/pages/:page/when', findPage);
