/**
 * The points model of a draft: how statements become points and points become money, its worked examples, and what was agreed beside what
 * it gave. Changing any of it is a page of its own (`points-*.tsx`); no figure is worked out here.
 */
import type { Gathered } from '../../../lib/app/configuring/gather.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { type RasModel, type RasQuestion, wordsFor } from '../../../lib/domain/ras-model.ts';
import { NotFoundPage } from '../kit/error-pages.tsx';
import type { Html } from '../kit/html.ts';
import { SummaryList } from '../kit/lists.tsx';
import { Table } from '../kit/tables.tsx';
import { type Answer, show } from '../page.ts';
import { Calibration } from './calibration.tsx';
import { modelsIn, ownCouncil } from './decided-reading.ts';
import { DraftFrame } from './draft-frame.tsx';
import { type DraftVisit, draftHref, draftPage } from './draft-page.tsx';
import { FileFaults } from './file-faults.tsx';
import { Examples } from './points-examples.tsx';
import { modelHref, type OwnModel, ownModel } from './points-reading.tsx';
import { whatCasesTeach } from './what-cases-teach.ts';

type Href = (path: string) => string;
const Link = ({ href, words }: { readonly href: string; readonly words: string }) => (
  <a class="govuk-link" href={href}>
    {words}
  </a>
);

const Question = ({ question, href }: { readonly question: RasQuestion; readonly href: Href }) => {
  const title = wordsFor(question.text, 'en', question.id);
  const at = encodeURIComponent(question.id);
  return (
    <>
      <Table
        caption={title}
        head={[{ text: 'Statement' }, { text: 'Points', numeric: true }, { text: 'Change' }]}
        rowHeads
        rows={question.options.map(({ id, text, points }) => {
          const statement = wordsFor(text, 'en', id);
          const own = href(`/questions/${at}/${encodeURIComponent(id)}`);
          return [
            statement,
            String(points),
            <>
              <a class="govuk-link" href={own}>
                Points<span class="govuk-visually-hidden"> for “{statement}”</span>
              </a>{' '}
              <a class="govuk-link" href={`${own}/words`}>
                Words<span class="govuk-visually-hidden"> of “{statement}”</span>
              </a>
            </>,
          ];
        })}
      />
      <p class="govuk-body">
        <Link href={href(`/questions/${at}`)} words={`Change the words of “${title}”`} />
      </p>
    </>
  );
};

const tableWords = ({ allocation }: RasModel): string => {
  if (allocation.kind === 'perPoint') return `${allocation.pencePerPoint}p a week for each point`;
  const rows = allocation.rows.length;
  const between = allocation.kind === 'table' && allocation.interpolation === 'linear' ? ', and the straight line between' : '';
  return `${rows} ${allocation.kind === 'table' ? 'rows' : 'bands'}${between}`;
};

/** The rows as they are: what stands between them is worked out, and the chart draws it. */
const Rows = ({ model: { allocation } }: { readonly model: RasModel }) =>
  allocation.kind === 'perPoint' ? null : (
    <Table
      caption="What points come to"
      head={[
        { text: allocation.kind === 'table' ? 'Points' : 'From this many points', numeric: true },
        { text: 'Pounds a week', numeric: true },
      ]}
      rows={allocation.rows.map((row) => [String('points' in row ? row.points : row.from), formatPence(row.pence)])}
    />
  );

/** Bands are brought in with a file: there is no operation on one of them, so no link is drawn that leads nowhere. */
const moneyChange = ({ allocation }: RasModel, href: Href) =>
  allocation.kind === 'bands'
    ? undefined
    : { href: href(allocation.kind === 'table' ? '/table' : '/price'), what: 'what points come to' };

const Rules = ({ model, href }: { readonly model: RasModel; readonly href: Href }) => {
  const { informal, ceiling, floorPence, rounding, contingencyPercent } = model;
  const rules = (what: string) => ({ href: href('/rules'), what });
  return (
    <SummaryList
      rows={[
        { key: 'Name', value: model.title ?? model.id, change: rules('the name') },
        {
          key: 'Version',
          value: `${model.version}, in effect from ${model.effectiveFrom ?? 'no day'}`,
          change: { href: href('/version'), what: 'the version', text: 'Make a new one' },
        },
        { key: 'Points to money', value: tableWords(model), change: moneyChange(model, href) },
        {
          key: 'Kept back',
          value: `${contingencyPercent}%. ${wordsFor(model.contingencyReason, 'en', '')}`,
          change: { href: href('/contingency'), what: 'what is kept back' },
        },
        {
          key: 'Family help',
          value: `${informal.shares.join('%, ')}%${informal.requiresWillingAndAble ? ', only where they are willing and able' : ''}`,
          change: rules('family help'),
        },
        {
          key: 'Costed one by one above',
          value: ceiling ? `${ceiling.points} points. No budget is capped.` : 'No ceiling',
          change: rules('the ceiling'),
        },
        { key: 'The least shown', value: floorPence ? formatPence(floorPence) : 'No floor', change: rules('the floor') },
        { key: 'Rounded to', value: `${rounding.unitPence}p, a half goes up`, change: rules('rounding') },
      ]}
    />
  );
};

const Others = ({ visit, own }: { readonly visit: DraftVisit; readonly own: RasModel }) => {
  const others = modelsIn(visit.view.after).filter(({ of }) => of.id !== own.id);
  if (others.length === 0) return null;
  return (
    <p class="govuk-body">
      Other models here:{' '}
      {others.map(({ of }) => (
        <>
          <Link href={draftHref(visit.view.draft, modelHref(of))} words={of.title ?? of.id} />{' '}
        </>
      ))}
    </p>
  );
};

type ModelViewProps = { readonly visit: DraftVisit; readonly own: OwnModel; readonly gathered: Gathered };

export const ModelView = ({ visit, own, gathered }: ModelViewProps): Html => {
  const { model, live, file } = own;
  const href: Href = (path) => draftHref(visit.view.draft, modelHref(model, path));
  return (
    <DraftFrame visit={visit} title={`Points: ${model.title ?? model.id}`} part="Points">
      <FileFaults visit={visit} file={file} />
      <Rules model={model} href={href} />
      <Rows model={model} />
      <Examples model={model} live={live} href={(id) => href(`/examples/${encodeURIComponent(id)}`)} />
      <p class="govuk-body">
        <Link href={href('/examples')} words="Add a worked example, or take one out" />
      </p>
      <Calibration model={model} gathered={gathered} />
      <h2 class="govuk-heading-m">Statements and their points</h2>
      {model.questions.map((question) => (
        <Question question={question} href={href} />
      ))}
      <Others visit={visit} own={model} />
    </DraftFrame>
  );
};

const NoModel = ({ visit }: { readonly visit: DraftVisit }) => (
  <DraftFrame visit={visit} title="Points" part="Points">
    <p class="govuk-body">There is no points model here that can be read. Bring one in with a file.</p>
  </DraftFrame>
);

/** The model in force, or the first there is. */
export const points = draftPage({
  path: '/points',
  get: async (visit): Promise<Answer> => {
    const id = ownCouncil(visit)?.of.allocation ?? modelsIn(visit.view.after)[0]?.of.id ?? '';
    const own = ownModel(visit, id);
    return show(own ? <ModelView visit={visit} own={own} gathered={await whatCasesTeach()} /> : <NoModel visit={visit} />);
  },
});

export const pointsModel = draftPage({
  path: '/points/:model',
  get: async (visit): Promise<Answer> => {
    const own = ownModel(visit);
    return own
      ? show(<ModelView visit={visit} own={own} gathered={await whatCasesTeach()} />)
      : show(<NotFoundPage frame={visit.frame} />, 404);
  },
});
