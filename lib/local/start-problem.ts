/**
 * A reason not to start that a person can act on. Its message is all they are shown: plain, with what to do. Not for faults of
 * ours, which keep their stack. Thrown by everything in this folder and by `bin/start.ts`, which prints it.
 */

/** 1: something stands in the way. 2: the command was used wrongly. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
