/**
 * A fact: the answer held to one question of the bank, with who said it and when, on which form and configuration. The person's side
 * and the council's stand beside each other; neither ever overwrites the other. Hiding a question never touches its fact.
 */
import type { Role } from './actor.ts';
import { isLifeArea, isTalk, type Value } from './answer.ts';
import type { GivenAnswer } from './assessment.ts';
import { addDays, addMonths, toIsoDate } from './calendar.ts';
import type { Held } from './condition.ts';
import type { Signed } from './event.ts';
import type { FreshFor } from './question.ts';
import type { QuestionId } from './question-id.ts';

/** What somebody said. `confirmed`: it was shown again later, and it was still right. */
export type Statement = {
  readonly value: Value;
  readonly by: Signed;
  readonly role: Role;
  readonly at: string;
  readonly form: string;
  readonly configuration: string;
  readonly confirmed?: { readonly by: Signed; readonly at: string } | undefined;
};

/** `person`: the person, or whoever answers with them. `staff`: who works for the council. At least one is there. */
export type Fact = { readonly person?: Statement | undefined; readonly staff?: Statement | undefined };
export type Facts = Readonly<Record<QuestionId, Fact>>;
export type Voice = keyof Fact;

const STAFF: readonly Role[] = ['assessor', 'approver', 'configurer', 'system'];
export const voiceOf = (role: Role): Voice => (STAFF.includes(role) ? 'staff' : 'person');

/** When a statement was last said or said to be still right. */
export const stoodAt = ({ at, confirmed }: Statement): string => confirmed?.at ?? at;

/** The statement that counts now: the later of the two sides. */
export const current = (fact: Fact | undefined): Statement | undefined => {
  if (!fact?.person || !fact.staff) return fact?.person ?? fact?.staff;
  return stoodAt(fact.staff) > stoodAt(fact.person) ? fact.staff : fact.person;
};

const factOf = (facts: Facts, question: QuestionId): Fact | undefined =>
  Object.hasOwn(facts, question) ? facts[question] : undefined;
export const statementOf = (facts: Facts, question: QuestionId): Statement | undefined => current(factOf(facts, question));

/** The answers as conditions read them. “I would rather talk” says nothing about the question, so no condition holds on it. */
export const heldIn =
  (facts: Facts): Held =>
  (question) => {
    const value = statementOf(facts, question)?.value;
    return isTalk(value) ? undefined : value;
  };

/**
 * The last day on which an answer given at `at` is still good; `undefined` when it is good for ever.
 * @example goodUntil('P1Y', '2026-11-21T10:00:00Z') // '2027-11-21'
 */
export const goodUntil = (freshFor: FreshFor, at: string): string | undefined => {
  if (freshFor === 'forever') return undefined;
  const from = toIsoDate(new Date(at));
  if (freshFor === 'each-time') return from;
  const count = Number(freshFor.slice(1, -1));
  const unit = freshFor.slice(-1);
  if (unit === 'D' || unit === 'W') return addDays(from, unit === 'W' ? count * 7 : count);
  return addMonths(from, unit === 'Y' ? count * 12 : count);
};

/** With one more statement; the other side stays as it is. */
export const withStatement = (facts: Facts, question: QuestionId, said: Statement): Facts => ({
  ...facts,
  [question]: { ...factOf(facts, question), [voiceOf(said.role)]: said },
});

/** Says of what stands that it is still right, without saying it anew: it stays in the words and the name of who said it. */
export const withConfirmation = (facts: Facts, question: QuestionId, confirmed: { by: Signed; at: string }): Facts => {
  const fact = factOf(facts, question);
  const said = current(fact);
  if (!fact || !said) return facts;
  return { ...facts, [question]: { ...fact, [voiceOf(said.role)]: { ...said, confirmed } } };
};

const asGiven = ({ value, by, at }: Statement): GivenAnswer | undefined => (isLifeArea(value) ? { ...value, by, at } : undefined);

export type LifeAreas = Readonly<Record<QuestionId, GivenAnswer>>;

/**
 * The answers about areas of life, as the assessment and the allocation read them: what stands, with what the person said beside it
 * where a worker's word is the later one.
 */
export const lifeAreasOf = (facts: Facts): LifeAreas =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([question, fact]): [string, GivenAnswer][] => {
      const said = current(fact);
      const given = said && asGiven(said);
      if (!given) return [];
      const theirs = said === fact.staff && fact.person ? asGiven(fact.person) : undefined;
      if (!theirs) return [[question, given]];
      const { by: _by, ...personSaid } = theirs;
      return [[question, { ...given, personSaid }]];
    }),
  );
