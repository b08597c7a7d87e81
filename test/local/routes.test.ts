import { describe, expect, it } from 'vitest';
import { pickRoute, routesOf } from '../../lib/local/routes.ts';
import type { Resource, Template } from '../../lib/local/template.ts';

const templateWith = (keys: readonly string[], more: object = {}): Template => ({
  folder: '',
  resources: Object.fromEntries(
    keys.flatMap((RouteKey, at): [string, Resource][] => [
      [
        `Route${at}`,
        {
          Type: 'AWS::ApiGatewayV2::Route',
          Properties: { RouteKey, Target: { 'Fn::Join': ['', ['integrations/', { Ref: `To${at}` }]] }, ...more },
        },
      ],
      [`To${at}`, { Type: 'AWS::ApiGatewayV2::Integration', Properties: { IntegrationUri: `arn of ${RouteKey}` } }],
    ]),
  ),
});

// The example of the developer guide, and two of our own kind.
const KEYS = [
  'GET /pets/dog/1',
  'GET /pets/dog/{id}',
  'GET /pets/{proxy+}',
  'ANY /{proxy+}',
  'ANY /pets/{kind}/{id}',
  'POST /pets/{kind}/{id}',
  '$default',
];
const routes = routesOf(templateWith(KEYS));

describe('pickRoute', () => {
  it.each([
    ['GET', '/pets/dog/1', 'GET /pets/dog/1', undefined],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }],
    ['GET', '/pets/cat/1', 'ANY /pets/{kind}/{id}', { kind: 'cat', id: '1' }],
    ['POST', '/pets/cat/1', 'POST /pets/{kind}/{id}', { kind: 'cat', id: '1' }],
    ['GET', '/pets/cat', 'GET /pets/{proxy+}', { proxy: 'cat' }],
    ['GET', '/pets/cat/1/tail', 'GET /pets/{proxy+}', { proxy: 'cat/1/tail' }],
    ['POST', '/test/5', 'ANY /{proxy+}', { proxy: 'test/5' }],
    ['GET', '/a%20b/%', 'ANY /{proxy+}', { proxy: 'a%20b/%' }],
    ['GET', '/a%20b', 'ANY /{proxy+}', { proxy: 'a b' }],
    ['GET', '/', '$default', undefined],
  ])('%s %s goes to %s', (method, path, routeKey, pathParameters) => {
    expect(pickRoute(routes, method, path)).toEqual({
      target: `arn of ${routeKey}`,
      routeKey,
      ...(pathParameters ? { pathParameters } : {}),
    });
  });

  it('does not depend on the order in which the template has them', () => {
    const turned = routesOf(templateWith([...KEYS].reverse()));
    for (const path of ['/pets/dog/1', '/pets/dog/2', '/pets/cat', '/x', '/'])
      expect(pickRoute(turned, 'GET', path)).toEqual(pickRoute(routes, 'GET', path));
  });

  it('answers nothing where no route takes the request and none is for the rest', () => {
    expect(pickRoute(routesOf(templateWith(['GET /a'])), 'POST', '/a')).toBeUndefined();
  });
});

describe('routesOf', () => {
  it.each(['TRACE /a', 'GET a', '/a', 'GET /{a+}/b', 'GET /a{b}', 'GET /a b'])(
    'refuses %s, which it could not serve alike',
    (key) => {
      expect(() => routesOf(templateWith([key]))).toThrow(`a route the local runner does not know: ${key}`);
    },
  );

  it('refuses a route that asks who is calling', () => {
    expect(() => routesOf(templateWith(['GET /a'], { AuthorizationType: 'JWT' }))).toThrow('has an authorizer');
  });
});
