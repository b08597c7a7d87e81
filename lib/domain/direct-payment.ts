/**
 * A direct payment as it is arranged with one person: who receives it, in England each condition of section 31 or 32 of the Care Act 2014
 * with its reason, and the day it is looked at. Which kinds of support it can pay for is `support-rules.ts`; no money moves here.
 */
import * as z from 'zod';
import { addMonths, formatDate, IsoDate } from './calendar.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { SupportRules } from './support-rules.ts';

type Jurisdiction = SupportRules['jurisdiction'];

/**
 * Section 31: the person can ask for it themself. Section 32: they cannot, and an authorised person asks. Scotland's `sds-option-1`: option
 * 1 of section 4 of the Social Care (Self-directed Support) (Scotland) Act 2013, which rests on neither.
 */
export const DirectPaymentBasis = z.enum(['s31', 's32', 'sds-option-1']);
export type DirectPaymentBasis = z.infer<typeof DirectPaymentBasis>;

export const ConditionCode = z.enum([
  'capacity-and-request',
  'not-prohibited',
  'capable-of-managing',
  'appropriate',
  'authorised-person-suitable',
  'supporter-agrees-where-there-is-one',
  'best-interests',
]);
export type ConditionCode = z.infer<typeof ConditionCode>;

/** The conditions of each basis, in the order of the law. All of them met, or there is no direct payment (I-11). Scotland has none of these. */
export const CONDITIONS = {
  s31: ['capacity-and-request', 'not-prohibited', 'capable-of-managing', 'appropriate'],
  s32: [
    'authorised-person-suitable',
    'supporter-agrees-where-there-is-one',
    'not-prohibited',
    'best-interests',
    'capable-of-managing',
    'appropriate',
  ],
  'sds-option-1': [],
} as const satisfies Record<DirectPaymentBasis, readonly ConditionCode[]>;

/** What a worker records against, and what a page asks. Help with managing counts: nobody has to do it alone. */
export const CONDITION_WORDS: Readonly<Record<ConditionCode, string>> = {
  'capacity-and-request':
    'the person can decide about a direct payment and asks for one; anybody they chose to receive it agrees',
  'not-prohibited': 'the law does not rule it out, for example by a court order about drugs or alcohol',
  'capable-of-managing': 'whoever receives it can manage it, alone or with the help they can get',
  appropriate: 'a direct payment is a fitting way to meet these needs',
  'authorised-person-suitable': 'somebody suitable asks to receive it for the person',
  'supporter-agrees-where-there-is-one': 'anybody who may decide about the person’s care agrees that this somebody is suitable',
  'best-interests': 'that somebody will act in the person’s best interests',
};

/** Who receives the money. A managed account is held by somebody the person, or whoever acts for them, tells what to pay. */
export const Payee = z.enum(['person', 'nominated', 'authorised', 'managed-account']);
export type Payee = z.infer<typeof Payee>;

const PAYEES = {
  s31: ['person', 'nominated', 'managed-account'],
  s32: ['authorised', 'managed-account'],
  'sds-option-1': ['person', 'nominated', 'authorised', 'managed-account'],
} as const satisfies Record<DirectPaymentBasis, readonly Payee[]>;

export const PaymentMethod = z.enum(['own-account', 'nominated-account', 'managed-account', 'prepaid-card']);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** How often a payment comes, with the weeks it is for. Always ahead of them, so that nobody has to lay out money. */
export const PaidEvery = z.enum(['week', 'four-weeks']);
export type PaidEvery = z.infer<typeof PaidEvery>;

const Words = z.string().trim().min(1).max(1000);
const Name = z.string().trim().min(1).max(120);

/**
 * Paying a relative (regulation 3): a husband, wife or partner, or a close relative in the same household, only where the council finds
 * it necessary, with the reason written down. Any other relative can be paid like anybody else.
 */
export const CloseRelative = z
  .object({
    who: Name,
    relation: z.enum(['spouse-or-partner', 'close-relative']),
    sameHousehold: z.boolean(),
    why: Words.optional(),
    necessaryFor: z.enum(['care', 'administration']).optional(),
  })
  .strict();
export type CloseRelative = z.infer<typeof CloseRelative>;

/** Whether regulation 3 allows paying this relative only where it is necessary. */
export const needsExceptionToPay = ({ relation, sameHousehold }: Pick<CloseRelative, 'relation' | 'sameHousehold'>): boolean =>
  relation === 'spouse-or-partner' || sameHousehold;

const Condition = z.object({ code: ConditionCode, met: z.boolean(), reason: Words }).strict();

const Fields = z
  .object({
    payee: Payee,
    payeeName: Name.optional(),
    basis: DirectPaymentBasis,
    conditions: z.array(Condition).max(ConditionCode.options.length * 2),
    /** Net: less what the person pays towards their care. Gross: all of it, and they are asked for their part apart from it. */
    grossOrNet: z.enum(['gross', 'net']),
    /** The plan says the amount and how often it comes (Care Act 2014 s.25(2)). */
    paidEvery: PaidEvery,
    method: PaymentMethod,
    /** Everything the person could choose from; never a prepaid card alone (statutory guidance, 12.58, to be confirmed). */
    methodsOffered: z.array(PaymentMethod).min(1),
    employsStaff: z.boolean(),
    closeRelative: CloseRelative.optional(),
    reviewDueBy: IsoDate,
  })
  .strict();

type Issue = readonly [path: (string | number)[], message: string];

const conditionIssues = ({ basis, conditions }: z.infer<typeof Fields>): Issue[] => {
  const codes: readonly ConditionCode[] = CONDITIONS[basis];
  const missing = codes.filter((code) => !conditions.some((each) => each.code === code));
  return [
    ...missing.map((code): Issue => [['conditions'], `Say whether this is so, and why: ${CONDITION_WORDS[code]}.`]),
    ...conditions.flatMap(({ code }, at): Issue[] => {
      if (!codes.includes(code)) return [[['conditions', at, 'code'], 'This is no condition of this kind of direct payment.']];
      const again = conditions.findIndex((each) => each.code === code) !== at;
      return again ? [[['conditions', at, 'code'], 'This condition is here twice. Keep one answer to it.']] : [];
    }),
  ];
};

const unless = (fine: boolean, path: Issue[0], message: string): Issue[] => (fine ? [] : [[path, message]]);

const WHO_RECEIVES = {
  s31: 'A person who can decide receives it themself, names somebody, or has a managed account.',
  s32: 'An authorised person receives it, or a managed account does.',
  'sds-option-1': 'The person receives it, or somebody for them.',
} as const satisfies Record<DirectPaymentBasis, string>;

const payeeIssues = ({ basis, payee, payeeName }: z.infer<typeof Fields>): Issue[] => {
  const may: readonly Payee[] = PAYEES[basis];
  const named = payee === 'person' || payeeName !== undefined;
  return [
    ...unless(may.includes(payee), ['payee'], WHO_RECEIVES[basis]),
    ...unless(named, ['payeeName'], 'Name who receives the money.'),
  ];
};

const methodIssues = ({ method, methodsOffered }: z.infer<typeof Fields>): Issue[] => {
  const choice = methodsOffered.some((each) => each !== 'prepaid-card');
  return [
    ...unless(choice, ['methodsOffered'], 'A prepaid card is never the only way to be paid. Offer an account as well.'),
    ...unless(methodsOffered.includes(method), ['method'], 'This way to be paid was not among those offered.'),
  ];
};

const relativeIssues = ({ closeRelative }: z.infer<typeof Fields>): Issue[] => {
  if (!closeRelative || !needsExceptionToPay(closeRelative)) return [];
  const { why, necessaryFor } = closeRelative;
  const whatFor = 'Say what it is necessary for: the care, or looking after the money.';
  return [
    ...unless(why !== undefined, ['closeRelative', 'why'], 'Say why it is necessary to pay this relative.'),
    ...unless(necessaryFor !== undefined, ['closeRelative', 'necessaryFor'], whatFor),
  ];
};

/** Strict: exactly the conditions of the basis, a payee the basis allows, a real choice of how to be paid, a reason for paying a relative. */
export const DirectPaymentArrangement = Fields.superRefine((arrangement, context) => {
  const checks = [conditionIssues, payeeIssues, methodIssues, relativeIssues];
  for (const [path, message] of checks.flatMap((check) => check(arrangement)))
    context.addIssue({ code: 'custom', path: [...path], message });
});
export type DirectPaymentArrangement = z.infer<typeof DirectPaymentArrangement>;

/**
 * The last day by which the payment itself must be looked at (regulation 7): within six months of the start, then every twelve months
 * at most, counted from the last such review.
 * @example directPaymentReviewBy('2026-12-01') // '2027-06-01'
 * @example directPaymentReviewBy('2026-12-01', '2027-05-10') // '2028-05-10'
 */
export const directPaymentReviewBy = (start: IsoDate, lastReview?: IsoDate): IsoDate =>
  lastReview === undefined ? addMonths(start, 6) : addMonths(lastReview, 12);

const INSTEAD =
  'The support stays the same: a provider the person chooses can hold the money (an Individual Service Fund), or the council can.';

const NOTHING_RECORDED = {
  conditions:
    'Nobody has recorded the conditions of a direct payment. Record each of them with its reason, or choose another way.',
  payment: 'Nobody has recorded who receives the direct payment, how it is paid and when it is looked at. Record that first.',
} as const;

const conditionGap = ({ basis, conditions }: DirectPaymentArrangement): Refusal | undefined => {
  // What was arranged under Scotland's law says nothing about the conditions of England's.
  if (basis === 'sds-option-1') return refuse('money-not-arranged', `${NOTHING_RECORDED.conditions} ${INSTEAD}`);
  for (const code of CONDITIONS[basis]) {
    const words = CONDITION_WORDS[code];
    const recorded = conditions.filter((each) => each.code === code);
    if (recorded.length === 0)
      return refuse('money-not-arranged', `Record first whether this is so, with the reason: ${words}. ${INSTEAD}`);
    if (!recorded.every(({ met }) => met))
      return refuse('money-not-arranged', `A direct payment needs this, and it is not so: ${words}. ${INSTEAD}`);
  }
  return undefined;
};

/** Under which law a payment is looked at, and from when: `start` is the day it starts, `lastReview` the last time it was looked at. */
export type PaymentSetting = {
  readonly start?: IsoDate | undefined;
  readonly lastReview?: IsoDate | undefined;
  readonly jurisdiction?: Jurisdiction | undefined;
};

const reviewGap = ({ reviewDueBy }: DirectPaymentArrangement, { start, lastReview }: PaymentSetting): Refusal | undefined => {
  const by = start === undefined ? undefined : directPaymentReviewBy(start, lastReview);
  if (by === undefined || reviewDueBy <= by) return undefined;
  const which = lastReview === undefined ? 'first' : 'next';
  return refuse(
    'money-not-arranged',
    `The ${which} look at a direct payment is due by ${formatDate(by)}. Plan it for that day or before.`,
  );
};

/**
 * Why a direct payment cannot be paid yet, and what can be done instead (I-11): a condition that nobody recorded, or that is not met, or
 * a review planned too late. In Scotland only who receives it, how and when it is looked at have to be recorded: sections 31 and 32 and
 * their regulations are England's. Refuses `money-not-arranged`.
 */
export const directPaymentGap = (
  arrangement: DirectPaymentArrangement | undefined,
  setting: PaymentSetting = {},
): Refusal | undefined => {
  const scottish = setting.jurisdiction === 'SCT';
  if (!arrangement) return refuse('money-not-arranged', `${NOTHING_RECORDED[scottish ? 'payment' : 'conditions']} ${INSTEAD}`);
  return scottish ? undefined : (conditionGap(arrangement) ?? reviewGap(arrangement, setting));
};
