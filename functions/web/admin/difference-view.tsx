/** The difference a draft makes, in plain words first and then thing by thing. The sentence and the lists are the domain's (`difference.ts`). */
import type { ChangedFigure, Difference } from '../../../lib/app/configuring/difference.ts';
import { InsetText } from '../kit/messages.tsx';
import { Table } from '../kit/tables.tsx';

const KIND = {
  none: undefined,
  cosmetic: { text: 'Words only', about: 'No open case is touched.' },
  meaning: { text: 'What an answer or a figure means', about: 'Open cases stay as they are until somebody moves them.' },
  structural: { text: 'Stages, ways or questions', about: 'Open cases stay as they are until somebody moves them.' },
} as const;

const signed = (number: number): string => (number === 0 ? 'the same' : number < 0 ? `−${-number}` : `+${number}`);

const value = (what: unknown): string => {
  if (what === undefined || what === null) return 'none';
  return typeof what === 'object' ? JSON.stringify(what) : String(what);
};

type NamesProps = { readonly title: string; readonly names: readonly string[] };
const Names = ({ title, names }: NamesProps) =>
  names.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {names.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
    </>
  );

const Figures = ({ caption, figures }: { readonly caption: string; readonly figures: readonly ChangedFigure[] }) =>
  figures.length === 0 ? null : (
    <Table
      caption={caption}
      head={[{ text: 'What' }, { text: 'Was' }, { text: 'Is to be' }]}
      rows={figures.map(({ which, from, to }) => [which, value(from), value(to)])}
    />
  );

export const DifferenceView = ({ difference }: { readonly difference: Difference }) => {
  const kind = KIND[difference.kind];
  const asks = ({ ask }: { readonly ask: string }) => ask;
  const titles = ({ title }: { readonly title: string }) => title;
  return (
    <>
      <InsetText>
        <p class="govuk-body-l">{difference.sentence}</p>
        {kind ? (
          <p class="govuk-body">
            <strong>{kind.text}.</strong> {kind.about}
          </p>
        ) : null}
      </InsetText>
      {difference.pathways.length > 0 ? (
        <Table
          caption="What it asks of people, more or less"
          head={[
            { text: 'Pathway' },
            { text: 'Questions', numeric: true },
            { text: 'Approvals', numeric: true },
            { text: 'Hand-offs', numeric: true },
            { text: 'Minutes', numeric: true },
            { text: 'Cases a year', numeric: true },
          ]}
          rowHeads
          rows={difference.pathways.map(({ title, questions, approvals, handOffs, minutesLess, casesAYear }) => [
            title,
            signed(questions),
            signed(approvals),
            signed(handOffs),
            signed(-minutesLess),
            casesAYear === undefined ? 'not known' : String(casesAYear),
          ])}
        />
      ) : null}
      <Names title="Stages that go" names={difference.stagesRemoved.map(titles)} />
      <Names title="Stages that are new" names={difference.stagesAdded.map(titles)} />
      <Names title="Questions that are no longer asked" names={difference.questionsRemoved.map(asks)} />
      <Names title="Questions that are new" names={difference.questionsAdded.map(asks)} />
      <Names title="Questions that mean something else" names={difference.questionsAltered.map(asks)} />
      <Names title="Questions in other words" names={difference.questionsReworded.map(asks)} />
      <Names title="Letters that change" names={difference.letters} />
      <Figures caption="Figures that change" figures={difference.figures} />
      <Figures caption="Limits that change" figures={difference.limits} />
      <Names title="Other things that change" names={difference.others} />
    </>
  );
};
