/**
 * Starting, stopping and undoing the job that moves open cases, and saying where a case goes that needs a person. The work itself is
 * `advance-move.ts`, on a clock; here it is only begun, so that no page waits for it.
 */
import { randomInt } from 'node:crypto';
import * as z from 'zod';
import type { Actor } from '../../domain/actor.ts';
import type { Signed } from '../../domain/event.ts';
import { may } from '../../domain/permission.ts';
import type { StageId } from '../../domain/stage.ts';
import { inBatches, isAtWork, type MoveJob, type MovePorts, type MoveResult, NOTHING_YET } from './move-job.ts';

/** `M-` and ten letters and digits: what stands in an address. */
export const MoveId = z.string().regex(/^M-[A-Z0-9]{10}$/);

/** Said no to, with what can be done instead. */
export type MoveRefusal = {
  readonly refused: 'not-allowed' | 'reasons-needed' | 'not-in-force' | 'busy' | 'absent' | 'not-now' | 'too-late' | 'conflict';
  readonly message: string;
};
export type MoveAnswer = MoveJob | MoveRefusal;
export const isMoveRefusal = (answer: MoveAnswer): answer is MoveRefusal => 'refused' in answer;

const refuse = (refused: MoveRefusal['refused'], message: string): MoveRefusal => ({ refused, message });
const NOT_ALLOWED = refuse('not-allowed', 'You cannot move cases. Ask somebody who looks after the configuration.');
const BUSY = refuse('busy', 'Another move is at work. Wait until it is done, or stop it first.');
const ABSENT = refuse('absent', 'There is no such move.');
const LOST = refuse('conflict', 'Somebody else changed this move just now. Look at it again.');
const NOT_IN_FORCE = refuse('not-in-force', 'Cases are moved to the version in force only. Publish that version first.');

/** What asking for a move needs: nothing of a case. The work itself has all of `MovePorts`. */
export type AskPorts = Pick<MovePorts, 'moves' | 'configurations' | 'clock'>;

/** Thirty days, in milliseconds. */
const UNDO_FOR_MS = 30 * 86_400_000;
const LONGEST_REASON = 500;
/** Chosen beforehand; more are chosen from the results. */
const MOST_CHOICES = 200;

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const newId = (): string => `M-${Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
const signed = ({ id, name }: Signed): Signed => ({ id, name });

export type StartMove = {
  /** The version in force. */
  readonly to: string;
  readonly title: string;
  readonly reason: string;
  readonly by: Actor;
  /** Where cases go that need a person, by case id; those the law does not let go there still need one. */
  readonly choices?: Readonly<Record<string, StageId>> | undefined;
};

const isInForce = async ({ configurations }: AskPorts, version: string): Promise<boolean> =>
  (await configurations.current())?.bundle.version === version;

/** A choice made for a case. What was found about it before stays beside it. */
const chosen = (caseId: string, choice: StageId, at: string, found?: MoveResult): MoveResult => ({
  ...found,
  caseId,
  at,
  outcome: 'chosen',
  choice,
});

/** Begins to move every open case to the version in force. Refuses while another move is at work. */
export const startMove = async (ports: AskPorts, { to, title, reason, by, choices = {} }: StartMove): Promise<MoveAnswer> => {
  if (!may(by, 'move-case')) return NOT_ALLOWED;
  if (reason.trim() === '') return refuse('reasons-needed', 'Say why the cases are moved. It is kept with the move.');
  if (!(await isInForce(ports, to))) return NOT_IN_FORCE;
  const now = ports.clock();
  const startedAt = now.toISOString();
  const after: MoveJob = {
    id: newId(),
    revision: 1,
    to,
    title: title.trim().slice(0, LONGEST_REASON),
    reason: reason.trim().slice(0, LONGEST_REASON),
    by: signed(by),
    startedAt,
    until: new Date(now.getTime() + UNDO_FOR_MS).toISOString(),
    state: 'running',
    counts: NOTHING_YET,
  };
  // First, so that the job never comes to a case before what was chosen for it is there.
  const first = Object.entries(choices).slice(0, MOST_CHOICES);
  await inBatches(first, ([caseId, choice]) => ports.moves.record(after.id, chosen(caseId, choice, startedAt)));
  const outcome = await ports.moves.save({ after });
  return outcome === 'saved' ? after : outcome === 'busy' ? BUSY : LOST;
};

/** Progress is saved while somebody asks, so asking is tried again so often. */
const ATTEMPTS = 5;

type Asked = { readonly id: string; readonly by: Actor };

/** Changes the job by a rule: what it should be, or why not. The same job back: it is so already. */
const change = async (
  { moves }: AskPorts,
  { id, by }: Asked,
  rule: (job: MoveJob) => MoveAnswer | Promise<MoveAnswer>,
): Promise<MoveAnswer> => {
  if (!may(by, 'move-case')) return NOT_ALLOWED;
  for (let tried = 0; tried < ATTEMPTS; tried += 1) {
    const before = await moves.load(id);
    if (!before) return ABSENT;
    const wanted = await rule(before);
    if (isMoveRefusal(wanted) || wanted === before) return wanted;
    const after = { ...wanted, revision: before.revision + 1 };
    const outcome = await moves.save({ before, after });
    if (outcome === 'saved') return after;
    if (outcome === 'busy') return BUSY;
  }
  return LOST;
};

/** Stops it after the cases that are being moved just now. What is moved stays moved. */
export const stopMove = (ports: AskPorts, asked: Asked): Promise<MoveAnswer> =>
  change(ports, asked, (job) => (isAtWork(job) ? { ...job, state: 'stopped', stoppedBecause: undefined } : job));

/** Goes on with what was stopped: moving, or undoing. */
export const resumeMove = (ports: AskPorts, asked: Asked): Promise<MoveAnswer> =>
  change(ports, asked, async (job) => {
    if (isAtWork(job)) return job;
    if (job.state !== 'stopped') return refuse('not-now', 'This move is at its end, so there is nothing to go on with.');
    if (job.undo) return { ...job, state: 'undoing', stoppedBecause: undefined };
    return (await isInForce(ports, job.to)) ? { ...job, state: 'running', stoppedBecause: undefined } : NOT_IN_FORCE;
  });

/** Begins to put every case back that it moved, within thirty days of its start. A move at work is stopped first. */
export const undoMove = (ports: AskPorts, asked: Asked & { readonly reason: string }): Promise<MoveAnswer> =>
  change(ports, asked, (job) => {
    if (job.state === 'undoing' || job.state === 'undone') return job;
    if (job.state === 'running') return refuse('not-now', 'This move is at work. Stop it first, then undo it.');
    const now = ports.clock().toISOString();
    if (now > job.until)
      return refuse('too-late', 'A move can be undone for 30 days. Publish the earlier version and move the cases.');
    if (asked.reason.trim() === '') return refuse('reasons-needed', 'Say why it is undone. It is kept with the move.');
    const undo = job.undo ?? { by: signed(asked.by), at: now, reason: asked.reason.trim().slice(0, LONGEST_REASON) };
    return { ...job, state: 'undoing', undo, stoppedBecause: undefined };
  });

/**
 * Says where a case goes that needs a person: one of the choices in its result. The job comes to it again, and begins again where it was
 * done. Refuses a stage that is not among them.
 */
export const choosePlace = async (
  ports: AskPorts,
  asked: Asked & { readonly caseId: string; readonly stage: StageId },
): Promise<MoveAnswer> => {
  if (!may(asked.by, 'move-case')) return NOT_ALLOWED;
  const found = (await ports.moves.results(asked.id)).find(({ caseId }) => caseId === asked.caseId);
  if (found?.outcome !== 'needs-person' && found?.outcome !== 'chosen')
    return refuse('not-now', 'Nobody has to choose for this case. Look at the list again.');
  if (found.choices && !found.choices.includes(asked.stage))
    return refuse('not-now', 'The case cannot go there without missing what the law asks for. Choose one of the stages shown.');
  return change(ports, asked, async (job) => {
    if (job.undo) return refuse('not-now', 'This move is being undone, or was. Begin a new one.');
    if (!(await isInForce(ports, job.to))) return NOT_IN_FORCE;
    await ports.moves.record(job.id, chosen(asked.caseId, asked.stage, ports.clock().toISOString(), found));
    return job.state === 'done' ? { ...job, state: 'running', endedAt: undefined } : job;
  });
};

/** A move with what came of each case; `undefined` when there is none. For pages. */
export const moveProgress = async (
  { moves }: Pick<MovePorts, 'moves'>,
  id: string,
): Promise<{ readonly job: MoveJob; readonly results: readonly MoveResult[] } | undefined> => {
  const job = await moves.load(id);
  return job && { job, results: await moves.results(id) };
};
