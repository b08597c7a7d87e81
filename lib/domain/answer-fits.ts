/** Whether an answer that is held still answers its question: choices come and go. What it may be in full is `answer-rules.ts`. */
import { isAddress, isLifeArea, isTalk, type Value } from './answer.ts';
import type { Question } from './question.ts';

const offered = (question: { readonly options: readonly { readonly id: string }[] }, id: unknown): boolean =>
  question.options.some((option) => option.id === id);

/** @example fits(aYesNoQuestion, 'Tibby') // false: it was a question for words when that was said, so it is asked again */
export const fits = (question: Question, value: Value): boolean => {
  if (isTalk(value)) return true;
  switch (question.type) {
    case 'text':
    case 'long-text':
    case 'date':
      return typeof value === 'string';
    case 'choose-one':
      return offered(question, value);
    case 'choose-many':
      return Array.isArray(value) && value.every((id) => offered(question, id));
    case 'yes-no':
      return typeof value === 'boolean';
    case 'money':
    case 'number':
      return typeof value === 'number';
    case 'address':
      return isAddress(value);
    case 'group':
      return Array.isArray(value) && value.every((row) => typeof row === 'object');
    case 'life-area':
      return isLifeArea(value);
    case 'finding':
      return false;
  }
};
