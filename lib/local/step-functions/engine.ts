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
import { Refusal } from './refusal.ts';
import type { Answer, Signal } from './signal.ts';
import type { Store, Write } from './store.ts';
import { Timers } from './timers.ts';
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

/** What may happen to an execution only while the engine is in this state: a closing one finishes turns and begins nothing. */
type State = 'open' | 'closing' | 'closed';

export class Engine {
  readonly #parts: EngineParts;
  readonly #lives = new Map<string, Live>();
  readonly #calls = new Set<Promise<void>>();
  readonly #timers: Timers;
  #state: State = 'open';

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#timers = new Timers(parts.now, (arn) => this.#goOn(arn));
  }

  /** Begins an execution; resolves when its first turn is written. */
  async start(head: Head, definition: Definition): Promise<void> {
    const root = frameAt(definition.StartAt, head.input, {}, 0);
    const live: Live = { head, definition, root, count: 0, tail: Promise.resolve() };
    this.#lives.set(head.arn, live);
    await this.#enqueue(live, { type: 'go' });
  }

  /** Gives a signal to a running execution; `gone` when it does not run or nothing waits for the signal. */
  async send(arn: string, signal: Signal): Promise<Answer> {
    const live = this.#lives.get(arn);
    return live ? this.#enqueue(live, signal) : 'gone';
  }

  isRunning(arn: string): boolean {
    return this.#lives.has(arn);
  }

  /** Resolves when every turn of this execution so far is written. */
  async quiet(arn: string): Promise<void> {
    await this.#lives.get(arn)?.tail;
  }

  runningOf(machine: string): string[] {
    return [...this.#lives.values()].filter(({ head }) => head.machine === machine).map(({ head }) => head.arn);
  }

  /** Takes up every execution where the last process left it, and makes again the calls that were under way. */
  async recover(definitionOf: (hash: string) => Definition): Promise<void> {
    const stored = await this.#parts.store.list(ALL_FRAMES);
    for (const live of stored.flatMap(([, value]) => this.#takeUp(value as StoredFrame, definitionOf)))
      this.#goFrom(live, uncalledTasks(live.root));
  }

  /** Finishes what is under way; waits a moment for functions that still run. What they answer later is asked for again at the next start. */
  async close(): Promise<void> {
    this.#state = 'closing';
    this.#timers.close();
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
    await Promise.race([Promise.all(this.#calls), patience]);
    this.#state = 'closed';
    await Promise.all([...this.#lives.values()].map(({ tail }) => tail));
  }

  #enqueue(live: Live, signal: Signal): Promise<Answer> {
    const turn = live.tail.then(() => this.#takeTurn(live, signal));
    live.tail = turn.catch(() => undefined);
    return turn;
  }

  async #takeTurn(live: Live, signal: Signal): Promise<Answer> {
    const { head, definition, count } = live;
    if (head.status !== 'RUNNING') return 'gone';
    if (this.#state === 'closed') throw new Error('The emulator is closed.');
    const turn: Turn = { head, definition, now: this.#parts.now(), events: [], calls: [], count, steps: STEPS_PER_TURN };
    const { answer, ending } = await play(turn, live.root, signal);
    live.count = turn.count;
    if (ending) live.head = { ...head, ...ending };
    await this.#parts.store.commit(writesOf(live, count, turn, ending));
    this.#follow(live, turn);
    return answer;
  }

  /** What may happen only once the turn is written. */
  #follow(live: Live, turn: Turn): void {
    const { arn, name, status, error, cause } = live.head;
    if (status !== 'RUNNING') {
      this.#lives.delete(arn);
      this.#timers.set(arn, undefined);
      if (status === 'FAILED')
        this.#parts.log(`step functions: execution ${name} failed: ${error ?? 'no error name'} ${cause ?? ''}`);
      return;
    }
    this.#goFrom(live, turn.calls);
  }

  /** What an execution that is written down sets going: its timer, the calls of its tasks, and its next turn if it can move by itself. */
  #goFrom(live: Live, tasks: readonly Task[]): void {
    if (this.#state !== 'open') return;
    const { arn, deadline } = live.head;
    this.#timers.set(arn, Math.min(nextDue(live.root) ?? Number.POSITIVE_INFINITY, Date.parse(deadline)));
    for (const task of tasks.filter(({ id }) => frameOfTask(live.root, id))) {
      const call: Promise<void> = this.#call(arn, task).finally(() => this.#calls.delete(call));
      this.#calls.add(call);
    }
    if (canMove(live.root, this.#parts.now())) setImmediate(() => this.#goOn(arn));
  }

  #goOn(arn: string): void {
    void this.send(arn, { type: 'go' }).catch((error: unknown) => this.#report(error));
  }

  async #call(arn: string, task: Task): Promise<void> {
    const returned = await callFunction(this.#parts.invoke, task.functionName, task.payload);
    const signal: Signal =
      'payload' in returned
        ? { type: 'returned', task: task.id, payload: returned.payload }
        : { type: 'answered', task: task.id, outcome: returned };
    if (this.#state !== 'closed') await this.send(arn, signal).catch((error: unknown) => this.#report(error));
  }

  /** An execution whose definition this emulator can no longer run stays as it is, and is named in the log. */
  #takeUp(stored: StoredFrame, definitionOf: (hash: string) => Definition): Live[] {
    const head = this.#parts.store.read(headKey(stored)) as Head;
    try {
      const definition = definitionOf(head.definition);
      const live: Live = { head, definition, root: stored.root, count: stored.count, tail: Promise.resolve() };
      this.#lives.set(head.arn, live);
      return [live];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#parts.log(`step functions: execution ${head.name} cannot go on: ${error.message}`);
      return [];
    }
  }

  #report(error: unknown): void {
    this.#parts.log(`step functions: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
}
