/**
 * Which letters the law asks for and what has to be in them, as data: an entry of the duty register is one of these. A letter no entry
 * asks for may be left out, and the service then writes nothing about that event. What is checked with it is `letter-faults.ts`.
 */
import * as z from 'zod';
import { LETTER_EVENTS } from './letter-event.ts';
import { BLOCKS } from './letter-saying.ts';
import { StageId } from './stage.ts';

/** What stands in a letter: something the event holds, or one of these shared parts. */
const Holds = z.union([
  z.object({ show: z.enum(BLOCKS) }).strict(),
  z.object({ part: z.array(StageId).min(1).describe('Any one of these parts.') }).strict(),
]);
export type Holds = z.infer<typeof Holds>;

const Place = z
  .object({
    event: z.enum(LETTER_EVENTS),
    variants: z.array(z.string().max(60)).min(1).optional().describe('Only for these ways the event can be; left out, for all.'),
  })
  .strict();

export const LetterRule = z
  .object({
    in: z.array(Place).min(1).describe('The letter it stands in; of several, any one will do.'),
    holds: Holds.optional().describe(
      'What has to be there, where the letter is written at all. Left out: that there is such a letter.',
    ),
  })
  .strict();
export type LetterRule = z.infer<typeof LetterRule>;
