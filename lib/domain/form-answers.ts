/** The answers to a form that is filled in on one page: which questions show, what they take, what is still missing. */
import { isTalk, type Value } from './answer.ts';
import { checkAnswer } from './answer-rules.ts';
import { meets } from './condition.ts';
import type { Configuration } from './configuration.ts';
import { type Facts, heldIn, statementOf } from './fact.ts';
import { type AskingForm, type Asks, asksOf, pagesOf } from './form.ts';
import { type Bank, bankOf, type Question } from './question.ts';
import { say } from './text.ts';

export type Gap = { readonly question: string; readonly message: string };
type Answers = Readonly<Record<string, Value>>;
type Around = {
  readonly configuration: Pick<Configuration, 'questions' | 'model'>;
  readonly facts: Facts;
  readonly today: string;
};

type Showing = { readonly question: Question; readonly item: Asks };

const showing = (form: AskingForm, answers: Answers, bank: Bank, facts: Facts): Showing[] => {
  const before = heldIn(facts);
  const given = (question: string): Value | undefined => (isTalk(answers[question]) ? undefined : answers[question]);
  const held = (question: string) => (Object.hasOwn(answers, question) ? given(question) : before(question));
  return pagesOf(form).flatMap((page) =>
    meets(page.showIf, held)
      ? asksOf(page).flatMap((item) => {
          const question = bank.get(item.q);
          if (!question || question.retired || !meets(item.showIf, held)) return [];
          return item.confirmOnly && !statementOf(facts, item.q) ? [] : [{ question, item }];
        })
      : [],
  );
};

/** The questions of the form that show, given what is held and what was just answered. */
export const questionsShown = (form: AskingForm, answers: Answers, bank: Bank, facts: Facts): Question[] =>
  showing(form, answers, bank, facts).map(({ question }) => question);

const isBlank = (value: Value): boolean =>
  typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;

/**
 * The answers in the form they are stored in, or every question left open or answered with something it does not take, each with the
 * sentence to show beside it. Empty answers count as none; answers to questions that do not show are passed over.
 */
export const readAnswers = (
  form: AskingForm,
  answers: Answers,
  { configuration, facts, today }: Around,
): { readonly answers: Answers } | { readonly gaps: readonly Gap[] } => {
  const bank = bankOf(configuration.questions);
  const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => !isBlank(value)));
  const gaps: Gap[] = [];
  const read: Record<string, Value> = {};
  for (const { question, item } of showing(form, given, bank, facts)) {
    const { id, required } = question;
    if (!Object.hasOwn(given, id)) {
      // What is only shown to be looked at again has its answer already.
      if (required && !item.confirmOnly) gaps.push({ question: id, message: `Answer “${say(question.ask)}”.` });
      continue;
    }
    const checked = checkAnswer(question, given[id], { bank, model: configuration.model, today });
    if ('value' in checked) read[id] = checked.value;
    else
      gaps.push({ question: id, message: checked.faults[0]?.message ?? `Choose one of the answers to “${say(question.ask)}”.` });
  }
  return gaps.length > 0 ? { gaps } : { answers: read };
};
