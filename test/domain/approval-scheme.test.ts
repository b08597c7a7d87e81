/** A scheme of delegation: every fault with its place, and that a scheme without one has exactly one tier for every cost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ApprovalScheme, schemeFaults, type Tier, tierOf } from '../../lib/domain/approval-scheme.ts';
import { scheme } from '../support/council-with-ways.ts';

const tier = (id: string, from: number, to: number | null, panel?: Tier['panel']): Tier => ({
  id,
  title: id,
  from,
  to,
  ...(panel && { panel }),
});
const PANEL = { workingDays: 5 };
const [a, b, c] = [tier('a', 0, 20_000), tier('b', 20_001, 100_000), tier('c', 100_001, null, PANEL)];
const cover = (change: Partial<ApprovalScheme['cover'][number]>) => ({
  of: 'S-ONE',
  by: 'S-TWO',
  from: '2026-11-09',
  until: '2026-11-13',
  limitPence: 1,
  ...change,
});
const of = (tiers: Tier[], ...covers: ApprovalScheme['cover']): ApprovalScheme => ({ tiers, cover: covers });

const atOnce = (upTo: number) => ({ upTo, abovePercent: 10, belowPercent: 10, sampleOneIn: 5 });

test.each<[what: string, scheme: ApprovalScheme, faults: [code: string, where: string][]]>([
  ['in order', of([a, b, c]), []],
  ['one tier for all', of([tier('all', 0, null)]), []],
  ['starting above nothing', of([{ ...a, from: 1 }, b, c]), [['tiers-start-above-nothing', 'tiers[0].from']]],
  ['a penny nobody agrees', of([a, { ...b, from: 20_002 }, c]), [['tiers-leave-a-gap', 'tiers[1].from']]],
  ['a wide gap', of([a, b, { ...c, from: 200_000 }]), [['tiers-leave-a-gap', 'tiers[2].from']]],
  ['a penny two agree', of([a, { ...b, from: 20_000 }, c]), [['tiers-overlap', 'tiers[1].from']]],
  ['one without end before another', of([{ ...a, to: null }, b, c]), [['tiers-overlap', 'tiers[1].from']]],
  ['an end', of([a, { ...b, to: 100_000 }]), [['tiers-end-too-soon', 'tiers[1].to']]],
  ['upside down', of([a, b, { ...c, to: 100_000 }, tier('d', 100_001, null, PANEL)]), [['tier-upside-down', 'tiers[2].to']]],
  ['an id twice', of([a, { ...b, id: 'a' }, c]), [['duplicate-id', 'tiers[1].id']]],
  ['a panel for everything', of([tier('all', 0, null, PANEL)]), [['panel-without-threshold', 'tiers[0].panel']]],
  [
    'a panel in the middle',
    of([a, { ...b, panel: PANEL }, tier('c', 100_001, null)]),
    [['panel-below-others', 'tiers[1].panel']],
  ],
  ['two panels at the top', of([a, { ...b, panel: PANEL }, c]), []],
  ['cover in order', of([a, b, c], cover({})), []],
  ['cover of one day', of([a, b, c], cover({ until: '2026-11-09' })), []],
  ['cover for oneself', of([a, b, c], cover({}), cover({ by: 'S-ONE' })), [['cover-for-oneself', 'cover[1].by']]],
  ['cover upside down', of([a, b, c], cover({ until: '2026-11-08' })), [['cover-ends-before-it-starts', 'cover[0].until']]],
  ['cover up to nothing', of([a, b, c], cover({ limitPence: 0 })), [['cover-without-limit', 'cover[0].limitPence']]],
  ['at once up to the penny below the panel', { ...of([a, b, c]), atOnce: atOnce(100_000) }, []],
  ['at once where the panel begins', { ...of([a, b, c]), atOnce: atOnce(100_001) }, [['at-once-past-the-panel', 'atOnce.upTo']]],
  [
    'at once past the first of two panels',
    { ...of([a, { ...b, panel: PANEL }, c]), atOnce: atOnce(20_001) },
    [['at-once-past-the-panel', 'atOnce.upTo']],
  ],
  ['at once without a panel', { ...of([tier('all', 0, null)]), atOnce: atOnce(100_000_000) }, []],
  [
    'several things at once',
    of(
      [
        { ...a, from: 5 },
        { ...b, from: 20_005 },
      ],
      cover({ by: 'S-ONE', until: '2026-11-08' }),
    ),
    [
      ['tiers-start-above-nothing', 'tiers[0].from'],
      ['tiers-leave-a-gap', 'tiers[1].from'],
      ['tiers-end-too-soon', 'tiers[1].to'],
      ['cover-for-oneself', 'cover[0].by'],
      ['cover-ends-before-it-starts', 'cover[0].until'],
    ],
  ],
])('%s', (_, given, faults) => {
  const found = schemeFaults(ApprovalScheme.parse(given));
  expect(found.map(({ code, where }) => [code, where])).toEqual(faults);
  for (const { message } of found) expect(message).toMatch(/^[A-Z“£].*\.$/);
});

test('a gap and an overlap say where the next tier has to begin', () => {
  const said = (from: number) => schemeFaults(of([a, { ...b, from }, c]))[0]?.message;
  expect(said(20_003)).toBe('Nobody agrees a plan between £200.01 a week and £200.02 a week. Begin at 20001.');
  expect(said(19_999)).toBe('£199.99 a week is in “a” already. Begin at 20001.');
});

test.each<[string, object]>([
  ['no tiers', { tiers: [] }],
  ['a part of a penny', { tiers: [{ ...a, from: 0.5 }] }],
  ['less than nothing', { tiers: [{ ...a, from: -1 }] }],
  ['not a number', { tiers: [{ ...a, from: Number.NaN }] }],
  ['a panel without a time limit', { tiers: [{ ...a, panel: {} }] }],
  ['a panel with all the time there is', { tiers: [{ ...a, panel: { workingDays: 21 } }] }],
  ['none of them read', { tiers: [a], atOnce: { upTo: 1, abovePercent: 0, sampleOneIn: 0 } }],
  ['twice the figure', { tiers: [a], atOnce: { upTo: 1, abovePercent: 101, sampleOneIn: 1 } }],
  ['cover on no day', { tiers: [a], cover: [cover({ from: '2026-02-30' })] }],
])('cannot be written down: %s', (_, wrong) => expect(ApprovalScheme.safeParse(wrong).success).toBe(false));

describe('which tier', () => {
  test.each([
    [0, 'manager'],
    [20_000, 'manager'],
    [20_001, 'director'],
    [100_000, 'director'],
    [100_001, 'panel'],
    [100_000_000, 'panel'],
  ])('%i pence a week is the %s’s', (pence, id) => expect(tierOf(scheme, pence)?.id).toBe(id));

  /** Tiers drawn end to end, then sometimes pushed a little, so that some schemes are sound and some are not. */
  const drawn = fc
    .record({
      widths: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
      push: fc.array(fc.constantFrom(0, 0, 0, 0, 0, 1, -1), { minLength: 10, maxLength: 10 }),
      endless: fc.constantFrom(true, true, true, false),
    })
    .map(({ widths, push, endless }) => {
      let next = 0;
      return widths.map((width, place): Tier => {
        const from = Math.max(0, next + (push[place] ?? 0));
        const to = Math.max(0, next + width - 1 + (push[place + 5] ?? 0));
        next += width;
        return tier(`t${place}`, from, place === widths.length - 1 && endless ? null : to);
      });
    });

  test('every cost is in exactly one tier if, and only if, nothing is wrong with them', () => {
    let sound = 0;
    const inside = (tiers: readonly Tier[], pence: number) =>
      tiers.filter(({ from, to }) => from <= pence && (to === null || pence <= to)).length;
    fc.assert(
      fc.property(drawn, (tiers) => {
        const fine = schemeFaults(of(tiers)).length === 0;
        // The tiers reach to 24 and a little; far above stands for every cost beyond.
        const costs = [...Array.from({ length: 30 }, (_, pence) => pence), 100_000_000];
        const exact = costs.every((pence) => inside(tiers, pence) === 1);
        // A tier that ends below where it begins holds nothing; where the rest is exact, that alone is its fault.
        const each = tiers.every(({ from, to }) => to === null || from <= to);
        expect(exact && each).toBe(fine);
        if (!fine) return;
        sound += 1;
        for (const pence of costs) {
          const found = tierOf(of(tiers), pence);
          expect(found && inside([found], pence)).toBe(1);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(sound).toBeGreaterThan(200);
    expect(sound).toBeLessThan(1_800);
  });
});
