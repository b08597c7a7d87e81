/**
 * What cases have taught about the questions, stages and approvals a council asks people to go through: counts folded case by case, so
 * that no more than one is ever in memory. Who reads the cases is `gather.ts`; what to take out is `proposals.ts`. No figure is about a
 * worker (I-22), and none is about a person.
 */
import type { Configuration } from '../../domain/configuration.ts';
import type { Pence } from '../../domain/money.ts';
import type { QuestionId } from '../../domain/question-id.ts';
import type { StageId } from '../../domain/stage.ts';
import { type Look, looksIn } from './evidence-approvals.ts';
import { type Effect, type Met, metIn } from './evidence-questions.ts';
import { daysBetween, middle, type Visit, type Way } from './visits.ts';

/** In cases. `changed`: the answer changed what was asked, or the up-front figure; nothing where that is not known. */
export type QuestionEvidence = {
  readonly question: QuestionId;
  readonly asked: number;
  readonly answered: number;
  /** “I would rather talk about this.” */
  readonly talked: number;
  /** Never answered here: only looked at again, and still right. */
  readonly confirmedOnly: number;
  readonly changed: number | undefined;
  readonly effect: Effect;
};

/** In finished visits, unless it says otherwise. Days are whole time, weekends and all, to one decimal. */
export type StageEvidence = {
  readonly pathway: StageId;
  readonly stage: StageId;
  readonly cases: number;
  readonly visits: number;
  readonly medianDays: number | undefined;
  readonly mostDays: number | undefined;
  readonly outcomes: Readonly<Record<string, number>>;
  /** The part, from 0 to 1, that ended otherwise than by the commonest outcome. */
  readonly otherwise: number;
};

/** By stage, and of agreeing by tier too. `share`: the part, from 0 to 1, that was sent back or changed after it. */
export type ApprovalEvidence = {
  readonly pathway: StageId;
  readonly stage: StageId;
  readonly tier?: StageId | undefined;
  readonly looked: number;
  /** Agreed by the council's own limits, so that nobody looked. */
  readonly atOnce: number;
  readonly sentBack: number;
  readonly changed: number;
  readonly share: number;
  readonly medianDays: number | undefined;
  /** A week, over all of them: by how much plans cost more, and less, when they were looked at next. */
  readonly morePence: Pence;
  readonly lessPence: Pence;
};

export type Evidence = {
  readonly cases: number;
  readonly questions: readonly QuestionEvidence[];
  readonly stages: readonly StageEvidence[];
  readonly approvals: readonly ApprovalEvidence[];
};

type Counted = Omit<QuestionEvidence, 'question' | 'changed'> & { readonly changed: number };
type Stayed = Pick<StageEvidence, 'pathway' | 'stage' | 'cases' | 'outcomes'> & { readonly days: readonly number[] };

/** What has been counted so far. */
export type Tally = {
  readonly cases: number;
  readonly questions: ReadonlyMap<QuestionId, Counted>;
  readonly stages: ReadonlyMap<string, Stayed>;
  readonly looks: ReadonlyMap<string, readonly Look[]>;
};
export const NOTHING_YET: Tally = { cases: 0, questions: new Map(), stages: new Map(), looks: new Map() };

const one = (is: boolean): number => (is ? 1 : 0);

const counted = (before: Counted | undefined, met: Met): Counted => ({
  asked: (before?.asked ?? 0) + one(met.asked),
  answered: (before?.answered ?? 0) + one(met.answered),
  talked: (before?.talked ?? 0) + one(met.talked && !met.answered),
  confirmedOnly: (before?.confirmedOnly ?? 0) + one(met.confirmed && !met.answered && !met.talked),
  changed: (before?.changed ?? 0) + one(met.changed),
  effect: before && before.effect !== 'not-known' ? before.effect : met.effect,
});

const withVisit = (before: Stayed | undefined, visit: Visit, first: boolean): Stayed => {
  const { pathway, stage, arrivedAt, leftAt = arrivedAt, outcome = '' } = visit;
  const outcomes = before?.outcomes ?? {};
  return {
    pathway,
    stage,
    cases: (before?.cases ?? 0) + one(first),
    days: [...(before?.days ?? []), daysBetween(arrivedAt, leftAt)],
    outcomes: { ...outcomes, [outcome]: (outcomes[outcome] ?? 0) + 1 },
  };
};

const keyOf = ({ pathway, stage, tier }: { pathway: string; stage: string; tier?: string | undefined }): string =>
  [pathway, stage, ...(tier ? [tier] : [])].join('/');

const withStages = (tally: Tally['stages'], visits: readonly Visit[]): Tally['stages'] => {
  const stages = new Map(tally);
  const been = new Set<string>();
  for (const visit of visits.filter(({ outcome }) => outcome !== undefined)) {
    const key = keyOf(visit);
    stages.set(key, withVisit(stages.get(key), visit, !been.has(key)));
    been.add(key);
  }
  return stages;
};

/** A look counts for its stage, and once more for its tier. */
const withLooks = (tally: Tally['looks'], looks: readonly Look[]): Tally['looks'] => {
  const after = new Map(tally);
  const file = (key: string, look: Look): void => {
    after.set(key, [...(after.get(key) ?? []), look]);
  };
  for (const look of looks) {
    file(keyOf({ pathway: look.pathway, stage: look.stage }), { ...look, tier: undefined });
    if (look.tier) file(keyOf(look), look);
  }
  return after;
};

/** The tally with one more case. */
export const withCase = (
  tally: Tally,
  { visits }: Pick<Way, 'visits'>,
  configurationOf: (visit: Visit) => Configuration | undefined,
): Tally => {
  const questions = new Map(tally.questions);
  for (const [question, met] of metIn(visits, configurationOf)) questions.set(question, counted(questions.get(question), met));
  return {
    cases: tally.cases + 1,
    questions,
    stages: withStages(tally.stages, visits),
    looks: withLooks(tally.looks, looksIn({ visits, configurationOf })),
  };
};

const stageOf = ({ days, outcomes, ...stayed }: Stayed): StageEvidence => {
  const visits = days.length;
  const commonest = Math.max(0, ...Object.values(outcomes));
  return {
    ...stayed,
    visits,
    medianDays: middle(days),
    mostDays: visits > 0 ? days.reduce((most, each) => Math.max(most, each), 0) : undefined,
    outcomes,
    otherwise: visits > 0 ? (visits - commonest) / visits : 0,
  };
};

const approvalOf = (all: readonly Look[]): ApprovalEvidence[] => {
  const [first] = all;
  if (!first) return [];
  const { pathway, stage, tier } = first;
  const looks = all.filter(({ atOnce }) => !atOnce);
  const changed = looks.filter((look) => look.changed).length;
  return [
    {
      pathway,
      stage,
      ...(tier && { tier }),
      looked: looks.length,
      atOnce: all.length - looks.length,
      sentBack: looks.filter((look) => look.sentBack).length,
      changed,
      share: looks.length > 0 ? changed / looks.length : 0,
      medianDays: middle(looks.map(({ days }) => days)),
      morePence: looks.reduce((sum, { morePence }) => sum + morePence, 0),
      lessPence: looks.reduce((sum, { lessPence }) => sum + lessPence, 0),
    },
  ];
};

const byKey = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

/** What the tally comes to, in an order that does not depend on which case came first. */
export const evidenceOf = ({ cases, questions, stages, looks }: Tally): Evidence => ({
  cases,
  questions: byKey(questions).map(([question, { changed, ...counts }]) => {
    return { question, ...counts, changed: counts.effect === 'counted' ? changed : undefined };
  }),
  stages: byKey(stages).map(([, stayed]) => stageOf(stayed)),
  approvals: byKey(looks).flatMap(([, all]) => approvalOf(all)),
});
