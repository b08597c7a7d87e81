/**
 * The register of legal duties a pathway is checked against: data under `workflows/duties/`, dated and sourced, one file a nation.
 * This is the small closed vocabulary the register is written in; `check-duties.ts` reads a pathway by it.
 */
import * as z from 'zod';
import { ActingRole } from '../domain/actor.ts';
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
/** An end is reached; a marked stage is come to, and not yet done. */
const To = z.union([z.object({ end: End }).strict(), StageMark]);

export const Duty = z
  .object({
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
    requires: z.union([StageMark, z.array(StageMark).min(2)]).describe('What discharges the duty; of several, any one.'),
    onEveryPath: z
      .object({ from: z.array(From).min(1), to: z.array(To).min(1) })
      .strict()
      .optional()
      .describe('Every path from any of these to any of those passes what is required. Absent: it only has to exist.'),
  })
  .strict();
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
