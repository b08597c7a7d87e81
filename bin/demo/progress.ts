/** How far something is, on a terminal as a bar and elsewhere as a line every few seconds. Called by `bin/seed.ts`. */
import { SingleBar } from 'cli-progress';

export type Shown = { readonly to: (done: number, total: number) => void; readonly end: () => void };

const EVERY_MS = 5_000;

const bar = (stream: NodeJS.WriteStream, what: string): Shown => {
  const drawn = new SingleBar({
    format: `${what} [{bar}] {percentage}%`,
    stream,
    hideCursor: true,
    clearOnComplete: true,
    barsize: 40,
  });
  let started = false;
  return {
    to: (done, total) => {
      if (!started) drawn.start(total, 0);
      started = true;
      drawn.update(done);
    },
    end: () => drawn.stop(),
  };
};

const lines = (stream: NodeJS.WriteStream, what: string): Shown => {
  let next = 0;
  return {
    to: (done, total) => {
      const now = performance.now();
      if (now < next && done < total) return;
      next = now + EVERY_MS;
      stream.write(`${what}: ${done} of ${total}\n`);
    },
    end: () => {},
  };
};

export const progressOn = (stream: NodeJS.WriteStream, what: string): Shown =>
  stream.isTTY ? bar(stream, what) : lines(stream, what);
