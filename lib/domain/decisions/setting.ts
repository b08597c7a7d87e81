/**
 * What every decision is made from, and the small steps they share: signing an event, promising a date, moving a case on.
 * Pure: the time comes in as `now`.
 */
import type { Actor, Role } from '../actor.ts';
import { tierFor } from '../approval.ts';
import { addWorkingDays, type IsoDate, toIsoDate } from '../calendar.ts';
import type { Case, Underway } from '../case.ts';
import type { Configuration } from '../configuration.ts';
import type { CaseEvent, ClosedEnd, Promised, Signed } from '../event.ts';
import { holdingGap, lastReviewOn } from '../holding.ts';
import type { Household } from '../household.ts';
import type { Plan } from '../plan.ts';
import { shareGap } from '../plan-gaps.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { nextReview } from '../review.ts';
import { isHuman, leadsTo, type StageDef, type StageId, type StageKind, stageOf } from '../stage.ts';
import { isGoing } from '../urgent-support.ts';

export type Decision = CaseEvent[] | Refusal;

/** A decision's surroundings. `S` narrows the state once it has been checked. */
export type Setting<S extends Case = Case> = {
  readonly state: S;
  readonly by: Actor;
  /** The role that lets them do this: it is what the event is signed with. */
  readonly role: Role;
  readonly configuration: Configuration;
  readonly now: Date;
  /** The households whose pools the case's plan has a share of. */
  readonly households?: readonly Household[] | undefined;
};

type Unsigned = CaseEvent extends infer E ? (E extends CaseEvent ? Omit<E, 'at' | 'by'> : never) : never;
type Signable = Pick<Setting, 'by' | 'role' | 'now'>;

export const signed = (actor: Actor): Signed => ({ id: actor.id, name: actor.name });

/** The event with who and when. */
export const happened = ({ by, role, now }: Signable, event: Unsigned): CaseEvent =>
  ({ ...event, at: now.toISOString(), by: { ...signed(by), role } }) as CaseEvent;

/**
 * The date the person is told for `stage`, counted in working days from today; none for an automatic stage.
 * @example ten working days promised on Friday 18 December 2026 → due 4 January 2027 (25, 28 December and 1 January are holidays)
 */
export const promiseFor = (
  { configuration, now, state }: Pick<Setting, 'configuration' | 'now'> & { readonly state?: Case | undefined },
  stage: StageId,
  missed: Promised['missed'] = [],
): Promised | undefined => {
  const def = stageOf(configuration.route, stage);
  if (!def || !isHuman(def)) return undefined;
  // A panel has a time limit of its own, whatever the stage promises for the plans that go to one person.
  const panel =
    def.kind === 'plan-approval' && state?.plan ? tierFor(state.plan, configuration.council.approval)?.panel : undefined;
  const days = panel?.workingDays ?? def.promise.workingDays;
  const dueOn = addWorkingDays(toIsoDate(now), days, configuration.council.bankHolidays);
  return { dueOn, toldAt: now.toISOString(), missed };
};

const NOT_UNDERWAY = {
  supported: 'Support is in place, so there is nothing to do at this stage. Ask for a review if something has changed.',
  closed: 'This case is closed. Open a new one if help is needed again.',
} as const;

/** The stage the case is at, when it is of one of `kinds`; otherwise the refusal that says where the case is instead. */
export const standingAt = (
  { state, configuration }: Setting,
  ...kinds: StageKind[]
): { state: Underway; def: StageDef } | Refusal => {
  if (state.state !== 'underway') {
    return refuse(state.state === 'closed' ? 'case-closed' : 'not-at-this-stage', NOT_UNDERWAY[state.state]);
  }
  const def = stageOf(configuration.route, state.at.stage);
  if (!def) return refuse('no-such-stage', `This case is at “${state.at.stage}”, which its pathway does not have.`);
  if (kinds.includes(def.kind)) return { state, def };
  return refuse('not-at-this-stage', `This has been done already or is not due yet: the case is now at “${def.title}”.`);
};

export const CAME_BACK = 'The case has been on and come back since you opened this form. Open it again and read what is new.';

/** Whether a form was drawn on an earlier visit to this stage. A form that carries no arrival is taken as it is. */
export const isStale = (state: Underway, arrival: number | undefined): boolean =>
  arrival !== undefined && arrival !== state.arrivals;

/** Closing a case ends the help that could not wait too, with the same reasons: nothing outlives its case in silence. */
export const closing = (setting: Setting, end: ClosedEnd, reasons: string): CaseEvent[] => [
  ...setting.state.urgent.filter(isGoing).map(({ number }) => happened(setting, { type: 'UrgentSupportEnded', number, reasons })),
  happened(setting, { type: 'CaseClosed', end, reasons }),
];

type On = Pick<Setting, 'configuration' | 'now' | 'state'>;

/**
 * The next review of a plan; or the day the person asked us to look again at who holds the money, or by which a direct payment is looked
 * at (DP Regs reg 7), if that is sooner. They coincide with the review of the plan, so that nobody is asked twice.
 */
export const reviewOf = ({ configuration, now, state }: On, plan: Plan, planIsNew: boolean): IsoDate => {
  const usual = nextReview(configuration.council.review, toIsoDate(now), planIsNew);
  const paid = plan.items.some(({ route }) => route === 'direct-payment');
  const payment = state.arrangements.find((each) => each.route === 'direct-payment');
  const days = [plan.forNowUntil, ...(paid && payment?.route === 'direct-payment' ? [payment.payment.reviewDueBy] : [])];
  return days.reduce<IsoDate>((soonest, day) => (day && day > toIsoDate(now) && day < soonest ? day : soonest), usual);
};
export const firstReview = (on: On, plan: Plan): IsoDate => reviewOf(on, plan, true);

/** After a plan is agreed the first review comes soon; after a review that changed nothing, the date it set stands. */
const putInPlace = (setting: Setting, extra: readonly CaseEvent[]): CaseEvent | Refusal => {
  const approved = extra.find((event) => event.type === 'PlanApproved')?.agreed ?? setting.state.agreed;
  if (!approved) return refuse('support-not-in-place', 'No plan has been agreed, so support cannot be put in place yet.');
  const recorded = extra.find((event) => event.type === 'ReviewRecorded');
  const today = toIsoDate(setting.now);
  const { support } = setting.configuration;
  const looked = recorded ? today : lastReviewOn(setting.state);
  const gap = support && holdingGap(approved.plan, setting.state.arrangements, today, support.jurisdiction, looked);
  if (gap) return gap;
  // Whoever left a pool since the plan was agreed leaves the others short: that is settled before support starts.
  const short = shareGap({
    state: setting.state,
    plan: approved.plan,
    today,
    households: setting.households ?? [],
  });
  if (short) return short;
  if (recorded) return happened(setting, { type: 'SupportPutInPlace', reviewDueOn: recorded.reviewDueOn });
  return happened(setting, { type: 'SupportPutInPlace', reviewDueOn: firstReview(setting, approved.plan) });
};

/**
 * Finishes the stage with `outcome`: what was recorded (`extra`), then the move, then what an end brings with it.
 * Refuses `unknown-outcome` when the pathway gives it no way on, `support-not-in-place` when nothing was agreed, and
 * `reasons-needed` when it ends a case without a word to the person (I-06).
 */
export const moveOn = (setting: Setting<Underway>, outcome: string, extra: readonly CaseEvent[], reasons = ''): Decision => {
  const { stage } = setting.state.at;
  const to = leadsTo(setting.configuration.route, stage, outcome);
  if (!to) return refuse('unknown-outcome', `“${outcome}” is not a way this stage can end.`);
  const promise = 'stage' in to ? promiseFor(setting, to.stage) : undefined;
  const finished = happened(setting, { type: 'StageFinished', stage, outcome, to, ...(promise && { promise }) });
  if ('stage' in to) return [...extra, finished];
  if (to.end !== 'support-in-place') {
    if (reasons.trim() === '') return refuse('reasons-needed', 'This ends the case. Say why: the person reads it.');
    return [...extra, finished, ...closing(setting, to.end, reasons.trim())];
  }
  const placed = putInPlace(setting, extra);
  return 'refused' in placed ? placed : [...extra, finished, placed];
};
