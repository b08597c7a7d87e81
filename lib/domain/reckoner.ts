/**
 * Money before the long form: a likely weekly range from a few answers, and what somebody may have to pay. A guide and never a cap,
 * a decision or a reason not to be assessed (Care Act 2014 s.9); nothing of it is kept. Both ends come from the real `allocate`.
 */
import { allocate } from './allocation.ts';
import { exactly, type Pence } from './money.ts';
import type { RasModel, RasOption, RasQuestion } from './ras-model.ts';

/** More than these few and it would be the long form. */
export const MOST_AREAS = 5;
/** Figures are rounded outward to this, so that none looks more certain than it is. */
const ROUND_TO: Pence = 500;

const top = ({ options }: RasQuestion): number => Math.max(...options.map(({ points }) => points));

/** The questions that can move the figure most: at most five, those with the highest top points, in the order of the model. */
export const heaviestQuestions = ({ questions }: RasModel): RasQuestion[] => {
  const heaviest = [...questions].sort((one, other) => top(other) - top(one)).slice(0, MOST_AREAS);
  return questions.filter((question) => heaviest.includes(question));
};

/** The option chosen for each question that was answered; the others are left out. */
export type Chosen = Readonly<Record<string, string>>;

/**
 * A weekly range in whole pence; `null` where the rules give no figure and it is worked out with the person. `low` counts no need in
 * the parts of life without an answer, `high` about the same level of need as in the others, `most` the most there can be.
 */
export type LikelyWeekly = {
  readonly low: Pence | null;
  readonly high: Pence | null;
  readonly most: Pence | null;
  readonly answered: number;
  readonly of: number;
};

export const roundDown = (pence: Pence): Pence => Math.floor(pence / ROUND_TO) * ROUND_TO;
export const roundUp = (pence: Pence): Pence => Math.ceil(pence / ROUND_TO) * ROUND_TO;

const byPoints = ({ options }: RasQuestion): RasOption[] => [...options].sort((one, other) => one.points - other.points);
const first = (options: readonly RasOption[]): RasOption => {
  const [option] = options;
  if (!option) throw new Error('a question of a model has at least one option');
  return option;
};
const least = (question: RasQuestion): RasOption => first(byPoints(question));
const greatest = (question: RasQuestion): RasOption => first(byPoints(question).reverse());

const answerTo = (question: RasQuestion, chosen: Chosen): RasOption | undefined => {
  if (!Object.hasOwn(chosen, question.id)) return undefined;
  const option = question.options.find(({ id }) => id === chosen[question.id]);
  if (!option) throw new RangeError(`“${question.id}” has no option “${chosen[question.id]}”`);
  return option;
};

/**
 * The option nearest to the level of need in the answers given, as a part of the most points there are; half way between two, the
 * one with more need. Without an answer, or one that can be worth anything, there is no level to go by, and it is the greatest.
 */
const sameLevel = (model: RasModel, chosen: Chosen): ((question: RasQuestion) => RasOption) => {
  const answers = model.questions.flatMap((question) => {
    const option = answerTo(question, chosen);
    return option ? [{ points: exactly(option.points), top: exactly(top(question)) }] : [];
  });
  const given = answers.reduce((total, { points }) => total.add(points), exactly(0));
  const most = answers.reduce((total, answer) => total.add(answer.top), exactly(0));
  if (most.equals(0)) return greatest;
  return (question) => {
    const options = byPoints(question);
    // Compared without dividing, so that half way is half way exactly: (a + b) / 2 ≤ top × given / most.
    const reached = exactly(top(question)).mul(given).mul(2);
    const above = options.filter(
      (option, place) =>
        place > 0 &&
        exactly(option.points)
          .add(exactly(options[place - 1]?.points ?? 0))
          .mul(most)
          .lte(reached),
    );
    return above.at(-1) ?? first(options);
  };
};

const weekly = (model: RasModel, chosen: Chosen, otherwise: (question: RasQuestion) => RasOption): Pence | null => {
  const answers = model.questions.map((question) => {
    const option = answerTo(question, chosen) ?? otherwise(question);
    return [question.id, { option: option.id }] as const;
  });
  const allocated = allocate(model, Object.fromEntries(answers));
  if (!allocated.ok) throw new Error(allocated.refusals.map(({ message }) => message).join(' '));
  return allocated.result.weeklyPence;
};

const rounded = (pence: Pence | null, round: (pence: Pence) => Pence): Pence | null => (pence === null ? null : round(pence));

/**
 * The likely weekly range for a few answers, rounded outward to £5. Help from family and friends is left out of account: nobody has
 * been asked yet whether they can go on. Throws for an option the model does not have; a question it does not have is passed over.
 * @example five answers of the demonstration model, 35 points → low £180, high £340; most £765
 */
export const likelyWeekly = (model: RasModel, chosen: Chosen): LikelyWeekly => ({
  low: rounded(weekly(model, chosen, least), roundDown),
  high: rounded(weekly(model, chosen, sameLevel(model, chosen)), roundUp),
  most: rounded(weekly(model, chosen, greatest), roundUp),
  answered: model.questions.filter(({ id }) => Object.hasOwn(chosen, id)).length,
  of: model.questions.length,
});
