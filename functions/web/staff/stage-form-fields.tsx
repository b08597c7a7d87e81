/** A council's own form on a page: its questions, and the ways it can end in words. The page around it is `stage-form.tsx`. */
import type { Configuration } from '../../../lib/domain/configuration.ts';
import type { FormQuestion, QuestionsForm } from '../../../lib/domain/form.ts';
import type { HumanStageDef } from '../../../lib/domain/stage.ts';
import { Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Textarea, TextInput } from '../kit/text-fields.tsx';
import { type Typed, text } from '../page.ts';
import { leadsToWords } from '../shared/outcome-words.ts';

/** A question's field; the prefix keeps a council's ids apart from the page's own fields. */
export const questionField = (id: string): string => `answer-${id}`;

type QuestionProps = { readonly question: FormQuestion; readonly typed: Typed; readonly errors: FieldErrors };

const Question = ({ question, typed, errors }: QuestionProps) => {
  const name = questionField(question.id);
  const label = question.required ? question.label : `${question.label} (if you want to)`;
  const field = { name, hint: question.hint, error: errors[name], value: text(typed, name) };
  switch (question.type) {
    case 'text':
      return <TextInput {...field} label={label} />;
    case 'long-text':
      return <Textarea {...field} label={label} />;
    case 'choose-one':
      return (
        <Radios {...field} legend={label} choices={question.options.map(({ id, text: words }) => ({ value: id, text: words }))} />
      );
  }
};

type FormFieldsProps = {
  readonly form: QuestionsForm;
  readonly def: HumanStageDef;
  readonly configuration: Configuration;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  /** Staff are told where each way leads. */
  readonly forStaff: boolean;
};

/** The ways a stage can end that its form has words for. */
export const outcomesOf = ({ form, def }: Pick<FormFieldsProps, 'form' | 'def'>): string[] =>
  Object.keys(def.outcomes).filter((outcome) => Object.hasOwn(form.outcomes, outcome));

const Outcome = ({ form, def, configuration, typed, errors, forStaff }: FormFieldsProps) => {
  const outcomes = outcomesOf({ form, def });
  const only = outcomes.length === 1 ? outcomes[0] : undefined;
  if (only) return <input type="hidden" name="outcome" value={only} />;
  return (
    <Radios
      name="outcome"
      legend="How does this end?"
      value={text(typed, 'outcome')}
      error={errors.outcome}
      choices={outcomes.map((outcome) => ({
        value: outcome,
        text: form.outcomes[outcome]?.text ?? outcome,
        hint: forStaff ? leadsToWords(configuration, def.id, outcome) : undefined,
      }))}
    />
  );
};

const Reasons = ({ form, def, typed, errors }: FormFieldsProps) => {
  const needing = outcomesOf({ form, def }).filter((outcome) => form.outcomes[outcome]?.needsReasons);
  if (needing.length === 0) return null;
  const words = needing.map((outcome) => `“${form.outcomes[outcome]?.text}”`).join(' or ');
  return (
    <Textarea
      name="reasons"
      label="Reasons"
      hint={`Needed for ${words}. Everyone this is about can read them.`}
      value={text(typed, 'reasons')}
      error={errors.reasons}
    />
  );
};

export const FormFields = (props: FormFieldsProps) => (
  <>
    {props.form.questions.map((question) => (
      <Question question={question} typed={props.typed} errors={props.errors} />
    ))}
    <Outcome {...props} />
    <Reasons {...props} />
  </>
);
