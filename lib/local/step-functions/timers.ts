/**
 * Who is due when. Moments are absolute and the clock may be shifted under us, so the time is looked at again at least every second and
 * no timer is ever set for longer: a wait of 400 days cannot overflow one. Nothing is stored here; frames hold the moments.
 */

type Due = { readonly at: number; readonly key: string };

const LONGEST_NAP_MS = 1_000;

/** A binary heap, soonest first. */
class Heap {
  #items: Due[] = [];

  get soonest(): Due | undefined {
    return this.#items[0];
  }
  get size(): number {
    return this.#items.length;
  }
  push(due: Due): void {
    this.#rise(this.#items.push(due) - 1);
  }
  pop(): void {
    this.#swap(0, this.#items.length - 1);
    this.#items.pop();
    this.#sink(0);
  }
  replace(all: Due[]): void {
    this.#items = all.sort((a, b) => a.at - b.at);
  }

  #swap(a: number, b: number): void {
    const [x, y] = [this.#items[a], this.#items[b]];
    if (x && y) [this.#items[a], this.#items[b]] = [y, x];
  }
  #isSooner(a: number, b: number): boolean {
    const [x, y] = [this.#items[a], this.#items[b]];
    return x !== undefined && y !== undefined && x.at < y.at;
  }
  #rise(index: number): void {
    const parent = (index - 1) >> 1;
    if (index === 0 || !this.#isSooner(index, parent)) return;
    this.#swap(index, parent);
    this.#rise(parent);
  }
  #sink(index: number): void {
    const [left, right] = [2 * index + 1, 2 * index + 2];
    const child = this.#isSooner(right, left) ? right : left;
    if (!this.#isSooner(child, index)) return;
    this.#swap(child, index);
    this.#sink(child);
  }
}

export class Timers {
  readonly #now: () => number;
  readonly #onDue: (key: string) => void;
  readonly #due = new Map<string, number>();
  readonly #heap = new Heap();
  #nap: NodeJS.Timeout | undefined;
  #wakeAt = Number.POSITIVE_INFINITY;

  constructor(now: () => number, onDue: (key: string) => void) {
    this.#now = now;
    this.#onDue = onDue;
  }

  /** Remembers when `key` is next due, in milliseconds since 1970; `undefined` forgets it. */
  set(key: string, at: number | undefined): void {
    if (at === undefined) this.#due.delete(key);
    else if (this.#due.get(key) !== at) {
      this.#due.set(key, at);
      this.#heap.push({ key, at });
    }
    this.#tidy();
    this.#sleep();
  }

  close(): void {
    clearTimeout(this.#nap);
    this.#due.clear();
    this.#heap.replace([]);
  }

  /** Moments nobody waits for any more stay in the heap until they come; a year of them would be a leak. */
  #tidy(): void {
    if (this.#heap.size > 2 * this.#due.size + 1_000) this.#heap.replace([...this.#due].map(([key, at]) => ({ key, at })));
  }

  #sleep(): void {
    const next = this.#heap.soonest;
    if (!next) return;
    const span = Math.min(LONGEST_NAP_MS, Math.max(0, next.at - this.#now()));
    const wakeAt = performance.now() + span;
    if (this.#nap && this.#wakeAt <= wakeAt) return;
    clearTimeout(this.#nap);
    this.#wakeAt = wakeAt;
    this.#nap = setTimeout(() => this.#wakeUp(), span);
  }

  #wakeUp(): void {
    this.#nap = undefined;
    for (let next = this.#heap.soonest; next && next.at <= this.#now(); next = this.#heap.soonest) {
      this.#heap.pop();
      if (this.#due.get(next.key) !== next.at) continue;
      this.#due.delete(next.key);
      this.#onDue(next.key);
    }
    this.#sleep();
  }
}
