/**
 * Working out `{% … %}` in the fields of a state. A template is JSON; each string between the marks is a JSONata expression, any other
 * string is itself. Which fields there are, and when, is the state types' affair; what an expression may not say is `check-expression.ts`.
 */
import jsonata from 'jsonata';
import { QueryFault } from './failure.ts';
import { asJson, type Json } from './json.ts';
import { functionsAt } from './jsonata-functions.ts';

/** What an expression can see: `$states` and the variables assigned so far. */
export type Sight = {
  readonly states: Readonly<Record<string, Json>>;
  readonly variables: Readonly<Record<string, Json>>;
  readonly now: number;
};

/** An endless expression must not hang every execution of the emulator. */
const LIMITS = { timeout: 2_000, stack: 500 };
const parsed = new Map<string, jsonata.Expression>();

/** The expression inside the marks, or nothing when the string is not one. */
export const expressionIn = (text: string): string | undefined =>
  text.startsWith('{%') && text.endsWith('%}') && text.length >= 4 ? text.slice(2, -2).trim() : undefined;

/** Parsed once for the life of the process; throws JSONata's own error when it is not JSONata. */
export const parseExpression = (expression: string): jsonata.Expression => {
  const known = parsed.get(expression);
  if (known) return known;
  const fresh = jsonata(expression, LIMITS);
  parsed.set(expression, fresh);
  return fresh;
};

const messageOf = (error: unknown): string => {
  const { code, message } = error as { code?: string; message?: string };
  return code ? `${code}: ${message}` : String(message ?? error);
};

const isFunction = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' && value !== null && ('_jsonata_lambda' in value || '_jsonata_function' in value));

const work = async (expression: string, place: string, sight: Sight): Promise<Json> => {
  const about = `The JSONata expression '${expression}' specified for the field '${place}'`;
  let value: unknown;
  try {
    value = await parseExpression(expression).evaluate(undefined, {
      ...functionsAt(sight.now),
      ...sight.variables,
      states: sight.states,
    });
  } catch (error) {
    throw new QueryFault(place, `${about} threw an error during evaluation. ${messageOf(error)}`);
  }
  if (value === undefined) throw new QueryFault(place, `${about} returned nothing (undefined).`);
  const json = isFunction(value) ? undefined : asJson(value);
  if (json === undefined) throw new QueryFault(place, `${about} returned an unsupported result type.`);
  return json;
};

/** The template with its expressions worked out. `place` names the field in what is said when one fails: `Arguments/Payload/token`. */
export const workOut = async (template: Json, place: string, sight: Sight): Promise<Json> => {
  if (typeof template === 'string') {
    const expression = expressionIn(template);
    return expression === undefined ? template : work(expression, place, sight);
  }
  if (Array.isArray(template)) return Promise.all(template.map((item, at) => workOut(item, `${place}[${at}]`, sight)));
  if (typeof template !== 'object' || template === null) return template;
  const entries = Object.entries(template).map(
    async ([key, value]) => [key, await workOut(value, `${place}/${key}`, sight)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
};

/** The whole number a field such as `TimeoutSeconds` comes to, at least `least`. */
export const workOutNumber = async (template: Json, place: string, sight: Sight, least: number): Promise<number> => {
  const value = await workOut(template, place, sight);
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
  throw new QueryFault(
    place,
    `The field '${place}' must be a whole number of at least ${least}, but was ${JSON.stringify(value)}.`,
  );
};

export const workOutText = async (template: Json, place: string, sight: Sight): Promise<string> => {
  const value = await workOut(template, place, sight);
  if (typeof value === 'string') return value;
  throw new QueryFault(place, `The field '${place}' must be a string, but was ${JSON.stringify(value)}.`);
};
