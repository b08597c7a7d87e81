/**
 * Ids are for good: they are stored on cases, facts and letters, so what has one keeps it and no other thing ever gets it (V21). Every id
 * that was ever published is in a ledger with the kind of thing it is; this finds what a draft would break of that, whatever it was made
 * by, an import included. Not what else is wrong (`documentsFaults`).
 */
import { type Documents, idOf, inRoom } from './documents.ts';

export type IdFault = {
  readonly file: string;
  readonly code: 'id-reused' | 'question-dropped';
  readonly where: string;
  readonly message: string;
};

/** `questions/about.name` → `text`; `stages/adult-care/review` → `review`; `forms/about-you` → `part`. */
export type IdLedger = Readonly<Record<string, string>>;

/** Something with an id and what kind of thing it is. */
type Named = { readonly file: string; readonly id: string; readonly kind: string };

const fieldOf = (json: unknown, field: string): unknown =>
  typeof json === 'object' && json !== null && Object.hasOwn(json, field) ? Reflect.get(json, field) : undefined;
const listOf = (json: unknown, field: string): readonly unknown[] => {
  const value = fieldOf(json, field);
  return Array.isArray(value) ? value : [];
};

const namedIn = (file: string, all: readonly unknown[], field: string): Named[] =>
  all.flatMap((each) => {
    const [id, kind] = [idOf(each), fieldOf(each, field)];
    return id === undefined ? [] : [{ file, id, kind: typeof kind === 'string' ? kind : '' }];
  });

const questions = (documents: Documents): Named[] =>
  inRoom(documents, 'questions').flatMap(([file, json]) => namedIn(file, listOf(json, 'questions'), 'type'));
const forms = (documents: Documents): Named[] =>
  inRoom(documents, 'forms').flatMap(([file, json]) => namedIn(file, [json], 'page'));
/** Stages are named within their pathway. */
const stages = (documents: Documents): Named[] =>
  inRoom(documents, 'pathways').flatMap(([file, json]) =>
    namedIn(file, listOf(json, 'stages'), 'kind').map((each) => ({ ...each, id: `${idOf(json)}/${each.id}` })),
  );

const WHAT = { questions: 'question', forms: 'form', stages: 'stage' } as const;
const allIn = (documents: Documents): readonly (Named & { readonly what: keyof typeof WHAT })[] => [
  ...questions(documents).map((each) => ({ ...each, what: 'questions' as const })),
  ...forms(documents).map((each) => ({ ...each, what: 'forms' as const })),
  ...stages(documents).map((each) => ({ ...each, what: 'stages' as const })),
];

/** The ledger once `documents` are published: what was in it stays as it was. */
export const withIds = (ledger: IdLedger, documents: Documents): IdLedger => ({
  ...Object.fromEntries(allIn(documents).map(({ what, id, kind }) => [`${what}/${id}`, kind])),
  ...ledger,
});

/** Ids that would come to mean another kind of thing than they ever did. */
export const reusedIds = (ledger: IdLedger, after: Documents): IdFault[] =>
  allIn(after).flatMap(({ what, file, id, kind }): IdFault[] => {
    const key = `${what}/${id}`;
    const was = Object.hasOwn(ledger, key) ? ledger[key] : undefined;
    if (was === undefined || was === kind) return [];
    const message = `“${id}” was the id of a ${WHAT[what]} of another kind (${was}), and cases still say so. Give this one (${kind}) an id of its own.`;
    return [{ file, code: 'id-reused', where: id, message }];
  });

/** Questions that are gone from the bank instead of retired: answers to them could no longer be read. */
export const droppedQuestions = (before: Documents, after: Documents): IdFault[] => {
  const ids = new Set(questions(after).map(({ id }) => id));
  return questions(before)
    .filter(({ id }) => !ids.has(id))
    .map(({ file, id }): IdFault => {
      const message = `The question “${id}” is no longer in the bank, and answers to it could not be read. Put it back and retire it.`;
      return { file, code: 'question-dropped', where: id, message };
    });
};
