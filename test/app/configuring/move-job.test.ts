/** How long a batch may still be at work after its job was stopped: no shorter than the function that moves cases can run. */
import { expect, test } from 'vitest';
import { isOver, SURELY_OVER_MS } from '../../../lib/app/configuring/move-job.ts';
import { FUNCTIONS } from '../../../lib/cdk/functions.ts';

test('a batch is over once the function that began it has been ended, and no sooner', () => {
  const seconds = FUNCTIONS.find(({ name }) => name === 'move-cases')?.timeoutSeconds ?? Number.POSITIVE_INFINITY;
  expect(SURELY_OVER_MS).toBeGreaterThan(seconds * 1000);
  const since = '2026-11-02T09:00:00.000Z';
  const after = (ms: number) => new Date(Date.parse(since) + ms);
  expect(isOver({ cases: [], since }, after(seconds * 1000))).toBe(false);
  expect(isOver({ cases: [], since }, after(SURELY_OVER_MS))).toBe(true);
});
