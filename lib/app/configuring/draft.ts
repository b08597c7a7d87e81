/**
 * A draft: changes to a published bundle that nobody lives by yet. It is the list of its changes and nothing else; what it amounts to
 * is worked out from the published documents each time. Storing it is a port; publishing it is `publish.ts`.
 */
import * as z from 'zod';
import type { Documents } from './documents.ts';
import { apply, type CannotDo, isCannot, Operation } from './operation.ts';

const Signed = z.object({ id: z.string(), name: z.string() });

/** One operation with who did it, when and why. */
export const Change = z.object({
  id: z.string(),
  at: z.string(),
  by: Signed,
  reason: z.string().max(500),
  operation: Operation,
});
export type Change = z.infer<typeof Change>;

export const DraftId = z.string().regex(/^D-[A-Z0-9]{6,12}$/);

export const Draft = z.object({
  id: DraftId,
  /** Counts its saves: two people who change it at once are told, and neither loses anything. */
  revision: z.int(),
  title: z.string().min(1).max(120),
  /** The published version it changes. */
  base: z.string(),
  startedAt: z.string(),
  startedBy: Signed,
  changes: z.array(Change),
  /** Undone and not yet overwritten, the last one first. */
  undone: z.array(Change).default([]),
  /** Everybody who began, changed, undid or handed over anything in it. */
  hands: z.array(Signed),
  /** `open`: being changed. `checked`: handed over for a second person to publish. `published` and `dropped` are ends. */
  state: z.enum(['open', 'checked', 'published', 'dropped']),
  checkedAt: z.string().optional(),
  checkedBy: Signed.optional(),
  published: z.string().optional(),
});
export type Draft = z.infer<typeof Draft>;

/** A draft for a list, without its changes. */
export type DraftLine = Pick<Draft, 'id' | 'title' | 'base' | 'startedAt' | 'startedBy' | 'state' | 'published' | 'revision'> & {
  readonly changes: number;
};

/** The documents as the draft would have them; a change that cannot be done on `base` is named. */
export const draftDocuments = (base: Documents, draft: Pick<Draft, 'changes'>): Documents | (CannotDo & { change: Change }) => {
  let documents = base;
  for (const change of draft.changes) {
    const after = apply(documents, change.operation);
    if (isCannot(after)) return { ...after, change };
    documents = after;
  }
  return documents;
};
