/**
 * Lambda on a laptop: the very bundles that are deployed, loaded into this process and called as Lambda calls them. Not who calls
 * them (the front door, the machines, the clocks). Made by the runner.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { arnOf, ofType, properties, type Template } from './template.ts';

export type LocalFunction = {
  readonly id: string;
  readonly arn: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly memoryMb: number;
};

/** What went wrong inside a function, under the name its error had: state machines choose by that name. */
export class FunctionFailed extends Error {
  override readonly name: string;

  constructor(name: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = name;
  }
}

type Handler = (event: unknown, context: object) => Promise<unknown>;

/** Every function of the template. Refuses a handler other than the one file our bundles have. */
export const functionsOf = (template: Template): LocalFunction[] =>
  ofType(template, 'AWS::Lambda::Function').map(([id, resource]) => {
    const { Handler: entry, Environment, Timeout, MemorySize } = properties(template, id);
    const folder = resource.Metadata?.['aws:asset:path'];
    if (entry !== 'index.handler' || typeof folder !== 'string')
      throw new Error(`${id} is not a bundled function the runner can load.`);
    return {
      id,
      arn: arnOf(template, id),
      folder: join(template.folder, folder),
      environment: (Environment as { Variables?: Record<string, string> } | undefined)?.Variables ?? {},
      timeoutMs: Number(Timeout ?? 3) * 1000,
      memoryMb: Number(MemorySize ?? 128),
    };
  });

/** Every start in one process loads the code afresh, as its clients remember the addresses they first saw. */
let starts = 0;

const load = async ({ id, folder }: LocalFunction, start: number): Promise<Handler> => {
  try {
    const address = `${pathToFileURL(join(folder, 'index.mjs')).href}${start > 1 ? `?start=${start}` : ''}`;
    const { handler } = (await import(address)) as { handler?: Handler };
    if (typeof handler !== 'function') throw new Error('It exports no handler.');
    return handler;
  } catch (cause) {
    throw new FunctionFailed('Runtime.ImportModuleError', `${id} cannot be loaded: ${(cause as Error).message}`, { cause });
  }
};

const contextOf = ({ id, arn, memoryMb, timeoutMs }: LocalFunction): object => {
  const until = Date.now() + timeoutMs;
  return {
    functionName: id,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: String(memoryMb),
    awsRequestId: randomUUID(),
    logGroupName: id,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, until - Date.now()),
  };
};

/** Lambda stops a function that takes too long. Here its work cannot be stopped, but whoever called is told the same. */
const within = async (work: Promise<unknown>, target: LocalFunction): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, refuse) => {
    const seconds = (target.timeoutMs / 1000).toFixed(2);
    timer = setTimeout(
      () => refuse(new FunctionFailed('Sandbox.Timedout', `Task timed out after ${seconds} seconds`)),
      target.timeoutMs,
    );
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
};

/** As it would be after the journey over the wire: nothing shared, `undefined` gone. */
const overTheWire = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

export type Invoke = (arn: string, event: unknown) => Promise<unknown>;

/** Calls a function by its ARN, loading it the first time. Whatever the function throws comes back under its own name. */
export const invoker = (functions: readonly LocalFunction[]): Invoke => {
  const known = new Map(functions.map((each) => [each.arn, each]));
  const loaded = new Map<string, Promise<Handler>>();
  starts += 1;
  const start = starts;
  return async (arn, event) => {
    const target = known.get(arn);
    if (!target) throw new FunctionFailed('Lambda.ResourceNotFoundException', `There is no function ${arn}.`);
    const handler = loaded.get(arn) ?? load(target, start);
    loaded.set(arn, handler);
    try {
      const call = (await handler)(overTheWire(event), contextOf(target));
      return overTheWire(await within(Promise.resolve(call), target));
    } catch (cause) {
      if (cause instanceof FunctionFailed) throw cause;
      const { name = 'Error', message = String(cause) } = cause instanceof Error ? cause : {};
      throw new FunctionFailed(name, message, { cause });
    }
  };
};
