/**
 * The register of legal duties a pathway is checked against: data under `workflows/duties/`, dated and sourced, one file a nation.
 * This is the small closed vocabulary the register is written in: stages and the ways through them, exits, questions, letters, and
 * rules that are checked elsewhere. `check-duties.ts`, `check-asked.ts` and `lib/domain/letter-faults.ts` read by it.
 */
import * as z from 'zod';
import { ActingRole } from '../domain/actor.ts';
import { Condition } from '../domain/condition.ts';
import { LetterRule } from '../domain/letter-law.ts';
import { StatutoryId } from '../domain/question.ts';
import { QuestionId } from '../domain/question-id.ts';
import { CaseKind, End, OutcomeName, StageId, StageKind } from '../domain/stage.ts';
import { Jurisdiction } from './schema.ts';

/** Points at stages by what they are, never by a council's own ids. */
export const StageMark = z.union([
  z
    .object({
      kind: StageKind,
      outcome: OutcomeName.optional().describe('Only this way out of the stage counts.'),
      by: z.array(ActingRole).min(1).optional().describe('Only stages these people hold count.'),
    })
    .strict(),
  z
    .object({
      form: StageId,
      mayBeWithin: z
        .array(StageKind)
        .optional()
        .describe('A stage of this kind counts too if it says that it includes the form.'),
    })
    .strict(),
]);
export type StageMark = z.infer<typeof StageMark>;

/** `start`: where a new case opens, that stage included. A mark: once the marked stage is done (by that outcome, if one is named). */
const From = z.union([z.literal('start'), StageMark]);
export type From = z.infer<typeof From>;
/** An end is reached; a marked stage is come to, and not yet done. */
const To = z.union([z.object({ end: End }).strict(), StageMark]);
export type To = z.infer<typeof To>;

/** Points at questions: by the fact they ask for, by the id of the national standard they carry, or by what they say they are used for. */
export const QuestionMark = z.union([
  z.object({ q: QuestionId }).strict(),
  z.object({ statutoryId: StatutoryId }).strict(),
  z.object({ use: z.string().min(1).max(120) }).strict(),
]);
export type QuestionMark = z.infer<typeof QuestionMark>;

const named = {
  id: StageId,
  law: z.string().min(1).describe('The provision, as a monitoring officer would cite it.'),
  source: z.url().describe('Where the provision can be read.'),
  toConfirm: z.literal(true).optional().describe('Written from general knowledge; to be confirmed against the source.'),
  appliesTo: z
    .array(CaseKind)
    .min(1)
    .optional()
    .describe('Whose pathways it binds: adults’, carers’; all of them when left out.'),
  message: z.string().min(1).describe('What is missed, and what to do: shown to whoever configures the pathway.'),
  although: z
    .string()
    .min(1)
    .max(160)
    .optional()
    .describe('How the story of a path ends: “…, although nobody has agreed a plan”.'),
};

/** Stages that have to be there, or be passed. */
const StageDuty = z
  .object({
    ...named,
    requires: z.union([StageMark, z.array(StageMark).min(2)]).describe('What discharges the duty; of several, any one.'),
    onEveryPath: z
      .object({ from: z.array(From).min(1), to: z.array(To).min(1) })
      .strict()
      .optional()
      .describe('Every path from any of these to any of those passes what is required. Absent: it only has to exist.'),
  })
  .strict();
export type StageDuty = z.infer<typeof StageDuty>;

/** A way out that no stage of its kind may lack. */
const ExitDuty = z.object({ ...named, exit: z.object({ kind: StageKind, outcome: OutcomeName }).strict() }).strict();
export type ExitDuty = z.infer<typeof ExitDuty>;

/** From wherever somebody has come to, there is still a way on to this. */
const WayOnDuty = z
  .object({
    ...named,
    wayOn: z
      .object({
        from: z.array(From).min(1),
        to: z.array(To).min(1),
        until: z.array(StageMark).optional().describe('Whoever leaves a stage this way is no longer owed it.'),
      })
      .strict(),
  })
  .strict();
export type WayOnDuty = z.infer<typeof WayOnDuty>;

/** What has been asked, on every way through the stages and their forms, by the time a stage is done. */
const AskDuty = z
  .object({
    ...named,
    asks: z.array(QuestionMark).min(1).describe('What discharges the duty; of several, any one.'),
    when: Condition.optional().describe('Owed only to those whose answers meet this.'),
    byTheEndOf: StageMark,
  })
  .strict();
export type AskDuty = z.infer<typeof AskDuty>;

const LetterDuty = z
  .object({ ...named, letter: LetterRule, after: StageMark.optional().describe('Where on a pathway the letter is owed.') })
  .strict();
export type LetterDuty = z.infer<typeof LetterDuty>;

/** Something that is checked elsewhere: the register says only which law its faults stem from. */
const RuleDuty = z
  .object({
    ...named,
    faults: z
      .array(
        z
          .object({
            code: z.string().min(1),
            room: z.string().min(1).optional().describe('The folder of the file.'),
            where: z.string().min(1).optional().describe('The beginning of the place in it; * is any one name or number.'),
          })
          .strict(),
      )
      .min(1)
      .describe('The codes of the faults that break this law.'),
  })
  .strict();
export type RuleDuty = z.infer<typeof RuleDuty>;

export const Duty = z.union([StageDuty, ExitDuty, WayOnDuty, AskDuty, LetterDuty, RuleDuty]);
export type Duty = z.infer<typeof Duty>;

export const DutyRegister = z
  .object({
    $schema: z.string().optional(),
    jurisdiction: Jurisdiction,
    reviewed: z.iso.date().describe('When the register was last read against its sources.'),
    note: z.string().optional(),
    duties: z.array(Duty),
  })
  .strict();
export type DutyRegister = z.infer<typeof DutyRegister>;
