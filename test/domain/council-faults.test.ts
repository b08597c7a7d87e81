/** Who agrees what at a council: whether the people it names can work by it, and that nothing is asked where it names none. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { approvalRefusal } from '../../lib/domain/approval.ts';
import { type ApprovalScheme, tierOf } from '../../lib/domain/approval-scheme.ts';
import { Council } from '../../lib/domain/council.ts';
import { councilSchemeFaults } from '../../lib/domain/council-faults.ts';
import type { Plan } from '../../lib/domain/plan.ts';
import { costing, petra, scheme } from '../support/council-with-ways.ts';
import { glenda, morag, priya } from '../support/small-council.ts';

const director: Actor = { ...glenda, limitPence: 60_000 };
const STAFF = [priya, morag, director, petra];
const faults = (staff: readonly Actor[] | undefined, approval: ApprovalScheme | undefined = scheme) =>
  councilSchemeFaults({ approval, ...(staff && { demo: { staff: [...staff], people: [] } }) });
const places = (...given: Parameters<typeof faults>) => faults(...given).map(({ code, where }) => [code, where]);

describe('whether the people can work by it', () => {
  test.each<[string, Actor[], string[][]]>([
    ['everybody is there', STAFF, []],
    [
      'nobody sits on the panel',
      [morag, director, { ...petra, panel: false }],
      [['panel-without-members', 'approval/tiers[2].panel']],
    ],
    [
      'somebody sits on it who agrees no plans',
      [morag, director, { ...petra, roles: ['assessor'] }],
      [['panel-without-members', 'approval/tiers[2].panel']],
    ],
    [
      'the panel may agree less than where it begins',
      [morag, director, { ...petra, limitPence: 100_000 }],
      [['tier-nobody-reaches', 'approval/tiers[2].from']],
    ],
    [
      'the panel has no limit at all',
      [morag, director, { id: petra.id, name: petra.name, roles: ['approver'], panel: true }],
      [['tier-nobody-reaches', 'approval/tiers[2].from']],
    ],
    ['the limit is exactly where the panel begins', [morag, director, { ...petra, limitPence: 100_001 }], []],
    [
      'who is covered for, and who covers, are not there',
      [petra],
      [
        ['cover-by-nobody', 'approval/cover[0].of'],
        ['cover-by-nobody', 'approval/cover[0].by'],
      ],
    ],
    [
      'who covers agrees no plans',
      [{ ...morag, roles: ['assessor'] }, director, petra],
      [['cover-by-nobody', 'approval/cover[0].by']],
    ],
  ])('%s', (_, staff, expected) => {
    expect(places(staff)).toEqual(expected);
    for (const { message } of faults(staff)) expect(message).toMatch(/^[A-Z“].*\.$/);
  });

  test('it is not asked where nobody is named, nor where there is no scheme', () => {
    expect(places(undefined)).toEqual([]);
    expect(councilSchemeFaults({ demo: { staff: [], people: [] } })).toEqual([]);
  });

  test('a scheme that is wrong by itself is said first, with nobody named or with everybody', () => {
    const broken = { ...scheme, tiers: scheme.tiers.slice(1) };
    expect(places([], broken)).toEqual([['tiers-start-above-nothing', 'approval/tiers[0].from']]);
    expect(places(undefined, broken)).toEqual(places([], broken));
  });

  test('without a fault, a plan at the start of every tier has somebody who may agree it', () => {
    const limits = fc.array(fc.record({ limitPence: fc.integer({ min: 0, max: 200_000 }), panel: fc.boolean() }), {
      maxLength: 4,
    });
    const bare = { ...scheme, cover: [] };
    let sound = 0;
    fc.assert(
      fc.property(limits, (drawn) => {
        const staff = drawn.map((each, at): Actor => ({ id: `S-${at}00`, name: 'Somebody', roles: ['approver'], ...each }));
        const agreeable = bare.tiers.every(({ from }) => {
          const plan: Plan = {
            ...costing(from),
            version: 1,
            authors: [],
            writtenBy: { id: 'S-ONE', name: 'One' },
            writtenAt: '',
          };
          expect(tierOf(bare, from)?.from).toBe(from);
          return staff.some((actor) => approvalRefusal(plan, actor, { scheme: bare, today: '2026-11-02' }) === undefined);
        });
        expect(places(staff, bare).length === 0).toBe(agreeable);
        if (agreeable) sound += 1;
      }),
      { numRuns: 1_000 },
    );
    expect(sound).toBeGreaterThan(50);
  });
});

test('the demonstration council’s own people can work by its scheme', () => {
  const council = Council.parse(JSON.parse(readFileSync('workflows/councils/larkshire.json', 'utf8')));
  expect(council.demo?.staff.length).toBeGreaterThan(0);
  expect(councilSchemeFaults(council)).toEqual([]);
});
