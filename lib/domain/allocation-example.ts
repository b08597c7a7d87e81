/**
 * A worked example for any model of points and money: made-up answers that follow from the model alone, so that a page or a record
 * about the rules shows a sum nobody had to write by hand. Not a person, and not what anybody can expect.
 */
import type { Answers } from './allocation.ts';
import type { Answer } from './allocation-question.ts';
import type { RasModel, RasOption, RasQuestion } from './ras-model.ts';

const middle = ({ options }: RasQuestion): RasOption => {
  const rising = [...options].sort((one, other) => one.points - other.points);
  const option = rising[Math.floor((rising.length - 1) / 2)];
  if (!option) throw new Error('a question of a model has at least one option');
  return option;
};

/**
 * The middle statement of every question by points; of an even number, the lower one. With the first that is worth any points a
 * willing and able helper does the smallest part the model knows, so that the example shows what family help does.
 * @example the demonstration model → help "on some days" with washing, 25% of it by family
 */
export const exampleAnswers = (model: RasModel): Answers => {
  const share = model.informal.shares.find((each) => each > 0);
  const chosen = model.questions.map((question) => ({ id: question.id, option: middle(question) }));
  const helped = share === undefined ? undefined : chosen.find(({ option }) => option.points > 0);
  const answers = chosen.map((each): [string, Answer] => {
    const alone = { option: each.option.id };
    return [each.id, each === helped ? { ...alone, informalShare: share, willingAndAble: true } : alone];
  });
  return Object.fromEntries(answers);
};
