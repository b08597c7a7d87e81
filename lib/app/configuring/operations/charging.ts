/**
 * The figures of law that contributions are worked out with, added by date. What was in force in a year that has been followed by
 * another is never written over: assessments were made with it. What the figures mean is `lib/domain/charging-figures.ts`.
 */
import * as z from 'zod';
import { addDays, addMonths, formatDate, IsoDate } from '../../../domain/calendar.ts';
import { FIGURE_NAMES, FigureName } from '../../../domain/charging-figures.ts';
import { formatPence, LARGEST_PENCE } from '../../../domain/money.ts';
import { begun, type CannotDo, cannot, deed, quoted } from './deed.ts';
import { withFields } from './field-order.ts';
import { edited, type Written } from './written.ts';

type ChargingJson = Written<'charging'>;
type YearJson = ChargingJson['years'][number];

const YEAR_ORDER = ['year', 'from', 'until', 'pence', 'toConfirm', 'sources', 'note'];

const NAMES: Readonly<Record<FigureName, string>> = {
  lowerLimit: 'the lower limit of capital',
  upperLimit: 'the upper limit of capital',
  single18to24: 'the minimum income, single, 18 to 24',
  single25toPensionAge: 'the minimum income, single, 25 to pension age',
  singlePensionAge: 'the minimum income, single, at pension age',
  loneParent: 'the minimum income of a lone parent',
  coupleEach: 'the minimum income, each of a couple',
  couplePensionAgeEach: 'the minimum income, each of a couple at pension age',
  disabilityPremium: 'the disability premium',
  enhancedDisabilityPremium: 'the enhanced disability premium',
  carerPremium: 'the carer premium',
  perChild: 'the amount for each child',
  personalExpenses: 'the personal expenses allowance',
};

/** The year a day begins, as people say it. @example yearName('2027-04-06') // '2027/28' */
const yearName = (from: IsoDate): string => {
  const year = Number(from.slice(0, 4));
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
};

const withFigure = (year: YearJson, figure: FigureName, pence: number, source: string | undefined): YearJson => {
  const open = (year.toConfirm ?? []).filter((name) => name !== figure);
  const sources = source === undefined || year.sources.includes(source) ? year.sources : [...year.sources, source];
  const held = year.pence as Partial<Record<FigureName, number>>;
  const fields = { pence: withFields(held, { [figure]: pence }, FIGURE_NAMES), toConfirm: open, sources };
  return withFields(year, fields as Partial<YearJson>, YEAR_ORDER);
};

const newYear = (from: IsoDate): YearJson =>
  ({
    year: yearName(from),
    from,
    until: addDays(addMonths(from, 12), -1),
    pence: {},
    toConfirm: [...FIGURE_NAMES],
    sources: [],
  }) as YearJson;

/** Where the figure goes: a year there is, or a new one after them all. */
const yearFor = (years: readonly YearJson[], figure: FigureName, from: IsoDate): YearJson | CannotDo => {
  if (!IsoDate.safeParse(from).success) return cannot(`${quoted(from)} is no day. A date is written like 2026-04-06.`);
  const last = years.at(-1);
  const own = years.find((year) => year.from === from);
  if (own) {
    const held = (own.pence as Partial<Record<FigureName, number>>)[figure];
    if (held === undefined || own === last) return own;
    return cannot(
      `${begun(NAMES[figure])} of ${own.year} is ${formatPence(held)}, and figures of the past stay as they were. Add one from a later day.`,
    );
  }
  if (!last || from > last.until) return newYear(from);
  const around = years.findLast((year) => year.from <= from);
  const begins = around
    ? `${around.year} begins on ${formatDate(around.from)}`
    : `the first year here begins on ${formatDate(years[0]?.from ?? from)}`;
  return cannot(
    `Figures come into force when a year begins, and ${begins}. Use that day, or one after ${formatDate(last.until)}.`,
  );
};

const setFigure = deed(
  'set-figure',
  {
    file: z.string().min(1).max(60),
    figure: FigureName,
    from: IsoDate.describe('The day it comes into force: the first of a year of figures.'),
    pence: z.int().min(0).max(LARGEST_PENCE),
    source: z.string().min(1).max(300).optional().describe('Where it was found. Needed where the year names none yet.'),
  },
  {
    touches: ({ file, figure, from }) => `charging/${file}/years/${from}/${figure}`,
    words: (_, { figure, from, pence }) => `Has ${NAMES[figure]} be ${formatPence(pence)} from ${formatDate(from)}.`,
    apply: (documents, { file, figure, from, pence, source }) =>
      edited(documents, 'charging', file, (json) => {
        const year = yearFor(json.years, figure, from);
        if ('cannot' in year) return year;
        if (source === undefined && year.sources.length === 0)
          return cannot('Say where the figure was found, so that it can be looked up.');
        const after = withFigure(year, figure, pence, source);
        const years = json.years.includes(year)
          ? json.years.map((each) => (each === year ? after : each))
          : [...json.years, after];
        return { ...json, years };
      }),
  },
);

export const CHARGING_DEEDS = [setFigure] as const;
