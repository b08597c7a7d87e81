/** A council's own form on a page: its questions, and the ways it can end in words. The page around it is `stage-form.tsx`. */
import type { Configuration } from '../../../lib/domain/configuration.ts';
import type { QuestionsForm } from '../../../lib/domain/form.ts';
import type { Question } from '../../../lib/domain/question.ts';
import type { HumanStageDef } from '../../../lib/domain/stage.ts';
import { say } from '../../../lib/domain/text.ts';
import { Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Textarea } from '../kit/text-fields.tsx';
import { type Typed, text } from '../page.ts';
import { leadsToWords } from '../shared/outcome-words.ts';
import { QuestionField } from '../shared/question-field.tsx';

type FormFieldsProps = {
  readonly form: QuestionsForm;
  readonly questions: readonly Question[];
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

/** Says in its label that a question may be left open. */
const optionally = (question: Question): Question =>
  question.required ? question : { ...question, ask: `${say(question.ask)} (if you want to)` };

export const FormFields = (props: FormFieldsProps) => (
  <>
    {props.questions.map((question) => (
      <QuestionField
        question={optionally(question)}
        configuration={props.configuration}
        reader={{ about: true }}
        typed={props.typed}
        errors={props.errors}
      />
    ))}
    <Outcome {...props} />
    <Reasons {...props} />
  </>
);
