/**
 * The up-front weekly figure that answers point to, with its working line by line. A starting point and never a cap: the personal
 * budget is what the agreed plan costs (`approval.ts`). Called by `decide` and by the `allocate` command.
 */
import { type Priced, priced } from './allocation-figure.ts';
import { type AllocationLine, countPoints, GUIDE_NOT_LIMIT } from './allocation-line.ts';
import { type AllocationRefusal, type Answer, type Counted, countAnswer } from './allocation-question.ts';
import { type Exact, exactly, exactText, formatPence, type Pence, roundHalfUp } from './money.ts';
import type { RasModel } from './ras-model.ts';

/** Answers by the id of their question. */
export type Answers = Readonly<Record<string, Answer>>;

/**
 * What the rules come to. `points` is the need itself, `netPoints` what is left of it after family help that counts;
 * `weeklyPence` follows from the net points and `grossWeeklyPence` from all of them, as if that help stopped tomorrow.
 * `needsIndividualCosting`: the rules give no figure for the net points, so `weeklyPence` is null and the support is costed.
 */
export type RasResult = {
  readonly points: number;
  readonly netPoints: number;
  readonly weeklyPence: Pence | null;
  readonly grossWeeklyPence: Pence | null;
  readonly needsIndividualCosting: boolean;
  readonly lines: readonly AllocationLine[];
};

export type Allocated =
  | { readonly ok: true; readonly result: RasResult }
  | { readonly ok: false; readonly refusals: readonly AllocationRefusal[] };

const total = (parts: readonly Exact[]): Exact => parts.reduce((sum, part) => sum.add(part), exactly(0));

const totalLine = (counted: readonly Counted[], gross: Exact, net: Exact): AllocationLine => {
  const before = gross.equals(net)
    ? 'No family help was taken off.'
    : `Without family help it is ${countPoints(exactText(gross))}.`;
  const parts = counted.map((each) => exactText(each.net)).join(' + ');
  return {
    kind: 'total',
    label: 'All the points together',
    detail: `${parts} = ${exactText(net)}. ${before}`,
    figure: { unit: 'points', exact: exactText(net) },
  };
};

const pence = (amount: Pence) => ({ unit: 'pence' as const, exact: String(amount) });

const weeklyAndYearly = (model: RasModel, weekly: Pence): AllocationLine[] => {
  const yearly = yearlyPence(model, weekly);
  const detail = `${model.weeksPerYear} weeks of ${formatPence(weekly)} is ${formatPence(yearly)}.`;
  return [
    { kind: 'weekly', label: 'The weekly amount', detail: `${formatPence(weekly)} a week.`, figure: pence(weekly) },
    { kind: 'yearly', label: 'The same over a year', detail, figure: pence(yearly) },
  ];
};

const netLines = (model: RasModel, net: Exact, found: Priced): AllocationLine[] => {
  if (found.pence !== null) return [...found.lines, ...weeklyAndYearly(model, found.pence)];
  const detail =
    `The needs come to ${countPoints(exactText(net))}, and ${found.because}. A worker will work out the amount from what ` +
    'the support costs. There is no cap on it.';
  return [{ kind: 'individual-costing', label: 'The amount is worked out individually', detail, figure: null }];
};

const grossLine = (gross: Exact, net: Exact, found: Priced): AllocationLine => {
  const says = { kind: 'gross' as const, label: 'If family help stopped' };
  const all = countPoints(exactText(gross));
  if (found.pence === null) {
    const detail = `All ${all} would count, and ${found.because}, so the amount would be worked out individually.`;
    return { ...says, detail, figure: null };
  }
  const weekly = `${formatPence(found.pence)} a week`;
  const same = gross.equals(net);
  const detail = same ? `No family help was taken off, so it stays at ${weekly}.` : `All ${all} would count: ${weekly}.`;
  return { ...says, detail, figure: pence(found.pence) };
};

const resultOf = (model: RasModel, counted: readonly Counted[]): RasResult => {
  const gross = total(counted.map((each) => each.gross));
  const net = total(counted.map((each) => each.net));
  const [weekly, unhelped] = [priced(model, net), priced(model, gross)];
  return {
    points: gross.valueOf(),
    netPoints: net.valueOf(),
    weeklyPence: weekly.pence,
    grossWeeklyPence: unhelped.pence,
    needsIndividualCosting: weekly.pence === null,
    lines: [
      ...counted.map(({ line }) => line),
      totalLine(counted, gross, net),
      ...netLines(model, net, weekly),
      grossLine(gross, net, unhelped),
      { kind: 'guide', label: 'What this amount is', detail: GUIDE_NOT_LIMIT, figure: null },
    ],
  };
};

/**
 * The weekly figure for one person's answers, before any plan is written, with everything it was made of. The same model and
 * answers always give the same result, in whatever order the answers come (domain rule I-19).
 * Exact fractions until one half-up rounding at the end. Refuses, all at once, every answer the model cannot read.
 * @example the ten answers of the demonstration model → 50 points, 34.5 net, £180.11 a week; £310.50 if family help stopped
 */
export const allocate = (model: RasModel, answers: Answers): Allocated => {
  const asked = new Set(model.questions.map(({ id }) => id));
  const strays = Object.keys(answers).filter((id) => !asked.has(id));
  const results = model.questions.map((question) =>
    countAnswer(model, question, Object.hasOwn(answers, question.id) ? answers[question.id] : undefined),
  );
  const refusals: AllocationRefusal[] = [
    ...strays.map(
      (question): AllocationRefusal => ({
        code: 'unknown-question',
        question,
        message: `The model has no question “${question}”. Take it out, or correct its id.`,
      }),
    ),
    ...results.flatMap((result) => ('code' in result ? [result] : [])),
  ];
  if (refusals.length > 0) return { ok: false, refusals };
  const counted = results.flatMap((result) => ('line' in result ? [result] : []));
  return { ok: true, result: resultOf(model, counted) };
};

/**
 * A weekly figure over a year, to the nearest penny.
 * @example yearlyPence({ weeksPerYear: 52 }, 18011) // 936572: £9,365.72
 */
export const yearlyPence = (model: Pick<RasModel, 'weeksPerYear'>, weekly: Pence): Pence =>
  roundHalfUp(exactly(weekly).mul(exactly(model.weeksPerYear)));
