/**
 * The figures of law that a contribution is worked out with, year by year, each with its source. Data only: what they come to is
 * `charging.ts`. A figure nobody has found yet is named in `toConfirm`; it is never guessed and never left out in silence.
 */
import * as z from 'zod';
import { IsoDate } from './calendar.ts';
import { LARGEST_PENCE, type Pence } from './money.ts';

const Amount = z.int('A figure is a whole number of pence.').min(0, 'A figure is not below 0.').max(LARGEST_PENCE);

/** All weekly but the two limits, which are capital. The names are those of the regulations (SI 2014/2672). */
export const FIGURE_NAMES = [
  'lowerLimit',
  'upperLimit',
  'single18to24',
  'single25toPensionAge',
  'singlePensionAge',
  'loneParent',
  'coupleEach',
  'couplePensionAgeEach',
  'disabilityPremium',
  'enhancedDisabilityPremium',
  'carerPremium',
  'perChild',
  'personalExpenses',
] as const;
export const FigureName = z.enum(FIGURE_NAMES);
export type FigureName = z.infer<typeof FigureName>;

/** The figures in force from `from` to `until`, both days included. */
export const ChargingYear = z
  .object({
    year: z.string().min(1).max(40).describe('As people say it: 2025/26.'),
    from: IsoDate,
    until: IsoDate,
    pence: z.partialRecord(FigureName, Amount),
    toConfirm: z.array(FigureName).default([]).describe('Figures nobody has found for this year.'),
    sources: z.array(z.string().min(1).max(300)),
    note: z.string().max(500).optional(),
  })
  .strict();
export type ChargingYear = z.infer<typeof ChargingYear>;

const yearFaults = ({ pence, toConfirm, sources }: ChargingYear): { path: string; message: string }[] => {
  const open = new Set<FigureName>(toConfirm);
  const figures = FIGURE_NAMES.flatMap((name) => {
    if (pence[name] === undefined && !open.has(name))
      return [{ path: 'pence', message: `“${name}” has no figure. Give it, or name it under toConfirm.` }];
    if (pence[name] !== undefined && open.has(name))
      return [{ path: 'toConfirm', message: `“${name}” has a figure already. Take it out of toConfirm.` }];
    return [];
  });
  const { lowerLimit: lower, upperLimit: upper } = pence;
  const limits = lower !== undefined && upper !== undefined && lower >= upper;
  return [
    ...figures,
    ...(limits ? [{ path: 'pence', message: 'The lower limit must be below the upper one.' }] : []),
    ...(Object.keys(pence).length > 0 && sources.length === 0
      ? [{ path: 'sources', message: 'Say where the figures come from.' }]
      : []),
  ];
};

/** One nation's figures, the oldest year first, no two years on one day. */
export const ChargingFigures = z
  .object({
    $schema: z.string().optional(),
    id: z.string().min(1).max(60),
    title: z.string().min(1).max(120),
    jurisdiction: z.enum(['ENG', 'SCT', 'WLS']),
    note: z.string().max(1000).optional(),
    /** Between the limits, each step of capital or part of one counts as this much a week. */
    tariff: z.object({ stepPence: Amount.min(1), weeklyPence: Amount, source: z.string().min(1).max(300) }).strict(),
    years: z.array(ChargingYear).min(1),
  })
  .strict()
  .superRefine(({ years }, context) => {
    years.forEach((each, place) => {
      const before = years[place - 1];
      const fault = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['years', place, path], message });
      if (each.until < each.from) fault('until', 'A year ends after it begins.');
      if (before && each.from <= before.until)
        fault('from', 'Years follow each other. This one begins before the last has ended.');
      for (const { path, message } of yearFaults(each)) fault(path, message);
    });
  });
export type ChargingFigures = z.infer<typeof ChargingFigures>;

/** A figure with the year it was found for. `inForce`: that year had not ended on the day it was asked for. */
export type FoundFigure = { readonly pence: Pence; readonly year: string; readonly inForce: boolean };

/**
 * The newest figure with a source that had come into force by `on`. `undefined` when there is none: nothing is ever made up.
 * @example newestFigure(england, 'single25toPensionAge', '2026-11-21') // { pence: 11250, year: '2025/26', inForce: false }
 */
export const newestFigure = ({ years }: ChargingFigures, name: FigureName, on: IsoDate): FoundFigure | undefined => {
  const found = years.findLast(({ from, pence }) => from <= on && pence[name] !== undefined);
  const pence = found?.pence[name];
  return found && pence !== undefined ? { pence, year: found.year, inForce: on <= found.until } : undefined;
};

/** The year that `on` falls in, as people say it, where the file has a row for it. @example yearOn(england, '2026-11-21') // '2026/27' */
export const yearOn = ({ years }: ChargingFigures, on: IsoDate): string | undefined =>
  years.find(({ from, until }) => from <= on && on <= until)?.year;
