import { describe, expect, test } from 'vitest';
import {
  ADULT_OUTCOMES,
  ELIGIBILITY_RESULT_NAMES,
  isOutcomeCode,
  OUTCOME_CODES,
  proposeEligibility,
} from '../../lib/domain/eligibility.ts';

const BOTH = [false, true];
/** All 1,024 sets of outcomes a person may be unable to achieve. */
const SUBSETS = Array.from({ length: 1 << OUTCOME_CODES.length }, (_, mask) =>
  OUTCOME_CODES.filter((_code, place) => mask & (1 << place)),
);

describe('the ten outcomes of SI 2015/313 reg 2(2)', () => {
  test('are lettered (a) to (j), in order', () => {
    expect(ADULT_OUTCOMES.map(({ letter }) => letter).join('')).toBe('abcdefghij');
    expect(ADULT_OUTCOMES.map(({ code }) => code)).toEqual([...OUTCOME_CODES]);
  });
  test('have words of their own in law and in plain English', () => {
    expect(new Set(ADULT_OUTCOMES.flatMap(({ statutory, plain }) => [statutory, plain])).size).toBe(20);
  });
  test('the last one is about a child, as the regulation says', () => {
    expect(ADULT_OUTCOMES.at(-1)?.statutory).toBe('carrying out any caring responsibilities the adult has for a child');
  });
  test('nothing else is an outcome', () => {
    expect(OUTCOME_CODES.every(isOutcomeCode)).toBe(true);
    expect(['CA-OTHER', 'ca-nutrition', '', 'toString'].some(isOutcomeCode)).toBe(false);
  });
});

test('the results carry the names of the national data standard', () => {
  expect(Object.values(ELIGIBILITY_RESULT_NAMES)).toEqual([
    'Eligible needs identified',
    'Non-eligible needs identified',
    'No needs identified',
  ]);
});

describe('the decision table, for every set of outcomes', () => {
  const cases = BOTH.flatMap((impairment) =>
    BOTH.flatMap((significantImpact) => BOTH.map((otherNeeds) => ({ impairment, significantImpact, otherNeeds }))),
  );
  test.each(cases)('impairment $impairment, impact $significantImpact, other needs $otherNeeds', (given) => {
    for (const unable of SUBSETS) {
      const { result, conditions } = proposeEligibility({ kind: 'adult', ...given, unable });
      const eligible = given.impairment && unable.length >= 2 && given.significantImpact;
      const nothing = unable.length === 0 && !given.significantImpact && !given.otherNeeds;
      expect(result === 'eligible-needs-identified').toBe(eligible);
      expect(result === 'no-needs-identified').toBe(nothing);
      expect(conditions.map(({ met }) => met)).toEqual([given.impairment, unable.length >= 2, given.significantImpact]);
    }
  });
});

describe('why', () => {
  const all = { impairment: true, unable: ['CA-HYGIENE', 'CA-TOILET'], significantImpact: true } as const;
  test.each([
    ['no impairment', { ...all, impairment: false }, 'SI 2015/313 reg 2(1)(a)'],
    ['one outcome only', { ...all, unable: ['CA-HYGIENE'] as const }, 'SI 2015/313 reg 2(1)(b)'],
    ['one outcome named twice', { ...all, unable: ['CA-HYGIENE', 'CA-HYGIENE'] as const }, 'SI 2015/313 reg 2(1)(b)'],
    ['no impact', { ...all, significantImpact: false }, 'SI 2015/313 reg 2(1)(c)'],
  ])('%s: not eligible, and the one failing condition is named', (_name, findings, law) => {
    const { result, conditions } = proposeEligibility(findings);
    expect(result).toBe('non-eligible-needs-identified');
    expect(conditions.filter(({ met }) => !met).map((each) => each.law)).toEqual([law]);
  });
  test('each condition says so in a sentence', () => {
    expect(proposeEligibility({ ...all, significantImpact: false }).conditions.map(({ sentence }) => sentence)).toEqual([
      'The needs come from a physical or mental impairment or illness.',
      'The person is unable to achieve 2 of the 10 outcomes; at least 2 are needed.',
      'There is not, and is not likely to be, a significant impact on wellbeing.',
    ]);
  });
});
