/**
 * The first half of a model's page: each question with its statements and their points, and what the help of family and friends does to
 * them. Drawn from the model. What points come to in money is `rules-money.tsx`.
 */
import { countPoints } from '../../../lib/domain/allocation-line.ts';
import { exactly, exactText } from '../../../lib/domain/money.ts';
import { type RasModel, type RasQuestion, type Wording, wordsFor } from '../../../lib/domain/ras-model.ts';
import { Bullets, Heading, Text } from '../citizen/prose.tsx';
import { type WorkingLine, WorkingTable } from '../kit/working-table.tsx';

export type ModelProps = { readonly model: RasModel; readonly easy: boolean };

/** The words for this reader; for others than Easy Read readers the easy words stand below, where there are any of their own. */
const bothWords = (wording: Wording | null | undefined, easy: boolean, otherwise: string): Omit<WorkingLine, 'figure'> => {
  const [plain, simple] = [wordsFor(wording, 'en', otherwise), wordsFor(wording, 'easyRead', otherwise)];
  if (easy || plain === simple) return { label: easy ? simple : plain };
  return { label: plain, detail: `In easy words: ${simple}` };
};

const Question = ({ question, easy }: { readonly question: RasQuestion; readonly easy: boolean }) => {
  const help = wordsFor(question.help, easy ? 'easyRead' : 'en', '');
  return (
    <>
      <WorkingTable
        caption={wordsFor(question.text, easy ? 'easyRead' : 'en', question.domain ?? question.id)}
        lines={question.options.map(({ id, text, points }) => ({
          ...bothWords(text, easy, id),
          figure: countPoints(exactText(exactly(points))),
        }))}
      />
      {help ? <p class="govuk-body-s">{help}</p> : null}
    </>
  );
};

export const Questions = ({ model, easy }: ModelProps) => (
  <>
    <Heading id="questions">The questions and the points</Heading>
    <Text>
      For each part of life you pick the words that fit you best. More need means more points. We add up all the points.
    </Text>
    {model.questions.map((question) => (
      <Question question={question} easy={easy} />
    ))}
  </>
);

const percents = (shares: readonly number[]): string => {
  const all = shares.map((share) => `${share}%`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
};

export const FamilyHelp = ({ model: { informal } }: Pick<ModelProps, 'model'>) => {
  const shares = informal.shares.filter((share) => share > 0);
  return (
    <>
      <Heading id="family-help">If family or friends help</Heading>
      {shares.length === 0 ? (
        <Text>We do not take off any points for the help that family and friends give.</Text>
      ) : (
        <>
          <Text>We ask what you need as if no one was there to help. Then we ask how much of it family or friends do now.</Text>
          <Bullets
            items={[
              `We may take off a part of the points of that question: ${percents(shares)}.`,
              informal.requiresWillingAndAble
                ? 'We only do this if the one who helps is willing and able to go on. No one has to.'
                : 'These rules count the help as it is now. They do not ask if it can go on. No one has to help.',
              'We always show what the figure would be if that help stopped.',
              'Help from family never changes if you can have support.',
            ]}
          />
        </>
      )}
    </>
  );
};
