/**
 * One case of a job: where it would be, the move itself through `act`, and what came of it. It can be asked any number of times: a case
 * that this job has moved is only told again. Who calls it, and for which cases, is `advance-move.ts`.
 */
import { SYSTEM } from '../../domain/actor.ts';
import type { Case } from '../../domain/case.ts';
import type { Verdict } from '../../pathway/migrate.ts';
import { act } from '../act.ts';
import { type Bundle, configurationOf } from '../configuration.ts';
import type { MoveJob, MovePorts, MoveResult } from './move-job.ts';
import { verdictOf } from './move-verdict.ts';

export type Seen = { readonly caseId: string };
type What = Omit<MoveResult, 'caseId' | 'at'>;

const stageOf = (state: Case): string | undefined => (state.state === 'underway' ? state.at.stage : undefined);

/** Moved before, by this very job: told from what the case remembers, so that no record of it can be lost. */
const movedBefore = (state: Case, job: MoveJob): What | undefined => {
  const move = state.moves?.findLast((each) => each.job === job.id);
  if (!move) return undefined;
  return { outcome: move.left ? 'moved' : 'same', from: move.from, was: move.left?.stage ?? stageOf(state), now: stageOf(state) };
};

const left = (why: string, tries?: number): What => ({ outcome: 'left', why, ...(tries !== undefined && { tries }) });

const notMoved = (verdict: Verdict, tries: number, choice: MoveResult['choice']): What | undefined => {
  switch (verdict.kind) {
    case 'on-it-already':
      return { outcome: 'already' };
    case 'better-left':
      return { ...left(verdict.why, verdict.soon && tries), choice };
    case 'needs-person': {
      const { why, law, choices } = verdict;
      return { outcome: 'needs-person', why, law, choices };
    }
    case 'same-place':
    case 'moves':
      return undefined;
  }
};

type Move = { readonly job: MoveJob; readonly to: Bundle; readonly seen: Seen; readonly before: MoveResult | undefined };

/** A case that changes while it is looked at is looked at again, so often. */
const LOOKS = 3;

const attempt = async (ports: MovePorts, { job, to, seen, before }: Move, tries: number): Promise<What | 'changed'> => {
  const stored = await ports.cases.load(seen.caseId);
  if (!stored) return left('There is no such case any more.');
  const { case: state } = stored;
  const done = movedBefore(state, job);
  if (done) return done;
  const verdict = await verdictOf(ports, state, to, before?.choice);
  const stays = notMoved(verdict, tries, before?.choice);
  if (stays) return stays;
  const place = verdict.kind === 'moves' ? { stage: verdict.to } : {};
  const command = { type: 'move-case', to: configurationOf(to, state.pathway), basedOn: state.version, job: job.id } as const;
  const acted = await act(ports, { caseId: seen.caseId, command: { ...command, ...place }, by: SYSTEM });
  if (acted.done) {
    const told = { from: state.configuration, was: stageOf(state), now: stageOf(acted.case) };
    return verdict.kind === 'moves' ? { outcome: 'moved', why: verdict.why, ...told } : { outcome: 'same', ...told };
  }
  if (acted.why !== 'refused') return 'changed';
  return acted.refusal.refused === 'case-changed' ? 'changed' : left(acted.refusal.message);
};

const looked = async (ports: MovePorts, move: Move, tries: number): Promise<What> => {
  for (let look = 0; look < LOOKS; look += 1) {
    const what = await attempt(ports, move, tries);
    if (what !== 'changed') return what;
  }
  return { ...left('The case keeps changing just now. Wait a minute.', tries), choice: move.before?.choice };
};

/** Moves one case, if it can be moved. Never throws: what went wrong is a result like any other, and the next case is not kept waiting. */
export const moveOne = async (ports: MovePorts, move: Move): Promise<MoveResult> => {
  const { seen, before, job } = move;
  const tries = (before?.tries ?? 0) + 1;
  const about = { caseId: seen.caseId };
  try {
    const what = await looked(ports, move, tries);
    return { ...about, at: ports.clock().toISOString(), ...what };
  } catch (cause) {
    const error = cause instanceof Error ? cause.name : 'unknown';
    ports.log('a case could not be moved', { caseId: seen.caseId, job: job.id, error });
    const why = `Something failed at our end (${error}). The case stays as it was.`;
    return { ...about, at: ports.clock().toISOString(), outcome: 'failed', why, tries, choice: before?.choice };
  }
};

/** What came of a case of which that was not written down: told if this job has moved it, `undefined` if it has not. */
export const recall = async (
  ports: Pick<MovePorts, 'cases' | 'clock'>,
  job: MoveJob,
  caseId: string,
  before: MoveResult | undefined,
): Promise<MoveResult | undefined> => {
  const stored = await ports.cases.load(caseId);
  const what = stored && movedBefore(stored.case, job);
  if (!stored || !what) return undefined;
  return { ...before, caseId, at: ports.clock().toISOString(), ...what };
};
