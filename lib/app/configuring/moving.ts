/**
 * Starting, stopping and undoing the job that moves open cases, and saying where a case goes that needs a person. The work itself is
 * `advance-move.ts`, on a clock; here it is only begun, so that no page waits for it.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Actor } from '../../domain/actor.ts';
import type { Signed } from '../../domain/event.ts';
import { may } from '../../domain/permission.ts';
import type { StageId } from '../../domain/stage.ts';
import { type ChoicePorts, type Choices, keptChoices } from './move-choices.ts';
import {
  type AskPorts,
  isAtWork,
  isLive,
  isMoved,
  type MoveJob,
  type MovePorts,
  type MoveResult,
  NOTHING_YET,
} from './move-job.ts';

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

/** What beginning one needs: cases are looked at where somebody has chosen for them, and none is changed. The work itself has all of `MovePorts`. */
export type StartPorts = AskPorts & ChoicePorts;

/** Thirty days, in milliseconds. */
const UNDO_FOR_MS = 30 * 86_400_000;
const LONGEST_REASON = 500;

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** The same form of the same person is the same move, however often it is sent. */
const idFor = (by: Signed, request: string): string => {
  const hash = createHash('sha256').update(`${by.id} ${request}`).digest();
  return `M-${[...hash.subarray(0, 10)].map((byte) => LETTERS[byte % LETTERS.length]).join('')}`;
};
const signed = ({ id, name }: Signed): Signed => ({ id, name });

export type StartMove = {
  /** The version in force. */
  readonly to: string;
  readonly title: string;
  readonly reason: string;
  readonly by: Actor;
  /** The id of the form that asks for it. */
  readonly request: string;
  /** Where cases go that need a person, by case id. What is not among their choices is left out. */
  readonly choices?: Choices | undefined;
};

/** A choice made for a case. What was found about it before stays beside it. */
const chosen = (caseId: string, choice: StageId, at: string, found?: MoveResult): MoveResult => ({
  ...found,
  caseId,
  at,
  outcome: 'chosen',
  choice,
});

const jobOf = ({ to, title, reason, by, request }: StartMove, now: Date): MoveJob => ({
  id: idFor(by, request),
  revision: 1,
  to,
  title: title.trim().slice(0, LONGEST_REASON),
  reason: reason.trim().slice(0, LONGEST_REASON),
  by: signed(by),
  startedAt: now.toISOString(),
  until: new Date(now.getTime() + UNDO_FOR_MS).toISOString(),
  state: 'running',
  counts: NOTHING_YET,
});

/**
 * Begins to move every open case to the version in force. Refuses while another move is at work, and keeps nothing then. The same form
 * sent again is answered with the move it began.
 */
export const startMove = async (ports: StartPorts, asked: StartMove): Promise<MoveAnswer> => {
  const { to, reason, by, choices = {} } = asked;
  if (!may(by, 'move-case')) return NOT_ALLOWED;
  if (reason.trim() === '') return refuse('reasons-needed', 'Say why the cases are moved. It is kept with the move.');
  const after = jobOf(asked, ports.clock());
  const begun = await ports.moves.load(after.id);
  if (begun) return begun;
  const published = (await isLive(ports, to)) ? await ports.configurations.version(to) : undefined;
  if (!published) return NOT_IN_FORCE;
  const kept = await keptChoices(ports, published.bundle, choices);
  // With the job or not at all, so that it never comes to a case before what was chosen for it is there.
  const results = kept.map(([caseId, choice]) => chosen(caseId, choice, after.startedAt));
  const outcome = await ports.moves.save({ after, results });
  if (outcome === 'busy') return BUSY;
  return outcome === 'saved' ? after : ((await ports.moves.load(after.id)) ?? LOST);
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
    return (await isLive(ports, job.to)) ? { ...job, state: 'running', stoppedBecause: undefined } : NOT_IN_FORCE;
  });

/** Whether a case is still where this move has put it, though the undo is over: it was on its way while that went on. */
const isLeftOver = async ({ moves }: AskPorts, { id }: MoveJob): Promise<boolean> =>
  (await moves.results(id)).some((result) => isMoved(result) && !result.undone);

/**
 * Begins to put every case back that it moved, within thirty days of its start. A move at work is stopped first. One that was undone can
 * be undone again while a case is left that was not looked at.
 */
export const undoMove = (ports: AskPorts, asked: Asked & { readonly reason: string }): Promise<MoveAnswer> =>
  change(ports, asked, async (job) => {
    if (job.state === 'undoing' || (job.state === 'undone' && !(await isLeftOver(ports, job)))) return job;
    if (job.state === 'running') return refuse('not-now', 'This move is at work. Stop it first, then undo it.');
    const now = ports.clock().toISOString();
    if (now > job.until)
      return refuse('too-late', 'A move can be undone for 30 days. Publish the earlier version and move the cases.');
    if (asked.reason.trim() === '') return refuse('reasons-needed', 'Say why it is undone. It is kept with the move.');
    const undo = job.undo ?? { by: signed(asked.by), at: now, reason: asked.reason.trim().slice(0, LONGEST_REASON) };
    return { ...job, state: 'undoing', undo, stoppedBecause: undefined, endedAt: undefined };
  });

const UNDONE = refuse('not-now', 'This move is being undone, or was. Begin a new one.');

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
  const job = await ports.moves.load(asked.id);
  if (!job) return ABSENT;
  if (job.undo) return UNDONE;
  if (!(await isLive(ports, job.to))) return NOT_IN_FORCE;
  const is = chosen(asked.caseId, asked.stage, ports.clock().toISOString(), found);
  if ((await ports.moves.replace(job.id, { was: found, is })) === 'conflict') return LOST;
  // Saved though nothing but the count of saves may change: whoever was about to end the job is told, and looks again.
  const answer = await change(ports, asked, (now) => {
    if (now.undo) return UNDONE;
    return now.state === 'done' ? { ...now, state: 'running', endedAt: undefined } : { ...now };
  });
  if (isMoveRefusal(answer)) await ports.moves.replace(job.id, { was: is, is: found });
  return answer;
};

/** A move with what came of each case; `undefined` when there is none. For pages. */
export const moveProgress = async (
  { moves }: Pick<MovePorts, 'moves'>,
  id: string,
): Promise<{ readonly job: MoveJob; readonly results: readonly MoveResult[] } | undefined> => {
  const job = await moves.load(id);
  return job && { job, results: await moves.results(id) };
};
