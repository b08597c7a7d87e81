/**
 * The care and support plan, or a carer's support plan: what will help, who gives it, what it costs a week, and how each eligible need is met. Writing it is
 * here; agreeing it is `approval.ts`. Contents follow section 25 of the Care Act 2014.
 */
import * as z from 'zod';
import { kindOfNeed, NEED_CODES, NeedCode } from './eligibility.ts';
import { fraction, type Pence, Pence as PenceSchema, roundHalfUp } from './money.ts';
import type { CaseKind } from './stage.ts';

/** How often, as a decimal with at most two places: "3.5" hours a week. Kept as text so that no float ever touches money. */
export const UnitsPerWeek = z.string().regex(/^(?!0+(\.0+)?$)\d{1,3}(\.\d{1,2})?$/, 'Enter a number above 0, such as 3 or 3.5.');

export const Unit = z.enum(['hour', 'visit', 'day', 'night', 'week']);
export type Unit = z.infer<typeof Unit>;

/** One line of the plan. `unitPence` × `unitsPerWeek` is its weekly cost. */
export const SupportItem = z
  .object({
    what: z.string().trim().min(1).max(200),
    provider: z.string().trim().max(120).default(''),
    unit: Unit,
    unitsPerWeek: UnitsPerWeek,
    unitPence: PenceSchema.min(0, 'A unit cannot cost less than nothing.').max(
      10_000_000,
      'A unit cannot cost more than £100,000.',
    ),
    meets: z.array(NeedCode).min(1),
  })
  .strict();
export type SupportItem = z.infer<typeof SupportItem>;

/** How an eligible need is looked after where no line of the plan does it. Never silent (I-04). */
export const OtherWay = z
  .object({ outcome: NeedCode, how: z.enum(['carer', 'declined', 'unmet']), reason: z.string().trim().min(1).max(1000) })
  .strict();
export type OtherWay = z.infer<typeof OtherWay>;

export const PlanContent = z
  .object({
    goals: z.string().trim().max(4000),
    items: z.array(SupportItem).max(40),
    otherWays: z.array(OtherWay).max(NEED_CODES.length),
    backUp: z.string().trim().max(4000).default(''),
  })
  .strict();
export type PlanContent = z.infer<typeof PlanContent>;

/**
 * A plan as it stands. `version` counts its saves within the case, so that an approver agrees exactly what they read. `authors` is
 * everybody who has saved it since support was last agreed: none of them may agree it.
 */
export type Plan = PlanContent & {
  readonly version: number;
  readonly authors: readonly string[];
  readonly writtenBy: { id: string; name: string };
  readonly writtenAt: string;
};

/**
 * The weekly cost of one line, to the nearest penny, half a penny up.
 * @example 3.5 hours at £21.45: itemWeeklyPence({ unitsPerWeek: '3.5', unitPence: 2145, … }) // 7508 (£75.075 → £75.08)
 */
export const itemWeeklyPence = (item: Pick<SupportItem, 'unitsPerWeek' | 'unitPence'>): Pence =>
  roundHalfUp(fraction(item.unitsPerWeek).mul(fraction(String(item.unitPence))));

/** What the plan costs a week: the sum of its lines, so that the lines a person sees always add up to the figure. */
export const planWeeklyPence = (plan: Pick<PlanContent, 'items'>): Pence =>
  plan.items.reduce((total, item) => total + itemWeeklyPence(item), 0);

/** The eligible outcomes that neither a line nor another recorded way looks after (I-04). */
export const uncoveredNeeds = (plan: PlanContent, eligible: readonly NeedCode[]): NeedCode[] =>
  eligible.filter(
    (code) => !plan.items.some((item) => item.meets.includes(code)) && !plan.otherWays.some((way) => way.outcome === code),
  );

/** Needs the plan speaks of that are not of `kind`: a carer's in an adult's plan, or the other way round (I-12). */
export const needsOfAnother = (plan: PlanContent, kind: CaseKind): NeedCode[] =>
  [...plan.items.flatMap(({ meets }) => meets), ...plan.otherWays.map(({ outcome }) => outcome)].filter(
    (code) => kindOfNeed(code) !== kind,
  );
