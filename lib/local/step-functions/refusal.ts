/**
 * How the API says no: the error names and sentences of AWS Step Functions, as its SDK and its users know them. Not the failures
 * of a state (`failure.ts`): those happen inside an execution and never reach a caller. Thrown by the operations, written by the server.
 */

export class Refusal extends Error {
  constructor(
    /** The name the SDK turns into an exception class, e.g. `ExecutionDoesNotExist`. */
    readonly type: string,
    message: string,
  ) {
    super(message);
    this.name = type;
  }
}

export const invalidArn = (arn: string): Refusal => new Refusal('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);
export const invalidName = (name: string): Refusal => new Refusal('InvalidName', `Invalid Name: '${name}'`);
export const invalidInput = (why: string): Refusal =>
  new Refusal('InvalidExecutionInput', `Invalid State Machine Execution Input: '${why}'`);
export const invalidOutput = (why: string): Refusal => new Refusal('InvalidOutput', `Invalid Output: '${why}'`);
export const invalidToken = (): Refusal => new Refusal('InvalidToken', "Invalid Token: 'Invalid token'");
export const invalidDefinition = (faults: string): Refusal =>
  new Refusal('InvalidDefinition', `Invalid State Machine Definition: '${faults}'`);
export const noSuchMachine = (arn: string): Refusal =>
  new Refusal('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
export const machineExists = (arn: string): Refusal =>
  new Refusal('StateMachineAlreadyExists', `State Machine Already Exists: '${arn}'`);
export const noSuchExecution = (arn: string): Refusal =>
  new Refusal('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
export const executionExists = (arn: string): Refusal =>
  new Refusal('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
export const noSuchTask = (): Refusal => new Refusal('TaskDoesNotExist', "Task Does Not Exist: 'Provided task does not exist'");
export const taskTimedOut = (): Refusal => new Refusal('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
export const invalid = (message: string): Refusal => new Refusal('ValidationException', message);
export const notKept = (value: string, field: string, rule: string): Refusal =>
  invalid(`1 validation error detected: Value ${value} at '${field}' failed to satisfy constraint: ${rule}`);
