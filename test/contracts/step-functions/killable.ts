/**
 * Our emulator in a process that can be killed (SIGKILL, no farewell) and started again on the same folder, with functions that live in
 * the test and so outlive it.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SFNClient } from '@aws-sdk/client-sfn';
import { createFunctions, type Functions } from './functions.ts';
import { listenOutside } from './outside.ts';
import { clientOf, newFolder } from './world.ts';

const SCRIPT = fileURLToPath(new URL('./emulator-process.ts', import.meta.url));

export type Killable = {
  /** The client of the process that runs now. */
  readonly client: SFNClient;
  readonly functions: Functions;
  kill(): Promise<void>;
  restart(): Promise<void>;
  close(): Promise<void>;
};

const launch = async (folder: string, outside: string) => {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, folder, outside], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const endpoint = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => resolve(String(line).trim()));
    void gone.then(() => reject(new Error('The emulator ended before it listened.')));
  });
  const client = clientOf(endpoint);
  const kill = async (): Promise<void> => {
    client.destroy();
    child.kill('SIGKILL');
    await gone;
  };
  return { client, kill };
};

export const startKillable = async (): Promise<Killable> => {
  const functions = createFunctions();
  const outside = await listenOutside(functions);
  const { folder, discard } = newFolder();
  let running = await launch(folder, outside.url);
  return {
    functions,
    get client() {
      return running.client;
    },
    kill: () => running.kill(),
    restart: async () => {
      await running.kill();
      running = await launch(folder, outside.url);
    },
    close: async () => {
      await running.kill();
      await outside.close();
      discard();
    },
  };
};
