/**
 * Saying no to what a plan costs: only with which need can be met how for less, and where that can be had (I-08). Sending a plan back
 * because something is not clear needs no more than the reasons.
 */
import * as z from 'zod';
import { NeedCode, plainNeed } from './eligibility.ts';
import { type Refusal, refuse } from './refusal.ts';

export const Alternative = z
  .object({
    need: NeedCode,
    /** How it can be met for less. */
    how: z.string().trim().min(1).max(1000),
    /** What shows that it can be had: who was asked, and when. */
    evidence: z.string().trim().min(1).max(1000),
  })
  .strict();
export type Alternative = z.infer<typeof Alternative>;

/**
 * Why a plan cannot be sent back for its cost yet. Refuses `reasons-needed` without any alternative, and for one about a need the person
 * was not found to have.
 */
export const declineRefusal = (alternatives: readonly Alternative[], eligible: readonly NeedCode[]): Refusal | undefined => {
  if (alternatives.length === 0)
    return refuse(
      'reasons-needed',
      'A plan is not turned down for its cost alone. Say which need can be met how for less, and where that can be had.',
    );
  const half = alternatives.find(({ how, evidence }) => how.trim() === '' || evidence.trim() === '');
  if (half)
    return refuse(
      'reasons-needed',
      `Say both for “${plainNeed(half.need)}”: how it can be met for less, and what shows that this can be had.`,
    );
  if (alternatives.some((each) => !Alternative.safeParse(each).success))
    return refuse('answer-not-valid', 'Use 1,000 letters or fewer for how a need can be met, and for what shows it.');
  const stray = alternatives.find(({ need }) => !eligible.includes(need));
  return stray && refuse('reasons-needed', `“${plainNeed(stray.need)}” is not a need of this assessment. Choose one that is.`);
};
