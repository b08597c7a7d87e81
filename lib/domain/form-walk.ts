/**
 * Going through forms with what is already known: which pages and questions show, which are new, which only need a “still right?”,
 * what is left and about how long it takes. Pure, so that the burden meter and the tests walk the very same way as people do.
 */
import { fits } from './answer-fits.ts';
import { meets } from './condition.ts';
import { type Facts, goodUntil, heldIn, type Statement, statementOf, stoodAt } from './fact.ts';
import { type AskingForm, type Asks, asksOf, type FormPage, type Section } from './form.ts';
import type { Bank, Question, QuestionType } from './question.ts';

/**
 * `ask`: nothing is held, or what is held is no longer among the choices. `confirm`: held, and to be looked at again. `known`: held,
 * still good, not asked. `done`: answered or confirmed since this visit to the stage began.
 */
export type Standing = 'ask' | 'confirm' | 'known' | 'done';

export type Shown = {
  readonly form: AskingForm;
  readonly section: Section;
  readonly page: FormPage;
  readonly item: Asks;
  readonly question: Question;
  readonly said: Statement | undefined;
  readonly standing: Standing;
};

/** What a walk is made of. `since`: when this visit to the stage began. `today`: the day in London. */
export type Walk = {
  readonly forms: readonly AskingForm[];
  readonly bank: Bank;
  readonly facts: Facts;
  readonly since: string;
  readonly today: string;
};

const standingOf = ({ since, today }: Walk, item: Asks, question: Question, said: Statement | undefined): Standing => {
  // What is no longer one of the choices is asked for again; what was said stays and is shown.
  if (!said || !fits(question, said.value)) return 'ask';
  if (stoodAt(said) >= since) return 'done';
  const until = question.freshFor === 'each-time' ? '' : goodUntil(question.freshFor, stoodAt(said));
  return item.confirmOnly || (until !== undefined && until < today) ? 'confirm' : 'known';
};

const shownOnPage = (walk: Walk, form: AskingForm, section: Section, page: FormPage): Shown[] => {
  const held = heldIn(walk.facts);
  if (!meets(page.showIf, held)) return [];
  return asksOf(page).flatMap((item): Shown[] => {
    const question = walk.bank.get(item.q);
    if (!question || question.retired || !meets(item.showIf, held)) return [];
    const said = statementOf(walk.facts, item.q);
    // A question of another form is shown here to be confirmed; until it has an answer there is nothing to confirm.
    if (item.confirmOnly && !said) return [];
    return [{ form, section, page, item, question, said, standing: standingOf(walk, item, question, said) }];
  });
};

/** Every question that shows now, in the order of the forms. What a closed condition hides is not here; its fact is kept. */
export const shownIn = (walk: Walk): Shown[] =>
  walk.forms.flatMap((form) =>
    form.sections.flatMap((section) => section.pages.flatMap((page) => shownOnPage(walk, form, section, page))),
  );

/** Findings are made on the assessment's own page, so no form waits for them. */
const isToDo = ({ standing, question }: Shown): boolean =>
  question.type !== 'finding' && (standing === 'ask' || standing === 'confirm');

export const leftToDo = (shown: readonly Shown[]): Shown[] => shown.filter(isToDo);
/** What keeps a form from being sent: required questions without an answer, or with one that nobody has looked at again. */
export const leftToSend = (shown: readonly Shown[]): Shown[] => leftToDo(shown).filter(({ question }) => question.required);

/** A page with something on it, and whether anything is left to do there. */
export type ShownPage = {
  readonly form: AskingForm;
  readonly section: Section;
  readonly page: FormPage;
  readonly shown: readonly Shown[];
  readonly left: number;
};

export const pagesShown = (shown: readonly Shown[]): ShownPage[] => {
  const pages = new Map<FormPage, Shown[]>();
  for (const each of shown) pages.set(each.page, [...(pages.get(each.page) ?? []), each]);
  return [...pages.values()].flatMap((on) => {
    const [first] = on;
    return first ? [{ form: first.form, section: first.section, page: first.page, shown: on, left: leftToDo(on).length }] : [];
  });
};

/**
 * About how long one question takes, in seconds: reading it and its options, and answering. Weights chosen from published timings of
 * council forms (8 s a choice, 10–15 s a short field, 90 s a box to write in); a life area is a choice, two more, and a short text.
 */
export const SECONDS: Readonly<Record<QuestionType, number>> = {
  'yes-no': 8,
  'choose-one': 10,
  'choose-many': 15,
  text: 12,
  date: 15,
  number: 12,
  money: 15,
  address: 30,
  'long-text': 90,
  group: 90,
  'life-area': 60,
  finding: 15,
};
/** Looking at an answer that is there, and saying that it is still right. */
export const CONFIRM_SECONDS = 5;

export const secondsOf = ({ question, standing }: Pick<Shown, 'question' | 'standing'>): number => {
  if (standing === 'known' || standing === 'done') return 0;
  return standing === 'confirm' ? CONFIRM_SECONDS : SECONDS[question.type];
};

/** Minutes for what is left, rounded up; 0 when nothing is. @example minutesFor([ten questions of a minute]) // 10 */
export const minutesFor = (shown: readonly Shown[]): number =>
  Math.ceil(shown.reduce((total, each) => total + secondsOf(each), 0) / 60);
