/**
 * What one council decides for itself that is neither a pathway nor a points table: who it is, how to reach it, how soon it
 * reviews, which days are holidays. The files are `workflows/councils/*.json`.
 */
import * as z from 'zod';
import { Actor, ActorId } from './actor.ts';
import { ApprovalScheme } from './approval-scheme.ts';
import { IsoDate } from './calendar.ts';
import { StageId } from './stage.ts';

/**
 * How soon support is reviewed. Guidance: the first review six to eight weeks after a plan starts or changes, then at least
 * every twelve months (CASS 13.32–13.34). A council may be quicker, never slower, and cannot choose "no review".
 */
export const ReviewRule = z
  .object({ firstAfterWeeks: z.number().int().min(1).max(8), thenEveryMonths: z.number().int().min(1).max(12) })
  .strict();
export type ReviewRule = z.infer<typeof ReviewRule>;

/**
 * The most one pathway may ask and take, once through: `questions` and `minutes` of all actors together on the way with most of them,
 * `approvals` with every stage done once. What is left out has no ceiling. Publishing refuses a pathway that is above one.
 */
export const Ceiling = z
  .object({
    questions: z.int().min(0).optional().describe('The most questions, of everybody together.'),
    minutes: z.int().min(0).optional().describe('The most minutes that answering them takes, of everybody together.'),
    approvals: z.int().min(0).optional().describe('The most stages that an approver holds on the way to support.'),
  })
  .strict();
export type Ceiling = z.infer<typeof Ceiling>;

/** Everything a council lays out is somebody's, and is looked at again: what nobody looks at is never taken out. */
export const Upkeep = z
  .object({ owner: z.string().trim().min(1).max(120), lookAgainEveryMonths: z.int().min(1).max(36) })
  .strict();
export type Upkeep = z.infer<typeof Upkeep>;

const DemoPerson = z.object({ id: ActorId, name: z.string().min(1).max(120), about: z.string().max(160).optional() }).strict();

export const Council = z
  .object({
    $schema: z.string().optional(),
    id: StageId,
    name: z.string().min(1).max(80),
    service: z.string().min(1).max(80),
    jurisdiction: z.enum(['ENG', 'SCT', 'WLS']),
    /** True for a council that does not exist: every page then says so. */
    madeUp: z.boolean().default(false),
    contact: z
      .object({
        team: z.string(),
        phone: z.string(),
        textRelay: z.string().optional(),
        email: z.email(),
        address: z.string(),
        hours: z.string(),
      })
      .strict(),
    /** The team whose worklist new cases join. */
    team: StageId,
    pathway: StageId,
    /** Where a carer's own case runs; absent while the council takes none here. */
    carerPathway: StageId.optional(),
    /** The allocation model in force; absent where the council uses none. */
    allocation: z.string().optional(),
    review: ReviewRule,
    /** Who may agree what. Absent: everybody up to their own limit, and nothing at once. */
    approval: ApprovalScheme.optional(),
    /** How much each pathway may ask of people at most, by its id. Absent: as much as its forms do. */
    ceilings: z.record(StageId, Ceiling).optional(),
    /** How soon support that could not wait is looked at again, in days. */
    urgentLookAgainDays: z.int().min(1).max(28).default(14),
    /** Who looks again at stages, questions, forms and tiers that name nobody, and how often. Absent: nobody is asked to. */
    upkeep: Upkeep.optional(),
    /** Councils may charge carers for support of their own; most do not. */
    chargesCarers: z.boolean().default(false),
    bankHolidays: z.array(IsoDate),
    /** People one can sign in as where the deployment says `SIGN_IN=demo`. Never read otherwise. */
    demo: z
      .object({ staff: z.array(Actor), people: z.array(DemoPerson) })
      .strict()
      .optional(),
  })
  .strict();
export type Council = z.infer<typeof Council>;
