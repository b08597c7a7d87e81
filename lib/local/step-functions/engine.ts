/**
 * Runs the executions: one turn at a time each, side by side. A turn is played in memory, written in one write, and only then are
 * functions called and callers answered; so a process that ends at any moment loses nothing it has told anyone. The rules of States
 * Language are `interpreter.ts`; the API is the operations.
 */
import type { Definition } from './definition.ts';
import { type Frame, frameAt, frameOfTask, framesOf, type Head, nextDue, type Task } from './execution.ts';
import { canMove } from './interpreter.ts';
import { callFunction, type Invoke } from './invocations.ts';
import { ALL_FRAMES, eventsKey, frameKey, headKey, listKey } from './keys.ts';
import { type Ending, play } from './play.ts';
import type { Answer, Signal } from './signal.ts';
import type { Store, Write } from './store.ts';
import { createTimers } from './timers.ts';
import { STEPS_PER_TURN, type Turn } from './turn.ts';

type Live = {
  head: Head;
  readonly definition: Definition;
  readonly root: Frame;
  /** The number of its newest event. */
  count: number;
  /** Its turns so far: the next waits for them. */
  tail: Promise<unknown>;
};
type StoredFrame = { readonly machine: string; readonly name: string; readonly root: Frame; readonly count: number };

export type Engine = {
  start(head: Head, definition: Definition): Promise<void>;
  /** Gives a signal to a running execution; `gone` when it does not run or nothing waits for the signal. */
  send(arn: string, signal: Signal): Promise<Answer>;
  /** The head of a running execution. What it says is written down once `quiet` resolves. */
  running(arn: string): Head | undefined;
  quiet(arn: string): Promise<unknown>;
  runningOf(machine: string): string[];
  /** Takes up every execution where the last process left it. */
  recover(definitionOf: (hash: string) => Definition): Promise<number>;
  close(): Promise<void>;
};

export type EngineParts = {
  readonly store: Store;
  readonly invoke: Invoke;
  readonly now: () => number;
  readonly log: (line: string) => void;
};

/** How long `close` waits for functions that are still running; what they answer later is asked for again at the next start. */
const PATIENCE_MS = 1_000;

const writesOf = (live: Live, before: number, turn: Turn, ending: Ending | undefined): Write[] => {
  const { head, root, count } = live;
  const writes: Write[] = [];
  if (turn.events.length > 0) writes.push({ put: eventsKey(head, before + 1), value: turn.events });
  if (before === 0) writes.push({ put: headKey(head), value: head }, { put: listKey(head, 'ALL'), value: 0 });
  if (before === 0 && !ending) writes.push({ put: listKey(head, 'RUNNING'), value: 0 });
  if (!ending) {
    const stored: StoredFrame = { machine: head.machine, name: head.name, root, count };
    return [...writes, { put: frameKey(head), value: stored }];
  }
  return [
    ...writes,
    { put: headKey(head), value: head },
    { put: listKey(head, head.status), value: 0 },
    { del: listKey(head, 'RUNNING') },
    { del: frameKey(head) },
  ];
};

const uncalledTasks = (root: Frame): Task[] =>
  framesOf(root).flatMap(({ standing }) => (standing.at === 'task' && !standing.task.submitted ? [standing.task] : []));

export const createEngine = ({ store, invoke, now, log }: EngineParts): Engine => {
  const lives = new Map<string, Live>();
  const calls = new Set<Promise<void>>();
  let state: 'open' | 'closing' | 'closed' = 'open';
  const timers = createTimers(now, (arn) => void send(arn, { type: 'go' }).catch(report));
  const report = (error: unknown): void =>
    log(`step functions: ${error instanceof Error ? (error.stack ?? error.message) : error}`);

  const call = async (arn: string, task: Task): Promise<void> => {
    const returned = await callFunction(invoke, task.functionName, task.payload);
    const signal: Signal =
      'payload' in returned
        ? { type: 'returned', task: task.id, payload: returned.payload }
        : { type: 'answered', task: task.id, outcome: returned };
    await send(arn, signal).catch(report);
  };

  const callAll = (live: Live, tasks: readonly Task[]): void => {
    if (state !== 'open') return;
    for (const task of tasks.filter(({ id }) => frameOfTask(live.root, id))) {
      const pending: Promise<void> = call(live.head.arn, task).finally(() => calls.delete(pending));
      calls.add(pending);
    }
  };

  /** What may happen only once the turn is written. */
  const follow = (live: Live, { calls: tasks }: Turn): void => {
    const { arn, name, status, error, cause, deadline } = live.head;
    if (status !== 'RUNNING') {
      lives.delete(arn);
      timers.set(arn, undefined);
      if (status === 'FAILED') log(`step functions: execution ${name} failed: ${error ?? 'no error name'} ${cause ?? ''}`);
      return;
    }
    if (state !== 'open') return;
    timers.set(arn, Math.min(nextDue(live.root) ?? Infinity, Date.parse(deadline)));
    callAll(live, tasks);
    if (canMove(live.root, now())) setImmediate(() => void send(arn, { type: 'go' }).catch(report));
  };

  const takeTurn = async (live: Live, signal: Signal): Promise<Answer> => {
    if (live.head.status !== 'RUNNING') return 'gone';
    if (state === 'closed') throw new Error('The emulator is closed.');
    const before = live.count;
    const { head, definition } = live;
    const turn: Turn = { head, definition, now: now(), events: [], calls: [], count: before, steps: STEPS_PER_TURN };
    const { answer, ending } = await play(turn, live.root, signal);
    live.count = turn.count;
    if (ending) live.head = { ...head, ...ending };
    await store.commit(writesOf(live, before, turn, ending));
    follow(live, turn);
    return answer;
  };

  const enqueue = (live: Live, signal: Signal): Promise<Answer> => {
    const turn = live.tail.then(() => takeTurn(live, signal));
    live.tail = turn.catch(() => undefined);
    return turn;
  };

  const send = async (arn: string, signal: Signal): Promise<Answer> => {
    const live = lives.get(arn);
    return live ? enqueue(live, signal) : 'gone';
  };

  /** An execution whose definition this emulator can no longer run stays as it is, and is named in the log. */
  const takeUp = (stored: StoredFrame, definitionOf: (hash: string) => Definition): Live[] => {
    const head = store.read(headKey(stored)) as Head;
    try {
      const definition = definitionOf(head.definition);
      const live: Live = { head, definition, root: stored.root, count: stored.count, tail: Promise.resolve() };
      lives.set(head.arn, live);
      return [live];
    } catch (error) {
      log(`step functions: execution ${head.name} cannot go on: ${String(error)}`);
      return [];
    }
  };

  return {
    start: async (head, definition) => {
      const root = frameAt(definition.StartAt, head.input, {}, 0);
      const live: Live = { head, definition, root, count: 0, tail: Promise.resolve() };
      lives.set(head.arn, live);
      await enqueue(live, { type: 'go' });
    },
    send,
    running: (arn) => lives.get(arn)?.head,
    quiet: async (arn) => lives.get(arn)?.tail,
    runningOf: (machine) => [...lives.values()].filter(({ head }) => head.machine === machine).map(({ head }) => head.arn),
    recover: async (definitionOf) => {
      const stored = await store.list(ALL_FRAMES);
      const found = stored.flatMap(([, value]) => takeUp(value as StoredFrame, definitionOf));
      for (const live of found) {
        callAll(live, uncalledTasks(live.root));
        void enqueue(live, { type: 'go' }).catch(report);
      }
      return found.length;
    },
    close: async () => {
      state = 'closing';
      timers.close();
      const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
      await Promise.race([Promise.all(calls), patience]);
      await Promise.all([...lives.values()].map(({ tail }) => tail));
      state = 'closed';
    },
  };
};
