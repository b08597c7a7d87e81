import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpApi, startHttpApi } from '../../lib/local/http-api.ts';
import { routesOf } from '../../lib/local/routes.ts';

type Event = Record<string, unknown> & { headers: Record<string, string> };
const routes: [key: string, target: string][] = [
  ['$default', 'web'],
  ['ANY /admin', 'admin'],
  ['ANY /admin/{proxy+}', 'admin'],
  ['POST /hooks/{source}', 'hooks'],
];
const ROUTES = routesOf({
  folder: '',
  resources: Object.fromEntries(
    routes.flatMap(([RouteKey, IntegrationUri], at) => [
      [`Route${at}`, { Type: 'AWS::ApiGatewayV2::Route', Properties: { RouteKey, Target: `integrations/To${at}` } }],
      [`To${at}`, { Type: 'AWS::ApiGatewayV2::Integration', Properties: { IntegrationUri } }],
    ]),
  ),
});
let called = '';
let seen: Event;
let result: unknown = { statusCode: 204 };
let api: HttpApi;

beforeAll(async () => {
  const handle = async (target: string, event: object) => {
    called = target;
    seen = event as Event;
    return result;
  };
  api = await startHttpApi({ port: 0, routes: ROUTES, handle, now: () => 0 });
});
afterAll(() => api.close());

const send = (path: string, init?: RequestInit) => fetch(api.url + path, { redirect: 'manual', ...init });

describe('the event', () => {
  it('is payload 2.0: path, query, headers and cookies each in their place', async () => {
    await send('/cases/C%2D1?a=1&a=2&b=%20', { headers: { cookie: 'x=1; y=2', 'X-Thing': 'Z' } });
    expect(seen).toMatchObject({
      version: '2.0',
      routeKey: '$default',
      rawPath: '/cases/C%2D1',
      rawQueryString: 'a=1&a=2&b=%20',
      queryStringParameters: { a: '1,2', b: ' ' },
      cookies: ['x=1', 'y=2'],
      requestContext: { http: { method: 'GET', path: '/cases/C%2D1' }, stage: '$default' },
      isBase64Encoded: false,
    });
    expect(seen.headers['x-thing']).toBe('Z');
    expect(seen.headers.cookie).toBeUndefined();
    expect(seen.body).toBeUndefined();
  });

  it.each([
    ['application/x-www-form-urlencoded', true],
    ['application/octet-stream', true],
    ['application/json', false],
    ['text/plain; charset=utf-8', false],
  ])('carries a body of type %s in base64: %s', async (type, encoded) => {
    await send('/', { method: 'POST', body: 'a=é', headers: { 'content-type': type } });
    expect(seen.isBase64Encoded).toBe(encoded);
    expect(encoded ? Buffer.from(String(seen.body), 'base64').toString() : seen.body).toBe('a=é');
  });
});

describe('the function that is called', () => {
  it.each([
    ['/', 'web', '$default', undefined],
    ['/admin', 'admin', 'ANY /admin', undefined],
    ['/admin?draft=1', 'admin', 'ANY /admin', undefined],
    ['/admin/', 'web', '$default', undefined],
    ['/administrators', 'web', '$default', undefined],
    ['/admin/drafts/D%2D1', 'admin', 'ANY /admin/{proxy+}', { proxy: 'drafts/D-1' }],
  ])('for %s is %s, and the event says by which route', async (path, target, routeKey, pathParameters) => {
    await send(path);
    expect(called).toBe(target);
    expect(seen).toMatchObject({ routeKey, requestContext: { routeKey } });
    expect(seen.pathParameters).toEqual(pathParameters);
  });

  it('depends on the method where the route names one', async () => {
    await send('/hooks/post', { method: 'POST', body: 'x' });
    expect([called, seen.pathParameters]).toEqual(['hooks', { source: 'post' }]);
    await send('/hooks/post');
    expect([called, seen.pathParameters]).toEqual(['web', undefined]);
  });
});

describe('the response', () => {
  it('sets every cookie, and redirects', async () => {
    result = { statusCode: 303, headers: { location: '/there' }, cookies: ['a=1; Path=/', 'b=2'] };
    const response = await send('/');
    expect([response.status, response.headers.get('location')]).toEqual([303, '/there']);
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
  });

  it('decodes base64', async () => {
    result = { statusCode: 200, body: Buffer.from([0, 255, 1]).toString('base64'), isBase64Encoded: true };
    expect([...new Uint8Array(await (await send('/')).arrayBuffer())]).toEqual([0, 255, 1]);
  });

  it('takes an answer without a status as JSON', async () => {
    result = { hello: 'you' };
    expect(await (await send('/')).json()).toEqual({ hello: 'you' });
  });

  it('survives an answer that cannot be written', async () => {
    result = { statusCode: 200, headers: { 'bad header': 'x' } };
    expect((await send('/')).status).toBe(500);
  });
});

describe('listening', () => {
  it('says which port is in use, and what to do', async () => {
    const port = Number(new URL(api.url).port);
    await expect(startHttpApi({ port, routes: ROUTES, handle: async () => null, now: () => 0 })).rejects.toThrow(
      `Port ${port} is in use. Stop what uses it, or set PORT to another number`,
    );
  });
});
