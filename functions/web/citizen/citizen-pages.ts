/** The person's own pages, in the order they are looked up: the story's named pages before the page of any question. */
import type { Page } from '../page.ts';
import { amount } from './amount.tsx';
import { askForReview } from './ask-for-review.tsx';
import { check } from './check.tsx';
import { personPage } from './me.tsx';
import { my } from './my.tsx';
import { question } from './question.tsx';
import { sent } from './sent.tsx';
import { startCase } from './start-case.tsx';
import { stop } from './stop.tsx';
import { story } from './story.tsx';

export const citizenPages: readonly Page[] = [
  my,
  startCase,
  personPage,
  story,
  check,
  sent,
  question,
  amount,
  askForReview,
  stop,
];
