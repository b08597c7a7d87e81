/**
 * The whole deployment on a laptop: reads the synthesised template and starts what it names, each part behind the same wire as on
 * AWS. Product code never knows. Called by `bin/start.ts`, the journeys and the benchmarks.
 */
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { runCustomResources } from './custom-resources.ts';
import { claimDataFolder } from './data-folder.ts';
import { startDynamoDb } from './dynamodb.ts';
import { CREDENTIALS, setEnvironment } from './environment.ts';
import { functionsOf, type Invoke, invoker } from './functions.ts';
import { gate } from './gate.ts';
import { startHttpApi } from './http-api.ts';
import { machinesOf, publishMachines } from './machines.ts';
import { routesOf } from './routes.ts';
import { type Clocks, type LocalSchedule, schedulesOf, startClocks } from './schedules.ts';
import { startStepFunctions } from './step-functions/start.ts';
import { ensureTables, tablesOf } from './tables.ts';
import { arnOf, REGION, readTemplate, type Template } from './template.ts';

export type LocalStackOptions = {
  /** A folder that `synthesise` wrote. */
  readonly templateDir: string;
  readonly dataDir: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly log: (line: string) => void;
  /** How far the clock is ahead, in milliseconds. */
  readonly clockOffset?: number;
  /** Another DynamoDB to use instead of the emulator. */
  readonly dynamodbEndpoint?: string | undefined;
  /** Pages are shown at once; whatever changes something waits for this. */
  readonly formsAfter?: Promise<unknown>;
};

export type LocalStack = {
  readonly url: string;
  /** The data folder was empty until now. */
  readonly isNew: boolean;
  /** Settles with a sentence if a part ends by itself; nothing works any more then. */
  readonly broken: Promise<string>;
  readonly close: () => Promise<void>;
};

/** What a crash may have left undone is put right first: machines, then deliveries, then dates. Every open case is looked at. */
const AT_START: readonly { function: string; event: object }[] = [
  { function: 'Recover', event: { everything: true } },
  { function: 'DeliverOutbox', event: { everything: true } },
  { function: 'OpenDueReviews', event: {} },
];

type Closer = () => Promise<void> | void;

/** Ends what was started, last first, each on its own so that one that fails leaves the others closed. */
const closeAll = async (closers: Closer[]): Promise<void> => {
  for (const close of closers.splice(0).reverse()) await Promise.resolve(close()).catch(() => {});
};

const SCHEDULED_EVENT = { source: 'aws.events', 'detail-type': 'Scheduled Event' };

const runOnClock =
  (invoke: Invoke, options: LocalStackOptions) =>
  async ({ id, targets }: Pick<LocalSchedule, 'id' | 'targets'>): Promise<void> => {
    for (const { arn, event = SCHEDULED_EVENT } of targets)
      await invoke(arn, event).catch((cause: Error) => options.log(`${id} failed: ${cause.name}: ${cause.message}`));
  };

const putRight = async (template: Template, run: ReturnType<typeof runOnClock>): Promise<void> => {
  for (const { function: id, event } of AT_START)
    if (id in template.resources) await run({ id, targets: [{ arn: arnOf(template, id), event }] });
};

/** At the latest after this long, what still runs is left behind: the table has whatever was accepted. */
const PATIENCE_MS = 700;
const atMost = (work: Promise<unknown>): Promise<void> =>
  Promise.race([work.then(() => {}), new Promise<void>((done) => setTimeout(done, PATIENCE_MS).unref())]);

const boot = async (options: LocalStackOptions, closers: Closer[]): Promise<LocalStack> => {
  const now = () => Date.now() + (options.clockOffset ?? 0);
  const template = readTemplate(options.templateDir);
  const functions = functionsOf(template);
  const ready = gate<Invoke>();
  const set = gate<void>();

  // First the port: it is what most often stands in the way. Requests wait until the rest is up.
  const http = await startHttpApi({
    port: options.port,
    now,
    routes: routesOf(template),
    handle: async (target, event, changes) => {
      if (changes) await options.formsAfter;
      return (await ready.opened)(target, event);
    },
  });
  closers.push(http.close);
  const folder = await claimDataFolder(options.dataDir);
  closers.push(folder.release);

  const dynamodb = await startDynamoDb({ dataDir: options.dataDir, endpoint: options.dynamodbEndpoint });
  closers.push(dynamodb.close);
  if (dynamodb.pid) folder.servedBy(dynamodb.pid);
  const invoke = invoker(functions);
  const stepFunctions = await startStepFunctions({
    dataDir: join(options.dataDir, 'step-functions'),
    log: options.log,
    now,
    // Machines go on by themselves as soon as the emulator is up, but their functions need to know where everything is.
    invoke: async (functionName: string, payload: unknown) => {
      await set.opened;
      return invoke(functionName, payload);
    },
  });
  closers.push(() => atMost(stepFunctions.close()));
  setEnvironment(functions, { dynamodb: dynamodb.endpoint, stepFunctions: stepFunctions.endpoint }, options.clockOffset ?? 0);

  const isNew = await deploy(template, { dynamodb: dynamodb.endpoint, stepFunctions: stepFunctions.endpoint }, invoke, set.open);
  ready.open(invoke);
  const clocks = start(template, invoke, options, now);
  closers.push(() => atMost(clocks.close()));
  return {
    url: http.url,
    isNew,
    broken: dynamodb.died.then(
      () => 'The DynamoDB emulator has stopped. Start Ownway again; everything accepted so far is kept.',
    ),
    close: () => closeAll(closers),
  };
};

/** Tables, machines, then the configuration that names the machines. Answers whether the tables are new. */
const deploy = async (
  template: Template,
  endpoints: { dynamodb: string; stepFunctions: string },
  invoke: Invoke,
  tablesAreThere: () => void,
): Promise<boolean> => {
  const client = { region: REGION, credentials: CREDENTIALS };
  const database = new DynamoDBClient({ ...client, endpoint: endpoints.dynamodb });
  const engine = new SFNClient({ ...client, endpoint: endpoints.stepFunctions });
  try {
    const isNew = await ensureTables(database, tablesOf(template));
    const versions = await publishMachines(engine, template, machinesOf(template));
    await runCustomResources(template, versions, isNew, invoke);
    tablesAreThere();
    return isNew;
  } finally {
    database.destroy();
    engine.destroy();
  }
};

/** The clocks, and beside them once what they would have done while nothing ran. */
const start = (template: Template, invoke: Invoke, options: LocalStackOptions, now: () => number): Clocks => {
  const schedules = schedulesOf(template);
  const run = runOnClock(invoke, options);
  const right = putRight(template, run);
  const clocks = startClocks(schedules, (schedule) => right.then(() => run(schedule)), now);
  return { runNow: clocks.runNow, close: async () => void (await Promise.all([right, clocks.close()])) };
};

/** Starts everything, or nothing: whatever goes wrong on the way, what was started is ended again. */
export const startLocalStack = async (options: LocalStackOptions): Promise<LocalStack> => {
  const closers: Closer[] = [];
  try {
    return await boot(options, closers);
  } catch (cause) {
    await closeAll(closers);
    throw cause;
  }
};
