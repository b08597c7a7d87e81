/** Days to come, on a laptop: a promise that passes is shown as missed with a new date; a review opens on its day. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { endOwnway, startOwnway } from '../support/own-way.ts';
import { Visitor, wordsOf } from '../support/visitor.ts';
import { STAFF } from '../support/whole-case.ts';
import { type Cast, playUntil } from './cast.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'ownway-due-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const from = async (origin: string, name: string): Promise<Cast> => {
  const person = await new Visitor(origin).signInAs('someone-new', name);
  const staff = Object.entries(STAFF).map(async ([who, id]) => [who, await new Visitor(origin).signInAs(id)] as const);
  return { person, ...Object.fromEntries(await Promise.all(staff)) } as Cast;
};

/** What Priya reads on `page`, once it says `words`. */
const readUntil = async (origin: string, page: string, words: RegExp): Promise<string> => {
  const priya = await new Visitor(origin).signInAs(STAFF.priya);
  const until = Date.now() + 20_000;
  for (;;) {
    const said = wordsOf((await priya.get(page)).html);
    if (words.test(said)) return said;
    if (Date.now() > until) throw new Error(`${page} never said ${words}: ${said}`);
    await pause(100);
  }
};

test('a missed promise and a due review, sixty days on', async () => {
  const env = { PORT: '0', DATA_DIR: dataDir, SEED: 'none' };
  const today = await startOwnway(env);
  const waiting = await playUntil(await from(today.url, 'Waiting Person'), '/assess');
  const supported = await playUntil(await from(today.url, 'Supported Person'), '/none');
  await endOwnway(today, 'SIGINT');

  const later = await startOwnway({ ...env, DAYS_AHEAD: '60' });
  try {
    // The promise to assess was twenty working days; the person is told, and nothing was decided against them.
    const slipped = await readUntil(later.url, `/cases/${waiting}/me`, /sorry/i);
    expect(slipped).not.toMatch(/closed|ended/i);
    await readUntil(later.url, `/cases/${waiting}/history`, /new date is/i);
    await readUntil(later.url, `/cases/${supported}/history`, /review date came/i);
    expect(await readUntil(later.url, '/work', /Supported Person/)).toContain('Review of the plan');
  } finally {
    await endOwnway(later, 'SIGINT');
  }
});
