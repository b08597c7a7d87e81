/**
 * Takes the job that is at work further: the next cases, a batch at a time, with what came of each and how far it is kept after every
 * batch. It may be called twice at once, be cut off anywhere and be called again. What happens to one case is `move-case.ts` and
 * `move-undo.ts`.
 */
import type { Bundle } from '../configuration.ts';
import { moveOne, recall } from './move-case.ts';
import {
  countsOf,
  type Flight,
  inBatches,
  isAtWork,
  isLive,
  isMoved,
  isOver,
  MOST_TRIES,
  type MoveJob,
  type MovePorts,
  type MoveResult,
  TOGETHER,
} from './move-job.ts';
import { undoOne } from './move-undo.ts';
import { openCases } from './open-cases.ts';

/** How many cases at most, and for how many milliseconds at most a new batch is begun. */
export type MoveBudget = { readonly cases: number; readonly ms: number };

const mayTryAgain = (tries: number | undefined): boolean => tries !== undefined && tries < MOST_TRIES;

const isWaiting = (result: MoveResult | undefined): boolean => {
  if (!result || result.outcome === 'chosen') return true;
  return (result.outcome === 'left' || result.outcome === 'failed') && mayTryAgain(result.tries);
};

const waitsToGoBack = (result: MoveResult): boolean =>
  isMoved(result) && (!result.undone || (!result.undone.back && mayTryAgain(result.undone.tries)));

/** What was on its way gets this long to arrive before it is tried again, however often the job is taken further meanwhile. */
const TRY_AGAIN_MS = 30_000;
const isDue = (triedAt: string | undefined, now: Date): boolean =>
  triedAt === undefined || now.getTime() - Date.parse(triedAt) >= TRY_AGAIN_MS;

type Task = { readonly caseId: string; readonly due: boolean; readonly run: () => Promise<MoveResult> };
type Results = Map<string, MoveResult>;
/** What is to be done, and of how many cases in all. */
type Work = { readonly tasks: readonly Task[]; readonly total: number };

const workOf = async (ports: MovePorts, job: MoveJob, to: Bundle, results: Results): Promise<Work> => {
  if (job.state === 'undoing') {
    const back = [...results.values()].filter(waitsToGoBack);
    const tasks = back.map((result) => ({
      caseId: result.caseId,
      due: isDue(result.undone?.at, ports.clock()),
      run: () => undoOne(ports, job, result),
    }));
    return { tasks, total: job.counts.total };
  }
  const open = await openCases(ports);
  const tasks = open
    .filter(({ caseId }) => isWaiting(results.get(caseId)))
    .map((seen) => {
      const before = results.get(seen.caseId);
      const due = isDue(before?.outcome === 'chosen' ? undefined : before?.at, ports.clock());
      return { caseId: seen.caseId, due, run: () => moveOne(ports, { job, to, seen, before }) };
    });
  return { tasks, total: new Set([...results.keys(), ...open.map(({ caseId }) => caseId)]).size };
};

/** Kept if nobody else has changed the job since; otherwise whoever did goes on with it, or has stopped it. */
const saved = async ({ moves }: MovePorts, before: MoveJob, change: Partial<MoveJob>): Promise<MoveJob | undefined> => {
  const after = { ...before, ...change, revision: before.revision + 1 };
  return (await moves.save({ before, after })) === 'saved' ? after : undefined;
};

/** `flights`: begun by others, who may still be at them. */
type Going = { job: MoveJob; left: number; readonly flights: readonly Flight[] };
/** `lost`: the job is not ours any more. `outdated`: it is, and what it moves cases to is live no longer. */
type Went = 'on' | 'lost' | 'outdated';

/** One batch after another, until all is done, the budget is spent or it must not go on. */
const batches = async (ports: MovePorts, going: Going, work: Work, results: Results, until: number): Promise<Went> => {
  const moving = going.job.state === 'running';
  // Before each batch, so that whoever has stopped the job has stopped it before the next case. What is put back is never unsure.
  const keep = async (cases: readonly string[]): Promise<boolean> => {
    const flights =
      moving && cases.length > 0 ? [...going.flights, { cases, since: ports.clock().toISOString() }] : going.flights;
    const after = await saved(ports, going.job, { flights, counts: countsOf([...results.values()], work.total) });
    going.job = after ?? going.job;
    return after !== undefined;
  };
  for (let from = 0; from < work.tasks.length && going.left > 0 && ports.clock().getTime() < until; from += TOGETHER) {
    const batch = work.tasks.slice(from, from + Math.min(TOGETHER, going.left));
    if (moving && !(await isLive(ports, going.job.to))) return 'outdated';
    if (!(await keep(batch.map(({ caseId }) => caseId)))) return 'lost';
    going.left -= batch.length;
    await Promise.all(
      batch.map(async ({ caseId, run }) => {
        const result = await run();
        await ports.moves.record(going.job.id, result);
        results.set(caseId, result);
      }),
    );
  }
  return (await keep([])) ? 'on' : 'lost';
};

const OTHER_VERSION = 'Another version was published since. Move the cases to that one.';
const stoppedFor = (ports: MovePorts, job: MoveJob): Promise<MoveJob | undefined> =>
  saved(ports, job, { state: 'stopped', stoppedBecause: OTHER_VERSION });

const resultsOf = async ({ moves }: MovePorts, id: string): Promise<Results> =>
  new Map((await moves.results(id)).map((result) => [result.caseId, result]));

/** Where it was cut off, or stopped half way, a case may have been moved and the result not written down. */
const recallAll = async (ports: MovePorts, job: MoveJob, results: Results): Promise<void> => {
  const flown = new Set((job.flights ?? []).flatMap(({ cases }) => cases));
  const unsure = [...flown].filter((caseId) => {
    const result = results.get(caseId);
    return !result || !isMoved(result);
  });
  for (const result of await inBatches(unsure, (caseId) => recall(ports, job, caseId, results.get(caseId)))) {
    if (!result) continue;
    await ports.moves.record(job.id, result);
    results.set(result.caseId, result);
  }
};

/** An undo is at its end once nobody can still be moving a case: until then it is taken further, and looks again. */
const ended = (ports: MovePorts, { job, flights }: Going, counts: MoveJob['counts']): Promise<MoveJob | undefined> | MoveJob => {
  const undoing = job.state === 'undoing';
  if (undoing && flights.length > 0) return job;
  return saved(ports, job, { state: undoing ? 'undone' : 'done', flights, counts, endedAt: ports.clock().toISOString() });
};

/** Goes on until nothing waits, or what waits was tried in this call already and is tried again in the next. */
const goOn = async (ports: MovePorts, first: MoveJob, to: Bundle, budget: MoveBudget): Promise<MoveJob | undefined> => {
  const until = ports.clock().getTime() + budget.ms;
  // Before the cases are looked at: what is over now is known whole from them.
  const flights = (first.flights ?? []).filter((flight) => !isOver(flight, ports.clock()));
  const results = await resultsOf(ports, first.id);
  await recallAll(ports, first, results);
  const going: Going = { job: first, left: budget.cases, flights };
  const tried = new Set<string>();
  for (;;) {
    const work = await workOf(ports, going.job, to, results);
    if (work.tasks.length === 0) return ended(ports, going, countsOf([...results.values()], work.total));
    const now = work.tasks.filter(({ caseId, due }) => due && !tried.has(caseId));
    if (now.length === 0 || going.left <= 0 || ports.clock().getTime() >= until) return going.job;
    for (const { caseId } of now.slice(0, going.left)) tried.add(caseId);
    const went = await batches(ports, going, { ...work, tasks: now }, results, until);
    if (went !== 'on') return went === 'outdated' ? stoppedFor(ports, going.job) : undefined;
  }
};

/**
 * Takes job `id` further and answers it as it is then; `undefined` when there is none. A job that is not at work is left as it is. One
 * that goes to a version that is in force no longer is stopped. Whoever loses a race on the job stops quietly: the other goes on.
 */
export const advanceMove = async (ports: MovePorts, id: string, budget: MoveBudget): Promise<MoveJob | undefined> => {
  const job = await ports.moves.load(id);
  if (!job || !isAtWork(job)) return job;
  const published = await ports.configurations.version(job.to);
  if (!published) throw new Error(`configuration ${job.to} is gone`);
  const outdated = job.state === 'running' && !(await isLive(ports, job.to));
  const after = await (outdated ? stoppedFor(ports, job) : goOn(ports, job, published.bundle, budget));
  return after ?? ports.moves.load(id);
};

/** Takes whichever job is at work further: what the clock calls. */
export const advanceMoves = async (ports: MovePorts, budget: MoveBudget): Promise<MoveJob | undefined> => {
  const id = await ports.moves.atWork();
  return id === undefined ? undefined : advanceMove(ports, id, budget);
};
