/**
 * API Gateway's HTTP API on a laptop: a request becomes a payload-2.0 event for the function whose route takes it, the function's answer
 * becomes a response. Not a web framework: pages are the functions' own. Made by the runner.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Picked, pickRoute, type Route } from './routes.ts';
import { StartProblem } from './start-problem.ts';

/** API Gateway takes no more, and neither do we. */
const MOST_BYTES = 10 * 1024 * 1024;

type Answer = {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
};

/** Reads the body, or answers `undefined` when it is too long; what follows is then read and dropped, so that the client hears. */
const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
  }
  return size > MOST_BYTES ? undefined : Buffer.concat(chunks);
};

/** These arrive as text, as API Gateway has it; everything else, forms included, arrives in base64. */
const isText = (type = '') => /^(text\/|application\/(json|javascript|xml)\b)/.test(type);

const headersOf = ({ cookie: _, ...headers }: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]),
  );

const cookiesOf = ({ cookie }: IncomingHttpHeaders): string[] | undefined => cookie?.split(/;\s*/).filter((each) => each !== '');

type Asked = { readonly request: IncomingMessage; readonly body: Buffer; readonly picked: Picked; readonly now: number };

const addressOf = (request: IncomingMessage): [path: string, query: string] => {
  const [rawPath = '/', rawQueryString = ''] = (request.url ?? '/').split(/\?(.*)/s);
  return [rawPath, rawQueryString];
};

export const eventOf = ({ request, body, picked: { routeKey, pathParameters }, now }: Asked): object => {
  const [rawPath, rawQueryString] = addressOf(request);
  const cookies = cookiesOf(request.headers);
  const text = isText(request.headers['content-type']);
  const query = Object.fromEntries(
    [...new Set(new URLSearchParams(rawQueryString).keys())].map((key) => [
      key,
      new URLSearchParams(rawQueryString).getAll(key).join(','),
    ]),
  );
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    ...(cookies ? { cookies } : {}),
    headers: headersOf(request.headers),
    ...(rawQueryString ? { queryStringParameters: query } : {}),
    ...(pathParameters ? { pathParameters } : {}),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: request.headers.host ?? '',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date(now).toISOString(),
      timeEpoch: now,
    },
    ...(body.length > 0 ? { body: text ? body.toString('utf8') : body.toString('base64') } : {}),
    isBase64Encoded: body.length > 0 && !text,
  };
};

const say = (response: ServerResponse, status: number, message: string): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
};

const answer = (response: ServerResponse, result: unknown): void => {
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded = false } = (result ?? {}) as Answer;
  if (typeof statusCode !== 'number') {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result ?? null));
    return;
  }
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, String(value));
  if (cookies.length > 0) response.setHeader('set-cookie', [...cookies]);
  response.writeHead(statusCode).end(isBase64Encoded ? Buffer.from(body, 'base64') : body);
};

/** Calls the function `target`. `changes`: the request is a form that was sent, not a page that is asked for. */
export type Handle = (target: string, event: object, changes: boolean) => Promise<unknown>;

export type HttpApiOptions = {
  readonly port: number;
  readonly routes: readonly Route[];
  readonly handle: Handle;
  readonly now: () => number;
};

const serve =
  ({ routes, handle, now }: HttpApiOptions) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    if (!body) return say(response, 413, 'Request Entity Too Large');
    const picked = pickRoute(routes, request.method ?? 'GET', addressOf(request)[0]);
    if (!picked) return say(response, 404, 'Not Found');
    try {
      const event = eventOf({ request, body, picked, now: now() });
      answer(response, await handle(picked.target, event, request.method === 'POST'));
    } catch (cause) {
      const timedOut = cause instanceof Error && cause.name === 'Sandbox.Timedout';
      say(response, timedOut ? 503 : 500, timedOut ? 'Service Unavailable' : 'Internal Server Error');
    }
  };

export type HttpApi = { readonly url: string; readonly close: () => Promise<void> };

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        cause.code === 'EADDRINUSE' || cause.code === 'EACCES'
          ? new StartProblem(
              cause.code === 'EACCES'
                ? `Port ${port} may not be used by this account. Set PORT to a number above 1023.`
                : `Port ${port} is in use. Stop what uses it, or set PORT to another number, for example PORT=${port + 1} npm start.`,
              1,
              { cause },
            )
          : cause,
      ),
    );
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(address && typeof address === 'object' ? address.port : port);
    });
  });

/** Listens on the loopback address only. Requests that come before the rest is up wait inside `handle`. */
export const startHttpApi = async (options: HttpApiOptions): Promise<HttpApi> => {
  const answerEach = serve(options);
  // A client that goes away in the middle is nobody's fault.
  const server = createServer((request, response) => void answerEach(request, response).catch(() => response.destroy()));
  const port = await listen(server, options.port);
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
};
