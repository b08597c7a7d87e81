/** Who is eligible as a carer: SI 2015/313 reg 3, every row of the table, and that it is not the law for adults with other words. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Findings } from '../../lib/domain/assessment.ts';
import {
  CARER_OUTCOME_CODES,
  CARER_OUTCOMES,
  CARER_UNABLE_MEANS,
  type CarerOutcomeCode,
} from '../../lib/domain/carer-outcome.ts';
import {
  ADULT_OUTCOMES,
  kindOfNeed,
  NEED_CODES,
  NEEDS_OF,
  OUTCOME_CODES,
  plainNeed,
  proposeEligibility,
  UNABLE_MEANS,
} from '../../lib/domain/eligibility.ts';

const BOTH = [false, true];
/** All 256 sets of outcomes a carer may be unable to achieve. */
const SUBSETS = Array.from({ length: 1 << CARER_OUTCOME_CODES.length }, (_, mask) =>
  CARER_OUTCOME_CODES.filter((_code, place) => mask & (1 << place)),
);
const propose = (necessaryCare: boolean, healthAtRisk: boolean, unable: CarerOutcomeCode[], significantImpact: boolean) =>
  proposeEligibility({ kind: 'carer', necessaryCare, healthAtRisk, unable, significantImpact });

describe('the eight outcomes of SI 2015/313 reg 3(2)(b)', () => {
  test('are numbered (i) to (viii), in order', () => {
    expect(CARER_OUTCOMES.map(({ numeral }) => numeral)).toEqual(['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii']);
    expect(CARER_OUTCOMES.map(({ code }) => code)).toEqual([...CARER_OUTCOME_CODES]);
  });
  test('have words of their own in law and in plain English', () => {
    expect(new Set(CARER_OUTCOMES.flatMap(({ statutory, plain }) => [statutory, plain])).size).toBe(16);
    const plain = new Set<string>(ADULT_OUTCOMES.map((outcome) => outcome.plain));
    expect(CARER_OUTCOMES.filter((outcome) => plain.has(outcome.plain))).toEqual([]);
  });
  test('a carer who only takes longer is able: the regulation has three limbs, not four', () => {
    expect(CARER_UNABLE_MEANS).toHaveLength(3);
    expect(CARER_UNABLE_MEANS.join()).not.toContain('longer');
    expect(UNABLE_MEANS.join()).toContain('longer');
  });
});

describe('the decision table, for every set of outcomes', () => {
  const rows = BOTH.flatMap((necessaryCare) =>
    BOTH.flatMap((healthAtRisk) =>
      BOTH.flatMap((significantImpact) =>
        BOTH.map((otherNeeds) => ({ necessaryCare, healthAtRisk, significantImpact, otherNeeds })),
      ),
    ),
  );
  test.each(rows)(
    'necessary care $necessaryCare, health at risk $healthAtRisk, impact $significantImpact, other needs $otherNeeds',
    (given) => {
      for (const unable of SUBSETS) {
        const { kind, result, conditions } = proposeEligibility({ kind: 'carer', ...given, unable });
        const effect = given.healthAtRisk || unable.length >= 1;
        const nothing = unable.length === 0 && !given.healthAtRisk && !given.significantImpact && !given.otherNeeds;
        expect(kind).toBe('carer');
        expect(result === 'eligible-needs-identified').toBe(given.necessaryCare && effect && given.significantImpact);
        expect(result === 'no-needs-identified').toBe(nothing);
        expect(conditions.map(({ met }) => met)).toEqual([given.necessaryCare, effect, given.significantImpact]);
        expect(conditions.map(({ law }) => law)).toEqual(['a', 'b', 'c'].map((letter) => `SI 2015/313 reg 3(1)(${letter})`));
      }
    },
  );
});

describe('laws', () => {
  const findings = fc.record({
    kind: fc.constant('carer' as const),
    necessaryCare: fc.boolean(),
    healthAtRisk: fc.boolean(),
    unable: fc.subarray([...CARER_OUTCOME_CODES]),
    significantImpact: fc.boolean(),
  });
  test('whatever is found besides never takes eligibility away', () => {
    fc.assert(
      fc.property(findings, fc.constantFrom(...CARER_OUTCOME_CODES), (found, more) => {
        const before = proposeEligibility(found).result === 'eligible-needs-identified';
        const after = proposeEligibility({ ...found, healthAtRisk: true, unable: [...found.unable, more] }).result;
        if (before) expect(after).toBe('eligible-needs-identified');
      }),
    );
  });
  test('an outcome named twice counts once, and says so', () => {
    const { conditions } = propose(true, false, ['CARER-HOME', 'CARER-HOME'], true);
    expect(conditions[1]?.sentence).toContain('1 of the 8 outcomes');
  });
  test('what is stored comes back as it was, of its own kind', () => {
    fc.assert(
      fc.property(findings, (found) => {
        expect(Findings.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
      }),
    );
  });
});

describe('why', () => {
  test.each([
    ['the care is not necessary', propose(false, true, ['CARER-HOME'], true), '(a)'],
    ['health is safe and every outcome achieved', propose(true, false, [], true), '(b)'],
    ['no impact', propose(true, true, ['CARER-HOME'], false), '(c)'],
  ])('%s: not eligible, and the one failing condition is named', (_why, { result, conditions }, letter) => {
    expect(result).toBe('non-eligible-needs-identified');
    expect(conditions.filter(({ met }) => !met).map(({ law }) => law)).toEqual([`SI 2015/313 reg 3(1)${letter}`]);
  });
  test('one outcome is enough for a carer and not for an adult', () => {
    expect(propose(true, false, ['CARER-HOME'], true).result).toBe('eligible-needs-identified');
    const adult = proposeEligibility({ impairment: true, unable: ['CA-HABITABLEHOME'], significantImpact: true });
    expect(adult.result).toBe('non-eligible-needs-identified');
  });
  test('health alone is enough', () => {
    expect(propose(true, true, [], true).result).toBe('eligible-needs-identified');
  });
  test('each condition says so in a sentence', () => {
    expect(propose(true, false, ['CARER-HOME'], false).conditions.map(({ sentence }) => sentence)).toEqual([
      'The needs come from providing necessary care for an adult.',
      'The carer’s health is not at risk, and the carer is unable to achieve 1 of the 8 outcomes; either is enough.',
      'There is not, and is not likely to be, a significant impact on wellbeing.',
    ]);
  });
});

describe('needs of either kind', () => {
  test('are told apart, and none is both', () => {
    expect(NEED_CODES).toEqual([...OUTCOME_CODES, ...CARER_OUTCOME_CODES]);
    for (const kind of ['adult', 'carer'] as const)
      for (const { code, plain } of NEEDS_OF[kind]) expect([kindOfNeed(code), plainNeed(code)]).toEqual([kind, plain]);
  });
  test('findings without a kind are an adult’s, as all that were stored before are', () => {
    const old = { impairment: true, unable: ['CA-HYGIENE'], significantImpact: true };
    expect(Findings.parse(old)).toEqual(old);
  });
  test.each<[string, unknown]>([
    ['a carer’s outcome in an adult’s findings', { impairment: true, unable: ['CARER-HOME'], significantImpact: true }],
    [
      'an adult’s outcome in a carer’s',
      { kind: 'carer', necessaryCare: true, healthAtRisk: true, unable: ['CA-HYGIENE'], significantImpact: true },
    ],
    [
      'a carer’s findings without their first condition',
      { kind: 'carer', healthAtRisk: true, unable: [], significantImpact: true },
    ],
    [
      'both laws at once',
      { kind: 'carer', impairment: true, necessaryCare: true, healthAtRisk: true, unable: [], significantImpact: true },
    ],
    ['somebody else’s kind', { kind: 'child', necessaryCare: true, healthAtRisk: true, unable: [], significantImpact: true }],
  ])('%s is refused', (_what, found) => expect(Findings.safeParse(found).success).toBe(false));
});
