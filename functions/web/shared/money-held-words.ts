/** The words for how money was arranged, for the person and for staff: who gets it, how much, on what it rests. Drawn by `money-held.tsx`. */
import {
  CONDITION_WORDS,
  type ConditionCode,
  type DirectPaymentArrangement,
  type PaidEvery,
  type Payee,
  type PaymentMethod,
} from '../../../lib/domain/direct-payment.ts';
import { formatPence, type Pence } from '../../../lib/domain/money.ts';
import { netOf, type WayCost } from './payment-amount.ts';

export type HeldAudience = 'person' | 'staff';

const PLAIN_CONDITIONS: Readonly<Record<ConditionCode, string>> = {
  'capacity-and-request': 'You can make this choice, and you asked for it',
  'not-prohibited': 'No law or court rule stands in the way',
  'capable-of-managing': 'Whoever gets the money can look after it, with help if they need it',
  appropriate: 'It is a good way to meet your needs',
  'authorised-person-suitable': 'The right person asked to get it for you',
  'supporter-agrees-where-there-is-one': 'Those who may decide about your care agree with that',
  'best-interests': 'They will do what is best for you',
};

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const conditionWords = (code: ConditionCode, audience: HeldAudience): string =>
  audience === 'person' ? PLAIN_CONDITIONS[code] : upper(CONDITION_WORDS[code]);

const PAYEE_WORDS: Readonly<Record<Payee, (name: string, theirs: boolean) => string>> = {
  person: (_name, theirs) => (theirs ? 'You do' : 'The person does'),
  nominated: (name, theirs) => (theirs ? `${name} does. You chose them` : `${name}, whom the person chose`),
  authorised: (name, theirs) => (theirs ? `${name} does, for you` : `${name}, authorised to receive it for the person`),
  'managed-account': (name, theirs) =>
    theirs ? `${name} holds it. You say what to pay` : `A managed account, held by ${name}. The person says what to pay`,
};

export const payeeWords = ({ payee, payeeName = '' }: DirectPaymentArrangement, audience: HeldAudience): string =>
  PAYEE_WORDS[payee](payeeName, audience === 'person');

export const METHOD_WORDS: Readonly<Record<PaymentMethod, string>> = {
  'own-account': 'The person’s own bank account, kept for this',
  'nominated-account': 'A bank account of somebody they named',
  'managed-account': 'A managed account',
  'prepaid-card': 'A prepaid card',
};

const PLAIN_METHODS: Readonly<Record<PaymentMethod, string>> = {
  'own-account': 'Into your own bank account, kept for this',
  'nominated-account': 'Into the bank account of the one you chose',
  'managed-account': 'Into an account that is looked after for you',
  'prepaid-card': 'On a bank card that we top up',
};

export const methodWords = (method: PaymentMethod, audience: HeldAudience): string =>
  audience === 'person' ? PLAIN_METHODS[method] : METHOD_WORDS[method];

/** @example weekAndOnce({ weeklyPence: 21400, oncePence: 9500 }) // '£214.00 a week, and £95.00 once' */
export const weekAndOnce = ({ weeklyPence, oncePence }: WayCost): string =>
  [
    ...(weeklyPence > 0 || oncePence === 0 ? [`${formatPence(weeklyPence)} a week`] : []),
    ...(oncePence > 0 ? [`${formatPence(oncePence)} once`] : []),
  ].join(', and ');

type Part = { readonly cost: WayCost; readonly contributionPence: Pence | null; readonly audience: HeldAudience };

const more = ({ oncePence }: WayCost): string => (oncePence > 0 ? ` Besides that there is ${formatPence(oncePence)} once.` : '');

const grossWords = ({ cost, contributionPence, audience }: Part): string => {
  const whole = `${formatPence(cost.weeklyPence)} a week. This is all of it (gross).`;
  const asked =
    audience === 'person' ? 'We ask you for what you pay apart from it' : 'The person is asked for their part apart from it';
  if (contributionPence === 0) return `${whole}${more(cost)}`;
  const part =
    contributionPence === null ? 'That part is not worked out yet.' : `That is ${formatPence(contributionPence)} a week.`;
  return `${whole}${more(cost)} ${asked}. ${part}`;
};

/** Where what the person pays is more than the payment, nothing is left of it, and the rest is asked for in another way. */
const netWords = ({ cost, contributionPence, audience }: Part): string => {
  const who = audience === 'person' ? 'you pay' : 'the person pays';
  const { weeklyPence } = cost;
  if (contributionPence === null)
    return `${formatPence(weeklyPence)} a week, less what ${who} (net). That part is not worked out yet.${more(cost)}`;
  const { netPence, takenPence, restPence } = netOf(weeklyPence, contributionPence);
  const sum = `${formatPence(netPence)} a week (net). It is ${formatPence(weeklyPence)} less the ${formatPence(takenPence)} that ${who}.`;
  const left =
    restPence > 0
      ? ` What ${who} is ${formatPence(contributionPence)} in all. That is more than this payment, so the other ${formatPence(restPence)} is asked for apart from it.`
      : '';
  return `${sum}${left}${more(cost)}`;
};

/** How much is paid, and whether what the person pays is taken off first. A week, said each time. */
export const amountWords = (grossOrNet: 'gross' | 'net', part: Part): string =>
  grossOrNet === 'gross' ? grossWords(part) : netWords(part);

/** How often a direct payment comes. */
export const PAID_EVERY_WORDS: Readonly<Record<PaidEvery, string>> = { week: 'Each week', 'four-weeks': 'Every four weeks' };
