/**
 * Does every condition of a form look at something that is there, that was asked before, and in a way its answers allow? Whether it
 * can then ever hold is found by walking (`check-forms.ts`).
 */
import { type Test, testsIn } from '../domain/condition.ts';
import { type AskingForm, questionsOf } from '../domain/form.ts';
import type { Bank, Question } from '../domain/question.ts';
import type { QuestionId } from '../domain/question-id.ts';
import type { RasModel } from '../domain/ras-model.ts';
import { type FormFault, formFault } from './form-fault.ts';
import { isAsked, type Place, placesIn, type Stop, whereIs, whereIsPage } from './form-order.ts';
import { namedIn } from './telling-answers.ts';

/** What conditions are checked against. `before`: every question asked by forms that come earlier. */
export type Grounds = { readonly bank: Bank; readonly model: RasModel | undefined; readonly before: ReadonlySet<QuestionId> };

const optionsOf = (question: Question, model: RasModel | undefined): readonly string[] | undefined => {
  if ('options' in question) return question.options.map(({ id }) => id);
  if (question.type !== 'life-area') return undefined;
  return model?.questions.find(({ id }) => id === question.area)?.options.map(({ id }) => id) ?? [];
};

/** Whether the answers of `question` are of the kind that `test` asks after. */
const canAsk = (test: Test, question: Question): boolean => {
  if ('answered' in test) return true;
  if ('gte' in test || 'lte' in test) return question.type === 'number' || question.type === 'money';
  if ('is' in test && typeof test.is === 'boolean') return question.type === 'yes-no';
  return 'options' in question || question.type === 'life-area';
};

const testFaults = (test: Test, question: Question, model: RasModel | undefined, where: string): FormFault[] => {
  const { q } = test;
  if (question.retired)
    return [formFault('retired-question', where, `This looks at “${q}”, which is no longer asked. Look at another question.`)];
  if (question.type === 'finding')
    return [
      formFault(
        'condition-on-finding',
        where,
        `This looks at “${q}”, which is found on the page of the assessment and never answered on a form.`,
      ),
    ];
  if (!canAsk(test, question))
    return [
      formFault('condition-type', where, `This cannot be asked of “${q}”: its answers are of the type “${question.type}”.`),
    ];
  const options = optionsOf(question, model) ?? [];
  return namedIn(test)
    .filter((option) => !options.includes(option))
    .map((option) => formFault('unknown-option', where, `“${q}” has no answer “${option}”. Use one of: ${options.join(', ')}.`));
};

/** One test in its place: `soFar` is what the form itself has asked by then. */
const faultsOf = (
  test: Test,
  soFar: ReadonlySet<QuestionId>,
  form: AskingForm,
  { bank, model, before }: Grounds,
  where: string,
): FormFault[] => {
  const { q } = test;
  const question = bank.get(q);
  if (!question) return [formFault('unknown-question', where, `This looks at “${q}”, and there is no such question.`)];
  const wrong = testFaults(test, question, model, where);
  if (wrong.length > 0 || before.has(q) || soFar.has(q)) return wrong;
  return questionsOf(form).includes(q)
    ? [formFault('condition-looks-ahead', where, `This looks at “${q}”, which comes later in the form. Ask that one first.`)]
    : [
        formFault(
          'condition-on-unasked',
          where,
          `This looks at “${q}”, which nothing asks before this form. Ask it first, or look at another.`,
        ),
      ];
};

const placeFaults = (
  place: Place,
  first: boolean,
  asked: { page: ReadonlySet<QuestionId>; item: ReadonlySet<QuestionId> },
  grounds: Grounds,
): FormFault[] => {
  const { form, page, item } = place;
  const ofPage =
    first && page.showIf
      ? testsIn(page.showIf).flatMap((test) => faultsOf(test, asked.page, form, grounds, whereIsPage(place)))
      : [];
  const ofItem = item.showIf
    ? testsIn(item.showIf).flatMap((test) => faultsOf(test, asked.item, form, grounds, whereIs(place)))
    : [];
  return [...ofPage, ...ofItem];
};

/**
 * Every test in `form` that looks at nothing, ahead, or at what cannot be. The condition of a page may look at earlier pages, that of
 * a question also at what stands above it on the page.
 */
export const conditionFaults = (stop: Stop, form: AskingForm, grounds: Grounds): FormFault[] => {
  const onItem = new Set<QuestionId>();
  let onPage: ReadonlySet<QuestionId> = new Set();
  let last: Place['page'] | undefined;
  return placesIn(stop, form).flatMap((place) => {
    const first = place.page !== last;
    if (first) onPage = new Set(onItem);
    last = place.page;
    const faults = placeFaults(place, first, { page: onPage, item: onItem }, grounds);
    if (isAsked(place.item)) onItem.add(place.item.q);
    return faults;
  });
};
