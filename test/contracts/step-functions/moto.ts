/**
 * Starts moto where Python has it, as the second engine of the conformance suite. It reads our machines with other eyes than ours; what it
 * lacks (running a function, JSONata) it asks of this process. Where moto is missing, or OWNWAY_MOTO is 0, there is no second engine.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import jsonata from 'jsonata';
import type { Functions } from './functions.ts';

const PYTHON = 'python3';
const SCRIPT = fileURLToPath(new URL('./moto/serve.py', import.meta.url));

/** The version of moto that Python here can load; nothing when there is none or it is switched off. */
export const motoVersion = (): string | undefined => {
  if (process.env.OWNWAY_MOTO === '0') return undefined;
  const { status, stdout } = spawnSync(PYTHON, ['-c', 'import moto, moto.server; print(moto.__version__)'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
};

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

const listenForMoto = async (functions: Functions) => {
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const question = JSON.parse(text) as Question;
    const answer = request.url === '/invoke' ? await runFunction(functions, question) : await workOut(question);
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

/** moto, listening; `close` ends its process and waits until it is gone. */
export const startMoto = async (functions: Functions): Promise<{ endpoint: string; close(): Promise<void> }> => {
  const { server, url } = await listenForMoto(functions);
  const moto = spawn(PYTHON, [SCRIPT, url], { stdio: ['pipe', 'pipe', 'ignore'] });
  const gone = new Promise<void>((resolve) => moto.once('exit', () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    moto.stdout.once('data', (line: Buffer) => resolve(String(line).trim()));
    void gone.then(() => reject(new Error('moto ended before it listened.')));
  });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: async () => {
      moto.kill('SIGKILL');
      await gone;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
