/**
 * Where somebody is in trying a draft, as it stands in the address: which pathway, as whom, how each stage ended, which answers were
 * chosen. All of it is in there, so nothing is stored. Walking it is `lib/pathway/trial.ts`.
 */

import { ActingRole } from '../../../lib/domain/actor.ts';
import type { Value } from '../../../lib/domain/answer.ts';
import type { Form } from '../../../lib/domain/form.ts';
import { type Bank, bankOf } from '../../../lib/domain/question.ts';
import type { QuestionId } from '../../../lib/domain/question-id.ts';
import type { RasModel } from '../../../lib/domain/ras-model.ts';
import type { BurdenOfBundle } from '../../../lib/pathway/burden.ts';
import { answerOf } from '../../../lib/pathway/made-up.ts';
import { MOST_STEPS } from '../../../lib/pathway/scenario-run.ts';
import { answersOf, type Trial, type TriedOut, tryOut } from '../../../lib/pathway/trial.ts';
import type { DraftVisit } from './draft-page.tsx';

/** Everybody: what all of them are asked, one after the other. */
export const LOOKS = [...ActingRole.options, 'everybody'] as const;
export type Look = (typeof LOOKS)[number];

export type TryState = {
  readonly pathway: string;
  readonly as: Look;
  readonly outcomes: readonly string[];
  /** The choice made for a question, by its id. */
  readonly chosen: Readonly<Record<string, string>>;
};

/** Ids of fields have no full stops, and ids of questions no underscores. */
const ANSWER = 'a_';
export const answerField = (question: string): string => `${ANSWER}${question.replaceAll('.', '_')}`;
const questionOf = (field: string): string => field.slice(ANSWER.length).replaceAll('_', '.');
const MOST_ANSWERS = 200;

/** Out of the address, or out of the hidden fields of a form. What makes no sense is left out. */
export const stateIn = (sent: Readonly<Record<string, unknown>>): TryState => {
  const word = (name: string): string => (typeof sent[name] === 'string' ? sent[name] : '');
  const answers = Object.entries(sent).flatMap(([name, value]): [string, string][] =>
    name.startsWith(ANSWER) && typeof value === 'string' ? [[questionOf(name), value]] : [],
  );
  return {
    pathway: word('pathway'),
    as: LOOKS.find((look) => look === word('as')) ?? 'everybody',
    outcomes: word('o')
      .split(',')
      .filter((outcome) => outcome !== '')
      .slice(0, MOST_STEPS),
    chosen: Object.fromEntries(answers.slice(0, MOST_ANSWERS)),
  };
};

/** The same again as fields, in one order. */
export const fieldsOf = ({ pathway, as, outcomes, chosen }: TryState): [name: string, value: string][] => [
  ['pathway', pathway],
  ['as', as],
  ...(outcomes.length > 0 ? [['o', outcomes.join(',')] as [string, string]] : []),
  ...Object.entries(chosen).map(([question, choice]): [string, string] => [answerField(question), choice]),
];

/** @example queryOf({ pathway: 'adult-care', as: 'person', outcomes: [], chosen: {} }) // '?pathway=adult-care&as=person' */
export const queryOf = (state: TryState): string => `?${new URLSearchParams(fieldsOf(state))}`;

export type Walked = {
  readonly state: TryState;
  readonly trial: Trial;
  readonly out: TriedOut;
  readonly bank: Bank;
  readonly model: RasModel | undefined;
  readonly answer: (question: string) => Value | undefined;
};

/** The walk that the state says, on the forms of the draft; nothing where it has no such pathway. */
export const walkedBy = (asked: TryState, bundle: BurdenOfBundle): Walked | undefined => {
  const pathway = bundle.pathways.find(({ id }) => id === asked.pathway);
  if (!pathway) return undefined;
  const bank = bankOf(bundle.questions);
  const model = bundle.allocation.find(({ id }) => id === bundle.council.allocation);
  const answers = Object.fromEntries(
    Object.entries(asked.chosen).flatMap(([id, choice]): [string, Value][] => {
      const question = bank.get(id);
      const value = question && answerOf(question, choice, model);
      return value === undefined ? [] : [[id, value]];
    }),
  );
  const chosen = Object.fromEntries(Object.entries(asked.chosen).filter(([id]) => Object.hasOwn(answers, id)));
  const trial: Trial = { pathway, outcomes: asked.outcomes, answers };
  const out = tryOut(trial, bundle);
  const state = { ...asked, outcomes: out.outcomes, chosen };
  return { state, trial, out, bank, model, answer: answersOf(trial, bank, model) };
};

/** What every part of the page is drawn from. */
export type TryProps = {
  readonly visit: DraftVisit;
  readonly walked: Walked;
  readonly forms: readonly Form[];
  readonly branching: ReadonlySet<QuestionId>;
  /** What the answers so far come to, in a sentence. */
  readonly figure?: string | undefined;
};
