/**
 * The eight outcomes of a carer's own life, and when a carer is unable to achieve one (SI 2015/313 reg 3, under section 13 of the Care
 * Act 2014). Words only; what follows from them is `eligibility.ts`.
 */
import * as z from 'zod';

/** The eight outcomes of reg 3(2)(b), in the order of the regulation. Stored on cases for good: never renamed or reused. */
export const CARER_OUTCOME_CODES = [
  'CARER-CHILD',
  'CARER-OTHERS',
  'CARER-HOME',
  'CARER-NUTRITION',
  'CARER-RELATIONSHIPS',
  'CARER-WTEV',
  'CARER-COMMUNITY',
  'CARER-RECREATION',
] as const;
export const CarerOutcomeCode = z.enum(CARER_OUTCOME_CODES);
export type CarerOutcomeCode = z.infer<typeof CarerOutcomeCode>;

/** One outcome of a carer's own life. `numeral` is the head of reg 3(2)(b). */
export type CarerOutcome = {
  readonly code: CarerOutcomeCode;
  readonly numeral: string;
  readonly statutory: string;
  readonly plain: string;
};

const CARER_WORDS: Record<CarerOutcomeCode, readonly [numeral: string, statutory: string, plain: string]> = {
  'CARER-CHILD': [
    'i',
    'carrying out any caring responsibilities the carer has for a child',
    'Being there for a child who needs you',
  ],
  'CARER-OTHERS': [
    'ii',
    'providing care to other persons for whom the carer provides care',
    'Caring for other people who count on you',
  ],
  'CARER-HOME': [
    'iii',
    "maintaining a habitable home environment in the carer's home (whether or not this is also the home of the adult needing care)",
    'Keeping your own home clean, warm and fit to live in',
  ],
  'CARER-NUTRITION': ['iv', 'managing and maintaining nutrition', 'Eating and drinking enough yourself'],
  'CARER-RELATIONSHIPS': [
    'v',
    'developing and maintaining family or other personal relationships',
    'Time with your own family and friends',
  ],
  'CARER-WTEV': ['vi', 'engaging in work, training, education or volunteering', 'Going on with work, learning or volunteering'],
  'CARER-COMMUNITY': [
    'vii',
    'making use of necessary facilities or services in the local community, including recreational facilities or services',
    'Getting out for yourself: shops, the doctor, places near you',
  ],
  'CARER-RECREATION': ['viii', 'engaging in recreational activities', 'Time off for what you enjoy'],
};

export const CARER_OUTCOMES: readonly CarerOutcome[] = CARER_OUTCOME_CODES.map((code) => {
  const [numeral, statutory, plain] = CARER_WORDS[code];
  return { code, numeral, statutory, plain };
});

/** What “unable” means for a carer (reg 3(3)): as for adults, without taking longer. Coming and going counts too (reg 3(4)). */
export const CARER_UNABLE_MEANS = [
  'cannot do it without help',
  'can do it, but with a lot of pain, distress or worry',
  'can do it, but it puts them or someone else in danger',
] as const;
