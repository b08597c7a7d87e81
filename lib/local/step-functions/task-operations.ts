/**
 * The answers that come with a task token: success, failure, and "still at it". The token finds its execution by itself; whether the task
 * still waits, the execution's own turn decides, so that of two answers exactly one counts.
 */
import { executionArn } from './arns.ts';
import type { Fields } from './fields.ts';
import { fitsPayload, type Json, PAYLOAD_LIMIT_BYTES } from './json.ts';
import { headKey } from './keys.ts';
import type { Operation, Operations, Parts } from './operations.ts';
import { invalidOutput, invalidToken, noSuchTask, taskTimedOut } from './refusal.ts';
import type { Signal } from './signal.ts';
import { readToken } from './token.ts';

const LONGEST_TOKEN = 2_048;

const outputOf = (fields: Fields): Json => {
  const text = fields.text('output', PAYLOAD_LIMIT_BYTES);
  if (!fitsPayload(text)) throw invalidOutput('The output is larger than 262144 bytes.');
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw invalidOutput((error as Error).message);
  }
};

/** Refuses a token that is none, one of an execution that is not there, and one that nothing waits for any more. */
const answer = async ({ engine, store }: Parts, fields: Fields, signalFor: (task: string) => Signal): Promise<object> => {
  const token = readToken(fields.text('taskToken', LONGEST_TOKEN));
  if (!token) throw invalidToken();
  const taken = await engine.send(executionArn(token.machine, token.name), signalFor(token.task));
  if (taken === 'taken') return {};
  throw store.read(headKey(token)) === undefined ? noSuchTask() : taskTimedOut();
};

const sendTaskSuccess: Operation = async (parts, fields) => {
  const result = outputOf(fields);
  return answer(parts, fields, (task) => ({ type: 'answered', task, outcome: { result } }));
};

const sendTaskFailure: Operation = async (parts, fields) => {
  const outcome = { error: fields.textIfAny('error', 256), cause: fields.textIfAny('cause', 32_768) };
  return answer(parts, fields, (task) => ({ type: 'answered', task, outcome }));
};

const sendTaskHeartbeat: Operation = async (parts, fields) => answer(parts, fields, (task) => ({ type: 'heartbeat', task }));

export const TASK_OPERATIONS: Operations = {
  SendTaskSuccess: sendTaskSuccess,
  SendTaskFailure: sendTaskFailure,
  SendTaskHeartbeat: sendTaskHeartbeat,
};
