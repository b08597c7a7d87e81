/**
 * What a pathway file may say: the stages of one cycle of care, in a council's own words. Its form only; whether it is sound and
 * lawful is `check.ts`. Read by the command line, by the folder of `workflows/` and by everything that compiles a machine.
 */
import * as z from 'zod';
import { CaseKind, type Route, StageDef, StageId } from '../domain/stage.ts';

/** The nations whose duties are on file in `workflows/duties/`. */
export const Jurisdiction = z.enum(['ENG']);
export type Jurisdiction = z.infer<typeof Jurisdiction>;

export const Pathway = z
  .object({
    $schema: z.string().optional().describe('Where editors find the description of this file.'),
    id: StageId.describe('Names the pathway for good: cases and machines carry it.'),
    title: z.string().min(1).max(80).describe('What staff call the pathway.'),
    jurisdiction: Jurisdiction.describe('The nation whose duties it is checked against.'),
    for: CaseKind.default('adult').describe(
      'Whose needs it is about: an adult’s, or a carer’s own. It decides which duties apply and by which law needs are eligible.',
    ),
    start: StageId.describe('The stage a new case opens at.'),
    review: StageId.describe('The stage a review opens at when it falls due. Its kind is “review”.'),
    stages: z.array(StageDef).min(1).describe('The stages, in the order staff read them. What follows what is said by outcomes.'),
  })
  .strict()
  .describe('One cycle of self-directed support, from a first account to support in place, and its review.');
export type Pathway = z.infer<typeof Pathway>;

/** The decisions about a case know a pathway as a `Route`; this line stops compiling if the two grow apart. */
export const routeOf = (pathway: Pathway): Route => pathway;
