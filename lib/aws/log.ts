/** One JSON line per thing that happened. Ids only: callers never pass names, answers or free text (limits-and-trust check 37). */
import type { Log } from '../app/ports.ts';

export const log: Log = (message, about = {}) => {
  console.log(JSON.stringify({ message, ...about }));
};
