/**
 * Answers that nobody gave, for trying a draft: the first one of every question, and another where somebody chooses one. Only so that
 * forms can be walked through; what people are likely to say is not known here. What conditions can tell apart is `telling-answers.ts`.
 */
import type { Value } from '../domain/answer.ts';
import { StoryAnswer } from '../domain/assessment.ts';
import { type Condition, testsIn } from '../domain/condition.ts';
import { type Form, pagesOf } from '../domain/form.ts';
import type { Question } from '../domain/question.ts';
import type { QuestionId } from '../domain/question-id.ts';
import { type RasModel, wordsFor } from '../domain/ras-model.ts';
import { say } from '../domain/text.ts';

/** One answer to choose, and what it says. */
export type MadeUpChoice = { readonly id: string; readonly words: string };

const areaOf = (question: Question, model: RasModel | undefined) =>
  question.type === 'life-area' ? model?.questions.find(({ id }) => id === question.area) : undefined;

/** What can be chosen for a question while trying: nothing for one that is answered in words or figures. */
export const choicesOf = (question: Question, model: RasModel | undefined): readonly MadeUpChoice[] => {
  if (question.type === 'yes-no')
    return [
      { id: 'yes', words: 'Yes' },
      { id: 'no', words: 'No' },
    ];
  if (question.type === 'choose-one' || question.type === 'choose-many')
    return question.options.map(({ id, text }) => ({ id, words: say(text) }));
  return (areaOf(question, model)?.options ?? []).map(({ id, text }) => ({ id, words: wordsFor(text, 'en', id) }));
};

/** The answer that this choice is; nothing where the question has no such choice. @example answerOf(aYesNo, 'no', model) // false */
export const answerOf = (question: Question, choice: string, model: RasModel | undefined): Value | undefined => {
  if (!choicesOf(question, model).some(({ id }) => id === choice)) return undefined;
  if (question.type === 'yes-no') return choice === 'yes';
  if (question.type === 'choose-many') return [choice];
  return question.type === 'life-area' ? StoryAnswer.parse({ option: choice }) : choice;
};

/** Which choice an answer is, the other way round; nothing where it is none. */
export const choiceOf = (value: Value | undefined): string | undefined => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return typeof value[0] === 'string' ? value[0] : undefined;
  return typeof value === 'object' && 'option' in value ? value.option : undefined;
};

/** What stands where nobody chose: the first choice, the least figure, a made-up name. Nothing for what staff find on a page of their own. */
export const madeUpAnswer = (question: Question, model: RasModel | undefined): Value | undefined => {
  const [first] = choicesOf(question, model);
  if (first) return answerOf(question, first.id, model);
  switch (question.type) {
    case 'text':
    case 'long-text':
      return 'Made up';
    case 'date':
      return '1950-01-01';
    case 'number':
      return question.least;
    case 'money':
      return 0;
    case 'address':
      return { lines: ['1 Made Up Street'], town: 'Larkford', postcode: 'LA1 2BB' };
    case 'group':
      return [];
    default:
      return undefined;
  }
};

const asked = (condition: Condition | undefined): QuestionId[] => (condition ? testsIn(condition).map(({ q }) => q) : []);

/** The questions whose answers decide what else is asked. */
export const branchingIn = (forms: readonly Form[]): ReadonlySet<QuestionId> =>
  new Set(
    forms.flatMap((form) =>
      pagesOf(form).flatMap((page) => [...asked(page.showIf), ...page.items.flatMap(({ showIf }) => asked(showIf))]),
    ),
  );
