import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { schedulesOf, startClocks, untilNext } from '../../lib/local/schedules.ts';

const at = (time: string) => Date.parse(`2026-11-21T${time}Z`);
const MINUTE = 60_000;

describe('untilNext', () => {
  it.each([
    ['rate(1 minute)', '00:00:30', 1],
    ['rate(15 minutes)', '00:00:30', 15],
    ['rate(2 hours)', '00:00:30', 120],
    ['cron(0 5 * * ? *)', '04:00:00', 60],
    ['cron(0 5 * * ? *)', '05:00:00', 24 * 60],
    ['cron(0 5 * * ? *)', '05:01:00', 24 * 60 - 1],
    ['cron(30 23 * * ? *)', '23:29:00', 1],
  ])('%s at %s is %i minutes away', (expression, now, minutes) => {
    expect(untilNext(expression, at(now))).toBe(minutes * MINUTE);
  });

  it.each(['cron(0 5 ? * MON-FRI *)', 'at(2026-01-01T00:00:00)', 'rate(5 weeks)'])('refuses %s', (expression) => {
    expect(() => untilNext(expression, 0)).toThrow('does not know the schedule');
  });
});

describe('schedulesOf', () => {
  it('calls each function with what its rule says, where it says something', () => {
    const rule = (target: object) => ({
      Type: 'AWS::Events::Rule',
      Properties: { ScheduleExpression: 'rate(1 minute)', Targets: [{ Id: 'Target0', ...target }] },
    });
    const resources = { Often: rule({ Arn: 'a' }), Once: rule({ Arn: 'b', Input: '{"everything":true}' }) };
    expect(schedulesOf({ folder: '', resources })).toEqual([
      { id: 'Often', expression: 'rate(1 minute)', targets: [{ arn: 'a' }] },
      { id: 'Once', expression: 'rate(1 minute)', targets: [{ arn: 'b', event: { everything: true } }] },
    ]);
  });
});

describe('startClocks', () => {
  const schedule = { id: 'S', expression: 'rate(1 minute)', targets: [{ arn: 'a' }] };

  it('runs each at most once at a time', async () => {
    let times = 0;
    const clocks = startClocks(
      [schedule],
      async () => {
        times += 1;
        await pause(20);
      },
      Date.now,
    );
    await Promise.all([clocks.runNow('S'), clocks.runNow('S')]);
    expect(times).toBe(1);
    await clocks.runNow('S');
    expect(times).toBe(2);
    await clocks.close();
    await clocks.runNow('S');
    expect(times).toBe(2);
  });

  it('closes only when what runs has ended', async () => {
    let ended = false;
    const run = async () => {
      await pause(30);
      ended = true;
    };
    const clocks = startClocks([schedule], run, Date.now);
    void clocks.runNow('S');
    await clocks.close();
    expect(ended).toBe(true);
  });
});
