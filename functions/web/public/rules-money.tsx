/**
 * The second half of a model's page: the table, price or bands, what is kept back and why, the smallest amount, the end of the table,
 * rounding, and how well it all fits. Every figure shown is made by `priced`, as a person's would be.
 */

import { isCalibrated } from '../../../lib/domain/algorithm-record.ts';
import { priced } from '../../../lib/domain/allocation-figure.ts';
import { countPoints } from '../../../lib/domain/allocation-line.ts';
import type { Band } from '../../../lib/domain/allocation-table.ts';
import { type Exact, exactly, exactText, formatExact, formatPence } from '../../../lib/domain/money.ts';
import { highestPoints, type RasModel, wordsFor } from '../../../lib/domain/ras-model.ts';
import { Heading, Text } from '../citizen/prose.tsx';
import { SummaryList } from '../kit/lists.tsx';
import { Table } from '../kit/tables.tsx';
import { dayOf } from './rules.tsx';
import type { ModelProps } from './rules-questions.tsx';

const points = (given: number): string => exactText(exactly(given));
const money = (pence: number): string => formatExact(exactly(pence));

/** What a person with these points would be shown. */
const shown = (model: RasModel, at: number): string => {
  const { pence } = priced(model, exactly(at));
  return pence === null ? 'Worked out with you' : formatPence(pence);
};

/** The totals to show a price for: a few round ones, up to where the rules end. */
const someTotals = (model: RasModel): number[] => {
  const end = Math.min(highestPoints(model), model.ceiling?.points ?? Number.POSITIVE_INFINITY);
  return [...new Set([...[1, 10, 20, 50, 100].filter((each) => each < end), end])];
};

/** `pence` is what the rules themselves say, before anything is kept back. */
type Line = { readonly range: string; readonly at: number; readonly pence: Exact };

const linesOf = (model: RasModel): Line[] => {
  const { allocation } = model;
  switch (allocation.kind) {
    case 'table':
      return allocation.rows.map((row) => ({ range: points(row.points), at: row.points, pence: exactly(row.pence) }));
    case 'bands':
      return allocation.rows.map(({ from, to, pence }) => ({
        range: to === null ? `${points(from)} or more` : `${points(from)} to ${points(to)}`,
        at: from,
        pence: exactly(pence),
      }));
    case 'perPoint':
      return someTotals(model).map((at) => ({
        range: points(at),
        at,
        pence: exactly(at).mul(exactly(allocation.pencePerPoint)),
      }));
  }
};

/** Written in whole points, "0 to 10" and "11 to 20", so that there is something between two bands. */
const areApart = (bands: readonly Band[]): boolean =>
  bands.some(({ to }, place) => to !== null && (bands[place + 1]?.from ?? to) > to);

const howToRead = ({ allocation }: RasModel): string => {
  switch (allocation.kind) {
    case 'table':
      return allocation.interpolation === 'linear'
        ? 'If you are between two rows, you get that part of the gap. Half way in points is half way in money.'
        : 'If you are between two rows, the lower row holds.';
    case 'bands':
      return areApart(allocation.rows)
        ? 'All people in a band have the same amount. A part of a point above a band still counts in it.'
        : 'All people in a band have the same amount. Where two bands meet, the higher one holds.';
    case 'perPoint':
      return `Each point is worth ${money(allocation.pencePerPoint)} a week. Here are some sums.`;
  }
};

export const FromPointsToMoney = ({ model, easy }: ModelProps) => {
  const lines = linesOf(model);
  const changed = lines.some(({ at, pence }) => shown(model, at) !== formatExact(pence));
  const head = [
    { text: 'Points' },
    { text: changed ? 'In the rules' : 'A week', numeric: true },
    ...(changed ? [{ text: 'The figure you see', numeric: true }] : []),
  ];
  return (
    <>
      <Heading id="money">From points to money</Heading>
      <Text>{howToRead(model)}</Text>
      <Table
        caption="Points and pounds a week"
        head={head}
        rowHeads
        rows={lines.map(({ range, at, pence }) => [range, formatExact(pence), ...(changed ? [shown(model, at)] : [])])}
      />
      <KeptBack model={model} easy={easy} />
      <TheEnds model={model} />
      <Rounding model={model} />
    </>
  );
};

const KeptBack = ({ model, easy }: ModelProps) => {
  if (model.contingencyPercent === 0) return <Text>We keep nothing back from these amounts.</Text>;
  const why = wordsFor(model.contingencyReason, easy ? 'easyRead' : 'en', 'The rules do not say why.');
  return (
    <Text>
      <strong>We keep back {points(model.contingencyPercent)}% of each amount.</strong> {why}
    </Text>
  );
};

/** Where the rules stop at the top and at the bottom. At the top there is never a cap: a person works it out. */
const TheEnds = ({ model }: Pick<ModelProps, 'model'>) => (
  <>
    {model.ceiling ? (
      <Text>
        <strong>The rules stop at {countPoints(points(model.ceiling.points))}. That is not a cap.</strong> If you have more
        points, there is no set figure. A worker looks at what your support costs, and works it out with you.
      </Text>
    ) : (
      <Text>There is no cap. If the rules have no row for you, a worker looks at what your support costs.</Text>
    )}
    {model.floorPence ? <Text>If there is a figure at all, it is at least {formatPence(model.floorPence)} a week.</Text> : null}
  </>
);

const Rounding = ({ model: { rounding, weeksPerYear } }: Pick<ModelProps, 'model'>) => (
  <Text>
    We work with exact figures all the way. We round just once, at the end, to the nearest{' '}
    {rounding.unitPence === 1 ? 'penny' : formatPence(rounding.unitPence)}. A half goes up. For a year we count{' '}
    {points(weeksPerYear)} weeks.
  </Text>
);

const number = (given: unknown): string | undefined =>
  typeof given === 'number' && Number.isFinite(given) ? points(given) : undefined;

/** How the table was found, as far as the model says. One without people behind it says that first. */
export const Calibration = ({ model }: Pick<ModelProps, 'model'>) => {
  const { sampleSize, date, method, percentile, fitReport } = model.calibration ?? {};
  const said = [
    ['People in the sample', number(sampleSize)],
    ['Day', dayOf(date)],
    ['Percentile', number(percentile)],
    ['Middle of final budget to figure', number(fitReport?.medianRatio)],
    ['Lowest tenth of it', number(fitReport?.p10)],
    ['Highest tenth of it', number(fitReport?.p90)],
  ].flatMap(([key = '', value]) => (value ? [{ key, value }] : []));
  return (
    <>
      <Heading id="fit">How well do the rules fit?</Heading>
      {isCalibrated(model) ? (
        <Text>We set the amounts by what support costs for real people.</Text>
      ) : (
        <Text>
          <strong>These rules are not calibrated on real people.</strong> We have no record that they were checked against what
          support costs.
        </Text>
      )}
      {method ? <Text>{method}</Text> : null}
      {isCalibrated(model) && said.length > 0 ? <SummaryList rows={said} /> : null}
      <Text>
        {fitReport?.byCareGroup === undefined
          ? 'We have not measured yet if they work less well for some groups of people than for others.'
          : 'How well they fit each group of people is in the record below.'}
      </Text>
    </>
  );
};
