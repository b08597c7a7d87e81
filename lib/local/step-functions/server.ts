/**
 * The wire: AWS JSON 1.0 over HTTP on this machine only, as `@aws-sdk/client-sfn` speaks it. Finds the operation, writes its answer or
 * its refusal. Signatures are not checked; a request that names another host is turned away, so that no web page can reach in.
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fieldsOf } from './fields.ts';
import { isRecord } from './json.ts';
import type { Operations, Parts } from './operations.ts';
import { Refusal } from './refusal.ts';

const TARGET = 'AWSStepFunctions.';
/** A definition of 1 MB, escaped in JSON, and its wrapping. */
const LARGEST_REQUEST = 3 * 1_048_576;
const OWN_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_REQUEST) throw new Refusal('RequestEntityTooLargeException', 'The request is too large.');
    chunks.push(chunk);
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString() || '{}');
    if (isRecord(body)) return body;
  } catch {
    // Answered below, like any other body that is not an object.
  }
  throw new Refusal('SerializationException', 'The body of the request is not a JSON object.');
};

const operationOf = (request: IncomingMessage, operations: Operations) => {
  const target = String(request.headers['x-amz-target'] ?? '');
  const name = target.startsWith(TARGET) ? target.slice(TARGET.length) : '';
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!operation)
    throw new Refusal(
      'UnknownOperationException',
      `The local Step Functions emulator does not know the operation '${target}'. It knows: ${Object.keys(operations).join(', ')}.`,
    );
  return operation;
};

const write = (response: ServerResponse, status: number, body: object): void => {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': randomUUID(),
    // What is left of a request that was refused half-way is not read.
    ...(response.req.complete ? {} : { connection: 'close' }),
  });
  response.end(text);
};

const answer = async (parts: Parts, operations: Operations, request: IncomingMessage): Promise<object> => {
  if (!OWN_HOST.test(request.headers.host ?? ''))
    throw new Refusal('AccessDeniedException', 'Only this machine may call the local Step Functions emulator.');
  const operation = operationOf(request, operations);
  return operation(parts, fieldsOf(await bodyOf(request)));
};

const handle = async (
  parts: Parts,
  operations: Operations,
  log: (line: string) => void,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (request.method === 'GET')
    return write(response, 200, { service: 'Step Functions, local', operations: Object.keys(operations) });
  try {
    write(response, 200, await answer(parts, operations, request));
  } catch (error) {
    if (error instanceof Refusal) return write(response, 400, { __type: error.type, message: error.message });
    log(`step functions: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    write(response, 500, {
      __type: 'InternalServerError',
      message: 'The local Step Functions emulator failed; its log says how.',
    });
  }
};

export type Wire = { readonly port: number; close(): Promise<void> };

/** Long enough for any request that is under way to be answered. */
const PATIENCE_MS = 1_000;

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    // A connection that was busy is kept open by its client afterwards; it would hold the server for minutes.
    const sweep = setInterval(() => server.closeIdleConnections(), 20);
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(cut);
      resolve();
    });
  });

/** Listens on 127.0.0.1, on a free port unless told. `close` answers what is under way and takes nothing new. */
export const listen = async (
  parts: Parts,
  operations: Operations,
  { port, log }: { port: number; log: (line: string) => void },
): Promise<Wire> => {
  const server = createServer((request, response) => void handle(parts, operations, log, request, response));
  // Longer than clients keep a connection, so that they close it and never write into one that is closing.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => closed(server) };
};
