/**
 * How far a change reaches: words only, what an answer or a figure means, or which stages, ways and questions there are. Only the last
 * two can touch a case that is under way. Not what differs in words for people (`difference.ts`), nor whether it may be published.
 */
import { type AskingForm, type Form, sectionsOf } from '../../domain/form.ts';
import { formChange } from '../../domain/form-change.ts';
import { bankOf, type Question } from '../../domain/question.ts';
import { type Documents, fileText, readRoom } from './documents.ts';
import { contentOf, MEANING, STRUCTURE } from './edit-views.ts';
import type { RoomName } from './rooms.ts';

export type KindOfEdit = 'none' | 'cosmetic' | 'meaning' | 'structural';

const RANK: readonly KindOfEdit[] = ['none', 'cosmetic', 'meaning', 'structural'];

/** The further of two. @example further('cosmetic', 'meaning') // 'meaning' */
export const further = (one: KindOfEdit, other: KindOfEdit): KindOfEdit =>
  RANK.indexOf(one) >= RANK.indexOf(other) ? one : other;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The rooms whose documents are told apart field by field; forms and the bank are read together below. */
const PLAIN = [
  'pathways',
  'duties',
  'allocation',
  'charging',
  'letters',
  'support',
  'councils',
] as const satisfies readonly RoomName[];

const plainKind = (before: Documents, after: Documents, room: (typeof PLAIN)[number]): KindOfEdit => {
  const [was, is] = [contentOf(before, room), contentOf(after, room)];
  if (same(was, is)) return 'none';
  const structure = (all: readonly unknown[]) => all.map(STRUCTURE[room]).filter((each) => each !== undefined);
  if (!same(structure(was), structure(is))) return 'structural';
  return same(was.map(MEANING[room]), is.map(MEANING[room])) ? 'cosmetic' : 'meaning';
};

const isAsking = (form: Form): form is AskingForm => form.page !== 'plan';

type Side = { readonly forms: readonly Form[]; readonly questions: readonly Question[]; readonly broken: boolean };

const sideOf = (documents: Documents): Side => {
  const forms = readRoom(documents, 'forms');
  const files = readRoom(documents, 'questions');
  return {
    forms: forms.values,
    questions: files.values.flatMap(({ questions }) => questions),
    broken: forms.faults.length + files.faults.length > 0,
  };
};

/** What a form is besides its questions and its words. */
const formShape = (form: Form): unknown => [
  form.id,
  form.page,
  form.for,
  form.page === 'questions' ? Object.keys(form.outcomes).sort() : [],
  // A page or a section with another id is another page, though the questions on it stay.
  sectionsOf(form).map(({ id, pages }) => [id, pages.map((page) => page.id)]),
];

const formMeaning = (form: Form): unknown => [
  form.id,
  form.page === 'part' && form.anytime,
  form.page === 'questions' ? Object.entries(form.outcomes).map(([outcome, { needsReasons }]) => [outcome, needsReasons]) : [],
];

/** What is done with an answer: who reads it, how long it lasts, what uses it. What it can be is told by `formChange`. */
const useOf = (question: Question): unknown => {
  const { id, why, sensitivity, freshFor, retention, statutoryId, withheld } = question;
  return [id, why.usedBy, sensitivity, freshFor, retention, statutoryId, withheld];
};

const byId = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
  [...list].sort((one, other) => (one.id < other.id ? -1 : 1));

const questionsKind = (before: Side, after: Side): KindOfEdit => {
  if (before.broken || after.broken) return 'structural';
  const { kind } = formChange(
    { forms: byId(before.forms.filter(isAsking)), bank: bankOf(before.questions) },
    { forms: byId(after.forms.filter(isAsking)), bank: bankOf(after.questions) },
  );
  if (!same(byId(before.forms).map(formShape), byId(after.forms).map(formShape))) return 'structural';
  const still = new Set(after.questions.map(({ id }) => id));
  const both = before.questions.filter(({ id }) => still.has(id)).map(({ id }) => id);
  const uses = ({ questions }: Side) => byId(questions.filter(({ id }) => both.includes(id))).map(useOf);
  const otherUse =
    !same(uses(before), uses(after)) || !same(byId(before.forms).map(formMeaning), byId(after.forms).map(formMeaning));
  return further(kind, otherUse ? 'meaning' : 'none');
};

const fileTextOf = (documents: Documents, path: string): string => {
  const json = documents[path];
  return json === undefined ? '' : fileText(json);
};

/**
 * How far the change from `before` to `after` reaches. Something that differs and that nobody is asked, told or decided by is cosmetic:
 * a note, an owner, a scenario, a question that no form asks yet. What cannot be read counts as structural.
 */
export const kindOfEdit = (before: Documents, after: Documents): KindOfEdit => {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  const differing = [...paths].filter(
    (path) => before[path] !== after[path] && fileTextOf(before, path) !== fileTextOf(after, path),
  );
  const rooms = new Set(differing.map((path) => path.split('/')[0] ?? ''));
  const plain = PLAIN.filter((room) => rooms.has(room)).map((room) => plainKind(before, after, room));
  const asked = rooms.has('forms') || rooms.has('questions');
  const questions = asked ? [questionsKind(sideOf(before), sideOf(after))] : [];
  const least: KindOfEdit = differing.length > 0 ? 'cosmetic' : 'none';
  return [...plain, ...questions].reduce(further, least);
};
