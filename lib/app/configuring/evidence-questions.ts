/**
 * What one case says about every question it met: was it asked, answered, only looked at again, and did the answer change anything that
 * can be counted. Called by `evidence.ts` for each case; it keeps no answer and no name.
 */
import { priced } from '../../domain/allocation-figure.ts';
import { countAnswer } from '../../domain/allocation-question.ts';
import { isTalk, type Row, type Value } from '../../domain/answer.ts';
import { toIsoDate } from '../../domain/calendar.ts';
import { type Condition, meets, testsIn } from '../../domain/condition.ts';
import { type Configuration, formOf } from '../../domain/configuration.ts';
import { type Facts, heldIn } from '../../domain/fact.ts';
import { type AskingForm, pagesOf } from '../../domain/form.ts';
import { type Shown, shownIn } from '../../domain/form-walk.ts';
import { type Exact, exactly, exactText, type Pence } from '../../domain/money.ts';
import { type Bank, bankOf } from '../../domain/question.ts';
import type { QuestionId } from '../../domain/question-id.ts';
import type { RasModel } from '../../domain/ras-model.ts';
import { isHuman, stageOf } from '../../domain/stage.ts';
import type { Visit } from './visits.ts';

/**
 * What is known of the difference an answer makes. `counted`: a condition or the up-front figure turns on it. `decision`: it is part of
 * the decision on eligibility. `not-known`: a person reads it, and what they make of it is written down nowhere.
 */
export type Effect = 'counted' | 'decision' | 'not-known';

/** What one case says about one question. */
export type Met = {
  readonly asked: boolean;
  readonly answered: boolean;
  readonly talked: boolean;
  readonly confirmed: boolean;
  readonly changed: boolean;
  readonly effect: Effect;
};
export type MetAll = ReadonlyMap<QuestionId, Met>;
const NOTHING: Met = { asked: false, answered: false, talked: false, confirmed: false, changed: false, effect: 'not-known' };

type Note = readonly [question: QuestionId, met: Partial<Met>];

const isAsking = (form: ReturnType<typeof formOf>): form is AskingForm => form !== undefined && form.page !== 'plan';

/** Every form that a stage has filled in, those on one page too. */
const formsAt = (configuration: Configuration, { stage }: Visit): AskingForm[] => {
  const def = stageOf(configuration.route, stage);
  if (!def || !isHuman(def)) return [];
  const ids = [...(def.includes ?? []), ...(def.kind === 'form' ? [def.form] : [])];
  return [...new Set(ids)].map((id) => formOf(configuration, id)).filter(isAsking);
};

const metAs = ({ standing, said }: Shown, since: string): Partial<Met> | undefined => {
  if (standing === 'known') return undefined;
  if (standing !== 'done' || !said) return { asked: true };
  if (said.at < since) return { asked: true, confirmed: true };
  return isTalk(said.value) ? { asked: true, talked: true } : { asked: true, answered: true };
};

const isFilledIn = (value: Value | undefined, field: QuestionId): boolean =>
  Array.isArray(value) &&
  value.some((row) => typeof row === 'object' && (row as Row)[field] !== undefined && (row as Row)[field] !== '');

/** A question, and of a group its fields: each is asked with it, and answered where some row has it. */
const notesOf = (shown: Shown, since: string): Note[] => {
  const { question, said } = shown;
  if (question.type === 'finding') return [[question.id, { asked: true, answered: true, changed: false, effect: 'decision' }]];
  const met = metAs(shown, since);
  if (!met) return [];
  const fields = question.type === 'group' ? question.of : [];
  return [
    [question.id, met],
    ...fields.map((id): Note => [id, { asked: true, answered: met.answered === true && isFilledIn(said?.value, id) }]),
  ];
};

/** What shows something, as one condition with that of the page it stands on. */
const conditionsIn = (forms: readonly AskingForm[], bank: Bank): Condition[] =>
  forms.flatMap(pagesOf).flatMap(({ showIf, items }) => {
    const live = items.filter((item) => !('q' in item) || bank.get(item.q)?.retired !== true);
    return live.flatMap((item): Condition[] => {
      const all = [showIf, item.showIf].flatMap((each) => each ?? []);
      return all.length > 0 ? [{ all }] : [];
    });
  });

const without = (facts: Facts, question: QuestionId): Facts => {
  const { [question]: _gone, ...others } = facts;
  return others;
};

/** Whether the answer to each question that conditions test made one of them come out otherwise than no answer would have. */
const branchNotes = (forms: readonly AskingForm[], bank: Bank, facts: Facts): Note[] => {
  const conditions = conditionsIn(forms, bank);
  const tested = new Set(conditions.flatMap(testsIn).map(({ q }) => q));
  const held = heldIn(facts);
  return [...tested].map((question): Note => {
    if (held(question) === undefined) return [question, { effect: 'counted' }];
    const unanswered = heldIn(without(facts, question));
    const about = conditions.filter((each) => testsIn(each).some(({ q }) => q === question));
    return [question, { effect: 'counted', changed: about.some((each) => meets(each, held) !== meets(each, unanswered)) }];
  });
};

/** Figures by points, for each model: cases have few different points, and each figure is worked out exactly. */
const figures = new WeakMap<RasModel, Map<string, Pence | null>>();

const figureFor = (model: RasModel, points: Exact): Pence | null => {
  const known = figures.get(model) ?? new Map<string, Pence | null>();
  figures.set(model, known);
  const text = exactText(points);
  const held = known.get(text);
  if (held !== undefined) return held;
  const { pence } = priced(model, points);
  known.set(text, pence);
  return pence;
};

/**
 * Whether each area of life moved the up-front figure, or the one for when family help stops: against the same points without those of
 * that area. An area without points moved nothing. Nothing at all where the model cannot read the answers.
 */
const figureNotes = ({ stood }: Visit, { model }: Configuration): Note[] => {
  const answers = stood.assessment?.answers;
  if (!model || !answers) return [];
  const counted = model.questions.map((question) => ({ question, count: countAnswer(model, question, answers[question.id]) }));
  const points = counted.flatMap(({ question, count }) => ('line' in count ? [{ id: question.id, ...count }] : []));
  if (points.length < counted.length) return [];
  const all = (of: 'gross' | 'net'): Exact => points.reduce((sum, each) => sum.add(each[of]), exactly(0));
  const totals = { gross: all('gross'), net: all('net') };
  const moves = (of: 'gross' | 'net', points: Exact): boolean =>
    figureFor(model, totals[of]) !== figureFor(model, totals[of].sub(points));
  return points.map(
    ({ id, gross, net }): Note => [id, { effect: 'counted', changed: moves('net', net) || moves('gross', gross) }],
  );
};

/** What a finished visit says. One that is not over, or was broken off, says nothing: nobody can tell what was still to come. */
const notesIn = (visit: Visit, configuration: Configuration): Note[] => {
  const { leftAt, outcome, arrivedAt, stood } = visit;
  if (leftAt === undefined || outcome === undefined) return [];
  const forms = formsAt(configuration, visit);
  const bank = bankOf(configuration.questions);
  const shown = shownIn({ forms, bank, facts: stood.facts, since: arrivedAt, today: toIsoDate(new Date(leftAt)) });
  const isAssessment = stageOf(configuration.route, visit.stage)?.kind === 'assessment';
  return [
    ...shown.flatMap((each) => notesOf(each, arrivedAt)),
    ...branchNotes(forms, bank, stood.facts),
    ...(isAssessment ? figureNotes(visit, configuration) : []),
  ];
};

const STRONGEST: readonly Effect[] = ['not-known', 'counted', 'decision'];
const stronger = (one: Effect, other: Effect = one): Effect => (STRONGEST.indexOf(other) > STRONGEST.indexOf(one) ? other : one);

const joined = (one: Met, { asked, answered, talked, confirmed, changed, effect }: Partial<Met>): Met => ({
  asked: one.asked || asked === true,
  answered: one.answered || answered === true,
  talked: one.talked || talked === true,
  confirmed: one.confirmed || confirmed === true,
  changed: one.changed || changed === true,
  effect: stronger(one.effect, effect),
});

/** Everything one case says about questions, visit after visit; a visit on a configuration that is not there is passed over. */
export const metIn = (visits: readonly Visit[], configurationOf: (visit: Visit) => Configuration | undefined): MetAll => {
  const met = new Map<QuestionId, Met>();
  for (const visit of visits) {
    const configuration = configurationOf(visit);
    for (const [question, note] of configuration ? notesIn(visit, configuration) : [])
      met.set(question, joined(met.get(question) ?? NOTHING, note));
  }
  return met;
};
