/** Writing the plan, offering it, agreeing it or sending it back. */
import { approvalRefusal, personalBudget } from '../approval.ts';
import { toIsoDate } from '../calendar.ts';
import type { Case, Underway } from '../case.ts';
import type { CommandOf } from '../command.ts';
import { formOf } from '../configuration.ts';
import { plainNeed } from '../eligibility.ts';
import { needsOfAnother, type Plan, planWeeklyPence, uncoveredNeeds } from '../plan.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { nextReview } from '../review.ts';
import { kindOf } from '../stage.ts';
import { type Decision, happened, moveOn, type Setting, signed, standingAt } from './setting.ts';

const atPlanning = (setting: Setting): { state: Underway; outcome: string } | Refusal => {
  const standing = standingAt(setting, 'form');
  if ('refused' in standing) return standing;
  const { state, def } = standing;
  const form = def.kind === 'form' ? formOf(setting.configuration, def.form) : undefined;
  if (form?.page !== 'plan') {
    return refuse('not-at-this-stage', `The plan cannot be changed now: the case is at “${def.title}”.`);
  }
  return { state, outcome: Object.keys(def.outcomes)[0] ?? '' };
};

const CHANGED = 'Someone else saved this plan after you opened it. Look at their version, then make your changes again.';

const OF_ANOTHER = 'An adult and whoever cares for them each have a plan of their own. Choose needs from the list on the page.';

/** Everybody who has written since support was last agreed is an author; an agreed plan starts the list again. */
const authorsOf = (state: Case, by: string): string[] => {
  const agreedVersion = state.agreed?.plan.version;
  const earlier = state.plan && state.plan.version !== agreedVersion ? state.plan.authors : [];
  return [...new Set([...earlier, by])];
};

/**
 * Saves the plan as it stands; it need not be complete. Refuses `plan-changed` when another save came first, and `need-of-another` where
 * an adult's plan speaks of a carer's needs or the other way round: each has a plan and a budget of their own (I-12).
 */
export const savePlan = (setting: Setting, { content, basedOn }: CommandOf<'save-plan'>): Decision => {
  const standing = atPlanning(setting);
  if ('refused' in standing) return standing;
  const { plan } = standing.state;
  const version = plan?.version ?? 0;
  if (basedOn !== version) return refuse('plan-changed', CHANGED);
  const [foreign] = needsOfAnother(content, kindOf(setting.configuration.route));
  if (foreign) return refuse('need-of-another', `“${plainNeed(foreign)}” belongs in another plan. ${OF_ANOTHER}`);
  const saved: Plan = {
    ...content,
    version: version + 1,
    authors: authorsOf(standing.state, setting.by.id),
    writtenBy: signed(setting.by),
    writtenAt: setting.now.toISOString(),
  };
  return [happened(setting, { type: 'PlanSaved', plan: saved })];
};

/** What stands against agreeing this plan as it is: no lines and no other way, or an eligible need left silent (I-04). */
const planGap = (state: Case, plan: Plan): Refusal | undefined => {
  if (plan.items.length === 0 && plan.otherWays.length === 0) {
    return refuse('plan-incomplete', 'The plan has no support in it yet. Add at least one line, or say how each need is met.');
  }
  const open = uncoveredNeeds(plan, state.assessment?.findings.unable ?? []);
  if (open.length === 0) return undefined;
  const names = open.map((code) => `“${plainNeed(code)}”`).join(', ');
  return refuse(
    'need-not-covered',
    `The plan does not say how these needs are met: ${names}. Add a line, or say how else each is met.`,
  );
};

/** The plan is ready to be looked at. */
export const offerPlan = (setting: Setting, { planVersion }: CommandOf<'offer-plan'>): Decision => {
  const standing = atPlanning(setting);
  if ('refused' in standing) return standing;
  const { plan } = standing.state;
  if (!plan) return refuse('plan-incomplete', 'There is no plan yet. Write it first.');
  if (plan.version !== planVersion) return refuse('plan-changed', CHANGED);
  return planGap(standing.state, plan) ?? moveOn({ ...setting, state: standing.state }, standing.outcome, []);
};

const atApproval = (setting: Setting, planVersion: number): { state: Underway; plan: Plan } | Refusal => {
  const standing = standingAt(setting, 'plan-approval');
  if ('refused' in standing) return standing;
  const { plan } = standing.state;
  if (!plan) return refuse('plan-incomplete', 'There is no plan to agree.');
  if (plan.version !== planVersion)
    return refuse('plan-changed', 'The plan changed after you opened it. Read it again before you decide.');
  return { state: standing.state, plan };
};

/**
 * Agrees the plan; its cost becomes the personal budget. Refuses the author, a cost above the approver's limit, a plan that leaves
 * a need silent, and agreement without reasons where the budget is not the indicative figure (Savva: reasons for the difference). Where no
 * figure was ever given, as for a carer, there is no difference to explain.
 */
export const approvePlan = (setting: Setting, { planVersion, reasons }: CommandOf<'approve-plan'>): Decision => {
  const standing = atApproval(setting, planVersion);
  if ('refused' in standing) return standing;
  const { state, plan } = standing;
  const stopped = approvalRefusal(plan, setting.by) ?? planGap(state, plan);
  if (stopped) return stopped;
  const indicative = state.allocation?.weeklyPence ?? null;
  if (state.allocation && planWeeklyPence(plan) !== indicative && reasons.trim() === '') {
    return refuse('reasons-needed', 'The budget is not the same as the up-front figure. Say why, so the person can see it.');
  }
  const budget = personalBudget(plan, indicative);
  const approval = { approvedBy: signed(setting.by), approvedAt: setting.now.toISOString(), reasons: reasons.trim() };
  const reviewDueOn = nextReview(setting.configuration.council.review, toIsoDate(setting.now), true);
  const approved = happened(setting, { type: 'PlanApproved', agreed: { plan, budget, ...approval }, reviewDueOn });
  return moveOn({ ...setting, state }, 'approved', [approved]);
};

/** Sends the plan back to whoever writes it. The approver changes nothing in it; they say what is missing. */
export const returnPlan = (setting: Setting, { planVersion, reasons }: CommandOf<'return-plan'>): Decision => {
  const standing = atApproval(setting, planVersion);
  if ('refused' in standing) return standing;
  if (reasons.trim() === '') return refuse('reasons-needed', 'Say what needs to change, so the person and the worker know.');
  const returned = happened(setting, { type: 'PlanReturned', planVersion, reasons: reasons.trim() });
  return moveOn({ ...setting, state: standing.state }, 'returned', [returned]);
};
