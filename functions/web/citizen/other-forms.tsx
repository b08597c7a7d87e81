/**
 * What was written in the council's own forms on the way, such as a second look at the plan, or who to call: the person may read all
 * of it. The story and the plan have pages of their own.
 */
import { type Configuration, formOf } from '../../../lib/domain/configuration.ts';
import type { FilledForm } from '../../../lib/domain/form.ts';
import { say } from '../../../lib/domain/text.ts';
import { SummaryList } from '../kit/lists.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { AnswerText } from '../shared/answer-words.tsx';
import { SubHeading, Text } from './prose.tsx';

const One = ({ filled, configuration }: { readonly filled: FilledForm; readonly configuration: Configuration }) => {
  const form = formOf(configuration, filled.form);
  if (form?.page !== 'questions') return null;
  const rows = configuration.questions.flatMap((question) => {
    const value = filled.answers[question.id];
    if (value === undefined || question.withheld) return [];
    return [{ key: say(question.ask), value: <AnswerText question={question} value={value} configuration={configuration} /> }];
  });
  const reasons = filled.reasons ? [{ key: 'Why', value: <span class="ow-typed">{filled.reasons}</span> }] : [];
  return (
    <>
      <SubHeading>{say(form.title)}</SubHeading>
      <Text>
        By {filled.by.name}, {readableTime(filled.at, 'date')}. {form.outcomes[filled.outcome]?.text}.
      </Text>
      {rows.length + reasons.length > 0 ? <SummaryList rows={[...rows, ...reasons]} /> : null}
    </>
  );
};

type OtherFormsProps = { readonly forms: readonly FilledForm[]; readonly configuration: Configuration };

/** The newest first. */
export const OtherForms = ({ forms, configuration }: OtherFormsProps) => (
  <>
    {[...forms].reverse().map((filled) => (
      <One filled={filled} configuration={configuration} />
    ))}
  </>
);
