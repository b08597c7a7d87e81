/**
 * The events of an execution, in the shape GetExecutionHistory answers with. They are stored as they are written here. What happens
 * and in which order is the interpreter's affair; that nothing more than 25,000 of it can happen is settled here.
 */
import type { Frame } from './execution.ts';
import { HistoryFull } from './failure.ts';
import type { HistoryEvent } from './history-event.ts';
import type { Json } from './json.ts';
import type { Turn } from './turn.ts';

/** AWS's hard limit; the last of them is the failure it causes. */
export const MOST_EVENTS = 25_000;
export const HISTORY_FULL = `The execution reached the maximum number of history events (${MOST_EVENTS}).`;

type Details = Readonly<Record<string, unknown>>;

const add = (turn: Turn, previousEventId: number, type: string, details: Details): number => {
  turn.count += 1;
  turn.events.push({ ...details, id: turn.count, previousEventId, timestamp: turn.now / 1000, type });
  return turn.count;
};

/** Records what happened on this line of control; throws `HistoryFull` when only the execution's end may still be recorded. */
export const record = (turn: Turn, frame: Frame, type: string, details: Details = {}): number => {
  if (turn.count + 1 >= MOST_EVENTS) throw new HistoryFull();
  frame.lastEvent = add(turn, frame.lastEvent, type, details);
  return frame.lastEvent;
};

/** Records something beside the line of control: the next event does not follow from it. */
export const recordAside = (turn: Turn, frame: Frame, type: string): void => {
  const { lastEvent } = frame;
  record(turn, frame, type);
  frame.lastEvent = lastEvent;
};

/** Records how the execution ended. There is always room for it. */
export const recordEnd = (turn: Turn, previousEventId: number, type: string, details: Details): void => {
  add(turn, previousEventId, type, details);
};

/** A payload as events show it: JSON text, and whether it was cut, which never happens here. */
export const shown = (field: 'input' | 'output', value: Json): Details => ({
  [field]: JSON.stringify(value),
  [`${field}Details`]: { truncated: false },
});

/** Only what is there: AWS leaves out an error or a cause nobody gave. */
export const errorAndCause = (error: string | undefined, cause: string | undefined): { error?: string; cause?: string } => ({
  ...(error === undefined ? {} : { error }),
  ...(cause === undefined ? {} : { cause }),
});

const DATA = new Set(['input', 'output', 'parameters', 'assignedVariables', 'cause']);

/** The event without what people said in it (`includeExecutionData: false`). */
export const withoutData = (event: HistoryEvent): HistoryEvent => {
  const bare = Object.entries(event).map(([key, value]) => {
    if (typeof value !== 'object' || value === null) return [key, value];
    return [key, Object.fromEntries(Object.entries(value).filter(([name]) => !DATA.has(name)))];
  });
  return Object.fromEntries(bare) as HistoryEvent;
};
