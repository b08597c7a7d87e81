/**
 * What the schema refuses, said in sentences: zod's findings with their place in the file, stages by name.
 * Used for pathways and for duty registers.
 * Only the form of a file; whether the stages hang together is `check-links.ts` and `check-shape.ts`.
 */
import type * as z from 'zod';
import { End, StageKind } from '../domain/stage.ts';
import { type Fault, fault } from './fault.ts';

type Issue = z.core.$ZodIssue;

const field = (value: unknown, name: PropertyKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<PropertyKey, unknown>)[name]
    : undefined;

/** `stages/3/outcomes` with the stage's own id where it has one, so that people find it without counting. */
const placeOf = (file: unknown, path: readonly PropertyKey[]): string => {
  const [first, second] = path;
  const id = first === 'stages' && typeof second === 'number' ? field(field(field(file, 'stages'), second), 'id') : undefined;
  const named = typeof id === 'string' && id !== '' ? path.with(1, id) : path;
  return named.length === 0 ? 'file' : named.map(String).join('/');
};

const KINDS: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  array: 'a list in [ ]',
  object: 'a group of fields in { }',
  record: 'a group of fields in { }',
};

const listed = (values: readonly unknown[]): string => values.map((value) => `“${String(value)}”`).join(', ');

const sizeOf = (issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string => {
  const unit = issue.origin === 'string' ? ' characters long' : issue.origin === 'array' ? ' long' : '';
  const [bound, limit] = issue.code === 'too_small' ? ['at least', issue.minimum] : ['at most', issue.maximum];
  return `This must be ${bound} ${limit}${unit}.`;
};

const strangers = (keys: readonly string[], path: readonly PropertyKey[]): string => {
  const thing = path.at(-1) === 'outcomes' ? 'an outcome of this kind of stage' : 'a field here';
  return `${listed(keys)}: ${keys.length > 1 ? `none of these is` : 'this is not'} ${thing}. Take it out, or check its spelling.`;
};

const unionSentence = (path: readonly PropertyKey[]): string => {
  if (path.at(-1) === 'kind') return `The kind must be one of: ${listed(StageKind.options)}.`;
  if (path.at(-2) !== 'outcomes') return 'This is none of the forms that are allowed here. Compare it with another entry.';
  return `An outcome leads to { "stage": "…" } or to { "end": … }, and the ends are ${listed(End.options)}.`;
};

const sentence = (issue: Issue, present: boolean): string => {
  switch (issue.code) {
    case 'invalid_type':
      return present
        ? `This must be ${KINDS[issue.expected] ?? issue.expected}.`
        : `This is missing. Put in ${KINDS[issue.expected] ?? issue.expected}.`;
    case 'unrecognized_keys':
      return strangers(issue.keys, issue.path);
    case 'invalid_value':
      return `This must be one of: ${listed(issue.values)}.`;
    case 'too_small':
    case 'too_big':
      return sizeOf(issue);
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'This name cannot be used here.';
    case 'invalid_union':
      return unionSentence(issue.path);
    default:
      return issue.message;
  }
};

const valueAt = (file: unknown, path: readonly PropertyKey[]): unknown => path.reduce<unknown>(field, file);

export const schemaFaults = (file: unknown, error: { readonly issues: readonly Issue[] }): Fault[] =>
  error.issues.map((issue) =>
    fault('schema', placeOf(file, issue.path), sentence(issue, valueAt(file, issue.path) !== undefined)),
  );
