/**
 * The environment of every function, as one schema: CDK must give it, a function reads it once at start and fails with its name if
 * it is missing.
 */
import * as z from 'zod';

export const Environment = z.object({
  TABLE_NAME: z.string().min(3),
  COUNCIL: z.string().min(1),
  /** `closed`: nobody can sign in until identity is set up. `demo`: anyone may sign in as a made-up person. */
  SIGN_IN: z.enum(['closed', 'demo']),
});
export type Environment = z.infer<typeof Environment>;

export const environment: Environment = Environment.parse(process.env);
