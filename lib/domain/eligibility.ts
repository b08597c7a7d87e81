/**
 * Who has eligible needs: ten outcomes and three conditions for adults, eight and three for carers (SI 2015/313 reg 2 and reg 3, under
 * section 13 of the Care Act 2014). The engine proposes and says why; a named worker decides. It never reads one's case for the other's.
 */
import * as z from 'zod';
import { CARER_OUTCOME_CODES, CARER_OUTCOMES, type CarerOutcomeCode } from './carer-outcome.ts';
import type { CaseKind } from './stage.ts';

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

/** A need that a plan can meet: an adult's outcome or a carer's. One plan only ever has those of its own kind. */
export const NEED_CODES = [...OUTCOME_CODES, ...CARER_OUTCOME_CODES] as const;
export const NeedCode = z.enum(NEED_CODES);
export type NeedCode = z.infer<typeof NeedCode>;

/** Every need of a kind, in the order of its regulation, with its plain words. */
export const NEEDS_OF: Readonly<Record<CaseKind, readonly { readonly code: NeedCode; readonly plain: string }[]>> = {
  adult: ADULT_OUTCOMES,
  carer: CARER_OUTCOMES,
};
const ALL_NEEDS = [...ADULT_OUTCOMES, ...CARER_OUTCOMES];

/** A need in plain words. @example plainNeed('CA-NUTRITION') // 'Eating and drinking enough to stay well' */
export const plainNeed = (code: NeedCode): string => ALL_NEEDS.find((each) => each.code === code)?.plain ?? code;

/** Whose need it is. @example kindOfNeed('CARER-HOME') // 'carer' */
export const kindOfNeed = (code: NeedCode): CaseKind => (isOutcomeCode(code) ? 'adult' : 'carer');

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

/** What worker and carer found, on the three conditions of reg 3(1). */
export type CarerFindings = {
  readonly kind: 'carer';
  /** (a) The needs come from providing necessary care for an adult. */
  readonly necessaryCare: boolean;
  /** (b) Either the carer's physical or mental health is, or is at risk of, deteriorating … */
  readonly healthAtRisk: boolean;
  /** … or the carer is unable to achieve any of these. A code twice counts once. */
  readonly unable: readonly CarerOutcomeCode[];
  /** (c) Because of that there is, or is likely to be, a significant impact on the carer's wellbeing. */
  readonly significantImpact: boolean;
  /** Needs were found that fall short of all that. */
  readonly otherNeeds?: boolean | undefined;
};

/** One of the three conditions, whether it is met, where the law says it, and a sentence that says so. */
export type ConditionResult = {
  readonly condition: 'impairment' | 'outcomes' | 'necessary-care' | 'health-or-outcome' | 'wellbeing';
  readonly law: string;
  readonly met: boolean;
  readonly sentence: string;
};

export type EligibilityProposal = {
  readonly kind: CaseKind;
  readonly result: EligibilityResult;
  /** All three, in the order of the law: the failing ones are why needs are not eligible. */
  readonly conditions: readonly ConditionResult[];
};

const outcomesSentence = (count: number): string => {
  const unable = count === 0 ? 'no outcome' : count === 1 ? '1 outcome' : `${count} of the 10 outcomes`;
  return `The person is unable to achieve ${unable}; at least ${OUTCOMES_NEEDED} are needed.`;
};

const impact = (met: boolean): string =>
  `There ${met ? 'is, or is likely to be,' : 'is not, and is not likely to be,'} a significant impact on wellbeing.`;

const adultConditions = (findings: AdultFindings, count: number): ConditionResult[] => [
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
    sentence: impact(findings.significantImpact),
  },
];

/** For a carer one outcome is enough, and none is needed where caring harms their health (reg 3(1)(b), (2)). */
const healthSentence = (healthAtRisk: boolean, count: number): string => {
  const health = healthAtRisk ? 'is getting worse, or is at risk of it' : 'is not at risk';
  const unable = count === 0 ? 'none of the 8 outcomes' : `${count} of the 8 outcomes`;
  return `The carer’s health ${health}, and the carer is unable to achieve ${unable}; either is enough.`;
};

const carerConditions = (findings: CarerFindings, count: number): ConditionResult[] => [
  {
    condition: 'necessary-care',
    law: 'SI 2015/313 reg 3(1)(a)',
    met: findings.necessaryCare,
    sentence: `The needs ${findings.necessaryCare ? 'come' : 'do not come'} from providing necessary care for an adult.`,
  },
  {
    condition: 'health-or-outcome',
    law: 'SI 2015/313 reg 3(1)(b)',
    met: findings.healthAtRisk || count > 0,
    sentence: healthSentence(findings.healthAtRisk, count),
  },
  {
    condition: 'wellbeing',
    law: 'SI 2015/313 reg 3(1)(c)',
    met: findings.significantImpact,
    sentence: impact(findings.significantImpact),
  },
];

/**
 * What the findings come to: eligible when all three conditions are met; no needs when nothing at all was found; otherwise needs
 * that are not eligible. A proposal only: the worker decides, and gives reasons where they decide otherwise.
 * @example proposeEligibility({ impairment: true, unable: ['CA-HYGIENE'], significantImpact: true }).result // 'non-eligible-needs-identified'
 * @example for a carer one is enough: { kind: 'carer', necessaryCare: true, healthAtRisk: false, unable: ['CARER-HOME'], significantImpact: true }
 */
export const proposeEligibility = (findings: AdultFindings | CarerFindings): EligibilityProposal => {
  const count = new Set<string>(findings.unable).size;
  const carer = findings.kind === 'carer';
  const conditions = carer ? carerConditions(findings, count) : adultConditions(findings, count);
  const some = count > 0 || findings.significantImpact || findings.otherNeeds === true || (carer && findings.healthAtRisk);
  const notEligible = some ? 'non-eligible-needs-identified' : 'no-needs-identified';
  return {
    kind: carer ? 'carer' : 'adult',
    result: conditions.every(({ met }) => met) ? 'eligible-needs-identified' : notEligible,
    conditions,
  };
};
