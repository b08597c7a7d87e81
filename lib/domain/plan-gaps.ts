/**
 * What still stands between a plan and its being agreed: support or another way for every need, what section 25 wants said, who holds the
 * money for each line. Every gap is a sentence with what to do. Not whether somebody may agree it (`approval.ts`).
 */
import { formatDate } from './calendar.ts';
import type { Case } from './case.ts';
import type { Configuration } from './configuration.ts';
import { type NeedCode, plainNeed } from './eligibility.ts';
import type { Household } from './household.ts';
import { type Plan, type SupportItem, uncoveredNeeds } from './plan.ts';
import { shareFault } from './pool.ts';
import { type Refusal, refuse } from './refusal.ts';
import { kindOf } from './stage.ts';
import { lookAgainBy, routeRefusal } from './support-rules.ts';
import { say } from './text.ts';

export type GapSetting = {
  readonly state: Case;
  readonly plan: Plan;
  readonly configuration: Configuration;
  readonly today: string;
  /** The households whose pools the plan has a share of. */
  readonly households: readonly Household[];
};

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
const needs = (codes: readonly NeedCode[]): string => quoted(codes.map(plainNeed));

/** A line that is over meets nothing any more, and a day to look again that is past is no day. */
const dateGap = ({ plan, today }: Pick<GapSetting, 'plan' | 'today'>): Refusal | undefined => {
  const ended = plan.items.find(({ ends }) => ends !== undefined && ends < today);
  if (ended) return refuse('plan-incomplete', `“${ended.what}” is over already. Take the line out, or give it a later last day.`);
  const past = plan.otherWays.find(
    ({ how, lookAgainOn }) => how === 'unmet' && lookAgainOn !== undefined && lookAgainOn <= today,
  );
  if (past) return refuse('plan-incomplete', `Choose a day still to come to look again at ${needs([past.outcome])}.`);
  return undefined;
};

/** Lines, or another way, for every eligible need; an unmet one with somebody who looks for a way, and by when (I-04). */
const needGap = ({ state, plan, today }: GapSetting): Refusal | undefined => {
  if (plan.items.length === 0 && plan.otherWays.length === 0)
    return refuse('plan-incomplete', 'The plan has no support in it yet. Add at least one line, or say how each need is met.');
  const open = uncoveredNeeds(plan, state.assessment?.findings.unable ?? []);
  if (open.length > 0)
    return refuse(
      'need-not-covered',
      `The plan does not say how these needs are met: ${needs(open)}. Add a line, or say how else each is met.`,
    );
  const left = plan.otherWays.filter(({ how, owner, lookAgainOn }) => how === 'unmet' && !(owner && lookAgainOn));
  if (left.length === 0) return dateGap({ plan, today });
  return refuse(
    'need-not-covered',
    `Nothing meets this yet: ${needs(left.map(({ outcome }) => outcome))}. Say who looks for a way, and when you look at it again.`,
  );
};

/** What else helps is part of every plan by law, even where it is short. */
const adviceGap = ({ plan }: GapSetting): Refusal | undefined =>
  plan.advice
    ? undefined
    : refuse(
        'plan-incomplete',
        'Add advice on what else can help, reduce a need or keep it from growing. The law asks for it in every plan.',
      );

const about = ({ what }: SupportItem, refusal: Refusal): Refusal => refuse(refusal.refused, `“${what}”: ${refusal.message}`);

/** Who holds the money has been explained with every option, and chosen for each line, by a way that is open to it (I-14). */
const moneyGap = ({ state, plan, configuration, today }: GapSetting): Refusal | undefined => {
  const rules = configuration.support;
  if (!rules || plan.items.length === 0) return undefined;
  if (!state.explained)
    return refuse(
      'ways-not-explained',
      'First go through the ways the money can be held, side by side. Then choose one for each line.',
    );
  const { forNowUntil } = plan;
  if (forNowUntil && (forNowUntil <= today || forNowUntil > lookAgainBy(rules, today)))
    return refuse(
      'plan-incomplete',
      `If the council arranges it for now, choose a day to look again that is still to come, and no later than ${formatDate(lookAgainBy(rules, today))}.`,
    );
  for (const item of plan.items) {
    if (!item.kind) return refuse('way-not-chosen', `Say what kind of support “${item.what}” is.`);
    if (!item.route)
      return refuse(
        'way-not-chosen',
        `Nobody has chosen who holds the money for “${item.what}”. “The council, for now” is a choice too.`,
      );
    const closed = routeRefusal(rules, item.kind, item.route, today);
    if (closed) return about(item, closed);
    const kind = rules.kinds.find(({ id }) => id === item.kind);
    // Support for a carer is never paid out of an adult's budget, nor the other way round (I-12).
    if (kind?.for && kind.for !== kindOf(configuration.route))
      return about(item, refuse('need-of-another', `“${say(kind.name)}” belongs in another plan. Choose a kind from the list.`));
  }
  return undefined;
};

/** A share of a pool is exactly what its members agreed, to the penny (I-13). */
export const shareGap = ({ state, plan, households, today }: Omit<GapSetting, 'configuration'>): Refusal | undefined => {
  const claimed = new Set<string>();
  for (const item of plan.items) {
    const { share } = item;
    if (!share) continue;
    const key = `${share.household}#${share.pool}`;
    if (claimed.has(key))
      return refuse('share-not-agreed', `“${item.what}” is a share that another line has already. One share is on one line.`);
    claimed.add(key);
    const pool = households.find(({ id }) => id === share.household)?.pools.find(({ number }) => number === share.pool);
    if (!pool)
      return refuse(
        'share-not-agreed',
        `“${item.what}” is a share of something that is not there. Take the line out, or start it again.`,
      );
    const fault = shareFault(pool, state.id, share.pence, today);
    if (fault) return about(item, fault);
  }
  return undefined;
};

/** The first thing that stands against the plan as it is; nothing where it can be agreed. */
export const planGap = (setting: GapSetting): Refusal | undefined =>
  needGap(setting) ?? adviceGap(setting) ?? moneyGap(setting) ?? shareGap(setting);
