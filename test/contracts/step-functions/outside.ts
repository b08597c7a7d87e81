/**
 * This process as seen by an engine in another process: it runs the functions of a test over HTTP, and works out JSONata for moto. An
 * engine asks `/invoke` or `/jsonata` with JSON and is answered with JSON.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import jsonata from 'jsonata';
import type { Functions } from './functions.ts';

type Question = { function?: string; payload?: unknown; expression?: string };

const runFunction = async (functions: Functions, { function: name = '', payload }: Question): Promise<object> => {
  try {
    return { payload: (await functions.invoke(name, payload)) ?? null };
  } catch (error) {
    const { name: errorType, message: errorMessage } = error as Error;
    return { error: errorType, cause: JSON.stringify({ errorType, errorMessage }) };
  }
};

const workOut = async ({ expression = '' }: Question): Promise<object> => {
  try {
    return { value: (await jsonata(expression).evaluate(undefined)) ?? null };
  } catch (error) {
    return { error: String((error as Error).message) };
  }
};

export type Outside = { readonly url: string; close(): Promise<void> };

export const listenOutside = async (functions: Functions): Promise<Outside> => {
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const question = JSON.parse(text) as Question;
    const answer = request.url === '/invoke' ? await runFunction(functions, question) : await workOut(question);
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
