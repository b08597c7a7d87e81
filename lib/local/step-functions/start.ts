/**
 * AWS Step Functions, small enough for a laptop: the API that `@aws-sdk/client-sfn` speaks, on 127.0.0.1, with everything it knows in
 * one folder. The local stack starts it; product code reaches it through the SDK only.
 */
import { Engine } from './engine.ts';
import { EXECUTION_OPERATIONS } from './execution-operations.ts';
import type { Invoke } from './invocations.ts';
import { MACHINE_OPERATIONS } from './machine-operations.ts';
import { Machines } from './machines.ts';
import { listen } from './server.ts';
import { openStore } from './store.ts';
import { TASK_OPERATIONS } from './task-operations.ts';

export type StepFunctionsOptions = {
  /** The folder that holds machines, executions and their histories. One process at a time. */
  readonly dataDir: string;
  /** Calls a function. It may throw: the error's name is the name a machine sees. An unknown function is `Lambda.ResourceNotFoundException`. */
  readonly invoke: Invoke;
  /** 0 or nothing: a free one. */
  readonly port?: number;
  /** The clock, in milliseconds since 1970; it may be shifted while executions wait. */
  readonly now?: () => number;
  readonly log?: (line: string) => void;
};

export type StepFunctions = { readonly endpoint: string; readonly url: string; close(): Promise<void> };

const OPERATIONS = { ...MACHINE_OPERATIONS, ...EXECUTION_OPERATIONS, ...TASK_OPERATIONS };

/**
 * Opens the folder, takes up every execution where it was left, and listens. Calls that were under way are made again at once, so the
 * functions must be ready before this is called. Refuses, in a plain sentence, a folder that another process has open.
 */
export const startStepFunctions = async (options: StepFunctionsOptions): Promise<StepFunctions> => {
  const { dataDir, invoke, port = 0, now = Date.now, log = () => undefined } = options;
  const store = await openStore(dataDir, log);
  const machines = await Machines.open(store);
  const engine = new Engine({ store, invoke, now, log });
  const wire = await listen({ store, machines, engine, now }, OPERATIONS, { port, log }).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  await engine.recover((hash) => machines.definitionOf(hash));
  const endpoint = `http://127.0.0.1:${wire.port}`;
  return {
    endpoint,
    url: endpoint,
    close: async () => {
      await wire.close();
      await engine.close();
      await store.close();
    },
  };
};
