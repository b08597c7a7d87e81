/**
 * Fills the running service with the made-up people of `demo/`, through the one write path and at the pace of the real machine: a
 * case goes on only when its machine has arrived. Not a test and not a fixture loader. Called by `bin/start.ts`, in its process.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { ActPorts } from '../lib/app/act.ts';
import type { Bundle } from '../lib/app/configuration.ts';
import { carers } from './demo/caring.ts';
import { everyone } from './demo/everyone.ts';
import { progressOn } from './demo/progress.ts';
import { type Moment, type Played, play } from './demo/timetable.ts';

type Progress = (done: number, total: number) => void;

/** The adapters read their environment when they are loaded, and the stack sets it when it starts: so only now. */
const portsNow = async () => {
  const { actPorts } = await import('../functions/ports.ts');
  const { act } = await import('../lib/app/act.ts');
  const { configurationOf } = await import('../lib/app/configuration.ts');
  return { ports: actPorts, act, configurationOf };
};
type World = Awaited<ReturnType<typeof portsNow>>;

const requestOf = (step: number): string => `demo-${step}`;

/** How many steps of a case were played before, if a seed was stopped. A case that others have worked on since is left to them. */
const playedBefore = async ({ cases }: ActPorts, caseId: string): Promise<number> => {
  const stored = await cases.load(caseId);
  if (!stored) return 0;
  const last = stored.requests.findLast((request) => request.startsWith('demo-'));
  return last === undefined ? Number.POSITIVE_INFINITY : Number(last.slice('demo-'.length)) + 1;
};

/** Everybody, and the carers where the council has a pathway for them. */
const playedBy = ({ configurationOf }: World, bundle: Bundle, now: Date): Played[] => {
  const { carerPathway } = bundle.council;
  const adult = configurationOf(bundle);
  const own = everyone.flatMap((life) => play(life, adult, now) ?? []);
  if (!carerPathway) return own;
  const carer = configurationOf(bundle, carerPathway);
  return [...own, ...carers.flatMap((life) => play(life, carer, now) ?? [])];
};

/** Every moment still to come, soonest first; those of one case in their own order. */
const toPlay = async (world: World, bundle: Bundle, now: Date): Promise<Moment[]> => {
  const played = playedBy(world, bundle, now);
  const before = new Map(
    await Promise.all(played.map(async ({ caseId }) => [caseId, await playedBefore(world.ports, caseId)] as const)),
  );
  const left = played.flatMap(({ moments }) => moments).filter(({ caseId, step }) => step >= (before.get(caseId) ?? 0));
  return left.sort((one, other) => one.at.getTime() - other.at.getTime() || one.step - other.step);
};

/** A machine is there within some tens of milliseconds; asked all the time, the asking would be what it waits for. */
const FIRST_MS = 25;
const MOST_MS = 10_000;

/** Waits until a machine stands where the case is. Answers whether it does: a case whose machine is stuck is left where it is. */
const arrived = async ({ cases }: ActPorts, caseId: string): Promise<boolean> => {
  const until = performance.now() + MOST_MS;
  for (let wait = FIRST_MS; performance.now() < until; wait += FIRST_MS) {
    await pause(wait);
    const state = (await cases.load(caseId))?.case;
    if (state?.state !== 'underway' || state.at.token) return true;
    if (state.at.attention) return false;
  }
  return false;
};

const MOVES: ReadonlySet<string> = new Set(['CaseOpened', 'StageFinished', 'ReviewOpened']);
/** For each case the machine that is on its way to it, or was. */
type Arrivals = Map<string, Promise<boolean>>;

/** Plays what one case has at one moment. Answers whether the case may go on. */
const playOne = async ({ ports, act }: World, moments: readonly Moment[], arrivals: Arrivals): Promise<boolean> => {
  for (const { caseId, step, by, command } of moments) {
    if ((await arrivals.get(caseId)) === false) return false;
    const acted = await act(ports, { caseId, command, by, request: requestOf(step) });
    if (!acted.done) return false;
    if (!acted.events.some(({ type }) => MOVES.has(type))) continue;
    arrivals.set(caseId, arrived(ports, caseId));
    // A machine that only opens a stage may arrive while others go on. One that works out a figure does so at today's clock.
    const automatic = acted.case.state === 'underway' && !acted.case.at.promise;
    if (automatic && !(await arrivals.get(caseId))) return false;
  }
  return true;
};
const groupsOf = <T, K>(rows: readonly T[], key: (row: T) => K): T[][] => {
  const groups = new Map<K, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups.values()];
};

/** Moment after moment, with the clock of the whole process set to it; cases that share a moment are played side by side. */
const playAll = async (world: World, moments: readonly Moment[], progress: Progress): Promise<string[]> => {
  const arrivals: Arrivals = new Map();
  const stuck = new Set<string>();
  let done = 0;
  for (const together of groupsOf(moments, ({ at }) => at.getTime())) {
    process.env.CLOCK_OFFSET_MS = String((together[0]?.at.getTime() ?? 0) - Date.now());
    const cases = groupsOf(together, ({ caseId }) => caseId);
    await Promise.all(
      cases.map(async (own) => {
        const caseId = own[0]?.caseId ?? '';
        if (!stuck.has(caseId) && !(await playOne(world, own, arrivals))) stuck.add(caseId);
        done += own.length;
        progress(done, moments.length);
      }),
    );
  }
  for (const [caseId, arrival] of arrivals) if (!(await arrival)) stuck.add(caseId);
  return [...stuck];
};

/**
 * Plays everybody up to today. Safe to repeat: what was played is not played again, and a seed that was stopped goes on where it was.
 * Prints nothing on standard output; progress and cases that stand still are told on standard error.
 */
export const seed = async ({ progress }: { readonly progress?: Progress } = {}): Promise<void> => {
  const world = await portsNow();
  const published = await world.ports.configurations.current();
  if (!published) throw new Error('no configuration is published');
  const offset = process.env.CLOCK_OFFSET_MS ?? '0';
  const moments = await toPlay(world, published.bundle, world.ports.clock());
  if (moments.length === 0) return;
  const shown = progressOn(process.stderr, 'Making up people');
  try {
    const stuck = await playAll(world, moments, progress ?? shown.to);
    if (stuck.length > 0) process.stderr.write(`These made-up cases stand still: ${stuck.join(', ')}. The others are fine.\n`);
  } finally {
    process.env.CLOCK_OFFSET_MS = offset;
    shown.end();
  }
};
