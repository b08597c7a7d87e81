/**
 * One answered question of an allocation: what its statement is worth, and what family help takes off. Not money
 * (`allocation-figure.ts`). Called by `allocation.ts` for each question of the model.
 */
import { countPoints, type HelpCounted, type QuestionLine } from './allocation-line.ts';
import { type Exact, exactly, exactText } from './money.ts';
import { type RasModel, type RasOption, type RasQuestion, wordsFor } from './ras-model.ts';

/** An answer to one question: the statement that fits, and the help that family or friends give with it now. */
export type Answer = {
  readonly option: string;
  /** In percent, and one of the model's shares. Absent: none. */
  readonly informalShare?: number | undefined;
  /** Whether whoever helps is recorded as willing and able to go on. Absent: not recorded, so the help is not counted. */
  readonly willingAndAble?: boolean | undefined;
};

/** Why an answer cannot be used. The sentence says what to do about it. */
export type AllocationRefusal = {
  readonly code: 'unknown-question' | 'unknown-option' | 'share-not-offered' | 'unanswered';
  readonly question: string;
  readonly message: string;
};

/** A question that counts: gross and net points, and the line that shows them. */
export type Counted = { readonly gross: Exact; readonly net: Exact; readonly line: QuestionLine };

const helpWords = (help: HelpCounted, share: string, off: Exact, mustBeWilling: boolean): string => {
  const does = `Family or friends do ${share}% of this now`;
  switch (help) {
    case 'no-help':
      return 'Nothing is taken off.';
    case 'counted':
      return `${does}${mustBeWilling ? ' and are willing and able to go on' : ''}, which takes off ${countPoints(exactText(off))}.`;
    case 'not-willing-and-able':
      return `${does}, but they are not recorded as willing and able to go on, so nothing is taken off.`;
  }
};

const count = (model: RasModel, question: RasQuestion, option: RasOption, answer: Answer): Counted => {
  const informalShare = answer.informalShare ?? 0;
  const mustBeWilling = model.informal.requiresWillingAndAble;
  const freely = !mustBeWilling || answer.willingAndAble === true;
  const help = informalShare === 0 ? 'no-help' : freely ? 'counted' : 'not-willing-and-able';
  const gross = exactly(option.points);
  const share = exactly(informalShare);
  const off = help === 'counted' ? gross.mul(share).div(100) : exactly(0);
  const net = gross.sub(off);
  const optionText = wordsFor(option.text, 'en', option.id);
  const points = exactText(gross);
  const line: QuestionLine = {
    kind: 'question',
    label: wordsFor(question.text, 'en', question.domain ?? question.id),
    detail: `“${optionText}” is ${countPoints(points)}. ${helpWords(help, exactText(share), off, mustBeWilling)}`,
    figure: { unit: 'points', exact: exactText(net) },
    question: question.id,
    option: option.id,
    optionText,
    points,
    informalShare,
    help,
  };
  return { gross, net, line };
};

/**
 * What one answer counts for. Help is taken off only where the carer is recorded as willing and able: family care is not to be
 * assumed (CP v North East Lincolnshire). It changes the figure, never whether needs are eligible (I-05).
 * Refuses an option the question does not have, a share the model does not offer (no help is always on offer), and no answer at
 * all: a question nobody answered is not a need that nobody has.
 * @example 12 points with 25% by a willing and able daughter → gross 12, net 9
 */
export const countAnswer = (model: RasModel, question: RasQuestion, answer: Answer | undefined): Counted | AllocationRefusal => {
  const refuse = (code: AllocationRefusal['code'], message: string) => ({ code, question: question.id, message });
  if (!answer) return refuse('unanswered', `“${question.id}” has no answer. Answer every question of the model.`);
  const option = question.options.find(({ id }) => id === answer.option);
  if (!option) {
    const offered = question.options.map(({ id }) => id).join(', ');
    return refuse('unknown-option', `“${question.id}” has no option “${answer.option}”. Choose one of: ${offered}.`);
  }
  const { shares } = model.informal;
  if (shares.includes(answer.informalShare ?? 0)) return count(model, question, option, answer);
  const message = `Help of ${answer.informalShare}% with “${question.id}” is not on offer. Choose one of: ${shares.join(', ')}.`;
  return refuse('share-not-offered', message);
};
