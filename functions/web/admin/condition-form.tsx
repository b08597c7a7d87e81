/**
 * One test of one answer, chosen from closed lists and read into a condition: is answered, is, is one of, at least, at most. Conditions
 * of several tests are made by hand and only shown; whether a test can ever hold is the check's.
 */
import type { Condition } from '../../../lib/domain/condition.ts';
import { parsePounds } from '../../../lib/domain/money.ts';
import type { Question } from '../../../lib/domain/question.ts';
import { type RasModel, wordsFor } from '../../../lib/domain/ras-model.ts';
import { say } from '../../../lib/domain/text.ts';
import { Checkboxes, type Choice, Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { TextInput } from '../kit/text-fields.tsx';
import { list, type Typed, text } from '../page.ts';

type Option = { readonly id: string; readonly text: string };

/** The answers of a question that can be named in a test; none for one that is written or counted. */
const optionsOf = (question: Question, model: RasModel | undefined): Option[] => {
  if ('options' in question) return question.options.map((option) => ({ id: option.id, text: say(option.text) }));
  if (question.type !== 'life-area') return [];
  const area = model?.questions.find(({ id }) => id === question.area);
  return (area?.options ?? []).map((option) => ({ id: option.id, text: wordsFor(option.text, 'en', option.id) }));
};

const isAmount = ({ type }: Question): boolean => type === 'money' || type === 'number';

/** The tests that the answers of `question` allow. */
export const testsFor = (question: Question, model: RasModel | undefined): Choice[] => [
  ...(question.type === 'yes-no'
    ? [
        { value: 'yes', text: 'The answer is yes' },
        { value: 'no', text: 'The answer is no' },
      ]
    : []),
  ...(optionsOf(question, model).length > 0 ? [{ value: 'one-of', text: 'The answer is one of those ticked below' }] : []),
  ...(isAmount(question)
    ? [
        { value: 'at-least', text: 'The amount is at least the one below' },
        { value: 'at-most', text: 'The amount is at most the one below' },
      ]
    : []),
  { value: 'answered', text: 'It is answered, whatever the answer is' },
  { value: 'not-answered', text: 'It is not answered' },
];

type ConditionFieldsProps = {
  readonly question: Question;
  readonly model: RasModel | undefined;
  readonly typed: Typed;
  readonly errors: FieldErrors;
};

export const ConditionFields = ({ question, model, typed, errors }: ConditionFieldsProps) => {
  const options = optionsOf(question, model);
  return (
    <>
      <Radios
        name="test"
        legend={`It shows when, of “${say(question.ask)}”,`}
        choices={testsFor(question, model)}
        value={text(typed, 'test')}
        error={errors.test}
      />
      {options.length > 0 ? (
        <Checkboxes
          name="options"
          legend="Which answers?"
          choices={options.map(({ id, text: words }) => ({ value: id, text: words }))}
          values={list(typed, 'options')}
          error={errors.options}
        />
      ) : null}
      {isAmount(question) ? (
        <TextInput
          name="amount"
          label={question.type === 'money' ? 'Which amount, in pounds?' : 'Which number?'}
          value={text(typed, 'amount')}
          error={errors.amount}
          inputmode="decimal"
          spellcheck={false}
          width={5}
        />
      ) : null}
    </>
  );
};

type ReadCondition = { readonly condition: Condition } | { readonly errors: FieldErrors };

const amountIn = (typed: string, type: Question['type']): number | undefined => {
  if (type === 'money') return parsePounds(typed);
  return /^\d{1,6}(\.\d{1,2})?$/.test(typed.trim()) ? Number(typed) : undefined;
};

const oneOf = (q: string, options: readonly Option[], typed: Typed): ReadCondition => {
  const chosen = list(typed, 'options').filter((id) => options.some((option) => option.id === id));
  const [first] = chosen;
  if (first === undefined) return { errors: { options: 'Tick one answer or more.' } };
  return { condition: chosen.length === 1 ? { q, is: first } : { q, in: [...chosen] } };
};

/** The condition that was chosen. Money is typed in pounds and kept in pence. */
export const readCondition = (question: Question, model: RasModel | undefined, typed: Typed): ReadCondition => {
  const { id: q, type } = question;
  const test = text(typed, 'test');
  if (!testsFor(question, model).some((each) => 'value' in each && each.value === test))
    return { errors: { test: 'Choose when it shows.' } };
  if (test === 'answered' || test === 'not-answered') return { condition: { q, answered: test === 'answered' } };
  if (test === 'yes' || test === 'no') return { condition: { q, is: test === 'yes' } };
  if (test === 'one-of') return oneOf(q, optionsOf(question, model), typed);
  const amount = amountIn(text(typed, 'amount'), type);
  if (amount === undefined) return { errors: { amount: 'Write an amount, such as 12 or 12.50.' } };
  return { condition: test === 'at-least' ? { q, gte: amount } : { q, lte: amount } };
};
