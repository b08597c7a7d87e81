/**
 * Who may do what: one pure table for pages, commands and the API. Rules about a *particular* record (author ≠ approver, limits)
 * are decided with that record, in `decide`; this table only says who may try.
 */
import { ActingRole, type Actor, type Role } from './actor.ts';

/** `own`: only on their own case. `any`: on every case of this council. Absent: not at all. */
type Reach = 'own' | 'any';

const TABLE = {
  'view-case': { person: 'own', assessor: 'any', approver: 'any' },
  'view-work': { assessor: 'any', approver: 'any' },
  'open-case': { person: 'own', assessor: 'any' },
  'answer-question': { person: 'own', assessor: 'any' },
  'send-story': { person: 'own', assessor: 'any' },
  'take-work': { assessor: 'any', approver: 'any' },
  'put-back-work': { assessor: 'any', approver: 'any' },
  'confirm-assessment': { assessor: 'any' },
  'save-plan': { assessor: 'any' },
  'offer-plan': { assessor: 'any' },
  'fill-form': { person: 'own', assessor: 'any', approver: 'any' },
  'approve-plan': { approver: 'any' },
  'return-plan': { approver: 'any' },
  'ask-for-review': { person: 'own', assessor: 'any' },
  'record-review': { assessor: 'any' },
  withdraw: { person: 'own', assessor: 'any' },
  'restart-run': { assessor: 'any', system: 'any' },
  'open-stage': { system: 'any' },
  'allocate-resources': { system: 'any' },
  'miss-promise': { system: 'any' },
  'flag-attention': { system: 'any' },
  'open-due-review': { system: 'any' },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>;

export type Action = keyof typeof TABLE;
export const ACTIONS = Object.keys(TABLE) as Action[];

/** What an actor is on the case of `personId`: on their own, the person and nothing else. */
export const rolesOn = (actor: Actor, personId?: string): readonly Role[] => (personId === actor.id ? ['person'] : actor.roles);

/**
 * The role in which `actor` may fill in a form that waits for `who`. Staff may fill in a person's form with them; nobody else stands
 * in for anybody.
 */
export const fillingRole = (actor: Actor, who: Role, personId?: string): Role | undefined => {
  const roles = rolesOn(actor, personId);
  if (roles.includes(who)) return who;
  return who === 'person' && roles.includes('assessor') ? 'assessor' : undefined;
};

/**
 * The role in which `actor` may try `action` on the case of `personId`; `undefined` when they may not. Without a person (a list, a
 * new case) reach `own` is enough, because what is then shown or opened is the actor's own. On their own case everybody is the
 * person and nothing else: whoever works for the council neither assesses themself nor agrees their own plan.
 */
export const roleFor = (actor: Actor | undefined, action: Action, personId?: string): Role | undefined => {
  if (!actor) return undefined;
  const row: Partial<Record<Role, Reach>> = TABLE[action];
  return rolesOn(actor, personId).find((role) => {
    const reach = row[role];
    return reach === 'any' || (reach === 'own' && (personId === undefined || personId === actor.id));
  });
};

/** Whether `actor` may try `action`: `roleFor` finds a role for it. */
export const may = (actor: Actor | undefined, action: Action, personId?: string): boolean =>
  roleFor(actor, action, personId) !== undefined;

/** Whom a stage can wait for so that all of `actions` can be done there: on anybody's case, or the person on their own. */
export const rolesFor = (actions: readonly Action[]): readonly ActingRole[] =>
  ActingRole.options.filter((role) => actions.every((action) => Object.hasOwn(TABLE[action], role)));

/** Whether the actor works for the council: decides which pages are theirs, never what they may do. */
export const isStaff = (actor: Actor): boolean => actor.roles.some((role) => role !== 'person' && role !== 'system');
