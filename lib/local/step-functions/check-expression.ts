/**
 * What a JSONata expression may not say in Step Functions, found when a machine is created and not first when a case gets there: bad
 * syntax, `$eval`, and anything that reads the top-level input, which does not exist there (`$`, `$$`, a bare field name).
 */
import { parseExpression } from './expressions.ts';
import { isRecord } from './json.ts';

const READS_INPUT = new Set(['name', 'wildcard', 'descendant', 'parent']);

const faultOf = (node: Record<string, unknown>, hasContext: boolean): string | undefined => {
  const { type, value } = node;
  if (type === 'variable' && value === 'eval') return '$eval is not available; use $parse';
  if (hasContext) return undefined;
  if (type === 'variable' && (value === '' || value === '$'))
    return `'$${value}' cannot be used at the top level; use $states.input`;
  if (typeof type === 'string' && READS_INPUT.has(type))
    return `'${String(value)}' is not qualified; use $states.input.${String(value)}`;
  return undefined;
};

/** The parts of a node that are worked out against an item, so that `$` and field names mean something there. */
const WITH_CONTEXT = new Set(['stages', 'predicate', 'group', 'terms', 'pattern', 'update', 'delete']);

const search = (node: unknown, hasContext: boolean): string | undefined => {
  if (Array.isArray(node)) return firstOf(node.map((item) => [item, hasContext]));
  if (!isRecord(node)) return undefined;
  const steps = node.type === 'path' && Array.isArray(node.steps) ? node.steps : [];
  return (
    faultOf(node, hasContext) ??
    firstOf(steps.map((step, at) => [step, hasContext || at > 0])) ??
    firstOf(
      Object.entries(node)
        .filter(([key]) => key !== 'value' && !(key === 'steps' && steps.length > 0))
        .map(([key, part]) => [part, hasContext || WITH_CONTEXT.has(key)]),
    )
  );
};

const firstOf = (parts: readonly [part: unknown, hasContext: boolean][]): string | undefined => {
  for (const [part, hasContext] of parts) {
    const fault = search(part, hasContext);
    if (fault) return fault;
  }
  return undefined;
};

/** Why this expression cannot stand in a machine, in one sentence; nothing when it can. */
export const faultInExpression = (expression: string): string | undefined => {
  try {
    return search(parseExpression(expression).ast(), false);
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    return `${code ?? 'JSONata'}: ${message ?? String(error)}`;
  }
};
