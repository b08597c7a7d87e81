/** Reading cases: the newest ones, sixteen at a time, what they come to in all, and one reading for everybody who asks meanwhile. */
import { describe, expect, test } from 'vitest';
import { type GatherPorts, gatherEvidence, rememberedEvidence } from '../../../lib/app/configuring/gather.ts';
import type { Histories } from '../../../lib/app/ports.ts';
import type { Summary } from '../../../lib/app/summary.ts';
import { replay } from '../../../lib/domain/case.ts';
import type { CaseEvent } from '../../../lib/domain/event.ts';
import { open, type Place, WAY_TO, withdrawNow } from '../../support/case-so-far.ts';
import { ada, small } from '../../support/small-council.ts';
import { recorded, smallBundle, told } from '../../support/told-cases.ts';

const NOW = new Date('2026-11-12T09:00:00.000Z');

type Held = Readonly<Record<string, readonly CaseEvent[]>>;

const at = (place: Exclude<Place, 'nobody yet'>, id: string, openedAt = '2026-11-02T09:00:00.000Z'): CaseEvent[] => {
  const [first, ...rest] = WAY_TO[place];
  return told([{ ...(first ?? open), at: openedAt }, ...rest], id);
};

const summaryOf = (caseId: string, log: readonly CaseEvent[]): Summary => {
  const state = replay(log);
  return { caseId, person: ada, state: state?.state ?? 'underway', openedAt: state?.openedAt ?? '2026-11-01T00:00:00.000Z' };
};

/** Ports over cases held in memory, and how many histories were asked for in all and at one time. */
const portsFor = (held: Held, versions = [small.version]) => {
  const counts = { asked: 0, now: 0, most: 0, versions: 0 };
  const listed = (state: Summary['state']): Summary[] =>
    Object.entries(held)
      .map(([id, log]) => summaryOf(id, log))
      .filter((summary) => summary.state === state);
  const histories: Histories = {
    of: async (caseId) => {
      counts.asked += 1;
      counts.now += 1;
      counts.most = Math.max(counts.most, counts.now);
      await new Promise((resolve) => setImmediate(resolve));
      counts.now -= 1;
      return recorded(held[caseId] ?? []);
    },
  };
  const ports: GatherPorts = {
    histories,
    watching: { since: async (kind) => (kind === 'arriving' ? listed('underway') : []) },
    reviews: { dueBy: async () => listed('supported') },
    closed: { newest: async (most) => listed('closed').slice(0, most) },
    configurations: {
      version: async (version) => {
        counts.versions += 1;
        return versions.includes(version) ? { bundle: smallBundle, machines: {} } : undefined;
      },
    },
    clock: () => NOW,
  };
  return { ports, counts };
};

const MIXED: Held = {
  'C-PLAN': at('a plan to agree', 'C-PLAN'),
  'C-STORY': at('a story just begun', 'C-STORY'),
  'C-STORY2': at('a story told', 'C-STORY2', '2026-11-09T21:00:00.000Z'),
  'C-DONE': at('support in place', 'C-DONE'),
  'C-OVER': at('advice given', 'C-OVER'),
  'C-LONG-AGO': told([{ ...open, at: '2025-11-01T09:00:00.000Z' }, withdrawNow()], 'C-LONG-AGO'),
};

describe('what cases come to', () => {
  test('where open cases stand and for how long, cases a year, points beside pounds, and answers of who has been through', async () => {
    const { ports } = portsFor(MIXED);
    const found = await gatherEvidence(ports);
    expect([found.read, found.of, found.unreadable, found.evidence.cases]).toEqual([6, 6, 0, 6]);
    const where = { pathway: 'small', configuration: small.version };
    expect(found.stageCounts).toEqual([
      { ...where, stage: 'approval', open: 1, medianDays: 10, mostDays: 10 },
      // Ten days and two and a half.
      { ...where, stage: 'story', open: 2, medianDays: 6.3, mostDays: 10 },
    ]);
    // The sixth was opened more than a year ago.
    expect(found.casesAYear).toEqual({ small: 5 });
    // 12 points at £10, and the plan costs just that.
    expect(found.calibration).toEqual([{ model: 'SMALL 1', points: 12, agreedWeeklyPence: 12_000, tableWeeklyPence: 12_000 }]);
    expect(found.past.map(({ pathway, facts }) => [pathway, Object.keys(facts)])).toEqual([
      ['small', ['washing', 'going-out', 'money']],
      ['small', ['washing', 'going-out']],
    ]);
    expect(found.at).toBe(NOW.toISOString());
    const { past: _past, ...shown } = found;
    expect(JSON.stringify(shown)).not.toMatch(/C-|P-ADA|S-/);
  });

  test('a log that no case can have is counted and hides nobody else', async () => {
    const broken = [...(MIXED['C-PLAN'] ?? [])].slice(1);
    const { ports } = portsFor({ 'C-DONE': MIXED['C-DONE'] ?? [] });
    const whole = ports.histories.of;
    ports.histories.of = async (caseId) => (caseId === 'C-BROKEN' ? recorded(broken) : whole(caseId));
    ports.watching.since = async (kind) => (kind === 'waiting' ? [summaryOf('C-BROKEN', []), summaryOf('C-EMPTY', [])] : []);
    const found = await gatherEvidence(ports);
    expect([found.read, found.of, found.unreadable, found.evidence.cases]).toEqual([1, 3, 2, 1]);
  });

  test('a configuration that is gone costs the questions, not the days', async () => {
    const found = await gatherEvidence(portsFor(MIXED, []).ports);
    expect(found.evidence.questions).toEqual([]);
    expect(found.evidence.stages.length).toBeGreaterThan(4);
  });
});

describe('how much is read', () => {
  const many = (count: number): Held =>
    Object.fromEntries(
      Array.from({ length: count }, (_, place) => {
        const id = `C-${String(place).padStart(4, '0')}`;
        const day = new Date(Date.UTC(2026, 9, 1) + place * 3_600_000).toISOString();
        return [id, told([{ ...open, at: day }], id)];
      }),
    );

  test('sixteen at a time, the newest first and no more than asked for; the year is scaled up', async () => {
    const { ports, counts } = portsFor(many(100));
    const found = await gatherEvidence(ports, { most: 40 });
    expect([counts.asked, counts.most]).toEqual([40, 16]);
    expect([found.read, found.of]).toEqual([40, 100]);
    expect(found.casesAYear).toEqual({ small: 100 });
    // The forty newest: the oldest of them was opened sixty hours after the first of all.
    expect(found.stageCounts[0]?.mostDays).toBe(39.9);
  });

  test('each version is fetched once', async () => {
    const { ports, counts } = portsFor(many(40));
    await gatherEvidence(ports);
    expect(counts.versions).toBe(1);
  });

  test('a case on two lists is one case', async () => {
    const { ports, counts } = portsFor(many(3));
    const since = ports.watching.since;
    ports.watching.since = async (kind, before) => since(kind === 'waiting' ? 'arriving' : kind, before);
    expect((await gatherEvidence(ports)).of).toBe(3);
    expect(counts.asked).toBe(3);
  });
});

describe('for pages', () => {
  test('one reading serves everybody for five minutes', async () => {
    const { ports, counts } = portsFor(MIXED);
    let now = NOW.getTime();
    const evidence = rememberedEvidence({ ...ports, clock: () => new Date(now) });
    const [one, other] = await Promise.all([evidence(), evidence()]);
    expect(one).toBe(other);
    now += 299_999;
    await evidence();
    expect(counts.asked).toBe(6);
    now += 1;
    await evidence();
    expect(counts.asked).toBe(12);
  });

  test('a failure is not remembered', async () => {
    const { ports } = portsFor(MIXED);
    let fails = true;
    const closed = {
      newest: async (most: number) => (fails ? Promise.reject(new Error('throttled')) : ports.closed.newest(most)),
    };
    const evidence = rememberedEvidence({ ...ports, closed });
    await expect(evidence()).rejects.toThrow('throttled');
    fails = false;
    expect((await evidence()).read).toBe(6);
  });
});
