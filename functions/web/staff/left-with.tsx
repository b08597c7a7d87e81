/**
 * What the law leaves a person with each week, as figures to start from: each with its year and its source, and said when a newer year
 * has not been found. Only the worker knows whose figure it is, so nothing is filled in from here.
 */
import type { IsoDate } from '../../../lib/domain/calendar.ts';
import {
  type ChargingFigures,
  type FigureName,
  type FoundFigure,
  newestFigure,
  yearOn,
} from '../../../lib/domain/charging-figures.ts';
import { formatPence, type Pence } from '../../../lib/domain/money.ts';
import { Details } from '../kit/messages.tsx';
import { Table } from '../kit/tables.tsx';

const NAMES: readonly (readonly [name: FigureName, words: string])[] = [
  ['single18to24', 'One person, 18 to 24'],
  ['single25toPensionAge', 'One person, 25 to pension age'],
  ['singlePensionAge', 'One person, pension age or older'],
  ['loneParent', 'A lone parent'],
  ['coupleEach', 'Each of a couple'],
  ['couplePensionAgeEach', 'Each of a couple, pension age or older'],
  ['disabilityPremium', 'Disability premium, on top'],
  ['enhancedDisabilityPremium', 'Enhanced disability premium, on top'],
  ['carerPremium', 'Carer premium, on top'],
  ['perChild', 'For each child, on top'],
  ['personalExpenses', 'In a care home: personal expenses allowance'],
];

/** A sum of figures of law. `newest`: none of them is from a year that has ended. */
export type Suggestion = {
  readonly words: string;
  readonly pence: Pence;
  readonly years: readonly string[];
  readonly newest: boolean;
};

const SUMS: readonly (readonly [words: string, names: readonly FigureName[]])[] = [
  ['one person, 25 to pension age', ['single25toPensionAge']],
  ['with the disability premium', ['single25toPensionAge', 'disabilityPremium']],
  ['with the enhanced one too', ['single25toPensionAge', 'disabilityPremium', 'enhancedDisabilityPremium']],
  ['in a care home', ['personalExpenses']],
];

/**
 * Sums to start from, as far as all their figures are found.
 * @example suggestedLeftWith(england, '2026-11-21')[1] // { words: 'with the disability premium', pence: 16215, years: ['2025/26'], newest: false }
 */
export const suggestedLeftWith = (figures: ChargingFigures, on: IsoDate): Suggestion[] =>
  SUMS.flatMap(([words, names]) => {
    const found = names.flatMap((name) => newestFigure(figures, name, on) ?? []);
    if (found.length < names.length) return [];
    const pence = found.reduce((sum, each) => sum + each.pence, 0);
    const years = [...new Set(found.map(({ year }) => year))];
    return [{ words, pence, years, newest: found.every(({ inForce }) => inForce) }];
  });

/** The suggestions as the hint of a field; nothing where no figure is known. */
export const leftWithHint = (figures: ChargingFigures, on: IsoDate): string | undefined => {
  const sums = suggestedLeftWith(figures, on);
  if (sums.length === 0) return undefined;
  const years = [...new Set(sums.flatMap((each) => each.years))].join(' and ');
  const words = sums.map((sum) => `${sum.words} ${formatPence(sum.pence)}`).join(', ');
  return `The figures of ${years}: ${words}.`;
};

/** Said when what is shown is not of the year it is; nothing where all of it is. */
const notNewest = (figures: ChargingFigures, found: readonly FoundFigure[], on: IsoDate): string | undefined => {
  if (found.every(({ inForce }) => inForce)) return undefined;
  const year = yearOn(figures, on);
  return `Not every figure${year ? ` of ${year}` : ' of this year'} has been found yet. These are the newest there are: check them before you decide.`;
};

const sourcesOf = ({ years }: ChargingFigures, found: readonly FoundFigure[]): string[] => {
  const used = new Set(found.map(({ year }) => year));
  return years.filter(({ year }) => used.has(year)).flatMap(({ year, sources }) => sources.map((source) => `${year}: ${source}`));
};

/** Every figure that has been found, with its year, and where each year's come from. */
export const LeftWithFigures = ({ figures, on }: { readonly figures: ChargingFigures; readonly on: IsoDate }) => {
  const rows = NAMES.flatMap(([name, words]) => {
    const found = newestFigure(figures, name, on);
    return found ? [{ words, found }] : [];
  });
  const found = rows.map((row) => row.found);
  const late = notNewest(figures, found, on);
  return (
    <>
      {late ? <p class="govuk-body">{late}</p> : null}
      <Details summary="The figures of law, and where they come from">
        <Table
          caption="What the law leaves a person with, a week"
          rowHeads
          head={[{ text: 'Who' }, { text: 'Year' }, { text: 'Figure', numeric: true }]}
          rows={rows.map(({ words, found: { pence, year, inForce } }) => [
            words,
            inForce ? year : `${year}, the newest found`,
            formatPence(pence),
          ])}
          empty="No figure has been found."
        />
        <ul class="govuk-list govuk-list--bullet">
          {sourcesOf(figures, found).map((source) => (
            <li>{source}</li>
          ))}
        </ul>
      </Details>
    </>
  );
};
