/** Writing the plan, offering it, agreeing it or sending it back. */
import { SYSTEM } from '../actor.ts';
import { agreedUnder, approvalRefusal, budgetRefusal, type PersonalBudget, tierFor } from '../approval.ts';
import { atOnceUnder } from '../at-once.ts';
import { toIsoDate } from '../calendar.ts';
import type { Case, Underway } from '../case.ts';
import type { CommandOf } from '../command.ts';
import { formOf } from '../configuration.ts';
import { declineRefusal } from '../decline.ts';
import { type NeedCode, plainNeed } from '../eligibility.ts';
import type { CaseEvent } from '../event.ts';
import { formatPence } from '../money.ts';
import { needsOfAnother, type Plan, type PlanContent } from '../plan.ts';
import { planGap } from '../plan-gaps.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { kindOf, stageOf } from '../stage.ts';
import { budgetOf } from './budget.ts';
import { penRefusal } from './leading.ts';
import { type Decision, firstReview, happened, moveOn, type Setting, signed, standingAt } from './setting.ts';

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

/** A case holds its plan twice, as it is written and as it was agreed, beside everything that was answered. */
const MOST_PLAN_BYTES = 60_000;

const CHANGED = 'Someone else saved this plan after you opened it. Look at their version, then make your changes again.';

/** The difference from the up-front figure is explained by what the plan is made of, however it was agreed (Savva). */
const atOnceReasons = (budget: PersonalBudget): string => {
  const { totalPence, indicativePence, lines } = budget;
  const made = lines.map(({ what, pence }) => `${what}: ${formatPence(pence)}`).join('; ');
  const gap = indicativePence === null ? 0 : totalPence - indicativePence;
  const beside =
    gap === 0
      ? 'That is the up-front figure.'
      : `That is ${formatPence(Math.abs(gap))} ${gap > 0 ? 'more' : 'less'} than the up-front figure, because it is what these cost.`;
  return `The budget is what the plan costs: ${made}. ${beside} It is inside what the council agrees without waiting, and you agree with it.`;
};

const OF_ANOTHER = 'An adult and whoever cares for them each have a plan of their own. Choose needs from the list on the page.';

/** Everybody who has written since support was last agreed is an author; an agreed plan starts the list again. */
const authorsOf = (state: Case, by: string): string[] => {
  const agreedVersion = state.agreed?.plan.version;
  const earlier = state.plan && state.plan.version !== agreedVersion ? state.plan.authors : [];
  return [...new Set([...earlier, by])];
};

/**
 * A need the plan speaks of that nobody found. Where the assessment names none, as for a carer whose health alone is at risk, every need
 * of its kind can be met.
 */
const strayNeed = ({ assessment }: Case, { items, otherWays }: PlanContent): NeedCode | undefined => {
  const found: readonly NeedCode[] = assessment?.findings.unable ?? [];
  if (found.length === 0) return undefined;
  return [...items.flatMap(({ meets }) => meets), ...otherWays.map(({ outcome }) => outcome)].find(
    (code) => !found.includes(code),
  );
};

/**
 * Saves the plan as it stands; it need not be complete. Refuses `plan-changed` when another save came first, and `need-of-another` where
 * an adult's plan speaks of a carer's needs or the other way round: each has a plan and a budget of their own (I-12).
 */
export const savePlan = (setting: Setting, { content, basedOn }: CommandOf<'save-plan'>): Decision => {
  const standing = atPlanning(setting);
  if ('refused' in standing) return standing;
  const pen = penRefusal(setting);
  if (pen) return pen;
  const { plan } = standing.state;
  const version = plan?.version ?? 0;
  if (basedOn !== version) return refuse('plan-changed', CHANGED);
  const [foreign] = needsOfAnother(content, kindOf(setting.configuration.route));
  if (foreign) return refuse('need-of-another', `“${plainNeed(foreign)}” belongs in another plan. ${OF_ANOTHER}`);
  const stray = strayNeed(standing.state, content);
  if (stray)
    return refuse('unknown-option', `“${plainNeed(stray)}” is not a need of this assessment. A new assessment can find it.`);
  const twice = content.otherWays.find(
    ({ outcome }, place) => content.otherWays.findIndex((way) => way.outcome === outcome) !== place,
  );
  if (twice) return refuse('answer-not-valid', `“${plainNeed(twice.outcome)}” is there twice. Keep one way for it.`);
  if (new TextEncoder().encode(JSON.stringify(content)).length > MOST_PLAN_BYTES)
    return refuse('no-more-room', 'This plan has more words than one plan can hold. Make the longest texts shorter.');
  const saved: Plan = {
    ...content,
    version: version + 1,
    authors: authorsOf(standing.state, setting.by.id),
    writtenBy: signed(setting.by),
    writtenAt: setting.now.toISOString(),
  };
  return [happened(setting, { type: 'PlanSaved', plan: saved })];
};

const gapOf = (setting: Setting, plan: Plan): Refusal | undefined => {
  const { state, configuration, now, households = [] } = setting;
  return planGap({ state, plan, configuration, today: toIsoDate(now), households });
};

const LONGEST_DISAGREEMENT = 2000;

/** The plan is ready to be looked at. Whether the person agrees goes with it, in their words where they do not. */
export const offerPlan = (setting: Setting, command: CommandOf<'offer-plan'>): Decision => {
  const { planVersion } = command;
  const standing = atPlanning(setting);
  if ('refused' in standing) return standing;
  const pen = penRefusal(setting);
  if (pen) return pen;
  const { plan } = standing.state;
  if (!plan) return refuse('plan-incomplete', 'There is no plan yet. Write it first.');
  if (plan.version !== planVersion) return refuse('plan-changed', CHANGED);
  const theirs = setting.role === 'person' || setting.role === 'representative';
  const agrees = theirs ? true : command.agrees;
  const words = command.words?.trim().slice(0, LONGEST_DISAGREEMENT) ?? '';
  if (agrees === false && words === '')
    return refuse('reasons-needed', 'Write down what the person does not agree with. It goes with the plan.');
  const offered = agrees === undefined ? [] : [happened(setting, { type: 'PlanOffered', planVersion, agrees, words })];
  return gapOf(setting, plan) ?? moveOn({ ...setting, state: standing.state }, standing.outcome, offered);
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
 * Agrees the plan; its cost becomes the personal budget. Refuses the author, a cost above the approver's limit or for the panel, a figure
 * that is not what the plan costs, a plan that leaves something silent, and agreement without reasons where the budget is not the
 * indicative figure (Savva: reasons for the difference), is less than was agreed before (I-06), or is not what the person agrees with. Where
 * no figure was ever given, as for a carer, there is no difference to explain.
 */
export const approvePlan = (setting: Setting, { planVersion, reasons, totalPence }: CommandOf<'approve-plan'>): Decision => {
  const standing = atApproval(setting, planVersion);
  if ('refused' in standing) return standing;
  const { state, plan } = standing;
  const approving = { scheme: setting.configuration.council.approval, today: toIsoDate(setting.now) };
  const stopped = approvalRefusal(plan, setting.by, approving) ?? budgetRefusal(plan, totalPence) ?? gapOf(setting, plan);
  if (stopped) return stopped;
  const budget = budgetOf(setting, plan);
  if (state.allocation && budget.totalPence !== budget.indicativePence && reasons.trim() === '') {
    return refuse('reasons-needed', 'The budget is not the same as the up-front figure. Say why, so the person can see it.');
  }
  if (state.agreed && budget.totalPence < state.agreed.budget.totalPence && reasons.trim() === '')
    return refuse('reasons-needed', 'This is less than was agreed before. Say why, so the person can see it.');
  if (state.offered?.planVersion === plan.version && !state.offered.agrees && reasons.trim() === '')
    return refuse('reasons-needed', 'The person does not agree with this plan. Say why it is agreed all the same: they read it.');
  const under = agreedUnder(plan, setting.by, approving);
  const approval = { approvedBy: signed(setting.by), approvedAt: setting.now.toISOString(), reasons: reasons.trim() };
  const agreed = { plan, budget, ...approval, ...(Object.keys(under).length > 0 && { under }) };
  const approved = happened(setting, { type: 'PlanApproved', agreed, reviewDueOn: firstReview(setting, plan) });
  return moveOn({ ...setting, state }, 'approved', [approved]);
};

/**
 * Agrees a plan that has just come to be agreed, where it is inside the council's own limits with nothing flagged. Nothing otherwise:
 * somebody reads it then.
 */
export const approveAtOnce = (setting: Setting): CaseEvent[] => {
  const { state, configuration, now } = setting;
  if (state.state !== 'underway' || !state.plan) return [];
  const { plan } = state;
  if (stageOf(configuration.route, state.at.stage)?.kind !== 'plan-approval') return [];
  const under = atOnceUnder(state, plan, configuration);
  if (!under || gapOf(setting, plan)) return [];
  const byTheScheme = { ...setting, state, by: SYSTEM, role: 'system' as const };
  const budget = budgetOf(setting, plan);
  const agreed = {
    plan,
    budget,
    approvedBy: { id: SYSTEM.id, name: `${configuration.council.name}, at once` },
    approvedAt: now.toISOString(),
    reasons: atOnceReasons(budget),
    under,
  };
  const approved = happened(byTheScheme, { type: 'PlanApproved', agreed, reviewDueOn: firstReview(setting, plan) });
  const moved = moveOn(byTheScheme, 'approved', [approved]);
  return 'refused' in moved ? [] : moved;
};

/**
 * Sends the plan back to whoever writes it. The approver changes nothing in it; they say what is missing. A panel, and anybody who sends
 * it back for what it costs, says which need can be met how for less.
 */
export const returnPlan = (setting: Setting, command: CommandOf<'return-plan'>): Decision => {
  const { planVersion, forCost, alternatives = [] } = command;
  const standing = atApproval(setting, planVersion);
  if ('refused' in standing) return standing;
  const reasons = command.reasons.trim();
  if (reasons === '') return refuse('reasons-needed', 'Say what needs to change, so the person and the worker know.');
  const { state, plan } = standing;
  const panel = tierFor(plan, setting.configuration.council.approval)?.panel !== undefined;
  const named = alternatives.length > 0 ? { alternatives } : {};
  const asked = forCost || panel || alternatives.length > 0;
  const declined = asked ? declineRefusal(alternatives, state.assessment?.findings.unable ?? []) : undefined;
  if (declined) return declined;
  const returned = happened(setting, { type: 'PlanReturned', planVersion, reasons, ...named });
  return moveOn({ ...setting, state }, 'returned', [returned]);
};
