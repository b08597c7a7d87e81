/**
 * Reviews: when the next one is due and what is kept of each. A review is not a reassessment and changes nothing by itself
 * (section 27 of the Care Act 2014; CASS 13.32–13.34).
 */
import * as z from 'zod';
import { addMonths, addWeeks, type IsoDate } from './calendar.ts';
import type { ReviewRule } from './council.ts';
import { OUTCOMES } from './stage.ts';

export const ReviewOutcome = z.enum(OUTCOMES.review);
export type ReviewOutcome = z.infer<typeof ReviewOutcome>;

/** Why a review was opened. `requested` is a right: on reasonable request by or for the person (s.27(1)(b)). */
export const ReviewTrigger = z.enum(['due', 'requested']);
export type ReviewTrigger = z.infer<typeof ReviewTrigger>;

/** How far the plan's outcomes were reached, agreed with the person and not inferred. */
export const OutcomesAchieved = z.enum(['fully', 'partly', 'not']);
export type OutcomesAchieved = z.infer<typeof OutcomesAchieved>;

export const ReviewContent = z
  .object({
    outcome: ReviewOutcome,
    achieved: OutcomesAchieved,
    /** What is working and what is not, in the person's own words. */
    inTheirWords: z.string().trim().max(4000),
    reasons: z.string().trim().min(1).max(4000),
  })
  .strict();
export type ReviewContent = z.infer<typeof ReviewContent>;

export type Review = ReviewContent & {
  readonly trigger: ReviewTrigger;
  readonly doneBy: { id: string; name: string };
  readonly doneAt: string;
};

/**
 * When support is looked at next. After a new or changed plan it is the first review again; otherwise the regular one.
 * @example nextReview({ firstAfterWeeks: 6, thenEveryMonths: 12 }, '2026-11-21', true) // '2027-01-02'
 * @example nextReview({ firstAfterWeeks: 6, thenEveryMonths: 12 }, '2027-01-02', false) // '2028-01-02'
 */
export const nextReview = (rule: ReviewRule, from: IsoDate, planIsNew: boolean): IsoDate =>
  planIsNew ? addWeeks(from, rule.firstAfterWeeks) : addMonths(from, rule.thenEveryMonths);
