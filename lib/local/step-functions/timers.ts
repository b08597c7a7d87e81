/**
 * Who is due when. Moments are absolute and the clock may be shifted under us, so the time is looked at again at least every second and
 * no timer is ever set for longer: a wait of 400 days cannot overflow one. Nothing is stored here; frames hold the moments.
 */

type Due = { readonly at: number; readonly key: string };

const LONGEST_NAP_MS = 1_000;

export type Timers = {
  /** Remembers when `key` is next due, in milliseconds since 1970; `undefined` forgets it. */
  set(key: string, at: number | undefined): void;
  close(): void;
};

/** A binary heap, soonest first. */
const createHeap = () => {
  let items: Due[] = [];
  const swap = (a: number, b: number): void => {
    const [x, y] = [items[a], items[b]];
    if (x && y) [items[a], items[b]] = [y, x];
  };
  const isSooner = (a: number, b: number): boolean => (items[a]?.at ?? Infinity) < (items[b]?.at ?? Infinity);
  const rise = (index: number): void => {
    const parent = (index - 1) >> 1;
    if (index === 0 || !isSooner(index, parent)) return;
    swap(index, parent);
    rise(parent);
  };
  const sink = (index: number): void => {
    const [left, right] = [2 * index + 1, 2 * index + 2];
    const child = isSooner(right, left) ? right : left;
    if (!isSooner(child, index)) return;
    swap(child, index);
    sink(child);
  };
  return {
    peek: () => items[0],
    size: () => items.length,
    push: (due: Due) => rise(items.push(due) - 1),
    pop: () => {
      swap(0, items.length - 1);
      items.pop();
      sink(0);
    },
    replace: (all: Due[]) => {
      items = all.sort((a, b) => a.at - b.at);
    },
  };
};

export const createTimers = (now: () => number, onDue: (key: string) => void): Timers => {
  const due = new Map<string, number>();
  const heap = createHeap();
  let nap: NodeJS.Timeout | undefined;
  let wakeAt = Infinity;

  const sleep = (): void => {
    const next = heap.peek();
    if (!next) return;
    const span = Math.min(LONGEST_NAP_MS, Math.max(0, next.at - now()));
    const wake = performance.now() + span;
    if (nap && wakeAt <= wake) return;
    clearTimeout(nap);
    wakeAt = wake;
    nap = setTimeout(wakeUp, span);
  };
  const wakeUp = (): void => {
    nap = undefined;
    for (let next = heap.peek(); next && next.at <= now(); next = heap.peek()) {
      heap.pop();
      if (due.get(next.key) !== next.at) continue;
      due.delete(next.key);
      onDue(next.key);
    }
    sleep();
  };
  /** Moments nobody waits for any more stay in the heap until they come; a year of them would be a leak. */
  const tidy = (): void => {
    if (heap.size() > 2 * due.size + 1_000) heap.replace([...due].map(([key, at]) => ({ key, at })));
  };
  return {
    set: (key, at) => {
      if (at === undefined) due.delete(key);
      else if (due.get(key) !== at) {
        due.set(key, at);
        heap.push({ key, at });
      }
      tidy();
      sleep();
    },
    close: () => {
      clearTimeout(nap);
      due.clear();
      heap.replace([]);
    },
  };
};
