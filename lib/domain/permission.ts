/**
 * Who may do what: one pure table for pages, commands and the API. Rules about a *particular* record (author ≠ approver, limits, which
 * part of a form) are decided with that record, in `decide`; this table only says who may try.
 */
import { ActingRole, type Actor, type Role } from './actor.ts';
import { actsForThem, type Grant, grantOf } from './circle.ts';
import { type LeadArrangement, leadOn } from './lead.ts';

/** `own`: only on their own case. `invited`: on a case they were let in on. `any`: on every case of this council. */
type Reach = 'own' | 'invited' | 'any';

const THEIR_SIDE = { person: 'own', representative: 'invited', assessor: 'any' } as const;
const WITH_HELPERS = { ...THEIR_SIDE, helper: 'invited' } as const;

const TABLE = {
  'view-case': { ...THEIR_SIDE, approver: 'any' },
  'view-work': { assessor: 'any', approver: 'any' },
  'open-case': { person: 'own', assessor: 'any' },
  'answer-question': WITH_HELPERS,
  'confirm-answers': WITH_HELPERS,
  'adopt-configuration': WITH_HELPERS,
  'send-story': THEIR_SIDE,
  'invite-person': THEIR_SIDE,
  'join-circle': { helper: 'invited', representative: 'invited' },
  'record-authority-seen': { assessor: 'any' },
  'remove-person': WITH_HELPERS,
  'write-message': { ...THEIR_SIDE, approver: 'any' },
  'raise-challenge': THEIR_SIDE,
  'acknowledge-challenge': { assessor: 'any', approver: 'any' },
  'answer-challenge': { assessor: 'any', approver: 'any' },
  'take-work': { assessor: 'any', approver: 'any' },
  'put-back-work': { assessor: 'any', approver: 'any' },
  'confirm-assessment': { assessor: 'any' },
  // Who of these holds the pen just now is `lead.ts`.
  'save-plan': THEIR_SIDE,
  'offer-plan': THEIR_SIDE,
  'arrange-lead': THEIR_SIDE,
  'propose-change': THEIR_SIDE,
  'settle-proposal': THEIR_SIDE,
  'start-urgent-support': { assessor: 'any', approver: 'any' },
  'end-urgent-support': { assessor: 'any', approver: 'any' },
  'record-finances': { assessor: 'any' },
  'explain-ways': THEIR_SIDE,
  'arrange-money': { assessor: 'any' },
  'record-audit': { approver: 'any' },
  'fill-form': { ...THEIR_SIDE, approver: 'any' },
  'approve-plan': { approver: 'any' },
  'return-plan': { approver: 'any' },
  // The council's machinery asks where something that is paid for together has changed.
  'ask-for-review': { ...THEIR_SIDE, system: 'any' },
  'record-review': { assessor: 'any' },
  withdraw: { person: 'own', assessor: 'any' },
  // What the council decides for everybody: drafts of it, and making one the rule. Never a case.
  configure: { configurer: 'any' },
  'publish-configuration': { configurer: 'any' },
  'restart-run': { assessor: 'any', system: 'any' },
  'move-case': { configurer: 'any', system: 'any' },
  'open-stage': { system: 'any' },
  'allocate-resources': { system: 'any' },
  'miss-promise': { system: 'any' },
  'flag-attention': { system: 'any' },
  'open-due-review': { system: 'any' },
} as const satisfies Record<string, Partial<Record<Role, Reach>>>;

export type Action = keyof typeof TABLE;
export const ACTIONS = Object.keys(TABLE) as Action[];

/** On whose case something is tried, and who was let in on it. A `Case` with today's date is one. */
export type Subject = {
  readonly person: { readonly id: string };
  readonly circle?: readonly Grant[];
  readonly lead?: LeadArrangement;
  readonly today: string;
};

type Whose = {
  readonly person: { readonly id: string };
  readonly circle?: readonly Grant[];
  readonly lead?: LeadArrangement | undefined;
};

/** @example subjectOf(state, '2026-11-21') */
export const subjectOf = ({ person, circle, lead }: Whose, today: string): Subject => {
  return { person, ...(circle && { circle }), ...(lead && { lead }), today };
};

/**
 * What an actor is on a case: on their own, the person and nothing else; where they were invited, what they were invited as and
 * nothing else, so that no worker assesses or agrees for a friend. Whom the person asked to take over for now acts for them until the
 * day to check in.
 */
export const rolesOn = (actor: Actor, subject?: Subject): readonly Role[] => {
  if (!subject) return actor.roles;
  if (subject.person.id === actor.id) return ['person'];
  const invited = subject.circle?.some(({ id }) => id === actor.id);
  if (!invited) return actor.roles;
  const grant = grantOf(subject.circle ?? [], actor.id, subject.today);
  if (!grant) return [];
  const leads = leadOn(subject.lead, subject.today).who?.id === actor.id;
  return [actsForThem(grant) || leads ? 'representative' : 'helper'];
};

/**
 * The role in which `actor` may fill in a form that waits for `who`. Staff may fill in a person's form with them, and so may whoever
 * acts for them; nobody else stands in for anybody.
 */
export const fillingRole = (actor: Actor, who: Role, subject?: Subject): Role | undefined => {
  const roles = rolesOn(actor, subject);
  if (roles.includes(who)) return who;
  return who === 'person' ? roles.find((role) => role === 'representative' || role === 'assessor') : undefined;
};

/**
 * The role in which `actor` may try `action` on the case of `subject`; `undefined` when they may not. Without a subject (a list, a
 * new case) reach `own` is enough, because what is then shown or opened is the actor's own. On their own case everybody is the
 * person and nothing else: whoever works for the council neither assesses themself nor agrees their own plan.
 */
export const roleFor = (actor: Actor | undefined, action: Action, subject?: Subject): Role | undefined => {
  if (!actor) return undefined;
  const row: Partial<Record<Role, Reach>> = TABLE[action];
  return rolesOn(actor, subject).find((role) => {
    const reach = row[role];
    if (reach === 'own') return subject === undefined || subject.person.id === actor.id;
    return reach !== undefined;
  });
};

/** Whether `actor` may try `action`: `roleFor` finds a role for it. */
export const may = (actor: Actor | undefined, action: Action, subject?: Subject): boolean =>
  roleFor(actor, action, subject) !== undefined;

/** Whom a stage can wait for so that all of `actions` can be done there: on anybody's case, or the person on their own. */
export const rolesFor = (actions: readonly Action[]): readonly ActingRole[] =>
  ActingRole.options.filter((role) => actions.every((action) => Object.hasOwn(TABLE[action], role)));

const STAFF: readonly Role[] = ['assessor', 'approver', 'configurer'];
/** Whether the actor works for the council: decides which pages are theirs, never what they may do. */
export const isStaff = (actor: Actor): boolean => actor.roles.some((role) => STAFF.includes(role));
