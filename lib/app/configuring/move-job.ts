/**
 * Moving open cases to another version as a job: what is kept of it and what it needs from outside. Case by case it is `move-case.ts` and
 * `move-undo.ts`, one batch after another `advance-move.ts`; what it would do is `move-preview.ts`; starting, stopping and going on are `moving.ts`.
 */
import type { Signed } from '../../domain/event.ts';
import type { StageId } from '../../domain/stage.ts';
import type { ActPorts } from '../act.ts';
import type { Histories, ReviewList, WatchList } from '../ports.ts';
import type { Publishing } from './ports.ts';

/** `running` and `undoing` are at work. `stopped` goes on where it was. `done` can be undone; `undone` is the end. */
export type MoveState = 'running' | 'stopped' | 'done' | 'undoing' | 'undone';

/** How many cases. `moved`: to another stage. `same`: in their place. `back`: put back by an undo; `kept`: not, and why is in the result. */
export type MoveCounts = {
  /** Open cases seen so far. */
  readonly total: number;
  readonly moved: number;
  readonly same: number;
  readonly already: number;
  readonly needsPerson: number;
  readonly left: number;
  readonly failed: number;
  readonly back: number;
  readonly kept: number;
};

/** Cases that are being moved, since when. Whoever began it may still be at it when the job is stopped, or was cut off. */
export type Flight = { readonly cases: readonly string[]; readonly since: string };

/**
 * After so many milliseconds a batch is surely over: the function that moves cases may run for two minutes (`lib/cdk/functions.ts`), and
 * clocks differ a little.
 */
export const SURELY_OVER_MS = 150_000;
export const isOver = ({ since }: Flight, now: Date): boolean => now.getTime() - Date.parse(since) >= SURELY_OVER_MS;

export type MoveJob = {
  readonly id: string;
  /** Counts its saves: whoever loses a race is told, and overwrites nothing. */
  readonly revision: number;
  /** The version the cases go to. */
  readonly to: string;
  readonly title: string;
  readonly reason: string;
  readonly by: Signed;
  readonly startedAt: string;
  /** Until when it can be undone. */
  readonly until: string;
  readonly state: MoveState;
  /** Why it stopped without being asked to. */
  readonly stoppedBecause?: string | undefined;
  /** When an undo was asked for, and by whom. A job that was stopped goes on with it. */
  readonly undo?: { readonly by: Signed; readonly at: string; readonly reason: string } | undefined;
  readonly endedAt?: string | undefined;
  /** Batches that were begun and not seen to end: of these cases alone it is not sure. */
  readonly flights?: readonly Flight[] | undefined;
  readonly counts: MoveCounts;
};

/** `chosen`: a person has chosen `choice` and the job has not come to it yet. */
export type MoveOutcome = 'moved' | 'same' | 'already' | 'needs-person' | 'left' | 'failed' | 'chosen';

/** What came of one case. */
export type MoveResult = {
  readonly caseId: string;
  readonly at: string;
  readonly outcome: MoveOutcome;
  /** Why, where it was not moved; how it came to `now`, where it was. */
  readonly why?: string | undefined;
  readonly law?: string | undefined;
  /** Where a person can put it. */
  readonly choices?: readonly StageId[] | undefined;
  readonly choice?: StageId | undefined;
  /** The version it was on, and the stage it was at, before; the stage it is at since. */
  readonly from?: string | undefined;
  readonly was?: StageId | undefined;
  readonly now?: StageId | undefined;
  /** How often it was tried, where that may still help. */
  readonly tries?: number | undefined;
  readonly undone?: { readonly at: string; readonly back: boolean; readonly why?: string; readonly tries?: number } | undefined;
};

export type Moves = {
  load(id: string): Promise<MoveJob | undefined>;
  /** Every job there was, the newest first. */
  list(): Promise<MoveJob[]>;
  /** The id of the job at work; at most one is. */
  atWork(): Promise<string | undefined>;
  /**
   * `before` is the job as it was loaded, absent for a new one. `conflict`: somebody else saved it since. `busy`: it would be at work
   * and another one is. Then nothing is written. `results`: what is known of cases from the first, at most 50.
   */
  save(change: {
    readonly before?: MoveJob | undefined;
    readonly after: MoveJob;
    readonly results?: readonly MoveResult[];
  }): Promise<'saved' | 'conflict' | 'busy'>;
  record(id: string, result: MoveResult): Promise<void>;
  /** `is` in the place of `was`, if that still stands. `conflict`: the job has come to the case since; nothing is written. */
  replace(id: string, change: { readonly was: MoveResult; readonly is: MoveResult }): Promise<'saved' | 'conflict'>;
  results(id: string): Promise<MoveResult[]>;
};

/** What every part of it is done with; all of `act`'s ports among them. */
export type MovePorts = ActPorts & {
  readonly moves: Moves;
  readonly histories: Histories;
  readonly watchList: WatchList;
  readonly reviews: ReviewList;
  /** What is live now, not what was a few seconds ago. */
  readonly live: Publishing['live'];
};

/** What asking for a move needs: nothing of a case. */
export type AskPorts = Pick<MovePorts, 'moves' | 'live' | 'clock'>;

/** Cases are moved to what is live, and to nothing else. */
export const isLive = async ({ live }: Pick<MovePorts, 'live'>, version: string): Promise<boolean> =>
  (await live())?.version === version;

export const isAtWork = ({ state }: Pick<MoveJob, 'state'>): boolean => state === 'running' || state === 'undoing';

export const NOTHING_YET: MoveCounts = {
  total: 0,
  moved: 0,
  same: 0,
  already: 0,
  needsPerson: 0,
  left: 0,
  failed: 0,
  back: 0,
  kept: 0,
};

export const isMoved = ({ outcome }: MoveResult): boolean => outcome === 'moved' || outcome === 'same';

/** Counted from the results, so that it is right however often a part was done twice. */
export const countsOf = (results: readonly MoveResult[], total: number): MoveCounts => {
  const of = (...outcomes: MoveOutcome[]) => results.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return {
    total,
    moved: of('moved'),
    same: of('same'),
    already: of('already'),
    needsPerson: of('needs-person', 'chosen'),
    left: of('left'),
    failed: of('failed'),
    back: results.filter(({ undone }) => undone?.back).length,
    kept: results.filter(({ undone }) => undone && !undone.back).length,
  };
};

/** A case that was on its way, or failed, is tried again this often in all, half a minute apart or more. */
export const MOST_TRIES = 3;
/** This many cases are looked at together. */
export const TOGETHER = 16;

/** `do` for each of `all`, `TOGETHER` at a time, in order. */
export const inBatches = async <T, R>(all: readonly T[], each: (one: T) => Promise<R>): Promise<R[]> => {
  const done: R[] = [];
  for (let from = 0; from < all.length; from += TOGETHER)
    done.push(...(await Promise.all(all.slice(from, from + TOGETHER).map(each))));
  return done;
};
