/** One question of the assessment: what the person said and wrote on one side, what is agreed with them on the other. */
import type { GivenAnswer } from '../../../lib/domain/assessment.ts';
import { type RasModel, type RasQuestion, wordsFor } from '../../../lib/domain/ras-model.ts';
import { Radios, Select } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { Textarea } from '../kit/text-fields.tsx';
import { type AnswerDraft, answerField } from './assess-form.ts';
import { optionWords, PersonSaid } from './case-answers.tsx';
import { shareWords } from './case-words.ts';

type AssessQuestionProps = {
  readonly question: RasQuestion;
  readonly place: number;
  readonly shares: RasModel['informal']['shares'];
  readonly given: GivenAnswer | undefined;
  readonly name: string;
  readonly draft: AnswerDraft;
  readonly errors: FieldErrors;
};

const WILLING = [
  { value: '', text: 'Nobody helps, or not asked yet' },
  { value: 'yes', text: 'Willing and able to go on' },
  { value: 'no', text: 'Not willing, or not able, to go on' },
];

export const AssessQuestion = ({ question, place, shares, given, name, draft, errors }: AssessQuestionProps) => {
  const field = (part: keyof AnswerDraft) => answerField(place, part);
  const title = wordsFor(question.text, 'en', question.id);
  return (
    <section aria-labelledby={`question-${place + 1}`}>
      <h3 class="govuk-heading-s" id={`question-${place + 1}`}>
        {place + 1}. {title}
      </h3>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <h4 class="govuk-heading-s">What {name} said</h4>
          <PersonSaid question={question} given={given} name={name} />
        </div>
        <div class="govuk-grid-column-two-thirds">
          <Radios
            name={field('option')}
            legend={
              <>
                What you agreed<span class="govuk-visually-hidden">: {title}</span>
              </>
            }
            value={draft.option}
            error={errors[field('option')]}
            choices={question.options.map(({ id }) => ({ value: id, text: optionWords(question, id) }))}
          />
          <Select
            name={field('share')}
            label="Help from family and friends"
            value={draft.share}
            error={errors[field('share')]}
            choices={shares.map((share) => ({ value: String(share), text: shareWords(share) }))}
          />
          <Select
            name={field('willing')}
            label="Is whoever helps willing and able to go on?"
            value={draft.willing}
            error={errors[field('willing')]}
            choices={WILLING}
          />
          <Textarea
            name={field('note')}
            label="Why this is not what they said"
            hint="Only where it differs. The person can read it."
            value={draft.note}
            error={errors[field('note')]}
            rows={2}
          />
        </div>
      </div>
      <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
    </section>
  );
};
