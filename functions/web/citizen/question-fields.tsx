/**
 * The fields of one question of the story: the statement that fits, the help from family and friends, the person's own words; and the
 * schema that reads them. Not the page around them (`question.tsx`).
 */
import * as z from 'zod';
import type { StoryAnswer } from '../../../lib/domain/assessment.ts';
import { type RasQuestion, wordsFor } from '../../../lib/domain/ras-model.ts';
import { Radios } from '../kit/choices.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { WithChildren } from '../kit/html.ts';
import { Textarea } from '../kit/text-fields.tsx';
import { type Typed, text } from '../page.ts';
import { shareChoices } from './story-form.ts';
import { questionTitle } from './your-answers.tsx';

const LONGEST = 4000;

/** Browsers send a line break as two characters; the person typed one. */
const asTyped = (typed: Typed, field: string): string => text(typed, field).replaceAll('\r\n', '\n');

export const fieldsOf = (typed: Typed) => ({
  option: text(typed, 'option'),
  informalShare: text(typed, 'informalShare'),
  willingAndAble: text(typed, 'willingAndAble'),
  ownWords: asTyped(typed, 'ownWords'),
});

/** A stored answer as the form shows it. */
export const fieldsFrom = (answer: StoryAnswer | undefined): Record<string, string> =>
  answer
    ? {
        option: answer.option,
        informalShare: String(answer.informalShare),
        willingAndAble: answer.informalShare === 0 ? '' : answer.willingAndAble ? 'yes' : 'no',
        ownWords: answer.ownWords,
      }
    : {};

/**
 * Reads the form of `question`. Family help is asked for only where there is a need: an answer worth no points has nothing to take
 * off, so the two questions about help may then be left open. Refuses what is not on the page.
 */
export const answerForm = (question: RasQuestion, shares: readonly number[]): z.ZodType<StoryAnswer> =>
  z
    .object({
      option: z
        .string()
        .refine((id) => question.options.some((option) => option.id === id), 'Choose the words that fit you best.'),
      informalShare: z.string(),
      willingAndAble: z.enum(['yes', 'no', ''], 'Choose yes or no.'),
      ownWords: z.string().trim().max(LONGEST, 'Use 4,000 letters or fewer. You can tell us the rest when we talk.'),
    })
    .superRefine(({ option, informalShare, willingAndAble }, context) => {
      const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
      const points = question.options.find(({ id }) => id === option)?.points ?? 0;
      const known = shares.some((share) => String(share) === informalShare);
      if (informalShare === '' ? points > 0 : !known)
        refuse('informalShare', 'Choose how much of this family or friends do now. If they do none of it, choose that.');
      if (known && Number(informalShare) > 0 && willingAndAble === '')
        refuse('willingAndAble', 'Choose yes if they are willing and able to go on. If you are not sure, choose no.');
    })
    .transform(({ option, informalShare, willingAndAble, ownWords }) => {
      const share = Number(informalShare);
      return { option, informalShare: share, willingAndAble: share > 0 && willingAndAble === 'yes', ownWords };
    });

const YES_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

type FieldsProps = {
  readonly question: RasQuestion;
  readonly shares: readonly number[];
  readonly typed: Typed;
  readonly errors: FieldErrors;
};

type AllFieldsProps = FieldsProps & WithChildren;

const HelpFields = ({ shares, typed, errors }: FieldsProps) => (
  <>
    <Radios
      name="informalShare"
      legend="How much of this do family or friends do now?"
      hint="You can leave this if you need no help with it."
      value={text(typed, 'informalShare')}
      error={errors.informalShare}
      choices={shareChoices(shares)}
    />
    <Radios
      name="willingAndAble"
      legend="Are they willing and able to go on?"
      hint="Answer this only if someone helps you now. No one has to do it. If you are not sure, choose no, and then we do not count it."
      value={text(typed, 'willingAndAble')}
      error={errors.willingAndAble}
      choices={YES_NO}
      inline
    />
  </>
);

/** All the fields. The first legend is the page's heading; what explains the question comes right after its statements. */
export const QuestionFields = (props: AllFieldsProps) => {
  const { question, typed, errors, children } = props;
  return (
    <>
      <Radios
        name="option"
        legend={questionTitle(question)}
        pageHeading
        hint={wordsFor(question.help, 'en', '')}
        value={text(typed, 'option')}
        error={errors.option}
        choices={question.options.map((option) => ({ value: option.id, text: wordsFor(option.text, 'en', option.id) }))}
      />
      {children}
      <HelpFields {...props} />
      <Textarea
        name="ownWords"
        label="Tell us more in your own words, if you want to"
        hint="For example, what a good day and a bad day are like."
        value={text(typed, 'ownWords')}
        error={errors.ownWords}
        limit={LONGEST}
      />
    </>
  );
};
