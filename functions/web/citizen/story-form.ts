/**
 * The person's story as pages need it: which questions, what is left, where to go next, the words for family help. Not the rules of
 * answering: `decide` has those. Called by the story pages, the start page and the person's own page.
 */
import type { GivenAnswer } from '../../../lib/domain/assessment.ts';
import type { Case } from '../../../lib/domain/case.ts';
import { type Configuration, formOf } from '../../../lib/domain/configuration.ts';
import type { RasQuestion } from '../../../lib/domain/ras-model.ts';
import { type StageId, stageOf } from '../../../lib/domain/stage.ts';

export type StoryForm = {
  readonly stage: StageId;
  readonly title: string;
  readonly minutes: number;
  readonly intro?: string | undefined;
  readonly questions: readonly RasQuestion[];
  readonly shares: readonly number[];
};

/** The story of a pathway; `undefined` where a council asks for none, or has no questions. */
export const storyForm = (configuration: Configuration): StoryForm | undefined => {
  const { route, model } = configuration;
  const found = route.stages.flatMap((stage) => {
    const form = stage.kind === 'form' ? formOf(configuration, stage.form) : undefined;
    return form?.page === 'story' ? [{ stage: stage.id, form }] : [];
  })[0];
  if (!found || !model) return undefined;
  const { title, minutes, intro } = found.form;
  return { stage: found.stage, title, minutes, intro, questions: model.questions, shares: model.informal.shares };
};

/** Whether this council works out an up-front figure at all: it may have taken that stage out. */
export const givesFigure = ({ route }: Configuration): boolean => route.stages.some(({ kind }) => kind === 'resource-allocation');

/** Whether answers can still be given: the case stands at a stage whose form is the story. */
export const storyIsOpen = (state: Case, configuration: Configuration): boolean => {
  if (state.state !== 'underway') return false;
  const def = stageOf(configuration.route, state.at.stage);
  return def?.kind === 'form' && formOf(configuration, def.form)?.page === 'story';
};

export type Story = Case['story'];

export const answerTo = (story: Story, question: string): GivenAnswer | undefined =>
  Object.hasOwn(story, question) ? story[question] : undefined;

export const leftOpen = (questions: readonly RasQuestion[], story: Story): RasQuestion[] =>
  questions.filter(({ id }) => !answerTo(story, id));

/** The next question without an answer after `id`, going round to the first; `undefined` when all the others have one. */
export const nextAfter = (questions: readonly RasQuestion[], story: Story, id: string): RasQuestion | undefined => {
  const place = questions.findIndex((question) => question.id === id);
  const round = [...questions.slice(place + 1), ...questions.slice(0, Math.max(place, 0))];
  return leftOpen(round, story)[0];
};

/**
 * About how long the rest will take, in whole minutes, rounded up.
 * @example minutesLeft({ minutes: 20, questions: ten }, 4) // 8
 */
export const minutesLeft = ({ minutes, questions }: Pick<StoryForm, 'minutes' | 'questions'>, left: number): number =>
  questions.length === 0 ? 0 : Math.ceil((minutes * left) / questions.length);

const plainShare = (share: number): string => {
  if (share === 0) return 'None of it';
  if (share === 100) return 'All of it';
  if (share === 25) return 'Some of it, about a quarter';
  if (share === 75) return 'Most of it, about three quarters';
  return share <= 50 ? 'Some of it' : 'Most of it';
};

/**
 * Each share of help in words. Where a council offers two that would be the same words, they are told apart by the percentage.
 * @example shareChoices([0, 25, 75, 100]) // None of it; Some of it, about a quarter; Most of it, about three quarters; All of it
 */
export const shareChoices = (shares: readonly number[]): { value: string; text: string }[] => {
  const words = shares.map(plainShare);
  return shares.map((share) => {
    const text = plainShare(share);
    const alone = words.filter((each) => each === text).length === 1;
    return { value: String(share), text: alone ? text : `${text} (about ${share}%)` };
  });
};

/**
 * The help somebody gets, in a sentence.
 * @example helpSentence({ informalShare: 25, willingAndAble: true }) // 'Family or friends do some of it, about a quarter. They are willing and able to go on.'
 */
export const helpSentence = ({
  informalShare,
  willingAndAble,
}: Pick<GivenAnswer, 'informalShare' | 'willingAndAble'>): string => {
  if (informalShare === 0) return 'Family or friends do none of it.';
  const does = `Family or friends do ${plainShare(informalShare).toLowerCase()}.`;
  return willingAndAble
    ? `${does} They are willing and able to go on.`
    : `${does} They may not be able to go on, so we do not count it.`;
};
