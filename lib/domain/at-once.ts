/**
 * Plans that are agreed as soon as they are ready: inside the council's own limits, with nothing flagged. Each criterion is shown to the
 * writer beforehand, and a share of the plans is read afterwards. Only ever for the person: a plan outside is not refused, somebody
 * reads it first.
 */
import type { AgreedUnder } from './approval.ts';
import type { ApprovalScheme } from './approval-scheme.ts';
import type { Case } from './case.ts';
import { isOpen } from './challenge.ts';
import type { Configuration } from './configuration.ts';
import { heldIn } from './fact.ts';
import { formatPence } from './money.ts';
import type { Plan } from './plan.ts';
import { planOncePence, planWeeklyPence } from './plan-cost.ts';
import { isWaiting } from './proposal.ts';

export type Criterion = { readonly id: string; readonly met: boolean; readonly sentence: string };

const criterion = (id: string, met: boolean, sentence: string): Criterion => ({ id, met, sentence });

const inFigures = (
  state: Case,
  plan: Plan,
  { upTo, abovePercent, belowPercent }: NonNullable<ApprovalScheme['atOnce']>,
): Criterion[] => {
  const cost = planWeeklyPence(plan);
  const guide = state.allocation?.weeklyPence;
  // Whole numbers on both sides, so that nothing is rounded before it is compared.
  const near = guide !== undefined && guide !== null && cost * 100 <= guide * (100 + abovePercent);
  const notFarBelow = guide !== undefined && guide !== null && cost * 100 >= guide * (100 - belowPercent);
  const before = state.agreed?.budget.totalPence;
  return [
    criterion('amount', cost <= upTo, `It costs ${formatPence(upTo)} a week or less (it costs ${formatPence(cost)}).`),
    criterion('guide', near, `It is no more than ${abovePercent}% above the up-front figure.`),
    criterion('not-far-below', notFarBelow, `It is no more than ${belowPercent}% below it.`),
    criterion('one-off', planOncePence(plan) <= upTo, `One-offs come to ${formatPence(upTo)} or less.`),
    criterion('not-less', before === undefined || cost >= before, 'It is not less than was agreed before.'),
  ];
};

const nothingFlagged = (state: Case, plan: Plan): Criterion[] => [
  criterion(
    'all-met',
    plan.otherWays.every(({ how }) => how !== 'unmet'),
    'No eligible need is left unmet.',
  ),
  criterion(
    'agreed',
    plan.items.every(({ notAgreed }) => !notAgreed),
    'Nobody sees a line of it differently.',
  ),
  criterion('person-agrees', state.offered?.planVersion === plan.version && state.offered.agrees, 'The person agrees with it.'),
  criterion(
    'none-declined',
    plan.otherWays.every(({ how }) => how !== 'declined'),
    'No eligible need goes without help because it was declined.',
  ),
  criterion('no-proposals', !state.proposals.some(isWaiting), 'No proposal waits for an answer.'),
  criterion('no-challenge', !state.challenges.some(isOpen), 'The person does not disagree with anything now.'),
  criterion('not-sent-back', state.returned === undefined, 'Whoever agrees plans has not sent it back.'),
  criterion('safe', heldIn(state.facts)('assess.safeguarding') !== true, 'No worry about abuse or neglect is written down.'),
];

/** What agreeing at once rests on, met or not; nothing where the council has no such rule. */
export const atOnceCriteria = (state: Case, plan: Plan, configuration: Configuration): readonly Criterion[] | undefined => {
  const rule = configuration.council.approval?.atOnce;
  return rule && [...inFigures(state, plan, rule), ...nothingFlagged(state, plan)];
};

/** A number that the same case and version always give and that nobody chooses (FNV-1a). */
const lot = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
};

/** Whether a plan is one of those read afterwards: one in `sampleOneIn`, by lot; none where the council reads none. */
export const isSampled = (caseId: string, planVersion: number, sampleOneIn: number | undefined): boolean =>
  sampleOneIn !== undefined && lot(`${caseId}#${planVersion}`) % sampleOneIn === 0;

/** Under what a plan is agreed at once; nothing where one criterion is not met. */
export const atOnceUnder = (state: Case, plan: Plan, configuration: Configuration): AgreedUnder | undefined => {
  const rule = configuration.council.approval?.atOnce;
  const criteria = atOnceCriteria(state, plan, configuration);
  if (!rule || !criteria?.every(({ met }) => met)) return undefined;
  const sampled = isSampled(state.id, plan.version, rule.sampleOneIn);
  return { atOnce: { criteria: criteria.map(({ sentence }) => sentence), sampled } };
};
