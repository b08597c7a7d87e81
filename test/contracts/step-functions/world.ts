/**
 * An engine with functions to call and an SDK client to drive it: the seam at which the same cases run against our emulator and
 * against moto. Cases see a `World` and nothing of the engine behind it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SFNClient } from '@aws-sdk/client-sfn';
import { type StepFunctionsOptions, startStepFunctions } from '../../../lib/local/step-functions/start.ts';
import { createFunctions, type Functions } from './functions.ts';
import { motoVersion, startMoto } from './moto.ts';
import { listenOutside } from './outside.ts';

export type World = { readonly client: SFNClient; readonly functions: Functions; close(): Promise<void> };
export type Engine = { readonly name: string; readonly isOurs: boolean; open(): Promise<World> };

export const clientOf = (endpoint: string, maxAttempts = 1): SFNClient =>
  new SFNClient({ endpoint, region: 'eu-west-2', credentials: { accessKeyId: 'x', secretAccessKey: 'x' }, maxAttempts });

/** A new empty folder, and how to throw it away. */
export const newFolder = (): { folder: string; discard(): void } => {
  const folder = mkdtempSync(join(tmpdir(), 'ownway-step-functions-'));
  return { folder, discard: () => rmSync(folder, { recursive: true, force: true }) };
};

/** Our emulator in this process, in a folder of its own that goes away with it. */
export const openOurs = async (options: Partial<StepFunctionsOptions> = {}): Promise<World> => {
  const functions = createFunctions();
  const { folder, discard } = newFolder();
  const emulator = await startStepFunctions({ dataDir: folder, invoke: functions.invoke, ...options });
  const client = clientOf(emulator.endpoint);
  return {
    client,
    functions,
    close: async () => {
      client.destroy();
      await emulator.close();
      discard();
    },
  };
};

const openMoto = async (): Promise<World> => {
  const functions = createFunctions();
  const outside = await listenOutside(functions);
  const moto = await startMoto(outside.url);
  const client = clientOf(moto.endpoint, 5);
  return {
    client,
    functions,
    close: async () => {
      client.destroy();
      await moto.close();
      await outside.close();
    },
  };
};

const version = motoVersion();

/** Every engine that can be reached here: always ours, and moto where Python has it. */
export const ENGINES: readonly Engine[] = [
  { name: 'our emulator', isOurs: true, open: openOurs },
  ...(version ? [{ name: `moto ${version}`, isOurs: false, open: openMoto }] : []),
];
