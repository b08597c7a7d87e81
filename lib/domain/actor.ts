/**
 * Who is doing something. Not how they signed in (that is `functions/web/kit/session`), nor what they may do (that is
 * `permission.ts`). Every event carries the id and role of its actor.
 */
import * as z from 'zod';

/**
 * The people of domain.md §6.5 that this version knows. `person` is the adult or carer whose case it is; `helper` was invited to part
 * of it, `representative` acts for them (both are grants on one case, never something a session carries). `system` is the council's
 * own machinery (the state machine, a schedule), which may move a case along but never decides anything about a person.
 */
export const Role = z.enum(['person', 'helper', 'representative', 'assessor', 'approver', 'configurer', 'system']);
export type Role = z.infer<typeof Role>;

/** A stage waits for one of these; the machine and the configurer never hold a stage. */
export const ActingRole = z.enum(['person', 'assessor', 'approver']);
export type ActingRole = z.infer<typeof ActingRole>;

export const ActorId = z.string().regex(/^[A-Za-z0-9-]{3,64}$/, 'An id is 3 to 64 letters, digits and hyphens.');

export const Actor = z.object({
  id: ActorId,
  name: z.string().min(1).max(120),
  roles: z.array(Role).min(1),
  /** The most this person may agree to, in pence a week. Absent: no delegated limit, so they may agree nothing. */
  limitPence: z.number().int().nonnegative().optional(),
  /** Sits on the panel, where the council has one. */
  panel: z.boolean().optional(),
});
export type Actor = z.infer<typeof Actor>;

/** The council's machinery: opens stages, works out allocations, notices missed promises. */
export const SYSTEM: Actor = { id: 'system', name: 'Ownway', roles: ['system'] };
