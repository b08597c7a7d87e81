/**
 * Whether this emulator can run a definition exactly as AWS would; whatever it cannot is named, with its place, and refused. Called
 * when a machine is created or updated. What may be written is `definition.ts`; this file reads it, follows the arrows and the expressions.
 */

import { arrowFaults } from './check-arrows.ts';
import { faultInExpression } from './check-expression.ts';
import { Definition, type Scope } from './definition.ts';
import { expressionIn } from './expressions.ts';
import { isRecord } from './json.ts';
import { invalidDefinition } from './refusal.ts';

const LARGEST_DEFINITION = 1_048_576;

type Issue = { code: string; path: PropertyKey[]; message: string; keys?: string[]; note?: string };

const schemaFault = (message: string, at: string): string => `SCHEMA_VALIDATION_FAILED: ${message} at ${at}`;
const placeOf = (path: readonly PropertyKey[]): string => `/${path.map(String).join('/')}`;

const faultOfIssue = (issue: Issue): string[] => {
  const place = placeOf(issue.path);
  if (issue.code === 'unrecognized_keys')
    return (issue.keys ?? []).map((key) => schemaFault(`The field '${key}' is not supported`, place));
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'Type')
    return [
      schemaFault("The field 'Type' should have one of these values: [Task, Choice, Pass, Wait, Succeed, Fail, Parallel]", place),
    ];
  if (issue.message.endsWith('received undefined'))
    return [schemaFault(`These fields are required: [${String(issue.path.at(-1))}]`, placeOf(issue.path.slice(0, -1)))];
  return [schemaFault(issue.message, place)];
};

/** Fields that are never worked out: a comment that looks like an expression is still a comment. */
const PLAIN = new Set(['Comment', 'Next', 'StartAt', 'Default', 'ErrorEquals', 'Resource']);

const expressionFaults = (value: unknown, place: string): string[] => {
  if (typeof value === 'string') {
    const expression = expressionIn(value);
    const fault = expression === undefined ? undefined : faultInExpression(expression);
    return fault ? [schemaFault(`The JSONata expression is not valid: ${fault}`, place)] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, at) => expressionFaults(item, `${place}/${at}`));
  if (!isRecord(value)) return [];
  return Object.entries(value)
    .filter(([key]) => !PLAIN.has(key))
    .flatMap(([key, part]) => expressionFaults(part, `${place}/${key}`));
};

const stateExpressionFaults = (scope: Scope): string[] =>
  Object.entries(scope.States).flatMap(([name, state]) => expressionFaults(state, `/States/${name}`));

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalidDefinition(`INVALID_JSON_DESCRIPTION: ${(error as Error).message}`);
  }
};

/** The definition this text describes. Refuses with `InvalidDefinition`, naming every state and field that cannot be run. */
export const readDefinition = (text: string): Definition => {
  if (Buffer.byteLength(text) > LARGEST_DEFINITION) throw invalidDefinition('The definition is larger than 1 MB');
  const json = parse(text);
  if (!isRecord(json)) throw invalidDefinition('SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object');
  const read = Definition.safeParse(json);
  const faults = read.success
    ? [...arrowFaults(read.data), ...stateExpressionFaults(read.data)]
    : read.error.issues.flatMap((issue) => faultOfIssue(issue as Issue));
  if (!read.success || faults.length > 0) throw invalidDefinition(faults.join(', '));
  return read.data;
};
