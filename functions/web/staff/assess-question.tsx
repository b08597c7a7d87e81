/** One question of the assessment: what the person said and wrote on one side, what is agreed with them on the other. */
import type { GivenAnswer } from '../../../lib/domain/assessment.ts';
import { type RasModel, type RasQuestion, wordsFor } from '../../../lib/domain/ras-model.ts';
import { Radios, Select } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Textarea } from '../kit/text-fields.tsx';
import { type AnswerDraft, answerField } from './assess-form.ts';
import { optionWords, PersonSaid } from './case-answers.tsx';

type AssessQuestionProps = {
  readonly question: RasQuestion;
  readonly place: number;
  readonly shares: RasModel['informal']['shares'];
  readonly given: GivenAnswer | undefined;
  readonly name: string;
  readonly draft: AnswerDraft;
  readonly errors: FieldErrors;
};

const titleOf = (question: RasQuestion): string => wordsFor(question.text, 'en', question.id);

/** Ends a label that stands ten times on the page, for people who do not see which question it is beside. */
const Hidden = ({ of }: { readonly of: RasQuestion }) => <span class="govuk-visually-hidden">: {titleOf(of)}</span>;

const WILLING = [
  { value: '', text: 'No help, or not asked yet' },
  { value: 'yes', text: 'Willing and able' },
  { value: 'no', text: 'Not willing, or not able' },
];

/** Short, because the label has said whose help it is and a narrow box cuts words off. */
const shareChoice = (share: number): string =>
  share === 0 ? 'None of this' : share === 100 ? 'All of this' : `About ${share}% of this`;

const Agreed = ({ question, place, draft, errors }: Pick<AssessQuestionProps, 'question' | 'place' | 'draft' | 'errors'>) => {
  const name = answerField(place, 'option');
  return (
    <Radios
      name={name}
      legend={
        <>
          What you agreed
          <Hidden of={question} />
        </>
      }
      value={draft.option}
      error={errors[name]}
      choices={question.options.map(({ id }) => ({ value: id, text: optionWords(question, id) }))}
    />
  );
};

const Help = ({ question, place, shares, draft, errors }: Omit<AssessQuestionProps, 'given' | 'name'>) => {
  const said = (part: keyof AnswerDraft, words: string) => {
    const name = answerField(place, part);
    const label = (
      <>
        {words}
        <Hidden of={question} />
      </>
    );
    return { name, label, value: draft[part], error: errors[name] };
  };
  const choices = shares.map((share) => ({ value: String(share), text: shareChoice(share) }));
  return (
    <>
      <Select {...said('share', 'Help from family and friends')} choices={choices} />
      <Select {...said('willing', 'Can that help go on?')} choices={WILLING} />
      <Textarea {...said('note', 'If this is not what they said, why?')} rows={2} />
    </>
  );
};

/** Three columns on a wide screen, one below the other on a narrow one. */
export const AssessQuestion = (props: AssessQuestionProps) => {
  const { question, place, given, name } = props;
  return (
    <section aria-labelledby={`question-${place + 1}`}>
      <h3 class="govuk-heading-s" id={`question-${place + 1}`}>
        {place + 1}. {titleOf(question)}
      </h3>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <h4 class="govuk-heading-s">What {name} said</h4>
          <PersonSaid question={question} given={given} name={name} />
        </div>
        <div class="govuk-grid-column-one-third">
          <Agreed {...props} />
        </div>
        <div class="govuk-grid-column-one-third">
          <Help {...props} />
        </div>
      </div>
      <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
    </section>
  );
};
