/**
 * Kills Ownway with SIGKILL at random moments of running journeys, starts it again, and proves that nothing accepted was lost or
 * done twice and that every case goes on to its end: `npm run test:kill -- --kills 10 --seed 7`. Exit 1 on any loss.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { lossesIn } from './support/losses.ts';
import { endOwnway, type Running, startOwnway } from './support/own-way.ts';
import { Visitor } from './support/visitor.ts';
import { councilSteps, type FormStep, OPTION_WITH, STAFF, storySteps } from './support/whole-case.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '10' }, seed: { type: 'string' }, cases: { type: 'string', default: '3' } },
});
const KILLS = Number(values.kills);
const AT_ONCE = Number(values.cases);
const SEED = Number(values.seed ?? Date.now() % 100_000);

/** Small and seeded, so that a failing run can be asked for again. */
const randomness = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

const model = JSON.parse(readFileSync(new URL('../workflows/allocation/demo-2026-1.json', import.meta.url), 'utf8'));
const optionWith = OPTION_WITH(model);

const PATIENCE_MS = 90_000;
const patiently = async <T>(what: string, attempt: () => Promise<T | undefined>): Promise<T> => {
  let last = '';
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(60)) {
    try {
      const result = await attempt();
      if (result !== undefined) return result;
    } catch (cause) {
      last = cause instanceof Error ? cause.message : String(cause);
    }
  }
  throw new Error(`gave up on ${what}: ${last}`);
};

type Cast = Record<FormStep['who'], Visitor>;

/**
 * Sends one form until it is accepted. The very same form is sent again after a kill: if the first one got through, its request id
 * says so and nothing happens twice.
 */
const send = async (cast: Cast, { who, page, typed }: FormStep): Promise<string> => {
  const visitor = cast[who];
  const fields = await patiently(`the form on ${page}`, () => visitor.fill(page, page, typed));
  return patiently(`sending ${page}`, async () => {
    const reply = await visitor.post(page, fields);
    return reply.status === 303 ? (reply.location ?? '') : undefined;
  });
};

const oneCase = async (origin: string, number: number): Promise<string> => {
  const visitor = () => new Visitor(origin, 8_000);
  const cast: Cast = { person: visitor(), priya: visitor(), tom: visitor(), morag: visitor(), glenda: visitor() };
  await patiently('signing in', () => cast.person.signInAs('someone-new', `Test Person ${number}`));
  for (const [who, id] of Object.entries(STAFF)) await patiently('signing in', () => cast[who as 'priya'].signInAs(id));
  const story = await send(cast, { who: 'person', page: '/my/start', typed: {} });
  const caseId = /C-[A-Z0-9]+/.exec(story)?.[0];
  if (!caseId) throw new Error(`no case was opened: ${story}`);
  for (const step of storySteps(caseId, optionWith)) await send(cast, step);
  for (const step of councilSteps(caseId)) await send(cast, step);
  return caseId;
};

const main = async (): Promise<void> => {
  const random = randomness(SEED);
  const dataDir = mkdtempSync(join(tmpdir(), 'ownway-kill-'));
  const port = await freePort();
  const env = { PORT: String(port), DATA_DIR: dataDir, SEED: 'none' };
  console.log(`${KILLS} kills, ${AT_ONCE} cases at a time, seed ${SEED}`);
  let running: Running = await startOwnway(env);

  let stop = false;
  let started = 0;
  const finished: string[] = [];
  const worker = async (): Promise<void> => {
    while (!stop) {
      started += 1;
      finished.push(await oneCase(`http://127.0.0.1:${port}`, started));
    }
  };
  const workers = Promise.all(Array.from({ length: AT_ONCE }, worker));
  // A worker that gives up must end the run, not only its own case.
  let failure: unknown;
  workers.catch((cause: unknown) => {
    failure = cause;
  });

  for (let kill = 1; kill <= KILLS && failure === undefined; kill += 1) {
    const after = 150 + Math.floor(random() * 2_500);
    await pause(after);
    await endOwnway(running, 'SIGKILL');
    const from = Date.now();
    running = await startOwnway(env);
    console.log(`kill ${kill} after ${after} ms; back in ${Date.now() - from} ms; ${finished.length} of ${started} cases done`);
  }
  stop = true;
  await workers;
  // What the last start puts right, it puts right beside the cases: it has this long for what the last kill left.
  await pause(2_000);
  await endOwnway(running, 'SIGINT');

  const losses = await lossesIn(dataDir, finished);
  for (const loss of losses) console.error(loss);
  console.log(`${finished.length} cases went through ${KILLS} kills: ${losses.length} losses`);
  if (losses.length > 0 || finished.length < AT_ONCE) process.exitCode = 1;
  else rmSync(dataDir, { recursive: true, force: true });
};

await main();
