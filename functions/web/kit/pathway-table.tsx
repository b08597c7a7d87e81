/**
 * A pathway as a table: the same as its picture (`pathway-picture.tsx`), and its forms, for whoever does not see a picture or would
 * rather read. Both are made from one view, so they cannot say different things.
 */
import type { Words } from './html.ts';
import { dayWords, type PathwayView, placeWords, type ViewedStage } from './pathway-view.ts';
import { Table } from './tables.tsx';

const lines = (each: readonly string[]): Words => (
  <>
    {each.map((line) => (
      <div>{line}</div>
    ))}
  </>
);

const stageCell = ({ title, href, entry }: ViewedStage): Words => (
  <>
    {href ? (
      <a class="govuk-link" href={href}>
        {title}
      </a>
    ) : (
      title
    )}
    {entry ? <div class="ow-pathway__entry">{entry} start here</div> : null}
  </>
);

/** The same as the picture, and the forms, in words. */
export const PathwayTable = ({ view }: { readonly view: PathwayView }) => {
  const { title, stages, strays, counted } = view;
  const ways = (stage: ViewedStage) => stage.ways.map(({ outcomes, to }) => `${outcomes.join(' or ')}: ${placeWords(to, view)}`);
  return (
    <>
      <Table
        caption={`The stages of ${title}`}
        rowHeads
        head={[
          { text: 'Stage' },
          { text: 'Who' },
          { text: 'Forms' },
          { text: 'How it ends, and where it leads' },
          ...(counted
            ? [
                { text: 'Open cases', numeric: true },
                { text: 'Days there, in the middle', numeric: true },
              ]
            : []),
        ]}
        rows={stages.map((stage) => [
          stageCell(stage),
          stage.who,
          stage.forms.length > 0 ? lines(stage.forms) : 'None',
          lines(ways(stage)),
          ...(counted
            ? [
                stage.elsewhere > 0 ? lines([String(stage.open), `${stage.elsewhere} on another version`]) : String(stage.open),
                stage.days === undefined ? '–' : dayWords(stage.days),
              ]
            : []),
        ])}
      />
      {strays > 0 ? (
        <p class="govuk-body">
          {strays === 1 ? '1 open case is' : `${strays} open cases are`} at a stage that this version does not have.
        </p>
      ) : null}
    </>
  );
};
