/** The made-up people on the real stack: played at the pace of the machine, to where the stories say, even when stopped half way. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { everyone } from '../../../bin/demo/everyone.ts';
import { caseIdOf, play } from '../../../bin/demo/timetable.ts';
import { seed } from '../../../bin/seed.ts';
import { configurationOf } from '../../../lib/app/configuration.ts';
import type { Case } from '../../../lib/domain/case.ts';
import { type LocalStack, startLocalStack } from '../../../lib/local/runner.ts';

const folder = mkdtempSync(join(tmpdir(), 'ownway-seed-'));
const said: string[] = [];
let stack: LocalStack;

beforeAll(async () => {
  const templateDir = inject('synthesis').demo;
  stack = await startLocalStack({ templateDir, dataDir: join(folder, 'data'), port: 0, log: (line) => said.push(line) });
});
afterAll(async () => {
  await stack.close();
  rmSync(folder, { recursive: true, force: true });
});

const ports = async () => (await import('../../../functions/ports.ts')).actPorts;

/** Where a case is, without what only the real machine knows: tokens, runs, hours. */
const whereabouts = (state: Case | undefined) => ({
  state: state?.state,
  at: state?.state === 'underway' ? state.at.stage : undefined,
  taken: state?.state === 'underway' ? state.at.takenBy?.id : undefined,
  end: state?.state === 'closed' ? state.end : undefined,
  figure: state?.allocation?.weeklyPence,
  plan: state?.plan?.version,
  budget: state?.agreed?.budget.totalPence,
  reviewDueOn: state?.agreed?.reviewDueOn,
  reviews: state?.reviews.length,
});

const storiesNow = async () => {
  const published = await (await ports()).configurations.current();
  if (!published) throw new Error('nothing is published');
  const configuration = configurationOf(published.bundle);
  return everyone.map((life) => ({ caseId: caseIdOf(life.person), told: play(life, configuration, new Date())?.state }));
};

test('a seed that was stopped goes on where it was, and ends where the stories say', async () => {
  const half = seed({
    progress: (done, total) => {
      if (done > total / 3) throw new Error('stopped');
    },
  });
  await expect(half).rejects.toThrow('stopped');
  await seed({ progress: () => {} });
  const { cases } = await ports();
  for (const { caseId, told } of await storiesNow()) {
    const stored = await cases.load(caseId);
    expect(whereabouts(stored?.case), caseId).toEqual(whereabouts(told));
  }
}, 180_000);

test('every case that waits for a human has its machine beside it, and no promise of the past', async () => {
  const { cases } = await ports();
  const today = new Date().toISOString().slice(0, 10);
  for (const { caseId } of await storiesNow()) {
    const state = (await cases.load(caseId))?.case;
    if (state?.state !== 'underway') continue;
    expect(state.at, caseId).toMatchObject({ token: expect.any(String), restarts: 0 });
    expect(state.at.attention, caseId).toBeUndefined();
    expect(state.at.promise && state.at.promise.dueOn >= today, caseId).toBe(true);
  }
});

test('played again it changes nothing, and leaves the clock as it was', async () => {
  const { cases } = await ports();
  const versions = async () =>
    Promise.all(everyone.map(async ({ person }) => (await cases.load(caseIdOf(person)))?.case.version));
  const before = await versions();
  await seed();
  expect(await versions()).toEqual(before);
  expect(process.env.CLOCK_OFFSET_MS).toBe('0');
});

test('on the way nothing failed', () => {
  expect(said.filter((line) => /fail/i.test(line))).toEqual([]);
});
