/** The name of a question for good: wording changes under it, meaning never does. A new meaning is a new id. */
import * as z from 'zod';

export const QuestionId = z
  .string()
  .regex(/^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/, 'A question’s id is lower-case words joined by hyphens or dots.')
  .max(60);
export type QuestionId = z.infer<typeof QuestionId>;
