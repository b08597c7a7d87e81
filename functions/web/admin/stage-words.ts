/**
 * Pathways and stages in the words of administrators: kinds, who acts, how a stage can end and where that leads. Not what a pathway
 * may be (`lib/pathway`), nor the words of its picture (`kit/pathway-view.ts`).
 */
import type { ActingRole } from '../../../lib/domain/actor.ts';
import type { Form } from '../../../lib/domain/form.ts';
import { readingGrade, sentencesIn } from '../../../lib/domain/reading-grade.ts';
import { type Destination, End, isHuman, type StageDef, type StageKind } from '../../../lib/domain/stage.ts';
import { say } from '../../../lib/domain/text.ts';
import type { Pathway } from '../../../lib/pathway/schema.ts';

export const KIND: Readonly<Record<StageKind, string>> = {
  form: 'A form that somebody fills in',
  assessment: 'The assessment and the decision on who is eligible',
  'resource-allocation': 'The first figure, worked out from points',
  'plan-approval': 'Agreeing the plan',
  review: 'The review',
};

export const WHO: Readonly<Record<ActingRole, string>> = { person: 'The person', assessor: 'Worker', approver: 'Approver' };
export const whoWords = (stage: StageDef): string => (isHuman(stage) ? WHO[stage.who] : 'Nobody: it works by itself');

export const ENDS: Readonly<Record<End, string>> = {
  'support-in-place': 'the end, with support in place',
  'advice-given': 'the end, with advice given',
  'support-ended': 'the end of support',
};

export const promiseWords = (stage: StageDef): string => {
  if (!isHuman(stage)) return 'None';
  const { workingDays } = stage.promise;
  return workingDays === 1 ? '1 working day' : `${workingDays} working days`;
};

/** @example listed(['a', 'b', 'c']) // 'a, b and c' */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

export const quoted = (words: string): string => `“${words}”`;

/** @example leadWords({ stage: 'planning' }, pathway) // '“Support planning”' */
export const leadWords = (to: Destination, { stages }: Pick<Pathway, 'stages'>): string =>
  'end' in to ? ENDS[to.end] : quoted(stages.find(({ id }) => id === to.stage)?.title ?? to.stage);

/** The outcomes a stage has, with where each leads. */
export const waysOf = ({ outcomes }: Pick<StageDef, 'outcomes'>): { readonly outcome: string; readonly to: Destination }[] =>
  Object.entries(outcomes).flatMap(([outcome, to]) => (to ? [{ outcome, to }] : []));

/** An outcome in words: the form's own where it has some. @example outcomeWords(planApproval, 'returned', forms) // 'returned' */
export const outcomeWords = (stage: StageDef, outcome: string, forms: readonly Form[]): string => {
  const form = stage.kind === 'form' ? forms.find(({ id }) => id === stage.form) : undefined;
  const own = form?.page === 'questions' && Object.hasOwn(form.outcomes, outcome) ? form.outcomes[outcome]?.text : undefined;
  return own ?? outcome.replaceAll('-', ' ');
};

export const formWords = (id: string, forms: readonly Form[]): string => say(forms.find((form) => form.id === id)?.title) || id;

/** A destination as the value of a choice, and back. @example leadValue({ end: 'advice-given' }) // 'end advice-given' */
export const leadValue = (to: Destination): string => ('end' in to ? `end ${to.end}` : `stage ${to.stage}`);

/** Everywhere an outcome can lead, the stages first. */
export const leadChoices = ({ stages }: Pick<Pathway, 'stages'>): { value: string; text: string }[] => [
  ...stages.map(({ id, title }) => ({ value: leadValue({ stage: id }), text: title })),
  ...End.options.map((end) => ({ value: leadValue({ end }), text: `${ENDS[end][0]?.toUpperCase()}${ENDS[end].slice(1)}` })),
];

/** Where a chosen value leads; nothing where it is none of the choices. */
export const leadOf = (value: string, { stages }: Pick<Pathway, 'stages'>): Destination | undefined => {
  const stage = stages.find(({ id }) => leadValue({ stage: id }) === value);
  if (stage) return { stage: stage.id };
  const end = End.options.find((each) => leadValue({ end: each }) === value);
  return end && { end };
};

/** Words for people are meant to be at this grade or below it. */
const GOOD_GRADE = 6;

/** How hard it is to read, in a sentence. @example gradeWords('We look at it') // 'It reads at grade 0. That is easy enough.' */
export const gradeWords = (words: string): string => {
  const grade = Math.max(0, Math.round(readingGrade(sentencesIn(words))));
  return grade <= GOOD_GRADE
    ? `It reads at grade ${grade}. That is easy enough.`
    : `It reads at grade ${grade}. Aim for ${GOOD_GRADE} or less: shorter words, shorter sentences.`;
};
