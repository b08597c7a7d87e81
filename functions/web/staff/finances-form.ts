/**
 * What was found about a person's means, between typed text and the domain's schema: what the boxes begin with, and reading what was sent.
 * Amounts are typed in pounds; all are weekly but the savings.
 */
import type { Case } from '../../../lib/domain/case.ts';
import type { Configuration } from '../../../lib/domain/configuration.ts';
import { statementOf } from '../../../lib/domain/fact.ts';
import { type Finances, FinancesContent } from '../../../lib/domain/finances.ts';
import { LARGEST_PENCE, parsePounds } from '../../../lib/domain/money.ts';
import { bankOf, type QuestionOf } from '../../../lib/domain/question.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import { type Typed, text } from '../page.ts';
import { poundsTyped } from '../shared/pounds-typed.ts';
import { type Read, readPlainly, written } from './read-plainly.ts';

/** Each amount: its box, the part of the finding it is, and the question whose answer it begins with. */
export const AMOUNTS = [
  { field: 'income', part: 'assessableIncomePence', question: 'money.income' },
  { field: 'savings', part: 'capitalPence', question: 'money.savings' },
  { field: 'housing', part: 'housingCostsPence', question: 'money.housing-costs' },
  { field: 'dre', part: 'drePence', question: 'money.disability-costs' },
  { field: 'leftWith', part: 'leftWithPence', question: undefined },
] as const;
export type AmountField = (typeof AMOUNTS)[number]['field'];

/** The question of an amount, as this council asks it; nothing where it asks none of that kind. */
export const moneyQuestion = (configuration: Configuration, id: string | undefined): QuestionOf<'money'> | undefined => {
  const question = id === undefined ? undefined : bankOf(configuration.questions).get(id);
  return question?.type === 'money' ? question : undefined;
};

/** What they said fills a box only where it is counted as the box counts: weekly, and savings in all. */
const fromTheirWords = ({ facts }: Case, configuration: Configuration): Record<string, string> =>
  Object.fromEntries(
    AMOUNTS.flatMap(({ field, question: id }) => {
      const question = moneyQuestion(configuration, id);
      const said = question && statementOf(facts, question.id)?.value;
      const wanted = field === 'savings' ? 'once' : 'week';
      return typeof said === 'number' && question?.per === wanted ? [[field, poundsTyped(said)]] : [];
    }),
  );

const fromFound = (found: Finances): Record<string, string> => {
  if (found.kind !== 'figures') return { kind: found.kind, reason: found.reason };
  const amounts = AMOUNTS.map(({ field, part }) => [field, poundsTyped(found[part])]);
  return { kind: found.kind, standing: found.standing, setting: found.setting, ...Object.fromEntries(amounts) };
};

/** What the boxes begin with: what was found last; where that holds no figures, or nothing was found, what they told us. */
export const beginWith = (state: Case, configuration: Configuration): Typed => ({
  ...fromTheirWords(state, configuration),
  ...(state.finances && fromFound(state.finances)),
});

/** Plainly an amount, but above ten million pounds. */
const isHuge = (typed: string): boolean => {
  const digits = typed.replaceAll(/[£,\s]/g, '');
  return /^\d+(\.\d{1,2})?$/.test(digits) && Number(digits) * 100 > LARGEST_PENCE;
};

const wrongAmount = (typed: string): string => {
  if (typed === '') return 'Enter an amount in pounds. If there is none, enter 0.';
  if (/^£?\s*[-−–]/.test(typed)) return 'Enter 0 or more.';
  if (isHuge(typed)) return 'That is more than ten million pounds. Check it.';
  if (/^£?\s*[\d,]+\.\d{3,}$/.test(typed)) return 'Enter pounds and whole pennies, such as 250.50.';
  return 'Enter an amount in pounds, such as 250 or 250.50.';
};

const MESSAGES: Readonly<Record<string, string>> = {
  kind: 'Choose what was found.',
  standing: 'Choose whether this is an estimate or the decision.',
  setting: 'Choose where they live.',
  reason: 'Write the reason. The person reads it.',
};

const readFigures = (typed: Typed): Read<FinancesContent> => {
  const amounts = AMOUNTS.map(({ field, part }) => {
    const sent = text(typed, field).trim();
    return { field, part, sent, pence: parsePounds(sent) };
  });
  const value = {
    kind: 'figures',
    standing: text(typed, 'standing'),
    setting: text(typed, 'setting'),
    // What is not an amount is said at its own box below; here it only must not be missing.
    ...Object.fromEntries(amounts.map(({ part, pence }) => [part, pence ?? 0])),
  };
  const read = readPlainly(FinancesContent, value, ([first]) => ({
    field: AMOUNTS.find(({ part }) => part === first)?.field ?? String(first),
    message: MESSAGES[String(first)],
  }));
  const wrong = amounts.flatMap(({ field, sent, pence }) => (pence === undefined ? [[field, wrongAmount(sent)]] : []));
  if (wrong.length === 0) return read;
  const errors: FieldErrors = { ...('errors' in read && read.errors), ...Object.fromEntries(wrong) };
  return { errors };
};

/** What was typed as a finding, or what to put right beside each box of the choice that was made. */
export const readFinances = (typed: Typed): Read<FinancesContent> => {
  const kind = text(typed, 'kind');
  if (kind === 'figures') return readFigures(typed);
  const value = { kind, reason: written(typed, 'reason') };
  return readPlainly(FinancesContent, value, ([first]) => ({ field: String(first ?? 'kind'), message: MESSAGES[String(first)] }));
};
