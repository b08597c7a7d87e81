/**
 * A council's published rules from answers to money (a resource allocation system): questions with points, family help, the table,
 * what is kept back. Data only: the figure is `allocation.ts`. Strict where the figure depends on it, tolerant elsewhere, so that
 * models written by others can be tried; whether one may be published is `modelFaults` in `allocation-faults.ts`.
 */
import * as z from 'zod';
import { Amount, PointsToMoney } from './allocation-table.ts';
import { exactly } from './money.ts';

/** Words for people: one text, or one for each language and for Easy Read: `{ "en": "…", "easyRead": "…" }`. */
export const Wording = z.union([z.string(), z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]))]);
export type Wording = z.infer<typeof Wording>;
export type Audience = 'en' | 'easyRead';

const firstText = (given: string | Record<string, string> | undefined): string | undefined =>
  typeof given === 'object' ? (given.en ?? Object.values(given)[0]) : given;

/**
 * The text for an audience; where there is none, the English, then whatever there is, then `otherwise`.
 * @example wordsFor({ en: 'Nights', easyRead: 'At night' }, 'easyRead', 'q10') // 'At night'
 */
export const wordsFor = (wording: Wording | null | undefined, audience: Audience, otherwise: string): string => {
  if (!wording || typeof wording === 'string') return wording || otherwise;
  const text = firstText(wording[audience]) ?? firstText(wording.en) ?? firstText(wording.lang);
  return text ?? firstText(Object.values(wording)[0]) ?? otherwise;
};

const Id = z.string().min(1).max(80);
const percent = z.number().min(0).max(100);

/** A statement to choose, and how many points it is worth. More need is more points, so points are never negative. */
export const RasOption = z.object({ id: Id, text: Wording.optional(), points: Amount });
export type RasOption = z.infer<typeof RasOption>;

const noTwins = (ids: readonly { id: string }[], context: z.RefinementCtx): void => {
  const again = ids.findIndex(({ id }, place) => ids.findIndex((other) => other.id === id) !== place);
  if (again < 0) return;
  const message = `“${ids[again]?.id}” is already the id of another one. An answer must point to one thing only.`;
  context.addIssue({ code: 'custom', path: [again, 'id'], message, params: { fault: 'duplicate-id' } });
};

export const RasQuestion = z.object({
  id: Id,
  /** The area of life, as staff name it. */
  domain: z.string().optional(),
  /** The statutory outcomes this question bears on; a question about nights or deciding may have none of its own. */
  outcomeCodes: z.array(z.string()).default([]),
  text: Wording.optional(),
  options: z.array(RasOption).min(1, 'A question offers at least one statement.').superRefine(noTwins),
  help: Wording.nullish(),
});
export type RasQuestion = z.infer<typeof RasQuestion>;

/** What family and friends do, as a percentage of a question's points. No one can be made to care, so help must be freely given. */
const Informal = z.object({
  /** No help is always one of them. */
  shares: z
    .array(percent)
    .default([0])
    .transform((shares) => [...new Set([0, ...shares])].sort((one, other) => one - other)),
  requiresWillingAndAble: z.boolean().default(true),
});

const NO_CAP = 'Above the ceiling the figure is worked out individually ("needsIndividualCosting"). A budget is never capped.';
const Ceiling = z.object({
  points: Amount,
  action: z
    .string()
    .default('needsIndividualCosting')
    .superRefine((action, context) => {
      if (action === 'needsIndividualCosting') return;
      context.addIssue({ code: 'custom', message: NO_CAP, params: { fault: 'ceiling-caps', law: 'Care Act 2014 s.26' } });
    }),
});

const Rounding = z.object({ mode: z.literal('halfUp').default('halfUp'), unitPence: z.int().min(1).max(10_000).default(1) });

/** How the table was found and how well it fits. Published with the model; it never changes a figure. */
const Calibration = z.looseObject({
  sampleSize: z.number().optional(),
  date: z.string().optional(),
  method: z.string().optional(),
  percentile: z.number().nullable().optional(),
  fitReport: z.looseObject({}).optional(),
});

/** Made-up answers and what they must come to; whether they do is `worked-example.ts`. */
export const WorkedExample = z
  .object({
    id: Id,
    title: z.string().min(1).max(120),
    answers: z.record(
      Id,
      z.object({ option: Id, informalShare: percent.optional(), willingAndAble: z.boolean().optional() }).strict(),
    ),
    weeklyPence: z.int().min(0).nullable().describe('Pence a week; null where it must lead to individual costing.'),
  })
  .strict();
export type WorkedExample = z.infer<typeof WorkedExample>;

/** What a model without a name of its own is called. Enough to try it, never to publish it. */
export const UNNAMED = 'unnamed';

/** Field for field the published form of the rules. Immutable once used: new figures are a new version. */
export const RasModel = z.object({
  $schema: z.string().optional(),
  id: z.string().min(1).max(80).default(UNNAMED),
  version: z.union([z.string().min(1), z.number()]).default(UNNAMED),
  title: z.string().optional(),
  publishedAt: z.string().nullable().optional(),
  effectiveFrom: z.string().nullable().optional(),
  jurisdiction: z.string().optional(),
  careGroups: z.array(z.string()).default(['all']),
  questions: z.array(RasQuestion).min(1, 'A model asks at least one question.').superRefine(noTwins),
  informal: Informal.default({ shares: [0], requiresWillingAndAble: true }),
  allocation: PointsToMoney,
  /** Kept back from the figure, in percent. */
  contingencyPercent: percent.default(0),
  contingencyReason: Wording.nullish(),
  ceiling: Ceiling.nullish(),
  /** The least anyone with some need is shown, in pence a week. */
  floorPence: z.int().min(0).nullish(),
  rounding: Rounding.default({ mode: 'halfUp', unitPence: 1 }),
  weeksPerYear: z.number().min(1).max(53).default(52),
  calibration: Calibration.nullish(),
  workedExamples: z.array(WorkedExample).max(50).superRefine(noTwins).optional(),
  publicUrl: z.string().nullish(),
});
export type RasModel = z.infer<typeof RasModel>;
/** A model as it may be written in a file, before the defaults. */
export type RasModelFile = z.input<typeof RasModel>;

/** The highest total anyone can reach, for the checks and the explainer. */
export const highestPoints = (model: RasModel): number =>
  model.questions
    .reduce((total, { options }) => total.add(exactly(Math.max(...options.map(({ points }) => points)))), exactly(0))
    .valueOf();
