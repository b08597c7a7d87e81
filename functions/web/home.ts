/** Where somebody who is signed in begins. Not who may see what: each page asks that for itself. Called by signing in and by `/my`. */
import type { Actor } from '../../lib/domain/actor.ts';
import { isStaff, may } from '../../lib/domain/permission.ts';

export const ADMIN = '/admin';
export const WORK = '/work';

/** @example homeOf(wren) // '/admin': she sets up forms and stages, and has no cases */
export const homeOf = (actor: Actor): string => {
  if (!isStaff(actor)) return '/my';
  return may(actor, 'view-work') ? WORK : ADMIN;
};
