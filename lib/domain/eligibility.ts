/**
 * Who has eligible needs: the ten outcomes for adults and the three conditions (SI 2015/313 reg 2, under section 13 of the Care
 * Act 2014). The engine proposes and says why; a named worker decides. Carers have a regulation of their own and are not here.
 */
import * as z from 'zod';

/** The ten outcomes of reg 2(2), in the order of the regulation. Stored on cases for good: never renamed or reused. */
export const OUTCOME_CODES = [
  'CA-NUTRITION',
  'CA-HYGIENE',
  'CA-TOILET',
  'CA-CLOTHING',
  'CA-HOMESAFETY',
  'CA-HABITABLEHOME',
  'CA-RELATIONSHIPS',
  'CA-WTEV',
  'CA-COMMUNITY',
  'CA-CARINGOTHERS',
] as const;
export const OutcomeCode = z.enum(OUTCOME_CODES);
export type OutcomeCode = z.infer<typeof OutcomeCode>;

/** One outcome: where the law says it, what the law says, and what a person is asked. */
export type AdultOutcome = {
  readonly code: OutcomeCode;
  /** The sub-paragraph of reg 2(2). */
  readonly letter: string;
  readonly statutory: string;
  readonly plain: string;
};

const WORDS: Record<OutcomeCode, readonly [statutory: string, plain: string]> = {
  'CA-NUTRITION': ['managing and maintaining nutrition', 'Eating and drinking enough to stay well'],
  'CA-HYGIENE': ['maintaining personal hygiene', 'Keeping yourself and your clothes clean'],
  'CA-TOILET': ['managing toilet needs', 'Getting to the toilet and using it'],
  'CA-CLOTHING': ['being appropriately clothed', 'Getting dressed in clothes that suit the day and the weather'],
  'CA-HOMESAFETY': ["being able to make use of the adult's home safely", 'Moving around and using your home safely'],
  'CA-HABITABLEHOME': ['maintaining a habitable home environment', 'Keeping your home clean, warm and fit to live in'],
  'CA-RELATIONSHIPS': [
    'developing and maintaining family or other personal relationships',
    'Seeing family and friends, and making new friends',
  ],
  'CA-WTEV': [
    'accessing and engaging in work, training, education or volunteering',
    'Working, learning or volunteering if you want to',
  ],
  'CA-COMMUNITY': [
    'making use of necessary facilities or services in the local community including public transport, and recreational facilities or services',
    'Getting out: shops, buses, the doctor, and things you enjoy',
  ],
  'CA-CARINGOTHERS': [
    'carrying out any caring responsibilities the adult has for a child',
    'Looking after a child you are responsible for',
  ],
};

export const ADULT_OUTCOMES: readonly AdultOutcome[] = OUTCOME_CODES.map((code, place) => {
  const [statutory, plain] = WORDS[code];
  return { code, letter: String.fromCharCode('a'.charCodeAt(0) + place), statutory, plain };
});

export const isOutcomeCode = (code: string): code is OutcomeCode => OutcomeCode.safeParse(code).success;

/**
 * What "unable to achieve an outcome" means: any one of these is enough (reg 2(3)). Help from a carer is left out of account, and
 * where needs come and go, a long enough time is looked at (reg 2(4)).
 */
export const UNABLE_MEANS = [
  'cannot do it without help, or without being reminded',
  'can do it, but with a lot of pain, distress or worry',
  'can do it, but it puts them or someone else in danger',
  'can do it, but it takes much longer than it should',
] as const;

/** How many outcomes a person must be unable to achieve (reg 2(1)(b)). */
export const OUTCOMES_NEEDED = 2;

/** The three results, as councils report them. */
export const EligibilityResult = z.enum(['eligible-needs-identified', 'non-eligible-needs-identified', 'no-needs-identified']);
export type EligibilityResult = z.infer<typeof EligibilityResult>;

/** Each result in the words of the national data standard. */
export const ELIGIBILITY_RESULT_NAMES: Record<EligibilityResult, string> = {
  'eligible-needs-identified': 'Eligible needs identified',
  'non-eligible-needs-identified': 'Non-eligible needs identified',
  'no-needs-identified': 'No needs identified',
};

/** What worker and person found about an adult, on the three conditions of reg 2(1). */
export type AdultFindings = {
  readonly kind?: 'adult' | undefined;
  /** (a) The needs come from, or relate to, a physical or mental impairment or illness. */
  readonly impairment: boolean;
  /** (b) The outcomes the person is unable to achieve, leaving any carer's help out of account. A code twice counts once. */
  readonly unable: readonly OutcomeCode[];
  /** (c) Because of that there is, or is likely to be, a significant impact on the person's wellbeing. */
  readonly significantImpact: boolean;
  /** Needs were found that fall short of "unable". */
  readonly otherNeeds?: boolean | undefined;
};

/** One of the three conditions, whether it is met, where the law says it, and a sentence that says so. */
export type ConditionResult = {
  readonly condition: 'impairment' | 'outcomes' | 'wellbeing';
  readonly law: string;
  readonly met: boolean;
  readonly sentence: string;
};

export type EligibilityProposal = {
  readonly kind: 'adult';
  readonly result: EligibilityResult;
  /** All three, in the order of the law: the failing ones are why needs are not eligible. */
  readonly conditions: readonly ConditionResult[];
};

const outcomesSentence = (count: number): string => {
  const unable = count === 0 ? 'no outcome' : count === 1 ? '1 outcome' : `${count} of the 10 outcomes`;
  return `The person is unable to achieve ${unable}; at least ${OUTCOMES_NEEDED} are needed.`;
};

const conditionsOf = (findings: AdultFindings, count: number): ConditionResult[] => [
  {
    condition: 'impairment',
    law: 'SI 2015/313 reg 2(1)(a)',
    met: findings.impairment,
    sentence: `The needs ${findings.impairment ? 'come' : 'do not come'} from a physical or mental impairment or illness.`,
  },
  { condition: 'outcomes', law: 'SI 2015/313 reg 2(1)(b)', met: count >= OUTCOMES_NEEDED, sentence: outcomesSentence(count) },
  {
    condition: 'wellbeing',
    law: 'SI 2015/313 reg 2(1)(c)',
    met: findings.significantImpact,
    sentence: `There ${findings.significantImpact ? 'is, or is likely to be,' : 'is not, and is not likely to be,'} a significant impact on wellbeing.`,
  },
];

/**
 * What the findings come to: eligible when all three conditions are met; no needs when nothing at all was found; otherwise needs
 * that are not eligible. A proposal only: the worker decides, and gives reasons where they decide otherwise.
 * @example proposeEligibility({ impairment: true, unable: ['CA-HYGIENE'], significantImpact: true }).result // 'non-eligible-needs-identified'
 */
export const proposeEligibility = (findings: AdultFindings): EligibilityProposal => {
  const count = new Set(findings.unable).size;
  const conditions = conditionsOf(findings, count);
  const nothing = count === 0 && !findings.significantImpact && findings.otherNeeds !== true;
  const notEligible = nothing ? 'no-needs-identified' : 'non-eligible-needs-identified';
  return {
    kind: 'adult',
    result: conditions.every(({ met }) => met) ? 'eligible-needs-identified' : notEligible,
    conditions,
  };
};
