/**
 * Calls the functions that tasks name, as Lambda would: JSON in, JSON out, an error as its name and its cause. At least once: a call
 * whose answer was not written down before the process ended is made again. Knows nothing of executions.
 */
import { asJson, type Json } from './json.ts';

export type Invoke = (functionArnOrName: string, payload: unknown) => Promise<unknown>;

export type Returned = { readonly payload: Json } | { readonly error: string; readonly cause: string };

/** What Lambda says of an error that a handler threw; errors of the Lambda service itself carry a plain sentence. */
const thrown = (error: unknown): Returned => {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  if (name.startsWith('Lambda.')) return { error: name, cause: message };
  const trace = (stack ?? '').split('\n');
  return { error: name, cause: JSON.stringify({ errorType: name, errorMessage: message, trace }) };
};

const UNANSWERABLE = {
  errorType: 'Runtime.MarshalError',
  errorMessage: 'Unable to stringify the response of the function as JSON',
};

/** Calls the function once. The payload is a copy: what a handler does to it stays with the handler. Never throws. */
export const callFunction = async (invoke: Invoke, functionName: string, payload: Json): Promise<Returned> => {
  let value: unknown;
  try {
    value = await invoke(functionName, structuredClone(payload));
  } catch (error) {
    return thrown(error);
  }
  try {
    return { payload: asJson(value) ?? null };
  } catch {
    return { error: UNANSWERABLE.errorType, cause: JSON.stringify(UNANSWERABLE) };
  }
};
