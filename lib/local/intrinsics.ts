/**
 * CloudFormation's functions inside a template, as far as ours uses them: Ref, GetAtt, Join and Sub. Any other is refused aloud, so
 * that nothing is run locally that means something else on AWS. Pure. Called by `template.ts`.
 */

export type Lookup = {
  readonly ref: (id: string) => string;
  readonly attribute: (id: string, name: string) => string;
};

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

const text = (value: Value): string => (typeof value === 'string' ? value : JSON.stringify(value));

const getAtt = (of: Value, lookup: Lookup): string => {
  const [id, name] = Array.isArray(of) ? of.map(text) : text(of).split('.');
  return lookup.attribute(id ?? '', name ?? '');
};

/** `${A}` is Ref, `${A.B}` is GetAtt, `${!A}` stays as `${A}`; a map of variables goes first. */
const sub = (of: Value, lookup: Lookup): string => {
  const [pattern, variables] = Array.isArray(of) ? of : [of, {}];
  const given = (variables ?? {}) as Record<string, Value>;
  return text(pattern ?? '').replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    const own = given[name];
    if (own !== undefined) return text(resolveValue(own, lookup));
    return name.includes('.') ? getAtt(name, lookup) : lookup.ref(name);
  });
};

const join = (of: Value, lookup: Lookup): string => {
  const [separator, parts] = Array.isArray(of) ? of : ['', []];
  const resolved = resolveValue(parts ?? [], lookup);
  return (Array.isArray(resolved) ? resolved : [resolved]).map(text).join(text(separator ?? ''));
};

const FUNCTIONS: Readonly<Record<string, (of: Value, lookup: Lookup) => string>> = {
  Ref: (of, lookup) => lookup.ref(text(of)),
  'Fn::GetAtt': getAtt,
  'Fn::Join': join,
  'Fn::Sub': sub,
};

const resolveValue = (value: Value, lookup: Lookup): Value => {
  if (Array.isArray(value)) return value.map((each) => resolveValue(each, lookup));
  if (value === null || typeof value !== 'object') return value;
  const [first, ...others] = Object.entries(value);
  if (first && others.length === 0 && (first[0] === 'Ref' || first[0].startsWith('Fn::'))) {
    const known = FUNCTIONS[first[0]];
    if (!known) throw new Error(`The template uses ${first[0]}, which the local runner does not know.`);
    return known(first[1], lookup);
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolveValue(each, lookup)]));
};

/** `value` with every function worked out. */
export const resolve = (value: unknown, lookup: Lookup): unknown => resolveValue(value as Value, lookup);
