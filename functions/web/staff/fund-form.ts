/** An Individual Service Fund as it is arranged, between boxes and the domain's schema. Either agreement may still be missing, never half of one. */
import { type IsoDate, toIsoDate } from '../../../lib/domain/calendar.ts';
import type { Case } from '../../../lib/domain/case.ts';
import { type FundAgreement, MOST_SURPLUS_WEEKS, ServiceFundArrangement } from '../../../lib/domain/individual-fund.ts';
import { dateParts } from '../kit/date-input.tsx';
import { type Typed, text } from '../page.ts';
import { boxes, dayIn } from '../shared/three-box-date.ts';
import { type Read, readPlainly } from './read-plainly.ts';

/** Each agreement: its part of the value, its date boxes, its box for who agreed. */
export const AGREEMENTS = [
  { part: 'councilAgreement', day: 'councilOn', by: 'councilBy' },
  { part: 'personAgreement', day: 'personOn', by: 'personBy' },
] as const;

const agreementTyped = (given: FundAgreement | undefined, { day, by }: (typeof AGREEMENTS)[number]): Typed =>
  given ? { ...boxes(day, dateParts(given.signedOn)), [by]: given.by } : {};

/** What the boxes begin with: what was written down last, and nothing where nothing was. */
export const fundTyped = ({ arrangements }: Case): Typed => {
  const found = arrangements.find(({ route }) => route === 'individual-service-fund');
  if (found?.route !== 'individual-service-fund') return {};
  const { fund } = found;
  return {
    holder: fund.holder,
    ...Object.assign({}, ...AGREEMENTS.map((each) => agreementTyped(fund[each.part], each))),
    reportsEvery: fund.reportsEvery,
    paidAheadWeeks: String(fund.paidAheadWeeks),
    surplusWeeks: String(fund.surplusWeeks),
  };
};

type AgreementRead = { readonly given?: FundAgreement; readonly errors: Readonly<Record<string, string>> };

const readAgreement = (typed: Typed, { day, by }: (typeof AGREEMENTS)[number], today: IsoDate): AgreementRead => {
  const name = text(typed, by).trim();
  const { date, message } = dayIn(typed, day);
  if (message !== undefined) return { errors: { [day]: message } };
  if (date === undefined && name === '') return { errors: {} };
  if (date === undefined) return { errors: { [day]: 'Write the day it was agreed.' } };
  if (date > today) return { errors: { [day]: 'This day is still to come. Write the day it was agreed.' } };
  if (name === '') return { errors: { [by]: 'Write who agreed.' } };
  return { given: { signedOn: date, by: name }, errors: {} };
};

const wholeNumber = (typed: Typed, field: string): number | undefined =>
  /^\d{1,3}$/.test(text(typed, field).trim()) ? Number(text(typed, field).trim()) : undefined;

const MESSAGES: Readonly<Record<string, string>> = {
  holder: 'Name who holds the money.',
  reportsEvery: 'Choose how often they report.',
  paidAheadWeeks: 'Write a whole number of weeks, from 0 to 13.',
  surplusWeeks: `Write a whole number of weeks, from 0 to ${MOST_SURPLUS_WEEKS}.`,
};
const BY: Readonly<Record<string, string>> = { councilAgreement: 'councilBy', personAgreement: 'personBy' };

/** What was typed as a fund, or what to put right beside each box. */
export const readFund = (typed: Typed, now: Date): Read<ServiceFundArrangement> => {
  const agreements = AGREEMENTS.map((each) => ({ ...each, ...readAgreement(typed, each, toIsoDate(now)) }));
  const value = {
    holder: text(typed, 'holder'),
    ...Object.fromEntries(agreements.flatMap(({ part, given }) => (given ? [[part, given]] : []))),
    reportsEvery: text(typed, 'reportsEvery'),
    paidAheadWeeks: wholeNumber(typed, 'paidAheadWeeks'),
    surplusWeeks: wholeNumber(typed, 'surplusWeeks'),
  };
  const read = readPlainly(ServiceFundArrangement, value, ([first]) => {
    const part = String(first);
    return { field: BY[part] ?? part, message: MESSAGES[part] };
  });
  const errors = Object.assign({}, 'errors' in read ? read.errors : {}, ...agreements.map((each) => each.errors));
  return Object.keys(errors).length > 0 ? { errors } : read;
};
