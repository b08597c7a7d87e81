/**
 * Ids are for good: they are stored on cases, facts and letters, so what has one keeps it and no other thing gets it (V21). This finds
 * what a draft would break of that, whatever it was made by, an import included. Not what else is wrong (`documentsFaults`).
 */
import { type Documents, idOf, inRoom } from './documents.ts';

export type IdFault = {
  readonly file: string;
  readonly code: 'id-reused' | 'question-dropped';
  readonly where: string;
  readonly message: string;
};

/** Something with an id and what kind of thing it is. */
type Named = { readonly file: string; readonly id: string; readonly kind: string };

const listOf = (json: unknown, field: string): readonly unknown[] => {
  const value = typeof json === 'object' && json !== null && Object.hasOwn(json, field) ? Reflect.get(json, field) : undefined;
  return Array.isArray(value) ? value : [];
};
const kindOf = (json: unknown, field: string): string => {
  const value = typeof json === 'object' && json !== null && Object.hasOwn(json, field) ? Reflect.get(json, field) : '';
  return typeof value === 'string' ? value : '';
};

const namedIn = (file: string, all: readonly unknown[], field: string): Named[] =>
  all.flatMap((each) => {
    const id = idOf(each);
    return id === undefined ? [] : [{ file, id, kind: kindOf(each, field) }];
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

const reused = (before: readonly Named[], after: readonly Named[], what: string): IdFault[] => {
  const was = new Map(before.map(({ id, kind }) => [id, kind]));
  return after.flatMap(({ file, id, kind }): IdFault[] => {
    const old = was.get(id);
    if (old === undefined || old === kind) return [];
    const message = `“${id}” was the id of a ${what} of another kind (${old}), and cases still say so. Give this one (${kind}) an id of its own.`;
    return [{ file, code: 'id-reused', where: id, message }];
  });
};

/**
 * What would become of ids: a question taken out of the bank instead of retired, and a stage, a form or a question that has the id of
 * another kind of thing in what was published. Empty where every id means what it meant.
 */
export const idFaults = (published: Documents, after: Documents): IdFault[] => {
  const left = questions(after);
  const ids = new Set(left.map(({ id }) => id));
  const dropped = questions(published)
    .filter(({ id }) => !ids.has(id))
    .map(({ file, id }): IdFault => {
      const message = `The question “${id}” is no longer in the bank, and answers to it could not be read. Put it back and retire it.`;
      return { file, code: 'question-dropped', where: id, message };
    });
  return [
    ...dropped,
    ...reused(questions(published), left, 'question'),
    ...reused(forms(published), forms(after), 'form'),
    ...reused(stages(published), stages(after), 'stage'),
  ];
};
