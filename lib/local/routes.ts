/**
 * Which function the front door hands a request to, picked from the template's routes as API Gateway picks: a full match before a
 * greedy one, a literal part before a variable, a method of its own before ANY, `$default` for the rest. Called by the runner.
 */
import { ofType, properties, type Template } from './template.ts';

export type Route = {
  /** As the template has it: `ANY /admin/{proxy+}`, or `$default`. */
  readonly key: string;
  readonly method: string;
  readonly parts: readonly string[];
  /** The ARN of the function behind it. */
  readonly target: string;
};

export type Picked = {
  readonly target: string;
  readonly routeKey: string;
  /** The values of the variables in the route's path, decoded; absent where it has none. */
  readonly pathParameters?: Readonly<Record<string, string>>;
};

const DEFAULT = '$default';
const METHODS = ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
const VARIABLE = /^\{([\w.-]+)(\+?)\}$/;

const partsOf = (path: string): string[] => path.split('/').slice(1);

const routeOf = (key: string, target: string): Route => {
  if (key === DEFAULT) return { key, method: 'ANY', parts: [], target };
  const [method = '', path = '', ...more] = key.split(' ');
  const parts = partsOf(path);
  const understood = parts.every((part, at) => {
    const [, , greedy] = VARIABLE.exec(part) ?? [];
    return greedy ? at === parts.length - 1 : greedy === '' || !/[{}]/.test(part);
  });
  if (!METHODS.includes(method) || !path.startsWith('/') || more.length > 0 || !understood)
    throw new Error(`The template has a route the local runner does not know: ${key}.`);
  return { key, method, parts, target };
};

/** Every route of the template. Refuses one that asks who is calling: nothing here would check it. */
export const routesOf = (template: Template): Route[] =>
  ofType(template, 'AWS::ApiGatewayV2::Route').map(([id]) => {
    const { RouteKey, Target, AuthorizationType = 'NONE' } = properties(template, id);
    if (AuthorizationType !== 'NONE')
      throw new Error(`The route ${String(RouteKey)} has an authorizer, which the local runner does not have.`);
    const integration = String(Target).split('/').at(-1) ?? '';
    return routeOf(String(RouteKey), String(properties(template, integration).IntegrationUri));
  });

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

/** What the variables of `route` are in this path; `undefined` where the route does not take it. A variable is never empty. */
const variablesIn = ({ parts }: Route, path: readonly string[]): Record<string, string> | undefined => {
  const found: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const [, name, greedy] = VARIABLE.exec(part) ?? [];
    const value = greedy ? path.slice(at).join('/') : path[at];
    if (value === undefined || (name === undefined ? value !== part : value === '')) return undefined;
    if (name !== undefined) found[name] = decoded(value);
    if (greedy) return found;
  }
  return parts.length === path.length ? found : undefined;
};

/** Part by part, the smaller the more particular: a literal, a variable, a greedy one, nothing more; then the method. */
const rank = ({ method, parts }: Route): string => {
  const each = parts.map((part) => (part.endsWith('+}') ? '2' : VARIABLE.test(part) ? '1' : '0')).join('');
  return `${each.endsWith('2') ? 'greedy' : 'full'} ${each.padEnd(64, '3')} ${method === 'ANY' ? 'any' : '1'}`;
};

/** Where a request goes; nothing where no route takes it, which API Gateway answers with 404. @example pickRoute(routes, 'GET', '/admin/drafts') */
export const pickRoute = (routes: readonly Route[], method: string, path: string): Picked | undefined => {
  const parts = partsOf(path);
  const taken = routes.flatMap((route) => {
    if (route.key === DEFAULT || (route.method !== 'ANY' && route.method !== method)) return [];
    const variables = variablesIn(route, parts);
    return variables ? [{ route, variables }] : [];
  });
  const [best] = taken.sort((a, b) => (rank(a.route) < rank(b.route) ? -1 : 1));
  if (!best) {
    const rest = routes.find(({ key }) => key === DEFAULT);
    return rest && { target: rest.target, routeKey: DEFAULT };
  }
  const { route, variables } = best;
  const pathParameters = Object.keys(variables).length > 0 ? { pathParameters: variables } : {};
  return { target: route.target, routeKey: route.key, ...pathParameters };
};
