/**
 * Documents as a whole: put in, taken out, replaced all at once by an import or a restore, and the scenarios a draft is tried with.
 * What is in them is not looked at here; everything that is published goes through `documentsFaults`.
 */
import * as z from 'zod';
import { StageId } from '../../../domain/stage.ts';
import { type Documents, fileText, isPlace } from '../documents.ts';
import { cannot, deed, Json, quoted, textOf } from './deed.ts';
import { without } from './written.ts';

const Path = z.string().refine(isPlace, 'That is no place for a decision.');

const held = (documents: Documents, path: string): unknown => (Object.hasOwn(documents, path) ? documents[path] : undefined);

/** The document there was where nothing in it differs, so that what was not touched is seen not to be. */
const sameOr = (documents: Documents, path: string, json: unknown): unknown => {
  const was = held(documents, path);
  return was !== undefined && fileText(was) === fileText(json) ? was : json;
};

/** The register of duties is the law's and not the council's: it comes with a deployment, and no draft changes it. */
const isLaw = (path: string): boolean => path.startsWith('duties/');
const NOT_EDITED = 'The register of legal duties comes with a deployment and is not changed in a draft.';

/** One document as a whole: what an import does, and what any operation is undone by. */
const putDocument = deed(
  'put-document',
  { path: Path, json: Json },
  {
    touches: ({ path }) => path,
    words: (documents, { path }) => `${held(documents, path) === undefined ? 'Adds' : 'Replaces'} the whole of ${path}.`,
    // The document itself is put there even when it says the same: undoing gives back the very one that was there before.
    apply: (documents, { path, json }) => (isLaw(path) ? cannot(NOT_EDITED) : { ...documents, [path]: json }),
  },
);

const removeDocument = deed(
  'remove-document',
  { path: Path },
  {
    touches: ({ path }) => path,
    words: (_, { path }) => `Takes out the whole of ${path}.`,
    apply: (documents, { path }) =>
      isLaw(path)
        ? cannot(NOT_EDITED)
        : held(documents, path) === undefined
          ? cannot(`There is no document ${path} to take out.`)
          : without(documents, path),
  },
);

const MOST_DOCUMENTS = 5_000;

const replaceDocuments = deed(
  'replace-documents',
  { documents: z.record(Path, Json) },
  {
    touches: () => 'everything',
    words: (_, { documents }) => `Replaces everything by ${Object.keys(documents).length} documents.`,
    apply: (before, { documents }) => {
      const paths = Object.keys(documents);
      if (paths.length === 0) return cannot('There is nothing in it. Everything would be taken out.');
      if (paths.length > MOST_DOCUMENTS)
        return cannot(`These are ${paths.length} documents, and more than ${MOST_DOCUMENTS} cannot be taken at once.`);
      const own = Object.entries(before).filter(([path]) => isLaw(path));
      // Where there is a register already it stays: neither an old version nor somebody else's file brings another.
      const taken = own.length > 0 ? paths.filter((path) => !isLaw(path)) : paths;
      return Object.fromEntries([...taken.map((path) => [path, sameOr(before, path, documents[path])] as const), ...own]);
    },
  },
);

const scenarioPath = (id: string): string => `scenarios/${id}.json`;

const saveScenario = deed(
  'save-scenario',
  { scenario: z.looseObject({ id: StageId }) },
  {
    touches: ({ scenario }) => `scenarios/${scenario.id}`,
    words: (documents, { scenario }) => {
      const title = textOf(scenario, 'title') || scenario.id;
      return `${held(documents, scenarioPath(scenario.id)) === undefined ? 'Saves' : 'Changes'} the scenario ${quoted(title)}.`;
    },
    apply: (documents, { scenario }) => {
      const path = scenarioPath(scenario.id);
      const json = sameOr(documents, path, scenario);
      return json === held(documents, path) ? documents : { ...documents, [path]: json };
    },
  },
);

const removeScenario = deed(
  'remove-scenario',
  { id: StageId },
  {
    touches: ({ id }) => `scenarios/${id}`,
    words: (_, { id }) => `Takes out the scenario ${quoted(id)}.`,
    apply: (documents, { id }) =>
      held(documents, scenarioPath(id)) === undefined
        ? cannot(`There is no scenario ${quoted(id)}.`)
        : without(documents, scenarioPath(id)),
  },
);

export const WHOLE_DEEDS = [putDocument, removeDocument, replaceDocuments, saveScenario, removeScenario] as const;
