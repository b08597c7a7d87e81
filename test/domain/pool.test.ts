/** Sharing to the penny, and a pool’s money: laws over random pools first, then what is refused and why. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, toIsoDate } from '../../lib/domain/calendar.ts';
import { decideHousehold } from '../../lib/domain/decide-household.ts';
import { evolveHousehold, type Household, poolOf } from '../../lib/domain/household.ts';
import type { HouseholdCommand } from '../../lib/domain/household-command.ts';
import {
  newestTerms,
  type Pool,
  type PoolTerms,
  shareBreaksOn,
  shareFault,
  sharesOf,
  sharesUnder,
  standingTerms,
  termsOn,
} from '../../lib/domain/pool.ts';
import { balanceOf, balancesOf, settledOn } from '../../lib/domain/pool-ledger.ts';
import { isRefusal } from '../../lib/domain/refusal.ts';
import { ADA, agree, BEN, CAI, content, go, MONDAY, own, pooled, start, TODAY, together } from '../support/households.ts';

const MANY = { numRuns: 10_000 };
const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);

describe('shares, for every whole and all parts', () => {
  const whole = fc.integer({ min: 0, max: 1_000_000_000 });
  const parts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 });

  test('add up to the whole, are whole pence, and the same question has the same answer', () => {
    fc.assert(
      fc.property(whole, parts, (pence, each) => {
        const shares = sharesOf(pence, each);
        expect(sum(shares)).toBe(pence);
        expect(shares.every((share) => Number.isInteger(share) && share >= 0)).toBe(true);
        expect(sharesOf(pence, each)).toEqual(shares);
      }),
      MANY,
    );
  });

  test('equal parts differ by a penny at most, more parts never get less, and nobody is a penny from the exact share', () => {
    fc.assert(
      fc.property(whole, parts, (pence, each) => {
        const shares = sharesOf(pence, each);
        for (const [one, share] of shares.entries()) {
          expect(Math.abs(share * sum(each) - pence * (each[one] ?? 0))).toBeLessThan(sum(each));
          for (const [other, its] of shares.entries()) {
            if (each[one] === each[other]) expect(Math.abs(share - its)).toBeLessThanOrEqual(1);
            if ((each[one] ?? 0) > (each[other] ?? 0)) expect(share).toBeGreaterThanOrEqual(its);
          }
        }
      }),
      MANY,
    );
  });

  test.each<[number, number[], number[]]>([
    [1000, [1, 1, 1], [334, 333, 333]],
    [6000, [2, 1], [4000, 2000]],
    [1, [1, 1], [1, 0]],
    [100, [1, 2, 4], [14, 29, 57]],
    [0, [1, 1], [0, 0]],
  ])('%d by %j is %j', (pence, each, shares) => expect(sharesOf(pence, each)).toEqual(shares));

  test.each<[number, number[]]>([
    [-1, [1, 1]],
    [0.5, [1, 1]],
    [Number.NaN, [1]],
    [1_000_000_001, [1]],
    [100, []],
    [100, [1, 0]],
    [100, [1, -1]],
    [100, [1.5]],
    [100, [1001]],
  ])('%d by %j is no sharing', (pence, each) => expect(() => sharesOf(pence, each)).toThrow(RangeError));
});

describe('whatever anybody asks, in whatever order, on whatever days', () => {
  const people = [ADA, BEN, CAI] as const;
  const person = fc.constantFrom(...people);
  const days = fc.integer({ min: 0, max: 6 });
  const deed = fc.oneof(
    fc.record({
      do: fc.constant('change' as const),
      who: person,
      ahead: days,
      whole: fc.integer({ min: 1, max: 9999 }),
      last: fc.option(days),
      parts: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }),
    }),
    fc.record({ do: fc.constant('agree' as const), who: person }),
    fc.record({ do: fc.constant('agree' as const), who: person }),
    fc.record({ do: fc.constant('leave' as const), who: person, ahead: days }),
    fc.record({ do: fc.constant('end' as const), who: person, ahead: days }),
    fc.record({ do: fc.constant('in' as const), who: person, ahead: days, pence: fc.integer({ min: 1, max: 5000 }) }),
    fc.record({ do: fc.constant('in' as const), who: person, ahead: fc.constant(0), pence: fc.integer({ min: 1, max: 5000 }) }),
    fc.record({ do: fc.constant('spent' as const), who: person, ahead: fc.constant(0), pence: fc.integer({ min: 1, max: 900 }) }),
  );
  type Asked = typeof deed extends fc.Arbitrary<infer T> ? T : never;

  const commandFor = (asked: Asked, pool: Pool, today: string): HouseholdCommand => {
    const { version } = newestTerms(pool);
    switch (asked.do) {
      case 'change': {
        const shares = people.flatMap((each, place) =>
          (asked.parts[place] ?? 0) > 0 ? [[each, asked.parts[place] ?? 1] as const] : [],
        );
        const startsOn = addDays(today, asked.ahead);
        const last = asked.last === null ? {} : { endsOn: addDays(startsOn, asked.last) };
        return {
          type: 'change-pool',
          number: 1,
          basedOn: version,
          content: content(shares, { startsOn, wholePence: asked.whole, ...last }),
        };
      }
      case 'agree':
        return { type: 'agree-pool', number: 1, version, words: '' };
      case 'leave':
        return { type: 'leave-pool', number: 1, from: addDays(today, asked.ahead), words: '' };
      case 'end':
        return { type: 'end-pool', number: 1, basedOn: version, lastDay: addDays(today, asked.ahead) };
      default: {
        const movement = {
          kind: asked.do,
          pence: asked.pence,
          on: addDays(today, -asked.ahead),
          what: 'x',
          caseId: asked.who.caseId,
        };
        return { type: 'record-pool-money', number: 1, movement };
      }
    }
  };

  const lawsHold = (pool: Pool, today: string): void => {
    const stands = settledOn(pool, today);
    const balances = balancesOf(stands);
    expect(sum(balances.map(({ pence }) => pence))).toBe(balanceOf(stands));
    expect(balances.every(({ pence }) => pence >= 0)).toBe(true);
    for (const entry of stands.ledger) expect(sum(entry.by.map(({ pence }) => pence))).toBe(entry.pence);
    expect(settledOn(stands, today)).toEqual(stands);
    const terms = termsOn(stands, today);
    if (terms) {
      expect(sum(sharesUnder(terms).map(({ pence }) => pence))).toBe(terms.wholePence);
      for (const { caseId } of terms.shares) {
        expect(terms.agreed.some((yes) => yes.caseId === caseId)).toBe(true);
        const gone = stands.leavings.some(
          (each) => each.caseId === caseId && each.from <= today && each.version >= terms.version,
        );
        expect(gone).toBe(false);
      }
    }
    for (const { caseId, from } of stands.leavings)
      if (from <= today && !terms?.shares.some((share) => share.caseId === caseId))
        expect(balances.find((each) => each.caseId === caseId)?.pence ?? 0).toBe(0);
    if (stands.over) expect(balanceOf(stands)).toBe(0);
  };

  test('the ledger sums per person and in all, nobody goes below nothing, and only what everybody agreed is in force', () => {
    let [done, ended] = [0, 0];
    fc.assert(
      fc.property(fc.array(fc.tuple(deed, fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 8 }), (asked) => {
        let household: Household = pooled;
        let now = new Date(MONDAY);
        for (const [each, later] of asked) {
          now = new Date(now.getTime() + later * 86_400_000);
          const today = toIsoDate(now);
          const pool = poolOf(household, 1);
          if (!pool) throw new Error('no pool');
          const decided = decideHousehold(commandFor(each, pool, today), household, own(each.who), now);
          if (!isRefusal(decided)) {
            done += decided.length;
            household = decided.reduce(evolveHousehold, household);
          }
          // A day later than it is, too: what is due to be paid out then is part of it.
          const after = poolOf(household, 1);
          if (after && !isRefusal(decided)) lawsHold(after, addDays(today, each.do === 'leave' ? 5 : 0));
        }
        const last = poolOf(household, 1);
        if (last && settledOn(last, toIsoDate(now)).over) ended += 1;
      }),
      MANY,
    );
    // The law is worth nothing if everything was refused.
    expect(done).toBeGreaterThan(20_000);
    expect(ended).toBeGreaterThan(500);
  });

  test('the day a claim stops holding is the first on which it would be refused, looked at day by day', () => {
    let breaks = 0;
    const terms = deed.filter((each) => each.do !== 'in' && each.do !== 'spent');
    fc.assert(
      fc.property(fc.array(fc.tuple(terms, fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 10 }), (asked) => {
        let household: Household = pooled;
        let now = new Date(MONDAY);
        for (const [each, later] of asked) {
          now = new Date(now.getTime() + later * 86_400_000);
          const pool = poolOf(household, 1);
          if (!pool) throw new Error('no pool');
          const decided = decideHousehold(commandFor(each, pool, toIsoDate(now)), household, own(each.who), now);
          if (!isRefusal(decided)) household = decided.reduce(evolveHousehold, household);
        }
        const [pool, today] = [poolOf(household, 1), toIsoDate(now)];
        const days = Array.from({ length: 20 }, (_, ahead) => addDays(today, ahead));
        for (const { shares, wholePence } of pool?.versions ?? [])
          for (const { caseId } of shares) {
            const claimed = sharesUnder({ shares, wholePence } as PoolTerms).find((each) => each.caseId === caseId)?.pence ?? 0;
            const first = pool && days.find((day) => shareFault(pool, caseId, claimed, day));
            expect(pool && shareBreaksOn(pool, caseId, claimed, today)).toBe(first);
            if (first && first > today) breaks += 1;
          }
      }),
      { numRuns: 2000 },
    );
    expect(breaks).toBeGreaterThan(500);
  });
});

describe('a share in a plan', () => {
  const pool = poolOf(pooled, 1);
  const waiting = poolOf(
    go(
      together,
      start(own(ADA), [
        [ADA, 1],
        [BEN, 1],
      ]),
    ),
    1,
  );
  const later = { startsOn: '2026-12-01' };
  const coming = poolOf(
    go(
      together,
      start(
        own(ADA),
        [
          [ADA, 2],
          [BEN, 1],
        ],
        later,
      ),
      agree(BEN),
    ),
    1,
  );
  const left = poolOf(go(pooled, [{ type: 'leave-pool', number: 1, from: '2026-11-25', words: '' }, own(BEN)]), 1);

  test.each<[string, Pool | undefined, string, number, string, RegExp | undefined]>([
    ['to the penny', pool, ADA.caseId, 3000, TODAY, undefined],
    ['a penny too few', pool, ADA.caseId, 2999, TODAY, /is £30\.00 a week, and the plan says £29\.99/],
    ['a penny too many', pool, ADA.caseId, 3001, TODAY, /Put in £30\.00/],
    ['of somebody without one', pool, CAI.caseId, 0, TODAY, /has no share/],
    ['not agreed by all', waiting, ADA.caseId, 3000, TODAY, /It waits for Ben Hart/],
    ['agreed, and starting later', coming, ADA.caseId, 4000, TODAY, undefined],
    ['of nothing', undefined, ADA.caseId, 3000, TODAY, /nothing by that number/],
    ['the day before somebody goes', left, ADA.caseId, 3000, '2026-11-24', undefined],
    ['the day somebody goes', left, ADA.caseId, 3000, '2026-11-25', /has ended/],
  ])('%s', (_, of, caseId, pence, today, message) => {
    const fault = shareFault(of, caseId, pence, today);
    if (!message) expect(fault).toBeUndefined();
    else expect(fault).toMatchObject({ refused: 'share-not-agreed', message: expect.stringMatching(message) });
  });

  test('is refused when it misses by any amount, for every whole and all parts', () => {
    const part = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), part, part, fc.integer(), (wholePence, ours, theirs, off) => {
        if (!pool) throw new Error('no pool');
        const terms = newestTerms(pool);
        const [one, two] = terms.shares;
        if (!one || !two) throw new Error('no shares');
        const shares = [
          { ...one, parts: ours },
          { ...two, parts: theirs },
        ];
        const made: Pool = { ...pool, versions: [{ ...terms, wholePence, shares }] };
        const [share = 0, rest = 0] = sharesOf(wholePence, [ours, theirs]);
        expect(shareFault(made, ADA.caseId, share, TODAY)).toBeUndefined();
        expect(shareFault(made, BEN.caseId, rest, TODAY)).toBeUndefined();
        if (off !== 0) expect(shareFault(made, ADA.caseId, share + off, TODAY)?.refused).toBe('share-not-agreed');
      }),
      MANY,
    );
  });

  test('stands on what is in force today, and else on what comes', () => {
    expect(coming && standingTerms(coming, TODAY)?.version).toBe(1);
    expect(coming && termsOn(coming, TODAY)).toBeUndefined();
  });
});
