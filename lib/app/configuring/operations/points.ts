/**
 * The points model: what statements are worth, the table, what is kept back, its words, its worked examples and its version. Whether the
 * rows rise and the examples come out is told by the check (`lib/domain/allocation-faults.ts`); no figure is worked out here.
 */
import * as z from 'zod';
import { IsoDate } from '../../../domain/calendar.ts';
import { formatPence, LARGEST_PENCE } from '../../../domain/money.ts';
import { RasModel, type Wording, WorkedExample, wordsFor } from '../../../domain/ras-model.ts';
import type { Documents } from '../documents.ts';
import { type CannotDo, cannot, deed, isCannot, quoted } from './deed.ts';
import { withFields } from './field-order.ts';
import { edited, type Written, written } from './written.ts';

type ModelJson = Written<'allocation'>;
type AskedJson = ModelJson['questions'][number];
type TableJson = Extract<ModelJson['allocation'], { kind: 'table' }>;

const Id = z.string().min(1).max(80);
const Points = z.number().min(0).max(1_000_000);
const Pence = z.int().min(0).max(LARGEST_PENCE);
const Words = z.union([z.string().min(1).max(600), z.record(z.string().max(20), z.string().max(600))]);

const ORDER = Object.keys(RasModel.shape);
const at = (place: string) => (operation: { model: string }) => `allocation/${operation.model}/${place}`;

const modelTitle = (documents: Documents, id: string): string => {
  const found = written(documents, 'allocation', id);
  return quoted(isCannot(found) ? id : (found.json.title ?? id));
};

const editedQuestion = (
  documents: Documents,
  model: string,
  question: string,
  edit: (asked: AskedJson) => AskedJson | CannotDo,
): Documents | CannotDo =>
  edited(documents, 'allocation', model, (json) => {
    const own = json.questions.find(({ id }) => id === question);
    const after = own ? edit(own) : cannot(`There is no question ${quoted(question)} in the model.`);
    if (isCannot(after)) return after;
    return { ...json, questions: json.questions.map((each) => (each === own ? after : each)) };
  });

const editedOption = (asked: AskedJson, option: string, fields: Partial<AskedJson['options'][number]>): AskedJson | CannotDo => {
  const own = asked.options.find(({ id }) => id === option);
  if (!own) return cannot(`There is no statement ${quoted(option)} for ${quoted(asked.id)}.`);
  const after = withFields(own, fields, ['id', 'text', 'points']);
  return { ...asked, options: asked.options.map((each) => (each === own ? after : each)) };
};

const statement = (documents: Documents, model: string, question: string, option: string): string => {
  const found = written(documents, 'allocation', model);
  const asked = isCannot(found) ? undefined : found.json.questions.find(({ id }) => id === question);
  return quoted(wordsFor(asked?.options.find(({ id }) => id === option)?.text, 'en', option));
};

const setPoints = deed(
  'set-points',
  { model: Id, question: Id, option: Id, points: Points },
  {
    touches: (operation) => at(`questions/${operation.question}/options/${operation.option}`)(operation),
    words: (documents, { model, question, option, points }) =>
      `Gives ${points} ${points === 1 ? 'point' : 'points'} for ${statement(documents, model, question, option)}.`,
    apply: (documents, { model, question, option, points }) =>
      editedQuestion(documents, model, question, (asked) => editedOption(asked, option, { points })),
  },
);

const rewordModel = deed(
  'reword-model',
  { model: Id, question: Id, option: Id.optional().describe('Left out: the words of the question.'), text: Words },
  {
    touches: (operation) => at(`questions/${operation.question}`)(operation),
    words: (documents, { model, question, option, text }) => {
      const was = option === undefined ? quoted(question) : statement(documents, model, question, option);
      return `Words ${was} as ${quoted(wordsFor(text, 'en', question))}.`;
    },
    apply: (documents, { model, question, option, text }) =>
      editedQuestion(documents, model, question, (asked) => {
        const words: Wording = text;
        if (option !== undefined) return editedOption(asked, option, { text: words });
        return withFields(asked, { text: words }, ['id', 'domain', 'outcomeCodes', 'text', 'options', 'help']);
      }),
  },
);

const pointsOf = (row: TableJson['rows'][number]): number => (Array.isArray(row) ? row[0] : row.points);

const withRow = (table: TableJson, points: number, pence: number | null): TableJson | CannotDo => {
  const was = table.rows.find((row) => pointsOf(row) === points);
  if (pence === null && !was) return cannot(`There is no row for ${points} points.`);
  const others = table.rows.filter((row) => row !== was);
  const rows = pence === null ? others : [...others, { points, pence }].sort((one, other) => pointsOf(one) - pointsOf(other));
  return rows.length > 0 ? { ...table, rows } : cannot('A table has at least one row.');
};

const setTableRow = deed(
  'set-table-row',
  { model: Id, points: Points, pence: Pence.nullable().describe('Pence a week; null takes the row out.') },
  {
    touches: (operation) => at(`allocation/rows/${operation.points}`)(operation),
    words: (documents, { model, points, pence }) =>
      pence === null
        ? `Takes the row for ${points} points out of ${modelTitle(documents, model)}.`
        : `Has ${points} points come to ${formatPence(pence)} a week in ${modelTitle(documents, model)}.`,
    apply: (documents, { model, points, pence }) =>
      edited(documents, 'allocation', model, (json) => {
        if (json.allocation.kind !== 'table') return cannot('This model has no table of points.');
        const allocation = withRow(json.allocation, points, pence);
        return isCannot(allocation) ? allocation : { ...json, allocation };
      }),
  },
);

const setPointPrice = deed(
  'set-point-price',
  { model: Id, pencePerPoint: Points },
  {
    touches: at('allocation/pencePerPoint'),
    words: (_, { pencePerPoint }) => `Has every point come to ${pencePerPoint}p a week.`,
    apply: (documents, { model, pencePerPoint }) =>
      edited(documents, 'allocation', model, (json) => {
        if (json.allocation.kind !== 'perPoint') return cannot('This model has no price for each point.');
        return { ...json, allocation: { kind: 'perPoint', pencePerPoint } };
      }),
  },
);

const setContingency = deed(
  'set-contingency',
  { model: Id, percent: z.number().min(0).max(100), reason: Words.nullable().optional().describe('Why, to the person.') },
  {
    touches: at('contingencyPercent'),
    words: (_, { percent }) => `Keeps back ${percent}% of the up-front figure.`,
    apply: (documents, { model, percent, reason }) =>
      edited(documents, 'allocation', model, (json) => {
        if (percent > 0 && !(reason ?? (reason === undefined ? json.contingencyReason : undefined)))
          return cannot('Say in plain words why money is kept back. People are shown this with their amount.');
        const fields = { contingencyPercent: percent, ...(reason !== undefined && { contingencyReason: reason }) };
        return withFields<ModelJson>(json, fields, ORDER);
      }),
  },
);

const ModelFields = z
  .object({
    title: z.string().min(1).max(200),
    shares: z.array(z.number().min(0).max(100)).min(1).max(20).describe('What family help can be, in percent of the points.'),
    requiresWillingAndAble: z.boolean(),
    ceilingPoints: Points.nullable().describe('Above it the support is costed; no budget is capped.'),
    floorPence: Pence.nullable(),
    unitPence: z.int().min(1).max(10_000),
  })
  .partial()
  .strict();

const ceilingAt = ({ ceiling }: ModelJson, points: number | null): ModelJson['ceiling'] => {
  if (points === null) return null;
  return ceiling ? { ...ceiling, points } : { points, action: 'needsIndividualCosting' };
};

const changeModel = deed(
  'change-model',
  { model: Id, set: ModelFields },
  {
    touches: ({ model }) => `allocation/${model}`,
    words: (documents, { model }) => `Changes the rules of ${modelTitle(documents, model)}.`,
    apply: (documents, { model, set: { shares, requiresWillingAndAble, ceilingPoints, unitPence, ...fields } }) =>
      edited(documents, 'allocation', model, (json) => {
        const informal = { ...(shares && { shares }), ...(requiresWillingAndAble !== undefined && { requiresWillingAndAble }) };
        return withFields<ModelJson>(
          json,
          {
            ...fields,
            ...(Object.keys(informal).length > 0 && { informal: { ...json.informal, ...informal } }),
            ...(ceilingPoints !== undefined && { ceiling: ceilingAt(json, ceilingPoints) }),
            ...(unitPence !== undefined && { rounding: { ...json.rounding, unitPence } }),
          },
          ORDER,
        );
      }),
  },
);

const newModelVersion = deed(
  'new-model-version',
  { model: Id, version: z.string().min(1).max(40), effectiveFrom: IsoDate, publishedAt: IsoDate.optional() },
  {
    touches: at('version'),
    words: (documents, { model, version, effectiveFrom }) =>
      `Makes version ${version} of ${modelTitle(documents, model)}, in effect from ${effectiveFrom}.`,
    apply: (documents, { model, version, effectiveFrom, publishedAt }) =>
      edited(documents, 'allocation', model, (json) => {
        if (String(json.version) === version) return cannot(`This is version ${version} already. New figures are a new version.`);
        return withFields<ModelJson>(json, { version, effectiveFrom, ...(publishedAt && { publishedAt }) }, ORDER);
      }),
  },
);

const changeWorkedExample = deed(
  'change-worked-example',
  { model: Id, id: Id, example: WorkedExample.omit({ id: true }).nullable().describe('null takes it out.') },
  {
    touches: (operation) => at(`workedExamples/${operation.id}`)(operation),
    words: (_, { id, example }) => {
      if (!example) return `Takes out the worked example ${quoted(id)}.`;
      const sum = example.weeklyPence === null ? 'individual costing' : `${formatPence(example.weeklyPence)} a week`;
      return `Has the worked example ${quoted(example.title)} come to ${sum}.`;
    },
    apply: (documents, { model, id, example }) =>
      edited(documents, 'allocation', model, (json) => {
        const all = json.workedExamples ?? [];
        const own = all.findIndex((each) => each.id === id);
        if (!example && own < 0) return cannot(`There is no worked example ${quoted(id)}.`);
        const one = example && { id, ...example };
        const after = own < 0 ? [...all, ...(one ? [one] : [])] : all.toSpliced(own, 1, ...(one ? [one] : []));
        return withFields<ModelJson>(json, { workedExamples: after.length > 0 ? after : null }, ORDER);
      }),
  },
);

export const POINTS_DEEDS = [
  setPoints,
  rewordModel,
  setTableRow,
  setPointPrice,
  setContingency,
  changeModel,
  newModelVersion,
  changeWorkedExample,
] as const;
