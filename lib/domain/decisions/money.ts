/** What a person pays, the ways the money can be held, the papers of the way they chose, and reading a plan that was agreed at once. */
import { toIsoDate } from '../calendar.ts';
import type { CommandOf } from '../command.ts';
import { type FinancesContent, leastLeftWith, rulesFor } from '../finances.ts';
import { holdingGap, lastReviewOn } from '../holding.ts';
import { formatPence } from '../money.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { optionsFor } from '../support-rules.ts';
import { budgetOf, isFreeForCarers } from './budget.ts';
import { openReview } from './review.ts';
import { type Decision, happened, type Setting, signed } from './setting.ts';

/** A decision never leaves anybody with less than the law does, and an estimate never takes the place of a decision. */
const figuresFault = ({ state, configuration, now }: Setting, content: FinancesContent): Refusal | undefined => {
  if (content.kind !== 'figures') return undefined;
  if (content.standing === 'estimate') {
    const decided = state.finances && !(state.finances.kind === 'figures' && state.finances.standing === 'estimate');
    return decided
      ? refuse('finances-not-valid', 'This was decided already. Write down a new decision, not an estimate.')
      : undefined;
  }
  const least = leastLeftWith(configuration.charging, content.setting, toIsoDate(now));
  if (least === undefined || content.leftWithPence >= least) return undefined;
  return refuse(
    'finances-not-valid',
    `The law leaves everybody at least ${formatPence(least)} a week here. Check what they are left with.`,
  );
};

/**
 * Writes down what was found about the person's means. It makes nothing wait; where support is agreed already it makes a new statement
 * of the same budget. Refuses figures where the bundle has no limits of law to work with.
 */
export const recordFinances = (setting: Setting, { content }: CommandOf<'record-finances'>): Decision => {
  const { state, by, now, configuration } = setting;
  if (state.state === 'closed') return refuse('case-closed', 'This case is closed, so there is nothing to pay for.');
  if (isFreeForCarers(configuration))
    return refuse('finances-not-valid', 'The council makes no charge for support to carers, so nobody asks what they have.');
  const rules = rulesFor(configuration.charging, toIsoDate(now));
  if (content.kind === 'figures' && !rules)
    return refuse(
      'finances-not-valid',
      'The limits for savings are not known here, so nothing can be worked out. Ask whoever sets up the figures.',
    );
  const fault = figuresFault(setting, content);
  if (fault) return fault;
  const finances = { ...content, recordedBy: signed(by), recordedAt: now.toISOString() };
  const { agreed } = state;
  if (!agreed) return [happened(setting, { type: 'FinancesRecorded', finances })];
  const budget = budgetOf(setting, agreed.plan, content, agreed.budget.indicativePence);
  return [happened(setting, { type: 'FinancesRecorded', finances, budget })];
};

/** The ways were gone through side by side: kept as offered, whoever reads them out. None is chosen by it. */
export const explainWays = (setting: Setting): Decision => {
  const { state, configuration, now } = setting;
  const rules = configuration.support;
  if (state.state === 'closed') return refuse('case-closed', 'This case is closed, so there is no money to hold.');
  if (!rules) return refuse('ways-not-explained', 'This council has not set up the ways to hold the money here.');
  const routes = optionsFor(rules, toIsoDate(now)).flatMap((each) => ('route' in each && !each.unavailable ? [each.route] : []));
  return [happened(setting, { type: 'WaysExplained', routes })];
};

/**
 * Keeps the papers of a direct payment or a fund. One with a condition not met is kept too: it says why that way is not open now. Where
 * support runs on it already, nothing stops by itself: a review opens, and the support goes on (I-11).
 */
export const arrangeMoney = (setting: Setting, { content }: CommandOf<'arrange-money'>): Decision => {
  const { state, by, now, configuration } = setting;
  if (state.state === 'closed') return refuse('case-closed', 'This case is closed, so there is no money to hold.');
  const arrangement = { ...content, recordedBy: signed(by), recordedAt: now.toISOString() };
  const arranged = happened(setting, { type: 'MoneyArranged', arrangement });
  if (state.state !== 'supported') return [arranged];
  const items = state.agreed.plan.items.filter(({ route }) => route === content.route);
  const gap = holdingGap({ items }, [arrangement], toIsoDate(now), configuration.support?.jurisdiction, lastReviewOn(state));
  if (!gap) return [arranged];
  const review = openReview(setting, 'requested', `${gap.message} Payments and support go on while we look at it.`);
  return 'refused' in review ? review : [arranged, ...review];
};

/** What reading a plan afterwards found, where it was agreed at once. It changes nothing about the support. */
export const recordAudit = (setting: Setting, { finding }: CommandOf<'record-audit'>): Decision => {
  const { state, by } = setting;
  if (!state.audit || state.audit.done) return refuse('already-done', 'No plan of this case waits to be read.');
  if (state.agreed?.plan.authors.includes(by.id))
    return refuse('own-plan', 'You wrote some of this plan, so a colleague reads it.');
  if (finding.trim() === '') return refuse('reasons-needed', 'Write down what you found.');
  return [happened(setting, { type: 'AuditRecorded', finding: finding.trim() })];
};
