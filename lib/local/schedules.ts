/**
 * EventBridge's clocks on a laptop: functions run every so many minutes, or once a day. Not a person's due dates. Made by the
 * runner, from the rules of the template.
 */
import { ofType, properties, type Template } from './template.ts';

/** `event` is what the rule says the function is called with; left out, EventBridge's own event. */
export type LocalTarget = { readonly arn: string; readonly event?: object };
export type LocalSchedule = { readonly id: string; readonly expression: string; readonly targets: readonly LocalTarget[] };

const MINUTE = 60_000;
const UNITS: Readonly<Record<string, number>> = { minute: MINUTE, hour: 60 * MINUTE, day: 24 * 60 * MINUTE };

export const schedulesOf = (template: Template): LocalSchedule[] =>
  ofType(template, 'AWS::Events::Rule').map(([id]) => {
    const { ScheduleExpression, Targets } = properties(template, id);
    const targets = (Targets as { Arn: string; Input?: string }[]).map(({ Arn, Input }) => ({
      arn: Arn,
      ...(Input === undefined ? {} : { event: JSON.parse(Input) as object }),
    }));
    return { id, expression: String(ScheduleExpression), targets };
  });

/**
 * How long after `now` a schedule next runs, in milliseconds. Knows `rate(n minutes|hours|days)` and a daily `cron(m h * * ? *)` in
 * UTC, and refuses the rest.
 * @example untilNext('cron(0 5 * * ? *)', Date.parse('2026-11-21T04:00:00Z')) // 3_600_000
 */
export const untilNext = (expression: string, now: number): number => {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate) return Number(rate[1]) * (UNITS[rate[2] ?? ''] ?? MINUTE);
  const daily = /^cron\((\d+) (\d+) \* \* \? \*\)$/.exec(expression);
  if (!daily) throw new Error(`The local runner does not know the schedule ${expression}.`);
  const day = 24 * 60 * MINUTE;
  const due = Number(daily[2]) * 60 * MINUTE + Number(daily[1]) * MINUTE;
  const wait = (((due - (now % day)) % day) + day) % day;
  return wait === 0 ? day : wait;
};

export type Clocks = {
  /** Runs one schedule's functions now, unless they are running already. */
  readonly runNow: (id: string) => Promise<void>;
  /** Starts no more, and answers when what runs has ended. */
  readonly close: () => Promise<void>;
};

type Run = (schedule: LocalSchedule) => Promise<void>;

/** Starts every clock. Each runs at most once at a time; one that fails is reported by `run` and goes on. */
export const startClocks = (schedules: readonly LocalSchedule[], run: Run, now: () => number): Clocks => {
  const running = new Map<string, Promise<void>>();
  const timers = new Map<string, NodeJS.Timeout>();
  let closed = false;
  const runNow = (id: string): Promise<void> => {
    const schedule = schedules.find((each) => each.id === id);
    const going = running.get(id);
    if (going || !schedule || closed) return going ?? Promise.resolve();
    const ended = run(schedule).finally(() => running.delete(id));
    running.set(id, ended);
    return ended;
  };
  const wind = (schedule: LocalSchedule): void => {
    if (closed) return;
    const ring = () => {
      wind(schedule);
      void runNow(schedule.id);
    };
    // Days at most, so always within what a timer can hold.
    timers.set(schedule.id, setTimeout(ring, untilNext(schedule.expression, now())));
  };
  for (const schedule of schedules) wind(schedule);
  const close = async () => {
    closed = true;
    for (const timer of timers.values()) clearTimeout(timer);
    await Promise.allSettled(running.values());
  };
  return { runNow, close };
};
