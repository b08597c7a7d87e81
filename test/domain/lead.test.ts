/** Who steers on a day, and who holds the pen because of it: the whole table, day by day. */
import { describe, expect, test } from 'vitest';
import type { Role } from '../../lib/domain/actor.ts';
import { checkInIsDue, holdsThePen, type LeadArrangement, leadFault, leadOn } from '../../lib/domain/lead.ts';

const arranged = (change: Partial<LeadArrangement>): LeadArrangement => ({
  mode: 'person',
  words: '',
  canDecide: true,
  since: '2026-11-02T09:00:00.000Z',
  arrangedBy: { id: 'P-ADA', name: 'Ada' },
  ...change,
});
const who = { id: 'P-BEN', name: 'Ben' };
const forNow = arranged({ mode: 'someone-for-now', who, checkInBy: '2026-11-30' });
const MODES = {
  nothing: undefined,
  person: arranged({}),
  shared: arranged({ mode: 'shared' }),
  forNow,
} as const;

describe('who steers', () => {
  test.each([
    ['nothing', '2026-11-02', 'shared'],
    ['person', '2030-01-01', 'person'],
    ['shared', '2030-01-01', 'shared'],
    ['forNow', '2026-11-02', 'someone-for-now'],
    ['forNow', '2026-11-29', 'someone-for-now'],
    ['forNow', '2026-11-30', 'someone-for-now'],
    ['forNow', '2026-12-01', 'shared'],
  ] as const)('%s, on %s: %s', (mode, today, expected) => {
    const now = leadOn(MODES[mode], today);
    expect(now.mode).toBe(expected);
    expect(now.who).toEqual(expected === 'someone-for-now' ? who : undefined);
  });
  test('without a day to check in nobody leads for now', () => {
    expect(leadOn(arranged({ mode: 'someone-for-now', who }), '2026-11-02').mode).toBe('shared');
  });
});

describe('who holds the pen', () => {
  const IDS: Readonly<Record<string, readonly [id: string, role: Role]>> = {
    person: ['P-ADA', 'person'],
    representative: ['P-DOT', 'representative'],
    'the one who leads': ['P-BEN', 'helper'],
    worker: ['S-PRIYA', 'assessor'],
    approver: ['S-GLENDA', 'approver'],
    helper: ['P-CAI', 'helper'],
    machine: ['system', 'system'],
  };
  const MAY: Readonly<Record<keyof typeof MODES, readonly string[]>> = {
    nothing: ['person', 'representative', 'worker'],
    person: ['person', 'representative'],
    shared: ['person', 'representative', 'worker'],
    forNow: ['person', 'representative', 'the one who leads'],
  };
  const ROWS = (Object.keys(MODES) as (keyof typeof MODES)[]).flatMap((mode) =>
    Object.keys(IDS).map((name) => [mode, name, MAY[mode].includes(name)] as const),
  );
  test.each(ROWS)('%s, %s: %s', (mode, name, may) => {
    const [id, role] = IDS[name] ?? ['', 'helper'];
    expect(holdsThePen(MODES[mode], { id, role }, '2026-11-30')).toBe(may);
  });
  test('the day after the check-in it is as if nothing had been said', () => {
    for (const [id, role] of Object.values(IDS))
      expect(holdsThePen(forNow, { id, role }, '2026-12-01')).toBe(holdsThePen(undefined, { id, role }, '2026-12-01'));
  });
});

test.each([
  ['nothing', '2030-01-01', false],
  ['person', '2030-01-01', false],
  ['forNow', '2026-11-29', false],
  ['forNow', '2026-11-30', true],
  ['forNow', '2026-12-24', true],
] as const)('%s, on %s: the person is asked: %s', (mode, today, due) => expect(checkInIsDue(MODES[mode], today)).toBe(due));

test('a mode without a date asks for none', () => {
  expect(leadFault({ mode: 'person', words: '', canDecide: true }, '2026-11-02')).toBeUndefined();
  expect(leadFault({ mode: 'shared', words: '', canDecide: true, checkInBy: '2020-01-01' }, '2026-11-02')).toBeUndefined();
});
