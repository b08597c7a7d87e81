import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpApi, startHttpApi } from '../../lib/local/http-api.ts';

type Event = Record<string, unknown> & { headers: Record<string, string> };
let seen: Event;
let result: unknown = { statusCode: 204 };
let api: HttpApi;

beforeAll(async () => {
  const handle = async (event: object) => {
    seen = event as Event;
    return result;
  };
  api = await startHttpApi({ port: 0, handle, now: () => 0 });
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
    await expect(startHttpApi({ port, handle: async () => null, now: () => 0 })).rejects.toThrow(
      `Port ${port} is in use. Stop what uses it, or set PORT to another number`,
    );
  });
});
