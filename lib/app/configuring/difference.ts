/**
 * What an edit comes to, for whoever is to publish it: how much more or less is asked of people, which stages and questions come and
 * go, which letters, figures and limits change. The words are `difference-words.ts`; whether it may be published is `documents.ts`.
 */
import { type Question, wordsOf } from '../../domain/question.ts';
import { say } from '../../domain/text.ts';
import { changesIn } from './changes.ts';
import { type ChangedDocument, changedDocuments } from './difference-kind.ts';
import { measured, type Side, sideOf } from './difference-side.ts';
import { differenceWords } from './difference-words.ts';
import { type Documents, ownDocuments } from './documents.ts';
import { type EditKind, gravest } from './kind-of-place.ts';

/** Numbers are after less before, so −14 questions is fourteen fewer. All are 0 where only something else of the pathway changed. */
export type PathwayDifference = {
  readonly id: string;
  readonly title: string;
  readonly how: 'added' | 'removed' | 'changed';
  /** What kind of edit its own file had; `none` where only the forms or questions on it did. */
  readonly kind: EditKind;
  /** Of everybody together, on the way with most of them. */
  readonly questions: number;
  readonly approvals: number;
  readonly handOffs: number;
  /** Before less after: 9 is nine minutes less for everybody together. */
  readonly minutesLess: number;
  /** How many cases a year it is for, where that is known. */
  readonly casesAYear?: number;
};

export type NamedQuestion = { readonly id: string; readonly ask: string };
export type NamedStage = { readonly pathway: string; readonly id: string; readonly title: string };
/** One figure or limit, and the place of it: `DEMO-2026-1: questions › nights › options › every-night › points`. */
export type ChangedFigure = { readonly which: string; readonly from: unknown; readonly to: unknown };

export type Difference = {
  readonly kind: EditKind;
  /** `differenceWords` of all this. */
  readonly sentence: string;
  readonly pathways: readonly PathwayDifference[];
  readonly questionsAdded: readonly NamedQuestion[];
  readonly questionsRemoved: readonly NamedQuestion[];
  readonly questionsReworded: readonly NamedQuestion[];
  /** Still asked, and their answers can be others, or are used for something else. */
  readonly questionsAltered: readonly NamedQuestion[];
  readonly stagesAdded: readonly NamedStage[];
  readonly stagesRemoved: readonly NamedStage[];
  /** The ids of letters, and of parts that letters share, that come, go or change. */
  readonly letters: readonly string[];
  readonly figures: readonly ChangedFigure[];
  readonly limits: readonly ChangedFigure[];
  /** Forms that changed in more than their words. */
  readonly forms: readonly string[];
  /** Documents whose change nothing above tells of, or not all of it. */
  readonly others: readonly string[];
  /** Every document that differs. The question bank counts as one, called `questions`. */
  readonly documents: readonly Pick<ChangedDocument, 'path' | 'how' | 'kind'>[];
  /** Files of either side that cannot be read; while there are any, nothing is counted and the lists above may lack something. */
  readonly unreadable: readonly string[];
};

export type CaseFigures = { readonly casesAYear: Readonly<Record<string, number>> };

type Around = { readonly was: Side; readonly is: Side; readonly changed: readonly ChangedDocument[] };

const pathwayOf = (id: string, { was, is, changed }: Around, figures: CaseFigures | undefined): PathwayDifference => {
  const [from, to] = [was, is].map(({ pathways }) => pathways.find((each) => each.id === id));
  const [before, after] = [measured(was.burdens.get(id)), measured(is.burdens.get(id))];
  const yearly = figures && Object.hasOwn(figures.casesAYear, id) ? figures.casesAYear[id] : undefined;
  return {
    id,
    title: (to ?? from)?.title ?? id,
    how: from ? (to ? 'changed' : 'removed') : 'added',
    kind: changed.find((each) => each.room === 'pathways' && each.id === id)?.kind ?? 'none',
    questions: after.questions - before.questions,
    approvals: after.approvals - before.approvals,
    handOffs: after.handOffs - before.handOffs,
    minutesLess: before.minutes - after.minutes,
    ...(yearly !== undefined && { casesAYear: yearly }),
  };
};

const pathwaysOf = (around: Around, figures: CaseFigures | undefined): PathwayDifference[] => {
  const { was, is } = around;
  if (was.unreadable.length + is.unreadable.length > 0) return [];
  const ids = [...new Set([...was.pathways, ...is.pathways].map(({ id }) => id))].sort();
  return ids
    .map((id) => pathwayOf(id, around, figures))
    .filter((each) => each.kind !== 'none' || each.questions || each.approvals || each.handOffs || each.minutesLess);
};

const stagesBeyond = (one: Side, other: Side): NamedStage[] =>
  one.pathways.flatMap((pathway) => {
    const known = other.pathways.find(({ id }) => id === pathway.id)?.stages;
    return pathway.stages
      .filter(({ id }) => known && !known.some((stage) => stage.id === id))
      .map(({ id, title }) => ({ pathway: pathway.id, id, title }));
  });

const namedQuestion = ({ id, ask }: Question): NamedQuestion => ({ id, ask: say(ask) });
/** Of two sides that can be read: a question in a file that cannot is not gone. */
const beyond = (one: Side, other: Side): NamedQuestion[] =>
  one.unreadable.length + other.unreadable.length > 0
    ? []
    : [...one.asked.values()].filter(({ id }) => !other.asked.has(id)).map(namedQuestion);

const questionsOf = ({ was, is, changed }: Around) => {
  const both = [...is.asked.values()].filter(({ id }) => was.asked.has(id));
  const places = changed.flatMap((each) => (each.room === 'questions' ? each.places : []));
  const altered = new Set(places.flatMap(({ path, kind }) => (kind === 'meaning' ? [path[1]] : [])));
  const reworded = both.filter((question) => {
    const before = was.asked.get(question.id);
    return before !== undefined && !altered.has(question.id) && changesIn(wordsOf(before), wordsOf(question)).length > 0;
  });
  return {
    questionsAdded: beyond(is, was),
    questionsRemoved: beyond(was, is),
    questionsReworded: reworded.map(namedQuestion),
    questionsAltered: both.filter(({ id }) => altered.has(id)).map(namedQuestion),
  };
};

type Place = ChangedDocument['places'][number];

const figuresIn = (changed: readonly ChangedDocument[], tells: (document: ChangedDocument, place: Place) => boolean) =>
  changed.flatMap((document) =>
    document.places
      .filter((place) => tells(document, place))
      .map(
        ({ path, from, to }): ChangedFigure => ({ which: [document.id, path.join(' › ')].filter(Boolean).join(': '), from, to }),
      ),
  );

const isFigure = ({ room }: ChangedDocument, { kind }: Place): boolean =>
  kind !== 'cosmetic' && (room === 'allocation' || room === 'charging');
const LIMITS: readonly string[] = ['approval', 'review', 'urgentLookAgainDays'];
/** What the council allows itself and promises; on a pathway, the promise of a stage. A ceiling binds the council and no case. */
const isLimit = ({ room }: ChangedDocument, { path, kind }: Place): boolean => {
  const [part = '', , field = '', own] = path;
  if (room !== 'councils') return room === 'pathways' && field === 'promise';
  return part === 'ceilings' || (part === 'demo' && own === 'limitPence') || (LIMITS.includes(part) && kind !== 'cosmetic');
};

/** Whether the rest of the difference tells of everything in this document. */
const isTold = (
  document: ChangedDocument,
  { questionsAdded, questionsRemoved, ...rest }: ReturnType<typeof questionsOf>,
): boolean => {
  const { room, kind, places } = document;
  const named = [questionsAdded, questionsRemoved, rest.questionsReworded, rest.questionsAltered].some(
    ({ length }) => length > 0,
  );
  const allLimits = places.every((place) => isLimit(document, place));
  switch (room) {
    case 'letters':
      return true;
    case 'questions':
      return named;
    case 'councils':
      return allLimits;
    case 'pathways':
      return kind === 'structural' || allLimits;
    case 'forms':
    case 'allocation':
    case 'charging':
      return kind !== 'cosmetic';
    case 'support':
    case 'duties':
    case 'scenarios':
      return false;
  }
};

/**
 * Everything that is different for `council` once `after` is published in place of `before`. Never throws: of documents with faults it
 * says what it can, and which of them it could not read.
 * @example differenceOf(base, withoutQualityCheck, 'larkshire', { casesAYear: { 'adult-care': 1240 } }).sentence
 * // '−2 questions, −1 approval, about 3 minutes less for each of 1,240 people a year; the stage “Quality check of the plan” goes.'
 */
export const differenceOf = (before: Documents, after: Documents, council: string, figures?: CaseFigures): Difference => {
  const [from, to] = [ownDocuments(before, council), ownDocuments(after, council)];
  const changed = changedDocuments(from, to);
  const around = { was: sideOf(from, council), is: sideOf(to, council), changed };
  const { was, is } = around;
  const questions = questionsOf(around);
  const told: Omit<Difference, 'sentence'> = {
    kind: gravest(changed.map(({ kind }) => kind)),
    pathways: pathwaysOf(around, figures),
    ...questions,
    stagesAdded: stagesBeyond(is, was),
    stagesRemoved: stagesBeyond(was, is),
    letters: changed.flatMap(({ room, id }) => (room === 'letters' ? [id] : [])),
    figures: figuresIn(changed, isFigure),
    limits: figuresIn(changed, isLimit),
    forms: changed.flatMap(({ room, id, kind }) => (room === 'forms' && kind !== 'cosmetic' ? [id] : [])),
    others: changed.filter((document) => !isTold(document, questions)).map(({ path }) => path),
    documents: changed.map(({ path, how, kind }) => ({ path, how, kind })),
    unreadable: [...new Set([...was.unreadable, ...is.unreadable])].sort(),
  };
  return { ...told, sentence: differenceWords(told) };
};
