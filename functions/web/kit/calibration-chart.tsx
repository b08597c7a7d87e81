/**
 * What the points table gives beside what plans came to: a dot for each agreed plan, the table as a line, and all of it again as a table.
 * It shows and judges nothing: a dot above the line is a plan whose needs cost more. Sums come from the domain; no script, no inline style.
 */
import type { CalibrationPoint } from '../../../lib/app/configuring/picture-counts.ts';
import { priced } from '../../../lib/domain/allocation-figure.ts';
import { exactly, formatPence } from '../../../lib/domain/money.ts';
import { highestPoints, type RasModel } from '../../../lib/domain/ras-model.ts';
import { Details } from './messages.tsx';
import { Table } from './tables.tsx';

/** The line of a model: the figure from each of these points on, up to the next (`step`) or on the way to it (`straight`). */
export type TableLine = {
  readonly shape: 'step' | 'straight';
  readonly at: readonly { readonly points: number; readonly weeklyPence: number }[];
};

const breaks = ({ allocation }: RasModel): number[] => {
  if (allocation.kind === 'perPoint') return [];
  return allocation.rows.map((row) => ('points' in row ? row.points : row.from));
};

/** What the model gives, from no points to the most anybody can have or to its ceiling. @example tableLine(demo).shape // 'straight' */
export const tableLine = (model: RasModel): TableLine => {
  const { allocation, ceiling } = model;
  const last = Math.min(ceiling?.points ?? Number.POSITIVE_INFINITY, highestPoints(model));
  const shape =
    allocation.kind === 'bands' || (allocation.kind === 'table' && allocation.interpolation === 'step') ? 'step' : 'straight';
  const points = [...new Set([0, ...breaks(model).filter((each) => each < last), last])].sort((one, other) => one - other);
  const at = points.flatMap((each) => {
    const { pence } = priced(model, exactly(each));
    return pence === null ? [] : [{ points: each, weeklyPence: pence }];
  });
  return { shape, at };
};

const WIDE = 600;
const HIGH = 380;
const ROOM = { left: 86, right: 20, top: 20, bottom: 58 };

/** Round numbers from nothing to at least `most`, about five of them. @example roundSteps(93) // [0, 20, 40, 60, 80, 100] */
export const roundSteps = (most: number): number[] => {
  const rough = Math.max(most, 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough) ?? power;
  return Array.from({ length: Math.ceil(Math.max(most, 1) / step) + 1 }, (_, place) => Math.round(place * step * 100) / 100);
};

type Scale = { readonly steps: readonly number[]; readonly at: (value: number) => number };
const tenth = (number: number): number => Math.round(number * 10) / 10;

const scaleOf = (most: number, from: number, to: number): Scale => {
  const steps = roundSteps(most);
  const end = steps.at(-1) ?? 1;
  return { steps, at: (value) => tenth(from + (value / end) * (to - from)) };
};

const linePath = ({ shape, at }: TableLine, x: Scale, y: Scale): string =>
  at
    .map(({ points, weeklyPence }, place) => {
      const [across, up] = [x.at(points), y.at(weeklyPence / 100)];
      if (place === 0) return `M${across},${up}`;
      return shape === 'step' ? `H${across}V${up}` : `L${across},${up}`;
    })
    .join('');

const pounds = (whole: number): string => formatPence(whole * 100).replace(/\.00$/, '');

const Axes = ({ x, y }: { readonly x: Scale; readonly y: Scale }) => (
  <g>
    {y.steps.map((step) => (
      <g>
        <path class="ow-chart__grid" d={`M${ROOM.left},${y.at(step)}H${WIDE - ROOM.right}`} />
        <text class="ow-chart__number" x={ROOM.left - 8} y={y.at(step) + 5} text-anchor="end">
          {pounds(step)}
        </text>
      </g>
    ))}
    {x.steps.map((step) => (
      <text class="ow-chart__number" x={x.at(step)} y={HIGH - ROOM.bottom + 22} text-anchor="middle">
        {String(step)}
      </text>
    ))}
    <path class="ow-chart__axis" d={`M${ROOM.left},${ROOM.top}V${HIGH - ROOM.bottom}H${WIDE - ROOM.right}`} />
    <text class="ow-chart__label" x={(ROOM.left + WIDE - ROOM.right) / 2} y={HIGH - 10} text-anchor="middle">
      Points, after family help
    </text>
    <text
      class="ow-chart__label"
      x={18}
      y={(HIGH - ROOM.bottom) / 2}
      text-anchor="middle"
      transform={`rotate(-90 18 ${(HIGH - ROOM.bottom) / 2})`}
    >
      Agreed, pounds a week
    </text>
  </g>
);

const difference = ({ agreedWeeklyPence, tableWeeklyPence }: CalibrationPoint): number | undefined =>
  tableWeeklyPence === null ? undefined : agreedWeeklyPence - tableWeeklyPence;

const differenceWords = (point: CalibrationPoint): string => {
  const apart = difference(point);
  if (apart === undefined) return 'No figure to compare';
  if (apart === 0) return 'The same';
  return `${formatPence(Math.abs(apart))} ${apart > 0 ? 'more' : 'less'}`;
};

/** @example "3 agreed plans: 1 cost more than its figure, 1 less and 1 the same." */
const inWords = (points: readonly CalibrationPoint[]): string => {
  const count = (is: (apart: number) => boolean) => points.filter((point) => is(difference(point) ?? Number.NaN)).length;
  const [more, less, same] = [count((apart) => apart > 0), count((apart) => apart < 0), count((apart) => apart === 0)];
  const without = points.length - more - less - same;
  const plans = points.length === 1 ? '1 agreed plan' : `${points.length} agreed plans`;
  const none = without > 0 ? ` ${without} had no figure, because the needs were costed one by one.` : '';
  return `${plans}: ${more} cost more than the up-front figure, ${less} less and ${same} the same.${none}`;
};

type CalibrationChartProps = { readonly points: readonly CalibrationPoint[]; readonly line: TableLine };

/** Everything the chart shows, in figures. */
const ChartTables = ({ points, line }: CalibrationChartProps) => (
  <Details summary="The same as a table">
    <Table
      caption="What the table gives"
      head={[
        { text: line.shape === 'step' ? 'From this many points' : 'Points', numeric: true },
        { text: 'Pounds a week', numeric: true },
      ]}
      rows={line.at.map((each) => [String(each.points), formatPence(each.weeklyPence)])}
    />
    <Table
      caption="Agreed plans, the fewest points first"
      head={[
        { text: 'Points', numeric: true },
        { text: 'Agreed a week', numeric: true },
        { text: 'Up-front figure then', numeric: true },
        { text: 'Agreed beside the figure' },
      ]}
      rows={points.map((point) => [
        String(point.points),
        formatPence(point.agreedWeeklyPence),
        point.tableWeeklyPence === null ? 'None' : formatPence(point.tableWeeklyPence),
        differenceWords(point),
      ])}
    />
  </Details>
);

export const CalibrationChart = ({ points, line }: CalibrationChartProps) => {
  if (points.length === 0)
    return <p class="govuk-body">No plan has been agreed yet after an up-front figure, so there is nothing to show.</p>;
  const sorted = [...points].sort((one, other) => one.points - other.points || one.agreedWeeklyPence - other.agreedWeeklyPence);
  const farthest = Math.max(...sorted.map((each) => each.points), ...line.at.map((each) => each.points));
  const dearest = Math.max(...sorted.map((each) => each.agreedWeeklyPence), ...line.at.map((each) => each.weeklyPence));
  const x = scaleOf(farthest, ROOM.left, WIDE - ROOM.right);
  const y = scaleOf(dearest / 100, HIGH - ROOM.bottom, ROOM.top);
  const words = inWords(sorted);
  return (
    <div class="ow-calibration">
      <p class="govuk-body">{words}</p>
      <p class="govuk-body">Each dot is one plan. The line is what the table gives for the points.</p>
      <section class="ow-scroll" aria-label="Chart of points and what was agreed" tabindex={0}>
        <svg class="ow-chart" role="img" aria-label={`${words} The table below has every plan.`} viewBox={`0 0 ${WIDE} ${HIGH}`}>
          <Axes x={x} y={y} />
          <path class="ow-chart__line" d={linePath(line, x, y)} />
          {sorted.map((point) => (
            <circle class="ow-chart__dot" cx={x.at(point.points)} cy={y.at(point.agreedWeeklyPence / 100)} r={5} />
          ))}
        </svg>
      </section>
      <ChartTables points={sorted} line={line} />
    </div>
  );
};
