/**
 * What can be wrong with a pathway: a closed list of codes, each with its place and a sentence. A fault stops a publication, a
 * synthesis and a start; it is never a warning.
 */

export type FaultCode =
  | 'schema'
  | 'too-many-stages'
  | 'too-large'
  | 'duplicate-stage'
  | 'reserved-stage-id'
  | 'unknown-start'
  | 'unknown-review'
  | 'review-kind'
  | 'dangling-outcome'
  | 'no-outcomes'
  | 'late-named'
  | 'unknown-form'
  | 'unreachable-stage'
  | 'no-way-to-an-end'
  | 'automatic-loop'
  | 'who-cannot-do-this'
  | 'figure-for-carers'
  | 'ended-by-machine'
  | 'duty-missed';

/** One stage a case comes to and how it leaves it; the last step of a path is an end, or the stage come to. `walk.ts` can replay it. */
export type PathStep = { readonly stage: string; readonly outcome?: string } | { readonly end: string };

/** `where` reads like a path into the file with stages by name: `stages/assessment/outcomes/eligible`. */
export type Fault = {
  readonly code: FaultCode;
  readonly where: string;
  /** What is wrong and what to do, in plain sentences. */
  readonly message: string;
  readonly law?: string;
  /** A path on which a duty is missed, from where a case or a review opens. */
  readonly path?: readonly PathStep[];
};

export const fault = (code: FaultCode, where: string, message: string): Fault => ({ code, where, message });
