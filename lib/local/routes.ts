/**
 * Which function the front door hands a request to, as the template says. There is one route, for everything: the web function
 * has the rest. Called by the runner.
 */
import { ofType, properties, type Template } from './template.ts';

/** The ARN of the function behind `$default`. Refuses a template with any other route, which would not be served. */
export const defaultRoute = (template: Template): string => {
  const routes = ofType(template, 'AWS::ApiGatewayV2::Route').map(([id]) => properties(template, id));
  const other = routes.find(({ RouteKey }) => RouteKey !== '$default');
  if (other || routes.length !== 1)
    throw new Error(`The local runner serves one route, $default, and not ${String(other?.RouteKey)}.`);
  const integration = String(routes[0]?.Target).split('/').at(-1) ?? '';
  return String(properties(template, integration).IntegrationUri);
};
