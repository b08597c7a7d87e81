/**
 * The answers that conditions can tell apart: for each question the fewest real answers that make every test of it come out every way
 * it can. They stand for all the others when a form is walked in every order. Not what people are likely to say.
 */

import type { Row, Value } from '../domain/answer.ts';
import { meets, type Test } from '../domain/condition.ts';
import { LARGEST_PENCE } from '../domain/money.ts';
import type { Bank, Question, QuestionOf } from '../domain/question.ts';
import type { RasModel } from '../domain/ras-model.ts';

export type Around = { readonly bank: Bank; readonly model?: RasModel | undefined };

/** More options than this in one question's conditions are more combinations than anybody could check. */
const MOST_NAMED_OPTIONS = 12;

const TEXT: Readonly<Record<QuestionOf<'text'>['format'], string>> = {
  line: 'Words',
  name: 'Sam Example',
  email: 'sam@example.org',
  phone: '01632 960123',
  nino: 'AB123456C',
  'nhs-number': '9434765919',
  postcode: 'LA1 2BB',
};

/** Thrown when there are more combinations than can be walked. */
export class TooManyWays extends Error {
  override readonly name = 'TooManyWays';
}

/** The option ids a test names. */
export const namedIn = (test: Test): readonly string[] => {
  if ('in' in test) return test.in;
  return 'is' in test && typeof test.is === 'string' ? [test.is] : [];
};

const subsets = <T>([first, ...rest]: readonly T[]): T[][] => {
  if (first === undefined) return [[]];
  const without = subsets(rest);
  return [...without, ...without.map((some) => [first, ...some])];
};

/** Sets of the options that tests name; where none of those is chosen, one that no test names. */
const sets = ({ id, options }: QuestionOf<'choose-many'>, tests: readonly Test[]): Value[] => {
  const named = new Set(tests.flatMap(namedIn));
  const together = options.filter(({ alone }) => !alone).map(({ id }) => id);
  const rest = together.find((id) => !named.has(id));
  if (named.size > MOST_NAMED_OPTIONS) throw new TooManyWays(`Conditions name ${named.size} options of “${id}”`);
  const mixed = subsets(together.filter((id) => named.has(id))).flatMap((some) =>
    some.length > 0 ? [some] : rest === undefined ? [] : [[rest]],
  );
  return [...mixed, ...options.filter(({ alone }) => alone).map(({ id }) => [id])];
};

/** Both ends, every number that tests name, and one between each two of those. */
const numbers = (tests: readonly Test[], { least, most, whole }: { least: number; most: number; whole: boolean }): number[] => {
  const named = tests
    .flatMap((test) => ('gte' in test ? [test.gte] : 'lte' in test ? [test.lte] : []))
    .sort((one, other) => one - other);
  const between = named.slice(1).map((each, place) => (each + (named[place] ?? each)) / 2);
  const all = [least, most, ...named, ...between];
  const real = whole ? all.flatMap((each) => [Math.floor(each), Math.ceil(each)]) : all;
  return real.filter((each) => each >= least && each <= most);
};

const rowOf = (fields: readonly Question[], around: Around): Row =>
  Object.fromEntries(fields.map((field) => [field.id, candidates(field, [], around)[0] as Row[string]]));

const candidates = (question: Question, tests: readonly Test[], around: Around): Value[] => {
  switch (question.type) {
    case 'text':
      return [TEXT[question.format]];
    case 'long-text':
      return ['Words'];
    case 'date':
      return ['2000-01-01'];
    case 'yes-no':
      return [true, false];
    case 'choose-one':
      return question.options.map(({ id }) => id);
    case 'choose-many':
      return sets(question, tests);
    case 'money':
      return numbers(tests, { least: 0, most: LARGEST_PENCE, whole: true });
    case 'number':
      return numbers(tests, { least: question.least, most: question.most, whole: false });
    case 'address':
      return [{ lines: ['1 Example Street'], town: 'Larkton', postcode: 'LA1 2BB' }];
    case 'group':
      return [
        [
          rowOf(
            question.of.flatMap((id) => around.bank.get(id) ?? []),
            around,
          ),
        ],
      ];
    case 'life-area': {
      const area = around.model?.questions.find(({ id }) => id === question.area);
      return (area?.options ?? []).map(({ id }) => ({ option: id, informalShare: 0, willingAndAble: false, ownWords: '' }));
    }
    case 'finding':
      return [];
  }
};

const outcomeOf = (tests: readonly Test[], value: Value | undefined): string =>
  tests.map((test) => (meets(test, () => value) ? '1' : '0')).join('');

/**
 * Real answers to `question`, one for each way its `tests` can come out together; at least one where there is any, none for a
 * finding, which is not answered on a form. “I would rather talk about this” and no answer at all are not among them.
 */
export const tellingAnswers = (question: Question, tests: readonly Test[], around: Around): Value[] => {
  const outcomes = new Map<string, Value>();
  for (const value of candidates(question, tests, around)) {
    const outcome = outcomeOf(tests, value);
    if (!outcomes.has(outcome)) outcomes.set(outcome, value);
  }
  return [...outcomes.values()];
};

/** Whether no answer at all comes out otherwise than every one of `answers`. */
export const noneTells = (tests: readonly Test[], answers: readonly Value[]): boolean =>
  !answers.some((answer) => outcomeOf(tests, answer) === outcomeOf(tests, undefined));
