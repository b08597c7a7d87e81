/**
 * What a scenario file may say: somebody made up, how each stage ends for them, and what should come of it. A council keeps the ones it
 * cares about beside its pathways, and no change is published that makes one of them come out otherwise. Running it: `scenario-run.ts`.
 */
import * as z from 'zod';
import { Value } from '../domain/answer.ts';
import { QuestionId } from '../domain/question-id.ts';
import { End, OutcomeName, StageId } from '../domain/stage.ts';

const Expected = z
  .object({
    end: End.describe('Where the case is at the end.'),
    passes: z.array(StageId).optional().describe('Stages the case must come to. Name only those whose loss would be wrong.'),
    avoids: z.array(StageId).optional().describe('Stages the case must not come to.'),
    questionsAtMost: z.int().min(0).optional().describe('How many different questions may be asked on the whole way.'),
    weeklyPence: z
      .int()
      .min(0)
      .nullable()
      .optional()
      .describe('The up-front figure that the answers come to, in pence a week; null where it is to be worked out individually.'),
  })
  .strict();

export const Scenario = z
  .object({
    $schema: z.string().optional().describe('Where editors find the description of this file.'),
    id: StageId,
    title: z.string().min(1).max(120).describe('What happens, in a few words.'),
    about: z.string().min(1).max(200).describe('The person, who is made up, in one line.'),
    pathway: StageId.describe('The pathway the case is on.'),
    answers: z
      .record(QuestionId, Value)
      .default({})
      .describe(
        'What is said, by the id of the question. Questions that are not there are skipped; answers to questions that are gone, too.',
      ),
    outcomes: z
      .record(StageId, z.array(OutcomeName).min(1))
      .default({})
      .describe(
        'How a stage ends the first time the case is there, the second, and so on; the last one holds from then on. A stage that is not there ends by its first outcome, and one that is gone is passed over. Each outcome of the review opens one review once support is in place.',
      ),
    expect: Expected.describe('What should come of it.'),
  })
  .strict()
  .describe('A made-up case and what should become of it, tried again at every check.');
export type Scenario = z.infer<typeof Scenario>;
