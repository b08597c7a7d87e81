/**
 * A direct payment as it is arranged, between boxes and the domain's schema: what the boxes begin with, and reading what was sent. A
 * condition that is not met is written down like one that is; what follows from it is the domain's.
 */
import * as z from 'zod';
import { formatDate, type IsoDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import {
  CONDITIONS,
  type ConditionCode,
  DirectPaymentArrangement,
  DirectPaymentBasis,
  directPaymentReviewBy,
  PaidEvery,
  Payee,
  PaymentMethod,
} from '../../../lib/domain/direct-payment.ts';
import type { SupportRules } from '../../../lib/domain/support-rules.ts';
import { dateParts } from '../kit/date-input.tsx';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { list, type Typed, text } from '../page.ts';
import { linesBy, planAhead } from '../shared/payment-amount.ts';
import { boxes, dayIn } from '../shared/three-box-date.ts';
import { type Read, readPlainly, written } from './read-plainly.ts';

export const metField = (code: ConditionCode): string => `met-${code}`;
export const reasonField = (code: ConditionCode): string => `reason-${code}`;

/** A part of the arrangement the domain has no name of its own for. */
const GrossOrNet = z.enum(['gross', 'net']);

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** What the boxes begin with: what was written down last, and nothing where nothing was. */
export const paymentTyped = ({ arrangements }: Case): Typed => {
  const found = arrangements.find(({ route }) => route === 'direct-payment');
  if (found?.route !== 'direct-payment') return {};
  const { payment } = found;
  const { closeRelative: paid } = payment;
  return {
    basis: payment.basis,
    ...Object.fromEntries(
      payment.conditions.flatMap(({ code, met, reason }) => [
        [metField(code), yesNo(met)],
        [reasonField(code), reason],
      ]),
    ),
    payee: payment.payee,
    payeeName: payment.payeeName ?? '',
    grossOrNet: payment.grossOrNet,
    paidEvery: payment.paidEvery,
    methodsOffered: payment.methodsOffered,
    method: payment.method,
    employsStaff: yesNo(payment.employsStaff),
    relative: paid?.relation ?? 'none',
    ...(paid && {
      who: paid.who,
      sameHousehold: yesNo(paid.sameHousehold),
      why: paid.why ?? '',
      necessaryFor: paid.necessaryFor ?? '',
    }),
    ...boxes('reviewDueBy', dateParts(payment.reviewDueBy)),
  };
};

/** When the payment starts, as far as the plan says; from today where it says nothing. */
const startOf = (state: Case, today: IsoDate): IsoDate => {
  const starts = linesBy(planAhead(state)?.items ?? [], 'direct-payment').flatMap((item) => item.starts ?? []);
  return [...starts].sort()[0] ?? today;
};

/**
 * The last day that the next look at the payment may be planned for: six months from its start, then twelve from the last review. Where
 * that day has gone by, it is today.
 */
export const reviewBy = (state: Case, now: Date): IsoDate => {
  const today = toIsoDate(now);
  const found = state.arrangements.find(({ route }) => route === 'direct-payment');
  const began = found ? toIsoDate(new Date(found.recordedAt)) : today;
  const start = startOf(state, began);
  const last = state.reviews
    .map(({ doneAt }) => toIsoDate(new Date(doneAt)))
    .filter((day) => day >= start)
    .sort()
    .at(-1);
  const by = directPaymentReviewBy(start, last);
  return by < today ? today : by;
};

const reviewDay = (typed: Typed, state: Case, now: Date): { date: IsoDate } | { message: string } => {
  const { date, message } = dayIn(typed, 'reviewDueBy');
  const by = reviewBy(state, now);
  if (message !== undefined) return { message };
  if (date === undefined) return { message: `Say by when this payment is looked at. The last day for it is ${formatDate(by)}.` };
  if (date < toIsoDate(now)) return { message: 'This day is past. Choose one that is still to come.' };
  return date > by
    ? { message: `A direct payment has to be looked at by ${formatDate(by)}. Plan it for that day or before.` }
    : { date };
};

const choice = (typed: Typed, field: string): boolean | undefined =>
  ({ yes: true, no: false })[text(typed, field) as 'yes' | 'no'];

const orAbsent = (words: string): string | undefined => (words.trim() === '' ? undefined : words.trim());

const relativeOf = (typed: Typed): unknown => {
  const relation = text(typed, 'relative');
  if (relation === 'none') return undefined;
  return {
    who: text(typed, 'who'),
    relation,
    sameHousehold: choice(typed, 'sameHousehold'),
    ...(orAbsent(text(typed, 'why')) && { why: written(typed, 'why') }),
    ...(orAbsent(text(typed, 'necessaryFor')) && { necessaryFor: text(typed, 'necessaryFor') }),
  };
};

/** Whose law the payment rests on. */
export type Nation = SupportRules['jurisdiction'];

/** In Scotland nobody is asked: a direct payment is option 1, and rests on no section of England's Act. */
const basisOf = (typed: Typed, nation: Nation): DirectPaymentBasis | undefined => {
  if (nation === 'SCT') return 'sds-option-1';
  const sent = DirectPaymentBasis.safeParse(text(typed, 'basis')).data;
  return sent === 'sds-option-1' ? undefined : sent;
};

type Answered = { readonly code: ConditionCode; readonly met: boolean | undefined; readonly reason: string };

const conditionsOf = (typed: Typed, basis: DirectPaymentBasis | undefined): Answered[] => {
  if (!basis) return [];
  return CONDITIONS[basis].map((code) => ({
    code,
    met: choice(typed, metField(code)),
    reason: written(typed, reasonField(code)),
  }));
};

const MESSAGES: Readonly<Record<string, string>> = {
  basis: 'Choose who asks for the direct payment.',
  payee: 'Choose who receives the money.',
  payeeName: 'Name who receives the money.',
  grossOrNet: 'Choose whether what the person pays is taken off first.',
  paidEvery: 'Choose how often it is paid.',
  method: 'Choose how it is paid.',
  methodsOffered: 'Tick every way to be paid that the person could choose from.',
  employsStaff: 'Choose yes or no.',
};
const RELATIVE: Readonly<Record<string, string>> = {
  relation: 'Choose whether a close relative is paid.',
  who: 'Name the relative.',
  sameHousehold: 'Choose yes or no.',
  necessaryFor: 'Say what it is necessary for: the care, or looking after the money.',
  why: 'Say why it is necessary to pay this relative.',
};

/** Where each part of the value stands on the page. The domain's own sentence is kept where it says more than that something is missing. */
const placed = (codes: readonly ConditionCode[]) => (path: readonly PropertyKey[]) => {
  const [first, second, third] = path.map(String);
  if (first === 'conditions') {
    const code = codes[Number(second)];
    if (!code) return { field: 'basis' };
    return third === 'reason'
      ? { field: reasonField(code), message: 'Give the reason.' }
      : { field: metField(code), message: 'Choose yes or no.' };
  }
  if (first === 'closeRelative') {
    const part = second ?? 'relation';
    return { field: part === 'relation' ? 'relative' : part, message: RELATIVE[part] };
  }
  return { field: first ?? 'basis' };
};

/** What is in the choices of each box, or is not; the schema would only say that it is none of its own. */
const CLOSED = {
  payee: Payee,
  grossOrNet: GrossOrNet,
  paidEvery: PaidEvery,
  method: PaymentMethod,
  methodsOffered: PaymentMethod,
};

/** Choices that were left open, or are none of the page's. */
const notChosen = (typed: Typed, basis: DirectPaymentBasis | undefined): FieldErrors => {
  const wrong = Object.entries(CLOSED).flatMap(([field, schema]) => {
    const sent = list(typed, field);
    return sent.length > 0 && sent.every((value) => schema.safeParse(value).success) ? [] : [field];
  });
  if (basis === undefined) wrong.unshift('basis');
  if (choice(typed, 'employsStaff') === undefined) wrong.push('employsStaff');
  const relative = text(typed, 'relative') === '' ? { relative: RELATIVE.relation ?? '' } : {};
  return { ...Object.fromEntries(wrong.map((field) => [field, MESSAGES[field] ?? ''])), ...relative };
};

type Around = { readonly state: Case; readonly now: Date; readonly nation: Nation };

/** What was typed as a direct payment, or what to put right beside each box. `nation`: whose law it is arranged under. */
export const readPayment = (typed: Typed, { state, now, nation }: Around): Read<DirectPaymentArrangement> => {
  const basis = basisOf(typed, nation);
  const conditions = conditionsOf(typed, basis);
  const day = reviewDay(typed, state, now);
  const payee = text(typed, 'payee');
  const value = {
    payee,
    ...(payee !== 'person' && orAbsent(text(typed, 'payeeName')) && { payeeName: text(typed, 'payeeName') }),
    basis,
    conditions,
    grossOrNet: text(typed, 'grossOrNet'),
    paidEvery: text(typed, 'paidEvery'),
    method: text(typed, 'method'),
    methodsOffered: list(typed, 'methodsOffered'),
    employsStaff: choice(typed, 'employsStaff'),
    ...(text(typed, 'relative') !== 'none' && { closeRelative: relativeOf(typed) }),
    reviewDueBy: 'date' in day ? day.date : toIsoDate(now),
  };
  const codes = conditions.map(({ code }) => code);
  const read = readPlainly(DirectPaymentArrangement, value, placed(codes));
  const errors = {
    ...('errors' in read && read.errors),
    ...notChosen(typed, basis),
    ...('message' in day && { reviewDueBy: day.message }),
  };
  return Object.keys(errors).length > 0 ? { errors } : read;
};
