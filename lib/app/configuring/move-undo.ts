/**
 * One case of a job that is undone: to exactly where it was, while it has not left the place it was moved to; otherwise it keeps its
 * place, if the version it came from has it and no duty is skipped there. It can be asked any number of times. Who calls it is
 * `advance-move.ts`.
 */
import { SYSTEM } from '../../domain/actor.ts';
import type { Case } from '../../domain/case.ts';
import { act } from '../act.ts';
import { type Bundle, configurationOf } from '../configuration.ts';
import type { MoveJob, MovePorts, MoveResult } from './move-job.ts';
import { verdictOf } from './move-verdict.ts';

type Undone = NonNullable<MoveResult['undone']>;
type What = Omit<Undone, 'at'>;

const kept = (why: string, tries?: number): What => ({ back: false, why, ...(tries !== undefined && { tries }) });

/** Why it is not put back, where it is not. */
const keptFor = async (ports: MovePorts, state: Case, from: Bundle, tries: number): Promise<What | undefined> => {
  const move = state.moves?.at(-1);
  const verdict = await verdictOf(ports, state, from);
  if (verdict.kind === 'same-place' || verdict.kind === 'on-it-already') return undefined;
  // Where it was when it was moved it may be again; only what the person does not agree with since then holds it.
  const stayed = state.state === 'supported' || move?.arrivals === state.arrivals;
  if (verdict.kind === 'better-left') return stayed && verdict.soon ? undefined : kept(verdict.why, verdict.soon && tries);
  if (stayed) return undefined;
  const why = verdict.why;
  return kept(`The case has gone on since it was moved, so somebody has to look: ${why}`);
};

const attempt = async (ports: MovePorts, job: MoveJob, { caseId, from }: MoveResult, tries: number): Promise<What> => {
  const stored = await ports.cases.load(caseId);
  if (!stored || from === undefined) return kept('There is no such case any more.');
  const { case: state } = stored;
  if (state.state === 'closed') return kept('The case was closed since. It stays on the version it ended on.');
  if (state.configuration === from && !state.moves?.some((each) => each.job === job.id)) return { back: true };
  const published = await ports.configurations.version(from);
  if (!published) throw new Error(`configuration ${from} is gone`);
  const stays = await keptFor(ports, state, published.bundle, tries);
  if (stays) return stays;
  const to = configurationOf(published.bundle, state.pathway);
  const command = { type: 'move-case', to, basedOn: state.version, job: job.id, back: true } as const;
  const acted = await act(ports, { caseId, command, by: SYSTEM });
  if (acted.done) return { back: true };
  const changed = acted.why !== 'refused' || acted.refusal.refused === 'case-changed';
  return changed ? kept('The case has changed just now. Wait a minute.', tries) : kept(acted.refusal.message);
};

/** Puts one case back, if it can be put back. Never throws, like `moveOne`. */
export const undoOne = async (ports: MovePorts, job: MoveJob, result: MoveResult): Promise<MoveResult> => {
  const tries = (result.undone?.tries ?? 0) + 1;
  const at = ports.clock().toISOString();
  try {
    return { ...result, undone: { at, ...(await attempt(ports, job, result, tries)) } };
  } catch (cause) {
    const error = cause instanceof Error ? cause.name : 'unknown';
    ports.log('a case could not be put back', { caseId: result.caseId, job: job.id, error });
    return { ...result, undone: { at, ...kept(`Something failed at our end (${error}). The case stays as it is.`, tries) } };
  }
};
