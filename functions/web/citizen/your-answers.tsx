/**
 * The person's answers, question by question, to read or to check. Their own words stand as they wrote them. Used by the check page
 * and by the person's own page.
 */
import type { GivenAnswer } from '../../../lib/domain/assessment.ts';
import { type RasQuestion, wordsFor } from '../../../lib/domain/ras-model.ts';
import type { Words } from '../kit/html.ts';
import { SummaryList } from '../kit/lists.tsx';
import { readableTime } from '../kit/readable-time.ts';
import { answerTo, helpSentence, type Story } from './story-form.ts';

export const questionTitle = (question: RasQuestion): string => wordsFor(question.text, 'en', question.domain ?? question.id);

const said = (question: RasQuestion, answer: GivenAnswer | undefined, personId: string): Words => {
  if (!answer) return 'No answer yet';
  const option = question.options.find(({ id }) => id === answer.option);
  // Where no help is needed and none is given there is nothing to say about help.
  const noHelp = option?.points === 0 && answer.informalShare === 0;
  return (
    <>
      <p class="govuk-body">{wordsFor(option?.text, 'en', answer.option)}</p>
      {noHelp ? null : <p class="govuk-body">{helpSentence(answer)}</p>}
      {answer.ownWords ? <p class="govuk-body ow-typed">“{answer.ownWords}”</p> : null}
      {answer.by.id === personId ? null : (
        <p class="govuk-body">
          {answer.by.name} wrote this down on {readableTime(answer.at, 'date')}.
        </p>
      )}
    </>
  );
};

type YourAnswersProps = {
  readonly questions: readonly RasQuestion[];
  readonly story: Story;
  readonly personId: string;
  /** Where an answer can be changed; absent once the story is sent. */
  readonly changeAt?: ((question: string) => string) | undefined;
};

export const YourAnswers = ({ questions, story, personId, changeAt }: YourAnswersProps) => (
  <SummaryList
    rows={questions.map((question) => ({
      key: questionTitle(question),
      value: said(question, answerTo(story, question.id), personId),
      ...(changeAt && {
        change: { href: changeAt(question.id), what: `your answer about ${questionTitle(question).toLowerCase()}` },
      }),
    }))}
  />
);
