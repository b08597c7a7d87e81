/** What points come to: the rows of the table, or the price of a point. What follows for anybody is `lib/domain/allocation-figure.ts`. */
import type { Row } from '../../../lib/domain/allocation-table.ts';
import { formatPence } from '../../../lib/domain/money.ts';
import { Radios } from '../kit/choices.tsx';
import { Table } from '../kit/tables.tsx';
import { MoneyInput, TextInput } from '../kit/text-fields.tsx';
import type { Typed } from '../page.ts';
import { poundsTyped } from '../shared/pounds-typed.ts';
import { decidedPage, valueIn, wrong } from './decided-page.tsx';
import { type DraftVisit, draftHref } from './draft-page.tsx';
import { modelHref, type OwnModel, ownModel, preview, toModel } from './points-reading.tsx';
import { figure, figureErrors, needed, numberIn, poundsIn } from './typed-figures.ts';

type OwnTable = OwnModel & { readonly rows: readonly Row[] };
const findTable = (visit: DraftVisit): OwnTable | undefined => {
  const own = ownModel(visit);
  return own?.model.allocation.kind === 'table' ? { ...own, rows: own.model.allocation.rows } : undefined;
};
const toTable = ({ model }: OwnModel): string => modelHref(model, '/table');

/** The points of a row are its name: there is one row for each. */
const rowOut = (typed: Typed): number | undefined => figure(numberIn(typed, 'out'));

export const pointsTable = decidedPage<OwnTable>({
  path: '/points/:model/table',
  part: 'Points',
  find: findTable,
  title: () => 'What points come to',
  above: ({ model, rows }, visit) => {
    const href = (points: number) =>
      draftHref(visit.view.draft, modelHref(model, `/table/row?points=${encodeURIComponent(String(points))}`));
    return (
      <>
        <Table
          caption="The table"
          head={[{ text: 'Points', numeric: true }, { text: 'Pounds a week', numeric: true }, { text: 'Change' }]}
          rows={rows.map(({ points, pence }) => [
            String(points),
            formatPence(pence),
            <a class="govuk-link" href={href(points)}>
              Change<span class="govuk-visually-hidden"> what {String(points)} points come to</span>
            </a>,
          ])}
        />
        <p class="govuk-body">
          <a class="govuk-link" href={draftHref(visit.view.draft, modelHref(model, '/table/row'))}>
            Add a row
          </a>
        </p>
      </>
    );
  },
  fields: ({ rows }, filled) =>
    rows.length < 2 ? undefined : (
      <Radios
        name="out"
        legend="Take a row out"
        hint="The figure is then worked out between the rows on both sides of it."
        choices={rows.map(({ points, pence }) => ({
          value: String(points),
          text: `${points} points, ${formatPence(pence)} a week`,
        }))}
        value={valueIn(filled, 'out')}
        error={filled.errors.out}
      />
    ),
  submit: 'Take it out',
  field: 'out',
  read: ({ model }, typed) => {
    const points = rowOut(typed);
    if (points === undefined) return wrong({ out: 'Choose the row that goes.' });
    return { type: 'set-table-row', model: model.id, points, pence: null };
  },
  preview,
});

export const tableRow = decidedPage<OwnTable>({
  path: '/points/:model/table/row',
  part: 'Points',
  find: findTable,
  title: () => 'A row of the table',
  fields: ({ rows }, filled, visit) => {
    const asked = visit.c.req.query('points') ?? '';
    const own = rows.find(({ points }) => String(points) === asked);
    return (
      <>
        <TextInput
          name="points"
          label="Points"
          hint="A row there is already for these points is changed."
          width={4}
          inputmode="decimal"
          value={valueIn(filled, 'points', own ? asked : '')}
          error={filled.errors.points}
        />
        <MoneyInput
          name="pounds"
          label="They come to"
          per="a week"
          value={valueIn(filled, 'pounds', own && poundsTyped(own.pence))}
          error={filled.errors.pounds}
        />
      </>
    );
  },
  submit: 'Put it in the table',
  field: 'pounds',
  read: ({ model }, typed) => {
    const points = needed(numberIn(typed, 'points'), 'Write how many points.');
    const pounds = needed(poundsIn(typed, 'pounds'), 'Write what they come to. Nothing is 0.');
    const [own, pence] = [figure(points), figure(pounds)];
    if (own === undefined || pence === undefined) return wrong(figureErrors({ points, pounds }));
    return { type: 'set-table-row', model: model.id, points: own, pence };
  },
  back: toTable,
  preview,
});

type OwnPrice = OwnModel & { readonly price: number };
export const pointPrice = decidedPage<OwnPrice>({
  path: '/points/:model/price',
  part: 'Points',
  find: (visit) => {
    const own = ownModel(visit);
    return own?.model.allocation.kind === 'perPoint' ? { ...own, price: own.model.allocation.pencePerPoint } : undefined;
  },
  title: () => 'What a point comes to',
  fields: ({ price }, filled) => (
    <TextInput
      name="price"
      label="Pence a week for each point"
      width={5}
      inputmode="decimal"
      value={valueIn(filled, 'price', String(price))}
      error={filled.errors.price}
    />
  ),
  submit: 'Change the price',
  field: 'price',
  read: ({ model }, typed) => {
    const price = needed(numberIn(typed, 'price'), 'Write the pence for each point.');
    const pencePerPoint = figure(price);
    if (pencePerPoint === undefined) return wrong(figureErrors({ price }));
    return { type: 'set-point-price', model: model.id, pencePerPoint };
  },
  back: toModel,
  preview,
});
