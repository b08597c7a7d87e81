/** The pages on which forms, the question bank and letters are read and changed: everything that is asked and written. */
import type { Page } from '../page.ts';
import { form } from './form.tsx';
import { formAdd, formAddWhich } from './form-add.tsx';
import { formAddNew } from './form-add-new.tsx';
import { formAddPlace } from './form-add-place.tsx';
import { questionMove } from './form-move.tsx';
import { formSee } from './form-see.tsx';
import { formTakeOut, questionTakeOut } from './form-take-out.tsx';
import { pageWhen, questionWhen } from './form-when.tsx';
import { formWords } from './form-words.tsx';
import { forms } from './forms.tsx';
import { letter } from './letter.tsx';
import { paragraphWhen, paragraphWords, titleWords } from './letter-edit.tsx';
import { letterSee } from './letter-see.tsx';
import { letterTakeOut, paragraphAdd, paragraphTakeOut } from './letter-take-out.tsx';
import { letters } from './letters.tsx';
import { question } from './question.tsx';
import { questionChange, questionRetire, questionWords } from './question-edit.tsx';
import { questions } from './questions.tsx';

export const askedPages: readonly Page[] = [
  forms,
  form,
  formWords,
  formSee,
  formTakeOut,
  questionTakeOut,
  questionMove,
  questionWhen,
  pageWhen,
  formAdd,
  formAddWhich,
  formAddPlace,
  formAddNew,
  questions,
  question,
  questionWords,
  questionChange,
  questionRetire,
  letters,
  letter,
  letterSee,
  titleWords,
  paragraphWords,
  paragraphWhen,
  paragraphTakeOut,
  paragraphAdd,
  letterTakeOut,
];
