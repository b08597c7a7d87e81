/** A draft that replaces everything at once, handed over for publishing: what `import` and `rollback` have in common. */
import { randomUUID } from 'node:crypto';
import type { Configured } from '../../lib/app/configuring/configure.ts';
import type { Documents } from '../../lib/app/configuring/documents.ts';
import { replacing } from '../../lib/app/configuring/operation.ts';
import type { Actor } from '../../lib/domain/actor.ts';
import type { Connection } from './connection.ts';

type Refused = Exclude<Configured, { done: true }>;
export type Drafted =
  | { readonly handedOver: true; readonly id: string }
  | { readonly handedOver: false; readonly id?: string; readonly refusal: Refused };

/** Where it cannot be handed over the draft is kept, so that it can be put right in the browser. */
export const draftOf = async (
  ports: Connection,
  by: Actor,
  title: string,
  reason: string,
  documents: Documents,
): Promise<Drafted> => {
  const { beginDraft, configure } = await import('../../lib/app/configuring/configure.ts');
  const request = randomUUID();
  const begun = await beginDraft(ports, { by, title, request });
  if (!begun.done) return { handedOver: false, refusal: begun };
  const { id } = begun.draft;
  const command = { type: 'change-draft', operation: replacing(documents), reason } as const;
  const changed = await configure(ports, { draftId: id, by, command, request: `${request}-change` });
  if (!changed.done) return { handedOver: false, id, refusal: changed };
  const checked = await configure(ports, { draftId: id, by, command: { type: 'check-draft' }, request: `${request}-check` });
  return checked.done ? { handedOver: true, id } : { handedOver: false, id, refusal: checked };
};
