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
  return (
    <>
      <span class="ow-working__detail">{wordsFor(option?.text, 'en', answer.option)}</span>
      <span class="ow-working__detail">{helpSentence(answer)}</span>
      {answer.ownWords ? <span class="ow-working__detail ow-typed">“{answer.ownWords}”</span> : null}
      {answer.by.id === personId ? null : (
        <span class="ow-working__detail">
          {answer.by.name} wrote this down on {readableTime(answer.at, 'date')}.
        </span>
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
