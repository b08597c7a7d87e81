/**
 * Takes the job that is at work further: the next cases, a batch at a time, with what came of each and how far it is kept after every
 * batch. It may be called twice at once, be cut off anywhere and be called again. What happens to one case is `move-case.ts` and
 * `move-undo.ts`.
 */
import type { Bundle } from '../configuration.ts';
import { moveOne, recall } from './move-case.ts';
import {
  countsOf,
  inBatches,
  isAtWork,
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

const isMoved = (result: MoveResult | undefined): boolean => result?.outcome === 'moved' || result?.outcome === 'same';
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

type Going = { job: MoveJob; left: number };

/** One batch after another, until all is done, the budget is spent or the job is somebody else's. `false`: it is not ours any more. */
const batches = async (ports: MovePorts, going: Going, work: Work, results: Results, until: number): Promise<boolean> => {
  // Before each batch, so that whoever has stopped the job has stopped it before the next case.
  const keep = async (change: Pick<MoveJob, 'batch'>): Promise<boolean> => {
    const after = await saved(ports, going.job, { ...change, counts: countsOf([...results.values()], work.total) });
    going.job = after ?? going.job;
    return after !== undefined;
  };
  for (let from = 0; from < work.tasks.length && going.left > 0 && ports.clock().getTime() < until; from += TOGETHER) {
    const batch = work.tasks.slice(from, from + Math.min(TOGETHER, going.left));
    if (!(await keep({ batch: batch.map(({ caseId }) => caseId) }))) return false;
    going.left -= batch.length;
    await Promise.all(
      batch.map(async ({ caseId, run }) => {
        const result = await run();
        await ports.moves.record(going.job.id, result);
        results.set(caseId, result);
      }),
    );
  }
  return keep({ batch: undefined });
};

const OTHER_VERSION = 'Another version was published since. Move the cases to that one.';

const resultsOf = async ({ moves }: MovePorts, id: string): Promise<Results> =>
  new Map((await moves.results(id)).map((result) => [result.caseId, result]));

/** Where it was cut off, a case may have been moved and the result not written down. */
const recallAll = async (ports: MovePorts, job: MoveJob, results: Results): Promise<void> => {
  const unsure = (job.batch ?? []).filter((caseId) => !isMoved(results.get(caseId)));
  for (const result of await inBatches(unsure, (caseId) => recall(ports, job, caseId, results.get(caseId)))) {
    if (!result) continue;
    await ports.moves.record(job.id, result);
    results.set(result.caseId, result);
  }
};

/** Goes on until nothing waits, or what waits was tried in this call already and is tried again in the next. */
const goOn = async (ports: MovePorts, first: MoveJob, to: Bundle, budget: MoveBudget): Promise<MoveJob | undefined> => {
  const until = ports.clock().getTime() + budget.ms;
  const results = await resultsOf(ports, first.id);
  await recallAll(ports, first, results);
  const going: Going = { job: first, left: budget.cases };
  const tried = new Set<string>();
  for (;;) {
    const work = await workOf(ports, going.job, to, results);
    const counts = countsOf([...results.values()], work.total);
    if (work.tasks.length === 0) {
      const state = going.job.state === 'undoing' ? 'undone' : 'done';
      return saved(ports, going.job, { state, counts, endedAt: ports.clock().toISOString() });
    }
    const now = work.tasks.filter(({ caseId, due }) => due && !tried.has(caseId));
    if (now.length === 0 || going.left <= 0 || ports.clock().getTime() >= until) return going.job;
    for (const { caseId } of now.slice(0, going.left)) tried.add(caseId);
    if (!(await batches(ports, going, { ...work, tasks: now }, results, until))) return undefined;
  }
};

/**
 * Takes job `id` further and answers it as it is then; `undefined` when there is none. A job that is not at work is left as it is. One
 * that goes to a version that is in force no longer is stopped. Whoever loses a race on the job stops quietly: the other goes on.
 */
export const advanceMove = async (ports: MovePorts, id: string, budget: MoveBudget): Promise<MoveJob | undefined> => {
  const job = await ports.moves.load(id);
  if (!job || !isAtWork(job)) return job;
  const current = await ports.configurations.current();
  const published = await ports.configurations.version(job.to);
  if (!published) throw new Error(`configuration ${job.to} is gone`);
  const outdated = job.state === 'running' && current?.bundle.version !== job.to;
  const after = outdated
    ? await saved(ports, job, { state: 'stopped', stoppedBecause: OTHER_VERSION })
    : await goOn(ports, job, published.bundle, budget);
  return after ?? ports.moves.load(id);
};

/** Takes whichever job is at work further: what the clock calls. */
export const advanceMoves = async (ports: MovePorts, budget: MoveBudget): Promise<MoveJob | undefined> => {
  const id = await ports.moves.atWork();
  return id === undefined ? undefined : advanceMove(ports, id, budget);
};
