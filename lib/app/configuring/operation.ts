/**
 * A change to what a council decides, as a typed operation: what is done to which document, and never a whole edited file where a word
 * would do. Pure: documents in, documents out. Every operation can be turned round, and whatever it does not name stays as it was.
 */
import * as z from 'zod';
import { type Documents, isPlace } from './documents.ts';

const Path = z.string().refine(isPlace, 'That is no place for a decision.');

/** One document as a whole: what an import does, and what any operation is undone by. */
export const PutDocument = z
  .object({ type: z.literal('put-document'), path: Path, json: z.record(z.string(), z.unknown()) })
  .strict();
export const RemoveDocument = z.object({ type: z.literal('remove-document'), path: Path }).strict();

export const Operation = z.discriminatedUnion('type', [PutDocument, RemoveDocument]);
export type Operation = z.infer<typeof Operation>;
export type OperationOf<T extends Operation['type']> = Extract<Operation, { type: T }>;

/** Why an operation cannot be done on these documents: one plain sentence, and nothing was changed. */
export type CannotDo = { readonly cannot: string };
export const isCannot = (result: Documents | CannotDo): result is CannotDo =>
  'cannot' in result && typeof result.cannot === 'string';

export const apply = (documents: Documents, operation: Operation): Documents | CannotDo => {
  switch (operation.type) {
    case 'put-document':
      return { ...documents, [operation.path]: operation.json };
    case 'remove-document': {
      const { [operation.path]: gone, ...others } = documents;
      return gone === undefined ? { cannot: `There is no document ${operation.path} to take out.` } : others;
    }
  }
};

/** The operations that make `before` again out of `after`, last first. */
export const inverse = (before: Documents, after: Documents): Operation[] => {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return paths
    .filter((path) => before[path] !== after[path])
    .map((path): Operation => {
      const was = before[path];
      return was === undefined
        ? { type: 'remove-document', path }
        : { type: 'put-document', path, json: was as Record<string, unknown> };
    });
};
