/**
 * `npm start`: the whole service on this machine. Synthesises when a source changed, starts what the template names, fills an empty
 * table with made-up people, and says where everything is. Not the parts themselves: those are `lib/local`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { idOf } from '../lib/app/configuring/documents.ts';
import type { Council } from '../lib/domain/council.ts';
import { gate } from '../lib/local/gate.ts';
import { goWithNpm } from '../lib/local/launcher.ts';
import type { LocalStack } from '../lib/local/runner.ts';
import { StartProblem } from '../lib/local/start-problem.ts';
import { cachedSynthesis } from '../lib/local/synth-cache.ts';
import type { Decided } from './app.ts';
import { RUNNING } from './commands/connection.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DAY_MS = 24 * 60 * 60 * 1000;

type Settings = {
  readonly port: number;
  readonly dataDir: string;
  readonly clockOffset: number;
  readonly seed: boolean;
  readonly council: string | undefined;
  readonly dynamodbEndpoint: string | undefined;
};

/** A whole number from `least` to `most` out of the environment. Refuses anything else as wrong use, saying what is wanted. */
const whole = (name: string, standard: number, least: number, most: number): number => {
  const given = process.env[name];
  if (given === undefined || given === '') return standard;
  const value = /^\d{1,6}$/.test(given) ? Number(given) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new StartProblem(`${name} is "${given}". It must be a whole number from ${least} to ${most}.`, 2);
};

const settings = (): Settings => {
  const { SEED = 'demo', COUNCIL, DATA_DIR, DYNAMODB_ENDPOINT } = process.env;
  if (!['demo', 'none'].includes(SEED)) throw new StartProblem(`SEED is "${SEED}". It must be demo or none.`, 2);
  return {
    port: whole('PORT', 3000, 0, 65_535),
    dataDir: resolve(DATA_DIR || join(ROOT, '.data')),
    clockOffset: whole('DAYS_AHEAD', 0, 0, 3650) * DAY_MS,
    seed: SEED === 'demo',
    council: COUNCIL || undefined,
    dynamodbEndpoint: DYNAMODB_ENDPOINT || undefined,
  };
};

const say = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** CDK is loaded only here, so a start that finds its template ready does without. */
const template = async (council: string | undefined): Promise<string> => {
  const synthesise = async (outDir: string) => {
    say('Preparing the service, because something changed since the last start…');
    const { synthesiseOwnway } = await import('./app.ts');
    await synthesiseOwnway({ outDir, council, signIn: 'demo', check: false });
  };
  return (await cachedSynthesis({ root: ROOT, settings: { council, signIn: 'demo' }, synthesise })).folder;
};

const councilIn = (folder: string): Council => {
  const file = join(folder, 'functions', 'publish-configuration', 'configuration.json');
  const { council, documents } = JSON.parse(readFileSync(file, 'utf8')) as Decided;
  return Object.values(documents).find((json) => idOf(json) === council) as Council;
};

/** Made-up people, unless they are not wanted. What was played before is not played again, so a start that was cut short goes on. */
const seedIfWanted = async (wanted: boolean): Promise<void> => {
  if (!wanted) return;
  const { seed } = await import('./seed.ts');
  await seed();
};

/** All the staff, but only a few of the people: the sign-in page has them all. */
const FEW = 3;
const peopleLines = ({ demo }: Council): string[] => {
  const { staff = [], people = [] } = demo ?? {};
  const lines = [
    ...staff.map(({ name, roles }) => ({ name, what: roles.join(', ') })),
    ...people.slice(0, FEW).map(({ name, about }) => ({ name, what: about ?? 'asks for support' })),
  ];
  const widest = Math.max(0, ...lines.map(({ name }) => name.length));
  const more = people.length - FEW;
  return [
    ...lines.map(({ name, what }) => `    ${name.padEnd(widest + 2)}${what}`),
    ...(more > 0 ? [`    and ${more} more people`] : []),
  ];
};

const welcome = (url: string, council: Council, { dataDir, clockOffset }: Settings): void => {
  const days = clockOffset / DAY_MS;
  say();
  say(`Ownway is running for ${council.name}${council.madeUp ? ', a made-up council' : ''}.`);
  say();
  say(`  The service           ${url}/`);
  say(`  Sign in as somebody   ${url}/sign-in`);
  for (const line of peopleLines(council)) say(line);
  say(`  Is everything up      ${url}/health`);
  say();
  if (days > 0) say(`  The clock is ${days} day${days === 1 ? '' : 's'} ahead.`);
  say(`  Data is kept in ${dataDir}. Stop with Ctrl-C.`);
};

/** Where the command line finds this Ownway while it runs. What it finds after a sudden end no longer answers, and it says so. */
const sayWhere = (dataDir: string): void => {
  const names = ['TABLE_NAME', 'COUNCIL', 'SIGN_IN', 'CLOCK_OFFSET_MS'];
  const own = Object.entries(process.env).filter(([name]) => names.includes(name) || name.startsWith('AWS_'));
  writeFileSync(join(dataDir, RUNNING), JSON.stringify({ env: Object.fromEntries(own) }), { mode: 0o600 });
};

/** Everything ends within two seconds, and whatever was accepted is on disk long before that. */
const MOST_MS = 1800;
const AGAIN_MS = 300;

/** One way out, however the end comes: Ctrl-C, a polite kill, or a part that stopped. */
const ending = () => {
  let stack: LocalStack | undefined;
  let since: number | undefined;
  const end = async (code: number): Promise<void> => {
    if (since !== undefined) {
      // The terminal and npm each pass on one Ctrl-C; only somebody who presses again wants no more waiting.
      if (Date.now() - since > AGAIN_MS) process.exit(code);
      return;
    }
    since = Date.now();
    setTimeout(() => process.exit(code), MOST_MS).unref();
    await stack?.close();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  const holds = (started: LocalStack) => {
    stack = started;
    void started.broken.then((why) => {
      if (since !== undefined) return;
      console.error(why);
      void end(1);
    });
  };
  return { holds, end };
};

const main = async (): Promise<void> => {
  // Everything accepted is on disk already, so we simply go.
  goWithNpm(() => process.exit(1));
  const way = ending();
  try {
    const wanted = settings();
    say('Starting Ownway…');
    const folder = await template(wanted.council);
    const { startLocalStack } = await import('../lib/local/runner.ts');
    // The clock goes through past months while people are made up, so nobody's form may be dated by it.
    const people = gate<void>();
    const stack = await startLocalStack({
      ...wanted,
      templateDir: folder,
      formsAfter: people.opened,
      log: (line) => console.error(line),
    });
    way.holds(stack);
    const council = councilIn(folder);
    await seedIfWanted(wanted.seed);
    people.open();
    sayWhere(wanted.dataDir);
    welcome(stack.url, council, wanted);
  } catch (cause) {
    if (cause instanceof StartProblem) console.error(cause.message);
    else console.error('Ownway could not start, and the fault is ours:', cause);
    await way.end(cause instanceof StartProblem ? cause.exitCode : 1);
  }
};

await main();
