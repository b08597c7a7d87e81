/**
 * Answers that are held, question by question, to read or to check: what was said, in whose words, and what the other side said
 * beside it. Used by the check page, the person's own page and the staff's page of answers.
 */
import type { Case } from '../../../lib/domain/case.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { current, type Fact } from '../../../lib/domain/fact.ts';
import type { Question } from '../../../lib/domain/question.ts';
import { type Reader, say } from '../../../lib/domain/text.ts';
import type { Words } from '../kit/html.ts';
import { SummaryList, type SummaryRow } from '../kit/lists.tsx';
import { AnswerText, whoSaid } from '../shared/answer-words.tsx';

export type Around = {
  readonly state: Case;
  readonly configuration: Configuration;
  readonly reader: Reader;
  readonly actorId: string;
};

/** One fact: what stands, and beside it what the other side said, each with its name where it is not the reader's own. */
export const HeldFact = ({
  question,
  fact,
  ...around
}: Around & { readonly question: Question; readonly fact: Fact | undefined }): Words => {
  const { state, configuration, reader, actorId } = around;
  const stands = current(fact);
  if (!stands) return 'No answer yet';
  const other = stands === fact?.person ? fact.staff : fact?.person;
  const whose = { actorId, personId: state.person.id, personName: state.person.name };
  const own = stands.by.id === actorId && !stands.confirmed;
  return (
    <>
      <AnswerText question={question} value={stands.value} configuration={configuration} reader={reader} />
      {own ? null : <p class="govuk-body-s">{whoSaid({ said: stands, ...whose })}</p>}
      {other ? (
        <>
          <AnswerText question={question} value={other.value} configuration={configuration} reader={reader} />
          <p class="govuk-body-s">{whoSaid({ said: other, ...whose })}</p>
        </>
      ) : null}
    </>
  );
};

type HeldAnswersProps = Around & {
  readonly questions: readonly Question[];
  readonly card?: string | undefined;
  /** Where an answer can be changed; absent once it cannot. */
  readonly changeAt?: ((question: Question) => string | undefined) | undefined;
};

export const HeldAnswers = ({ questions, card, changeAt, ...around }: HeldAnswersProps) => (
  <SummaryList
    card={card}
    rows={questions.map((question): SummaryRow => {
      const key = say(question.ask, around.reader);
      const href = changeAt?.(question);
      return {
        key,
        value: <HeldFact {...around} question={question} fact={around.state.facts[question.id]} />,
        ...(href && { change: { href, what: `your answer to: ${key}` } }),
      };
    })}
  />
);
