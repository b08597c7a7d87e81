/**
 * What would change an up-front figure, and by how much: each single change of an answer, put through the same rules again. It shows
 * how the sum behaves. It is no advice what to say, and it says nothing about what support somebody needs.
 */
import { type Answers, allocate } from './allocation.ts';
import type { AllocationRefusal } from './allocation-question.ts';
import type { Pence } from './money.ts';
import type { RasModel, RasOption, RasQuestion } from './ras-model.ts';

/** Pence a week. `null` where the rules give no figure and it is worked out individually; then there is no difference either. */
export type Effect = { readonly before: Pence | null; readonly after: Pence | null; readonly difference: Pence | null };

/** `from` and `to` are option ids; `share` is the percentage that family or friends do now and would not do any more. */
export type Change =
  | { readonly kind: 'more-need' | 'less-need'; readonly question: string; readonly from: string; readonly to: string }
  | { readonly kind: 'help-stops'; readonly question: string; readonly share: number }
  /** All help together: nobody who helps is willing and able to go on. */
  | { readonly kind: 'no-help-counts' };

export type AllocationChange = Change & Effect;

export type Changes =
  | { readonly ok: true; readonly weeklyPence: Pence | null; readonly changes: readonly AllocationChange[] }
  | { readonly ok: false; readonly refusals: readonly AllocationRefusal[] };

/** The nearest statement with more points, or with fewer; of several worth the same, the first of the question. */
const nextStatement = ({ options }: RasQuestion, from: RasOption, way: 'up' | 'down'): RasOption | undefined => {
  const beyond = options.filter(({ points }) => (way === 'up' ? points > from.points : points < from.points));
  const [first, ...rest] = beyond;
  const nearer = (one: RasOption, other: RasOption) =>
    (way === 'up' ? other.points < one.points : other.points > one.points) ? other : one;
  return first && rest.reduce(nearer, first);
};

/** Whether family help takes anything off this answer's points now. */
const helpCounts = (model: RasModel, answers: Answers, { id, options }: RasQuestion): boolean => {
  const answer = answers[id];
  if (!answer?.informalShare || (model.informal.requiresWillingAndAble && answer.willingAndAble !== true)) return false;
  return options.some((option) => option.id === answer.option && option.points > 0);
};

type Tried = { readonly change: Change; readonly answers: Answers };

const changesOf = (answers: Answers, question: RasQuestion, helped: boolean): Tried[] => {
  const answer = answers[question.id];
  const from = question.options.find(({ id }) => id === answer?.option);
  if (!answer || !from) return [];
  const { id } = question;
  const steps = (['up', 'down'] as const).flatMap((way): Tried[] => {
    const to = nextStatement(question, from, way);
    if (!to) return [];
    const kind = way === 'up' ? 'more-need' : 'less-need';
    return [
      { change: { kind, question: id, from: from.id, to: to.id }, answers: { ...answers, [id]: { ...answer, option: to.id } } },
    ];
  });
  if (!helped) return steps;
  const alone: Tried = {
    change: { kind: 'help-stops', question: id, share: answer.informalShare ?? 0 },
    answers: { ...answers, [id]: { ...answer, informalShare: 0 } },
  };
  return [...steps, alone];
};

const withoutHelp = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([id, { option }]) => [id, { option }]));

/** Largest first: to or from "worked out individually" is more than any figure, and no figure either way is no change to see. */
const size = ({ before, after, difference }: Effect): number => {
  if (difference !== null) return Math.abs(difference);
  return before === after ? -1 : Number.POSITIVE_INFINITY;
};
const largestFirst = (one: AllocationChange, other: AllocationChange): number => {
  const [first, second] = [size(one), size(other)];
  return first === second ? 0 : second - first;
};

/**
 * Each single change of the answers behind an allocation, with the weekly figure before and after it, the largest effect first;
 * equal ones in the order of the model, so that the same answers always give the same list. Changes: one statement more or less need
 * on a question; the help with one question stopping; and, where several have help that counts, none of it counting any more.
 * Refuses the answers that `allocate` refuses.
 * @example TV-B: first "no help counts", £180.11 → £310.50, a difference of 13039
 */
export const whatWouldChangeIt = (model: RasModel, answers: Answers): Changes => {
  const now = allocate(model, answers);
  if (!now.ok) return now;
  const before = now.result.weeklyPence;
  const helped = model.questions.filter((question) => helpCounts(model, answers, question));
  const tried: Tried[] = model.questions.flatMap((question) => changesOf(answers, question, helped.includes(question)));
  if (helped.length > 1) tried.push({ change: { kind: 'no-help-counts' }, answers: withoutHelp(answers) });
  const changes = tried.flatMap(({ change, answers: changed }): AllocationChange[] => {
    const then = allocate(model, changed);
    if (!then.ok) return [];
    const after = then.result.weeklyPence;
    const difference = before === null || after === null ? null : after - before;
    return [{ ...change, before, after, difference }];
  });
  return { ok: true, weeklyPence: before, changes: changes.sort(largestFirst) };
};
