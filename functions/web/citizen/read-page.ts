/**
 * What was typed on a page of the story: new answers, those that say the same as before, what has to be put right. It reads every
 * question whose boxes came back, so that a page drawn before the questions changed still loses nothing.
 */
import { isSame, type Value } from '../../../lib/domain/answer.ts';
import { toIsoDate } from '../../../lib/domain/calendar.ts';
import { type Statement, statementOf } from '../../../lib/domain/fact.ts';
import { asksOf, sectionsOf } from '../../../lib/domain/form.ts';
import type { ShownPage } from '../../../lib/domain/form-walk.ts';
import { openForms, partsFor } from '../../../lib/domain/open-forms.ts';
import { bankOf, type Question } from '../../../lib/domain/question.ts';
import type { FieldErrors } from '../kit/error-summary.tsx';
import type { CaseVisit, Typed } from '../page.ts';
import { typedFrom } from '../shared/held-fields.ts';
import { fieldOf, partOf, readField } from '../shared/read-field.ts';

export type ReadPage = {
  readonly answers: Readonly<Record<string, Value>>;
  /** Held already, in the same words. */
  readonly same: readonly string[];
  /** Typed, and not right yet. */
  readonly wrong: FieldErrors;
  /** Required and empty, or emptied. */
  readonly missing: FieldErrors;
};

const BLANK = 'Answer this, or press “Skip for now”. You can also press “I would rather talk about this”.';
const CLEARED = 'You took this answer out. Write what is right now, or press “I would rather talk about this” to take it back.';

/** The box an empty question is about. */
const boxOf = (question: Question): string => {
  const field = fieldOf(question.id);
  if (question.type === 'life-area') return partOf(field, 'option');
  return question.type === 'address' ? partOf(field, 'line1') : field;
};

const cameBack = (question: Question, typed: Typed): boolean => {
  const field = fieldOf(question.id);
  return Object.keys(typed).some((name) => name === field || name.startsWith(`${field}-`));
};

/** Every question of the open forms that this reader may answer, whether it shows now or not. */
const answerable = ({ case: state, configuration, actor, now }: CaseVisit): Question[] => {
  const parts = partsFor(state, actor, toIsoDate(now));
  const bank = bankOf(configuration.questions);
  return openForms(state, configuration, 'person').flatMap((form) =>
    sectionsOf(form)
      .filter(({ id }) => parts === 'all' || parts.includes(id))
      .flatMap(({ pages }) => pages.flatMap((page) => asksOf(page).flatMap(({ q }) => bank.get(q) ?? []))),
  );
};

const wasDrawn = (question: Question, before: Statement | undefined, visit: CaseVisit): boolean =>
  before !== undefined && Object.keys(typedFrom(question, before.value, visit.configuration)).length > 0;

/** `at`: the page as it stands now; nothing where the page is not there any more. */
export const readPage = (visit: CaseVisit, at: ShownPage | undefined, typed: Typed): ReadPage => {
  const { configuration, now, case: state } = visit;
  const rules = { bank: bankOf(configuration.questions), model: configuration.model, today: toIsoDate(now) };
  const here = at?.shown.map(({ question }) => question) ?? [];
  const elsewhere = answerable(visit).filter((question) => !here.includes(question) && cameBack(question, typed));
  const read = { answers: {} as Record<string, Value>, same: [] as string[], wrong: {}, missing: {} as Record<string, string> };
  for (const question of [...here, ...new Set(elsewhere)]) {
    const before = statementOf(state.facts, question.id);
    const field = readField(question, typed, rules);
    if ('errors' in field) Object.assign(read.wrong, field.errors);
    else if ('blank' in field) {
      if (!here.includes(question)) continue;
      if (wasDrawn(question, before, visit)) read.missing[boxOf(question)] = CLEARED;
      else if (question.required && !before) read.missing[boxOf(question)] = BLANK;
    } else if (before && isSame(before.value, field.value)) read.same.push(question.id);
    else read.answers[question.id] = field.value;
  }
  return read;
};
