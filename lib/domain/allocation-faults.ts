/**
 * What keeps a model of points and money from being published (domain rule V14), each fault with its place. Not whether it can be
 * tried: `allocate` works with any `RasModel`. Called by the check of the workflows folder and by the `allocate` command.
 */
import * as z from 'zod';
import type { Band, Row } from './allocation-table.ts';
import { IsoDate } from './calendar.ts';
import { isOutcomeCode } from './eligibility.ts';
import { highestPoints, RasModel, RasOption, RasQuestion, UNNAMED } from './ras-model.ts';

/** The closed list of what can be wrong with a model. */
export const ModelFaultCode = z.enum([
  'not-a-model',
  'duplicate-points',
  'duplicate-id',
  'ceiling-caps',
  'unknown-field',
  'not-monotonic',
  'does-not-start-at-zero',
  'highest-score-uncovered',
  'bands-overlap',
  'bands-leave-a-gap',
  'unknown-outcome-code',
  'publishing-details-missing',
  'contingency-without-reason',
]);
export type ModelFaultCode = z.infer<typeof ModelFaultCode>;

/** `where` is a place in the file, such as `allocation.rows[2].pence`; empty for the whole of it. */
export type ModelFault = {
  readonly code: ModelFaultCode;
  readonly where: string;
  readonly message: string;
  readonly law?: string;
};

const fault = (code: ModelFaultCode, where: string, message: string): ModelFault => ({ code, where, message });

const place = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

const fromIssue = (issue: z.core.$ZodIssue): ModelFault => {
  const given = issue.code === 'custom' ? issue.params : undefined;
  const code = ModelFaultCode.safeParse(given?.fault);
  const message = issue.message.endsWith('.') ? issue.message : `${issue.message}.`;
  const found = fault(code.data ?? 'not-a-model', place(issue.path), message);
  return typeof given?.law === 'string' ? { ...found, law: given.law } : found;
};

/** A model read from a file, or what is wrong with the parts its figure depends on. */
export type ReadModel =
  | { readonly ok: true; readonly model: RasModel }
  | { readonly ok: false; readonly faults: readonly ModelFault[] };

/** Reads a model from what a file holds. Tolerant: a model that may be tried is not yet one that may be published. */
export const readModel = (file: unknown): ReadModel => {
  const read = RasModel.safeParse(file);
  return read.success ? { ok: true, model: read.data } : { ok: false, faults: read.error.issues.map(fromIssue) };
};

/** A misspelt field would silently leave its default in force, so a published model has none that is not known. */
const strange = (value: unknown, known: readonly string[], where: string): ModelFault[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  return unknown.map((key) =>
    fault('unknown-field', where ? `${where}.${key}` : key, `“${key}” is no field of a model. Check its spelling.`),
  );
};

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
const members = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const strangeFields = (file: unknown): ModelFault[] => [
  ...strange(file, Object.keys(RasModel.shape), ''),
  ...strange(member(file, 'allocation'), ['kind', 'rows', 'interpolation', 'pencePerPoint'], 'allocation'),
  ...strange(member(file, 'informal'), ['shares', 'requiresWillingAndAble'], 'informal'),
  ...strange(member(file, 'ceiling'), ['points', 'action'], 'ceiling'),
  ...strange(member(file, 'rounding'), ['mode', 'unitPence'], 'rounding'),
  ...members(member(file, 'questions')).flatMap((question, asked) => [
    ...strange(question, Object.keys(RasQuestion.shape), `questions[${asked}]`),
    ...members(member(question, 'options')).flatMap((option, offered) =>
      strange(option, Object.keys(RasOption.shape), `questions[${asked}].options[${offered}]`),
    ),
  ]),
];

const rowFaults = (rows: readonly Row[]): ModelFault[] =>
  rows.flatMap((row, index) => {
    const before = rows[index - 1];
    const where = `allocation.rows[${index}]`;
    if (!before)
      return row.points === 0 ? [] : [fault('does-not-start-at-zero', where, 'The first row of a table is for 0 points.')];
    if (row.points < before.points) return [fault('not-monotonic', where, 'Put the rows in order of their points.')];
    if (row.pence >= before.pence) return [];
    return [
      fault(
        'not-monotonic',
        where,
        `${row.points} points come to less money than ${before.points}. More need is never less money.`,
      ),
    ];
  });

const bandFaults = (bands: readonly Band[]): ModelFault[] => [
  ...rowFaults(bands.map(({ from, pence }) => ({ points: from, pence }))),
  ...bands.flatMap((band, index) => {
    const next = bands[index + 1];
    const where = `allocation.rows[${index}].to`;
    if (band.to !== null && band.to < band.from) return [fault('bands-overlap', where, 'A band ends before it starts.')];
    if (!next || band.to === null) return [];
    if (next.from < band.to) return [fault('bands-overlap', where, 'The next band starts before this one ends.')];
    return next.from > band.to + 1 ? [fault('bands-leave-a-gap', where, 'There are points between this band and the next.')] : [];
  }),
];

const lastCovered = ({ allocation }: RasModel): number => {
  if (allocation.kind === 'perPoint') return Number.POSITIVE_INFINITY;
  const last = allocation.rows.at(-1);
  if (!last) return 0;
  return 'points' in last ? last.points : (last.to ?? Number.POSITIVE_INFINITY);
};

const tableFaults = (model: RasModel): ModelFault[] => {
  const { allocation } = model;
  const faults =
    allocation.kind === 'table' ? rowFaults(allocation.rows) : allocation.kind === 'bands' ? bandFaults(allocation.rows) : [];
  const highest = highestPoints(model);
  if (model.ceiling || highest <= lastCovered(model)) return faults;
  const message = `A person can reach ${highest} points and the rows stop before. Add rows, or a ceiling that leads to individual costing.`;
  return [...faults, fault('highest-score-uncovered', 'allocation.rows', message)];
};

const codeFaults = ({ questions }: RasModel): ModelFault[] =>
  questions.flatMap(({ outcomeCodes }, asked) =>
    outcomeCodes.flatMap((code, index) => {
      if (!code.startsWith('CA-') || isOutcomeCode(code)) return [];
      return [
        fault('unknown-outcome-code', `questions[${asked}].outcomeCodes[${index}]`, `“${code}” is not one of the ten outcomes.`),
      ];
    }),
  );

const detailFaults = (model: RasModel): ModelFault[] => {
  const missing = (field: string, what: string) => fault('publishing-details-missing', field, `A published model has ${what}.`);
  const faults: ModelFault[] = [];
  if (model.id === UNNAMED) faults.push(missing('id', 'an id'));
  if (model.version === UNNAMED) faults.push(missing('version', 'a version'));
  if (!model.jurisdiction) faults.push(missing('jurisdiction', 'a jurisdiction, such as ENG'));
  if (!IsoDate.safeParse(model.effectiveFrom).success)
    faults.push(missing('effectiveFrom', 'the day it takes effect, such as 2026-04-06'));
  if (model.contingencyPercent > 0 && !model.contingencyReason) {
    const message = 'Say in plain words why money is kept back. People are shown this with their amount.';
    faults.push(fault('contingency-without-reason', 'contingencyReason', message));
  }
  return faults;
};

/**
 * Everything that keeps a model from being published, in the order of the file's parts; empty when it may be. Takes what a file
 * holds, so that a misspelt field is seen before it is forgotten. V14: rows rise, start at 0, are never negative and cover the
 * highest score or have a ceiling, and no ceiling caps a budget.
 * @example the table of R (Savva): ['does-not-start-at-zero', …]; it reproduces both figures all the same
 */
export const modelFaults = (file: unknown): readonly ModelFault[] => {
  const read = readModel(file);
  if (!read.ok) return [...read.faults, ...strangeFields(file)];
  const { model } = read;
  return [...strangeFields(file), ...detailFaults(model), ...codeFaults(model), ...tableFaults(model)];
};
