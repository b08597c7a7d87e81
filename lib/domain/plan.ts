/**
 * The care and support plan, or a carer's support plan: what matters, what will help and what it costs, and how each eligible need is met.
 * What a line costs is `plan-cost.ts`, whether a plan can go on is `plan-gaps.ts`, agreeing it is `approval.ts`. Contents follow section
 * 25 of the Care Act 2014.
 */
import * as z from 'zod';
import { IsoDate } from './calendar.ts';
import { kindOfNeed, NEED_CODES, NeedCode } from './eligibility.ts';
import { Pence as PenceSchema } from './money.ts';
import { type CaseKind, StageId } from './stage.ts';
import { FundingRoute } from './support-rules.ts';

/** How many, as a decimal with at most two places: "3.5" hours. Kept as text so that no float ever touches money. */
export const Units = z.string().regex(/^(?!0+(\.0+)?$)\d{1,3}(\.\d{1,2})?$/, 'Enter a number above 0, such as 3 or 3.5.');

export const Unit = z.enum(['hour', 'visit', 'day', 'night', 'week', 'item']);
export type Unit = z.infer<typeof Unit>;

/** How often `units` comes. `once` is a one-off: it is in the year's figure and in no week's. */
export const Per = z.enum(['week', 'fortnight', 'four-weeks', 'month', 'year', 'once']);
export type Per = z.infer<typeof Per>;

/** A part of a line that several people pay for together: of which pool, and how much of a week of it is this person's. */
export const PoolShare = z
  .object({ household: z.string().regex(/^[A-Z0-9-]{4,40}$/), pool: z.int().min(1).max(1000), pence: PenceSchema.min(0) })
  .strict();
export type PoolShare = z.infer<typeof PoolShare>;

/** How many letters somebody who sees a line differently may use. */
export const LONGEST_NOT_AGREED = 500;

/** One line of the plan. `unitPence` × `units` is what it costs each time it comes round. */
export const SupportItem = z
  .object({
    what: z.string().trim().min(1).max(200),
    provider: z.string().trim().max(120).default(''),
    /** What kind of support it is, by the council's list; what it can be paid by follows from that. */
    kind: StageId.optional(),
    unit: Unit,
    units: Units,
    /** Every week, where it is left out. */
    per: Per.optional(),
    unitPence: PenceSchema.min(0, 'A unit cannot cost less than nothing.').max(
      10_000_000,
      'A unit cannot cost more than £100,000.',
    ),
    meets: z.array(NeedCode).min(1),
    /** Who holds the money for this line. Absent until the person has chosen. */
    route: FundingRoute.optional(),
    starts: IsoDate.optional(),
    ends: IsoDate.optional(),
    share: PoolShare.optional(),
    /** Who sees this line differently, and what they say. Kept beside the line, whoever agrees the plan. */
    notAgreed: z.string().trim().max(LONGEST_NOT_AGREED).optional(),
  })
  .strict()
  .refine(({ starts, ends }) => !starts || !ends || starts <= ends, {
    path: ['ends'],
    message: 'A line cannot end before it starts.',
  });
export type SupportItem = z.infer<typeof SupportItem>;

/** How an eligible need is looked after where no line of the plan does it. Never silent (I-04). */
export const OtherWay = z
  .object({
    outcome: NeedCode,
    how: z.enum(['carer', 'declined', 'unmet']),
    reason: z.string().trim().min(1).max(1000),
    /** Of an unmet need: who looks for a way, and the day it is looked at again. Asked for before the plan goes on. */
    owner: z.string().trim().max(120).optional(),
    lookAgainOn: IsoDate.optional(),
  })
  .strict();
export type OtherWay = z.infer<typeof OtherWay>;

/** A risk worth taking: what it is for, what could go wrong, what helps, and who agreed to it. */
export const PositiveRisk = z
  .object({
    matters: z.string().trim().min(1).max(500),
    couldGoWrong: z.string().trim().min(1).max(500),
    helps: z.string().trim().min(1).max(500),
    agreedBy: z.string().trim().min(1).max(200),
    lookAgainOn: IsoDate.optional(),
  })
  .strict();
export type PositiveRisk = z.infer<typeof PositiveRisk>;

export const MOST_LINES = 40;
export const MOST_RISKS = 10;
const words = z.string().trim().max(4000).optional();

export const PlanContent = z
  .object({
    /** What matters most, and what the person wants to do or keep up: their goals, in their words. */
    goals: z.string().trim().max(4000),
    /** What the person is good at and who is there already. */
    strengths: words,
    items: z.array(SupportItem).max(MOST_LINES),
    otherWays: z.array(OtherWay).max(NEED_CODES.length),
    risks: z.array(PositiveRisk).max(MOST_RISKS).optional(),
    backUp: z.string().trim().max(4000).default(''),
    /** What else can meet, reduce, prevent or delay needs (s.25(1)(f)). */
    advice: words,
    /** “Let the council arrange it for now”: the day we look again at who holds the money. */
    forNowUntil: IsoDate.optional(),
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

/** The eligible outcomes that neither a line nor another recorded way looks after (I-04). */
export const uncoveredNeeds = (plan: Pick<PlanContent, 'items' | 'otherWays'>, eligible: readonly NeedCode[]): NeedCode[] =>
  eligible.filter(
    (code) => !plan.items.some((item) => item.meets.includes(code)) && !plan.otherWays.some((way) => way.outcome === code),
  );

/** Needs the plan speaks of that are not of `kind`: a carer's in an adult's plan, or the other way round (I-12). */
export const needsOfAnother = (plan: Pick<PlanContent, 'items' | 'otherWays'>, kind: CaseKind): NeedCode[] =>
  [...plan.items.flatMap(({ meets }) => meets), ...plan.otherWays.map(({ outcome }) => outcome)].filter(
    (code) => kindOfNeed(code) !== kind,
  );
